"""The district's figures: which period, split how. Knows no widget."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from kimdesk.base.errors import KimError
from kimdesk.domain.figures import Period
from kimdesk.ui.screens.district_figures.state import FiguresState, Offered, Shown, Split
from kimdesk.ui.shell.reloading import Reloads
from kimdesk.ui.tasks import Runner


class Gateway(Protocol):
    """What the figures need of the office; called beside the window."""

    def periods(self) -> tuple[Offered, ...]:
        """Return the periods there are figures for, the latest first."""
        ...

    def figures(self, period: Period, split: Split) -> tuple[Shown, ...]:
        """Return the figures of a period."""
        ...


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: FiguresState) -> None:
        """Show a moment."""
        ...

    def show_error(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class FiguresPresenter(Reloads):
    """Loads what is asked for; the latest question wins."""

    def __init__(self, gateway: Gateway, runner: Runner, view: View) -> None:
        self._gateway = gateway
        self._runner = runner
        self._view = view
        self._asked = 0
        self.state = FiguresState()

    def choose(self, place: int) -> None:
        """Show another period."""
        self.state = replace(self.state, chosen=place)
        self.reload()

    def split(self, split: Split) -> None:
        """Add up, or show by municipality or provider."""
        self.state = replace(self.state, split=split)
        self.reload()

    def reload(self) -> None:
        """Read periods and figures anew; the period chosen stays chosen, if it is still there."""
        wanted = self.state
        self._asked += 1
        asked = self._asked
        self._runner.run(
            lambda _steps: self._load(wanted), lambda state: self._show(asked, state), failed=self._view.show_error
        )

    def _load(self, wanted: FiguresState) -> FiguresState:
        offered = self._gateway.periods()
        periods = [each.period for each in offered]
        chosen = wanted.chosen if wanted.chosen < len(offered) else 0
        if wanted.period in periods:
            chosen = periods.index(wanted.period)
        figures = self._gateway.figures(periods[chosen], wanted.split) if offered else ()
        return replace(wanted, offered=offered, chosen=chosen, figures=figures, loaded=True)

    def _show(self, asked: int, state: FiguresState) -> None:
        if asked == self._asked:
            self.state = state
            self._view.show_state(state)
