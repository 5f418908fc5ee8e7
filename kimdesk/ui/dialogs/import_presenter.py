"""Taking over a caseload, step by step: file, columns, preview. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from kimdesk.base.errors import Cancelled, KimError
from kimdesk.base.progress import Progress
from kimdesk.casework import caseload_import as taking
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Changes
from kimdesk.domain.views.imports import ImportPreview, ImportRow
from kimdesk.domain.views.sheets import Sheet
from kimdesk.ui.dialogs.import_state import ColumnChoice, ImportState, Step
from kimdesk.ui.tasks import Job, Runner

EXAMPLES = 3
HEADINGS = 15
_BEFORE: dict[Step, Step] = {"columns": "file", "preview": "columns"}


class View(Protocol):
    """What the presenter needs of the dialog."""

    def show_state(self, state: ImportState) -> None:
        """Show a moment."""
        ...

    def show_rows(self, places: Sequence[int]) -> None:
        """Show these rows of the preview."""
        ...

    def rows_changed(self) -> None:
        """Show the rows again: one was chosen or left out."""
        ...


class ImportPresenter:
    """Turns a file into a preview and the chosen rows into families; `tell` broadcasts the write."""

    def __init__(self, desk: Desk, runner: Runner, view: View, *, tell: Callable[[Changes], None]) -> None:
        self._desk = desk
        self._runner = runner
        self._view = view
        self._tell = tell
        self._job: Job | None = None
        self._sheets: tuple[Sheet, ...] = ()
        self._preview = ImportPreview()
        self._rows: dict[int, ImportRow] = {}
        self._chosen: frozenset[int] = frozenset()
        self.state = ImportState()

    def _show(self, **changed: object) -> None:
        self.state = replace(self.state, **changed)  # type: ignore[arg-type]
        self._view.show_state(self.state)

    def _failed(self, error: KimError) -> None:
        self._show(busy="", problem=error)

    def _moved(self, done: int, total: int) -> None:
        self._show(share=done / max(total, 1))

    # file -----------------------------------------------------------------

    def load(self, path: Path) -> None:
        """Read a file that was chosen or dropped."""
        if self.state.busy:
            return
        self._show(busy="reading", share=0.0, problem=None, file=path.name)
        self._job = self._runner.run(
            lambda steps: taking.read_table(path, steps),
            self.show_tables,
            failed=self._failed,
            progress=self._moved,
            lane="side",
        )

    def show_tables(self, sheets: tuple[Sheet, ...]) -> None:
        """Show the tables of a file that was read, the one that looks most like a list of people first."""
        self._sheets = sheets
        self.state = replace(self.state, busy="", step="columns", tables=tuple(sheet.name for sheet in sheets))
        self.choose_table(max(range(len(sheets)), key=lambda at: (taking.heading_row(sheets[at]) >= 0, -at)))

    # columns --------------------------------------------------------------

    @property
    def _sheet(self) -> Sheet:
        return self._sheets[self.state.table]

    def choose_table(self, number: int) -> None:
        """Take another table of the file."""
        self.state = replace(self.state, table=number, more=self._sheets[number].more)
        rows = self._sheet.rows[:HEADINGS]
        headings = tuple((at, " · ".join(cell for cell in row if cell)) for at, row in enumerate(rows) if any(row))
        self.state = replace(self.state, headings=headings)
        self.choose_heading(taking.heading_row(self._sheet))

    def choose_heading(self, row: int) -> None:
        """Say which row holds the headings; the columns are guessed anew."""
        sheet = self._sheet
        keys = taking.guess(sheet, row)
        columns = tuple(
            ColumnChoice(heading=sheet.cell(row, at) if row >= 0 else "", examples=self._examples(row, at), key=key)
            for at, key in enumerate(keys)
        )
        self._show(heading=row, columns=columns, problem=None)

    def _examples(self, heading: int, column: int) -> tuple[str, ...]:
        cells = (self._sheet.cell(row, column) for row in range(heading + 1, len(self._sheet.rows)))
        found: list[str] = []
        for cell in cells:
            if cell and cell not in found:
                found.append(cell[:80])
            if len(found) == EXAMPLES:
                break
        return tuple(found)

    def choose_column(self, number: int, key: str) -> None:
        """Say what a column becomes."""
        columns = list(self.state.columns)
        columns[number] = replace(columns[number], key=key)
        self._show(columns=tuple(columns), problem=None)

    # preview --------------------------------------------------------------

    def go_on(self) -> None:
        """Take the next step: from the columns to the preview, from there to writing."""
        if not self.state.may_go_on:
            return
        if self.state.step == "columns":
            self._judge()
        else:
            self._take()

    def back(self) -> None:
        """Go one step back; what was chosen there is still chosen."""
        if not self.state.busy and self.state.step in _BEFORE:
            self._show(step=_BEFORE[self.state.step], problem=None, stopped=False)

    def _judge(self) -> None:
        sheet, heading = self._sheet, self.state.heading
        mapped = tuple(column.key for column in self.state.columns)
        self._show(busy="judging", share=0.0, problem=None)
        self._job = self._runner.run(
            lambda steps: taking.preview(self._desk, sheet, heading, mapped, steps),
            self._judged,
            failed=self._failed,
            progress=self._moved,
            lane="query",
        )

    def _judged(self, preview: ImportPreview) -> None:
        self._preview = preview
        self._rows = {row.place: row for row in preview.rows}
        self._chosen = preview.wanted()
        self.state = replace(
            self.state,
            busy="",
            step="preview",
            rows=len(preview.rows),
            doubtful=sum(row.doubtful for row in preview.rows),
            impossible=sum(row.impossible for row in preview.rows),
            only_hints=False,
            stopped=False,
        )
        self._list()
        self._count()

    def _list(self) -> None:
        shown = (row for row in self._preview.rows if row.hints or not self.state.only_hints)
        self._view.show_rows([row.place for row in shown])

    def _count(self) -> None:
        self._show(chosen=len(self._chosen), families=self._preview.families(self._chosen))

    def rows(self, places: Sequence[int]) -> list[tuple[ImportRow, bool]]:
        """Return rows by their places, and whether each is taken."""
        return [(self._rows[place], place in self._chosen) for place in places]

    def show_hints(self, *, only: bool) -> None:
        """Show all rows, or those alone there is something to know about."""
        self.state = replace(self.state, only_hints=only)
        self._list()
        self._show()

    def toggle(self, place: int) -> None:
        """Take a row or leave it out; a row without a name cannot be taken."""
        row = self._rows.get(place)
        if self.state.busy or row is None or row.impossible:
            return
        self._chosen ^= {place}
        self._view.rows_changed()
        self._count()

    # taking ---------------------------------------------------------------

    def _take(self) -> None:
        shown, chosen = self._preview, self._chosen
        self._show(busy="taking", share=0.0, problem=None, stopped=False)
        self._job = self._runner.run(
            lambda steps: self._taken(shown, chosen, steps), self._done, failed=self._failed, progress=self._moved
        )

    def _taken(self, shown: ImportPreview, chosen: frozenset[int], steps: Progress) -> Changes | None:
        """Write; None where it was stopped in time, so that nobody is told so after it was written."""
        try:
            return taking.take(self._desk, shown, chosen, steps)
        except Cancelled:
            return None

    def _done(self, changes: Changes | None) -> None:
        if changes is None:
            self._show(busy="", stopped=True)
            return
        self._show(busy="", step="done")
        self._tell(changes)

    def stop(self) -> None:
        """Ask what is running to stop; reading and judging are simply left."""
        if self._job is None or not self.state.busy:
            return
        if self.state.busy == "taking":
            self._job.stop.request()
        else:
            self._job.cancel()
            self._show(busy="")
