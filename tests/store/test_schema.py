"""Declarations and migrated schema are one."""

from __future__ import annotations

from kimdesk.domain.records import RECORDS
from kimdesk.store.migration_writer import columns, migrated, next_script
from kimdesk.store.tables import build_tables


def test_migrations_make_exactly_what_the_declarations_ask_for() -> None:
    assert next_script(RECORDS) == ""
    declared = {
        table.name: {column.name: str(column.type) for column in table.columns}
        for table in build_tables(RECORDS).metadata.sorted_tables
    }
    assert columns(migrated()) == declared
