"""A field that is declared once is found everywhere without another edit."""

from __future__ import annotations

import datetime as dt
import random
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kimdesk.base.ids import RecordId, new_id
from kimdesk.domain.access import access_report
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Record, Registry, Sensitivity, line, parent, record
from kimdesk.domain.disclosure import OWN_RECORD, CaseRecords, Request, disclose
from kimdesk.domain.records import RECORDS, Case
from kimdesk.store.session import Services
from kimdesk.store.store import Store
from kimdesk.store.tables import build_tables
from kimdesk.vault.vault import create
from tests.support.vaults import CHEAP, PASSPHRASE


def random_field() -> str:
    return "f_" + "".join(random.choices(string.ascii_lowercase, k=8))


@pytest.fixture
def field() -> str:
    return random_field()


@pytest.fixture
def registry(field: str) -> Registry:
    """Return a private registry: the case, and one kind with a field nobody ever heard of."""
    private = Registry()
    private.add(RECORDS["case"])
    body = {
        "__annotations__": {"case": RecordId, field: "str | None"},
        "__doc__": "A kind of this test.",
        "__module__": __name__,
        "case": parent("case"),
        field: line("Lieblingsfarbe", "Favourite colour", Sensitivity.IDENTITY, find="words"),
    }
    made: Any = type("Extra", (Record,), body)
    record(private, "extra", "Zusatz", "Extra")(made)
    return private


@pytest.fixture
def store(services: Services, registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Return a store over the private registry, its tables made straight from the declarations."""
    vault, _ = create(
        tmp_path / "v", kind="desk", label="Probe", passphrase=PASSPHRASE, clock=services.clock, policy=CHEAP
    )
    monkeypatch.setattr("kimdesk.store.store.migrate", lambda engine, **_: _create_all(engine, registry))
    with vault, Store(vault, registry, services.reference, services.clock) as made:
        yield made


def _create_all(engine: Any, registry: Registry) -> int:
    from kimdesk.store.tables import FTS

    with engine.begin() as conn:
        build_tables(registry).metadata.create_all(conn)
        for statement in FTS.values():
            conn.exec_driver_sql(statement)
    return 1


def test_a_declared_field_is_everywhere(store: Store, registry: Registry, field: str, services: Services) -> None:
    kind = registry["extra"]
    case, extra = new_id(services.clock), new_id(services.clock)
    store.apply(
        [Create("case", case, {"case_number": "KD-1"}), Create("extra", extra, {"case": case, field: "Türkis"})]
    )
    store.apply([Set("extra", extra, field, "Smaragd")])
    reader = store.reader()

    assert field in store.tables.kinds["extra"].columns
    assert field in [spec.name for spec in kind.form_fields()]
    assert [(line.field, line.before, line.after) for line in reader.history(extra)][-1] == (
        "Lieblingsfarbe",
        "Türkis",
        "Smaragd",
    )
    assert [hit.record for hit in reader.search("smarag")] == [extra]
    assert reader.search("türkis") == []

    records = reader.kind_of_case(kind, case)
    found = reader.get(Case, case)
    assert found is not None
    of_case = CaseRecords(case=found, records={"extra": records})
    request = Request(recipient=OWN_RECORD, purpose="own_record", exit="paper", day=dt.date(2026, 11, 20))
    assert disclose(request, of_case, registry).allows(extra, field)

    report = access_report(extra, {"extra": records}, registry, services.reference)
    assert ("Lieblingsfarbe", "Smaragd") in report[0].lines


def test_a_field_without_sensitivity_does_not_load() -> None:
    with pytest.raises(TypeError):
        line("Farbe", "Colour", None)  # type: ignore[arg-type]
