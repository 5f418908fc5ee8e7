"""Fills the page of a family's consents; giving and withdrawing are acts. Knows no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.casework import consent_paper, consents, family, interpreters
from kimdesk.casework.consents import Given
from kimdesk.casework.desk import Desk
from kimdesk.domain.capacity import is_adult
from kimdesk.domain.changes import Changes
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Consent, Person
from kimdesk.ui.screens.family_consents.state import GIVE, PRINT, WITHDRAW, Asked, ConsentsState, Informed
from kimdesk.ui.shell.family_rows import call_name

if TYPE_CHECKING:
    from kimdesk.ui.forms.records_presenter import RecordsPresenter
    from kimdesk.ui.shell.screen import Context

KINDS = ("consent", "person", "handout")


class View(Protocol):
    """What the presenter asks of the page."""

    def show_state(self, state: ConsentsState) -> None:
        """Show a moment."""
        ...

    def ask_given(self, consent: Consent, asked: Asked) -> None:
        """Show the document and ask how somebody consents."""
        ...

    def ask_withdrawn(self, consent: Consent, name: str) -> None:
        """Ask once before a withdrawal."""
        ...

    def say_withdrawn(self) -> None:
        """Say what happens now."""
        ...

    def ask_printed(self, consent: Consent) -> None:
        """Ask for whom a consent is printed."""
        ...

    def ask_age(self) -> None:
        """Ask in the open consent whether whoever interpreted is 18."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class ConsentsPresenter:
    """Listens to the page and to what changes in the vault."""

    def __init__(self, context: Context, case: RecordId, view: View, listed: RecordsPresenter) -> None:
        self._context, self._case, self._view, self._listed = context, case, view, listed
        self._desk: Desk = context.desk

    def opened(self) -> None:
        """Show the page."""
        self._show()
        self._listed.show()

    def refresh(self, changes: Changes) -> None:
        """Show what changed in this family."""
        if self._case in changes.cases and changes.touches(*KINDS):
            self._show()
            self._listed.show()

    def leave(self) -> None:
        """Turn what was typed into changes."""
        self._listed.leave()

    def _show(self) -> None:
        persons = family.persons(self._desk, self._case)
        by_id = {each.id: each for each in persons}
        states = [
            consents.state_of(each, by_id.get(each.person), self._desk.today)
            for each in self._desk.page.of_case(Consent, self._case)
        ]
        spoken = dict.fromkeys(code for each in persons for code in sorted(each.languages - {"de"}))
        self._view.show_state(
            ConsentsState(
                informed=tuple(self._informed(each, persons) for each in persons if self._is_asked(each)),
                languages=(*spoken, "de"),
                valid=sum(1 for state in states if state in {"valid", "ends_soon"}),
                withdrawn=states.count("withdrawn"),
            )
        )

    def _is_asked(self, person: Person) -> bool:
        """Tell whether a person decides here: grown up, and part of the household."""
        return is_adult(person, self._desk.today) and person.in_household != "no"

    def _informed(self, person: Person, persons: tuple[Person, ...]) -> Informed:
        return Informed(
            key=person.id.hex(), name=call_name(person, persons), on=consents.information_on(self._desk, person)
        )

    # events ---------------------------------------------------------------

    def act(self, action: str, key: str) -> None:
        """Begin giving or withdrawing; what was typed is settled first."""
        self._listed.leave()
        record = RecordId(bytes.fromhex(key))

        def asked(found: tuple[Consent, Asked]) -> None:
            consent, what = found
            if action == GIVE:
                self._view.ask_given(consent, what)
            elif action == WITHDRAW:
                self._view.ask_withdrawn(consent, what.name)
            elif action == PRINT:
                self._view.ask_printed(consent)

        def failed(error: KimError) -> None:
            self._view.fail(error)
            if error.code == "interpreter.age_unknown":
                self._listed.open(key)
                self._view.ask_age()

        self._context.runner.run(lambda _steps: self._asked(record, shown=action == GIVE), asked, failed=failed)

    def _asked(self, record: RecordId, *, shown: bool) -> tuple[Consent, Asked]:
        found = consents.require(self._desk, record)
        if shown:
            interpreters.require_grown_up(self._desk, self._case, record, found.interpreter)
        persons = family.persons(self._desk, self._case)
        names = {each.id: call_name(each, persons) for each in persons}
        return found, Asked(
            name=names.get(found.person, ""),
            signers=tuple(names.get(each, "") for each in consents.signers(found)),
            paper=consent_paper.shown(self._desk, record).data if shown else b"",
        )

    def give(self, consent: RecordId, given: Given) -> None:
        """Note that a consent was given."""
        self._context.runner.run(
            lambda _steps: consent_paper.give(self._desk, consent, given), self._context.tell, failed=self._view.fail
        )

    def withdraw(self, consent: RecordId, how: str) -> None:
        """Note that a consent was withdrawn."""

        def told(changes: Changes) -> None:
            self._context.tell(changes)
            self._view.say_withdrawn()

        self._context.runner.run(
            lambda _steps: consents.withdraw(self._desk, consent, how), told, failed=self._view.fail
        )

    def hand_over(self, keys: tuple[str, ...], language: str) -> None:
        """Note that the information sheet was handed over and talked through."""
        persons = [RecordId(bytes.fromhex(key)) for key in keys]
        self._context.runner.run(
            lambda _steps: consents.hand_over_information(self._desk, self._case, persons, Code(language)),
            self._context.tell,
            failed=self._view.fail,
        )
