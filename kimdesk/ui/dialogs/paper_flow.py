"""From a family's page to any of its papers: which one, what it says, then for whom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kimdesk.base.ids import from_hex
from kimdesk.casework.papers.order import UNWRITTEN, Wording
from kimdesk.ui.dialogs.papers import LETTER, PLAN, LetterDialog, PapersDialog
from kimdesk.ui.dialogs.print_flow import open_print
from kimdesk.ui.dialogs.print_state import PrintJob
from kimdesk.ui.shell.screen import Context


def ask_paper(parent: QWidget, context: Context, record: str, plan: Callable[[str], None]) -> PapersDialog:
    """Ask which paper of the case with this id (hex) is printed; `plan` shows the plan and prints it there."""
    dialog = PapersDialog(parent)

    def show(what: str, wording: Wording = UNWRITTEN) -> None:
        open_print(parent, context, PrintJob(what=what, case=from_hex(record), wording=wording))

    def chosen(what: str) -> None:
        if what == PLAN:
            plan(record)
        elif what == LETTER:
            letter = LetterDialog(parent)
            context.remember(letter, f"letter:{record}", letter.kept())
            letter.written.connect(lambda wording: show(LETTER, wording))
            letter.open()
        else:
            show(what)

    dialog.chosen.connect(chosen)
    dialog.open()
    return dialog
