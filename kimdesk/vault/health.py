"""`vault check`: looks at every page and file and names what is wrong, one typed finding each."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from kimdesk.base.errors import KimError, Param, Surroundings
from kimdesk.vault.database import Connection
from kimdesk.vault.trouble import translated

Severity = Literal["notice", "warning", "damage"]
Connect = Callable[[], Connection]
_MOST_ROWS = 100
_MOST_TRIES = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: `code` names its text, `severity` says how bad it is, `params` fill the text."""

    code: str
    severity: Severity
    params: Mapping[str, Param] = field(default_factory=lambda: MappingProxyType({}))


def check_database(connect: Connect, *, strict: bool = False) -> tuple[Finding, ...]:
    """Return what is wrong with the database file; others may write meanwhile, what they write waits in the log.

    Each look uses a connection of its own, because one bad page poisons the later answers of the same one. A disk that
    fails is a finding; `strict` raises it as Surroundings.
    """
    findings: list[Finding] = []
    for look in (_look_at_pages, _look_at_structure):
        found = list(_through(connect, look, strict=strict))
        findings += found
        if any(finding.code == "check.busy" for finding in found):
            break
    return tuple(finding for place, finding in enumerate(findings) if finding not in findings[:place])


def _through(connect: Connect, look: Callable[[Connection], Iterator[Finding]], *, strict: bool) -> Iterator[Finding]:
    try:
        connection = connect()
        try:
            with translated():
                yield from look(connection)
        finally:
            connection.close()
    except KimError as error:
        if strict and isinstance(error, Surroundings):
            raise
        yield Finding(error.code, "damage", MappingProxyType(error.params))


@contextlib.contextmanager
def standing_still(connection: Connection) -> Iterator[bool]:
    """Keep the main file as it is: the whole log is folded into it, and no more is while this reads.

    A reader that began at an empty log keeps every other connection from folding (SQLite, "WAL-mode file format",
    read mark 0). Yields False where somebody else was in the way all the time.
    """
    connection.execute("PRAGMA busy_timeout=100")
    try:
        still = any(_folded(connection) and _begun_at_rest(connection) for _ in range(_MOST_TRIES))
        yield still
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _folded(connection: Connection) -> bool:
    """Fold in the log; tell whether nobody was in the way."""
    busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def _begun_at_rest(connection: Connection) -> bool:
    """Begin to read; tell whether nobody has written since the log was folded in."""
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    file = Path(connection.execute("PRAGMA database_list").fetchone()[2])
    log = file.with_name(f"{file.name}-wal")
    if not log.exists() or not log.stat().st_size:
        return True
    connection.execute("ROLLBACK")
    return False


def _look_at_pages(connection: Connection) -> Iterator[Finding]:
    """Look at the main file as it lies on the disk; the page check reads only that."""
    with standing_still(connection) as still:
        if not still:
            yield Finding("check.busy", "warning")
            return
        rows = connection.execute("PRAGMA cipher_integrity_check").fetchmany(_MOST_ROWS)
        if rows:
            yield Finding("check.pages_altered", "damage", MappingProxyType({"pages": len(rows)}))


def _look_at_structure(connection: Connection) -> Iterator[Finding]:
    rows = connection.execute(f"PRAGMA integrity_check({_MOST_ROWS})").fetchmany(_MOST_ROWS)
    if rows != [("ok",)]:
        yield Finding("check.structure", "damage", MappingProxyType({"faults": len(rows)}))
