"""How the plan editor says codes and days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kimdesk.base.errors import Lang
from kimdesk.domain.reference import Reference
from kimdesk.ui.widgets.dates import short_day
from kimdesk.ui.widgets.tags import Tone

STATE_TONES: dict[str, Tone] = {
    "in_progress": "blue",
    "stalled": "amber",
    "partly_reached": "green",
    "reached": "green",
}
STATE_ICONS: dict[str, str] = {"stalled": "clock"}
_WHO_ORDER = ("family", "case_manager", "office", "third")


class PlanWords:
    """Words of one language, from the code lists."""

    def __init__(self, reference: Reference, lang: Lang, today: dt.date) -> None:
        self._reference = reference
        self._lang: Lang = lang
        self._today = today

    def domain(self, code: str) -> str:
        """Return the short name of a life domain."""
        if not code:
            return ""
        entry = next((each for each in self._reference["life_domain"].entries if each.code == code), None)
        if entry is not None and self._lang == "de" and entry.short_de:
            return entry.short_de
        return self._reference.label("life_domain", code, self._lang)

    def state(self, code: str) -> str:
        """Return a goal's state."""
        return self._reference.label("goal_state", code, self._lang)

    def who(self, codes: Sequence[str], name: str) -> str:
        """Return who does something: Familie + KIM, or the office's name."""
        known = [code for code in _WHO_ORDER if code in codes]
        words = [self._reference.label("responsible", code, self._lang) for code in known]
        return " + ".join([*words, name] if name else words)

    def until(self, day: dt.date | None) -> str:
        """Return until when, short; nothing where no day is set."""
        return "" if day is None else short_day(day, self._today)

    def language(self, code: str) -> str:
        """Return a language's name."""
        return self._reference.label("language", code, self._lang)

    def languages(self, codes: Sequence[str]) -> str:
        """Return languages printed side by side."""
        return " + ".join(self.language(code) for code in codes)

    def in_language(self, code: str) -> str:
        """Return the label of a translation: Auf Bulgarisch; nothing where no language is named."""
        if not code:
            return ""
        return QCoreApplication.translate("PlanWords", "Auf {language}").format(language=self.language(code))

    def signature(self, code: str) -> str:
        """Return how a plan was agreed to."""
        return self._reference.label("signature_form", code, self._lang)
