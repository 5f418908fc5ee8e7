"""The case list without names: only under a recorded agreement, taken back as soon as it ends."""

from __future__ import annotations

import datetime as dt
import hmac
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Changes, Create, Set
from kimdesk.domain.disclosure import CaseRecords, Recipient, Request, disclose
from kimdesk.domain.figures import Period
from kimdesk.domain.records import Agreement, Case, Goal, Person, SupportPlan
from kimdesk.domain.values import Value
from kimdesk.domain.wire_listed import listed_record, off_the_list
from kimdesk.store.outbox import OutboxItem


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAgreement:
    """What recording an agreement asks."""

    recipient: str
    reference: str
    signed_on: dt.date | None
    valid_until: dt.date | None = None


def agreement_with(desk: Desk, body: str) -> Agreement | None:
    """Return the agreement with a body that holds today, the newest one."""
    holding = [each for each in desk.query.every(Agreement) if _holds(each, body, desk.today)]
    return max(holding, key=lambda each: each.signed_on, default=None)


def _holds(agreement: Agreement, body: str, day: dt.date) -> bool:
    ends = [end for end in (agreement.valid_until, agreement.ended_on) if end is not None]
    same = " ".join(agreement.recipient.split()).casefold() == " ".join(body.split()).casefold()
    return same and agreement.signed_on <= day and all(day <= end for end in ends)


def record_agreement(desk: Desk, new: NewAgreement) -> Changes:
    """Record a signed agreement; an act, confirmed by the caller. Raises UserProblem field.required."""
    if new.signed_on is None:
        raise UserProblem("field.required", field=desk.services.registry["agreement"].field("signed_on").de)
    values: dict[str, Value] = {
        "recipient": new.recipient,
        "reference": new.reference,
        "signed_on": new.signed_on,
        "valid_until": new.valid_until,
    }
    return desk.apply(Create("agreement", new_id(desk.clock), values))


def end_agreement(desk: Desk, agreement: RecordId) -> Changes:
    """End an agreement as of yesterday: the list is taken back with the next bundle."""
    return desk.apply(Set("agreement", agreement, "ended_on", desk.today - dt.timedelta(days=1)))


def case_list(
    desk: Desk, body: str, partner: bytes, period: Period | None, given: Iterable[OutboxItem]
) -> tuple[dict[str, Any], ...]:
    """Return the lines of the list to send: those new or changed, and the word which are not on it any more.

    `period`: the cases active in it are listed; None lists none anew, and takes back only those that must not be
    listed any more. Without an agreement everything is taken back.
    """
    known = {item.item.hex(): item for item in given if item.contents == "pseudonymised"}
    agreed = agreement_with(desk, body)
    listed = _Listing(desk, body, partner)
    if agreed is None:
        lines: dict[str, dict[str, Any]] = {}
    elif period is not None:
        lines = listed.lines(period, agreed.valid_until)
    else:
        may_stay = listed.may_stay()
        lines = {key: dict(item.value) for key, item in known.items() if key in may_stay}
    gone = {key: off_the_list(bytes.fromhex(key)) for key in known if key not in lines}
    return tuple(line for key, line in (lines | gone).items() if not _settled(known.get(key), line))


def _settled(known: OutboxItem | None, line: dict[str, Any]) -> bool:
    return known is not None and known.value == line and known.state != "sent"


class _Listing:
    """Makes lines, each under what its case is called for one partner alone."""

    def __init__(self, desk: Desk, body: str, partner: bytes) -> None:
        self._desk = desk
        self._key = desk.vault.subkey(f"pseudonyms/{partner.hex()}")
        self._request = Request(
            recipient=Recipient(kind="body", name=body), purpose="figures", exit="bundle", day=desk.today, agreed=True
        )

    def _pseudonym(self, case: RecordId) -> bytes:
        """Nobody without this vault's key can lead it back to the case."""
        return hmac.digest(self._key, case, "sha256")[:16]

    def may_stay(self) -> set[str]:
        """Return the pseudonyms of all cases that are still here and not restricted."""
        cases = self._desk.query.every(Case)
        return {self._pseudonym(case.id).hex() for case in cases if case.restricted != "yes" and not case.merged_into}

    def lines(self, period: Period, until: dt.date | None) -> dict[str, dict[str, Any]]:
        """Return the cases active in a period as far as the gate lets them out."""
        found = {}
        for records in self._cases(period):
            gate = disclose(self._request, records, self._desk.services.registry)
            if gate.released:
                line = listed_record(records, gate, self._pseudonym(records.case.id), until)
                found[line["id"]] = line
        return found

    def _cases(self, period: Period) -> Iterator[CaseRecords]:
        """Yield cases with persons and goals; read whole, for a list of all cases asks everything anyway."""
        query = self._desk.query
        of_plan = {plan.id: plan.case for plan in query.every(SupportPlan)}
        persons, goals = defaultdict(list), defaultdict(list)
        for person in query.every(Person):
            persons[person.case].append(person)
        for goal in query.every(Goal):
            goals[of_plan.get(goal.plan)].append(goal)
        for case in query.every(Case):
            if _active(case, period):
                kinds = {"case": (case,), "person": persons[case.id], "goal": goals[case.id]}
                yield CaseRecords(case=case, records=kinds)


def _active(case: Case, period: Period) -> bool:
    begun = case.first_contact is None or case.first_contact <= period.end
    return begun and case.merged_into is None and (case.closed_on is None or case.closed_on >= period.start)
