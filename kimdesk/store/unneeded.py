"""Stored files that nobody can get at any more: their record was removed, and nothing brings it back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.domain.changes import Changes, Restore
from kimdesk.domain.declare import Registry
from kimdesk.store.apply import ALIVE
from kimdesk.store.blobs import BlobRow, drop_blobs, every_blob
from kimdesk.store.events import event
from kimdesk.store.hlc import wall_ms
from kimdesk.store.session import Session
from kimdesk.store.tables import Tables

FILE: Final = ("attachment", "blob")
"""The field that names a file of a case; removed with its record."""
PAPERS: Final = (("support_plan", "pdf"), ("consent", "pdf"))
"""Fields that name a signed paper first; what was signed is kept, whatever becomes of its record."""
_ID: Final = re.compile(r"\b[0-9a-f]{32}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unneeded:
    """A stored file without use, the record it belonged to, that record's case, and since when (UTC milliseconds)."""

    row: BlobRow
    record: RecordId | None = None
    case: RecordId | None = None
    since_ms: int = 0


def erasable(session: Session, before_ms: int | None) -> list[BlobRow]:
    """Return the files without use since before an instant, or at all, that nothing here could still bring back."""
    with session.query.connection() as conn:
        return _erasable(session, conn, before_ms)


def drop_erasable(session: Session, before_ms: int | None, *, told: int) -> list[str]:
    """Give up the keys of such files in one transaction, with `told` in the vault's own record; return their ids."""
    gone: list[bytes] = []

    def drop(conn: sa.Connection) -> None:
        gone.extend(row.id for row in _erasable(session, conn, before_ms))
        drop_blobs(conn, session.store.tables, gone)

    done = event(session, "files_erased", about=str(told))
    session.store.apply([done], actor=session.actor, undoable=False, also=drop)
    return [blob.hex() for blob in gone]


def is_erased(session: Session, record: RecordId) -> bool:
    """Tell whether the content of a removed file is gone for good."""
    with session.query.connection() as conn:
        return _is_erased(conn, session.store.tables, record)


def restore(session: Session, record: RecordId) -> Changes:
    """Bring a removed file back; raises UserProblem attachment.erased, and what `apply` raises."""

    def refuse(conn: sa.Connection) -> None:
        if _is_erased(conn, session.store.tables, record):
            raise UserProblem("attachment.erased")

    return session.store.apply([Restore(FILE[0], record)], actor=session.actor, also=refuse)


def _is_erased(conn: sa.Connection, tables: Tables, record: RecordId) -> bool:
    kind, name = FILE
    table, blobs = tables.kinds[kind], tables["blob"]
    named = conn.scalar(sa.select(table.c[name]).where(table.c.id == record))
    if named is None or not _ID.fullmatch(named):
        return False
    return conn.scalar(sa.select(blobs.c.size).where(blobs.c["id"] == bytes.fromhex(named))) is None


def _erasable(session: Session, conn: sa.Connection, before_ms: int | None) -> list[BlobRow]:
    kept, blobs = session.store.may_come_back(), session.vault.blobs()
    return [
        each.row
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
    journal = tables["journal"]
    removed = sa.select(sa.func.max(journal.c.hlc)).where(
        journal.c.op == "delete", journal.c.record.in_([file.id, file.root])
    )
    last = conn.scalar(removed)
    since = wall_ms(last) if last is not None else 0
    return Unneeded(row=row, record=RecordId(file.id), case=RecordId(file.root), since_ms=since)
