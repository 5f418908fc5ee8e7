"""Looks after what can be made again from the records: the search index and the caseload's list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, TypeVar

import sqlalchemy as sa

from kimdesk.base.ids import RecordId
from kimdesk.base.progress import SILENT, Progress
from kimdesk.domain.declare import Registry
from kimdesk.domain.reference import Reference
from kimdesk.store.projections import Projections, entries_of
from kimdesk.store.tables import FTS, Tables

_AT_ONCE: Final = 50
"""So many records are written in one transaction, for which whoever types may have to wait."""
_UNSIZED: Final = {
    "search": "SELECT n FROM indexed WHERE n NOT IN (SELECT id FROM search_docsize)",
    "case_search": "SELECT n FROM case_summary WHERE n NOT IN (SELECT id FROM case_search_docsize)",
}
"""Entries whose words are found, but could not be taken out again."""
_ORPHANS: Final = "SELECT id FROM search_docsize WHERE id NOT IN (SELECT n FROM indexed) ORDER BY id"
T = TypeVar("T")
Piece = Callable[[sa.Connection], None]
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


def _by(all_of_them: Sequence[T]) -> Iterator[Sequence[T]]:
    return (all_of_them[start : start + _AT_ONCE] for start in range(0, len(all_of_them), _AT_ONCE))


def _delete_docs(conn: sa.Connection, index: str, numbers: Sequence[int]) -> None:
    if numbers:
        conn.exec_driver_sql(f"DELETE FROM {index} WHERE rowid = ?", [(n,) for n in numbers])  # noqa: S608 - our own


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
            wrong |= {(name, n) for name, query in _UNSIZED.items() for (n,) in conn.exec_driver_sql(query)}
            return Stale(indexed=len(wrong) + docs, listed=listed)
        finally:
            for name in INDEXES:
                for table in (f"fresh_{name}", f"new_{name}", f"old_{name}"):
                    conn.exec_driver_sql(f"DROP TABLE IF EXISTS temp.{table}")

    def pieces(self, conn: sa.Connection) -> list[Piece]:
        """Return what has to be done, one short transaction each, so that index and list say what the records do.

        Others may write between them. Nothing is found worse on the way than it was before.
        """
        found = [kind.name for kind in self._registry if any(spec.find for spec in kind.fields)]
        records = {kind: self._ids(conn, kind) for kind in found}
        known = {record for ids in records.values() for record in ids}
        docs = self._tables["indexed"]
        strange = [RecordId(each) for each in conn.scalars(sa.select(docs.c.record)) if each not in known]
        orphans = list(conn.exec_driver_sql(_ORPHANS).scalars())
        pieces: list[Piece] = [partial(self._drop_words, numbers=some) for some in _by(orphans)]
        pieces += [partial(self._forget, ids=some) for some in _by(strange)]
        for kind, ids in records.items():
            pieces += [partial(self._index_anew, kind=kind, ids=some) for some in _by(ids)]
        if "case" in self._registry:
            pieces += [partial(self._list_anew, cases=some) for some in _by(self._ids(conn, "case"))]
            pieces.append(self._drop_lines)
        return pieces

    def clear(self, conn: sa.Connection) -> None:
        """Throw both indexes away, for such as cannot be mended piece by piece; the list stays meanwhile."""
        for name in INDEXES:
            conn.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('delete-all')")  # noqa: S608 - our own names
        conn.execute(sa.delete(self._tables["indexed"]))

    def _drop_words(self, conn: sa.Connection, numbers: Sequence[int]) -> None:
        docs = self._tables["indexed"]
        used = set(conn.scalars(sa.select(docs.c.n).where(docs.c.n.in_(numbers))))
        _delete_docs(conn, "search", [n for n in numbers if n not in used])

    def _forget(self, conn: sa.Connection, ids: Sequence[RecordId]) -> None:
        docs = self._tables["indexed"]
        _delete_docs(conn, "search", conn.scalars(sa.select(docs.c.n).where(docs.c.record.in_(ids))).all())
        conn.execute(sa.delete(docs).where(docs.c.record.in_(ids)))

    def _index_anew(self, conn: sa.Connection, kind: str, ids: Sequence[RecordId]) -> None:
        self._forget(conn, ids)
        self._projections.refresh(conn, dict.fromkeys(ids, kind), ())

    def _list_anew(self, conn: sa.Connection, cases: Sequence[RecordId]) -> None:
        self._projections.refresh(conn, {}, cases)

    def _drop_lines(self, conn: sa.Connection) -> None:
        """Take away lines, and what the list is searched by, of families that are not there."""
        conn.exec_driver_sql("DELETE FROM case_summary WHERE n NOT IN (SELECT n FROM cases WHERE deleted = 0)")
        strange = "SELECT id FROM case_search_docsize WHERE id NOT IN (SELECT n FROM cases WHERE deleted = 0)"
        _delete_docs(conn, "case_search", list(conn.exec_driver_sql(strange).scalars()))

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
