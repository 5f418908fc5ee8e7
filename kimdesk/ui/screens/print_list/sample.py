"""The print list for the gallery."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kimdesk.base.errors import UserProblem
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.print_list.state import PaperLine, PrintListState
from kimdesk.ui.screens.print_list.view import PrintListView
from kimdesk.ui.shell.screen import Context, Screen

LINES = (
    PaperLine(
        key="1",
        family="Dimitrov",
        code="support_plan",
        case_number="KD-2026-0017",
        readers="Elena Dimitrova",
        languages=("de", "bg"),
        added=dt.date(2026, 11, 22),
        names=("Elena Dimitrova", "Georgi Dimitrov"),
        pages=2,
    ),
    PaperLine(
        key="2",
        family="Al-Hashimi",
        code="fridge_sheet",
        case_number="KD-2026-0021",
        readers="Noor Al-Hashimi",
        languages=("de", "ar"),
        added=dt.date(2026, 11, 20),
        names=("Noor Al-Hashimi",),
        pages=1,
    ),
    PaperLine(
        key="3",
        family="Yıldız",
        code="visit_summary",
        case_number="KD-2026-0008",
        readers="",
        languages=("de",),
        added=dt.date(2026, 11, 20),
        problem=UserProblem("record.missing", kind="Kontakt"),
    ),
)


def make(context: Context, state: str) -> Screen:
    """Return the list as it waits, checked before printing, or empty."""
    view = PrintListView(context.desk.reference, language())
    lines: tuple[PaperLine, ...] = LINES if state else ()
    if state == "waiting":
        lines = tuple(replace(each, names=(), pages=0, problem=None) for each in LINES)
    view.show_state(PrintListState(lines=lines, checked=state == "checked"))
    return Screen("print_list", view)
