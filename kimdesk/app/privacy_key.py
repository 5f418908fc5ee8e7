"""The privacy key: pressed once it hides every name in the window, pressed again it shows them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kimdesk.casework.names import Session, name_words
from kimdesk.domain.changes import Changes
from kimdesk.office.office import Office
from kimdesk.office.shared import name_words as shared_names
from kimdesk.ui import privacy
from kimdesk.ui.shell.window import MainWindow
from kimdesk.ui.tasks import Runner


class PrivacyKey(QObject):
    """Fetches the names beside the window and tells the status bar; names that come later are hidden as well."""

    def __init__(self, window: MainWindow, vault: Session, runner: Runner) -> None:
        super().__init__()
        self._window = window
        self._vault = vault
        self._runner = runner
        self._wanted = False
        window.privacy_asked.connect(self.flip)
        window.changed.connect(self._refresh)

    def flip(self) -> None:
        """Hide names, or show them again."""
        self._wanted = not self._wanted
        if self._wanted:
            self._fetch()
        else:
            self._show()

    def stop(self) -> None:
        """Hide nothing any more: the vault is being closed."""
        self._wanted = False
        privacy.show()

    def _fetch(self) -> None:
        self._runner.run(lambda _steps: self._names(), self._hide, lane="side")

    def _names(self) -> frozenset[str]:
        return shared_names(self._vault) if isinstance(self._vault, Office) else name_words(self._vault)

    def _hide(self, names: frozenset[str]) -> None:
        if self._wanted:
            privacy.hide(names)
            self._window.status.set_privacy(hidden=True)

    def _show(self) -> None:
        privacy.show()
        self._window.status.set_privacy(hidden=False)

    def _refresh(self, changes: Changes) -> None:
        if self._wanted and changes.kinds:
            self._fetch()
