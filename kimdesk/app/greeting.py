"""What is said once after a vault was opened: when it was before, who tried meanwhile, what was left unfinished."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from kimdesk.base.clock import local_time
from kimdesk.casework import slips, unfinished
from kimdesk.casework.desk import Desk
from kimdesk.casework.last_time import LastTime, Session
from kimdesk.ui.shell.window import MainWindow
from kimdesk.ui.tasks import Runner
from kimdesk.ui.widgets.buttons import Button


def _when(at_ms: int) -> str:
    return f"{local_time(at_ms):%d.%m.%Y, %H:%M}"


class Greeting(QObject):
    """Speaks in the status bar, and in the window's strip where there is something to be done."""

    def __init__(self, window: MainWindow, vault: Session, runner: Runner, go: Callable[[str, str], None]) -> None:
        super().__init__(window)
        self._window = window
        self._vault = vault
        self._runner = runner
        self._go = go

    def say(self, last: LastTime | None) -> None:
        """Say what there is to say; `last` is None where nothing is known, as in the example."""
        if last is not None and last.opened_ms is not None:
            self._window.status.set_opened(self.tr("zuletzt geöffnet {when}").format(when=_when(last.opened_ms)))
        tried = self._tried(last) if last is not None and last.failed else ""
        if tried:
            self._window.strip.say(tried, self._not_you(), tone="amber")
        vault = self._vault
        if isinstance(vault, Desk):
            self._runner.run(lambda _steps: _left(vault), lambda count: self._offer(count, tried), lane="query")

    def _tried(self, last: LastTime) -> str:
        said = self.tr("%n falsche Eingaben seit dem letzten Öffnen", "", last.failed)
        when = _when(last.failed_ms) if last.failed_ms is not None else ""
        return self.tr("{said}, zuletzt am {when}.").format(said=said, when=when)

    def _not_you(self) -> str:
        return self.tr("Waren Sie das nicht? Dann sagen Sie es bitte dem Träger.")

    def _offer(self, count: int, tried: str) -> None:
        if not count:
            return
        look = Button(self.tr("Ansehen"), icon="arrow-right", kind="quiet")
        look.clicked.connect(self._window.strip.hide)
        look.clicked.connect(lambda: self._go("unfinished", ""))
        left = self.tr("%n Eingaben von vorher sind noch nicht übernommen.", "", count)
        if tried:
            self._window.strip.say(tried, f"{self._not_you()}\n{left}", tone="amber", buttons=(look,))
        else:
            self._window.strip.say(left, tone="amber", buttons=(look,))


def _left(desk: Desk) -> int:
    kept = [slip for slip in slips.every(desk) if slip.at < desk.opened_ms]
    return unfinished.count(desk) + len(kept)
