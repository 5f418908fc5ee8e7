"""A visit: the contact that exists from its first moment, agreements made there, its end."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Change, Changes, Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Contact, Measure
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
        if (known.date, known.form, known.minutes) == (day, form, None):
            return known.id
    contact = new_id(desk.clock)
    values: dict[str, Value] = {"case": case, "date": day, "form": form}
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


def finish(desk: Desk, contact: RecordId, *, minutes: int | None, next_appointment: dt.date | None = None) -> Changes:
    """End a visit: how long it took, when one meets again."""
    changes: list[Change] = [Set("contact", contact, "minutes", minutes)]
    changes.append(Set("contact", contact, "next_appointment", next_appointment))
    return desk.apply(*changes)
