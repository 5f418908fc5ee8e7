"""The course of a case: phases forth and back, closing, reopening, how long it is kept."""

from __future__ import annotations

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Change, Changes, Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Case
from kimdesk.domain.retention import delete_on
from kimdesk.domain.values import Value

CLOSED = frozenset({"closure", "aftercare"})


def set_phase(desk: Desk, case: RecordId, phase: Code, reason: str = "") -> Changes:
    """Move a case to a phase; an act, confirmed by the caller. Steps may go back; going back reopens a closed case.

    Raises UserProblem(record.missing).
    """
    found = desk.query.get(Case, case)
    if found is None:
        raise UserProblem("record.missing", kind=desk.services.registry["case"].de)
    step: dict[str, Value] = {"case": case, "date": desk.today, "phase": phase, "reason": reason.strip() or None}
    changes: list[Change] = [
        Set("case", case, "phase", phase),
        Create("phase_step", new_id(desk.clock), step),
    ]
    return desk.apply(*changes, *_opening_or_closing(desk, found, phase))


def _opening_or_closing(desk: Desk, case: Case, phase: Code) -> tuple[Change, ...]:
    closes, is_closed = phase in CLOSED, case.closed_on is not None
    if closes == is_closed:
        return ()
    closed_on = desk.today if closes else None
    return (
        Set("case", case.id, "closed_on", closed_on),
        Set("case", case.id, "retention_until", delete_on(closed_on) if closed_on else None),
    )
