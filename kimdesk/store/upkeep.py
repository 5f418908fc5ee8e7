"""Looks after what can be made again from the records: the search index and the caseload's list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from kimdesk.base.ids import RecordId
from kimdesk.base.progress import SILENT, Progress
from kimdesk.domain.declare import Registry
from kimdesk.domain.reference import Reference
from kimdesk.store.projections import Projections, entries_of
from kimdesk.store.tables import FTS, Tables

_BATCH: Final = 500
INDEXES: Final = ("search", "case_search")
_PAGES: Final = 100
"""So much of an index is merged at once: a few hundredths of a second."""


def merge_a_piece(conn: sa.Connection, index: str, *, first: bool) -> bool:
    """Merge a piece of an index and tell whether there is more; merged to the end, words of what was removed are gone.

    Until then the index only knows that they do not count (SQLite, FTS5, "The 'merge' Command").
    """
    before = conn.exec_driver_sql("SELECT total_changes()").scalar_one()
    pages = -_PAGES if first else _PAGES
    conn.exec_driver_sql(f"INSERT INTO {index}({index}, rank) VALUES ('merge', ?)", (pages,))  # noqa: S608 - our own
    done: int = conn.exec_driver_sql("SELECT total_changes()").scalar_one() - before
    return done >= 2


@dataclass(frozen=True, slots=True)
class Stale:
    """How many records the index finds wrongly or not at all, and how many lines of the list are wrong."""

    indexed: int = 0
    listed: int = 0


class Upkeep:
    """Compares with the records, and builds anew; each over a connection nobody else uses meanwhile."""

    def __init__(self, registry: Registry, tables: Tables, reference: Reference) -> None:
        self._registry = registry
        self._tables = tables
        self._reference = reference
        self._projections = Projections(registry, tables, reference)

    def stale(self, conn: sa.Connection, progress: Progress = SILENT) -> Stale:
        """Compare index and list with what the records would give; changes nothing. Raises Cancelled."""
        for name in INDEXES:
            conn.exec_driver_sql(FTS[name].replace(f"TABLE {name} ", f"TABLE temp.fresh_{name} "))
            _watch(conn, name)
        try:
            listed = self._compare_list(conn, progress)
            docs = self._fill_fresh(conn, progress)
            wrong = {doc for name in INDEXES for doc in _unlike(conn, name)}
            return Stale(indexed=len(wrong) + docs, listed=listed)
        finally:
            for name in INDEXES:
                for table in (f"fresh_{name}", f"new_{name}", f"old_{name}"):
                    conn.exec_driver_sql(f"DROP TABLE IF EXISTS temp.{table}")

    def rebuild(self, conn: sa.Connection, progress: Progress = SILENT) -> None:
        """Build index and list anew from the records, in the transaction of `conn`; raises Cancelled."""
        for name in INDEXES:
            conn.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('delete-all')")  # noqa: S608 - our own names
        for table in ("indexed", "case_summary"):
            conn.execute(sa.delete(self._tables[table]))
        records = [(kind.name, record) for kind in self._registry for record in self._ids(conn, kind.name)]
        roots = self._ids(conn, "case") if "case" in self._registry else []
        total = len(records) + len(roots)
        for start in range(0, len(records), _BATCH):
            progress.step(start, total)
            self._projections.refresh(conn, {record: kind for kind, record in records[start : start + _BATCH]}, ())
        for place, root in enumerate(roots):
            progress.step(len(records) + place, total)
            self._projections.refresh(conn, {}, (root,))

    def _ids(self, conn: sa.Connection, kind: str) -> list[RecordId]:
        table = self._tables.kinds[kind]
        return [RecordId(each) for each in conn.scalars(sa.select(table.c.id).order_by(table.c.n))]

    def _compare_list(self, conn: sa.Connection, progress: Progress) -> int:
        """Count the lines that are not what the case gives, and fill the fresh index of the list."""
        if "case" not in self._registry:
            return 0
        cases, summary = self._tables.kinds["case"], self._tables["case_summary"]
        stored = {row["n"]: dict(row) for row in conn.execute(sa.select(summary)).mappings()}
        wrong = 0
        rows = conn.execute(sa.select(cases).where(cases.c.deleted == 0)).mappings().all()
        for place, row in enumerate(rows):
            progress.step(place, len(rows))
            line, terms = self._projections.case_entry(conn, dict(row))
            wrong += stored.pop(row["n"], None) != line
            conn.exec_driver_sql("INSERT INTO temp.fresh_case_search(rowid, terms) VALUES (?, ?)", (row["n"], terms))
        return wrong + len(stored)

    def _fill_fresh(self, conn: sa.Connection, progress: Progress) -> int:
        """Fill the fresh index of records; return how many of them the old one does not number, or numbers wrongly."""
        docs = self._tables["indexed"]
        numbers = {row.record: (row.n, row.kind, row.root) for row in conn.execute(sa.select(docs))}
        wrong = 0
        for kind in self._registry:
            for entry in entries_of(conn, kind, self._tables):
                known = numbers.pop(entry["record"], None)
                if known is None or known[1:] != (entry["kind"], entry["root"]):
                    wrong += 1
                    continue
                row = (known[0], entry["names"], entry["words"])
                conn.exec_driver_sql("INSERT INTO temp.fresh_search(rowid, names, words) VALUES (?, ?, ?)", row)
            progress.step(0, 0)
        return wrong + len(numbers)


def _watch(conn: sa.Connection, name: str) -> None:
    """Make the words of both indexes readable as rows (term, doc, column, place)."""
    for made, schema, table in (("old", "main", name), ("new", "temp", f"fresh_{name}")):
        conn.exec_driver_sql(
            f"CREATE VIRTUAL TABLE temp.{made}_{name} USING fts5vocab('{schema}', '{table}', 'instance')"
        )


def _unlike(conn: sa.Connection, name: str) -> Iterator[Any]:
    """Yield the entries whose words are not the same in both."""
    for one, other in (("old", "new"), ("new", "old")):
        query = f"SELECT DISTINCT doc FROM (SELECT * FROM temp.{one}_{name} EXCEPT SELECT * FROM temp.{other}_{name})"  # noqa: S608 - as above
        for (doc,) in conn.exec_driver_sql(query):
            yield name, doc
