"""Fills a family's first page and ticks promises off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kimdesk.base.errors import KimError, UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import family
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Changes
from kimdesk.domain.records import RECORDS, Case, Closing, Contact, Goal, Measure, Person, SupportPlan
from kimdesk.ui.screens.family_overview.state import (
    ENDING,
    GoalLine,
    OverviewState,
    PersonLine,
    PlanLines,
    RecentContact,
)
from kimdesk.ui.shell.family_rows import Promise, age_of, call_name, native_name, promise_of, values_of

if TYPE_CHECKING:
    from kimdesk.ui.forms.records_presenter import RecordsPresenter
    from kimdesk.ui.shell.screen import Context

SHOWN_CONTACTS = 3
KINDS = ("case", "closing", "person", "contact", "support_plan", "goal", "measure")


class View(Protocol):
    """What the presenter needs of the page."""

    def show_state(self, state: OverviewState) -> None:
        """Show everything."""
        ...

    def say_done(self, promise: Promise) -> None:
        """Say that a promise was ticked off, and offer to take it back."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...

    def settle(self) -> None:
        """Turn what was typed into changes."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """All records the page is made of."""

    case: Case
    persons: tuple[Person, ...]
    contacts: tuple[Contact, ...]
    measures: tuple[Measure, ...]
    plan: SupportPlan | None
    goals: tuple[Goal, ...]
    closing: bool


def find(desk: Desk, case: RecordId) -> Found:
    """Read the records; raises UserProblem(record.missing)."""
    record = desk.query.get(Case, case)
    if record is None:
        raise UserProblem("record.missing", kind=RECORDS["case"].de)
    plans = desk.query.of_case(SupportPlan, case)
    plan = plans[-1] if plans else None
    return Found(
        case=record,
        persons=family.persons_in_order(desk.query.of_case(Person, case)),
        contacts=tuple(each for each in desk.query.of_case(Contact, case)[::-1] if each.corrects is None),
        measures=desk.query.of_case(Measure, case),
        plan=plan,
        goals=tuple(goal for goal in desk.query.of_case(Goal, case) if plan is not None and goal.plan == plan.id),
        closing=bool(desk.query.of_case(Closing, case)),
    )


class OverviewPresenter:
    """Listens to the page and to what changes in the vault."""

    def __init__(self, context: Context, case: RecordId, view: View, course: Sequence[RecordsPresenter] = ()) -> None:
        self._context = context
        self._course = course
        self._desk = context.desk
        self._case = case
        self._view = view
        self._ticked: dict[RecordId, Promise] = {}

    def opened(self) -> None:
        """Show the page; what was ticked off before is gone from the list."""
        self._ticked.clear()
        self._load()
        for part in self._course:
            part.show()

    def refresh(self, changes: Changes) -> None:
        """Show what changed in this family."""
        if self._case in changes.cases and changes.touches(*KINDS):
            self._load()
        for part in self._course:
            part.refresh(changes)

    def leave(self) -> None:
        """Turn what was typed into changes."""
        self._view.settle()

    def tick(self, key: str, *, done: bool) -> None:
        """Mark a promise as done or as open again."""
        measure = RecordId(bytes.fromhex(key))

        def told(changes: Changes) -> None:
            self._context.tell(changes)
            if done and measure in self._ticked:
                self._view.say_done(self._ticked[measure])

        if done:
            self._remember(measure)
        else:
            self._ticked.pop(measure, None)
        self._context.runner.run(
            lambda _steps: family.done(self._desk, measure, is_done=done), told, failed=self._view.fail
        )

    def _remember(self, measure: RecordId) -> None:
        found = self._desk.page.get(Measure, measure)
        if found is not None:
            self._ticked[measure] = promise_of(found, {})

    def _load(self) -> None:
        self._context.runner.run(
            lambda _steps: find(self._desk, self._case), self._show, failed=self._view.fail, lane="query"
        )

    def _show(self, found: Found) -> None:
        drafts = {draft.field: draft.text for draft in family.drafts(self._desk, self._case)}
        self._view.show_state(
            OverviewState(
                case=self._case.hex(),
                values=values_of(RECORDS["case"], found.case),
                drafts=drafts,
                recent=tuple(_recent(each) for each in found.contacts[:SHOWN_CONTACTS]),
                contacts=len(found.contacts),
                promises=self._promises(found),
                plan=_plan(found),
                persons=tuple(self._person(each, found.persons) for each in found.persons),
                ending=found.case.phase in ENDING or found.closing,
                closed=found.case.closed_on is not None,
                handed_to=found.case.handed_to or "",
                handed_on=found.case.handed_on,
            )
        )

    def _promises(self, found: Found) -> tuple[Promise, ...]:
        contacts = {each.id: each for each in found.contacts}
        shown = [promise_of(each, contacts) for each in family.open_promises(found.measures)]
        done = [
            promise_of(each, contacts) for each in found.measures if each.id in self._ticked and each.state == "done"
        ]
        return tuple(shown + done)

    def _person(self, person: Person, persons: tuple[Person, ...]) -> PersonLine:
        name = call_name(person, persons)
        return PersonLine(
            name=name,
            native=native_name(person, name),
            age=age_of(person, self._desk.today),
            situation=person.situation or "",
            german=person.german_level or "",
            reads=tuple(sorted(person.reads)),
            here=person.in_household != "no",
        )


def _recent(contact: Contact) -> RecentContact:
    confined = bool(contact.discuss_only_with)
    return RecentContact(
        key=contact.id.hex(),
        date=contact.date,
        form=contact.form or "",
        minutes=contact.minutes,
        interpreting=contact.interpreting or "",
        text="" if confined else contact.family_says or contact.observation or contact.seen or "",
    )


def _plan(found: Found) -> PlanLines | None:
    if found.plan is None:
        return None
    goals = tuple(GoalLine(wording=each.wording or "", state=each.state or "open") for each in found.goals)
    return PlanLines(version=found.plan.version, signed_on=found.plan.signed_on, goals=goals)
