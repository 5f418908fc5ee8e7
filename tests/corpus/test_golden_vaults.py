"""Vaults of every released schema open in today's program, whole and with everything in them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kimdesk.casework import backups
from kimdesk.casework.desk import Desk, Services, open_desk, open_desk_with_code
from kimdesk.casework.health import check_vault
from kimdesk.domain.records import Case, Contact, Measure, Person
from kimdesk.store import migrate
from kimdesk.store.blobs import every_blob
from kimdesk.store.migrate import migrations
from tests.corpus.make_vault import ATTACHMENT, EXPECTED, HERE
from tests.faults.tallying import Tally

GOLDEN = sorted(path.parent for path in HERE.glob(f"*/{EXPECTED}"))


@pytest.fixture(params=GOLDEN, ids=lambda path: path.name)
def golden(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, dict[str, Any]]:
    """A copy of a golden vault and its backup, and what opens them."""
    source: Path = request.param
    for name in ("vault", "backup"):
        shutil.copytree(source / name, tmp_path / name)
    return tmp_path, json.loads((source / EXPECTED).read_text("utf-8"))


def test_there_is_a_golden_vault() -> None:
    assert GOLDEN


def missing(desk: Desk, blob: str) -> Iterator[str]:
    """Yield what of the content is not there as it was written."""
    case = desk.query.every(Case)[0]
    persons = {person.given_name: person for person in desk.query.of_case(Person, case.id)}
    mihail = persons.get("Mihail")
    there = {
        "profile": desk.profile.name == "Maria Sommer",
        "persons": persons.keys() == {"Elena", "Mihail"},
        "phone": mihail is not None and mihail.phone == "02553 1234",
        "native name": mihail is not None and mihail.family_name_native == "Димитров",
        "languages": mihail is not None and mihail.languages == {"bg"},
        "contact": [contact.minutes for contact in desk.query.of_case(Contact, case.id)] == [45],
        "what was deleted": desk.query.of_case(Measure, case.id) == (),
        "search": [hit.person for hit in desk.query.search("dimitrov")] == ["Elena Dimitrova", "Mihail"],
        "attachment": _attachment(desk, blob) == ATTACHMENT,
    }
    yield from (name for name, right in there.items() if not right)


def _attachment(desk: Desk, blob: str) -> bytes:
    with desk.query.connection() as conn:
        row = next(each for each in every_blob(conn, desk.store.tables) if each.id.hex() == blob)
    return desk.vault.blobs().read(blob, row.key)


def opened(services: Services, folder: Path, expected: dict[str, Any]) -> tuple[dict[str, int], list[str]]:
    """Open an old vault in today's program and check all of it; count and return what is not as it was."""
    with open_desk(services, folder, expected["passphrase"]) as desk:
        steps = desk.query.scalar("PRAGMA user_version")
        found = list(missing(desk, expected["blob"]))
    found += [each.code for each in check_vault(services, folder, expected["passphrase"])]
    found += [] if steps == migrations()[-1][0] else ["schema"]
    return {"versions opened": 1, "facts compared": 9, "findings": len(found)}, found


def test_it_opens_whole_and_up_to_date(services: Services, golden: tuple[Path, dict[str, Any]], tally: Tally) -> None:
    folder, expected = golden
    counts, found = opened(services, folder / "vault", expected)
    tally("vaults of earlier schemas opened today", counts)
    assert found == []
    open_desk_with_code(services, folder / "vault", expected["code"]).close()


def test_its_backup_can_be_restored(services: Services, golden: tuple[Path, dict[str, Any]], tally: Tally) -> None:
    folder, expected = golden
    backups.restore(services, folder / "backup", folder / "neu", expected["passphrase"])
    counts, found = opened(services, folder / "neu", expected)
    tally("backups of earlier schemas restored today", counts)
    assert found == []


FORGETFUL = "UPDATE persons SET phone = NULL;\n"


def test_a_migration_that_forgets_a_column_is_found_out(
    services: Services, golden: tuple[Path, dict[str, Any]], tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, expected = golden
    known = migrations()
    monkeypatch.setattr(migrate, "migrations", lambda: [*known, (known[-1][0] + 1, FORGETFUL)])
    counts, found = opened(services, folder / "vault", expected)
    tally("a migration that forgets a column", counts, sabotaged=True)
    assert {"phone", "check.records_differs"} <= set(found)
