"""Whatever moment the power goes: what was acknowledged is there, and nothing is half there."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from kimdesk.vault import database
from tests.faults import database_tap, day
from tests.faults.crash import Report, crash, moments, said_too_early, swallowed_syncs
from tests.faults.disk import Disk, Model
from tests.faults.events import Event, Made, Opened, Removed, Renamed, Said, Synced, Truncated, Written
from tests.faults.recording import by_strace, by_taps, strace_available
from tests.faults.tallying import Tally

Record = Callable[[], list[Event]]
needs_tap = pytest.mark.skipif(not database_tap.AVAILABLE, reason="the database library shows no symbols here")


@pytest.fixture
def record(scratch: Path) -> Record:
    """Return what records a day in a fresh folder."""

    def recorded() -> list[Event]:
        folder = scratch / "day"
        folder.mkdir()
        return by_taps(folder, day.work)

    return recorded


def crashed(events: Sequence[Event], scratch: Path, tally: Tally, number: int, *, deep: bool = False) -> Report:
    """Crash at random moments; a long run looks deeper and takes the moments around every forcing to disk as well."""
    chance = random.Random(tally.seed)
    at = moments(events, number, chance, around_syncs=tally.share if deep else 0)
    return crash(events, at, scratch, chance, deep=deep)


def told(report: Report) -> dict[str, int]:
    return {
        "images": report.images,
        "opened": report.opened,
        "facts compared": report.facts,
        "lost or torn": len(report.found),
    }


@needs_tap
def test_a_day_survives_any_crash(record: Record, scratch: Path, tally: Tally) -> None:
    report = crashed(record(), scratch, tally, 150)
    tally("150 moments x kill, drop, rand", told(report))
    assert report.found == []
    assert report.opened > report.images / 2


SABOTAGE = {
    "nothing is ever forced to the disk": swallowed_syncs,
    "acknowledged before it is done": said_too_early,
}


@needs_tap
@pytest.mark.parametrize("way", SABOTAGE)
def test_a_program_that_lies_is_found_out(record: Record, scratch: Path, tally: Tally, way: str) -> None:
    report = crashed(SABOTAGE[way](record()), scratch, tally, 8)
    tally(way, told(report), sabotaged=True)
    assert report.found


@needs_tap
def test_a_database_that_does_not_wait_for_the_disk_is_found_out(
    record: Record, scratch: Path, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    hasty = ("PRAGMA synchronous=OFF", *(each for each in database._SETTINGS if "synchronous" not in each))
    monkeypatch.setattr(database, "_SETTINGS", hasty)
    report = crashed(record(), scratch, tally, 10)
    tally("synchronous=OFF", told(report), sabotaged=True)
    assert not any(each.startswith("kill") for each in report.found)
    assert any(each.startswith("drop") for each in report.found)
    assert any(each.startswith("rand") for each in report.found)


# the long part ------------------------------------------------------------


@pytest.fixture
def traced(scratch: Path) -> list[Event]:
    """Return a day as strace saw it."""
    if not strace_available():
        pytest.skip("strace is missing or may not trace here")
    folder = scratch / "traced"
    folder.mkdir()
    return by_strace(folder, "tests.faults.day")


@pytest.mark.slow
def test_a_day_seen_from_outside_survives_any_crash(traced: list[Event], scratch: Path, tally: Tally) -> None:
    report = crashed(traced, scratch, tally, tally.portion(900), deep=True)
    tally("900 moments and around every fsync x kill, drop, rand, by strace", told(report))
    assert report.found == []
    assert report.opened > report.images / 2


@pytest.mark.slow
@needs_tap
def test_both_witnesses_saw_the_same(traced: list[Event], record: Record, tally: Tally) -> None:
    seen, heard = list(as_told(traced)), list(as_told(record()))
    tally("strace and taps compared", {"events": len(seen)})
    assert Counter(seen) == Counter(heard)
    assert [each for each in seen if "blobs" not in each[1]] == [each for each in heard if "blobs" not in each[1]]


def as_told(events: Sequence[Event]) -> Iterator[tuple[str, str, object, object]]:
    """Yield events without what differs from run to run: handles, chance in names, and the bytes themselves.

    In which order attachments are copied hangs on their names, which are chance.
    """
    paths: dict[int, str] = {}
    for event in events:
        match event:
            case Opened():
                paths[event.handle] = event.path
            case Written():
                yield "write", _plain(paths[event.handle]), event.offset, len(event.data)
            case Truncated():
                yield "truncate", _plain(paths[event.handle]), event.size, 0
            case Synced():
                yield "sync", _plain(paths[event.handle]), 0, 0
            case Said():
                yield "say", event.text.split()[0], 0, 0
            case _:
                yield type(event).__name__, _plain(event.path), _plain(getattr(event, "to", "")), 0


def _plain(path: str) -> str:
    return re.sub(r"[0-9a-f]{32}|\b(?:[0-9a-f]{8}|[0-9a-f]{6})\b|(?<=/)[0-9a-f]{2}(?=/|$)", "*", path)


# the model of a disk itself -----------------------------------------------


def left(events: Sequence[Event], model: Model, place: Path, seed: int = 1) -> dict[str, bytes]:
    disk = Disk()
    for event in events:
        disk.take(event)
    place.mkdir()
    disk.leave(place, model, random.Random(seed))
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}


NEW = [Opened(1, "a", creates=True), Written(1, 0, b"old"), Synced(1), Opened(2, ""), Synced(2)]


@pytest.mark.parametrize(
    ("events", "kill", "drop"),
    [
        ([Opened(1, "a", creates=True), Written(1, 0, b"x")], {"a": b"x"}, {}),
        ([Opened(1, "a", creates=True), Written(1, 0, b"x"), Synced(1)], {"a": b"x"}, {}),
        (NEW, {"a": b"old"}, {"a": b"old"}),
        ([*NEW, Written(1, 1, b"ew!")], {"a": b"oew!"}, {"a": b"old"}),
        ([*NEW, Truncated(1, 1)], {"a": b"o"}, {"a": b"old"}),
        ([*NEW, Renamed("a", "b")], {"b": b"old"}, {"a": b"old"}),
        ([*NEW, Renamed("a", "b"), Synced(2)], {"b": b"old"}, {"b": b"old"}),
        ([*NEW, Renamed("a", "b"), Synced(2), Written(1, 0, b"new")], {"b": b"new"}, {"b": b"old"}),
        ([*NEW, Removed("a")], {}, {"a": b"old"}),
        ([*NEW, Made("f"), Opened(3, "f/b", creates=True), Synced(3)], {"a": b"old", "f/b": b""}, {"a": b"old"}),
    ],
)
def test_the_disk_keeps_what_was_forced_and_nothing_else(
    events: list[Event], kill: dict[str, bytes], drop: dict[str, bytes], tmp_path: Path
) -> None:
    assert left(events, "kill", tmp_path / "kill") == kill
    assert left(events, "drop", tmp_path / "drop") == drop


def test_chance_leaves_any_half_of_what_was_not_forced(tmp_path: Path) -> None:
    events = [*NEW, Written(1, 0, b"n" * 1024), Renamed("a", "b")]
    found = {next(iter(left(events, "rand", tmp_path / str(seed), seed).items())) for seed in range(60)}
    assert {name for name, _ in found} == {"a", "b"}
    contents = {content for _, content in found}
    assert {b"old", b"n" * 1024} <= contents
    assert b"n" * 512 in contents, "no write was torn at a sector"
