"""The district a desk works in: places to choose from, and which youth office is responsible where (§ 86 SGB VIII)."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from kimdesk.base.errors import UserProblem
from kimdesk.domain.reference import CodeEntry, CodeList

MOST_BYTES: Final = 1 << 20
MOST: Final = 500
LONGEST: Final = 200
LONG_AGO: Final = dt.date(1900, 1, 1)
_KEY: Final = re.compile(r"\d{8}")
_OFFICE: Final = ("name", "phone", "out_of_hours", "address")
_TOP: Final = {"source", "name", "municipality", "youth_office"}


@dataclass(frozen=True, slots=True, kw_only=True)
class YouthOffice:
    """A youth office with its numbers as the provider filled them in; without `municipalities` it takes the rest."""

    name: str
    municipalities: frozenset[str] = frozenset()
    phone: str = ""
    out_of_hours: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """A district's name, places beyond those every desk knows (AGS, eight digits), and its youth offices."""

    name: str
    municipalities: tuple[CodeEntry, ...] = ()
    youth_offices: tuple[YouthOffice, ...] = ()

    def youth_office(self, municipality: str | None) -> YouthOffice | None:
        """Return who is responsible in a place of this district; None where the place is not known."""
        if municipality is None:
            return None
        own = next((each for each in self.youth_offices if municipality in each.municipalities), None)
        return own or next((each for each in self.youth_offices if not each.municipalities), None)


def decoded(content: bytes) -> str:
    """Return a file's text; raises UserProblem(district.unreadable) where it is too large or no UTF-8."""
    if len(content) > MOST_BYTES:
        raise UserProblem("district.unreadable", where=f"> {MOST_BYTES >> 20} MB")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserProblem("district.unreadable", where="UTF-8") from error


def from_text(text: str) -> District:
    """Build a district from a file's text (TOML); raises as `parse_district`."""
    try:
        data: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserProblem("district.unreadable", where=str(error)[:80]) from error
    return parse_district(data)


def places(district: District, shipped: CodeList) -> CodeList:
    """Return the places to choose from: the district's own; those shipped stay readable where they are recorded."""
    if not district.municipalities:
        return shipped
    own = {each.code for each in district.municipalities}
    kept = [replace(each, valid_to=LONG_AGO) for each in shipped.entries if each.code not in own]
    return CodeList(shipped.name, (*district.municipalities, *kept))


def parse_district(data: Mapping[str, Any]) -> District:
    """Build a district from a parsed file; raises UserProblem(district.unreadable) naming what is wrong in it."""
    _only(data, _TOP, "")
    return District(
        name=_text(data, "name", needed=True),
        municipalities=_places(data),
        youth_offices=tuple(_office(each) for each in _rows(data, "youth_office")),
    )


def _places(data: Mapping[str, Any]) -> tuple[CodeEntry, ...]:
    found = tuple(_place(each) for each in _rows(data, "municipality"))
    if len({each.code for each in found}) != len(found):
        raise UserProblem("district.unreadable", where="municipality: code")
    return found


def _place(row: Mapping[str, Any]) -> CodeEntry:
    _only(row, {"code", "name"}, "municipality")
    code, name = _text(row, "code", needed=True), _text(row, "name", needed=True)
    if not _KEY.fullmatch(code):
        raise UserProblem("district.unreadable", where=f"municipality: {code}")
    return CodeEntry(code=code, de=name, en=name)


def _office(row: Mapping[str, Any]) -> YouthOffice:
    _only(row, {*_OFFICE, "municipalities"}, "youth_office")
    codes = row.get("municipalities", [])
    if not isinstance(codes, list) or not all(isinstance(code, str) and _KEY.fullmatch(code) for code in codes):
        raise UserProblem("district.unreadable", where="youth_office: municipalities")
    texts = {name: _text(row, name, needed=name == "name") for name in _OFFICE}
    return YouthOffice(municipalities=frozenset(codes), **texts)


def _rows(data: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    rows = data.get(name, [])
    if not isinstance(rows, list) or len(rows) > MOST or not all(isinstance(row, Mapping) for row in rows):
        raise UserProblem("district.unreadable", where=name)
    return rows


def _text(row: Mapping[str, Any], name: str, *, needed: bool = False) -> str:
    value = row.get(name, "")
    if not isinstance(value, str) or len(value) > LONGEST or not value.isprintable() or (needed and not value.strip()):
        raise UserProblem("district.unreadable", where=name)
    return " ".join(value.split())


def _only(row: Mapping[str, Any], known: set[str], where: str) -> None:
    if unknown := set(row) - known:
        raise UserProblem("district.unreadable", where=f"{where} {min(unknown)[:40]}".strip())
