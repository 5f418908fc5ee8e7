"""How visit mode says codes and days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QObject

from kimdesk.base.errors import Lang
from kimdesk.domain.reference import Reference
from kimdesk.ui.screens.visit.state import GoalChoice, InterpreterChoice, PersonChip
from kimdesk.ui.widgets.dates import show_day

_ORDER = ("case_manager", "family", "office", "third")


class VisitWords(QObject):
    """Words for one screen, in the language spoken when it was made."""

    def __init__(self, reference: Reference, lang: Lang, today: dt.date) -> None:
        super().__init__()
        self._reference = reference
        self._lang: Lang = lang
        self._today = today

    def label(self, codes: str, code: str | None) -> str:
        """Return a code's word."""
        return self._reference.label(codes, code, self._lang)

    def topic(self, code: str) -> str:
        """Return the short name of a life domain."""
        entry = next((each for each in self._reference["life_domain"].entries if each.code == code), None)
        if entry is not None and self._lang == "de" and entry.short_de:
            return entry.short_de
        return self.label("life_domain", code)

    def person(self, chip: PersonChip) -> str:
        """Return a person's name, or the role where no first name is known."""
        return chip.name or self.label("family_role", chip.role)

    def who_word(self, code: str) -> str:
        """Return who does it: we, or the family."""
        if code == "case_manager":
            return self.tr("wir")
        return self.tr("Familie") if code == "family" else self.label("responsible", code)

    def who(self, codes: Sequence[str]) -> str:
        """Return everybody who does it."""
        return " + ".join(self.who_word(code) for code in _ORDER if code in codes)

    def until(self, day: dt.date | None) -> str:
        """Return bis Mi 25.11."""
        if day is None:
            return ""
        names = self.tr("Mo Di Mi Do Fr Sa So").split()
        shown = f"{day:%d.%m.}" if day.year == self._today.year else f"{day:%d.%m.%Y}"
        return self.tr("bis {weekday} {day}").format(weekday=names[day.weekday()], day=shown)

    def goal(self, goal: GoalChoice) -> str:
        """Return Ziel 1 Wohnen."""
        number = self.tr("Ziel {number}").format(number=goal.number)
        return f"{number} {self.topic(goal.domain)}" if goal.domain else number

    def for_goal(self, number: int, domain: str) -> str:
        """Return → Ziel 1 Wohnen."""
        return "→ " + self.goal(GoalChoice(key="", number=number, domain=domain))

    def child_noted(self) -> str:
        """Return what it means that only a child could translate."""
        return self.tr(
            "Ein Kind hat übersetzt. Das wird nur festgehalten: Einwilligung, Plan und andere wichtige Papiere warten, "
            "bis eine erwachsene Person übersetzt."
        )

    def speaking(self, choice: InterpreterChoice) -> str:
        """Return Frau I. (Bulgarisch)."""
        spoken = ", ".join(self.label("language", code) for code in choice.languages)
        return f"{choice.name} ({spoken})" if spoken else choice.name

    def overline(self, form: str, day: dt.date | None, *, later: bool) -> str:
        """Return Hausbesuch · Mitschreiben, or the day where it is written down afterwards."""
        what = self.label("contact_form", form) if form else self.tr("Kontakt")
        how = self.tr("Nachtragen, {day}").format(day=show_day(day)) if later else self.tr("Mitschreiben")
        return f"{what} · {how}"
