"""The district's observations: filtered, and put together by topic and kind of body. Knows no widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from kimdesk.base.errors import KimError
from kimdesk.ui.screens.district_observations.state import Filter, Group, ObservationsState, Observed
from kimdesk.ui.shell.reloading import Reloads
from kimdesk.ui.tasks import Runner


class Gateway(Protocol):
    """What the screen needs of the office."""

    def load(self) -> tuple[Observed, ...]:
        """Return every observation; called beside the window."""
        ...

    def together(self, observed: Sequence[Observed]) -> tuple[Group, ...]:
        """Put observations together, the largest group first."""
        ...


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: ObservationsState) -> None:
        """Show a moment."""
        ...

    def show_error(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class ObservationsPresenter(Reloads):
    """Holds what came, and shows what is looked for."""

    def __init__(self, gateway: Gateway, runner: Runner, view: View) -> None:
        self._gateway = gateway
        self._runner = runner
        self._view = view
        self._all: tuple[Observed, ...] = ()
        self.state = ObservationsState()

    def reload(self) -> None:
        """Read everything anew; what is looked for stays."""
        self._runner.run(lambda _steps: self._gateway.load(), self._loaded, failed=self._view.show_error)

    def _loaded(self, found: tuple[Observed, ...]) -> None:
        self._all = found
        self.state = replace(
            self.state,
            loaded=True,
            total=len(found),
            topics=tuple(sorted({each.topic for each in found})),
            actors=tuple(sorted({each.actor for each in found if each.actor})),
        )
        self.narrow(self.state.filter)

    def narrow(self, wanted: Filter) -> None:
        """Show what is looked for."""
        fitting = [each for each in self._all if wanted.fits(each)]
        groups = self._gateway.together(fitting)
        self.state = replace(self.state, filter=wanted, fitting=len(fitting), groups=groups)
        self._view.show_state(self.state)
