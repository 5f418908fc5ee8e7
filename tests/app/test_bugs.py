"""What nobody foresaw: the log says where, never what; people are told once, then the vault is locked."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from kimdesk.app.bugs import BugWatch
from kimdesk.base.errors import KimError, Surroundings
from kimdesk.base.log import RedactingFormatter
from tests.support.qt import find_by_name

MARKER = "Elena Dimitrova, 02553 4711"


class Program:
    """What the watch needs to know of the program, and what it did to it."""

    def __init__(self, folder: Path) -> None:
        self.open = True
        self.locked = 0
        self.failed: list[str] = []
        self.watch = BugWatch(failed=self._fail, opened=lambda: self.open, lock=self._lock)
        self._file = folder / "kimdesk.log"
        self.handler = logging.FileHandler(self._file, encoding="utf-8")
        self.handler.setFormatter(RedactingFormatter("%(levelname)s %(name)s %(message)s"))

    def _lock(self) -> None:
        self.locked += 1

    def _fail(self, error: KimError) -> None:
        self.failed.append(error.code)

    def log(self) -> str:
        return self._file.read_text("utf-8")


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot, look: QApplication) -> Iterator[Program]:
    """Return a program that is watched, its hooks in force."""
    made = Program(tmp_path)
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    qt = qInstallMessageHandler(None)
    logging.getLogger("kimdesk").addHandler(made.handler)
    made.watch.install()
    yield made
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    qInstallMessageHandler(qt)
    logging.getLogger("kimdesk").removeHandler(made.handler)
    made.handler.close()
    if made.watch.dialog is not None:
        made.watch.dialog.reject()


def stumble(error: BaseException) -> None:
    """Let an exception reach the hook as if nobody had caught it."""
    try:
        raise error
    except BaseException as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


def fall() -> None:
    try:
        raise KeyError(MARKER)
    except KeyError as cause:
        stumble_from(cause)


def stumble_from(cause: BaseException) -> None:
    try:
        raise ValueError(f"no {MARKER}") from cause
    except ValueError as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


pytestmark = pytest.mark.expects_log


def test_people_are_told_once_and_then_the_vault_is_locked(program: Program, qtbot: QtBot) -> None:
    for _ in range(3):
        stumble(ValueError(MARKER))
    qtbot.waitUntil(lambda: program.watch.dialog is not None)
    dialog = program.watch.dialog
    assert dialog is not None
    assert dialog.title.text() == "Das hätte nicht passieren dürfen."
    assert "gesichert" in dialog.why.body
    assert program.locked == 0
    find_by_name(dialog, "Verstanden", QPushButton).click()
    qtbot.waitUntil(lambda: program.locked == 1)
    assert program.watch.dialog is None


def test_nothing_of_what_an_exception_says_is_logged_or_copied(
    program: Program, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    fall()
    qtbot.waitUntil(lambda: program.watch.dialog is not None)
    dialog = program.watch.dialog
    assert dialog is not None
    find_by_name(dialog, "Details kopieren", QPushButton).click()
    copied = QApplication.clipboard().text()
    assert "ValueError at test_bugs.py" in program.log()
    assert "KeyError at test_bugs.py" in copied
    for place in (program.log(), copied, *capfd.readouterr()):
        assert not any(word in place for word in MARKER.replace(",", "").split())


def test_a_bug_in_a_thread_is_told_as_well(program: Program, qtbot: QtBot) -> None:
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: program.watch.dialog is not None)
    assert "ZeroDivisionError at threading.py" in program.log()


def test_a_failure_with_words_of_its_own_locks_nothing(program: Program, qtbot: QtBot) -> None:
    stumble(Surroundings("disk.full"))
    qtbot.waitUntil(lambda: program.failed == ["disk.full"])
    assert program.watch.dialog is None
    assert program.locked == 0


def test_without_an_open_vault_nothing_is_locked(program: Program, qtbot: QtBot) -> None:
    program.open = False
    stumble(ValueError(MARKER))
    qtbot.waitUntil(lambda: program.watch.dialog is not None)
    dialog = program.watch.dialog
    assert dialog is not None
    assert "gesperrt" not in dialog.why.body
    dialog.reject()
    assert program.locked == 0


def test_what_qt_complains_of_is_logged_without_its_words(program: Program) -> None:
    qWarning(f"QFile::open: cannot open {MARKER}")
    qWarning(MARKER)
    assert program.log().splitlines() == [
        f"WARNING kimdesk.app.bugs qt {QtMsgType.QtWarningMsg.name} QFile::open",
        f"WARNING kimdesk.app.bugs qt {QtMsgType.QtWarningMsg.name} ",
    ]
