"""How the preparation of a visit says persons, promises and days."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QObject

from kimdesk.domain.records import Interpreter
from kimdesk.domain.views.documents import MeasureView
from kimdesk.domain.views.papers import AppointmentLine, DeadlineLine, PersonLine, TalkLine
from kimdesk.ui.shell.family_words import Words


class PrepareWords(QObject):
    """Words for one screen, in the language spoken when it was made."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def person(self, person: PersonLine) -> str:
        """Return Elena Dimitrova · Mutter, 32 · Bulgarisch, Türkisch."""
        role = self._words.label("family_role", person.role) if person.role else ""
        age = str(person.age) if person.age is not None else ""
        spoken = ", ".join(self._words.label("language", code) for code in person.languages)
        needs = self.tr("braucht Sprachmittlung") if person.interpreter_needed else ""
        who = ", ".join(part for part in (role, age) if part)
        return " · ".join(part for part in (person.name, who, spoken, needs) if part)

    def interpreter(self, found: Interpreter) -> str:
        """Return Frau I. · Pool · Bulgarisch · Verschwiegenheit unterschrieben."""
        spoken = ", ".join(sorted(self._words.label("language", code) for code in found.languages))
        sworn = (
            self.tr("Verschwiegenheit unterschrieben")
            if found.confidentiality_on is not None
            else self.tr("Verschwiegenheit noch nicht unterschrieben")
        )
        return " · ".join(part for part in (found.name, found.pool or "", spoken, found.phone or "", sworn) if part)

    def talk(self, talk: TalkLine) -> str:
        """Return Telefonat am 05.11.: nur mit E. D. besprechen."""
        form = self._words.label("contact_form", talk.form) or self.tr("Kontakt")
        day = self._words.day(talk.date)
        return self.tr("{form} am {day}: nur mit {names} besprechen").format(form=form, day=day, names=talk.only_with)

    def promise(self, promise: MeasureView) -> str:
        """Return what is to be done, until when."""
        return promise.text if promise.until is None else f"{promise.text} ({self._until(promise.until)})"

    def _until(self, day: dt.date) -> str:
        return self.tr("bis {day}").format(day=self._words.day(day))

    def appointment(self, line: AppointmentLine) -> str:
        """Return day, time, what and where."""
        return " · ".join(part for part in (self._words.day(line.date), line.time, line.title, line.place) if part)

    def deadline(self, line: DeadlineLine) -> str:
        """Return a day that counts and what it is about."""
        return f"{self._words.day(line.date)} {self._matter(line)}"

    def _matter(self, line: DeadlineLine) -> str:
        words = {
            "consent_ends": self.tr("Einwilligung endet: {text}"),
            "title_ends": self.tr("Aufenthaltstitel läuft ab: {text}"),
            "approved_until": self.tr("Bewilligung endet: {text}"),
            "notice_until": self.tr("Wohnung gekündigt"),
            "plan_review": self.tr("Wir sprechen wieder über den Plan"),
            "comes_of_age": self.tr("{text} wird 18 Jahre alt"),
        }
        return words.get(line.matter, "{text}").format(text=self._about(line.text))

    def _about(self, text: str) -> str:
        """Return what a deadline is about; a code comes as list.code."""
        codes, dot, code = text.partition(".")
        known = dot and codes == "consent_scope"
        return self._words.label(codes, code) if known else text
