"""Screens within a screen: the tabs of a family, the parts of the settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QStackedWidget

from kimdesk.domain.changes import Changes
from kimdesk.ui.shell.screen import Leaves, Opens, Refreshes, Screen


class Sections(QStackedWidget):
    """Makes each on its first visit and shows one; the one left finishes what was typed."""

    def __init__(self, makers: Mapping[str, Callable[[], Screen]]) -> None:
        super().__init__()
        self.current = ""
        self._makers = dict(makers)
        self._made: dict[str, Screen] = {}

    def turn_to(self, key: str) -> bool:
        """Show another one; False if it is shown already, or unknown."""
        if key == self.current or key not in self._makers:
            return False
        self.leave()
        screen = self._made.get(key)
        if screen is None:
            screen = self._made[key] = self._makers[key]()
            self.addWidget(screen.widget)
        self.current = key
        self.setCurrentWidget(screen.widget)
        return True

    def tell_opened(self) -> None:
        """Let the one shown look anew."""
        for part in self._parts():
            if isinstance(part, Opens):
                part.opened()

    def refresh(self, changes: Changes) -> None:
        """Pass news on to those made so far."""
        for screen in self._made.values():
            for part in screen.parts():
                if isinstance(part, Refreshes):
                    part.refresh(changes)

    def leave(self) -> None:
        """Let the one shown finish what was typed."""
        for part in self._parts():
            if isinstance(part, Leaves):
                part.leave()

    def _parts(self) -> tuple[object, ...]:
        screen = self._made.get(self.current)
        return screen.parts() if screen is not None else ()
