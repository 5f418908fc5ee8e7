"""Fixtures: the command line with a key derivation for tests, and a closed vault with a passphrase file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kimdesk.casework.desk import NewDesk, Services, create_desk
from tests.support import casefiles
from tests.support.commands import Kimdesk, secret_file
from tests.support.vaults import PASSPHRASE, PROFILE


@pytest.fixture
def kimdesk(services: Services, tmp_path: Path) -> Kimdesk:
    """Return the command line; nobody sits at the terminal."""
    return Kimdesk(services, secret_file(tmp_path))


@pytest.fixture
def vault(services: Services, tmp_path: Path) -> Path:
    """Return the folder of a fresh, closed vault."""
    folder = tmp_path / "tresor"
    new = NewDesk(folder=folder, label="Tresor 1", passphrase=PASSPHRASE, profile=PROFILE)
    create_desk(services, new)[0].close()
    return folder


@pytest.fixture
def filled(kimdesk: Kimdesk, vault: Path, tmp_path: Path) -> Path:
    """Return a vault that holds two families."""
    file = casefiles.write(tmp_path / "two.json", [casefiles.case(1), casefiles.case(2)])
    assert kimdesk.open("case", "import", vault, file).exit == 0
    return vault
