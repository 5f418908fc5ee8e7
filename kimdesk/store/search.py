"""Search over names and words of all records, best first, each hit saying where the words stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import FieldSpec, Kind, Registry, Sensitivity
from kimdesk.domain.names import search_terms, words
from kimdesk.domain.views.caseload import SearchHit
from kimdesk.store.engines import Driver
from kimdesk.store.tables import Tables

_QUERY = (
    "SELECT d.kind, d.record, d.root, bm25(search, 8.0, 1.0) FROM search"
    " JOIN indexed d ON d.n = search.rowid WHERE search MATCH ? ORDER BY bm25(search, 8.0, 1.0), d.n LIMIT ?"
)
AROUND = 40


def search(driver: Driver, registry: Registry, tables: Tables, text: str, *, limit: int) -> list[SearchHit]:
    """Return the records in which all words of a text begin some word, names before other words."""
    wanted = words(text)
    if not wanted:
        return []
    query = " ".join(f'"{word}"*' for word in wanted)
    found = driver.execute(_QUERY, (query, limit)).fetchall()
    ids: dict[str, list[bytes]] = defaultdict(list)
    for kind, record, *_ in found:
        ids[kind].append(record)
    rows = {row["id"]: row for name, each in ids.items() for row in _rows(driver, registry[name], tables, each)}
    numbers = _case_numbers(driver, tables, {root for _, _, root, _ in found})
    return [_hit(registry[hit[0]], hit, rows[hit[1]], numbers.get(hit[2], ""), wanted) for hit in found]


def _rows(driver: Driver, kind: Kind, tables: Tables, ids: list[bytes]) -> Iterator[dict[str, Any]]:
    """Yield what the index knows of records: the fields they are found by, and who a person is."""
    names = ["id", *(spec.name for spec in kind.fields if _shows(spec))]
    marks = ",".join("?" * len(ids))
    statement = f"SELECT {', '.join(names)} FROM {tables.kinds[kind.name].name} WHERE id IN ({marks})"  # noqa: S608
    for row in driver.execute(statement, ids):
        yield dict(zip(names, row, strict=True))


def _shows(spec: FieldSpec) -> bool:
    return spec.find is not None and spec.sensitivity is not Sensitivity.PROTECTED


def _case_numbers(driver: Driver, tables: Tables, roots: set[bytes]) -> dict[bytes, str]:
    if "case" not in tables.kinds:
        return {}
    marks = ",".join("?" * len(roots))
    statement = f"SELECT id, case_number FROM {tables.kinds['case'].name} WHERE id IN ({marks})"  # noqa: S608
    return dict(driver.execute(statement, list(roots)).fetchall())


def _hit(kind: Kind, found: Sequence[Any], row: dict[str, Any], number: str, wanted: list[str]) -> SearchHit:
    return SearchHit(
        case_number=number,
        case=RecordId(found[2]),
        kind=kind.name,
        record=RecordId(found[1]),
        person=_person_name(row) if kind.name == "person" else "",
        score=round(-float(found[3]), 4),
        why=_why(kind, row, wanted),
    )


def _person_name(row: dict[str, Any]) -> str:
    return " ".join(part for part in (row["given_name"], row["family_name"]) if part)


def _why(kind: Kind, row: dict[str, Any], wanted: list[str]) -> str:
    beginnings = tuple(wanted)
    for spec in kind.fields:
        text = str(row[spec.name] or "") if _shows(spec) else ""
        if text and any(term.startswith(beginnings) for term in search_terms(text).split()):
            return f"{spec.de}: {_excerpt(text, beginnings)}"
    return kind.de


def _excerpt(text: str, wanted: tuple[str, ...]) -> str:
    flat = " ".join(text.split())
    pieces = flat.split(" ")
    found = (at for at, piece in enumerate(pieces) if any(t.startswith(wanted) for t in search_terms(piece).split()))
    at = next(found, 0)
    start = max(0, len(" ".join(pieces[:at])) - AROUND)
    end = start + 2 * AROUND + len(pieces[at])
    return ("… " if start else "") + flat[start:end].strip() + (" …" if end < len(flat) else "")
