"""How the demo's data files write days, ages and texts that stay true on whatever day they are loaded."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from kimdesk.domain.holidays import working_day_from, working_day_until

_DAY = re.compile(r"today(?:([+-])(\d+))?(!)?")
_MONTH = re.compile(r"month(?:-end)?(?:([+-])(\d+))?")
_AGE = re.compile(r"(\d+)y-(\d+)d")
_YEAR = re.compile(r"year-(\d+)(~?)")
_BLANK = re.compile(r"(?<!\{)\{([^{}|]+)(?:\|(\w+))?\}(?!\})")
_MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli",
           "August", "September", "Oktober", "November", "Dezember")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Notation:
    """Reads the notation of resources/demo/README.md for one day; raises ValueError for anything else."""

    today: dt.date

    def day(self, text: str) -> dt.date:
        """Read `today-10`, `today+5`, `today-10!` or `month-end+1`."""
        if text.startswith("month-end"):
            first = self._month(text)
            return first.replace(day=calendar.monthrange(first.year, first.month)[1])
        found = _match(_DAY, text)
        day = self.today + _shift(found[1], found[2]) * dt.timedelta(days=1)
        if found[3]:
            return day
        return working_day_from(day) if found[1] == "+" else working_day_until(day)

    def birth(self, text: str) -> str:
        """Read `10y-265d`, `year-64` or `year-64~`; returns the partial date."""
        if found := _YEAR.fullmatch(text):
            return f"{self.today.year - int(found[1])}{found[2]}"
        found = _match(_AGE, text)
        day = self.today - dt.timedelta(days=int(found[2]))
        last = calendar.monthrange(day.year - int(found[1]), day.month)[1]
        return day.replace(year=day.year - int(found[1]), day=min(day.day, last)).isoformat()

    def text(self, text: str) -> str:
        """Fill `{today-10}`, `{today-10|short}`, `{month+1}` and `{month+1|name}`; `{{x}}` is `{x}` itself."""
        return _BLANK.sub(self._filled, text).replace("{{", "{").replace("}}", "}")

    def _filled(self, found: re.Match[str]) -> str:
        if found[1].startswith("today"):
            return f"{self.day(found[1]):%d.%m.}" if found[2] == "short" else f"{self.day(found[1]):%d.%m.%Y}"
        first = self._month(found[1])
        return _MONTHS[first.month - 1] if found[2] == "name" else f"{first:%m/%Y}"

    def _month(self, text: str) -> dt.date:
        found = _match(_MONTH, text)
        years, month = divmod(self.today.month - 1 + _shift(found[1], found[2]), 12)
        return dt.date(self.today.year + years, month + 1, 1)


def _match(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    found = pattern.fullmatch(text)
    if found is None:
        raise ValueError(f"not a day of the demo's notation: {text}")
    return found


def _shift(sign: str | None, number: str | None) -> int:
    return int(f"{sign or ''}{number or 0}")
