"""Cases a family allowed the office to see: taken in field by field, read-only, and gone when the consent goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kimdesk.domain.wire_named import NamedRules, consents_of, without_consent
from kimdesk.office.office import Office
from kimdesk.store.district import Imported as Row

NO_END = "9999-12-31"


class Judge:
    """Says why a record of a shared case is not taken over; knows the consents that were withdrawn so far."""

    def __init__(self, office: Office) -> None:
        self._rules = NamedRules(office.services.registry, office.reference)
        self._today = office.today.isoformat()
        self._withdrawn = office.post.district.withdrawn()

    def refused(self, record: Mapping[str, Any]) -> str | None:
        """Return the reason's code, or None; a consent once withdrawn opens nothing again."""
        refused = self._rules.refused(record)
        if refused is not None:
            return refused
        if record.get("until", NO_END) < self._today:
            return "office.consent_over"
        return None if self._withdrawn.isdisjoint(consents_of(record)) else "office.withdrawn"


def shared_row(sender: bytes, record: Mapping[str, Any], spelled: str) -> Row:
    """Return a record of a shared case as it is kept, in place of what was sent of it before.

    One without fields says that nothing is shared any more; its place stays, so that no late bundle brings it back.
    """
    return Row(
        partner=sender,
        contents="named",
        first_day="",
        last_day=record.get("until", NO_END),
        value=record,
        spelled=spelled,
        root=bytes.fromhex(record["case"]),
    )


def listed_row(sender: bytes, record: Mapping[str, Any], spelled: str) -> Row:
    """Return the row of a line of a desk's case list without names; one with nothing in it only holds its place."""
    return Row(
        partner=sender,
        contents="pseudonymised",
        first_day="",
        last_day=record.get("until", NO_END),
        value=record,
        spelled=spelled,
    )


def withdrawal_row(office: Office, sender: bytes, record: Mapping[str, Any]) -> Row:
    """Delete every field that names a withdrawn consent, whoever shared it; returns the record that it was done."""
    district, root = office.post.district, bytes.fromhex(record["case"])
    deleted = 0
    for row in district.shared(root):
        if record["id"] in consents_of(row.value):
            deleted += _delete_fields(office, row, record["id"])
    before = district.withdrawal(sender, bytes.fromhex(record["id"]))
    known: Mapping[str, Any] = before.value if before else {"deleted": 0, "done": office.today.isoformat()}
    told = {**record, "deleted": known["deleted"] + deleted, "done": known["done"]}
    return Row(
        partner=sender, contents="withdrawals", first_day=record["on"], last_day=record["on"], value=told, root=root
    )


def _delete_fields(office: Office, row: Row, consent: str) -> int:
    """Return how many fields of a record went."""
    left = without_consent(row.value, consent)
    office.post.district.replace(replace(row, value=left, spelled=""))
    return len(row.value["fields"]) - len(left["fields"])
