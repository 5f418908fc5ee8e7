"""Every kind of fault, met at the window, ends in a strip that says what happened, what is safe and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kimdesk.app.open import App
from kimdesk.base.errors import KimError, explain
from kimdesk.casework import backups
from kimdesk.casework.desk import open_desk
from kimdesk.domain.records import Person
from kimdesk.ui.widgets.notices import Strip
from kimdesk.vault.database import DATABASE_NAME
from kimdesk.vault.slots import SLOTS_NAME, SPARE_NAME
from tests.faults import database_tap
from tests.faults.failing import Error, fault
from tests.faults.flipping import flip
from tests.faults.taps import Call, Fault, tapped
from tests.support.hand import Hand
from tests.support.program import cheap_services
from tests.support.vaults import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
slow = pytest.mark.slow
needs_tap = pytest.mark.skipif(not database_tap.AVAILABLE, reason="the database library shows no symbols here")


@dataclass
class Broken:
    """A disk on which every write below a folder fails while `error` is set."""

    error: Error | None = None
    fired: int = 0

    def before(self, call: Call) -> Fault | None:
        """Let what writes fail."""
        if self.error is None or not (call.name in {"write", "mkdir"} or (call.name == "open" and call.creates)):
            return None
        self.fired += 1
        return fault(self.error)

    def after(self, call: Call) -> None:
        """Nothing is to be learned."""


@dataclass
class Told:
    """What the window told of failures: their codes, as strips got them, and whether anything called itself a bug."""

    app: App
    codes: list[str] = field(default_factory=list)

    def hear(self, window: QWidget, code: str) -> None:
        """Expect a strip that says all three parts of a code's words."""
        words = explain(KimError(code))
        assert all(words)
        (strip,) = (each for each in window.findChildren(Strip) if each.isVisible() and words.what in heard(each))
        assert heard(strip) == " ".join(words)
        self.codes.append(code)
        assert self.app.bugs.dialog is None


def heard(strip: Strip) -> str:
    """Return what a screen reader says of a strip."""
    return strip.accessibleName()


def spoken(window: QWidget) -> list[str]:
    return [heard(each) for each in window.findChildren(Strip) if each.isVisible()]


def told_in(window: QWidget, *codes: str) -> Callable[[], bool]:
    """Return whether a strip tells one of the codes."""
    return lambda: any(explain(KimError(code)).what in said for code in codes for said in spoken(window))


@pytest.fixture
def told(app: App) -> Told:
    return Told(app)


# at the door --------------------------------------------------------------------


def flipped(*names: str, page: int = 0) -> Callable[[Path], None]:
    def alter(folder: Path) -> None:
        for name in names:
            file = folder / name
            content = file.read_bytes()
            for at in range(page * 4096 * 8 + 900, len(content) * 8, 4096 * 8):
                content = flip(at)(content)
            file.write_bytes(content)

    return alter


def replaced(content: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / DATABASE_NAME).write_bytes(content)


BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "a bit of the first page": (flipped(DATABASE_NAME), "vault.damaged"),
    "a bit of every later page": (flipped(DATABASE_NAME, page=3), "vault.damaged"),
    "a bit of both key files": (flipped(SLOTS_NAME, SPARE_NAME), "vault.slots_damaged"),
    "no database": (lambda folder: (folder / DATABASE_NAME).unlink(), "vault.db_missing"),
    "an empty database": (replaced(b""), "vault.db_empty"),
    "a plain database": (replaced(b"SQLite format 3\0" + bytes(4080)), "vault.db_plain"),
}


EVERY_DAY = "a bit of the first page"


@pytest.mark.parametrize("what", [each if each == EVERY_DAY else pytest.param(each, marks=slow) for each in BROKEN])
def test_a_broken_vault_is_told_at_the_door(app: App, hand: Hand, told: Told, vault: Path, what: str) -> None:
    alter, code = BROKEN[what]
    alter(vault)
    before = {path.name: path.read_bytes() for path in vault.iterdir() if path.is_file() and path.name != "lock"}
    app.start(vault)
    hand.unlock(PASSPHRASE)
    hand.wait(told_in(hand.window, code))
    told.hear(hand.window, code)
    assert app.desk is None
    assert {name: (vault / name).read_bytes() for name in before if (vault / name).exists()} == before


def test_a_vault_open_elsewhere_is_told_at_the_door(app: App, hand: Hand, told: Told, vault: Path) -> None:
    with open_desk(cheap_services(), vault, PASSPHRASE):
        app.start(vault)
        hand.unlock(PASSPHRASE)
        hand.wait(told_in(hand.window, "vault.in_use"))
        told.hear(hand.window, "vault.in_use")
    hand.press("Öffnen")
    hand.wait(lambda: app.desk is not None)


# at work ------------------------------------------------------------------------


@pytest.fixture
def broken(vault: Path) -> Iterator[Broken]:
    """Return the disk below the vault, from before it is opened until after it is closed."""
    disk = Broken()
    with tapped(vault, disk):
        yield disk
        disk.error = None


@needs_tap
@pytest.mark.parametrize(("error", "code"), [("ENOSPC", "disk.full"), pytest.param("EIO", "disk.failing", marks=slow)])
def test_a_disk_that_fails_while_one_types_is_told_and_nothing_is_lost(
    broken: Broken, request: pytest.FixtureRequest, vault: Path, error: Error, code: str
) -> None:
    work, at_work = request.getfixturevalue("work"), request.getfixturevalue("at_work")
    told = Told(at_work)
    work.open_family("Dimitrova")
    work.press("Personen", inside="Abschnitte")
    broken.error = error
    work.type("Telefon", "02553 47")
    work.wait(told_in(work.window, code))
    told.hear(work.window, code)
    assert broken.fired
    broken.error = None
    work.write("11")
    window = at_work.desk_window.window
    work.wait(lambda: window.status.saved_text().startswith("gespeichert"))
    work.keys(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    with open_desk(cheap_services(), vault, PASSPHRASE) as desk:
        assert [person.phone for person in desk.query.every(Person)] == ["02553 4711"]


@needs_tap
def test_a_full_stick_is_told_and_no_backup_is_claimed(work: Hand, at_work: App, tmp_path: Path) -> None:
    stick, disk, told = tmp_path / "stick", Broken(), Told(at_work)
    stick.mkdir()
    desk = at_work.desk
    assert desk is not None
    backups.choose_place(desk, stick)
    work.press("Einstellungen")
    with tapped(stick, disk):
        disk.error = "ENOSPC"
        work.press("Jetzt sichern")
        work.wait(told_in(work.window, "disk.full", "medium.full"))
        code = next(each for each in ("disk.full", "medium.full") if told_in(work.window, each)())
        told.hear(work.window, code)
        disk.error = None
    assert disk.fired
    assert desk.info.last_backup_ms is None
    assert list(stick.rglob("*.kimvault")) == []
