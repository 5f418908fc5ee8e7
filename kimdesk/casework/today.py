"""Today: what needs somebody, and how exchange and backup stand."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kimdesk.base.clock import day_of
from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import backups, device, exchange, ways
from kimdesk.casework.backups import Missed
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Changes, Set
from kimdesk.domain.records import Measure
from kimdesk.domain.views.agenda import Agenda
from kimdesk.domain.views.drafts import Draft
from kimdesk.store.events import events

__all__ = ["Entered", "Standing", "agenda", "move", "standing", "unfinished"]


LATELY = dt.timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """An opening without the passphrase: with the code or by both holders, on which day, who was there and why."""

    holders: bool
    day: dt.date
    present: str
    reason: str

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<Entered>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How things stand with what leaves and what keeps: the last bundle, the last backup, the recovery code.

    `refused`: items of the last bundle that the office did not take. `backup_on` is None while there is no backup;
    `code_out` is False where the code in force never reached paper; `device_bad` where the device check is red and
    nobody has taken note. `backup_missed`: why the last quitting made no backup.
    """

    bundle: int | None
    bundle_on: dt.date | None
    arrived_on: dt.date | None
    refused: int
    backup_on: dt.date | None
    backup_overdue: bool
    code_missing: bool
    code_out: bool = True
    device_bad: bool = False
    helped: Entered | None = None
    """How somebody got in without the passphrase lately."""
    backup_missed: Missed = ""


def agenda(desk: Desk) -> Agenda:
    """Return what needs somebody today."""
    return desk.query.agenda(desk.today)


def unfinished(desk: Desk) -> tuple[Draft, ...]:
    """Return what was begun and does not exist yet: drafts of new records, one for each record."""
    first: dict[RecordId, Draft] = {}
    for draft in desk.query.drafts():
        kind = desk.services.registry[draft.kind]
        if draft.record not in first and desk.query.get(kind.cls, draft.record) is None:
            first[draft.record] = draft
    return tuple(first.values())


def standing(desk: Desk) -> Standing:
    """Return how exchange and backup stand; may look at a slow stick."""
    sent = exchange.history(desk)
    last = max(sent, key=lambda each: each.at, default=None)
    backup, code = backups.state(desk), ways.code_state(desk)
    return Standing(
        bundle=last.seq if last is not None else None,
        bundle_on=day_of(last.at) if last is not None else None,
        arrived_on=day_of(last.arrived_at) if last is not None and last.arrived_at is not None else None,
        refused=sum(1 for item in last.items if item.state == "refused") if last is not None else 0,
        backup_on=day_of(backup.last_ms) if backup.last_ms is not None else None,
        backup_overdue=backup.overdue or backup.gone,
        code_missing=code.remind,
        code_out=code.out,
        helped=_helped(desk),
        device_bad=not desk.practice and device.reminds(desk, device.check_of(desk)),
        backup_missed=backup.missed,
    )


def _helped(desk: Desk) -> Entered | None:
    """Return the latest opening without the passphrase, for two weeks."""
    for event in events(desk):
        if event.date < desk.today - LATELY:
            break
        if event.what in {"opened_by_holders", "opened_by_code"}:
            return Entered(
                holders=event.what == "opened_by_holders",
                day=event.date,
                present=event.about or "",
                reason=event.reason or "",
            )
    return None


def move(desk: Desk, measure: RecordId, day: dt.date) -> Changes:
    """Put a promise on another day; raises UserProblem(record.missing) and, where the plan is signed, record.frozen."""
    if desk.query.get(Measure, measure) is None:
        raise UserProblem("record.missing", kind=desk.services.registry["measure"].de)
    return desk.apply(Set("measure", measure, "until", day))
