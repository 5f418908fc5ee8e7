"""A family at a desk that shares what its consents open with the office, and bundles that carry it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from kimdesk.base.ids import RecordId, new_id
from kimdesk.domain.changes import Create
from kimdesk.domain.declare import Code, Record
from kimdesk.domain.disclosure import CaseRecords, Recipient, Request, disclose
from kimdesk.domain.records import RECORDS, Case, Consent, Person
from kimdesk.domain.values import Value
from kimdesk.domain.wire_named import Share, named_record, withdrawal_record
from kimdesk.exchange import seal
from kimdesk.exchange.partners import device_keys, keys_of
from kimdesk.exchange.seal import Parcel
from kimdesk.office.imports import Imported, import_bundle
from kimdesk.store.post import post_of
from tests.support.districts import Pair

OFFICE = "Kreis Steinfurt"


@dataclass
class Family:
    """A family at a desk: Elena consents to being known by name, and separately to her phone."""

    case: RecordId
    elena: RecordId
    name: RecordId
    reach: RecordId


@pytest.fixture
def elena(pair: Pair) -> Family:
    desk = pair.desk
    case, person, name, reach = (new_id(desk.clock) for _ in range(4))
    values: dict[str, Value] = {
        "case": case,
        "person": person,
        "scope": Code("share_coordination_named"),
        "recipient": OFFICE,
        "purpose": Code("support"),
        "direction": Code("out"),
        "given_on": dt.date(2026, 11, 1),
    }
    desk.apply(
        Create("case", case, {"case_number": "KD-2026-0017", "phase": Code("planning"), "wish": "Ein Zimmer"}),
        Create("person", person, {"case": case, "given_name": "Elena", "phone": "02553 000000"}),
        Create("consent", name, {**values, "categories": frozenset({Code("identity")})}),
        Create("consent", reach, {**values, "categories": frozenset({Code("reach")})}),
    )
    return Family(case, person, name, reach)


def released(pair: Pair, family: Family, until: dt.date | None = None) -> list[dict[str, Any]]:
    """Return what the gate releases of a family for the office, as a bundle carries it."""
    query = pair.desk.query
    cases, persons = query.every(Case), query.of_case(Person, family.case)
    records: dict[str, Sequence[Record]] = {"case": cases, "person": persons}
    found = CaseRecords(case=cases[0], records={**records, "consent": query.of_case(Consent, family.case)})
    wish = Request(recipient=Recipient(kind="body", name=OFFICE), purpose="support", exit="bundle", day=pair.desk.today)
    answer = disclose(wish, found, RECORDS)
    share = Share(case=family.case, purpose="support", until=until)
    return [
        named_record(RECORDS[kind], record, [each for each in answer.released if each.record == record.id],
                     share=share, revision=1)
        for kind, many in records.items() for record in many
    ]  # fmt: skip


def withdrawn(pair: Pair, consent: RecordId) -> dict[str, Any]:
    known = next(each for each in pair.desk.query.every(Consent) if each.id == consent)
    return withdrawal_record(replace(known, withdrawn_on=dt.date(2026, 11, 19)), 1)


def bundle(pair: Pair, name: str, **records: Sequence[dict[str, Any]]) -> Path:
    """Write a bundle with any records, as a desk of another version might."""
    post = post_of(pair.desk.store)
    (row,) = post.ledger.partners()
    sender = seal.Desk(device_keys(post.ledger, "desk"), post.ledger, pair.desk.clock)
    path = pair.folder / name
    seal.write_bundle(Parcel("sync", row.fingerprint, records), path, desk=sender, recipients=[keys_of(row)])
    return path


def take(pair: Pair, name: str, **records: Sequence[dict[str, Any]]) -> Imported:
    return import_bundle(pair.office, bundle(pair, name, **records))
