"""Values of fields: checked, written as JSON, read from what people type, shown to people."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TypeAlias

from kimdesk.base.errors import Lang, UserProblem
from kimdesk.base.ids import RecordId, from_hex
from kimdesk.domain.declare import Code, FieldSpec, Kind, PartialDate, Type
from kimdesk.domain.reference import Reference

Value: TypeAlias = str | int | dt.date | bytes | frozenset[str] | frozenset[bytes] | None
Json: TypeAlias = str | int | list[str] | None

_STORED_AS = {
    Type.DATE: dt.date,
    Type.NUMBER: int,
    Type.REF: bytes,
    Type.PARENT: bytes,
    Type.CODES: frozenset,
    Type.REFS: frozenset,
}
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?~?")
_GERMAN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
_DAY_OF_THIS_YEAR = re.compile(r"(\d{1,2})\.(\d{1,2})\.?")
_ABOUT = re.compile(r"(?:etwa|ca\.?|um|about)\s+", re.IGNORECASE)
_GERMAN_MONTH = re.compile(r"(\d{1,2})[./](\d{4})")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\ufeff\ufffe\uffff\ud800-\udfff]")


def to_json(value: Value) -> Json:
    """Write a value the way journal, bundles and the command line carry it."""
    if value is None:
        return None
    if isinstance(value, frozenset):
        return sorted(item.hex() if isinstance(item, bytes) else item for item in value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


def from_json(spec: FieldSpec, data: object) -> Value:
    """Read a value written by `to_json`; raises UserProblem(field.invalid) for anything else."""
    try:
        return check(spec, _decode(spec, data))
    except (ValueError, TypeError, KeyError) as error:
        raise UserProblem("field.invalid", field=spec.de) from error


def _decode(spec: FieldSpec, data: object) -> Value:
    if data is None:
        return frozenset() if spec.many else None
    if spec.type is Type.CODES:
        return frozenset(_strings(data))
    if spec.type is Type.REFS:
        return frozenset(from_hex(item) for item in _strings(data))
    if spec.type is Type.NUMBER:
        if not isinstance(data, int) or isinstance(data, bool):
            raise TypeError("number")
        return data
    if not isinstance(data, str):
        raise TypeError("text")
    if spec.type is Type.DATE:
        return dt.date.fromisoformat(data)
    return from_hex(data) if spec.type in {Type.REF, Type.PARENT} else data


def _strings(data: object) -> list[str]:
    if not isinstance(data, list) or not all(isinstance(item, str) for item in data):
        raise TypeError("list of texts")
    return data


def check(spec: FieldSpec, value: Value) -> Value:
    """Return the value in its stored form; raises UserProblem where the declaration does not allow it."""
    if value is None or value == "":
        if spec.required:
            raise UserProblem("field.required", field=spec.de)
        return frozenset() if spec.many else None
    if isinstance(value, str):
        return _checked_text(spec, value)
    wanted = _STORED_AS.get(spec.type, str)
    if not isinstance(value, wanted):
        raise UserProblem("field.invalid", field=spec.de)
    if spec.type is Type.NUMBER and not -(2**53) < int(value) < 2**53:  # type: ignore[arg-type]
        raise UserProblem("field.invalid", field=spec.de)
    return value


def _checked_text(spec: FieldSpec, value: str) -> Value:
    if spec.type not in {Type.TEXT, Type.NOTE, Type.CODE, Type.PARTIAL_DATE}:
        raise UserProblem("field.invalid", field=spec.de)
    text = _FORBIDDEN.sub("", unicodedata.normalize("NFC", value.replace("\r\n", "\n"))).strip()
    if spec.type is Type.TEXT:
        text = " ".join(text.split())
    if spec.max_length and len(text) > spec.max_length:
        raise UserProblem("field.too_long", field=spec.de, limit=spec.max_length)
    if spec.type is Type.PARTIAL_DATE and not _PARTIAL.fullmatch(text):
        raise UserProblem("field.date", field=spec.de)
    if not text:
        return check(spec, None)
    return text


def parse(spec: FieldSpec, raw: str, *, today: dt.date) -> Value:
    """Read what a person typed into a field; raises UserProblem with a hint what is expected."""
    raw = raw.strip()
    if not raw:
        return check(spec, None)
    if spec.type is Type.DATE:
        return parse_day(raw, spec.de, today)
    if spec.type is Type.PARTIAL_DATE:
        return parse_partial(raw, spec.de, today)
    if spec.type is Type.NUMBER:
        if not re.fullmatch(r"\d{1,9}", raw):
            raise UserProblem("field.number", field=spec.de)
        return int(raw)
    if spec.type in {Type.REF, Type.PARENT}:
        return from_json(spec, raw)
    if spec.many:
        return from_json(spec, raw.split(","))
    return check(spec, raw)


def parse_day(raw: str, field: str, today: dt.date) -> dt.date:
    """Read a day as people write it here: 22.11.2026, 22.11.26, 22.11., 2026-11-22, heute, morgen."""
    spoken = {"heute": 0, "today": 0, "morgen": 1, "tomorrow": 1, "gestern": -1, "yesterday": -1}
    if raw.casefold() in spoken:
        return today + dt.timedelta(days=spoken[raw.casefold()])
    try:
        if found := _DAY_OF_THIS_YEAR.fullmatch(raw):
            return dt.date(today.year, int(found[2]), int(found[1]))
        if found := _GERMAN_DAY.fullmatch(raw):
            year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
            return dt.date(year, int(found[2]), int(found[1]))
        return dt.date.fromisoformat(raw)
    except ValueError:
        raise UserProblem("field.date", field=field) from None


def parse_partial(raw: str, field: str, today: dt.date) -> PartialDate:
    """Read a day, month or year, "~" for an estimate, as EDTF: 03.1991 → 1991-03, ~1991 → 1991~."""
    about = _ABOUT.match(raw)
    mark = "~" if "~" in raw or about else ""
    bare = raw[about.end() if about else 0 :].replace("~", "").strip()
    if re.fullmatch(r"\d{4}", bare):
        return PartialDate(bare + mark)
    if found := _GERMAN_MONTH.fullmatch(bare):
        bare = f"{found[2]}-{int(found[1]):02d}"
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", bare):
        return PartialDate(bare + mark)
    return PartialDate(parse_day(bare, field, today).isoformat() + mark)


def lower_bound(value: str) -> dt.date:
    """Return the first day a partial date may mean."""
    found = _PARTIAL.fullmatch(value)
    if found is None:
        raise ValueError("not a partial date")
    return dt.date(int(found[1]), int(found[2] or 1), int(found[3] or 1))


def age_on(value: str, day: dt.date) -> int:
    """Return the age in full years on a day, by the lower bound of a partial birth date."""
    born = lower_bound(value)
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def show_partial(value: str, lang: Lang = "de") -> str:
    """Show a partial date the German way: 03.1991, etwa 1991; typed like this it is read back."""
    parts = value.rstrip("~").split("-")
    about = {"de": "etwa ", "en": "about "}[lang] if value.endswith("~") else ""
    return about + ".".join(reversed(parts))


def show(spec: FieldSpec, value: Value, reference: Reference, lang: Lang = "de") -> str:
    """Return a value as people read it; references show as the id's end and are named by the caller."""
    if value is None:
        return ""
    if isinstance(value, frozenset):
        shown = (_show_one(spec, item, reference, lang) for item in value)
        return ", ".join(sorted(shown))
    return _show_one(spec, value, reference, lang)


def _show_one(spec: FieldSpec, value: str | int | dt.date | bytes, reference: Reference, lang: Lang) -> str:
    if isinstance(value, bytes):
        return value.hex()[-6:]
    if isinstance(value, dt.date):
        return f"{value:%d.%m.%Y}"
    if spec.type in {Type.CODE, Type.CODES} and spec.codes in reference:
        return reference.label(spec.codes, str(value), lang)
    if spec.type is Type.PARTIAL_DATE:
        return show_partial(str(value), lang)
    return str(value)


def kind_values(kind: Kind, data: dict[str, object]) -> dict[str, Value]:
    """Read a whole record written as JSON; raises UserProblem(field.unknown) for a field nobody declared."""
    names = {spec.name for spec in kind.fields}
    for name in data:
        if name not in names:
            raise UserProblem("field.unknown", kind=kind.name)
    return {spec.name: from_json(spec, data.get(spec.name)) for spec in kind.fields if spec.name in data}


def as_code(value: Value) -> Code | None:
    """Return a value as a code, or None."""
    return Code(value) if isinstance(value, str) else None


def as_id(value: Value) -> RecordId | None:
    """Return a value as a record's id, or None."""
    return RecordId(value) if isinstance(value, bytes) else None
