"""`figures` and `deadlines`: what is counted and what is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kimdesk.base.errors import Lang, UserProblem
from kimdesk.casework import figures as counted
from kimdesk.cli.call import Call
from kimdesk.cli.periods import add_period, in_words, period_of
from kimdesk.cli.verbs import Branch, leaves, vault
from kimdesk.domain.figures import FIGURES, Table
from kimdesk.domain.wire import figure_record

_NAMES = {figure.number: figure for figure in FIGURES}


def add(branch: Branch) -> None:
    """Add the verbs."""
    parser = leaves(vault(branch.verb("figures", figures, "Zahlen eines Zeitraums", "figures of a period")))
    add_period(parser)
    parser.add_argument("--csv", metavar="F")
    parser.add_argument("--xlsx", metavar="F")
    here = branch.group("deadlines", "Fristen", "deadlines")
    here.later("list", "Fristen auflisten", "list deadlines")
    here.later("compute", "eine Frist mit Rechenweg", "a deadline with its steps")


def figures(call: Call) -> None:
    """Show every figure as counted, for the desk's own eyes."""
    for option in ("csv", "xlsx"):
        if getattr(call.args, option):
            raise UserProblem("usage.not_yet", verb=f"figures --{option}")
    with call.desk() as desk:
        period = period_of(call.args, desk.today)
        tables = counted.tables(desk, period)
    lines = [in_words(period), *table_lines(tables, call.lang)]
    call.answer([figure_record(table, period) for table in tables], lines)


def table_lines(tables: Iterable[Table], lang: Lang) -> Iterator[str]:
    """Yield tables as people read them."""
    for table in tables:
        figure = _NAMES[table.number]
        yield f"{table.number} {figure.de if lang == 'de' else figure.en}"
        yield from (f"  {count:5}  {name}" for name, count in table.cells)
