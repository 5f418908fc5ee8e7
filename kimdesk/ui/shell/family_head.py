"""The head of a family's page in words: names, place, phase and the facts that matter as tags."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kimdesk.casework.family import FamilyHeader as HeaderFacts
from kimdesk.domain.reference import Reference
from kimdesk.ui.shell.family import FamilyHeader, HeaderTag
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.widgets.dates import show_day
from kimdesk.ui.widgets.stepper import Step

SHOWN_LANGUAGES = 2
PHASES = "phase"


def phase_steps(words: Words) -> list[Step]:
    """Return the phases of case management in order."""
    return [Step(entry.code, entry.label(words.lang)) for entry in words.reference[PHASES].entries]


class HeadWords(QObject):
    """Words a family's head."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._reference: Reference = words.reference

    def head(self, facts: HeaderFacts) -> FamilyHeader:
        """Return the head as shown."""
        row = facts.row
        parts = [row.case_number, facts.place]
        if row.since is not None:
            parts.append(self.tr("seit {day}").format(day=show_day(row.since)))
        return FamilyHeader(
            overline=" · ".join(part for part in parts if part),
            name=self.tr("Familie {name}").format(name=row.label),
            native=row.native,
            phase=row.phase or "",
            closed=self._led_elsewhere(facts),
            tags=tuple(
                tag
                for tag in (self._closed(facts), self._due(facts), *self._counts(facts), self._languages(facts))
                if tag
            ),
        )

    def _led_elsewhere(self, facts: HeaderFacts) -> str:
        """Say why nothing is written here any more; empty while the case is ours."""
        if facts.handed_on is None:
            return ""
        text = self.tr("Nur zum Lesen: Dieser Fall ist seit {day} an {name} übergeben. Neues bitte dort sagen.")
        return text.format(day=show_day(facts.handed_on), name=facts.handed_to)

    def _closed(self, facts: HeaderFacts) -> HeaderTag | None:
        """Say on every page of a closed case that it is one: nobody changes it by mistake."""
        if facts.handed_to:
            return HeaderTag(
                text=self.tr("Übergeben an {name}").format(name=facts.handed_to), tone="amber", icon="lock"
            )
        if facts.row.active:
            return None
        return HeaderTag(text=self.tr("Fall abgeschlossen"), tone="amber", icon="lock")

    def _due(self, facts: HeaderFacts) -> HeaderTag | None:
        due = facts.row.next_due
        if due is None:
            return None
        days = (due - self._words.today).days
        tone = "red" if days <= 0 else "amber" if days <= 14 else ""
        text = self.tr("Zusage {when} fällig").format(when=self._words.near(due))
        return HeaderTag(text=text, tone=tone, icon="alarm-clock" if tone else "")  # type: ignore[arg-type] # a Tone

    def _counts(self, facts: HeaderFacts) -> list[HeaderTag]:
        tags = []
        promises = facts.row.promises
        if promises:
            tags.append(HeaderTag(text=self.tr("%n Zusagen offen", "", promises), tone="amber", icon="handshake"))
        valid, withdrawn = facts.consents_valid, facts.consents_withdrawn
        text = self.tr("%n Einwilligungen gültig", "", valid)
        if withdrawn:
            text = self.tr("{valid}, {withdrawn} widerrufen").format(valid=text, withdrawn=withdrawn)
        if valid or withdrawn:
            tags.append(HeaderTag(text=text, tone="green" if valid else "", icon="file-check"))
        return tags

    def _languages(self, facts: HeaderFacts) -> HeaderTag | None:
        names = [self._words.label("language", code) for code in facts.languages[:SHOWN_LANGUAGES]]
        if facts.interpreter_needed:
            names.append(self.tr("Sprachmittlung nötig"))
        return HeaderTag(text=", ".join(names), tone="blue", icon="languages") if names else None
