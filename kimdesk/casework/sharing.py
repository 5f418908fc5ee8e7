"""What of chosen families goes to one body by name, and what it was given earlier and must give up again."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, from_hex
from kimdesk.base.progress import SILENT, Progress
from kimdesk.casework.desk import Desk
from kimdesk.casework.opening import OpenedCase, SharedPart, full_name, open_case
from kimdesk.domain.records import Consent, Person
from kimdesk.domain.wire_named import consents_of, withdrawal_record
from kimdesk.store.outbox import OutboxItem

PURPOSES: Final = ("support", "case_conference", "application")
"""What a family may be named for towards a coordination office; a hand-over has a way of its own."""

Change = Literal["new", "changed", "again", "same", "gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedFamily:
    """What leaves of one family; `changes` counts its records against what this body was given last.

    Without parts nobody chose it: something it was given by name earlier is taken back or goes once more.
    """

    case: RecordId
    case_number: str
    label: str
    purpose: str
    parts: tuple[SharedPart, ...] = ()
    changes: Mapping[Change, int] = field(default_factory=dict)

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<SharedFamily>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """A consent that covered something given to this body and was withdrawn since: the body is told to delete it."""

    case: RecordId
    label: str
    person: str
    on: dt.date

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<Withdrawn>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A family that may be given by name to this body for this purpose: somebody of it agreed to exactly that.

    `shared`: the body has something of it already.
    """

    case: RecordId
    case_number: str
    label: str
    shared: bool

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<Candidate>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """What leaves by name: records and withdrawals as they travel, and the same for people."""

    named: tuple[dict[str, Any], ...] = ()
    withdrawals: tuple[dict[str, Any], ...] = ()
    families: tuple[SharedFamily, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<Sharing>"


@dataclass(frozen=True, slots=True)
class Given:
    """What one body was given by name so far, as the outbox remembers it, by ids in hex."""

    records: Mapping[str, OutboxItem]
    withdrawals: Mapping[str, OutboxItem]

    @classmethod
    def of(cls, items: Iterable[OutboxItem]) -> Given:
        """Pick out of all items what concerns names."""
        found: dict[str, dict[str, OutboxItem]] = {"named": {}, "withdrawals": {}}
        for item in items:
            if item.contents in found:
                found[item.contents][item.item.hex()] = item
        return cls(found["named"], found["withdrawals"])

    def cases(self) -> tuple[RecordId, ...]:
        """Return the cases something was ever given of."""
        return tuple(dict.fromkeys(from_hex(item.value["case"]) for item in self.records.values()))

    def of_case(self, case: RecordId) -> dict[str, OutboxItem]:
        """Return what was given of a case."""
        return {key: item for key, item in self.records.items() if item.value["case"] == case.hex()}

    def purpose(self, case: RecordId) -> str:
        """Return what a case was last given for."""
        newest = max(self.of_case(case).values(), key=lambda item: item.seq)
        return str(newest.value["purpose"])

    def shares(self, case: RecordId) -> bool:
        """Tell whether the body has something of a case."""
        return any(item.value["fields"] for item in self.of_case(case).values())

    def change(self, record: Mapping[str, Any]) -> Change:
        """Return how a record differs from what the body was given last."""
        known = self.records.get(record["id"])
        if not record["fields"]:
            return "gone"
        if known is None or not known.value["fields"]:
            return "new"
        return "again" if known.value == record else "changed"

    def settled(self, record: Mapping[str, Any]) -> bool:
        """Tell whether the body already answered exactly this record."""
        known = self.records.get(record["id"])
        return known is not None and known.value == record and known.state != "sent"


def candidates(desk: Desk, body: str, purpose: str, given: Iterable[OutboxItem]) -> tuple[Candidate, ...]:
    """Return the families of which something may leave by name for this body and purpose, by name."""
    before = Given.of(given)
    asked = {each.case for each in desk.query.every(Consent) if each.purpose == purpose and each.withdrawn_on is None}
    found = []
    for case in asked:
        opened = open_case(desk, case, body, purpose, before.withdrawals)
        if opened is not None and opened.leaving:
            row = opened.row
            found.append(Candidate(case=case, case_number=row.case_number, label=row.label, shared=before.shares(case)))
    return tuple(sorted(found, key=lambda each: (each.label.casefold(), each.case_number)))


def share(
    desk: Desk,
    body: str,
    chosen: Mapping[RecordId, str],
    given: Iterable[OutboxItem],
    progress: Progress = SILENT,
) -> Sharing:
    """Return what leaves by name for a body: chosen families (case → purpose), and what it must give up of others.

    `given` is everything this body was ever given. What no consent covers any more is taken back, chosen or not.
    Raises UserProblem "named.not_covered" for a family of which nothing may leave, Cancelled.
    """
    before = Given.of(given)
    named: dict[str, dict[str, Any]] = {}
    families: list[SharedFamily] = []
    cases = (*chosen, *(each for each in before.cases() if each not in chosen))
    for number, case in enumerate(cases):
        progress.step(number, len(cases))
        purpose = chosen.get(case) or before.purpose(case)
        opened = open_case(desk, case, body, purpose, before.withdrawals)
        if case in chosen and (opened is None or not opened.leaving):
            raise UserProblem("named.not_covered")
        records = _travelling(before.of_case(case), opened, whole=case in chosen)
        fresh = {key: record for key, record in records.items() if not before.settled(record)}
        named |= fresh
        if fresh or case in chosen:
            changes = Counter(before.change(record) for record in fresh.values())
            families.append(_family(desk, case, purpose, opened if case in chosen else None, changes))
    withdrawals = _withdrawals(desk, before)
    return Sharing(
        named=tuple(named.values()),
        withdrawals=withdrawals,
        families=tuple(families),
        withdrawn=tuple(_withdrawn(desk, record) for record in withdrawals),
    )


def _family(
    desk: Desk, case: RecordId, purpose: str, opened: OpenedCase | None, changes: Mapping[Change, int]
) -> SharedFamily:
    row = desk.query.case_row(case)
    return SharedFamily(
        case=case,
        case_number=row.case_number if row is not None else "",
        label=row.label if row is not None else "",
        purpose=purpose,
        parts=opened.parts() if opened is not None else (),
        changes=changes,
    )


def _travelling(
    known: Mapping[str, OutboxItem], opened: OpenedCase | None, *, whole: bool
) -> dict[str, dict[str, Any]]:
    """Return the records of a case: all as it is now, or what is left of what was given; the rest emptied."""
    now = opened.travelling() if opened is not None else {}
    if not whole:
        now = {key: _narrowed(item.value, now[key]) for key, item in known.items() if key in now}
    gone = {key: _with_fields(item.value, []) for key, item in known.items() if key not in now}
    return now | gone


def _narrowed(given: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was given, less what may no longer leave; nothing new is told of a family nobody chose."""
    covered = {name: consents for name, _value, consents in now["fields"]}
    rows = [[name, value, covered[name]] for name, value, _consents in given["fields"] if name in covered]
    return _with_fields(given, rows) | ({"until": now["until"]} if rows and "until" in now else {})


def _with_fields(given: Mapping[str, Any], rows: list[list[Any]]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if name != "until"} | {"fields": rows}


def _withdrawals(desk: Desk, before: Given) -> tuple[dict[str, Any], ...]:
    """Return the consents withdrawn since the body was given something under them, each until the body confirms it."""
    records = {key: dict(item.value) for key, item in before.withdrawals.items() if item.state == "sent"}
    used = {each for item in before.records.values() for each in consents_of(item.value)}
    for key in sorted(used - before.withdrawals.keys()):
        consent = desk.query.get(Consent, from_hex(key))
        if consent is not None and consent.withdrawn_on is not None:
            revision = desk.query.revisions("consent", consent.id)["withdrawn_on"]
            records[key] = withdrawal_record(consent, revision)
    return tuple(records.values())


def _withdrawn(desk: Desk, record: Mapping[str, Any]) -> Withdrawn:
    case, consent = from_hex(record["case"]), desk.query.get(Consent, from_hex(record["id"]))
    row = desk.query.case_row(case)
    person = desk.query.get(Person, consent.person) if consent is not None else None
    return Withdrawn(
        case=case,
        label=row.label if row is not None else "",
        person=full_name(person) if person is not None else "",
        on=dt.date.fromisoformat(record["on"]),
    )
