"""How a family's screens word what they show: ages, days, promises, contacts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from PySide6.QtCore import QObject

from kimdesk.base.errors import Lang
from kimdesk.domain.reference import Reference
from kimdesk.ui.i18n import language
from kimdesk.ui.shell.family_rows import Age, Promise
from kimdesk.ui.widgets.dates import short_day
from kimdesk.ui.widgets.tags import Tone

SHOWN_LETTERS = 120


class Words(QObject):
    """Words for one screen, in the language spoken when it was made."""

    def __init__(self, reference: Reference, today: dt.date) -> None:
        super().__init__()
        self.reference = reference
        self.today = today
        self.lang: Lang = language()

    def label(self, codes: str, code: str | None) -> str:
        """Return a code's word."""
        return self.reference.label(codes, code, self.lang)

    def age(self, age: Age | None) -> str:
        """Return 35, or about 35."""
        if age is None:
            return ""
        return self.tr("etwa {years}").format(years=age.years) if age.about else str(age.years)

    def near(self, day: dt.date) -> str:
        """Return heute, morgen, in 4 Tagen, seit 3 Tagen."""
        days = (day - self.today).days
        if days == 0:
            return self.tr("heute")
        if days == 1:
            return self.tr("morgen")
        if days == -1:
            return self.tr("seit gestern")
        past = -days
        return self.tr("in %n Tagen", "", days) if days > 0 else self.tr("seit %n Tagen", "", past)

    def day(self, day: dt.date) -> str:
        """Return 12.11., with the year where it is not this one."""
        return short_day(day, self.today)

    def who(self, promise: Promise) -> str:
        """Return who promised: a name, or we and the family."""
        if promise.who_name:
            return promise.who_name
        return self.both(self._promiser(code) for code in promise.who)

    def _promiser(self, code: str) -> str:
        return self.tr("wir") if code == "case_manager" else self.label("responsible", code)

    def both(self, names: Iterable[str]) -> str:
        """Return names as people list them: a, b und c."""
        found = list(names)
        if len(found) < 2:
            return "".join(found)
        return self.tr("{names} und {last}").format(names=", ".join(found[:-1]), last=found[-1])

    def promise(self, promise: Promise) -> str:
        """Return the dim line of a promise: who, and until or since when."""
        when = ""
        if promise.until is not None:
            when = self.tr("bis {day}").format(day=self.day(promise.until))
        elif promise.since is not None:
            when = self.tr("seit {day}").format(day=self.day(promise.since))
        return " · ".join(part for part in (self.who(promise), when) if part)

    def due(self, promise: Promise) -> tuple[str, Tone]:
        """Return the alarm of a promise: due today, or overdue for how long; empty where there is none."""
        if promise.until is None or promise.state != "open" or promise.until > self.today:
            return "", ""
        if promise.until == self.today:
            return self.tr("heute"), "amber"
        return self.near(promise.until), "red"

    def contact(self, *, form: str, minutes: int | None, interpreting: str) -> str:
        """Return a contact's headline: home visit, 55 min, interpreter."""
        parts = [self.label("contact_form", form) or self.tr("Kontakt")]
        if minutes is not None:
            parts.append(self.tr("{minutes} min").format(minutes=minutes))
        if interpreting and interpreting not in {"none", "missing"}:
            parts.append(self.tr("Sprachmittlung"))
        if interpreting == "missing":
            parts.append(self.tr("Sprachmittlung fehlte"))
        return " · ".join(parts)


def beginning(text: str, letters: int = SHOWN_LETTERS) -> str:
    """Return the first words of a text on one line, ended by … where it goes on."""
    line = " ".join(text.split())
    return line if len(line) <= letters else line[:letters].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
