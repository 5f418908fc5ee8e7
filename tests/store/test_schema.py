"""Declarations and migrated schema are one; a newer schema is refused unchanged."""

from __future__ import annotations

from pathlib import Path

import pytest

from kimdesk.base.errors import Untrusted
from kimdesk.casework.desk import Desk, Services, open_desk
from kimdesk.domain.records import RECORDS
from kimdesk.store.migration_writer import columns, migrated, next_script
from kimdesk.store.tables import build_tables
from tests.support.vaults import PASSPHRASE


def test_migrations_make_exactly_what_the_declarations_ask_for() -> None:
    assert next_script(RECORDS) == ""
    declared = {
        table.name: {column.name: str(column.type) for column in table.columns}
        for table in build_tables(RECORDS).metadata.sorted_tables
    }
    assert columns(migrated()) == declared


def test_a_newer_schema_is_refused_and_stays_as_it_is(desk: Desk, services: Services, tmp_path: Path) -> None:
    with desk.store.write() as conn:
        conn.exec_driver_sql("PRAGMA user_version = 999").close()
    desk.close()
    before = (tmp_path / "tresor" / "vault.db").read_bytes()
    with pytest.raises(Untrusted) as refused:
        open_desk(services, tmp_path / "tresor", PASSPHRASE)
    assert refused.value.code == "vault.schema_newer"
    assert (tmp_path / "tresor" / "vault.db").read_bytes() == before
