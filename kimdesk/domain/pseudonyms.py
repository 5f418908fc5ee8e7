"""Coarser values for lists without names: a band of birth years, a month instead of a day."""

from __future__ import annotations

import datetime as dt


def year_band(value: str) -> str:
    """Return the five-year band of a partial date: "1991-03" becomes "1990–1994"."""
    year = int(value.lstrip("~")[:4])
    start = year - year % 5
    return f"{start}–{start + 4}"


def month(value: dt.date) -> str:
    """Return year and month of a date: 2026-04."""
    return f"{value:%Y-%m}"
