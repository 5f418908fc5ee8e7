"""History of a record from the journal: which day, who, which field, what before and what after."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import sqlalchemy as sa

from kimdesk.base.clock import day_of
from kimdesk.base.errors import Lang
from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import FieldSpec, Kind, Registry, Sensitivity
from kimdesk.domain.reference import Reference
from kimdesk.domain.values import from_json, show
from kimdesk.domain.views.caseload import HistoryLine
from kimdesk.store.hlc import wall_ms
from kimdesk.store.tables import Tables


class History:
    """Tells how a record came to say what it says."""

    def __init__(self, registry: Registry, tables: Tables, reference: Reference) -> None:
        self._registry = registry
        self._journal = tables["journal"]
        self._reference = reference

    def of_record(self, conn: sa.Connection, record: RecordId, lang: Lang = "de") -> list[HistoryLine]:
        """Return a record's changes, newest last; a redacted value shows as empty."""
        query = sa.select(self._journal).where(self._journal.c.record == record).order_by(self._journal.c.n)
        lines: list[HistoryLine] = []
        known: dict[str, str] = {}
        for row in conn.execute(query):
            lines += self._lines(row, known, lang)
        return lines

    def _lines(self, row: Any, known: dict[str, str], lang: Lang) -> list[HistoryLine]:
        kind = self._registry[row.kind]
        value = None if row.value is None else json.loads(row.value)
        if row.op == "create":
            return self._created(row, kind, value or {}, known, lang)
        if row.op in {"delete", "restore"}:
            return [self._line(row, kind, kind.label(lang), "", "")]
        if kind.field(row.field).sensitivity is Sensitivity.PROTECTED:
            return []
        shown = self._show(kind, row.field, value, lang)
        before = known.get(row.field, "")
        after = {"add": f"+ {shown}", "remove": f"− {shown}"}.get(row.op, shown)
        if row.op == "set":
            known[row.field] = shown
        return [self._line(row, kind, kind.field(row.field).label(lang), before if row.op == "set" else "", after)]

    def _created(
        self, row: Any, kind: Kind, values: dict[str, Any], known: dict[str, str], lang: Lang
    ) -> list[HistoryLine]:
        lines = [self._line(row, kind, kind.label(lang), "", "")]
        for spec in kind.fields:
            if spec.name in values and spec in kind.form_fields() and spec.sensitivity is not Sensitivity.PROTECTED:
                known[spec.name] = self._show(kind, spec.name, values[spec.name], lang)
                lines.append(self._line(row, kind, spec.label(lang), "", known[spec.name]))
        return lines

    def _show(self, kind: Kind, field: str, value: object, lang: Lang) -> str:
        spec = kind.field(field)
        return show(spec, from_json(_not_required(spec), value), self._reference, lang)

    def _line(self, row: Any, kind: Kind, field: str, before: str, after: str) -> HistoryLine:
        return HistoryLine(
            day=day_of(wall_ms(row.hlc)),
            actor=row.actor,
            op=row.op,
            kind=kind.name,
            field=field,
            before=before,
            after=after,
        )


def _not_required(spec: FieldSpec) -> FieldSpec:
    return dataclasses.replace(spec, required=False)
