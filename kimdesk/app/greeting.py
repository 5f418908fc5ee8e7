"""What is said once after a vault was opened: whether somebody tried the passphrase, and what was left unfinished."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kimdesk.casework import slips, unfinished
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.shell.window import MainWindow
from kimdesk.ui.widgets.buttons import Button


class Greeting(QObject):
    """Speaks in the window's strip."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._context = context

    def say(self) -> None:
        """Look beside the window whether something was left unfinished, and offer it."""
        self._context.runner.run(lambda _steps: self._count(), self._offer, lane="query")

    def _count(self) -> int:
        desk = self._context.desk
        kept = [slip for slip in slips.every(desk) if slip.at < desk.opened_ms]
        return unfinished.count(desk) + len(kept)

    def _offer(self, count: int) -> None:
        if not count:
            return
        look = Button(self.tr("Ansehen"), icon="arrow-right", kind="quiet")
        look.clicked.connect(self._window.strip.hide)
        look.clicked.connect(lambda: self._context.go("unfinished", ""))
        self._window.strip.say(
            self.tr("%n Eingaben von vorher sind noch nicht übernommen.", "", count), tone="amber", buttons=(look,)
        )
