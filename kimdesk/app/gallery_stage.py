"""The stage of the gallery: puts one screen into its frame, draws it, and looks for defects."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from kimdesk.app.gallery_checks import Finding, check
from kimdesk.app.stray_windows import stray_windows
from kimdesk.base.clock import FixedClock
from kimdesk.casework.desk import Desk
from kimdesk.ui import i18n
from kimdesk.ui.forms.port import DeskPort
from kimdesk.ui.screens.catalog import CATALOG, Entry
from kimdesk.ui.shell import frame
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.tasks import InlineRunner
from kimdesk.ui.theme.look import Look, apply
from kimdesk.ui.theme.tokens import ThemeName

if TYPE_CHECKING:
    from kimdesk.app.gallery import Variant

_THEMES: dict[str, ThemeName] = {"light": "light", "dark": "dark", "contrast": "contrast"}


def shots(only: str) -> Iterator[tuple[str, Entry, str]]:
    """Yield name, screen and state of every picture, or of one screen only."""
    for entry in CATALOG:
        if only in {"", entry.key}:
            for state in entry.states:
                yield f"{entry.key}-{state}" if state else entry.key, entry, state


class Stage:
    """Draws screens at a fixed size and moment."""

    def __init__(self, app: QApplication, clock: FixedClock, size: tuple[int, int], *, desk: Desk) -> None:
        self._app = app
        self._clock = clock
        self._size = size
        runner = InlineRunner()
        self._context = Context(clock=clock, runner=runner, desk=desk, port=DeskPort(desk, runner, clock))

    def shoot(self, entry: Entry, state: str, variant: Variant, file: Path) -> list[Finding]:
        """Draw one picture into a file and return its defects."""
        apply(self._app, Look(theme=_THEMES[variant.theme], scale=variant.percent / 100))
        i18n.use(self._app, variant.language)
        with stray_windows(self._app) as strays:
            window = self._framed(entry, state)
        if isinstance(window, QDialog):
            window.adjustSize()
        else:
            window.resize(*self._size)
        window.show()
        _activate(window)
        settle(window)
        picture = window.grab().toImage()
        picture.save(str(file))
        wanted = 7.0 if variant.theme == "contrast" else 4.5
        findings = check(window, picture.convertToFormat(QImage.Format.Format_RGB32), wanted_contrast=wanted)
        findings += [
            Finding("window for a blink", f"{kind} “{name}”", "visible before it has a place") for kind, name in strays
        ]
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return findings

    def _framed(self, entry: Entry, state: str) -> QWidget:
        screen = entry.make(self._context, state)
        if entry.frame == "none":
            return screen.widget
        return frame.sample_window(self._context, entry.frame, screen)


def _activate(window: QWidget) -> None:
    """Give a window the focus without an event loop; Qt calls that deprecated and offers nothing else offscreen."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        QApplication.setActiveWindow(window)


def settle(window: QWidget) -> None:
    """Let layouts and queued news arrive without an event loop."""
    for _round in range(4):
        QCoreApplication.sendPostedEvents()
        layout = window.layout()
        if layout is not None:
            layout.activate()
