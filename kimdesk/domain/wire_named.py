"""How records of a shared case and withdrawn consents are spelled in a bundle (exchange/FORMAT.md 5), and read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, from_hex
from kimdesk.domain.declare import FieldSpec, Kind, Record, Registry, Sensitivity, Type
from kimdesk.domain.disclosure import Released
from kimdesk.domain.records import Consent
from kimdesk.domain.reference import Reference
from kimdesk.domain.values import Value, from_json, to_json

_TEXTS = frozenset({Type.TEXT, Type.NOTE})
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


class NamedRules:
    """What a receiver takes over of shared cases: kinds and fields declared, codes it knows, nothing confided."""

    def __init__(self, registry: Registry, reference: Reference) -> None:
        self._specs = {kind.name: {spec.name: spec for spec in kind.fields} for kind in registry}
        self._reference = reference

    def refused(self, record: Mapping[str, Any]) -> str | None:
        """Return why a record is not taken over, or None; whether its consents hold is another question."""
        specs = self._specs.get(record["kind"], {})
        if not specs:
            return "office.unknown_field"
        reasons = (self._field_refused(specs.get(name), value) for name, value, _ in record["fields"])
        reason = next(filter(None, reasons), None)
        if reason is None and record["purpose"] not in self._reference["purpose"]:
            return "office.unknown_code"
        return reason

    def _field_refused(self, spec: FieldSpec | None, value: object) -> str | None:
        if spec is None:
            return "office.unknown_field"
        if spec.sensitivity in NEVER:
            return "office.confided"
        if spec.codes:
            return self._codes_refused(spec, value)
        if spec.type in _TEXTS and isinstance(value, str) and len(value) <= (spec.max_length or len(value)):
            return None
        try:
            from_json(spec, value)
        except UserProblem:
            return "office.unknown_field"
        return None

    def _codes_refused(self, spec: FieldSpec, value: object) -> str | None:
        codes = value if isinstance(value, list) else [value]
        if spec.many is not isinstance(value, list) or not all(isinstance(code, str) for code in codes):
            return "office.unknown_field"
        known = self._reference[spec.codes]
        return None if all(code in known for code in codes) else "office.unknown_code"


def consents_of(record: Mapping[str, Any]) -> frozenset[str]:
    """Return the consents (hex) a bundle's record names in any of its fields."""
    return frozenset(consent for _, _, consents in record["fields"] for consent in consents)


def without_consent(record: Mapping[str, Any], consent: str) -> dict[str, Any]:
    """Return a bundle's record without the fields that name a consent."""
    return {**record, "fields": [row for row in record["fields"] if consent not in row[2]]}
