"""Migrations: a copy first, honest progress, and after any stop the next start goes on."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from kimdesk.base.errors import Cancelled, KimError, Surroundings, Untrusted
from kimdesk.base.ids import RecordId
from kimdesk.base.progress import Cancel, Progress
from kimdesk.casework import backups
from kimdesk.casework.desk import Desk, Services, open_desk
from kimdesk.domain.records import Case
from kimdesk.store import migrate, store
from kimdesk.store.session import open_session
from kimdesk.vault import safety
from tests.faults.conftest import clear
from tests.faults.tallying import Tally
from tests.support.dying import DIED, dies_at
from tests.support.vaults import PASSPHRASE

NOW = migrate.migrations()[-1][0]
NEVER = 1_000_000
STATEMENTS = 3
"""So many have `LATER`."""
Work = Callable[..., object]
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
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
@forks
def test_a_kill_at_any_call_is_made_good_by_the_next_start(
    services: Services, newer: Path, tmp_path: Path, every: int, tally: Tally
) -> None:
    counts = killed(services, newer, tmp_path, itertools.count(step=every), dies_at)
    tally("kills at calls to the system while a vault is migrated", counts)
    assert counts["lost"] == 0
    assert counts["kills"] * every > 10


def killed(
    services: Services, newer: Path, tmp_path: Path, moments: Iterable[int], dies: Callable[[int, Work], bool]
) -> dict[str, int]:
    """Kill a migration at each moment until one comes too late; count the vaults that are not whole and new then."""
    kills, lost = 0, 0
    for moment in moments:
        copy = tmp_path / f"Kopie {moment}"
        shutil.copytree(newer, copy)
        died = dies(moment, lambda progress=None, copy=copy: state_of(services, copy, progress))  # type: ignore[misc]
        try:
            lost += state_of(services, copy) != (NOW + 2, "ab")
        except (KimError, DBAPIError):
            lost += 1
        clear(copy)
        if not died:
            break
        kills += 1
    return {"kills": kills, "lost": lost}


def dies_before(statement: int, work: Work) -> bool:
    """Run a migration in a forked process that dies before one of its statements."""
    begun: list[int] = []

    def report(_done: int, total: int) -> None:
        if total == STATEMENTS:
            begun.append(total)
            if len(begun) > statement:
                os._exit(DIED)

    return dies_at(NEVER, lambda: work(Progress(report)))


@forks
def test_a_kill_before_any_statement_is_made_good_by_the_next_start(
    services: Services, newer: Path, tmp_path: Path, tally: Tally
) -> None:
    counts = killed(services, newer, tmp_path, itertools.count(), dies_before)
    tally("kills before each statement of a migration", counts)
    assert counts == {"kills": STATEMENTS, "lost": 0}


def half_committed(engine: sa.Engine, *, before: Callable[[int], None], progress: Progress) -> int:
    """Migrate as the program does, but keep each statement by itself."""
    with engine.connect() as conn:
        version = conn.exec_driver_sql("PRAGMA user_version").scalar_one()
    pending = [(number, text) for number, text in migrate.migrations() if number > version]
    done = 0
    for number, text in pending:
        for statement in [*migrate.statements(text), f"PRAGMA user_version = {number}"]:
            if not statement.startswith("PRAGMA"):
                progress.step(done, STATEMENTS)
                done += 1
            with engine.begin() as conn:
                conn.exec_driver_sql(statement)
    return NOW + 2


@forks
def test_a_migration_that_commits_half_is_found_out(
    services: Services, newer: Path, tmp_path: Path, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "migrate", half_committed)
    counts = killed(services, newer, tmp_path, range(STATEMENTS), dies_before)
    tally("a migration that commits half", counts, sabotaged=True)
    assert counts["lost"] > 0


# vaults of a later program -----------------------------------------------------


def refused_unchanged(services: Services, folder: Path) -> dict[str, int]:
    """Open the vault of a later program; count the bytes of its database that are others afterwards."""
    before = (folder / "vault.db").read_bytes()
    try:
        open_desk(services, folder, PASSPHRASE).close()
        refused = 0
    except Untrusted as error:
        refused = int(error.code == "vault.schema_newer")
    after = (folder / "vault.db").read_bytes()
    changed = sum(old != new for old, new in zip(before, after, strict=False)) + abs(len(before) - len(after))
    return {"newer vaults": 1, "refused as newer": refused, "bytes changed": changed}


@pytest.fixture
def of_later(desk: Desk) -> Path:
    """A closed vault with the schema of a later program."""
    with desk.store.write() as conn:
        conn.exec_driver_sql("PRAGMA user_version = 999").close()
    desk.close()
    return desk.info.folder


def test_a_vault_of_a_later_program_keeps_every_byte(services: Services, of_later: Path, tally: Tally) -> None:
    counts = refused_unchanged(services, of_later)
    tally("vaults of a later program", counts)
    assert counts == {"newer vaults": 1, "refused as newer": 1, "bytes changed": 0}


def hasty(engine: sa.Engine, **_named: object) -> int:
    """Write first and ask then how new the vault is."""
    with engine.begin() as conn:
        conn.exec_driver_sql("CREATE TABLE mine (n INTEGER PRIMARY KEY)")
    raise Untrusted("vault.schema_newer", found=999, known=NOW)


BROKEN: dict[str, Callable[..., int]] = {
    "a program that does not ask how new a vault is": lambda *_given, **_named: NOW,
    "a program that writes before it asks": hasty,
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_program_that_works_on_what_it_does_not_know_is_found_out(
    how: str, services: Services, of_later: Path, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "migrate", BROKEN[how])
    counts = refused_unchanged(services, of_later)
    tally(how, counts, sabotaged=True)
    assert not counts["refused as newer"] or counts["bytes changed"]
