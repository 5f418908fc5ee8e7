"""Cases a family allowed the office to see: taken in field by field, read-only, and gone when the consent goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kimdesk.domain.views.exchange import StreamHead
from kimdesk.domain.wire_named import consents_of, named_refused, without_consent
from kimdesk.office.office import Office
from kimdesk.store.district import Imported as Row

NO_END = "9999-12-31"


def shared_refused(office: Office, record: Mapping[str, Any]) -> str | None:
    """Return why a record of a shared case is not taken over, or None; a consent once withdrawn opens nothing again."""
    refused = named_refused(record, office.services.registry, office.reference)
    if refused is not None:
        return refused
    if record.get("until", NO_END) < office.today.isoformat():
        return "office.consent_over"
    return "office.withdrawn" if office.post.district.withdrawn(consents_of(record)) else None


def take_shared(office: Office, sender: bytes, place: StreamHead, record: Mapping[str, Any]) -> None:
    """Keep a record of a shared case in place of what was sent of it before.

    One without fields says that nothing is shared any more; its place stays, so that no late bundle brings it back.
    """
    row = Row(
        partner=sender,
        contents="named",
        first_day="",
        last_day=record.get("until", NO_END),
        value=record,
        root=bytes.fromhex(record["case"]),
    )
    office.post.district.put(row, place)


def take_withdrawal(office: Office, sender: bytes, place: StreamHead, record: Mapping[str, Any]) -> None:
    """Delete every field that names a withdrawn consent, whoever shared it, and keep a record that it was done."""
    district, root = office.post.district, bytes.fromhex(record["case"])
    deleted = 0
    for row in district.shared(root):
        if record["id"] in consents_of(row.value):
            deleted += _delete_fields(office, row, record["id"])
    before = {row.value["id"]: row.value for row in district.withdrawals() if row.partner == sender}
    known = before.get(record["id"], {"deleted": 0, "done": office.today.isoformat()})
    told = {**record, "deleted": known["deleted"] + deleted, "done": known["done"]}
    row = Row(
        partner=sender, contents="withdrawals", first_day=record["on"], last_day=record["on"], value=told, root=root
    )
    district.put(row, place)


def _delete_fields(office: Office, row: Row, consent: str) -> int:
    """Return how many fields of a record went."""
    left = without_consent(row.value, consent)
    office.post.district.replace(replace(row, value=left))
    return len(row.value["fields"]) - len(left["fields"])
