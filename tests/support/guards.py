"""Fixtures that watch every test: no failure without words, no log noise, no thread or window left, nothing blocks."""

from __future__ import annotations

import gc
import logging
import os
import sys
import threading
from collections.abc import Generator, Iterator

import pytest

from kimdesk.base.errors import KimError, Lang, Param, explain
from tests.support.tree import PACKAGE

# QMenu.exec is both static and bound and cannot be replaced; test_code.py bans it in the source
BLOCKING = {
    "QDialog": ["exec"],
    "QMessageBox": ["exec", "about", "critical", "information", "question", "warning"],
    "QFileDialog": ["getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName"],
    "QInputDialog": ["getDouble", "getInt", "getItem", "getMultiLineText", "getText"],
}


LANGUAGES: tuple[Lang, ...] = ("de", "en")
WORDLESS: list[str] = []
"""Failures the program made in a test that it has no words for, or whose words lack a parameter."""
_PROGRAM = str(PACKAGE) + os.sep
_made = KimError.__init__


def _told(error: KimError, code: str, /, **params: Param) -> None:
    """Make a failure as always; one of the program's own is looked up at once, however its code came about."""
    _made(error, code, **params)
    place = sys._getframe(1)
    if place.f_code.co_filename.startswith(_PROGRAM):
        WORDLESS.extend(lacking(error))


def lacking(error: KimError) -> Iterator[str]:
    """Yield what a failure lacks: words in a language, or one of the parameters they need."""
    for lang in LANGUAGES:
        try:
            explain(error, lang)
        except (KeyError, IndexError, ValueError) as missing:
            yield f"{type(error).__name__} {error.code}: no words in {lang} ({missing!r})"


KimError.__init__ = _told  # type: ignore[method-assign] # heard of from the first test on


@pytest.fixture(autouse=True)
def every_failure_has_words() -> Iterator[None]:
    """Fail a test in which the program makes a failure without words, however its code was put together."""
    WORDLESS.clear()
    yield
    found, WORDLESS[:] = list(WORDLESS), []
    if found:
        pytest.fail("; ".join(found), pytrace=False)


class _Noise(logging.Handler):
    """Keeps what the program logs as warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record as text."""
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that makes the program log a warning, unless it is marked `expects_log`."""
    noise = _Noise()
    logger = logging.getLogger("kimdesk")
    logger.addHandler(noise)
    yield
    logger.removeHandler(noise)
    if noise.lines and request.node.get_closest_marker("expects_log") is None:
        pytest.fail("logged: " + "; ".join(noise.lines), pytrace=False)


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail a test after which a thread of its own still runs."""
    before = set(threading.enumerate())
    yield
    started = [thread for thread in threading.enumerate() if thread not in before]
    own = [thread for thread in started if not isinstance(thread, threading._DummyThread)]
    for thread in own:
        thread.join(timeout=2)
    alive = [thread.name for thread in own if thread.is_alive()]
    if alive:
        pytest.fail(f"still running: {', '.join(alive)}", pytrace=False)


SET_ASIDE, TAKE_BACK = gc.freeze, gc.unfreeze
"""Python's own; a test must not set aside what is its own garbage a moment later (`garbage_is_found`)."""


@pytest.fixture(autouse=True)
def garbage_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing of a test be set aside for life: its windows would stay, and hear what later ones are told."""
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setattr(gc, "unfreeze", lambda: None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Collect what a test left once nothing holds it, here: widgets in cycles must not die where workers report.

    What lives on (modules, what a whole session shares) is set aside, or looking through it would take seconds.
    """
    answer = yield
    gc.collect()
    SET_ASIDE()
    return answer


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """Fail a test that leaves a visible window of its own."""
    before = set(map(id, _visible_windows()))
    yield
    left = [type(window).__name__ for window in _visible_windows() if id(window) not in before]
    if left:
        pytest.fail(f"windows left open: {', '.join(left)}", pytrace=False)


@pytest.fixture(autouse=True)
def no_modal(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every blocking dialog at once instead of hanging the run."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        return
    from PySide6 import QtWidgets

    for owner, methods in BLOCKING.items():
        for method in methods:
            monkeypatch.setattr(getattr(QtWidgets, owner), method, _refuse(f"{owner}.{method}"))


def _refuse(what: str) -> staticmethod[..., None]:
    def refuse(*_args: object, **_options: object) -> None:
        raise AssertionError(f"{what} blocks; use open() and signals")

    return staticmethod(refuse)


def _visible_windows() -> list[object]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    return [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
