"""Search over names and words of all records, best first, each hit saying where the words stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import Kind, Registry, Sensitivity
from kimdesk.domain.names import search_terms, words
from kimdesk.domain.views.caseload import SearchHit
from kimdesk.store.tables import Tables

_QUERY = (
    "SELECT d.kind, d.record, d.root, bm25(search, 8.0, 1.0) FROM search"
    " JOIN indexed d ON d.n = search.rowid WHERE search MATCH ? ORDER BY bm25(search, 8.0, 1.0), d.n LIMIT ?"
)
AROUND = 40


def search(conn: sa.Connection, registry: Registry, tables: Tables, text: str, *, limit: int) -> list[SearchHit]:
    """Return the records in which all words of a text begin some word, names before other words."""
    wanted = words(text)
    if not wanted:
        return []
    query = " ".join(f'"{word}"*' for word in wanted)
    found = conn.exec_driver_sql(_QUERY, (query, limit)).all()
    return [_hit(conn, registry, tables, row, wanted) for row in found]


def _hit(conn: sa.Connection, registry: Registry, tables: Tables, found: Any, wanted: list[str]) -> SearchHit:
    kind = registry[found[0]]
    table = tables.kinds[kind.name]
    row = conn.execute(sa.select(table).where(table.c.id == found[1])).mappings().one()
    number = ""
    if "case" in registry:
        cases = tables.kinds["case"]
        number = conn.scalar(sa.select(cases.c.case_number).where(cases.c.id == found[2])) or ""
    return SearchHit(
        case_number=number,
        case=RecordId(found[2]),
        kind=kind.name,
        record=RecordId(found[1]),
        person=_person_name(row) if kind.name == "person" else "",
        score=round(-float(found[3]), 4),
        why=_why(kind, row, wanted),
    )


def _person_name(row: Any) -> str:
    return " ".join(part for part in (row["given_name"], row["family_name"]) if part)


def _why(kind: Kind, row: Any, wanted: Iterable[str]) -> str:
    for spec in kind.fields:
        if not spec.find or spec.sensitivity is Sensitivity.PROTECTED or not row[spec.name]:
            continue
        text = str(row[spec.name])
        terms = search_terms(text).split()
        if any(term.startswith(word) for word in wanted for term in terms):
            return f"{spec.de}: {_excerpt(text, list(wanted))}"
    return kind.de


def _excerpt(text: str, wanted: list[str]) -> str:
    flat = " ".join(text.split())
    pieces = flat.split(" ")
    at = next(
        (
            i
            for i, piece in enumerate(pieces)
            if any(t.startswith(w) for w in wanted for t in search_terms(piece).split())
        ),
        0,
    )
    start = max(0, len(" ".join(pieces[:at])) - AROUND)
    end = start + 2 * AROUND + len(pieces[at])
    return ("… " if start else "") + flat[start:end].strip() + (" …" if end < len(flat) else "")
