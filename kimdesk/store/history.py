"""History of a record from the journal: which day, who, which field, what before and what after."""

from __future__ import annotations

import dataclasses
import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from kimdesk.base.clock import day_of
from kimdesk.base.errors import Lang
from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import FieldSpec, Kind, Registry, Sensitivity, Type
from kimdesk.domain.protection import is_protected
from kimdesk.domain.reference import Reference
from kimdesk.domain.values import Value, from_json, show
from kimdesk.domain.views.caseload import HistoryLine
from kimdesk.store.hlc import wall_ms
from kimdesk.store.tables import Tables

CHUNK = 500


class History:
    """Tells how a record came to say what it says."""

    def __init__(self, registry: Registry, tables: Tables, reference: Reference) -> None:
        self._registry = registry
        self._tables = tables
        self._journal = tables["journal"]
        self._reference = reference

    def of_record(self, conn: sa.Connection, record: RecordId, lang: Lang = "de") -> list[HistoryLine]:
        """Return a record's changes, newest last; of a redacted one only that it began and went."""
        query = sa.select(self._journal).where(self._journal.c.record == record).order_by(self._journal.c.n)
        return self._told(conn.execute(query), lang)

    def of_case(self, conn: sa.Connection, case: RecordId, lang: Lang = "de") -> list[HistoryLine]:
        """Return the changes of all records of a case, also of those that are gone, newest last.

        Child protection is not told, not even that there is something.
        """
        ids = [record for kind in self._registry for record in self._records_of(conn, kind, case)]
        rows: list[Any] = []
        for start in range(0, len(ids), CHUNK):
            wanted = self._journal.c.record.in_(ids[start : start + CHUNK])
            rows += conn.execute(sa.select(self._journal).where(wanted)).all()
        return self._told(sorted(rows, key=lambda row: row.n), lang)

    def _records_of(self, conn: sa.Connection, kind: Kind, case: RecordId) -> list[RecordId]:
        if self._registry.top(kind).name != "case" or is_protected(kind):
            return []
        table = self._tables.kinds[kind.name]
        return [RecordId(row.id) for row in conn.execute(sa.select(table.c.id).where(table.c.root == case))]

    def _told(self, rows: Iterable[Any], lang: Lang) -> list[HistoryLine]:
        lines: list[HistoryLine] = []
        known: dict[RecordId, dict[str, Value]] = defaultdict(dict)
        for row in rows:
            if not is_protected(self._registry[row.kind]):
                lines += self._lines(row, known[RecordId(row.record)], lang)
        return lines

    def _lines(self, row: Any, known: dict[str, Value], lang: Lang) -> list[HistoryLine]:
        kind = self._registry[row.kind]
        data = None if row.value is None else json.loads(row.value)
        if row.op == "create":
            return self._created(row, kind, data or {}, known, lang)
        if row.op in {"delete", "restore", "redact"}:
            return [self._line(row, None, kind.label(lang))]
        if row.value is None:
            return []
        spec = kind.field(row.field)
        if spec.sensitivity is Sensitivity.PROTECTED or spec.type is Type.PARENT:
            return []  # neither half of a household shows that there is another
        value = _read(spec, data)
        shown = self._show(spec, value, lang)
        if row.op != "set":
            after = {"add": f"+ {shown}"}.get(row.op, f"− {shown}")
            return [self._line(row, spec, spec.label(lang), after=after, value=value)]
        former = known.get(spec.name)
        known[spec.name] = value
        before = self._show(spec, former, lang)
        return [self._line(row, spec, spec.label(lang), before=before, after=shown, former=former, value=value)]

    def _created(
        self, row: Any, kind: Kind, values: dict[str, Any], known: dict[str, Value], lang: Lang
    ) -> list[HistoryLine]:
        lines = [self._line(row, None, kind.label(lang))]
        for spec in kind.fields:
            if spec.name in values and spec in kind.form_fields() and spec.sensitivity is not Sensitivity.PROTECTED:
                known[spec.name] = _read(spec, values[spec.name])
                value = known[spec.name]
                lines.append(self._line(row, spec, spec.label(lang), after=self._show(spec, value, lang), value=value))
        return lines

    def _show(self, spec: FieldSpec, value: Value, lang: Lang) -> str:
        return show(spec, value, self._reference, lang)

    def _line(self, row: Any, spec: FieldSpec | None, label: str, **said: Any) -> HistoryLine:
        told: dict[str, Any] = {"before": "", "after": "", **said}
        return HistoryLine(
            day=day_of(wall_ms(row.hlc)),
            actor=row.actor,
            op=row.op,
            kind=row.kind,
            field=label,
            record=RecordId(row.record),
            name=spec.name if spec is not None else "",
            **told,
        )


def _read(spec: FieldSpec, data: object) -> Value:
    return from_json(_not_required(spec), data)


def _not_required(spec: FieldSpec) -> FieldSpec:
    return dataclasses.replace(spec, required=False)
