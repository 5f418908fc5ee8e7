"""Migrations: a copy first, honest progress, and after any stop the next start goes on."""

from __future__ import annotations

import itertools
import os
import shutil
from pathlib import Path

import pytest

from kimdesk.base.errors import Cancelled, KimError, Surroundings
from kimdesk.base.ids import RecordId
from kimdesk.base.progress import Cancel, Progress
from kimdesk.casework import backups
from kimdesk.casework.desk import Desk, Services, open_desk
from kimdesk.domain.records import Case
from kimdesk.store import migrate
from kimdesk.store.session import open_session
from kimdesk.vault import safety
from tests.support.dying import dies_at
from tests.support.vaults import PASSPHRASE

NOW = migrate.migrations()[-1][0]
LATER = [
    (NOW + 1, "CREATE TABLE later (n INTEGER PRIMARY KEY, text TEXT);\nINSERT INTO later (text) VALUES ('a');\n"),
    (NOW + 2, "UPDATE later SET text = text || 'b';\n"),
]


@pytest.fixture
def newer(desk: Desk, family: RecordId, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A closed vault with one family, and a program that knows two more migrations."""
    desk.close()
    known = migrate.migrations()
    monkeypatch.setattr(migrate, "migrations", lambda: [*known, *LATER])
    return desk.info.folder


def state_of(services: Services, folder: Path, progress: Progress | None = None) -> tuple[object, object]:
    with open_session(services, folder, PASSPHRASE, Desk, progress or Progress()) as desk:
        assert len(desk.query.every(Case)) == 1
        return desk.query.scalar("PRAGMA user_version"), desk.query.scalar("SELECT group_concat(text) FROM later")


def test_a_copy_is_made_first_and_brings_the_old_state_back(
    services: Services, newer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert state_of(services, newer) == (NOW + 2, "ab")
    (copy,) = safety.copies(newer)
    known = itertools.repeat(migrate.migrations()[:-2]).__next__
    with monkeypatch.context() as older:
        older.setattr(migrate, "migrations", known)
        backups.restore(services, copy.folder, tmp_path / "zurück", PASSPHRASE)
        with open_desk(services, tmp_path / "zurück", PASSPHRASE) as desk:
            assert desk.query.scalar("PRAGMA user_version") == NOW
    assert state_of(services, newer) == (NOW + 2, "ab")
    assert len(safety.copies(newer)) == 1, "nothing to migrate, nothing to copy"


def test_without_room_for_a_copy_nothing_is_changed(
    services: Services, newer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_options: object) -> None:
        raise Surroundings("disk.full")

    before = (newer / "vault.db").read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr("kimdesk.store.store.copy_before", full)
        with pytest.raises(KimError, match=r"disk\.full"):
            state_of(services, newer)
    assert (newer / "vault.db").read_bytes() == before
    assert state_of(services, newer) == (NOW + 2, "ab")


def test_progress_counts_every_statement(services: Services, newer: Path) -> None:
    seen: list[tuple[int, int]] = []
    state_of(services, newer, Progress(lambda done, total: seen.append((done, total))))
    assert [step for step in seen if step[1] == 3] == [(0, 3), (1, 3), (2, 3)]


@pytest.mark.parametrize("stopped_at", [0, 1, 2])
def test_after_a_stop_the_next_start_goes_on(services: Services, newer: Path, stopped_at: int) -> None:
    stop = Cancel()

    def report(done: int, total: int) -> None:
        if total == 3 and done == stopped_at - 1:
            stop.request()

    if not stopped_at:
        stop.request()
    with pytest.raises(Cancelled):
        state_of(services, newer, Progress(report, stop))
    assert state_of(services, newer) == (NOW + 2, "ab")


@pytest.mark.parametrize("every", [9, pytest.param(1, marks=pytest.mark.slow)])
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_kill_at_any_call_is_made_good_by_the_next_start(
    services: Services, newer: Path, tmp_path: Path, every: int
) -> None:
    for call in itertools.count(step=every):
        copy = tmp_path / f"Kopie {call}"
        shutil.copytree(newer, copy)
        died = dies_at(call, lambda copy=copy: state_of(services, copy))  # type: ignore[misc]
        assert state_of(services, copy) == (NOW + 2, "ab")
        shutil.rmtree(copy)
        if not died:
            break
    assert call > 10
