"""A visit: the contact that exists from its first moment, agreements made there, its end, its corrections."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import editing, plans
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Change, Changes, Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Contact, Goal, Measure
from kimdesk.domain.values import Value

HOME_VISIT = Code("home_visit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What was agreed at a contact: who does what until when."""

    case: RecordId
    contact: RecordId
    text: str
    who: frozenset[Code] = frozenset()
    until: dt.date | None = None
    goal: RecordId | None = None

    def __repr__(self) -> str:
        """Never show what was agreed."""
        return "<Agreement>"


def begin(desk: Desk, case: RecordId, *, form: Code | None = None, day: dt.date | None = None) -> RecordId:
    """Begin a contact, a home visit today unless said otherwise, or go on with one not yet ended; returns its id."""
    form, day = form or HOME_VISIT, day or desk.today
    for known in desk.query.of_case(Contact, case):
        if (known.date, known.form, known.minutes, known.completed_on) == (day, form, None, None):
            return known.id
    contact = new_id(desk.clock)
    values: dict[str, Value] = {"case": case, "date": day, "form": form}
    desk.apply(Create("contact", contact, values))
    return contact


def enter_later(desk: Desk, case: RecordId, day: dt.date, *, minutes: int | None, form: Code | None = None) -> RecordId:
    """Begin the note of a contact that took place before; returns its id. Raises UserProblem(contact.ahead)."""
    if day > desk.today:
        raise UserProblem("contact.ahead")
    contact = new_id(desk.clock)
    values: dict[str, Value] = {"case": case, "date": day, "form": form or HOME_VISIT, "minutes": minutes}
    desk.apply(Create("contact", contact, values))
    return contact


def agree(desk: Desk, agreement: Agreement) -> RecordId:
    """Record an agreement as a measure of the case; returns its id."""
    measure = new_id(desk.clock)
    before = desk.query.of_case(Measure, agreement.case)
    values: dict[str, Value] = {
        "case": agreement.case,
        "contact": agreement.contact,
        "goal": agreement.goal,
        "text": agreement.text,
        "who": agreement.who,
        "until": agreement.until,
        "state": "open",
        "position": 1 + max((each.position or 0 for each in before), default=0),
    }
    desk.apply(Create("measure", measure, values))
    return measure


def plan_goals(desk: Desk, case: RecordId) -> tuple[Goal, ...]:
    """Return the goals an agreement can become a step of: those of the newest plan that are not ended."""
    page = plans.current(desk, case)
    entries = page.goals if page is not None else ()
    return tuple(each.goal for each in entries if each.goal.state not in plans.ENDED_GOALS)


def put_into_plan(desk: Desk, measure: RecordId, goal: RecordId) -> Changes:
    """Make an agreement a step of a goal; of a signed plan the next version begins, with what is open carried over.

    Raises UserProblem(record.missing).
    """
    found, wanted = desk.query.get(Measure, measure), desk.query.get(Goal, goal)
    if found is None or wanted is None:
        raise UserProblem("record.missing", kind=desk.services.registry["measure" if found is None else "goal"].de)
    page = plans.page(desk, wanted.plan)
    if page.frozen:
        page = plans.page(desk, plans.start(desk, found.case))
    entry = next((each for each in page.goals if goal in {each.goal.id, each.goal.carried_from}), None)
    if entry is None:
        raise UserProblem("record.missing", kind=desk.services.registry["goal"].de)
    position = 1 + max((each.position or 0 for each in entry.measures), default=0)
    written = desk.apply(Set("measure", measure, "goal", entry.goal.id), Set("measure", measure, "position", position))
    return written | Changes(kinds=frozenset({"support_plan", "goal"}))


def finish(
    desk: Desk,
    contact: RecordId,
    *,
    minutes: int | None,
    next_appointment: dt.date | None = None,
    completed: bool = False,
) -> Changes:
    """End a visit: how long it took, when one meets again; `completed` closes the note in the same breath."""
    changes: list[Change] = [Set("contact", contact, "minutes", minutes)]
    changes.append(Set("contact", contact, "next_appointment", next_appointment))
    written = desk.apply(*changes)
    return written | complete(desk, contact) if completed else written


def complete(desk: Desk, contact: RecordId) -> Changes:
    """Close a note for good; an act, confirmed by the caller, not undoable: what was wrong is corrected beside it.

    Raises what makes a text typed last not valid yet, UserProblem(record.missing, record.frozen).
    """
    typed = editing.settle(desk, "contact", contact)
    for problem in typed.problems.values():
        raise problem
    return typed.changes | desk.apply(Set("contact", contact, "completed_on", desk.today), undoable=False)


def correct(desk: Desk, contact: RecordId) -> RecordId:
    """Begin the correction of a completed note, or go on with one begun; returns its id.

    Who may know of the talk may know of its correction and nobody else. Raises UserProblem(record.missing,
    contact.not_completed).
    """
    original = desk.query.get(Contact, contact)
    if original is None:
        raise UserProblem("record.missing", kind=desk.services.registry["contact"].de)
    if original.completed_on is None:
        raise UserProblem("contact.not_completed")
    first = original.corrects or original.id
    for known in desk.query.of_case(Contact, original.case):
        if known.corrects == first and known.completed_on is None:
            return known.id
    correction = new_id(desk.clock)
    values: dict[str, Value] = {
        "case": original.case,
        "date": desk.today,
        "corrects": first,
        "present": original.present,
        "discuss_only_with": original.discuss_only_with,
    }
    desk.apply(Create("contact", correction, values))
    return correction
