"""The app in its window: unlock first, then the desk; locking replaces the process."""

from __future__ import annotations

import contextlib
import logging
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kimdesk.app.bugs import BugWatch
from kimdesk.app.capture import CaptureGuard, native_affinity
from kimdesk.app.frame import Frame
from kimdesk.app.gateway import VaultGateway
from kimdesk.base.clock import SystemClock
from kimdesk.base.errors import KimError
from kimdesk.base.log import start_log
from kimdesk.ui import i18n
from kimdesk.ui.clipboard import ClipboardGuard
from kimdesk.ui.screens.unlock.presenter import UnlockPresenter
from kimdesk.ui.screens.unlock.view import UnlockView
from kimdesk.ui.settings import Settings, SettingsFile, folder
from kimdesk.ui.tasks import QtRunner, smooth_threads
from kimdesk.ui.theme.look import apply
from kimdesk.ui.theme.look import chosen as look_for
from kimdesk.vault.relaunch import DEADLINE_SECONDS, Relaunch, Watchdog, replace_process

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kimdesk.app.authority_window import AuthorityWindow
    from kimdesk.app.desk_window import DeskWindow
    from kimdesk.app.farewell import Farewell
    from kimdesk.app.guarding import Guarding
    from kimdesk.app.idle_backup import IdleBackup
    from kimdesk.app.rekeying import Rekeying
    from kimdesk.app.triggers import Reason, Trigger
    from kimdesk.app.unattended import Unattended
    from kimdesk.store.session import Services, Session

log = logging.getLogger(__name__)
AFTER_FIRST_PAINT_MS = 60
"""The window is painted first; then what unlocking needs is loaded beside it."""


class App:
    """One run of the program: from the unlock window to the lock.

    `services` and `relaunch` are replaced in tests, `deadline` is the longest locking may take in seconds, `triggers`
    makes what locks from outside the window.
    """

    def __init__(
        self,
        app: QApplication,
        *,
        place: Path,
        services: Callable[[], Services] | None = None,
        relaunch: Relaunch = replace_process,
        triggers: Callable[[QWidget], Sequence[Trigger]] | None = None,
        deadline: float = DEADLINE_SECONDS,
    ) -> None:
        self._app = app
        self._relaunch = relaunch
        self._make_triggers = triggers
        self._triggers: Sequence[Trigger] = ()
        self._deadline = deadline
        self.settings = SettingsFile(place)
        self.clock = SystemClock()
        self.runner = QtRunner()
        self.gateway = VaultGateway(self.settings, place / "Tresore", services)
        self.bugs = BugWatch(failed=self._failed, opened=lambda: self.desk is not None, lock=self.lock)
        self.window = Frame()
        self.clipboard = ClipboardGuard()
        self.capture = CaptureGuard(native_affinity())
        self.window.closing.connect(self.quit)
        self.desk: Session | None = None
        """The open vault: mostly a desk, else an office or a provider."""
        self.desk_window: DeskWindow | AuthorityWindow | None = None
        self.guarding: Guarding | None = None
        self.idle_backup: IdleBackup | None = None
        self.unattended: Unattended | None = None
        self.rekeying: Rekeying | None = None
        self.farewell: Farewell | None = None
        self._unlock: UnlockPresenter | None = None
        self._folder: Path | None = None
        self._locking = False

    def show_look(self, settings: Settings) -> None:
        """Put language, colours and font size into force."""
        apply(self._app, look_for(settings.theme, settings.font_scale))
        i18n.use(self._app, settings.language)

    def start(self, vault: Path | None = None, *, demo: bool = False) -> None:
        """Show the unlock window for a vault (default: the last one), or the demo caseload at once."""
        settings = self.settings.load()
        self.show_look(settings)
        view = UnlockView()
        presenter = self._unlock = UnlockPresenter(self.gateway, self.runner, view, self._opened)
        view.attach(presenter)
        view.incident_asked.connect(lambda: self._show_incident(view))
        view.handbook_asked.connect(lambda: self._show_handbook(view))
        presenter.start()
        last = Path(settings.last_vault) if settings.last_vault else None
        if demo:
            presenter.demo()
        elif wanted := vault or last:
            presenter.look(wanted)
        self.window.turn_to(view)
        self.window.appear(settings.window)
        view.focus_first()
        QTimer.singleShot(AFTER_FIRST_PAINT_MS, self.window, self._painted)

    def _show_incident(self, parent: QWidget) -> None:
        """Open the sheet for data breaches; the vault that is lost is not needed for it."""
        from kimdesk.app.incident import WithoutVault  # noqa: PLC0415 - loads the layout engine
        from kimdesk.ui.dialogs.incident import IncidentDialog  # noqa: PLC0415 - as above

        source = WithoutVault(self.gateway.services, self.settings.place / "Tresore")
        IncidentDialog(parent, source, self.runner).open()

    def _show_handbook(self, parent: QWidget) -> None:
        """Open the handbook; it needs no vault."""
        from kimdesk.ui.dialogs.handbook import HandbookDialog  # noqa: PLC0415 - the first window does not wait for it

        HandbookDialog(parent, self.runner, self.clock).open()

    def _painted(self) -> None:
        """Load what unlocking needs, and listen to what locks."""
        self.gateway.preload()
        from kimdesk.app.unattended import Unattended  # noqa: PLC0415 - after the first paint

        self.unattended = Unattended(self._exposed)
        self.unattended.setParent(self.window)
        self.unattended.lock_asked.connect(self.lock)
        if self._make_triggers is not None and not self._locking:
            self._triggers = self._make_triggers(self.window)
            for trigger in self._triggers:
                trigger.start(self._triggered)

    def _exposed(self) -> bool:
        """Tell whether a key or a fresh code is there without a cover that could lie over it."""
        if self.rekeying is not None:
            return self.rekeying.shows_code
        return self.desk is None and self._unlock is not None and self._unlock.holds_key

    def _triggered(self, reason: Reason) -> None:
        """Lock where a key is there or on its way; nothing needs locking before."""
        opening = self._unlock is not None and self._unlock.holds_key
        if self.desk is not None or opening or self.rekeying is not None:
            log.info("lock because of %s", reason)
            self.lock()

    def _opened(self, desk: object) -> None:
        from kimdesk.app.greeting import Greeting  # noqa: PLC0415 - loads the screens, behind the unlock window
        from kimdesk.app.guarding import Guarding  # noqa: PLC0415 - as above
        from kimdesk.app.windows import window_for  # noqa: PLC0415 - as above
        from kimdesk.store.session import Session  # noqa: PLC0415

        assert isinstance(desk, Session)
        self.desk = desk
        demo = self.gateway.is_demo(desk)
        if not demo:
            self._folder = desk.info.folder
            self._keep(self.settings.load().with_vault(self._folder))
        self.desk_window = window_for(desk, self.runner, self.clock, demo=demo)
        main = self.desk_window.window
        self.guarding = Guarding(self.window, main, desk, self.runner, self.capture)
        self.guarding.lock_asked.connect(self.lock)
        main.scale_asked.connect(self._scale)
        main.handbook_asked.connect(lambda: self._show_handbook(main))
        if desk.info.kind != "desk":  # a desk counts what it holds itself; here a backup of whoever lost something does
            main.incident_asked.connect(lambda: self._show_incident(main))
        self.desk_window.rekey_asked.connect(self._rekey)
        self.desk_window.look_chosen.connect(self._choose_look)
        self._back_up_when_idle(desk, self.desk_window, self.guarding)
        self.window.turn_to(main)
        self.desk_window.open_first()
        if self._unlock is not None and self._unlock.state.standing_in:
            self.desk_window.stand_in()
        Greeting(main, desk, self.runner, self.desk_window.go).say(self.gateway.last_time)
        self.runner.settle()

    def _back_up_when_idle(self, vault: Session, window: DeskWindow | AuthorityWindow, guarding: Guarding) -> None:
        """Make today's backup while nobody types, and keep the status bar true."""
        from kimdesk.app.idle_backup import IdleBackup  # noqa: PLC0415 - behind the unlock window

        covering = guarding.covering
        kept = self.idle_backup = IdleBackup(vault, self.runner, covering.idle, time.monotonic)
        covering.touched.connect(kept.somebody_is_back)
        kept.looked.connect(window.show_backup)
        kept.made.connect(window.window.broadcast)
        kept.failed.connect(window.window.strip.fail)

    def _failed(self, error: KimError) -> None:
        """Say what nobody else said."""
        if self.desk_window is not None:
            self.desk_window.window.strip.fail(error)
        elif self._unlock is not None:
            self._unlock.fail(error)

    def _scale(self, percent: int) -> None:
        settings = self.settings.load()
        settings = replace(settings, font_scale=min(200, max(100, settings.font_scale + percent)))
        self._keep(settings)
        self.show_look(settings)

    def _choose_look(self, chosen: Settings) -> None:
        """Take colours and size at once, the language for the next start: open windows keep theirs."""
        now = self.settings.load()
        kept = replace(now, language=chosen.language, theme=chosen.theme, font_scale=chosen.font_scale)
        self._keep(kept)
        apply(self._app, look_for(kept.theme, kept.font_scale))

    def _keep(self, settings: Settings) -> None:
        """Remember settings; where that cannot be written, working goes on without."""
        with contextlib.suppress(OSError):
            self.settings.save(settings)

    def lock(self) -> None:
        """Store what was typed, close the vault and replace this process; after a second by force."""
        if self._locking:
            return
        self._locking = True
        argv = [sys.executable, "-m", "kimdesk", "open", *([str(self._folder)] if self._folder else [])]
        log.info("lock")
        with Watchdog(argv, self._relaunch, seconds=self._deadline):
            try:
                _hide_everything()
                self.close()
            except Exception as error:  # whatever went wrong, the key goes
                self.bugs.note(error)
        try:
            if self.farewell is None:
                self._relaunch(argv)
        finally:
            self._stop_listening()  # not before: until the process is another one, sleep is held back
            self._end()

    def _stop_listening(self) -> None:
        for trigger in self._triggers:
            trigger.stop()

    def _rekey(self, passphrase: str) -> None:
        """Close the vault, put it under a new key in this window, and begin anew."""
        from kimdesk.app.rekeying import Rekeying  # noqa: PLC0415 - needed here alone

        if self._folder is None or self._locking:
            return
        self._leave_vault()
        self.runner = QtRunner()
        self.desk_window, self.guarding, self._unlock = None, None, None
        self.rekeying = Rekeying(self.window, self.runner, self.gateway.services(), self._folder)
        self.rekeying.ended.connect(self.lock)
        self.rekeying.begin(passphrase)

    def quit(self) -> None:
        """End the program: at once, or after the backup of what is new, with every window but its own gone."""
        if self.desk is None or self.desk_window is None or self._locking:
            self.close()
            return
        from kimdesk.app.farewell import Farewell, wanted  # noqa: PLC0415 - loads SQLAlchemy, long after the unlock window

        if not wanted(self.desk):
            self.close()
            return
        self._app.setQuitOnLastWindowClosed(False)
        self._stop_watching()
        self.desk_window.window.leave()
        _hide_everything()
        self.farewell = Farewell(self.desk, self.runner)
        self.farewell.ended.connect(self._after_farewell)
        self.farewell.begin()

    def _after_farewell(self) -> None:
        """Close the vault, and with it the program."""
        if not self._locking:
            self.close()
            self._end()

    def _end(self) -> None:
        """Leave the program where quitting began it."""
        if self.farewell is not None:
            self._app.setQuitOnLastWindowClosed(True)
            self._app.quit()

    def _stop_watching(self) -> None:
        """Cover nothing and back up nothing by itself any more."""
        if self.guarding is not None:
            self.guarding.stop()
        if self.idle_backup is not None:
            self.idle_backup.stop()
        if self.farewell is not None:
            self.farewell.break_off()

    def close(self) -> None:
        """Settle what was typed and close the vault; may be called twice. Every step happens even if one fails."""
        with ExitStack() as steps:
            if not self._locking:
                steps.callback(self._stop_listening)
            steps.callback(self.gateway.drop_demo)
            steps.callback(self.clipboard.stop)
            steps.callback(self.capture.stop)
            steps.callback(self._leave_vault)
            steps.callback(lambda: self._keep(replace(self.settings.load(), window=self.window.place())))
            if self.unattended is not None:
                steps.callback(self.unattended.stop)

    def _leave_vault(self) -> None:
        """Settle what was typed, end everything beside the window and close the vault."""
        desk, self.desk = self.desk, None
        with ExitStack() as steps:
            if desk is not None:
                steps.callback(desk.close)
            steps.callback(self.runner.shut_down)
            if desk is not None:
                steps.callback(desk.interrupt)
                steps.callback(_settle, desk)
            if self._unlock is not None:
                steps.callback(self._unlock.abandon)
            steps.callback(self.runner.finish_writing)
            if self.desk_window is not None:
                steps.callback(self.desk_window.window.leave)
            steps.callback(self._stop_watching)


def _hide_everything() -> None:
    """Show nothing any more and take no input: the window, and whatever dialog is open over it."""
    for window in QApplication.topLevelWidgets():
        window.hide()


def _settle(vault: Session) -> None:
    from kimdesk.app.settling import settle  # noqa: PLC0415 - loads SQLAlchemy, long after the unlock window

    settle(vault)


def run(vault: Path | None, *, demo: bool = False) -> int:
    """Open the app and return its exit code when its window closes."""
    from kimdesk.app.triggers import system_triggers  # noqa: PLC0415 - tests make an App without it

    smooth_threads()
    place = folder()
    with contextlib.suppress(OSError):  # a log that cannot be written keeps nobody from working
        start_log(place / "log")
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("KIM Desk")
    app = App(qt, place=place, triggers=system_triggers)
    app.bugs.install()
    app.start(vault, demo=demo)
    return int(QApplication.exec())
