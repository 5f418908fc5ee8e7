"""Numbered migrations in plain SQL; the database says by user_version which were done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa

from kimdesk.base.errors import Untrusted
from kimdesk.base.progress import SILENT, Progress

FOLDER = Path(__file__).parent / "migrations"


def migrations() -> list[tuple[int, str]]:
    """Return (number, SQL script) of every migration, rising."""
    files = sorted(FOLDER.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    return [(int(file.name[:4]), file.read_text("utf-8")) for file in files]


def statements(script: str) -> list[str]:
    """Return the statements of a migration script; each ends with a semicolon at the end of a line."""
    return [part.strip() for part in script.split(";\n") if part.strip()]


def migrate(engine: sa.Engine, *, before: Callable[[int], None] | None = None, progress: Progress = SILENT) -> int:
    """Bring a database to the newest schema and return its number.

    `before` is called with the old number once, before anything changes in a database that is not new; what it raises
    ends the migration. Each migration is one transaction: after a kill or Cancelled the next call goes on where the
    last whole one ended. Raises Untrusted(vault.schema_newer) for the schema of a later program.
    """
    known = migrations()
    with engine.connect() as conn:
        version = conn.exec_driver_sql("PRAGMA user_version").scalar_one()
    if version > known[-1][0]:
        raise Untrusted("vault.schema_newer", found=version, known=known[-1][0])
    pending = [(number, statements(script)) for number, script in known if number > version]
    if pending and version and before is not None:
        before(version)
    steps = sum(len(script) for _, script in pending)
    done = 0
    for number, script in pending:
        with engine.begin() as conn:
            for statement in script:
                progress.step(done, steps)
                conn.exec_driver_sql(statement)
                done += 1
            conn.exec_driver_sql(f"PRAGMA user_version = {number}")
    return known[-1][0]
