"""What goes wrong outside: each with its German sentence and code, nothing lost, nothing half done."""

from __future__ import annotations

import errno
import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kimdesk.base.errors import error_table
from tests.support import casefiles
from tests.support.commands import Kimdesk, Outcome, secret_file


def refused(answered: Outcome, code: str) -> None:
    """Expect exit 1, the German sentence of a code on standard error and nothing on standard output."""
    assert (answered.exit, answered.code(), answered.out) == (1, code, "")
    assert answered.err.startswith(error_table()[code]["de"]["what"].partition("{")[0])


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_wrong_passphrase(kimdesk: Kimdesk, filled: Path, tmp_path: Path) -> None:
    before = snapshot(filled)
    wrong = Kimdesk(kimdesk.services, secret_file(tmp_path, "pferd lampe seife wolke treppen"))
    for verb in (("case", "list", filled), ("vault", "check", filled), ("search", filled, "x")):
        refused(wrong.open(*verb), "vault.wrong_passphrase")
    assert snapshot(filled) == before


def test_no_vault_at_all(kimdesk: Kimdesk, tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    (tmp_path / "datei.txt").write_text("kein Tresor", "utf-8")
    refused(kimdesk.open("case", "list", tmp_path / "nirgends"), "vault.not_found")
    refused(kimdesk.open("case", "list", tmp_path / "leer"), "vault.not_a_vault")
    refused(kimdesk.open("case", "list", tmp_path / "datei.txt"), "vault.not_a_vault")
    assert [path.name for path in (tmp_path / "leer").iterdir()] == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "vault.db_empty"),
        (b"SQLite format 3\0" + bytes(8176), "vault.db_plain"),
        (os.urandom(16384), "vault.db_foreign"),
    ],
    ids=["empty", "plain", "foreign"],
)
def test_a_database_that_is_not_ours(kimdesk: Kimdesk, filled: Path, content: bytes, code: str) -> None:
    (filled / "vault.db").write_bytes(content)
    refused(kimdesk.open("case", "list", filled), code)
    assert (filled / "vault.db").read_bytes() == content


def test_a_database_that_is_gone_is_not_made_anew(kimdesk: Kimdesk, filled: Path) -> None:
    (filled / "vault.db").unlink()
    refused(kimdesk.open("case", "list", filled), "vault.db_missing")
    assert not (filled / "vault.db").exists()


HOLD = """
import sys
from pathlib import Path
from kimdesk.app.compose import services
from kimdesk.casework.desk import open_desk
from tests.support.vaults import CHEAP, PASSPHRASE
with open_desk(services(policy=CHEAP), Path(sys.argv[1]), PASSPHRASE):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def held(filled: Path) -> Iterator[Path]:
    """Return a vault that another process has open."""
    from tests.support.tree import ROOT

    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(filled)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        yield filled
        holder.communicate("")


def test_a_second_instance_is_turned_away(kimdesk: Kimdesk, held: Path) -> None:
    refused(kimdesk.open("case", "list", held), "vault.in_use")
    refused(kimdesk.open("vault", "check", held), "vault.in_use")
    assert kimdesk("vault", "info", held).exit == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of two megabytes, where this system lets us make one."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if sys.platform != "linux" or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("only root on Linux can mount a small disk; the injected error below covers the rest")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_keeps_what_was_acknowledged(kimdesk: Kimdesk, small_disk: Path, tmp_path: Path) -> None:
    vault, sheet = small_disk / "v", tmp_path / "s.pdf"
    assert kimdesk.open("vault", "create", vault, "--recovery-sheet", sheet, "--label", "L").exit == 0
    file = casefiles.write(tmp_path / "many.json", [casefiles.case(each, contacts=30) for each in range(40)])
    answered = kimdesk.open("case", "import", vault, file)
    assert (answered.exit, answered.code()) == (1, "disk.full")
    acknowledged = [line.split()[1] for line in answered.out.splitlines()]
    assert 0 < len(acknowledged) < 40
    (small_disk / "ballast").unlink(missing_ok=True)
    subprocess.run(["mount", "-o", "remount,size=16m", str(small_disk)], check=True)
    there = kimdesk.open("case", "list", vault, "--json").json()
    assert sorted(each["case_number"] for each in there) == sorted(acknowledged)
    assert kimdesk.open("vault", "check", vault).exit == 0
    assert kimdesk.open("case", "import", vault, file).exit == 0


def test_a_full_stick_leaves_no_half_file(
    kimdesk: Kimdesk, filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    out = tmp_path / "aus" / "cases.json"
    out.parent.mkdir()
    with monkeypatch.context() as patch:
        patch.setattr("kimdesk.exchange.medium.os.fsync", full)
        refused_code = kimdesk.open("case", "export", filled, "-o", out, "--yes").code()
    assert refused_code == "medium.full"
    assert list(out.parent.iterdir()) == []


@pytest.fixture
def nobody(tmp_path: Path) -> Iterator[None]:
    """Let root give up its power to write everywhere; anybody else has none."""
    if sys.platform == "win32":
        pytest.skip("folders are protected in other ways there")
    if os.geteuid() != 0:
        yield
        return
    closed = [folder for folder in (tmp_path, *tmp_path.parents) if not folder.stat().st_mode & 0o001]
    opened = {folder: folder.stat().st_mode for folder in closed}
    for folder, mode in opened.items():
        folder.chmod(mode | 0o711)
    os.seteuid(65534)
    yield
    os.seteuid(0)
    for folder, mode in opened.items():
        folder.chmod(mode)


def test_a_vault_folder_without_write_permission(
    kimdesk: Kimdesk, filled: Path, request: pytest.FixtureRequest
) -> None:
    kimdesk.open("case", "list", filled)
    importlib.import_module("kimdesk.casework.recovery_sheet")  # the interpreter's own files may be out of reach below
    before = snapshot(filled)
    for path in (filled, *filled.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    request.getfixturevalue("nobody")
    inside, beside = filled / "neu", filled.parent / "neu"
    refused(kimdesk.open("case", "list", filled), "disk.no_permission")
    sheet = ("--recovery-sheet", filled / "s.pdf", "--label", "L")
    refused(kimdesk.open("vault", "create", inside, *sheet), "disk.no_permission")
    assert kimdesk.open("vault", "create", beside, *sheet).exit == 1
    assert not beside.exists()
    assert snapshot(filled) == before
