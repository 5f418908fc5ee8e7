"""Fills the page of a family's contacts: reads, filters, opens one in the form, ticks agreements off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.casework import editing, family, visits
from kimdesk.domain.changes import Changes
from kimdesk.domain.names import fold
from kimdesk.domain.records import RECORDS, Contact, Measure
from kimdesk.domain.views.drafts import Draft
from kimdesk.ui.screens.family_contacts.reading import Entry, Found, entries_of, find
from kimdesk.ui.screens.family_contacts.state import AgreementForm, ContactItem, ContactsState, Editing
from kimdesk.ui.shell.directory import interpreter_word
from kimdesk.ui.shell.family_rows import call_name, values_of

if TYPE_CHECKING:
    from kimdesk.ui.shell.screen import Context

CONTACT, MEASURE = "contact", "measure"
PAGE = 20


class View(Protocol):
    """What the presenter needs of the page."""

    def show_state(self, state: ContactsState) -> None:
        """Show everything."""
        ...

    def say_removed(self, kind: str, key: str) -> None:
        """Say that something was removed, and offer to bring it back."""
        ...

    def begin_typing(self) -> None:
        """Put the cursor into the form."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...

    def settle(self) -> None:
        """Turn what was typed into changes."""
        ...

    def close_all(self) -> None:
        """Close every assessment."""
        ...


class ContactsPresenter:
    """Listens to the page and to what changes in the vault."""

    def __init__(self, context: Context, case: RecordId, view: View) -> None:
        self._context = context
        self._desk = context.desk
        self.case = self._case = case
        self._view = view
        self._found = Found((), (), ())
        self._entries: tuple[Entry, ...] = ()
        self._filter = ""
        self._limit = PAGE
        self._open: RecordId | None = None
        self._next_agreement: RecordId | None = None

    def opened(self) -> None:
        """Show the page."""
        self._load()

    def refresh(self, changes: Changes) -> None:
        """Show what changed in this family."""
        if self._case in changes.cases and changes.touches(CONTACT, MEASURE, "person"):
            self._load()

    def leave(self) -> None:
        """Turn what was typed into changes; nothing confided stays open on a page one leaves."""
        self._view.settle()
        self._view.close_all()

    # showing --------------------------------------------------------------

    def _load(self) -> None:
        def work(_steps: object) -> tuple[Found, tuple[Entry, ...]]:
            found = find(self._desk, self._case)
            return found, entries_of(found, self._desk.reference)

        self._context.runner.run(work, self._loaded, failed=self._view.fail, lane="query")

    def _loaded(self, loaded: tuple[Found, tuple[Entry, ...]]) -> None:
        self._found, self._entries = loaded
        self.show()

    def show(self) -> None:
        """Show the contacts that match, as many as were asked for."""
        matching = [kept for entry in self._entries if (kept := self._kept(entry)) is not None]
        persons = self._found.persons
        self._view.show_state(
            ContactsState(
                case=self._case.hex(),
                items=tuple(self._without_open(each) for each in matching[: self._limit]),
                total=len(self._entries),
                matching=len(matching),
                filter=self._filter,
                persons=tuple((each.id.hex(), call_name(each, persons)) for each in persons),
                interpreters=tuple((each.id.hex(), interpreter_word(each)) for each in self._found.interpreters),
                editing=self._editing(),
                agreements=self._agreement_forms(),
                unfinished=self._unfinished(),
            )
        )

    def _without_open(self, item: ContactItem) -> ContactItem:
        """Leave out the correction that stands in the form right now."""
        shown = tuple(each for each in item.corrections if self._open is None or each.key != self._open.hex())
        return replace(item, corrections=shown)

    def _kept(self, entry: Entry) -> ContactItem | None:
        wanted = fold(self._filter).split()
        if all(word in entry.words for word in wanted):
            return entry.item
        if all(word in entry.words or word in entry.confided for word in wanted):
            return replace(entry.item, found_in_assessment=True)
        shown = {entry.item.key, *(each.key for each in entry.item.corrections)}
        return entry.item if self._open is not None and self._open.hex() in shown else None

    # the form -------------------------------------------------------------

    def _editing(self) -> Editing | None:
        if self._open is None:
            return None
        record = next((each for each in self._found.contacts if each.id == self._open), None)
        return Editing(
            key=self._open.hex(),
            exists=record is not None,
            completed_on=record.completed_on if record is not None else None,
            corrects=record.corrects.hex() if record is not None and record.corrects is not None else "",
            values=values_of(RECORDS[CONTACT], record),
            drafts=self._drafts(self._open),
        )

    def _agreement_forms(self) -> tuple[AgreementForm, ...]:
        if self._open is None or self._next_agreement is None:
            return ()
        known = [each for each in self._found.measures if each.contact == self._open]
        editing_now = self._editing()
        if editing_now is not None and editing_now.completed_on is not None:
            return tuple(self._agreement_form(each.id, each) for each in known)
        if any(each.id == self._next_agreement for each in known):
            self._next_agreement = editing.mint(self._desk)
        return (
            *(self._agreement_form(each.id, each) for each in known),
            self._agreement_form(self._next_agreement, None),
        )

    def _agreement_form(self, record: RecordId, measure: Measure | None) -> AgreementForm:
        return AgreementForm(
            key=record.hex(),
            exists=measure is not None,
            values=values_of(RECORDS[MEASURE], measure),
            drafts=self._drafts(record),
        )

    def _drafts(self, record: RecordId) -> dict[str, str]:
        return {draft.field: draft.text for draft in family.drafts(self._desk, record)}

    def _unfinished(self) -> tuple[str, ...]:
        """Return contacts of this case that were begun and have no valid date yet."""
        known = {each.id for each in self._found.contacts} | {self._open}
        waiting = {
            draft.record: None
            for draft in self._desk.page.drafts()
            if draft.kind == CONTACT and draft.parent == self._case and draft.record not in known
        }
        return tuple(record.hex() for record in waiting)

    def begin(self) -> None:
        """Begin a contact that took place before; it exists from its first key."""
        self._turn_to(editing.mint(self._desk))

    def edit(self, key: str) -> None:
        """Open a contact in the form."""
        self._turn_to(RecordId(bytes.fromhex(key)))

    def _turn_to(self, record: RecordId) -> None:
        self._view.settle()
        self._open = record
        self._next_agreement = self._waiting_agreement(record) or editing.mint(self._desk)
        self.show()
        self._view.begin_typing()

    def _waiting_agreement(self, contact: RecordId) -> RecordId | None:
        """Return the agreement that was begun at this contact and does not exist yet."""
        known = {each.id for each in self._found.measures}
        for draft in self._desk.page.drafts():
            begun = draft.kind == MEASURE and draft.field == "contact" and draft.text == contact.hex()
            if begun and draft.record not in known:
                return draft.record
        return None

    def close(self) -> None:
        """Settle what was typed and read on."""
        self._view.settle()
        self._open = self._next_agreement = None
        self._load()

    def first_key(self, kind: str, key: str) -> None:
        """Give a record that just began what no one has to type: today's date, or the contact it was agreed at."""
        record = RecordId(bytes.fromhex(key))
        given = {"date": f"{self._desk.today:%d.%m.%Y}"}
        if kind == MEASURE and self._open is not None:
            given = {"contact": self._open.hex(), "state": "open"}

        def work(_steps: object) -> None:
            known = {draft.field for draft in self._desk.query.drafts(record)}
            for name in given.keys() - known:
                fresh = Draft(kind=kind, record=record, field=name, text=given[name], parent=self._case)
                editing.keep(self._desk, fresh)

        self._context.runner.run(work, lambda _none: None, failed=self._view.fail)

    # completing and correcting --------------------------------------------

    def complete(self, key: str) -> None:
        """Close a note for good, once that was confirmed."""
        contact = RecordId(bytes.fromhex(key))
        self._view.settle()
        self._context.runner.run(
            lambda _steps: visits.complete(self._desk, contact), self._told, failed=self._view.fail
        )

    def _told(self, changes: Changes) -> None:
        self._open = self._next_agreement = None
        self._context.tell(changes)
        self._load()

    def correct(self, key: str) -> None:
        """Begin a correction beside a completed note, or go on with the one begun."""
        contact = RecordId(bytes.fromhex(key))

        def work(_steps: object) -> tuple[RecordId, Found]:
            return visits.correct(self._desk, contact), find(self._desk, self._case)

        def begun(answer: tuple[RecordId, Found]) -> None:
            correction, found = answer
            self._found, self._entries = found, entries_of(found, self._desk.reference)
            self._turn_to(correction)

        self._context.runner.run(work, begun, failed=self._view.fail)

    def put_into_plan(self, measure: str, goal: str) -> None:
        """Make an agreement a step of the plan; a signed plan gets its next version."""
        keys = RecordId(bytes.fromhex(measure)), RecordId(bytes.fromhex(goal))
        self._context.runner.run(
            lambda _steps: visits.put_into_plan(self._desk, *keys), self._planned, failed=self._view.fail
        )

    def _planned(self, changes: Changes) -> None:
        self._context.tell(changes)
        self._load()

    # events ---------------------------------------------------------------

    def search(self, text: str) -> None:
        """Show the contacts in which all words occur."""
        self._filter, self._limit = text, PAGE
        self.show()

    def more(self) -> None:
        """Show older contacts as well."""
        self._limit += PAGE
        self.show()

    def tick(self, key: str, *, done: bool) -> None:
        """Mark an agreement as done or as open again."""
        measure = RecordId(bytes.fromhex(key))
        self._context.runner.run(
            lambda _steps: family.done(self._desk, measure, is_done=done),
            self._context.tell,
            failed=self._view.fail,
        )

    def remove(self, kind: str, key: str) -> None:
        """Take a contact or an agreement away; one that never existed is forgotten."""
        record = RecordId(bytes.fromhex(key))
        if record == self._open:
            self._open = self._next_agreement = None
        cls = Contact if kind == CONTACT else Measure
        if self._desk.page.get(cls, record) is None:
            self._context.runner.run(
                lambda _steps: editing.forget(self._desk, record), lambda _none: self._load(), failed=self._view.fail
            )
            return

        def work(_steps: object) -> Changes:
            changes = family.delete(self._desk, kind, record)
            editing.forget(self._desk, record)
            return changes

        def told(changes: Changes) -> None:
            self._context.tell(changes)
            self._view.say_removed(kind, key)

        self._context.runner.run(work, told, failed=self._view.fail)

    def restore(self, kind: str, key: str) -> None:
        """Bring back what was removed."""
        record = RecordId(bytes.fromhex(key))
        self._context.runner.run(
            lambda _steps: family.restore(self._desk, kind, record), self._context.tell, failed=self._view.fail
        )
