"""How records of a shared case and withdrawn consents are spelled in a bundle (exchange/FORMAT.md 5), and read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, from_hex
from kimdesk.domain.declare import Kind, Record, Registry, Sensitivity
from kimdesk.domain.disclosure import Released
from kimdesk.domain.records import Consent
from kimdesk.domain.reference import Reference
from kimdesk.domain.values import Value, from_json, to_json

NEVER = frozenset({Sensitivity.CONFIDED, Sensitivity.PROTECTED})
"""What no consent lets travel to a body (protection.md, The gate)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedField:
    """One field somebody shared: its name, its value, and the consents that cover it together."""

    name: str
    value: Value
    consents: tuple[RecordId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedRecord:
    """One record of a shared case as it arrived; only what was released is in it."""

    id: RecordId
    case: RecordId
    kind: str
    purpose: str
    fields: tuple[SharedField, ...]
    until: dt.date | None = None

    def __repr__(self) -> str:
        """Never show what it says."""
        return f"<SharedRecord {self.kind}>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What a sender says of every record of a shared case: the case, the purpose, the last day the consents allow."""

    case: RecordId
    purpose: str
    until: dt.date | None = None


def named_record(
    kind: Kind, record: Record, released: Iterable[Released], *, share: Share, revision: int
) -> dict[str, Any]:
    """Return a record as a bundle carries it: its released fields that hold something, each with its consents."""
    rows = []
    for each in released:
        value = to_json(getattr(record, each.field))
        if each.record == record.id and each.consents and value not in (None, "", []):
            rows.append([each.field, value, sorted(consent.hex() for consent in each.consents)])
    made = {
        "id": record.id.hex(),
        "revision": f"{revision:016x}",
        "case": share.case.hex(),
        "kind": kind.name,
        "purpose": share.purpose,
        "fields": sorted(rows, key=lambda row: str(row[0])),
    }
    return made | ({"until": share.until.isoformat()} if share.until else {})


def withdrawal_record(consent: Consent, revision: int) -> dict[str, Any]:
    """Return a withdrawn consent as a bundle carries it; raises ValueError for one that still holds."""
    if consent.withdrawn_on is None:
        raise ValueError("not withdrawn")
    return {
        "id": consent.id.hex(),
        "revision": f"{revision:016x}",
        "case": consent.case.hex(),
        "on": consent.withdrawn_on.isoformat(),
    }


def shared_record(record: Mapping[str, Any], registry: Registry) -> SharedRecord:
    """Return a bundle's record with its values read; raises UserProblem, KeyError for what the declarations lack."""
    kind = registry[record["kind"]]
    fields = tuple(
        SharedField(
            name=name, value=from_json(kind.field(name), value), consents=tuple(from_hex(each) for each in consents)
        )
        for name, value, consents in record["fields"]
    )
    until = record.get("until")
    return SharedRecord(
        id=from_hex(record["id"]),
        case=from_hex(record["case"]),
        kind=kind.name,
        purpose=record["purpose"],
        fields=fields,
        until=dt.date.fromisoformat(until) if until else None,
    )


def named_refused(record: Mapping[str, Any], registry: Registry, reference: Reference) -> str | None:
    """Return why a receiver does not take over a record of a shared case, or None; consents are another question."""
    try:
        read = shared_record(record, registry)
    except (KeyError, UserProblem):
        return "office.unknown_field"
    specs = [(registry[read.kind].field(each.name), each.value) for each in read.fields]
    if any(spec.sensitivity in NEVER for spec, _ in specs):
        return "office.confided"
    codes = [(spec.codes, code) for spec, value in specs if spec.codes for code in _codes(value)]
    known = read.purpose in reference["purpose"] and all(code in reference[codes_] for codes_, code in codes)
    return None if known else "office.unknown_code"


def _codes(value: Value) -> frozenset[str]:
    if isinstance(value, frozenset):
        return frozenset(str(each) for each in value)
    return frozenset({str(value)} if value is not None else ())


def consents_of(record: Mapping[str, Any]) -> frozenset[str]:
    """Return the consents (hex) a bundle's record names in any of its fields."""
    return frozenset(consent for _, _, consents in record["fields"] for consent in consents)


def without_consent(record: Mapping[str, Any], consent: str) -> dict[str, Any]:
    """Return a bundle's record without the fields that name a consent."""
    return {**record, "fields": [row for row in record["fields"] if consent not in row[2]]}
