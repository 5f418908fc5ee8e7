"""Stored files that nobody can get at any more: their record was removed, and nothing brings it back."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.domain.changes import Change, Changes, Redact, Restore
from kimdesk.domain.declare import Registry
from kimdesk.store.apply import ALIVE, DELETED, GONE_WITH_PARENT, REDACTED
from kimdesk.store.blobs import BlobRow, drop_blobs, every_blob
from kimdesk.store.drafts import Drafts
from kimdesk.store.events import event
from kimdesk.store.hlc import wall_ms
from kimdesk.store.session import Session
from kimdesk.store.tables import Tables

FILE: Final = ("attachment", "blob")
"""The field that names a file of a case; removed with its record."""
PAPERS: Final = (("support_plan", "pdf"), ("consent", "pdf"))
"""Fields that name a signed paper first; what was signed is kept, whatever becomes of its record."""
WORDS_LEFT: Final = "erasing.words_left"
"""The state that says: the search index still holds words of what was emptied."""
_ID: Final = re.compile(r"\b[0-9a-f]{32}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unneeded:
    """A stored file without use, the record it belonged to, that record's case, and since when (UTC milliseconds)."""

    row: BlobRow
    record: RecordId | None = None
    case: RecordId | None = None
    since_ms: int = 0


def erasable(session: Session, before_ms: int | None) -> list[Unneeded]:
    """Return the files without use since before an instant, or at all, that nothing here could still bring back."""
    with session.query.connection() as conn:
        return _erasable(session, conn, before_ms)


def drop_erasable(session: Session, blobs: Collection[bytes], before_ms: int | None) -> list[str]:
    """Give up the keys of those of these files that still may go, and return their ids; all in one transaction.

    Their number stands in the vault's own record; what their records say and what was typed for them is emptied.
    """
    with session.store.alone():
        going = [each for each in erasable(session, before_ms) if each.row.id in blobs]
        if not going:
            return []
        done = event(session, "files_erased", about=str(len(going)))
        records = [each.record for each in going if each.record is not None]
        _redact(
            session, records, [done], lambda conn: drop_blobs(conn, session.store.tables, [x.row.id for x in going])
        )
    return [each.row.id.hex() for each in going]


def redact_erased(session: Session, before_ms: int | None, most: int) -> int:
    """Empty the records of files whose content went already, at most so many, and return how many."""
    with session.store.alone():
        with session.query.connection() as conn:
            records = _left_over(session, conn, before_ms)[:most]
        if records:
            _redact(session, records, [], lambda _conn: None)
    return len(records)


def _redact(
    session: Session, records: Sequence[RecordId], more: Sequence[Change], also: Callable[[sa.Connection], None]
) -> None:
    drafts = Drafts(session.store.tables, session.clock)

    def forget(conn: sa.Connection) -> None:
        also(conn)
        session.store.working.put(conn, WORDS_LEFT, "")
        for record in records:
            drafts.drop(conn, record)

    changes = [*(Redact(FILE[0], record) for record in records), *more]
    session.store.apply(changes, actor=session.actor, undoable=False, also=forget)


def _left_over(session: Session, conn: sa.Connection, before_ms: int | None) -> list[RecordId]:
    if FILE[0] not in session.services.registry:
        return []
    kept, known = session.store.may_come_back(), {row.id.hex() for row in every_blob(conn, session.store.tables)}
    removed = [row for row in conn.execute(_files(session.store.tables)) if row.deleted in {DELETED, GONE_WITH_PARENT}]
    return [
        RecordId(row.id)
        for row in removed
        if row.blob and row.blob not in known and not kept & {row.id, row.root}
        if before_ms is None or _removed_ms(conn, session.store.tables, row) <= before_ms
    ]


def is_erased(session: Session, record: RecordId) -> bool:
    """Tell whether the content of a removed file is gone for good."""
    kind, name = FILE
    table, blobs = session.store.tables.kinds[kind], session.store.tables["blob"]
    with session.query.connection() as conn:
        row = conn.execute(sa.select(table.c.deleted, table.c[name].label("blob")).where(table.c.id == record)).first()
        if row is None or row.deleted == REDACTED:
            return row is not None
        if row.blob is None or not _ID.fullmatch(row.blob):
            return False
        return conn.scalar(sa.select(blobs.c.size).where(blobs.c["id"] == bytes.fromhex(row.blob))) is None


def restore(session: Session, record: RecordId) -> Changes:
    """Bring a removed file back; raises UserProblem attachment.erased, and what `apply` raises."""
    with session.store.alone():
        if is_erased(session, record):
            raise UserProblem("attachment.erased")
        return session.store.apply([Restore(FILE[0], record)], actor=session.actor)


def _erasable(session: Session, conn: sa.Connection, before_ms: int | None) -> list[Unneeded]:
    kept, blobs = session.store.may_come_back(), session.vault.blobs()
    return [
        each
        for each in unneeded(conn, session.services.registry, session.store.tables)
        if (before_ms is None or each.since_ms <= before_ms)
        and not kept & {each.record, each.case}
        and (each.record is not None or not blobs.is_fresh(each.row.id.hex()))
    ]


def unneeded(conn: sa.Connection, registry: Registry, tables: Tables) -> list[Unneeded]:
    """Return the files that neither a living record nor a signed paper names, whatever could still be undone."""
    rows = every_blob(conn, tables)
    if not rows or FILE[0] not in registry:
        return []
    files = {row.blob: row for row in conn.execute(_files(tables)) if row.blob}
    spare = [row for row in rows if (file := files.get(row.id.hex())) is None or file.deleted != ALIVE]
    strange = any(row.id.hex() not in files for row in spare)
    signed = set(_signed(conn, tables)) if strange else set()
    return [_since(conn, tables, row, files.get(row.id.hex())) for row in spare if row.id.hex() not in signed]


def _files(tables: Tables) -> sa.Select[tuple[bytes, bytes, int, str]]:
    kind, name = FILE
    table = tables.kinds[kind]
    return sa.select(table.c.id, table.c.root, table.c.deleted, table.c[name].label("blob"))


def _signed(conn: sa.Connection, tables: Tables) -> Iterator[str]:
    """Yield every stored file that a paper's record names now or named once: the journal knows those of former days."""
    for kind, name in PAPERS:
        column = tables.kinds[kind].c[name]
        for text in conn.scalars(sa.select(column).where(column.is_not(None))):
            yield from _ID.findall(text)
    journal = tables["journal"]
    told = sa.select(journal.c.value).where(
        journal.c.kind.in_([kind for kind, _name in PAPERS]), journal.c.value.is_not(None)
    )
    for value in conn.scalars(told):
        yield from _ID.findall(value)


def _since(
    conn: sa.Connection, tables: Tables, row: BlobRow, file: sa.Row[tuple[bytes, bytes, int, str]] | None
) -> Unneeded:
    """Say since when; what never got a record has been without use from its beginning."""
    if file is None:
        return Unneeded(row=row)
    since = _removed_ms(conn, tables, file)
    return Unneeded(row=row, record=RecordId(file.id), case=RecordId(file.root), since_ms=since)


def _removed_ms(conn: sa.Connection, tables: Tables, file: sa.Row[tuple[bytes, bytes, int, str]]) -> int:
    """Return when a file was removed, by itself or with its case; UTC milliseconds."""
    journal = tables["journal"]
    removed = sa.select(sa.func.max(journal.c.hlc)).where(
        journal.c.op == "delete", journal.c.record.in_([file.id, file.root])
    )
    last = conn.scalar(removed)
    return wall_ms(last) if last is not None else 0
