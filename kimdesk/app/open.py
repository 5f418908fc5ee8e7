"""The app in its window: unlock first, then the desk; locking replaces the process."""

from __future__ import annotations

import logging
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from kimdesk.app.gateway import VaultGateway
from kimdesk.base.clock import SystemClock
from kimdesk.base.log import start_log
from kimdesk.ui import i18n
from kimdesk.ui.screens.unlock.presenter import UnlockPresenter
from kimdesk.ui.screens.unlock.view import UnlockView
from kimdesk.ui.settings import Settings, SettingsFile, folder
from kimdesk.ui.tasks import QtRunner, smooth_threads
from kimdesk.ui.theme.look import Look, apply
from kimdesk.ui.theme.tokens import ThemeName
from kimdesk.vault.relaunch import Relaunch, Watchdog, replace_process

if TYPE_CHECKING:
    from kimdesk.app.desk_window import DeskWindow
    from kimdesk.casework.desk import Desk

log = logging.getLogger(__name__)
SIZE = (1366, 768)


class App:
    """One run of the program: from the unlock window to the lock."""

    def __init__(self, app: QApplication, *, place: Path, relaunch: Relaunch = replace_process) -> None:
        self._app = app
        self._relaunch = relaunch
        self.settings = SettingsFile(place)
        self.clock = SystemClock()
        self.runner = QtRunner()
        self.gateway = VaultGateway(self.settings, place / "Tresore")
        self.window: QWidget | None = None
        self._desk_window: DeskWindow | None = None
        self._desk: Desk | None = None
        self._folder: Path | None = None
        app.aboutToQuit.connect(self.close)

    def show_look(self, settings: Settings) -> None:
        """Put language, colours and font size into force."""
        dark = settings.theme == "dark"
        name: ThemeName = "contrast" if settings.theme == "contrast" else "dark" if dark else "light"
        apply(self._app, Look(theme=name, scale=settings.font_scale / 100))
        i18n.use(self._app, settings.language)

    def start(self, vault: Path | None = None, *, demo: bool = False) -> None:
        """Show the unlock window, or the demo caseload at once."""
        settings = self.settings.load()
        if vault is not None:
            settings = settings.with_vault(vault)
            self.settings.save(settings)
        self.show_look(settings)
        view = UnlockView()
        presenter = UnlockPresenter(self.gateway, self.runner, view, self._opened)
        view.attach(presenter)
        self._show(view)
        presenter.start()
        self.gateway.preload()
        if demo:
            presenter.demo()

    def _show(self, window: QWidget) -> None:
        old, self.window = self.window, window
        window.resize(old.size() if old is not None else window.sizeHint().expandedTo(window.minimumSize()))
        if old is None:
            window.resize(*SIZE)
        window.show()
        if old is not None:
            old.close()
            old.deleteLater()

    def _opened(self, desk: object) -> None:
        from kimdesk.app.desk_window import DeskWindow  # noqa: PLC0415 - loads the screens, behind the unlock window
        from kimdesk.casework.desk import Desk  # noqa: PLC0415

        assert isinstance(desk, Desk)
        self._desk = desk
        self._folder = desk.info.folder
        demo = self.gateway.demo_folder is not None
        self._desk_window = DeskWindow(desk, self.runner, self.clock, demo=demo)
        main = self._desk_window.window
        main.lock_asked.connect(self.lock)
        main.scale_asked.connect(self._scale)
        self._show(main)
        self._desk_window.open_first()

    def _scale(self, percent: int) -> None:
        settings = self.settings.load()
        scale = min(200, max(100, settings.font_scale + percent))
        settings = replace(settings, font_scale=scale)
        self.settings.save(settings)
        self.show_look(settings)

    def lock(self) -> None:
        """Finish drafts, close the vault and replace this process; after a second by force."""
        argv = [sys.executable, "-m", "kimdesk", "open"]
        if self._folder is not None and self.gateway.demo_folder is None:
            argv.append(str(self._folder))
        log.info("lock")
        with Watchdog(argv, self._relaunch):
            if self.window is not None:
                self.window.hide()
            self.close()
        self._relaunch(argv)

    def close(self) -> None:
        """Settle what was typed and close the vault; may be called twice."""
        desk, self._desk = self._desk, None
        if self._desk_window is not None:
            self._desk_window.window.leave()
        self.runner.shut_down()
        if desk is not None:
            from kimdesk.casework.editing import settle_all  # noqa: PLC0415

            settle_all(desk)
            desk.close()
        if self.gateway.demo_folder is not None:
            self.gateway.demo_folder.cleanup()
            self.gateway.demo_folder = None


def run(vault: Path | None, *, demo: bool = False) -> int:
    """Open the app and return its exit code when its window closes."""
    smooth_threads()
    place = folder()
    start_log(place / "log")
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("KIM Desk")
    app = App(qt, place=place)
    app.start(vault, demo=demo)
    return int(QApplication.exec())
