"""The print list's doings: check every paper with the gate, print them in one go, take one off and put it back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from kimdesk.base.errors import KimError
from kimdesk.casework import family, print_list
from kimdesk.casework.print_list import Checked, Printed, Waiting
from kimdesk.domain.changes import Changes
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.print_list.state import PaperLine, PrintedLine, PrintListState
from kimdesk.ui.shell.family_rows import full_name

if TYPE_CHECKING:
    from kimdesk.ui.shell.screen import Context


class View(Protocol):
    """What the presenter needs of the screen."""

    def show_state(self, state: PrintListState) -> None:
        """Show the papers."""
        ...

    def ask_printer(self, pdfs: tuple[bytes, ...]) -> None:
        """Ask for a printer and print."""
        ...

    def say_printed(self, papers: int) -> None:
        """Say that the printer has them."""
        ...

    def say_removed(self) -> None:
        """Say that a paper was taken off, and offer to put it back."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class PrintListPresenter:
    """Reads the list anew after every step; papers are laid out only when somebody asks for it."""

    def __init__(self, context: Context, view: View) -> None:
        self._context, self._desk, self._view = context, context.desk, view
        self._state = PrintListState()
        self._checked: tuple[Checked, ...] = ()
        self._removed: Waiting | None = None

    @property
    def state(self) -> PrintListState:
        """What is shown now."""
        return self._state

    def opened(self) -> None:
        """Show what waits."""
        self._checked = ()
        self._context.runner.run(lambda _steps: self._read(), self._tell, failed=self._view.fail, lane="query")

    def refresh(self, changes: Changes) -> None:
        """What was checked may be different now."""
        if changes.cases and self._state.checked:
            self.opened()

    def _read(self) -> PrintListState:
        return PrintListState(
            lines=tuple(self._line(each) for each in print_list.waiting(self._desk)),
            printed=tuple(self._printed_line(each) for each in print_list.printed_lately(self._desk)),
        )

    def _printed_line(self, paper: Printed) -> PrintedLine:
        row = self._desk.query.case_row(paper.case)
        return PrintedLine(
            key=paper.key,
            family=row.label if row is not None else "",
            code=paper.document,
            date=paper.date,
            misdirected=paper.misdirected,
        )

    def _line(self, entry: Waiting) -> PaperLine:
        row = self._desk.query.case_row(entry.case)
        recipient = entry.order.recipient
        persons = family.persons(self._desk, entry.case) if recipient.persons else ()
        names = [full_name(each) for each in persons if each.id in recipient.persons]
        return PaperLine(
            key=entry.key,
            family=row.label if row is not None else "",
            code=entry.code,
            case_number=row.case_number if row is not None else "",
            readers=recipient.name or ", ".join(names),
            languages=entry.order.languages,
            added=entry.added,
        )

    # printing -------------------------------------------------------------

    def check(self) -> None:
        """Ask the gate for every paper and lay it out: names, case number, languages, pages are confirmed then."""
        self._tell(replace(self._state, busy=True))

        def checked(found: tuple[Checked, ...]) -> None:
            self._checked = found
            known = {each.waiting.key: each for each in found}
            lines = tuple(_with(line, known[line.key]) for line in self._state.lines if line.key in known)
            printable = any(each.prepared is not None for each in found)
            self._tell(PrintListState(lines=lines, printed=self._state.printed, checked=printable))

        self._context.runner.run(
            lambda _steps: print_list.prepare(self._desk, print_list.waiting(self._desk)),
            checked,
            failed=self._failed,
        )

    @property
    def papers(self) -> int:
        """How many papers would be printed."""
        return sum(each.prepared is not None for each in self._checked)

    def ask_printer(self) -> None:
        """Ask for a printer; what cannot be printed stays on the list."""
        pdfs = tuple(each.prepared.pdf.data for each in self._checked if each.prepared is not None)
        if pdfs:
            self._view.ask_printer(pdfs)

    def printed(self) -> None:
        """Keep what left; the list is empty but for what could not be printed."""
        left = self._checked

        def kept(_none: None) -> None:
            self._view.say_printed(sum(each.prepared is not None for each in left))
            self._context.tell(Changes(kinds=frozenset({"handout"})))
            self.opened()

        self._context.runner.run(lambda _steps: print_list.printed(self._desk, left), kept, failed=self._view.fail)

    def misdirect(self, key: str) -> None:
        """Note that a paper went to the wrong hands, and open the sheet that says whom to call."""

        def noted(answer: tuple[Changes, str]) -> None:
            changes, given = answer
            self._context.tell(changes)
            self.opened()
            self._context.incident("paper", given)

        self._context.runner.run(
            lambda _steps: print_list.misdirected(self._desk, key, language()), noted, failed=self._view.fail
        )

    # taking off -----------------------------------------------------------

    def remove(self, key: str) -> None:
        """Take a paper off; it can be put back."""
        self._removed = next((each for each in print_list.waiting(self._desk) if each.key == key), None)

        def gone(_none: None) -> None:
            self.opened()
            self._view.say_removed()

        self._context.runner.run(lambda _steps: print_list.remove(self._desk, key), gone, failed=self._view.fail)

    def put_back(self) -> None:
        """Put the paper back that was taken off last."""
        entry = self._removed
        if entry is not None:
            self._context.runner.run(
                lambda _steps: print_list.put_back(self._desk, entry),
                lambda _none: self.opened(),
                failed=self._view.fail,
            )

    def _failed(self, error: KimError) -> None:
        self._tell(replace(self._state, busy=False))
        self._view.fail(error)

    def _tell(self, state: PrintListState) -> None:
        self._state = state
        self._view.show_state(state)


def _with(line: PaperLine, checked: Checked) -> PaperLine:
    if checked.prepared is None:
        return replace(line, problem=checked.problem)
    return replace(line, names=checked.prepared.names, pages=checked.prepared.pdf.pages)
