"""Fills the page of a family's persons; adds, removes and brings back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.casework import editing, family
from kimdesk.domain.changes import Changes
from kimdesk.domain.free_movement import moves_freely, needs_title
from kimdesk.domain.plausible import person_hints
from kimdesk.domain.records import RECORDS, Person, Relation
from kimdesk.domain.views.drafts import Draft
from kimdesk.ui.screens.family_persons.state import (
    FREE_MOVEMENT,
    RESIDENCE_TITLE,
    PersonItem,
    PersonsState,
    RelationItem,
)
from kimdesk.ui.shell.family_rows import age_of, call_name, full_name, native_name, values_of

if TYPE_CHECKING:
    from kimdesk.ui.forms.records_presenter import RecordsPresenter
    from kimdesk.ui.screens.family_persons.household_presenter import HouseholdPresenter
    from kimdesk.ui.screens.family_persons.tree import GenogramPresenter
    from kimdesk.ui.shell.screen import Context

PERSON, RELATION = "person", "relation"


class View(Protocol):
    """What the presenter needs of the page."""

    def show_state(self, state: PersonsState) -> None:
        """Show everything."""
        ...

    def show_hints(self, codes: Sequence[str]) -> None:
        """Ask to look again where something cannot be true."""
        ...

    def say_removed(self, kind: str, key: str, name: str) -> None:
        """Say what was removed, and offer to bring it back."""
        ...

    def begin_typing(self) -> None:
        """Put the cursor into the first field of the form."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...

    def settle(self) -> None:
        """Turn what was typed into changes."""
        ...


class PersonsPresenter:
    """Listens to the page and to what changes in the vault."""

    def __init__(
        self,
        context: Context,
        case: RecordId,
        view: View,
        situation: Sequence[RecordsPresenter] = (),
        tree: GenogramPresenter | None = None,
        household: HouseholdPresenter | None = None,
    ) -> None:
        self._context = context
        self._tree = tree
        self._situation = situation
        self._household = household
        self._desk = context.desk
        self._case = case
        self._view = view
        self._selected: RecordId | None = None
        self._fresh: RecordId | None = None

    def opened(self) -> None:
        """Show the page with its first person."""
        self.show()

    def refresh(self, changes: Changes) -> None:
        """Show what changed in this family."""
        if self._case in changes.cases and changes.touches(PERSON, RELATION):
            self.show()
        elif self._case in changes.cases and changes.touches(*self._own()):
            self._view.show_hints(self._hints(self._person()))
        for part in self._situation:
            part.refresh(changes)
        if self._tree is not None:
            self._tree.refresh(changes)

    def leave(self) -> None:
        """Turn what was typed into changes."""
        self._view.settle()

    # showing --------------------------------------------------------------

    def show(self) -> None:
        """Show list, form and relations as they are now; the form follows the selection."""
        persons = family.persons(self._desk, self._case)
        waiting = self._waiting(persons)
        known = [each.id for each in persons] + list(waiting)
        if self._selected not in known:
            self._selected = known[0] if known else None
        drafts = {d.field: d.text for d in family.drafts(self._desk, self._selected)} if self._selected else {}
        person = next((each for each in persons if each.id == self._selected), None)
        self._view.show_state(
            PersonsState(
                case=self._case.hex(),
                items=(*(self._item(each) for each in persons), *_unborn(waiting)),
                selected=self._selected.hex() if self._selected else "",
                exists=person is not None,
                values=values_of(RECORDS[PERSON], person),
                drafts=drafts,
                relations=self._relations(persons),
                hints=self._hints(person),
                residence=self._residence(person),
            )
        )
        for part in self._situation:
            part.belong_to(self._selected if person is not None else None)
        if self._household is not None:
            self._household.show()
            self._household.look_for(self._selected if person is not None else None)

    def _person(self) -> Person | None:
        """Return the person that is shown."""
        return next((each for each in family.persons(self._desk, self._case) if each.id == self._selected), None)

    def _own(self) -> set[str]:
        """Return the kinds that hang on a person: titles, schools, insurance."""
        registry = self._desk.services.registry
        return {kind.name for kind in registry if kind.parent is not None and kind.parent.target == PERSON}

    def _hints(self, person: Person | None) -> tuple[str, ...]:
        if person is None:
            return ()
        wanted = {PERSON, RELATION, *self._own()}
        return person_hints(person, family.case_records(self._desk, self._case, wanted), self._desk.services.registry)

    def _residence(self, person: Person | None) -> frozenset[str]:
        """Return which models of residence apply: also one that still has records from before."""
        if person is None:
            return frozenset()
        page, wanted = self._desk.page, set()
        if moves_freely(person.nationalities) or not person.nationalities:
            wanted.add(FREE_MOVEMENT)
        if needs_title(person.nationalities):
            wanted.add(RESIDENCE_TITLE)
        for name in (FREE_MOVEMENT, RESIDENCE_TITLE):
            records = page.kind_of_case(RECORDS[name], self._case)
            if any(getattr(each, "person", None) == person.id for each in records):
                wanted.add(name)
        return frozenset(wanted)

    def _waiting(self, persons: tuple[Person, ...]) -> dict[RecordId, str]:
        """Return persons that do not exist yet, with what was typed of their name."""
        existing = {each.id for each in persons}
        found: dict[RecordId, dict[str, str]] = {}
        for draft in self._desk.page.drafts():
            if draft.kind == PERSON and draft.parent == self._case and draft.record not in existing:
                found.setdefault(draft.record, {})[draft.field] = draft.text
        if self._fresh is not None and self._fresh not in existing:
            found.setdefault(self._fresh, {})
        return {
            record: f"{typed.get('given_name', '')} {typed.get('family_name', '')}".strip()
            for record, typed in found.items()
        }

    def _item(self, person: Person) -> PersonItem:
        name = full_name(person)
        return PersonItem(
            key=person.id.hex(),
            name=name,
            native=native_name(person, name),
            age=age_of(person, self._desk.today),
            role=person.role or "",
            household=person.in_household or "",
        )

    def _relations(self, persons: tuple[Person, ...]) -> tuple[RelationItem, ...]:
        names = {each.id: call_name(each, persons) for each in persons}
        return tuple(
            RelationItem(key=each.id.hex(), person=names[each.person], relation=each.relation, other=names[each.other])
            for each in self._desk.page.of_case(Relation, self._case)
            if self._selected in {each.person, each.other} and each.person in names and each.other in names
        )

    # events ---------------------------------------------------------------

    def select(self, key: str) -> None:
        """Show another person in the form; what was typed of the one before is settled."""
        if self._selected is None or key != self._selected.hex():
            self._view.settle()
            self._selected = RecordId(bytes.fromhex(key))
            self.show()

    def add(self) -> None:
        """Begin a new person: it is listed at once and exists with its first name."""
        self._view.settle()
        self._fresh = self._selected = editing.mint(self._desk)
        self.show()
        self._view.begin_typing()

    def remove(self, kind: str, key: str, name: str) -> None:
        """Take a person or a relation away."""
        record = RecordId(bytes.fromhex(key))
        if kind == PERSON and self._desk.page.get(Person, record) is None:
            self._throw_away(record)
            return

        def work(_steps: object) -> Changes:
            changes = family.delete(self._desk, kind, record)
            editing.forget(self._desk, record)
            return changes

        def told(changes: Changes) -> None:
            self._context.tell(changes)
            self._view.say_removed(kind, key, name)

        self._context.runner.run(work, told, failed=self._view.fail)

    def _throw_away(self, record: RecordId) -> None:
        if record == self._fresh:
            self._fresh = None

        def done(_none: None) -> None:
            self._selected = None
            self.show()

        self._context.runner.run(lambda _steps: editing.forget(self._desk, record), done, failed=self._view.fail)

    def restore(self, kind: str, key: str) -> None:
        """Bring back what was removed, and show it."""
        record = RecordId(bytes.fromhex(key))
        if kind == PERSON:
            self._selected = record
        self._context.runner.run(
            lambda _steps: family.restore(self._desk, kind, record), self._context.tell, failed=self._view.fail
        )

    def relate(self, person: str, relation: str, other: str) -> None:
        """Record how one person belongs to another."""
        record, case, desk = editing.mint(self._desk), self._case, self._desk
        typed = {"person": person, "other": other, "relation": relation}

        def work(_steps: object) -> Changes:
            for name, text in typed.items():
                editing.keep(desk, Draft(kind=RELATION, record=record, field=name, text=text, parent=case))
            return editing.settle(desk, RELATION, record).changes

        self._context.runner.run(work, self._context.tell, failed=self._view.fail)


def _unborn(waiting: dict[RecordId, str]) -> tuple[PersonItem, ...]:
    return tuple(PersonItem(key=record.hex(), name=name, draft=True) for record, name in waiting.items())
