"""The print list for the gallery."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kimdesk.base.errors import UserProblem
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.print_list.state import PaperLine, PrintedLine, PrintListState
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


PRINTED = (
    PrintedLine(key="4", family="Dimitrov", code="visit_summary", date=dt.date(2026, 11, 23)),
    PrintedLine(key="5", family="Yıldız", code="letter", date=dt.date(2026, 11, 20), misdirected=True),
)


def make(context: Context, state: str) -> Screen:
    """Return the list as it waits, checked before printing, after that, or empty."""
    view = PrintListView(context.desk.reference, language())
    lines: tuple[PaperLine, ...] = LINES if state in ("waiting", "checked") else ()
    if state == "waiting":
        lines = tuple(replace(each, names=(), pages=0, problem=None) for each in LINES)
    printed = PRINTED if state in ("waiting", "printed") else ()
    view.show_state(PrintListState(lines=lines, printed=printed, checked=state == "checked"))
    return Screen("print_list", view)
