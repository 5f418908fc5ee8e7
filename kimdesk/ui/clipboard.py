"""Copies from the program: kept out of clipboard histories and clouds, and gone after a minute.

Whatever copies, a field, a label or a button, the clipboard tells of it, and the copy is put there again marked.
Sources: Microsoft's page on clipboard formats (cloud clipboard and history), KDE's Klipper, nspasteboard.org.

A marked copy is an object of Python's that the clipboard owns. It has to be gone before Python is: Qt empties the
clipboard at the very end of the process, and what it would call then is not there any more (a crash, measured).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, cast

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

VANISH_MS = 60_000
_OURS = "application/x-kimdesk-copy"
_OFF = (0).to_bytes(4, "little")
MARKS: dict[str, bytes] = {
    _OURS: b"1",
    "x-kde-passwordManagerHint": b"secret",
    "org.nspasteboard.ConcealedType": b"1",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': _OFF,
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': _OFF,
}


class _Open:
    """What was copied that tells nothing of people."""

    text: ClassVar[str] = ""


def copy_open(text: str) -> None:
    """Copy something that tells nothing of people, such as the details of a failure; it stays."""
    _Open.text = text
    QGuiApplication.clipboard().setText(text)


class ClipboardGuard(QObject):
    """Marks every copy of the program and takes it away after `vanish_ms`, if nothing else was copied meanwhile.

    `owns` tells whether what is in the clipboard came from here; tests give their own.
    """

    def __init__(self, vanish_ms: int = VANISH_MS, owns: Callable[[], bool] | None = None) -> None:
        super().__init__()
        self._clipboard: QClipboard = QGuiApplication.clipboard()
        self._owns = owns or self._clipboard.ownsClipboard
        self._clipboard.dataChanged.connect(self._mark)
        self._vanish = QTimer(self)
        self._vanish.setSingleShot(True)
        self._vanish.setInterval(vanish_ms)
        self._vanish.timeout.connect(self.clear)
        self._stopped = False
        cast("QGuiApplication", QGuiApplication.instance()).aboutToQuit.connect(self.stop)

    def stop(self) -> None:
        """Take a copy of ours away and watch no more; a second call does nothing."""
        if self._stopped:
            return
        self._stopped = True
        self._clipboard.dataChanged.disconnect(self._mark)
        self.clear()

    def clear(self) -> None:
        """Empty the clipboard where it holds a copy of ours."""
        self._vanish.stop()
        if self._owns() and self._is_marked():
            self._clipboard.clear()

    def _is_marked(self) -> bool:
        held = self._clipboard.mimeData()
        return bool(held) and held.hasFormat(_OURS)

    def _mark(self) -> None:
        """Put a copy of ours there again with its marks."""
        text = self._clipboard.text()
        if not self._owns() or text == _Open.text:
            self._vanish.stop()
        elif self._is_marked():
            self._vanish.start()
        elif text:
            copy = QMimeData()
            copy.setText(text)
            for form, value in MARKS.items():
                copy.setData(form, value)
            self._clipboard.setMimeData(copy)
