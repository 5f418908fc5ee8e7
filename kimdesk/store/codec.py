"""Values on their way into columns and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from kimdesk.domain.declare import FieldSpec, Kind, Record, Type
from kimdesk.domain.values import Value

Stored = str | int | bytes | None


def to_column(value: Value) -> Stored:
    """Return what a column holds of a single value."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, frozenset):
        raise TypeError("sets live in link tables")
    return value


def from_column(spec: FieldSpec, stored: Stored) -> Value:
    """Return the value a column holds."""
    if spec.type is Type.DATE and isinstance(stored, str):
        return dt.date.fromisoformat(stored)
    return stored


def make_record(kind: Kind, row: Mapping[str, Any], sets: Mapping[str, Iterable[Any]]) -> Record:
    """Build the frozen record of a row and its link rows."""
    values: dict[str, Any] = {"id": row["id"]}
    for spec in kind.fields:
        values[spec.name] = frozenset(sets.get(spec.name, ())) if spec.many else from_column(spec, row[spec.name])
    return kind.cls(**values)
