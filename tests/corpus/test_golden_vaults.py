"""Vaults of every released schema open in today's program, whole and with everything in them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from kimdesk.casework import backups
from kimdesk.casework.desk import Desk, Services, open_desk, open_desk_with_code
from kimdesk.casework.health import check_vault
from kimdesk.domain.records import Case, Contact, Measure, Person
from kimdesk.store.blobs import every_blob
from kimdesk.store.migrate import migrations
from tests.corpus.make_vault import ATTACHMENT, EXPECTED, HERE

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


def require_content(desk: Desk, blob: str) -> None:
    case = desk.query.every(Case)[0]
    assert desk.profile.name == "Maria Sommer"
    persons = {person.given_name: person for person in desk.query.of_case(Person, case.id)}
    assert persons.keys() == {"Elena", "Mihail"}
    mihail = persons["Mihail"]
    assert (mihail.phone, mihail.family_name_native) == ("02553 1234", "Димитров")
    assert mihail.languages == {"bg"}
    assert [contact.minutes for contact in desk.query.of_case(Contact, case.id)] == [45]
    assert desk.query.of_case(Measure, case.id) == ()
    assert [hit.person for hit in desk.query.search("dimitrov")] == ["Elena Dimitrova", "Mihail"]
    with desk.query.connection() as conn:
        row = next(each for each in every_blob(conn, desk.store.tables) if each.id.hex() == blob)
    assert desk.vault.blobs().read(blob, row.key) == ATTACHMENT


def test_it_opens_whole_and_up_to_date(services: Services, golden: tuple[Path, dict[str, Any]]) -> None:
    folder, expected = golden
    with open_desk(services, folder / "vault", expected["passphrase"]) as desk:
        assert desk.query.scalar("PRAGMA user_version") == migrations()[-1][0]
        require_content(desk, expected["blob"])
    assert check_vault(services, folder / "vault", expected["passphrase"]) == ()
    open_desk_with_code(services, folder / "vault", expected["code"]).close()


def test_its_backup_can_be_restored(services: Services, golden: tuple[Path, dict[str, Any]]) -> None:
    folder, expected = golden
    backups.restore(services, folder / "backup", folder / "neu", expected["passphrase"])
    with open_desk(services, folder / "neu", expected["passphrase"]) as desk:
        require_content(desk, expected["blob"])
    assert check_vault(services, folder / "neu", expected["passphrase"]) == ()
