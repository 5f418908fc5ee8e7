"""Looks for packages, opens one beside the window, and lets it go again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from kimdesk.base.errors import KimError, UserProblem
from kimdesk.casework import deputies
from kimdesk.casework.deputies import Package, PackageFile
from kimdesk.ui.screens.deputyship.state import DeputyshipState
from kimdesk.ui.shell.screen import Context


class View(Protocol):
    """What the presenter needs of the screen."""

    def show_state(self, state: DeputyshipState) -> None:
        """Show a moment."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class DeputyshipPresenter:
    """Keeps an opened package until it is closed or its day is over; nothing of it enters this vault."""

    def __init__(self, context: Context, view: View) -> None:
        self._context = context
        self._desk = context.desk
        self._view = view
        self.state = DeputyshipState()

    def opened(self) -> None:
        """Close what may not be read any more: standing in ends by itself."""
        package = self.state.package
        if package is not None and package.until < self._desk.today:
            self.close()
            self._view.fail(UserProblem("deputy.over", until=f"{package.until:%d.%m.%Y}"))

    def look(self, place: Path) -> None:
        """Look for packages in a folder, or take the one chosen."""
        self._show(busy=True)
        self._context.runner.run(lambda _steps: deputies.packages(place), self._found, failed=self._failed, lane="side")

    def _found(self, found: tuple[PackageFile, ...]) -> None:
        self._show(busy=False, found=found)

    def open(self, number: int, reason: str) -> None:
        """Open one of the packages found; the word to its owner is written first."""
        file = self.state.found[number].file

        def shown(package: Package) -> None:
            self._show(busy=False, found=(), package=package, reason=reason)

        self._show(busy=True)
        self._context.runner.run(
            lambda _steps: deputies.open_package(self._desk, file, reason), shown, failed=self._failed
        )

    def close(self) -> None:
        """Let the package go; opening it once more is told to its owner once more."""
        self._show(package=None, reason="")

    def _failed(self, error: KimError) -> None:
        self._show(busy=False)
        self._view.fail(error)

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type] # names are fields
        self._view.show_state(self.state)
