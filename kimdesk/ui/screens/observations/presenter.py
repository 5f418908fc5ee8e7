"""Fills the list of structural observations; filters, opens, removes and brings back. Knows no widget."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.casework import family, observations
from kimdesk.casework.desk import Desk
from kimdesk.casework.observations import KIND
from kimdesk.domain.changes import Changes
from kimdesk.domain.records import StructuralObservation
from kimdesk.ui.screens.observations.state import Filter, ObservationsState, Observed

if TYPE_CHECKING:
    from kimdesk.ui.shell.screen import Context

MOST = 50
"""So many are shown at once; more are found by looking for them."""


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: ObservationsState) -> None:
        """Show a moment."""
        ...

    def edit(self, observation: StructuralObservation) -> None:
        """Open one in its form."""
        ...

    def say_removed(self, key: str) -> None:
        """Say that one was removed, and offer to bring it back."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


def read(desk: Desk) -> tuple[Observed, ...]:
    """Return all observations, the latest first, each with how many are about the same topic and kind of body."""
    found = observations.every(desk)
    alike = Counter((each.topic, each.actor_type) for each in found)
    return tuple(
        Observed(
            key=each.id.hex(),
            day=each.date,
            topic=each.topic,
            text=each.description,
            actor=each.actor_type or "",
            frequency=each.frequency or "",
            proposal=each.proposal or "",
            answer=each.answer or "",
            answered_on=each.answered_on,
            alike=alike[each.topic, each.actor_type],
        )
        for each in found
    )


class ObservationsPresenter:
    """Listens to the screen and to what changes in the vault."""

    def __init__(self, context: Context, view: View) -> None:
        self._context, self._view = context, view
        self._desk: Desk = context.desk
        self._all: tuple[Observed, ...] = ()
        self.state = ObservationsState()

    def opened(self) -> None:
        """Show the list."""
        desk = self._desk
        self._context.runner.run(lambda _steps: read(desk), self._loaded, failed=self._view.fail, lane="query")

    def refresh(self, changes: Changes) -> None:
        """Show what changed."""
        if changes.touches(KIND):
            self.opened()

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
        self.state = replace(self.state, filter=wanted, fitting=len(fitting), items=tuple(fitting[:MOST]))
        self._view.show_state(self.state)

    def edit(self, key: str) -> None:
        """Open one in its form."""
        found = self._desk.page.get(StructuralObservation, RecordId(bytes.fromhex(key)))
        if found is not None:
            self._view.edit(found)

    def remove(self, key: str) -> None:
        """Take one away."""
        record = RecordId(bytes.fromhex(key))

        def told(changes: Changes) -> None:
            self._context.tell(changes)
            self._view.say_removed(key)

        self._context.runner.run(lambda _steps: family.delete(self._desk, KIND, record), told, failed=self._view.fail)

    def restore(self, key: str) -> None:
        """Bring back what was removed."""
        record = RecordId(bytes.fromhex(key))
        self._context.runner.run(
            lambda _steps: family.restore(self._desk, KIND, record), self._context.tell, failed=self._view.fail
        )
