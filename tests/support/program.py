"""The whole program in its window, for tests: a cheap key derivation, and a relaunch that only tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qt_compat import qt_api
from pytestqt.qtbot import QtBot

from kimdesk.app.compose import services
from kimdesk.app.open import App
from kimdesk.app.triggers import Trigger
from kimdesk.casework.desk import Services
from tests.support.hand import Hand
from tests.support.vaults import CHEAP

NO_WATCHDOG = 600.0
SIZE = (1366, 768)


def cheap_services() -> Services:
    """Return the program's services with a key derivation for tests."""
    return services(policy=CHEAP)


@dataclass
class Relaunched:
    """Stands in for the fresh process: remembers with what it would have started."""

    calls: list[list[str]] = field(default_factory=list)

    def __call__(self, argv: Sequence[str], /) -> None:
        """Remember."""
        self.calls.append(list(argv))


def open_app(
    qapp: QApplication,
    home: Path,
    relaunched: Relaunched,
    vault: Path | None = None,
    triggers: Callable[[QWidget], Sequence[Trigger]] | None = None,
) -> App:
    """Return the program with its window open; nothing outside locks it unless a test says so."""
    app = App(
        qapp,
        place=home,
        services=cheap_services,
        relaunch=relaunched,  # type: ignore[arg-type] # returns
        triggers=triggers,
        deadline=NO_WATCHDOG,
    )
    app.start(vault)
    app.window.showNormal()
    app.window.resize(*SIZE)
    return app


def fixtures_close(app: App) -> None:
    """Close a program and its window for good."""
    app.close()
    app.window.hide()
    app.window.deleteLater()


def hand_alone(app: App) -> Hand:
    """Return hands for a program that runs in a process of its own, outside of any test."""
    qt_api.set_qt_api("pyside6")  # type: ignore[no-untyped-call] # pytest-qt has no types here
    return Hand(QtBot(None), app.window)  # type: ignore[arg-type] # nothing of the test is asked for
