"""Full, read-only, dying and vanishing media: a clear word, nothing half done, nothing lost."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kimdesk.base.errors import Cancelled, Surroundings, explain
from kimdesk.base.progress import Cancel, Progress
from kimdesk.exchange import medium
from kimdesk.exchange.medium import intake, suggested_name, write_whole
from kimdesk.exchange.receive import receive
from kimdesk.exchange.seal import write_bundle
from tests.exchange.fakes import OFFICE, District, district, observation

REASONS = {
    errno.ENOSPC: "medium.full",
    errno.EROFS: "medium.read_only",
    errno.EACCES: "medium.no_permission",
    errno.EIO: "medium.failing",
    errno.ENODEV: "medium.gone",
    errno.EBUSY: "medium.other",
}
SEAMS = ("open", "fsync", "write", "read_back", "rename", "sync_folder")


def failing(number: int) -> Callable[..., Any]:
    def fail(*args: object, **kwargs: object) -> None:
        raise OSError(number, "no")

    return fail


class Dying(io.FileIO):
    """A file whose medium gives up."""

    number = errno.EIO

    def write(self, data: Any, /) -> int:
        raise OSError(self.number, "no")


def break_seam(monkeypatch: pytest.MonkeyPatch, seam: str, number: int) -> None:
    if seam == "write":
        monkeypatch.setattr(Dying, "number", number)
        monkeypatch.setattr("kimdesk.exchange.seal.create_private", lambda path: Dying(path, "x+"))
    elif seam == "read_back":
        monkeypatch.setattr("kimdesk.exchange.seal.verify_stream", failing(number))
    elif seam == "rename":
        monkeypatch.setattr(Path, "rename", failing(number))
    elif seam == "sync_folder":
        monkeypatch.setattr(medium, "sync_folder", failing(number))
    else:
        monkeypatch.setattr(os, seam, failing(number))


@pytest.fixture
def place() -> District:
    return district()


@pytest.mark.parametrize("seam", SEAMS)
@pytest.mark.parametrize("number", REASONS)
def test_writing_fails_with_the_true_reason_and_leaves_nothing_half_done(
    place: District, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seam: str, number: int
) -> None:
    path = tmp_path / "a.kimb"
    with monkeypatch.context() as patched:
        break_seam(patched, seam, number)
        with pytest.raises(Surroundings) as failed:
            write_bundle(place.sync(observation()), path, desk=place.desk.desk, recipients=[OFFICE.public])
    assert failed.value.code == REASONS[number]
    assert explain(failed.value, "de").next
    left = [entry.name for entry in tmp_path.iterdir()]
    assert left == ([path.name] if seam == "sync_folder" else [])
    second = write_bundle(
        place.sync(observation()), tmp_path / "b.kimb", desk=place.desk.desk, recipients=[OFFICE.public]
    )
    used = seam in {"rename", "sync_folder"}
    assert second.head.seq == (2 if used else 1)
    assert place.office.take((tmp_path / "b.kimb").read_bytes()).status == "new"


def test_a_damaged_write_is_noticed_before_the_file_gets_its_name(
    place: District, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Lying(io.FileIO):
        """A stick that forgets what it took."""

        def write(self, data: Any, /) -> int:
            done = super().write(bytes(len(data)) if len(data) == 16 + 65_536 else data)
            return done if done is not None else 0

    monkeypatch.setattr("kimdesk.exchange.seal.create_private", lambda path: Lying(path, "x+"))
    rows = [observation(number, "x" * 15_000) for number in range(12)]
    with pytest.raises(Exception, match=r"medium\.failing"):
        write_bundle(place.sync(*rows), tmp_path / "a.kimb", desk=place.desk.desk, recipients=[OFFICE.public])
    assert not list(tmp_path.iterdir())
    assert not place.desk.ledger.written


def test_an_unreadable_sector_is_the_mediums_fault(
    place: District, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, quarantine = tmp_path / "a.kimb", tmp_path / "q"
    quarantine.mkdir()
    path.write_bytes(place.desk.send(place.sync(observation()), OFFICE.public)[0])

    class Dead(io.FileIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(errno.EIO, "no")

    monkeypatch.setattr("kimdesk.exchange.medium.open_plain", lambda path, limit: Dead(path))
    with pytest.raises(Surroundings, match=r"medium\.failing"):
        receive(path, quarantine, place.office.receiver)
    assert not list(quarantine.iterdir())


def test_stopping_leaves_nothing(tmp_path: Path) -> None:
    source = tmp_path / "a.kimb"
    source.write_bytes(bytes(3 << 20))
    quarantine = tmp_path / "q"
    quarantine.mkdir()
    cancel = Cancel()
    cancel.request()
    with pytest.raises(Cancelled):
        intake(source, quarantine, Progress(cancel=cancel))
    assert not list(quarantine.iterdir())


def test_a_folder_is_no_bundle(tmp_path: Path) -> None:
    with pytest.raises(Surroundings, match=r"medium\.(not_a_file|no_permission)"):
        intake(tmp_path, tmp_path)


def test_small_files_are_whole_and_never_replace_another(tmp_path: Path) -> None:
    path = tmp_path / "a.kimr"
    write_whole(path, b"one")
    with pytest.raises(Surroundings, match=r"medium\.exists"):
        write_whole(path, b"two")
    assert path.read_bytes() == b"one"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.kimr"]


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_files_are_private(place: District, tmp_path: Path) -> None:
    path = tmp_path / suggested_name()
    write_bundle(place.sync(), path, desk=place.desk.desk, recipients=[OFFICE.public])
    assert path.stat().st_mode & 0o077 == 0


def test_file_names_tell_nothing() -> None:
    names = {suggested_name() for _ in range(20)}
    assert len(names) == 20
    assert all(len(name) == 17 for name in names)
