"""The program as a real process: encodings, readers that leave early, the log."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kimdesk.casework.desk import NewDesk, Services, create_desk
from tests.support.commands import start
from tests.support.tree import ROOT
from tests.support.vaults import PASSPHRASE, PROFILE


@pytest.fixture
def labelled(services: Services, tmp_path: Path) -> Path:
    """Return a vault whose label needs more than ASCII."""
    folder = tmp_path / "tresor"
    new = NewDesk(folder=folder, label="Büro Größe 3 – Ж", passphrase=PASSPHRASE, profile=PROFILE)
    create_desk(services, new)[0].close()
    return folder


def test_every_console_gets_utf8(labelled: Path, own_home: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONCOERCECLOCALE": "0"}
    with start("vault", "info", labelled, module="kimdesk", env=environment) as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    assert out.startswith("Büro Größe 3 – Ж\n")
    assert own_home.is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end in another way there")
def test_a_reader_who_leaves_early_is_no_trouble() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "kimdesk", "--help"]
    done = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


def test_the_log_keeps_places_and_no_words(labelled: Path, own_home: Path, tmp_path: Path) -> None:
    program = (
        "import sys, kimdesk.casework.desk as desk\n"
        "def broken(folder): raise ValueError('Dimitrova')\n"
        "desk.vault_info = broken\n"
        "from kimdesk.app.main import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    command = [sys.executable, "-c", program, "vault", "info", str(labelled)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, encoding="utf-8", timeout=60)
    assert done.returncode == 1
    assert done.stderr.rstrip().endswith("(bug)")
    written = (own_home / "log" / "kimdesk.log").read_text("utf-8")
    assert "ValueError at" in written
    assert "Dimitrova" not in written + done.stderr
