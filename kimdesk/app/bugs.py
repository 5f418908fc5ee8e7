"""What nobody foresaw: logged without personal data, said once, and the vault is locked in order."""

from __future__ import annotations

import logging
import re
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from kimdesk.base.errors import KimError, explain
from kimdesk.base.log import RedactingFormatter
from kimdesk.ui import i18n
from kimdesk.ui.clipboard import copy_open

if TYPE_CHECKING:
    from kimdesk.ui.dialogs.ask import Dialog

log = logging.getLogger(__name__)
MOST_CAUSES = 5
_SERIOUS = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}
_SPEAKER = r"Q[A-Za-z]+(?:::[A-Za-z]+)*"
"""The class of Qt that speaks; the rest of what it says may hold names of people and files."""


def describe(error: BaseException) -> str:
    """Return types and places of a failure and of what led to it, never what they say."""
    told = RedactingFormatter()
    parts: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(parts) < MOST_CAUSES:
        code = f" {cause.code}" if isinstance(cause, KimError) else ""
        parts.append(told.formatException((type(cause), cause, cause.__traceback__)) + code)
        cause = cause.__cause__ or cause.__context__
    return " after ".join(parts)


class BugWatch(QObject):
    """Hears of every failure that nobody caught, in any thread.

    `failed` gets those the program has words for; for all others a dialog says so once, and then `lock` is called
    where `opened` tells that a vault is open.
    """

    _happened = Signal(object, str)

    def __init__(
        self, *, failed: Callable[[KimError], None], opened: Callable[[], bool], lock: Callable[[], None]
    ) -> None:
        super().__init__()
        self._failed = failed
        self._opened = opened
        self._lock = lock
        self._told: set[str] = set()
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self.dialog: Dialog | None = None

    def install(self) -> None:
        """Hear of everything from now on."""
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        sys.unraisablehook = self._unraisable
        qInstallMessageHandler(_from_qt)

    def note(self, error: BaseException) -> str:
        """Log a failure and return what was logged."""
        what = describe(error)
        log.error("bug %s", what)
        return what

    def uncaught(self, error: BaseException) -> None:
        """Take a failure that nobody caught, from any thread."""
        self._happened.emit(error, self.note(error))

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        else:
            self.uncaught(error.with_traceback(trace))

    def _uncaught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        error = args.exc_value
        if error is not None and not isinstance(error, SystemExit):
            self.uncaught(error.with_traceback(args.exc_traceback))

    def _unraisable(self, args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            self.note(args.exc_value)

    @Slot(object, str)
    def _show(self, error: BaseException, what: str) -> None:
        if isinstance(error, KimError):
            self._failed(error)
        elif what not in self._told and self.dialog is None:
            self._told.add(what)
            try:
                self.dialog = self._ask(what)
            except Exception as worse:  # nothing can be said any more; what can be done is done
                self.note(worse)
                self._go_on()

    def _ask(self, what: str) -> Dialog:
        text = explain(KimError("bug.locking") if self._opened() else KimError("bug"), i18n.language())
        from kimdesk.ui.dialogs.ask import Dialog  # noqa: PLC0415 - the first window does not wait for it

        dialog = Dialog(QApplication.activeWindow(), text.what, f"{text.safe} {text.next}")
        dialog.add_button(self.tr("Details kopieren"), lambda: copy_open(what), kind="quiet", icon="copy")
        dialog.add_button(self.tr("Verstanden"), dialog.accept, kind="primary")
        dialog.finished.connect(self._go_on)
        dialog.open()
        return dialog

    def _go_on(self) -> None:
        self.dialog = None
        if self._opened():
            self._lock()


def _from_qt(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    """Log who in Qt complains, not what it says."""
    if kind in _SERIOUS:
        speaker = re.match(_SPEAKER, message or "")
        log.warning("qt %s %s", kind.name, speaker.group() if speaker else "")
