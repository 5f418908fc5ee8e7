"""The cover over everything: F9, Esc in a visit or two idle minutes put it on; after more minutes the vault locks."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget
from shiboken6 import isValid

from kimdesk.app.frame import Frame
from kimdesk.casework.covering import CoverLock
from kimdesk.ui import actions
from kimdesk.ui.activity import Activity
from kimdesk.ui.screens.cover.build import build
from kimdesk.ui.shell.attention import Attention
from kimdesk.ui.shell.screen import Screen
from kimdesk.ui.tasks import Runner

LOOK_EVERY_MS = 1000


class Covering(QObject):
    """Covers the frame and every dialog of an open vault, and uncovers them as they were.

    What is covered leaves the window and so the tree a screen reader sees; dialogs are put away and come back with
    what was typed. `visiting` tells whether a visit is open; `above` are further keys that work above every dialog;
    `now` gives seconds that only grow.
    """

    lock_asked = Signal()
    uncovered = Signal(str)
    touched = Signal()

    def __init__(
        self,
        frame: Frame,
        secret: CoverLock,
        runner: Runner,
        *,
        visiting: Callable[[], bool],
        above: Mapping[str, Callable[[], None]] | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._frame = frame
        self._secret = secret
        self._runner = runner
        self._visiting = visiting
        self._now = now
        self._attention = Attention(now())
        self._cover: Screen | None = None
        self._dialogs: list[QWidget] = []
        self._focus: QWidget | None = None
        keys = {actions.spec("cover").key: self.cover, actions.spec("lock").key: self.lock_asked.emit}
        self._activity = Activity(self._touch, {**(above or {}), **keys})
        self._tick = QTimer(self)
        self._tick.setInterval(LOOK_EVERY_MS)
        self._tick.timeout.connect(self.look)
        self._tick.start()

    def _touch(self) -> None:
        self._attention.touch(self._now())
        self.touched.emit()

    def idle(self) -> float:
        """Return for how many seconds nobody has done anything."""
        return self._attention.idle(self._now())

    @property
    def covered(self) -> bool:
        """Tell whether the cover lies over the window."""
        return self._cover is not None

    def stop(self) -> None:
        """Watch nothing any more: the vault is being closed."""
        self._tick.stop()
        self._activity.stop()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr] # there is one

    def look(self) -> None:
        """Do what is due by now."""
        due = self._attention.due(self._now(), visiting=self._visiting())
        if due == "cover":
            self.cover()
        elif due == "lock":
            self.lock_asked.emit()

    def cover(self) -> None:
        """Put the cover on; once it lies there, nothing more."""
        if self._cover is not None:
            return
        self._attention.cover(self._now())
        self._focus = QApplication.focusWidget()
        _close_popups()
        self._cover = build(self._secret, self._runner, opened=self._uncover, lock=self.lock_asked.emit)
        self._put_dialogs_away()
        self._frame.cover(self._cover.widget)
        self._cover.widget.setFocus()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr] # there is one

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put away what opens while the cover lies there, for example when a longer work is done."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog):
            QTimer.singleShot(0, self, self._put_dialogs_away)
        return False

    def _put_dialogs_away(self) -> None:
        for window in QApplication.topLevelWidgets():
            if self._cover is not None and window.isVisible() and window is not self._frame:
                self._dialogs.append(window)
                window.hide()
                window.destroy()  # a hidden window with a handle stays in the tree a screen reader sees

    def _uncover(self, asked: str) -> None:
        if self._cover is None:
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr] # there is one
        self._cover = None
        self._attention.uncover(self._now())
        self._frame.uncover()
        dialogs, self._dialogs = self._dialogs, []
        for dialog in dialogs:
            if isValid(dialog):
                dialog.show()
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus()
        self.uncovered.emit(asked)


def _close_popups() -> None:
    QToolTip.hideText()
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        if popup is QApplication.activePopupWidget():
            break
