"""`vault check`: looks at every page and file and names what is wrong, one typed finding each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from kimdesk.base.errors import KimError, Param
from kimdesk.vault.database import Connection
from kimdesk.vault.trouble import translated

Severity = Literal["notice", "warning", "damage"]
Connect = Callable[[], Connection]
_MOST_ROWS = 100


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: `code` names its text, `severity` says how bad it is, `params` fill the text."""

    code: str
    severity: Severity
    params: Mapping[str, Param] = field(default_factory=lambda: MappingProxyType({}))


def check_database(connect: Connect) -> tuple[Finding, ...]:
    """Return what is wrong with the database file; nothing may write to it meanwhile.

    Each look uses a connection of its own, because one bad page poisons the later answers of the same one.
    """
    looks = (_settle, _look_at_pages, _look_at_structure)
    findings: list[Finding] = []
    for look in looks:
        found = list(_through(connect, look))
        findings += found
        if look is _settle and found:
            break
    return tuple(finding for place, finding in enumerate(findings) if finding not in findings[:place])


def _through(connect: Connect, look: Callable[[Connection], Iterator[Finding]]) -> Iterator[Finding]:
    try:
        connection = connect()
        try:
            with translated():
                yield from look(connection)
        finally:
            connection.close()
    except KimError as error:
        yield Finding(error.code, "damage", MappingProxyType(error.params))


def _settle(connection: Connection) -> Iterator[Finding]:
    """Move the write-ahead log into the main file; the page check reads only that."""
    connection.execute("PRAGMA busy_timeout=500")
    busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        yield Finding("check.busy", "warning")


def _look_at_pages(connection: Connection) -> Iterator[Finding]:
    rows = connection.execute("PRAGMA cipher_integrity_check").fetchmany(_MOST_ROWS)
    if rows:
        yield Finding("check.pages_altered", "damage", MappingProxyType({"pages": len(rows)}))


def _look_at_structure(connection: Connection) -> Iterator[Finding]:
    rows = connection.execute(f"PRAGMA integrity_check({_MOST_ROWS})").fetchmany(_MOST_ROWS)
    if rows != [("ok",)]:
        yield Finding("check.structure", "damage", MappingProxyType({"faults": len(rows)}))
