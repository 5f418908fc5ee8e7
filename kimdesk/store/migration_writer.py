"""Writes the next migration: what the declarations ask for and the migrated schema does not have yet."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.schema import CreateIndex, CreateTable

from kimdesk.domain.declare import Registry
from kimdesk.domain.records import RECORDS
from kimdesk.store.migrate import FOLDER, migrations, statements
from kimdesk.store.tables import FTS, build_tables

Schema = dict[str, dict[str, str]]


def wanted_statements(registry: Registry) -> dict[str, str]:
    """Return name -> CREATE statement of every table and index the declarations ask for."""
    dialect = sa.create_engine("sqlite://").dialect
    wanted: dict[str, str] = {}
    for table in build_tables(registry).metadata.sorted_tables:
        wanted[table.name] = _clean(str(CreateTable(table).compile(dialect=dialect)))
        for index in sorted(table.indexes, key=lambda each: str(each.name)):
            wanted[str(index.name)] = _clean(str(CreateIndex(index).compile(dialect=dialect)))
    return wanted | FTS


def _clean(statement: str) -> str:
    return "\n".join(line.rstrip().replace("\t", "  ") for line in statement.strip().splitlines() if line.strip())


def columns(db: sqlite3.Connection) -> Schema:
    """Return table -> column -> type of a database, search tables' shadows left out."""
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    shadows = tuple(f"{name}_" for name in FTS)
    return {
        name: {row[1]: row[2] for row in db.execute(f"PRAGMA table_info('{name}')")}
        for name in names
        if not name.startswith(shadows) and name != "sqlite_sequence"
    }


def migrated() -> sqlite3.Connection:
    """Return an empty in-memory database with all migrations done."""
    db = sqlite3.connect(":memory:")
    for _, script in migrations():
        for statement in statements(script):
            if not statement.startswith("CREATE VIRTUAL TABLE"):
                db.execute(statement)
    return db


def search_tables_present() -> set[str]:
    """Return the search tables migrations make; this interpreter's own SQLite may be too old to run them."""
    scripts = "".join(script for _, script in migrations())
    return {name for name, statement in FTS.items() if statement in scripts}


def next_script(registry: Registry) -> str:
    """Return the SQL that is missing, or an empty text; only new tables, indexes and columns are written."""
    db = migrated()
    have = columns(db)
    present = {name for (name,) in db.execute("SELECT name FROM sqlite_master")} | search_tables_present()
    wanted = wanted_statements(registry)
    db.close()
    missing = [statement for name, statement in wanted.items() if name not in present]
    indexes = [each for each in missing if each.startswith("CREATE INDEX")]
    lines = [f"{each};\n" for each in missing if each not in indexes]
    lines += [
        f'ALTER TABLE {table.name} ADD COLUMN "{column.name}" {column.type};\n'
        for table in build_tables(registry).metadata.sorted_tables
        for column in table.columns
        if table.name in have and column.name not in have[table.name]
    ]
    lines += [f"{each};\n" for each in indexes]  # last: an index may be about a column just added
    return "\n".join(lines)


def write_next(registry: Registry = RECORDS, folder: Path = FOLDER) -> Path | None:
    """Write the next numbered migration; returns its path, or None where nothing is missing."""
    script = next_script(registry)
    if not script:
        return None
    number = max((number for number, _ in migrations()), default=0) + 1
    path = folder / f"{number:04d}_{'first' if number == 1 else 'fields'}.sql"
    folder.mkdir(exist_ok=True)
    path.write_text(script, "utf-8")
    return path


if __name__ == "__main__":
    print(write_next() or "nothing to do")  # noqa: T201
