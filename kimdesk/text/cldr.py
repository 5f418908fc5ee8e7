"""What Unicode's CLDR knows of a language: names of languages, countries, days and months, dates, plural rules.

The files `resources/cldr/<code>.toml` are written by `installer/cldr.py`; the program itself needs no library for them.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kimdesk.base.errors import UserProblem
from kimdesk.base.resources import resource

_FIELD = re.compile(r"'([^']*)'|(E+|M+|L+|d+|y+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cldr:
    """Names and rules of one language; months and days start with January and Monday."""

    plurals: Mapping[str, str]
    months: tuple[str, ...]
    months_alone: tuple[str, ...]
    days: tuple[str, ...]
    date_full: str
    date_long: str
    languages: Mapping[str, str]
    countries: Mapping[str, str]


def _file(language: str) -> Path | None:
    path = resource("cldr", f"{language}.toml")
    return path if re.fullmatch(r"[A-Za-z-]+", language) and path.is_file() else None


@cache
def load_cldr(language: str) -> Cldr:
    """Return what is known of a language; UserProblem document.language_not_yet where nothing is."""
    path = _file(language)
    if path is None:
        raise UserProblem("document.language_not_yet", language=language)
    raw = tomllib.loads(path.read_text("utf-8"))
    return Cldr(
        plurals=raw["plurals"],
        months=tuple(raw["months"]),
        months_alone=tuple(raw["months_alone"]),
        days=tuple(raw["days"]),
        date_full=raw["date_full"],
        date_long=raw["date_long"],
        languages=raw["languages"],
        countries=raw["countries"],
    )


def full_date(day: dt.date, language: str) -> str:
    """Return a date with its weekday, such as Donnerstag, 3. Dezember 2026; digits stay as in German letters."""
    return _written(load_cldr(language).date_full, day, language)


def long_date(day: dt.date, language: str) -> str:
    """Return a date in words, such as 3. Dezember 2026."""
    return _written(load_cldr(language).date_long, day, language)


def weekday(day: dt.date, language: str) -> str:
    """Return the name of a day of the week."""
    return load_cldr(language).days[day.weekday()]


def _written(pattern: str, day: dt.date, language: str) -> str:
    known = load_cldr(language)
    values = {
        "E": known.days[day.weekday()],
        "M": known.months[day.month - 1],
        "L": known.months_alone[day.month - 1],
        "d": str(day.day),
        "y": str(day.year),
    }
    return _FIELD.sub(lambda found: found[1] if found[2] is None else values[found[2][0]], pattern)


def language_name(code: str, language: str) -> str | None:
    """Return what a language is called in another; None where CLDR has no word for it."""
    return load_cldr(language).languages.get(code) if _file(language) else None


def country_name(code: str, language: str) -> str | None:
    """Return what a country is called in a language; None where CLDR has no word for it."""
    return load_cldr(language).countries.get(code)
