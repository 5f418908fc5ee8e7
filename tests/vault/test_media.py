"""Backups and bundles never share a stick."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from kimdesk.base.errors import KimError
from kimdesk.vault import media
from kimdesk.vault.backup import back_up
from kimdesk.vault.media import BACKUPS, BUNDLES, holds_backups, holds_bundles, is_apart, mark
from kimdesk.vault.opened import OpenVault
from tests.vault.conftest import Place


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick with a folder of its own on it."""
    root = tmp_path / "media" / "STICK"
    (root / "KIM").mkdir(parents=True)
    real = os.path.ismount
    monkeypatch.setattr(os.path, "ismount", lambda path: path == root or real(path))
    monkeypatch.setattr(media, "is_apart", lambda found, _home: found == root)
    return root


def test_a_stick_with_backups_is_known_everywhere_on_it(stick: Path, vault: OpenVault, place: Place) -> None:
    assert not holds_backups(stick)
    back_up(vault, stick / "KIM", clock=place.clock)
    (stick / "anderswo").mkdir()
    for folder in (stick, stick / "KIM", stick / "anderswo"):
        assert holds_backups(folder)
    assert not holds_backups(stick.parent)


def test_no_backup_on_a_stick_that_carries_bundles(stick: Path, vault: OpenVault, place: Place) -> None:
    mark(stick / "KIM", BUNDLES)
    assert not (stick / "KIM" / BUNDLES).exists(), "one note at the root is enough"
    with pytest.raises(KimError, match=r"backup\.exchange_medium"):
        back_up(vault, stick / "KIM", clock=place.clock)
    assert list((stick / "KIM").iterdir()) == []


def test_no_backup_in_a_folder_with_a_bundle_in_it(tmp_path: Path) -> None:
    assert not holds_bundles(tmp_path)
    (tmp_path / "kim-12.kimb").write_bytes(b"")
    assert holds_bundles(tmp_path)


def test_the_computers_own_disk_gets_no_note_at_its_root(tmp_path: Path) -> None:
    mark(tmp_path, BUNDLES)
    assert list(tmp_path.iterdir()) == []
    mark(tmp_path, BACKUPS)
    assert "Sicherungen" in (tmp_path / BACKUPS).read_text("utf-8")


@pytest.mark.parametrize(
    ("root", "home", "apart"),
    [
        (PurePosixPath("/"), PurePosixPath("/home/maria"), False),
        (PurePosixPath("/home"), PurePosixPath("/home/maria"), False),
        (PurePosixPath("/media/maria/STICK"), PurePosixPath("/home/maria"), True),
        (PurePosixPath("/run/media/maria/STICK"), PurePosixPath("/home/maria"), True),
        (PurePosixPath("/Volumes/STICK"), PurePosixPath("/Users/maria"), True),
        (PureWindowsPath("C:\\"), PureWindowsPath("C:\\Users\\maria"), False),
        (PureWindowsPath("c:\\"), PureWindowsPath("C:\\Users\\maria"), False),
        (PureWindowsPath("E:\\"), PureWindowsPath("C:\\Users\\maria"), True),
        (PureWindowsPath("\\\\server\\ablage"), PureWindowsPath("C:\\Users\\maria"), True),
    ],
)
def test_what_a_medium_of_its_own_is(root: PurePosixPath, home: PurePosixPath, apart: bool) -> None:
    assert is_apart(root, home) is apart
