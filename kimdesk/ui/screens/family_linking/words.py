"""How referrals, conferences and those invited are worded: one line each, how they stand, what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from kimdesk.base.ids import RecordId
from kimdesk.casework.linking import Standing as Heard
from kimdesk.domain.records import CaseConference, ConferenceParticipant, Measure, Referral
from kimdesk.ui.forms.records import RowAction, Standing
from kimdesk.ui.screens.family_linking.state import DONE, PREPARE, PRINT, REOPEN, TAKEN_UP
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.widgets.tags import Tone

_TONES: dict[str, Tone] = {"made": "blue", "taken_up": "green", "refused": "amber", "not_taken_up": "amber"}
_OPEN = (None, "made", "unknown")


class LinkingWords(QObject):
    """Words for the page, in the language spoken when it was made."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    # referrals --------------------------------------------------------------

    def referral(self, each: Referral, body: str) -> str:
        """Return a referral in one line: body and what it is about."""
        what = each.concern or self._words.label("life_domain", each.domain)
        return " · ".join(part for part in (body, what) if part)

    def referral_standing(self, each: Referral) -> Standing | None:
        """Return how a referral stands, and since when."""
        if each.state is None:
            return None
        word = self._words.label("referral_state", each.state)
        day = each.state_on or each.date
        return Standing(f"{word} {day:%d.%m.%Y}", _TONES.get(each.state, ""))

    def referral_actions(self, each: Referral, heard: Heard | None) -> tuple[RowAction, ...]:
        """Return what can be done with a referral."""
        found = []
        if each.state in _OPEN:
            found.append(RowAction(TAKEN_UP, self.tr("Angenommen"), "check", always=True))
        return (*found, *self._preparing(heard, always=False))

    def _preparing(self, heard: Heard | None, *, always: bool) -> tuple[RowAction, ...]:
        if heard is None or heard.who != "body" or heard.closed:
            return ()
        if not heard.complete:
            return (RowAction(PREPARE, self.tr("Einwilligung vorbereiten"), "file-plus", always=always),)
        return (RowAction(PREPARE, self.tr("Auch für die anderen vorbereiten"), "file-plus"),) if heard.silent else ()

    def referral_detail(self, each: Referral, heard: Heard | None, names: Mapping[RecordId, str]) -> str:
        """Return what the body may hear from us, and whether it goes on with the family."""
        meant = [name for one, name in names.items() if one in each.persons]
        parts = [self.tr("für {names}").format(names=self._words.both(meant))] if meant else []
        if each.state_on is not None and each.state_on != each.date:
            parts.insert(0, self.tr("vom {day}").format(day=f"{each.date:%d.%m.%Y}"))
        if each.hand_on == "yes":
            parts.append(self.tr("die Begleitung geht dorthin über"))
        if heard is not None and heard.who == "body":
            if heard.closed:
                parts.append(self.tr("nur mit einzelnen besprechbar: von uns erfährt die Stelle nichts"))
            elif heard.complete:
                parts.append(self.tr("Einwilligung liegt vor"))
            else:
                who = self._names(heard.missing, names)
                text = self.tr("ohne Einwilligung von {names}: Angaben macht die Familie selbst")
                parts.append(text.format(names=who))
        return " · ".join(parts)

    # conferences --------------------------------------------------------------

    def conference(self, each: CaseConference) -> str:
        """Return a conference in one line: when and what about."""
        when = " ".join(part for part in (f"{each.date:%d.%m.%Y}", each.time) if part)
        return " · ".join(part for part in (when, each.occasion or each.place) if part)

    def conference_standing(self, each: CaseConference, lacking: int) -> Standing:
        """Return whether a conference lies ahead, and how many bodies still lack consents."""
        if lacking:
            return Standing(self.tr("%n Stellen ohne Einwilligung", "", lacking), "amber")
        if each.date >= self._words.today:
            return Standing(self._words.near(each.date), "blue")
        return (
            Standing(self.tr("Protokoll liegt vor"), "green") if each.minutes else Standing(self.tr("ohne Protokoll"))
        )

    def conference_actions(self, each: CaseConference) -> tuple[RowAction, ...]:
        """Return what can be printed of a conference."""
        word = self.tr("Protokoll drucken") if each.date <= self._words.today else self.tr("Einladung drucken")
        return (RowAction(PRINT, word, "printer"),)

    # those invited ------------------------------------------------------------

    def participant(self, each: ConferenceParticipant, name: str) -> str:
        """Return somebody invited in one line: name, function, whether they came."""
        came = {"yes": self.tr("war dabei"), "no": self.tr("war nicht dabei")}.get(each.attended or "", "")
        own = each.name if each.name and each.name != name else ""
        return " · ".join(part for part in (name, own, each.function, came) if part)

    def participant_standing(self, heard: Heard | None) -> Standing | None:
        """Return whether a consent lets this body take part."""
        if heard is None:
            return None
        if heard.who != "body":
            words = {
                "family": self.tr("Familie"),
                "own": self.tr("eigene Stelle"),
                "unnamed": self.tr("noch ohne Namen"),
            }
            return Standing(words[heard.who])
        if heard.closed:
            return Standing(self.tr("darf nichts erfahren"), "red")
        if heard.complete:
            return Standing(self.tr("Einwilligung liegt vor"), "green")
        return Standing(self.tr("Einwilligung fehlt"), "red")

    def participant_detail(self, heard: Heard | None, names: Mapping[RecordId, str]) -> str:
        """Return what is missing, of whom, for which body, and what to do."""
        if heard is None or heard.who != "body":
            return ""
        if heard.closed:
            return self.tr("Diese Konferenz ist nur mit einzelnen Personen der Familie zu besprechen.")
        if heard.complete:
            if not heard.silent:
                return ""
            text = self.tr("Zu {names} wird hier nichts gesagt: keine Einwilligung.")
            return text.format(names=self._names(heard.silent, names))
        text = self.tr(
            "Für „{body}“ fehlt die Einwilligung von {names}. Vorher einholen, sonst ohne diese Stelle sprechen."
        )
        return text.format(body=heard.body, names=self._names(heard.missing, names))

    def _names(self, persons: Sequence[RecordId], names: Mapping[RecordId, str]) -> str:
        return self._words.both(names.get(one, "") for one in persons) or self.tr("den Sorgeberechtigten")

    def participant_actions(self, heard: Heard | None) -> tuple[RowAction, ...]:
        """Return what can be done for somebody invited."""
        return self._preparing(heard, always=True)

    # agreements ---------------------------------------------------------------

    def agreement_standing(self, each: Measure) -> Standing | None:
        """Return how an agreement stands."""
        if (each.state or "open") == "open":
            return Standing(self._words.near(each.until), "amber") if self._late(each) and each.until else None
        return Standing(self._words.label("measure_state", each.state), "green" if each.state == "done" else "")

    def _late(self, each: Measure) -> bool:
        return each.until is not None and each.until < self._words.today

    def agreement_actions(self, each: Measure) -> tuple[RowAction, ...]:
        """Return what can be done with an agreement."""
        if each.state == "done":
            return (RowAction(REOPEN, self.tr("Wieder offen"), "rotate-ccw"),)
        return (RowAction(DONE, self.tr("Erledigt"), "check", always=True),)
