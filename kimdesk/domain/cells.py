"""Cells of a caseload's table read as values: dates as people and programs write them, words as codes, whole names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Final

from kimdesk.base.errors import UserProblem
from kimdesk.domain.columns import plain
from kimdesk.domain.reference import CodeList
from kimdesk.domain.values import parse_partial

_SERIAL = re.compile(r"(\d{4,5})(?:\.\d+)?")
_SLASHES = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})")
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2})?.*$")
_PARTS = re.compile(r"\s*(?:[,;/+&|]|\bund\b|\band\b)\s*")
_MOBILE = re.compile(r"1[5-7]\d{8,9}")
_WITH_COUNTRY = re.compile(r"49\d{9,12}")
_THIS_YEAR = re.compile(r"\d{1,2}\.\d{1,2}\.?")
_DAY_ZERO: Final = dt.date(1899, 12, 30)
"""Day 0 of Excel's serial numbers, its leap day of 1900 counted in (ECMA-376, 18.17.4.1)."""
_FIRST_SERIAL, _LAST_SERIAL = 3000, 73000
_PARTICLES = frozenset(
    {"al", "el", "abu", "bin", "ben", "ibn", "bint", "de", "da", "di", "del", "van", "von", "zu", "der"}
)
_SPOKEN: Final[Mapping[str, Mapping[str, str]]] = {
    "country": {
        "syrien": "SY", "tuerkei": "TR", "kosovo": "XK", "mazedonien": "MK", "moldawien": "MD", "moldau": "MD",
        "weissrussland": "BY", "belarus": "BY", "usa": "US", "grossbritannien": "GB", "england": "GB", "iran": "IR",
        "elfenbeinkueste": "CI", "tschechien": "CZ", "kongo": "CD",
    },
    "language": {"farsi": "fa", "kurmanci": "ku", "kurmandschi": "ku", "sorani": "ckb", "kurdisch": "ku",
                 "romanes": "rom"},
    "gender": {"w": "f", "weibl": "f", "weibl.": "f", "frau": "f", "maennl": "m", "maennl.": "m",
               "mann": "m", "herr": "m"},
    "phase": {"neu": "clarification", "abgeschlossen": "closure", "beendet": "closure"},
    "family_role": {"ehefrau": "partner", "ehemann": "partner", "sohn": "child", "tochter": "child",
                    "oma": "grandparent",
                    "opa": "grandparent", "bruder": "sibling", "schwester": "sibling"},
}  # fmt: skip
_ADJECTIVES: Final[Mapping[str, str]] = {
    "afghanisch": "AF", "albanisch": "AL", "algerisch": "DZ", "bosnisch": "BA", "bulgarisch": "BG", "chinesisch": "CN",
    "deutsch": "DE", "eritreisch": "ER", "aethiopisch": "ET", "franzoesisch": "FR", "georgisch": "GE",
    "ghanaisch": "GH",
    "griechisch": "GR", "guineisch": "GN", "indisch": "IN", "irakisch": "IQ", "iranisch": "IR", "italienisch": "IT",
    "kosovarisch": "XK", "kroatisch": "HR", "libanesisch": "LB", "marokkanisch": "MA", "mazedonisch": "MK",
    "nigerianisch": "NG", "pakistanisch": "PK", "polnisch": "PL", "portugiesisch": "PT", "rumaenisch": "RO",
    "russisch": "RU", "serbisch": "RS", "slowakisch": "SK", "somalisch": "SO", "spanisch": "ES", "syrisch": "SY",
    "tuerkisch": "TR", "tunesisch": "TN", "ukrainisch": "UA", "ungarisch": "HU", "vietnamesisch": "VN",
}  # fmt: skip


def read_date(text: str, today: dt.date) -> str | None:
    """Return a day, month or year as EDTF, or None where it is no date that can be.

    Takes 14.03.1991, 14.3.91, 14/03/1991, 1991-03-14 and 1991/3/14 with or without a time, 03.1991, 1991, ~1991, and
    Excel's serial numbers. Two digits mean the past: 14.3.91 is 1991, and never a day still to come.
    """
    bare = _TIME.sub("", text.strip())
    if (serial := _SERIAL.fullmatch(bare)) and not 1900 <= int(serial[1]) <= today.year:
        number = int(serial[1])
        bare = (_DAY_ZERO + dt.timedelta(days=number)).isoformat() if _FIRST_SERIAL < number < _LAST_SERIAL else ""
    if (not bare[-1:].isdigit() and not bare.endswith("~")) or _THIS_YEAR.fullmatch(bare):
        return None
    try:
        found = str(parse_partial(_german(bare), "", today))
    except UserProblem:
        return None
    if re.search(r"\.\d{2}$", _german(bare)) and found > today.isoformat():
        found = f"{int(found[:4]) - 100}{found[4:]}"
    return found if found[:4] >= "1900" and found.rstrip("~") <= today.isoformat() else None


def _german(written: str) -> str:
    """Return a day written another way as 14.3.1991; of 3/14/1991 only one reading can be."""
    if turned := _YEAR_FIRST.fullmatch(written):
        return f"{turned[3]}.{turned[2]}.{turned[1]}"
    if slashed := _SLASHES.fullmatch(written):
        day, month = (slashed[2], slashed[1]) if int(slashed[2]) > 12 else (slashed[1], slashed[2])
        return f"{day}.{month}.{slashed[3]}"
    return written


class Words:
    """The words of one code list: its codes, labels in German and English, and how people say them."""

    def __init__(self, codes: CodeList) -> None:
        self._known: dict[str, str] = {}
        for entry in reversed(codes.entries):
            for label in (entry.code, entry.short_de, entry.en, entry.de):
                spellings = (label, label.partition("(")[0], label.replace("/in", ""), label.replace("/in", "in"))
                self._known |= dict.fromkeys(map(plain, spellings), entry.code)
        self._known.pop("", None)
        self._spoken = _SPOKEN.get(codes.name, {})
        self._adjectives: Mapping[str, str] = _ADJECTIVES if codes.name == "country" else {}
        self._places = codes.name == "municipality"
        self._read: dict[str, str | None] = {}

    def one(self, text: str) -> str | None:
        """Return the code a word means, or None."""
        if text not in self._read:
            word = plain(text).strip(" .")
            self._read[text] = self._known.get(word) or self._said(word)
        return self._read[text]

    def several(self, text: str) -> tuple[frozenset[str], tuple[str, ...]]:
        """Return the codes of several words, and the words that mean none."""
        if (whole := self.one(text)) is not None:
            return frozenset({whole}), ()
        found = {part: self.one(part) for part in _PARTS.split(text.strip()) if part}
        return frozenset(code for code in found.values() if code), tuple(
            part for part, code in found.items() if not code
        )

    def _said(self, word: str) -> str | None:
        if self._places:
            return self._known.get(_without_postcode(word))
        return self._spoken.get(word) or self._adjectives.get(word.removesuffix("e"))


def _without_postcode(word: str) -> str:
    """48431 Rheine-Mesum → rheine: how places stand in tables."""
    return re.split(r"[-,(]| ot ", re.sub(r"^\d{5}\s+", "", word))[0].strip()


def split_name(text: str) -> tuple[str, str]:
    """Return given and family name of a whole name: „Dimitrova, Elena“ or „Elena Dimitrova“; one word is the family.

    What belongs to the family name stays with it: Omar Abu Zaid, Sarah van der Berg.
    """
    family, comma, given = text.partition(",")
    if comma:
        return " ".join(given.split()), " ".join(family.split())
    parts = text.removeprefix("Familie ").removeprefix("Fam. ").split()
    if len(parts) < 2:
        return "", " ".join(parts)
    cut = next((at for at in range(1, len(parts)) if parts[at].casefold().strip("-") in _PARTICLES), len(parts) - 1)
    return " ".join(parts[:cut]), " ".join(parts[cut:])


def read_phone(text: str) -> str:
    """Return a phone number with what tables for numbers swallow: the zero of a mobile number, the plus before 49."""
    bare = text.strip()
    if _MOBILE.fullmatch(bare):
        return f"0{bare}"
    return f"+{bare}" if _WITH_COUNTRY.fullmatch(bare) else bare
