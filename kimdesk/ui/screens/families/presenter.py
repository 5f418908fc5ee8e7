"""The caseload: filters while one types, shows the chosen family, creates new ones. Knows no widget."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.domain.changes import Changes
from kimdesk.domain.views.caseload import CaseCounts, CaseRow
from kimdesk.ui.screens.families.state import FamiliesState, Filter, KnownFamily, NewFamilyForm, Preview
from kimdesk.ui.tasks import Runner


class Gateway(Protocol):
    """What the caseload needs from the rest of the program."""

    def order(self, sort: str, *, descending: bool, active_only: bool) -> array[int]:
        """Return the row numbers in the order of a column."""
        ...

    def rows(self, numbers: Sequence[int]) -> dict[int, CaseRow]:
        """Return the rows of at most 128 numbers."""
        ...

    def every_row(self, numbers: Sequence[int]) -> list[CaseRow]:
        """Return the rows of any number."""
        ...

    def hits(self, text: str) -> frozenset[int] | None:
        """Return the rows a text is found in, None for an empty text."""
        ...

    def counts(self) -> CaseCounts:
        """Return how many families there are."""
        ...

    def preview(self, row: CaseRow) -> Preview:
        """Return a family at a glance."""
        ...

    def create(self, form: NewFamilyForm) -> tuple[RecordId, Changes]:
        """Create a family."""
        ...

    def known(self, name: str) -> KnownFamily | None:
        """Return who of this name may be in the caseload already."""
        ...


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: FamiliesState) -> None:
        """Show a moment."""
        ...

    def show_order(self, order: Sequence[int], keep: int | None) -> None:
        """Show these rows; `keep` stays chosen if it is among them."""
        ...

    def show_error(self, error: KimError) -> None:
        """Say what went wrong."""
        ...

    def close_form(self) -> None:
        """Close the short form."""
        ...

    def show_known(self, known: KnownFamily | None) -> None:
        """Say that somebody may be in the caseload already, or nothing."""
        ...


class FamiliesPresenter:
    """Turns typing and choosing into rows; `go` opens a screen for a case, `tell` broadcasts a write."""

    def __init__(
        self,
        gateway: Gateway,
        runner: Runner,
        view: View,
        *,
        today: Callable[[], dt.date],
        go: Callable[[str, str], None],
        tell: Callable[[Changes], None],
    ) -> None:
        self._gateway = gateway
        self._runner = runner
        self._view = view
        self._today = today
        self._go = go
        self._tell = tell
        self._order: array[int] = array("q")
        self._all: list[CaseRow] | None = None
        self.state = FamiliesState()

    def opened(self) -> None:
        """Load the list when the screen is shown for the first time."""
        if not self._order:
            self.reload()

    def refresh(self, changes: Changes) -> None:
        """Load anew what a write may have changed."""
        if changes.touches("case", "person", "contact", "measure", "consent", "goal", "support_plan"):
            self.reload()

    def reload(self) -> None:
        """Read order, counts and rows anew; the chosen family stays chosen."""
        counts = self._gateway.counts()
        self._all = None
        self._order = self._gateway.order(
            self.state.sort, descending=self.state.descending, active_only=not self.state.filter.closed
        )
        self.state = replace(self.state, active=counts.active, total=counts.total)
        self._narrow()

    def rows(self, numbers: Sequence[int]) -> list[CaseRow | None]:
        """Return the rows of at most 128 numbers in their order; a row that vanished is None."""
        found = self._gateway.rows(numbers)
        return [found.get(n) for n in numbers]

    def search(self, text: str) -> None:
        """Narrow the list to what a text is found in."""
        self.state = replace(self.state, filter=replace(self.state.filter, text=text))
        self._narrow()

    def narrow(self, wanted: Filter) -> None:
        """Narrow the list by the chips; the text stays."""
        before = self.state.filter
        self.state = replace(self.state, filter=replace(wanted, text=before.text))
        if wanted.closed != before.closed:
            self.reload()
        else:
            self._narrow()

    def sort(self, column: str) -> None:
        """Order by a column; a second press turns the order round."""
        same = column == self.state.sort
        self.state = replace(self.state, sort=column, descending=same and not self.state.descending)
        self.reload()

    def _narrow(self) -> None:
        hits = self._gateway.hits(self.state.filter.text)
        if self.state.filter.narrow:
            fitting = {row.n for row in self._rows() if self.state.filter.fits(row, self._today())}
            hits = frozenset(fitting) if hits is None else hits & fitting
        shown = self._order if hits is None else array("q", [n for n in self._order if n in hits])
        chosen = self.state.preview.row.n if self.state.preview else None
        keep = chosen if chosen in shown else (shown[0] if shown else None)
        self.state = replace(self.state, shown=len(shown))
        self._view.show_order(shown, keep)
        self._preview(keep)

    def _rows(self) -> list[CaseRow]:
        if self._all is None:
            self._all = self._gateway.every_row(self._order)
        return self._all

    def choose(self, n: int) -> None:
        """Show a family at a glance."""
        if self.state.preview is None or self.state.preview.row.n != n:
            self._preview(n)

    def _preview(self, n: int | None) -> None:
        row = self._gateway.rows([n]).get(n) if n is not None else None
        self.state = replace(self.state, preview=self._gateway.preview(row) if row is not None else None)
        self._view.show_state(self.state)

    def open(self, n: int) -> None:
        """Open a family's page."""
        row = self._gateway.rows([n]).get(n)
        if row is not None:
            self._go("family", row.id.hex())

    def visit(self) -> None:
        """Begin a visit to the family shown."""
        if self.state.preview is not None:
            self._go("visit", self.state.preview.row.id.hex())

    def look_for(self, name: str) -> None:
        """Look whether somebody being entered may be there already."""
        self._runner.run(
            lambda _steps: self._gateway.known(name),
            self._view.show_known,
            failed=self._view.show_error,
            lane="query",
        )

    def open_known(self, case: str) -> None:
        """Leave the short form for the family that is there already."""
        self._view.close_form()
        self._go("family", case)

    def create(self, form: NewFamilyForm) -> None:
        """Create a family and open its page."""
        self._runner.run(lambda _steps: self._gateway.create(form), self._created, failed=self._view.show_error)

    def _created(self, result: tuple[RecordId, Changes]) -> None:
        case, changes = result
        self._view.close_form()
        self._tell(changes)
        self._go("family", case.hex())
