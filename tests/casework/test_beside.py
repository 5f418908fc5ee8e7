"""Whoever types while the vault is looked at or backed up does not wait, and is no trouble to either."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kimdesk.base.ids import RecordId
from kimdesk.base.progress import Progress
from kimdesk.casework import backups, editing
from kimdesk.casework.attaching import enter, take_data
from kimdesk.casework.desk import Desk, Services
from kimdesk.casework.health import check_open, repair_open
from kimdesk.domain.changes import Set
from kimdesk.domain.views.drafts import Draft
from kimdesk.store import store as store_module
from kimdesk.vault.health import standing_still
from kimdesk.vault.vault import OpenVault
from tests.support.vaults import PASSPHRASE

PATIENCE = 30.0


class Halting:
    """Work in a thread of its own that stands still at each of its steps until it is let go on."""

    def __init__(self, work: Callable[[Progress], object]) -> None:
        self._reached, self._on = threading.Semaphore(0), threading.Semaphore(0)
        self.answer: object = None
        self.ended = False
        self._thread = threading.Thread(target=self._run, args=(work,))
        self._thread.start()

    def _run(self, work: Callable[[Progress], object]) -> None:
        try:
            self.answer = work(Progress(self._halt))
        finally:
            self.ended = True
            self._reached.release()

    def _halt(self, _done: int, _total: int) -> None:
        self._reached.release()
        self._on.acquire()

    def steps(self) -> Iterator[int]:
        """Yield at each step; the work stands still meanwhile."""
        number = 0
        while self._reached.acquire(timeout=PATIENCE) and not self.ended:
            number += 1
            yield number
            self._on.release()
        self._thread.join()


def in_time(act: Callable[[], object]) -> bool:
    """Do something beside the work that stands still; tell whether it had to wait for it."""
    beside = threading.Thread(target=act, daemon=True)
    beside.start()
    beside.join(PATIENCE)
    return not beside.is_alive()


def type_and_save(desk: Desk, family: RecordId, number: int) -> None:
    editing.keep(desk, Draft(kind="case", record=family, field="wish", text=f"Wohnung {number}"))
    desk.apply(Set("case", family, "concern", f"Anliegen {number}"))


@pytest.fixture
def filled(desk: Desk, family: RecordId) -> Desk:
    """Return a desk with something in it for each part of a check."""
    for number in range(3):
        desk.apply(Set("case", family, "concern", f"Anliegen -{number}"))
        enter(desk, family, take_data(desk, b"Brief " + bytes([48 + number]), "Brief.txt"))
    return desk


@pytest.mark.parametrize("work", ["check", "repair", "backup"])
def test_what_is_typed_and_saved_meanwhile_is_durable_at_every_step(
    filled: Desk, family: RecordId, services: Services, tmp_path: Path, work: str
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    if work == "repair":
        with filled.store.write() as conn:
            conn.exec_driver_sql("DELETE FROM indexed")
            conn.exec_driver_sql("UPDATE case_summary SET label = 'x'")
    does: dict[str, Callable[[Progress], object]] = {
        "check": lambda progress: check_open(filled, progress),
        "repair": lambda progress: repair_open(filled, progress),
        "backup": lambda progress: backups.back_up(filled, stick, progress),
    }
    halting = Halting(does[work])
    steps = 0
    for steps in halting.steps():
        assert in_time(lambda number=steps: type_and_save(filled, family, number))  # type: ignore[misc] # bound now
        (draft,) = filled.query.drafts(family)
        assert draft.text == f"Wohnung {steps}"
    assert steps >= 3
    if work in {"check", "repair"}:
        assert halting.answer == ()
    else:
        (made,) = backups.existing(filled, stick)
        backups.drill(services, made.folder, tmp_path, PASSPHRASE)
    assert check_open(filled) == ()


def test_before_each_piece_of_a_repair_whoever_waits_has_a_turn(
    filled: Desk, family: RecordId, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = list[str]()

    def pause(_seconds: float) -> None:
        number = len(turns)
        turns.append("waited" if not in_time(lambda: type_and_save(filled, family, number)) else "typed")

    monkeypatch.setattr(store_module.time, "sleep", pause)
    filled.store.rebuild()
    assert len(turns) >= 3
    assert set(turns) == {"typed"}


def test_the_main_file_stands_still_while_its_pages_are_looked_at(filled: Desk, family: RecordId) -> None:
    vault: OpenVault = filled.vault
    file = vault.info.folder / "vault.db"
    connection, other = vault.connect("writer"), vault.connect("writer")
    try:
        with standing_still(connection) as still:
            assert still
            before = file.read_bytes()
            type_and_save(filled, family, 1)
            other.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            assert file.read_bytes() == before
            assert filled.query.drafts(family)
        other.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        assert file.read_bytes() != before
    finally:
        connection.close()
        other.close()


def test_nobody_stands_still_beside_somebody_who_reads_an_older_state(filled: Desk, family: RecordId) -> None:
    connection, reader = filled.vault.connect("writer"), filled.vault.connect("query")
    try:
        type_and_save(filled, family, 1)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM cases").fetchone()
        with standing_still(connection) as still:
            assert not still
    finally:
        reader.close()
        connection.close()


def test_pages_are_found_whole_while_others_write_without_pause(filled: Desk, family: RecordId) -> None:
    ended = threading.Event()

    def write() -> None:
        number = 0
        while not ended.is_set():
            number += 1
            type_and_save(filled, family, number)

    writing = threading.Thread(target=write)
    writing.start()
    try:
        found = [finding.code for _ in range(3) for finding in check_open(filled)]
    finally:
        ended.set()
        writing.join()
    assert set(found) <= {"check.busy"}
