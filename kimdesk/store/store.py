"""An open store: the writer behind the one door, and readers."""

from __future__ import annotations

import contextlib
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Literal

import sqlalchemy as sa

from kimdesk.base.clock import Clock
from kimdesk.base.errors import KimError, UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.base.progress import SILENT, Progress
from kimdesk.domain.changes import Change, Changes, Delete, Restore, Revision, Set
from kimdesk.domain.declare import Registry
from kimdesk.domain.reference import Reference
from kimdesk.domain.views.drafts import Draft
from kimdesk.store.apply import Applier, Touched
from kimdesk.store.drafts import Drafts
from kimdesk.store.engines import Driver, driver_of, make_engine
from kimdesk.store.hlc import HybridClock
from kimdesk.store.journal import Author, Journal
from kimdesk.store.migrate import migrate
from kimdesk.store.projections import Projections
from kimdesk.store.reader import Reader
from kimdesk.store.replay import Difference, differences
from kimdesk.store.tables import build_tables
from kimdesk.store.trouble import translated
from kimdesk.store.upkeep import INDEXES, Stale, Upkeep, merge_a_piece
from kimdesk.store.working import Working
from kimdesk.vault.database import DBAPI
from kimdesk.vault.safety import copy_before
from kimdesk.vault.trouble import translated as disk_translated
from kimdesk.vault.vault import OpenVault

UNDO_STEPS = 200
_BREATH = 0.002
"""Seconds between two pieces of long work: enough for a waiting thread to take the lock."""


@dataclass(frozen=True, slots=True)
class _Step:
    """What takes one step back, and the cases it belongs to."""

    changes: Sequence[Change]
    roots: frozenset[RecordId]
    before: Mapping[tuple[RecordId, str], Revision]
    """The revision each field had before the step that this one takes back."""

    @classmethod
    def back_from(cls, touched: Touched) -> _Step:
        before = {
            (each.record, each.field): each.base_hlc
            for each in reversed(touched.entries)  # the first of a step counts
            if each.base_hlc is not None
        }
        return cls(touched.inverse[::-1], frozenset(touched.roots), before)

    def resting_on(self, moved: Mapping[tuple[RecordId, str, Revision], Revision]) -> _Step:
        """Return the step for fields that have their former value again, but under a new revision."""
        changes = [
            replace(each, base=moved.get((each.id, each.field, each.base), each.base))
            if isinstance(each, Set) and each.base is not None
            else each
            for each in self.changes
        ]
        return replace(self, changes=changes)

    @property
    def takes_away(self) -> bool:
        return any(isinstance(change, Delete) for change in self.changes)


class Store:
    """Reads and writes the records of one open vault; close it before the vault."""

    def __init__(
        self,
        vault: OpenVault,
        registry: Registry,
        reference: Reference,
        clock: Clock,
        progress: Progress = SILENT,
    ) -> None:
        self.registry = registry
        self.reference = reference
        self.clock = clock
        self.tables = build_tables(registry)
        self._vault = vault
        self._guard = threading.RLock()
        self._writer = make_engine(vault.connect, "writer", DBAPI)
        self._migrate(progress)
        self.journal = Journal(self.tables, vault.subkey("journal"))
        self.working = Working(self.tables)
        self._drafts = Drafts(self.tables, clock)
        self._projections = Projections(registry, self.tables, reference)
        self._readers: list[Reader] = []
        self._looking: set[Driver] = set()
        self._closed = False
        self._undo: deque[_Step] = deque(maxlen=UNDO_STEPS)
        self._redo: deque[_Step] = deque(maxlen=UNDO_STEPS)
        try:
            with self.write() as conn:
                self.device = self.working.device(conn)
                self._hlc = HybridClock(clock, self.working.last_hlc(conn))
        except BaseException:
            self._writer.dispose()
            raise

    # reading --------------------------------------------------------------

    def reader(self, role: Literal["page", "query"] = "query") -> Reader:
        """Return a reader with a connection of its own, for one thread; closed with the store."""
        engine = make_engine(self._vault.connect, role, DBAPI)
        reader = Reader(engine, self.registry, self.tables, self.reference, self._drafts)
        self._readers.append(reader)
        return reader

    def use_reference(self, reference: Reference) -> None:
        """Read codes by other lists from now on, in what is written and in what is told."""
        with self._guard:
            self.reference = reference
            self._projections = Projections(self.registry, self.tables, reference)
            for reader in self._readers:
                reader.use_reference(reference)

    # copies for turning back ----------------------------------------------

    def copy_before(self, what: str, progress: Progress = SILENT) -> None:
        """Make a verified copy of the database inside the vault; raises Surroundings, and then nothing may follow."""
        with self._guard:
            copy_before(self._vault, what, clock=self.clock, progress=progress)

    def _migrate(self, progress: Progress) -> None:
        """Bring the schema up to the program, a copy first; where that fails the connection is given back."""
        try:
            with translated():
                migrate(self._writer, before=lambda _: self.copy_before("migration"), progress=progress)
        except BaseException:
            self._writer.dispose()
            raise

    @property
    def revision(self) -> int:
        """The revision of the last change; while it stands, nothing about any record has changed."""
        return self._hlc.last

    # writing --------------------------------------------------------------

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """Open the write transaction of machinery (drafts, state); records go through `apply`."""
        with self._guard, translated(), self._writer.begin() as conn:
            yield conn

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep others from writing for a moment: what is read meanwhile still holds when it is acted upon."""
        with self._guard:
            yield

    def apply(
        self,
        changes: Sequence[Change],
        *,
        actor: str = "",
        undoable: bool = True,
        also: Callable[[sa.Connection], None] | None = None,
        progress: Progress = SILENT,
    ) -> Changes:
        """Write changes in one transaction; returns what was touched. Nothing is written if one is refused.

        `also` writes what machinery keeps of them, in the same transaction. `progress` counts the steps of a long one;
        raises Cancelled, and nothing is written then either.
        """
        with self._guard:
            touched = self._apply(changes, actor, also, progress)
            if touched.entries and undoable:
                self._undo.append(_Step.back_from(touched))
                self._redo.clear()
            elif touched.entries:
                self._leave_alone(frozenset(touched.roots))
            return self._result(touched)

    def forget_steps(self, case: RecordId) -> None:
        """Forget what could be undone or done again in a case that is not written to any more."""
        with self._guard:
            for steps in (self._undo, self._redo):
                kept = [step for step in steps if case not in step.roots]
                steps.clear()
                steps.extend(kept)

    def _leave_alone(self, roots: frozenset[RecordId]) -> None:
        """Forget the steps that an act has overtaken: undoing how a record of its case began would undo the act."""
        for steps in (self._undo, self._redo):
            kept = [step for step in steps if not (step.roots & roots and step.takes_away)]
            steps.clear()
            steps.extend(kept)

    def _apply(
        self,
        changes: Sequence[Change],
        actor: str,
        also: Callable[[sa.Connection], None] | None = None,
        progress: Progress = SILENT,
    ) -> Touched:
        with self.write() as conn:
            applier = Applier(conn, self.registry, self.tables, self.clock, self._hlc)
            touched = applier.run(changes, progress)
            if touched.entries:
                author = Author(device=self.device, actor=actor, epoch=0)
                self.journal.append(conn, author, touched.entries)
                self._projections.refresh(conn, touched.records, touched.roots, progress)
            if also is not None:
                also(conn)
            return touched

    def _result(self, touched: Touched) -> Changes:
        return Changes(
            kinds=frozenset(touched.kinds),
            records=frozenset(touched.records),
            cases=frozenset(touched.roots),
            undoable=bool(self._undo),
            revisions=dict(touched.revisions),
        )

    # undo -----------------------------------------------------------------

    def can_undo(self) -> bool:
        """Tell whether a step of this session can be taken back."""
        return bool(self._undo)

    def may_come_back(self) -> frozenset[RecordId]:
        """Return the removed records that undoing or doing again would bring back, each with all that belongs to it."""
        with self._guard:
            steps = (*self._undo, *self._redo)
            return frozenset(each.id for step in steps for each in step.changes if isinstance(each, Restore))

    def undo(self, *, actor: str = "") -> Changes:
        """Take back the last step of this session; raises UserProblem(undo.nothing / change.stale)."""
        return self._step(self._undo, self._redo, "undo.nothing", actor)

    def redo(self, *, actor: str = "") -> Changes:
        """Do again what was taken back."""
        return self._step(self._redo, self._undo, "redo.nothing", actor)

    def _step(self, source: deque[_Step], target: deque[_Step], code: str, actor: str) -> Changes:
        with self._guard:
            if not source:
                raise UserProblem(code)
            touched = self._apply(source[-1].changes, actor)
            taken = source.pop()
            target.append(_Step.back_from(touched))
            moved = {
                (record, name, before): touched.revisions[record, name]
                for (record, name), before in taken.before.items()
                if (record, name) in touched.revisions
            }
            for at, step in enumerate(source):
                source[at] = step.resting_on(moved)
            return self._result(touched)

    # drafts ---------------------------------------------------------------

    def keep_draft(self, draft: Draft) -> None:
        """Make a draft durable."""
        with self.write() as conn:
            self._drafts.put(conn, draft)

    def drop_drafts(self, record: RecordId, field: str | None = None) -> None:
        """Forget drafts of a record or field."""
        with self.write() as conn:
            self._drafts.drop(conn, record, field)

    def apply_draft(self, changes: Sequence[Change], record: RecordId, fields: Sequence[str], *, actor: str) -> Changes:
        """Turn drafts into a change: written and forgotten in one transaction."""

        def forget(conn: sa.Connection) -> None:
            for name in fields:
                self._drafts.drop(conn, record, name)

        with self._guard:
            touched = self._apply(changes, actor, forget)
            if touched.entries:
                self._undo.append(_Step.back_from(touched))
                self._redo.clear()
            return self._result(touched)

    # checking and closing -------------------------------------------------

    def broken_journal_rows(self) -> list[int]:
        """Return the journal rows whose chain does not hold; others may write meanwhile."""
        with self._apart() as conn:
            return list(self.journal.broken_rows(conn))

    def interrupt(self) -> None:
        """Break off every question that is being answered, whoever asked; from any thread."""
        for reader in self._readers:
            reader.interrupt()
        for driver in tuple(self._looking):
            driver.interrupt()

    @contextmanager
    def _apart(self) -> Iterator[sa.Connection]:
        """Lend a connection that sees everything as it is at its first question, while others go on writing.

        It may fill temporary tables, which a reader may not, and never changes anything else.
        """
        engine = make_engine(lambda _role: self._vault.connect("writer"), "query", DBAPI)
        driver = driver_of(engine)
        self._looking.add(driver)
        try:
            with translated(), engine.connect() as conn:
                yield conn
        finally:
            self._looking.discard(driver)
            engine.dispose()

    def differences(self, progress: Progress = SILENT) -> Counter[Difference]:
        """Play the journal through and count the records that are not what it says; raises Cancelled."""
        with self._apart() as conn:
            return differences(conn, self.registry, self.tables, progress)

    def stale(self, progress: Progress = SILENT) -> Stale:
        """Count what search index and list hold against the records; raises Cancelled."""
        with self._apart() as conn:
            return Upkeep(self.registry, self.tables, self.reference).stale(conn, progress)

    def rebuild(self, progress: Progress = SILENT) -> None:
        """Build search index and list anew, in short steps between which others write.

        Raises Cancelled; what is built by then stays. An index that no step can mend is thrown away first.
        """
        self._build(progress)
        still = self.stale(progress)
        if still.indexed or still.listed:
            with self.write() as conn:
                Upkeep(self.registry, self.tables, self.reference).clear(conn)
            self._build(progress)

    def _build(self, progress: Progress) -> None:
        upkeep = Upkeep(self.registry, self.tables, self.reference)
        with self._apart() as conn:
            pieces = upkeep.pieces(conn)
        for place, piece in enumerate(pieces):
            progress.step(place, len(pieces))
            with self._piece() as conn:
                piece(conn)

    @contextmanager
    def _piece(self) -> Iterator[sa.Connection]:
        """Write a piece of long work, after whoever waits: a lock taken again at once never becomes theirs."""
        time.sleep(_BREATH)
        with self.write() as conn:
            yield conn

    def clear_indexes(self, progress: Progress = SILENT) -> None:
        """Let words of what was removed leave the search indexes; others write between its steps. Raises Cancelled."""
        for index in INDEXES:
            first, more = True, True
            while more:
                progress.step(0, 0)
                with self._piece() as conn:
                    more = merge_a_piece(conn, index, first=first)
                first = False

    def close(self) -> None:
        """Close readers, fold the log into the main file and close the writer; a second call does nothing."""
        if self._closed:
            return
        self._closed = True
        for reader in self._readers:
            reader.close()
        with self._guard:
            # a full disk keeps the log from being folded in; it stays beside the file and the next start does it
            with contextlib.suppress(KimError), disk_translated(), self._writer.connect() as conn:
                conn.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
            self._writer.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *exc: Any) -> None:
        self.close()
