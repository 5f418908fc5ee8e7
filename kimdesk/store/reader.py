"""A reader: one read-only connection and the questions screens and use cases ask."""

from __future__ import annotations

import datetime as dt
import threading
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import sqlalchemy as sa

from kimdesk.base.errors import Lang
from kimdesk.base.ids import RecordId
from kimdesk.domain.changes import Revision
from kimdesk.domain.declare import Kind, Record, Registry
from kimdesk.domain.reference import Reference
from kimdesk.domain.views.agenda import Agenda
from kimdesk.domain.views.caseload import CaseCounts, CaseRow, HistoryLine, SearchHit
from kimdesk.domain.views.drafts import Draft
from kimdesk.store import lists
from kimdesk.store.agenda import AgendaReader
from kimdesk.store.drafts import Drafts
from kimdesk.store.engines import Driver, driver_of
from kimdesk.store.history import History
from kimdesk.store.lists import SortBy
from kimdesk.store.reads import RecordReader
from kimdesk.store.search import search
from kimdesk.store.tables import Tables
from kimdesk.store.trouble import translated
from kimdesk.vault.trouble import translated as disk_translated

R = TypeVar("R", bound=Record)


class Reader:
    """Answers questions over one connection, one at a time whoever asks; no transaction outlives a call."""

    def __init__(
        self, engine: sa.Engine, registry: Registry, tables: Tables, reference: Reference, drafts: Drafts
    ) -> None:
        self._engine = engine
        self._registry = registry
        self._tables = tables
        self._records = RecordReader(registry, tables)
        self._history = History(registry, tables, reference)
        self._drafts = drafts
        self._guard = threading.RLock()
        self.driver = driver_of(engine)

    def use_reference(self, reference: Reference) -> None:
        """Read codes by other lists from now on."""
        self._history = History(self._registry, self._tables, reference)

    @contextmanager
    def _read(self) -> Iterator[sa.Connection]:
        with self._guard, translated(), self._engine.connect() as conn:
            yield conn

    @contextmanager
    def _ask(self) -> Iterator[Driver]:
        """Lend the driver itself: for single statements SQLAlchemy's share of the time would be the larger one."""
        with self._guard, disk_translated():
            yield self.driver

    def get(self, cls: type[R], record: RecordId) -> R | None:
        """Return one living record, or None."""
        with self._read() as conn:
            return self._records.get(conn, cls, record)

    def of_case(self, cls: type[R], case: RecordId) -> tuple[R, ...]:
        """Return the living records of a kind that belong to a case."""
        with self._read() as conn:
            return self._records.of_root(conn, cls, case)

    def every(self, cls: type[R]) -> tuple[R, ...]:
        """Return all living records of a kind."""
        with self._read() as conn:
            return self._records.every(conn, cls)

    def kind_of_case(self, kind: Kind, case: RecordId) -> tuple[Record, ...]:
        """Return the living records of a kind named at run time."""
        with self._read() as conn:
            return self._records.kind_of_root(conn, kind, case)

    def revisions(self, kind: str, record: RecordId) -> dict[str, Revision]:
        """Return the revision of each field of a record."""
        return self.revisions_of(kind, [record])[record]

    def revisions_of(self, kind: str, records: Sequence[RecordId]) -> dict[RecordId, dict[str, Revision]]:
        """Return the revision of each field of several records of a kind."""
        with self._read() as conn:
            return self._records.revisions(conn, self._registry[kind], records)

    def case_order(self, sort: SortBy = "label", *, descending: bool = False, active_only: bool = True) -> array[int]:
        """Return the row numbers of the caseload in order."""
        with self._ask() as driver:
            return lists.case_order(driver, sort, descending=descending, active_only=active_only)

    def case_rows(self, numbers: Sequence[int]) -> dict[int, CaseRow]:
        """Return the rows of up to 128 numbers."""
        with self._ask() as driver:
            return lists.case_rows(driver, numbers)

    def case_hits(self, text: str) -> frozenset[int] | None:
        """Return the numbers of cases a text is found in, None for an empty text."""
        with self._ask() as driver:
            return lists.case_hits(driver, text)

    def case_counts(self) -> CaseCounts:
        """Return how many cases are active and how many there are."""
        with self._ask() as driver:
            return lists.case_counts(driver)

    def record_counts(self, kinds: Iterable[str]) -> dict[str, int]:
        """Return how many records there are of each of these kinds."""
        tables = {kind: self._tables.kinds[kind].name for kind in kinds}
        with self._ask() as driver:
            return lists.record_counts(driver, tables)

    def case_by_number(self, case_number: str) -> CaseRow | None:
        """Return a case's row by its number."""
        with self._ask() as driver:
            return lists.case_by_number(driver, case_number)

    def case_row(self, case: RecordId) -> CaseRow | None:
        """Return a case's row by its id."""
        with self._ask() as driver:
            return lists.case_by_id(driver, case)

    def highest_case_number(self, prefix: str) -> str | None:
        """Return the last case number that begins with a prefix, or None."""
        with self._ask() as driver:
            return lists.highest_case_number(driver, prefix)

    def search(self, text: str, *, limit: int = 20) -> list[SearchHit]:
        """Return records in which all words of a text occur, best first."""
        with self._ask() as driver:
            return search(driver, self._registry, self._tables, text, limit=limit)

    def agenda(self, today: dt.date) -> Agenda:
        """Return what needs somebody on a day, across the caseload."""
        with self._ask() as driver:
            return AgendaReader(driver, today).read()

    def history(self, record: RecordId, lang: Lang = "de") -> list[HistoryLine]:
        """Return the changes of a record, newest last."""
        with self._read() as conn:
            return self._history.of_record(conn, record, lang)

    def case_history(self, case: RecordId, lang: Lang = "de") -> list[HistoryLine]:
        """Return the changes of all records of a case, newest last; child protection is not among them."""
        with self._read() as conn:
            return self._history.of_case(conn, case, lang)

    def drafts(self, record: RecordId | None = None) -> tuple[Draft, ...]:
        """Return the drafts of a record, or all."""
        with self._read() as conn:
            return self._drafts.every(conn) if record is None else self._drafts.of_record(conn, record)

    def scalar(self, sql: str, parameters: tuple[object, ...] = ()) -> object:
        """Return one value of a fixed statement; for figures and checks."""
        with self._read() as conn:
            return conn.exec_driver_sql(sql, parameters).scalar()

    @contextmanager
    def connection(self) -> Iterator[sa.Connection]:
        """Lend the connection to another query module of the store."""
        with self._read() as conn:
            yield conn

    def interrupt(self) -> None:
        """Break off the question being answered; from any thread."""
        self.driver.interrupt()

    def close(self) -> None:
        """Close the connection."""
        self._engine.dispose()
