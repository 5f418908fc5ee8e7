"""What is said once after a vault was opened: when it was before, who tried meanwhile, what was left unfinished."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from kimdesk.base.clock import local_time
from kimdesk.base.errors import KimError
from kimdesk.casework import backups, deputies, slips, unfinished
from kimdesk.casework.deputies import Opening
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
        warned = [self._tried(last), self._not_you()] if last is not None and last.failed else []
        if warned:
            self._speak(warned, 0)
        vault = self._vault
        if isinstance(vault, Desk):
            self._runner.run(
                lambda _steps: (_openings(vault), _left(vault)),
                lambda found: self._speak([*warned, *map(self._opening, found[0])], found[1]),
            )

    def _tried(self, last: LastTime) -> str:
        said = self.tr("%n falsche Eingaben seit dem letzten Öffnen", "", last.failed)
        when = _when(last.failed_ms) if last.failed_ms is not None else ""
        return self.tr("{said}, zuletzt am {when}.").format(said=said, when=when)

    def _not_you(self) -> str:
        return self.tr("Waren Sie das nicht? Dann sagen Sie es bitte dem Träger.")

    def _opening(self, opening: Opening) -> str:
        """Return who opened our package, when and why."""
        said = self.tr("{who} hat am {when} Ihre Vertretung geöffnet. Grund: {reason}").format(
            who=opening.by, when=_when(opening.at_ms), reason=opening.reason
        )
        if opening.is_deputy:
            return said
        stranger = self.tr("Das war nicht das Gerät Ihrer Vertretung: Bitte sagen Sie es dem Träger.")
        return f"{said} {stranger}"

    def _speak(self, warned: Sequence[str], left: int) -> None:
        """Say all of it in one strip, the most important first."""
        lines: list[str] = list(warned)
        buttons: tuple[Button, ...] = ()
        if left:
            lines.append(self.tr("%n Eingaben von vorher sind noch nicht übernommen.", "", left))
            look = Button(self.tr("Ansehen"), icon="arrow-right", kind="quiet")
            look.clicked.connect(self._window.strip.hide)
            look.clicked.connect(lambda: self._go("unfinished", ""))
            buttons = (look,)
        if lines:
            self._window.strip.say(lines[0], "\n".join(lines[1:]), tone="amber", buttons=buttons)


def _openings(desk: Desk) -> tuple[Opening, ...]:
    """Return who opened a package of ours since the last time; what cannot be looked at is looked at next time."""
    try:
        return deputies.openings(desk, backups.place(desk))
    except KimError:
        return ()


def _left(desk: Desk) -> int:
    return unfinished.count(desk) + len(slips.left(desk))
