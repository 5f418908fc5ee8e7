"""An office or a provider in its window: its own screens and navigation, never a caseload."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from kimdesk.base.clock import Clock
from kimdesk.base.errors import UserProblem
from kimdesk.casework.backups import BackupState
from kimdesk.office.authority import AuthoritySession
from kimdesk.ui import actions
from kimdesk.ui.dialogs.memory import remember_in
from kimdesk.ui.screens.backups.build import build as build_backups
from kimdesk.ui.screens.blocks.build import build as build_blocks
from kimdesk.ui.screens.devices.build import build as build_devices
from kimdesk.ui.screens.district_figures.build import build as build_figures
from kimdesk.ui.screens.district_observations.build import build as build_observations
from kimdesk.ui.screens.inbox.build import build as build_inbox
from kimdesk.ui.screens.receipts.build import build as build_receipts
from kimdesk.ui.screens.settings.build import build_for_body
from kimdesk.ui.screens.settings.words import status
from kimdesk.ui.screens.shared_cases.build import build as build_shared
from kimdesk.ui.screens.sheets.build import build as build_sheets
from kimdesk.ui.shell import authority
from kimdesk.ui.shell.authority import AuthorityContext, OwnContext
from kimdesk.ui.shell.screen import Screen
from kimdesk.ui.shell.window import MainWindow
from kimdesk.ui.tasks import Runner

Build = Callable[[AuthorityContext[Any], str], Screen]
SCREENS: Mapping[str, Mapping[str, Build]] = {
    "office": {
        "inbox": build_inbox,
        "district_figures": build_figures,
        "district_observations": build_observations,
        "shared_cases": build_shared,
        "receipts": build_receipts,
        "devices": build_devices,
    },
    "provider": {"devices": build_devices, "sheets": build_sheets, "backups": build_backups, "blocks": build_blocks},
}


class AuthorityWindow(QObject):
    """Composes the main window for one open office or provider; `rekey_asked` carries the passphrase just proved."""

    rekey_asked = Signal(str)
    look_chosen = Signal(object)

    def __init__(self, vault: AuthoritySession, runner: Runner, clock: Clock) -> None:
        super().__init__()
        self.window = MainWindow(clock, caseload=False)
        remember = remember_in(vault, runner)
        self.context: AuthorityContext[Any] = AuthorityContext(
            clock=clock, runner=runner, vault=vault, go=self.go, tell=self.window.broadcast, remember=remember
        )
        self._first = authority.NAVIGATION[vault.kind][0][0]
        self.own = OwnContext(
            clock=clock,
            runner=runner,
            desk=vault,
            tell=self.window.broadcast,
            protect=self.window.protection_asked.emit,
            rekey=self.rekey_asked.emit,
            choose_look=self.look_chosen.emit,
            handbook=self.window.handbook_asked.emit,
            remember=remember,
        )
        self.window.set_navigation(authority.navigation(vault.kind), authority.below())
        self.window.register("settings", lambda _record: build_for_body(self.own))
        self.window.status.set_who(authority.who(vault.kind, vault.names.label))
        for number, (key, build) in enumerate(SCREENS[vault.kind].items(), 1):
            self.window.register(key, lambda record, build=build: build(self.context, record))  # type: ignore[misc]
            self._key(f"Ctrl+{number}", key)
        self._key(actions.spec("settings").key, "settings")

    def show_backup(self, standing: BackupState) -> None:
        """Let the status bar say how the last backup of this vault stands."""
        self.window.status.set_backup(status(standing, self.own.desk.today))

    def _key(self, key: str, screen: str) -> None:
        """Let a key open a screen."""
        keys = QShortcut(QKeySequence(key), self.window)
        keys.setContext(Qt.ShortcutContext.WindowShortcut)
        keys.activated.connect(lambda: self.go(screen, ""))

    def open_first(self) -> None:
        """Show the first screen."""
        self.go(self._first, "")

    def stand_in(self) -> None:
        """Say that deputy packages are sealed to desks of case managers alone."""
        self.window.strip.fail(UserProblem("deputy.only_desks"))

    def go(self, key: str, record: str) -> None:
        """Open a screen."""
        self.window.open_screen(key, record)
