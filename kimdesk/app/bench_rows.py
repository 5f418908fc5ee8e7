"""Rows of the benchmark that need no window: questions to the database, typing, the plan as PDF."""

from __future__ import annotations

import datetime as dt
import gc
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import families, plans
from kimdesk.casework.desk import Desk
from kimdesk.casework.editing import keep
from kimdesk.casework.printing import PrintOrder, prepare_plan
from kimdesk.domain.changes import Change, Create
from kimdesk.domain.values import Value
from kimdesk.domain.views.drafts import Draft
from kimdesk.store.trace import Statement, traced

ROUNDS = 60
QUESTION_RATIO = 1.5
LIST_MS, DRAFT_MS, PDF_MS = 100.0, 1000.0, 100.0
PAGE = 128
GOALS = 14

Work = Callable[[], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One row: our median and 95th percentile in ms, and the ratio to the same work without us."""

    row: str
    median_ms: float
    p95_ms: float
    ratio: float | None = None
    ratio_limit: float | None = None
    informative_ms: float | None = None
    note: str = ""

    def too_slow(self) -> bool:
        """Tell whether the ratio, the only gate, is beyond its limit."""
        return self.ratio is not None and self.ratio_limit is not None and self.ratio > self.ratio_limit

    def line(self) -> str:
        """Return the row for people."""
        gate = f"× {self.ratio:.2f} (≤ {self.ratio_limit})" if self.ratio is not None else ""
        informative = f"(≤ {self.informative_ms:g})" if self.informative_ms else ""
        parts = (f"{self.row:12}", f"{gate:16}", f"median {self.median_ms:8.2f} ms", f"p95 {self.p95_ms:8.2f} ms")
        return "  ".join((*parts, informative, self.note)).rstrip()

    def told(self) -> dict[str, Any]:
        """Return the row for scripts."""
        names = ("row", "median_ms", "p95_ms", "ratio", "ratio_limit", "informative_ms", "note")
        return {name: getattr(self, name) for name in names}


def seconds(work: Work) -> float:
    """Return how long a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def times(work: Work, rounds: int) -> list[float]:
    """Return the times of repeated work, the first rounds left out as warming up."""
    gc.collect()
    return [seconds(work) for _ in range(rounds + 3)][3:]


def p95(found: list[float]) -> float:
    """Return the 95th percentile."""
    return sorted(found)[max(0, round(0.95 * len(found)) - 1)]


# questions ----------------------------------------------------------------


def question_rows(desk: Desk) -> Iterator[Measured]:
    """Yield list, filter, count and search, each against its own statements on a raw cursor of the same file."""
    labels = [row.label for row in families.rows(desk, families.order(desk)[:PAGE]).values()]
    words = sorted({label[:4] for label in labels if len(label) >= 4})[:10]
    questions: dict[str, Work] = {
        "list": lambda: desk.query.case_rows(desk.query.case_order(active_only=False)[:PAGE]),
        "filter": lambda: [desk.query.case_hits(word) for word in words],
        "count": desk.query.case_counts,
        "search": lambda: [desk.query.search(word, limit=20) for word in words],
    }
    for name, ask in questions.items():
        yield _question(desk, name, ask, per=len(words) if name in {"filter", "search"} else 1)


def _question(desk: Desk, name: str, ask: Work, *, per: int) -> Measured:
    with traced(desk.query) as statements:
        ask()
    connection = desk.vault.connect("query")
    try:
        ours, bare = _side_by_side(ask, lambda: _replay(connection, statements))
    finally:
        connection.close()
    return Measured(
        row=name,
        median_ms=1000 * statistics.median(ours) / per,
        p95_ms=1000 * p95(ours) / per,
        ratio=statistics.median(ours) / statistics.median(bare),
        ratio_limit=QUESTION_RATIO,
        informative_ms=LIST_MS,
        note=f"{len(statements) // per} statements",
    )


def _side_by_side(ours: Work, bare: Work) -> tuple[list[float], list[float]]:
    """Return the times of both, taken in turn so that a busy machine is fair to both."""
    gc.collect()
    pairs = [(seconds(ours), seconds(bare)) for _ in range(ROUNDS + 5)][5:]
    return [one for one, _ in pairs], [other for _, other in pairs]


def _replay(connection: Any, statements: list[Statement]) -> None:
    for statement in statements:
        connection.execute(statement.sql, statement.parameters).fetchall()


# typing -------------------------------------------------------------------


def draft_row(desk: Desk) -> Measured:
    """Measure from a keystroke until its text is durable."""
    case = _first_case(desk)
    text = "Die Familie sucht eine größere Wohnung in der Nähe der Schule. " * 8
    typed = iter(range(1, len(text)))

    def stroke() -> None:
        keep(desk, Draft(kind="case", record=case, field="wish", text=text[: next(typed)]))

    found = times(stroke, 200)
    desk.store.drop_drafts(case)
    return Measured(
        row="draft",
        median_ms=1000 * statistics.median(found),
        p95_ms=1000 * p95(found),
        informative_ms=DRAFT_MS,
        note="keystroke to durable draft, without the window's pause of at most a second",
    )


def _first_case(desk: Desk) -> RecordId:
    numbers = families.order(desk, active_only=False)[:1]
    return families.rows(desk, numbers)[numbers[0]].id


# the plan -----------------------------------------------------------------


def plan_row(desk: Desk) -> Measured:
    """Measure the full plan in two languages, fonts warm."""
    plan = _long_plan(desk)
    order = PrintOrder(languages=("de", "bg"), edition="full")
    pages = prepare_plan(desk, plan, order).pdf.pages
    found = times(lambda: prepare_plan(desk, plan, order), 15)
    return Measured(
        row="plan PDF",
        median_ms=1000 * statistics.median(found),
        p95_ms=1000 * p95(found),
        informative_ms=PDF_MS,
        note=f"{pages} pages, German and Bulgarian; the floor is in tests/benchmarks",
    )


def _long_plan(desk: Desk) -> RecordId:
    """Make a plan of six pages or one more, as the layout closes up."""
    families.create_family(desk, families.NewFamily(family_name="Dimitrova", given_name="Elena"))
    case = families.search(desk, "Dimitrova Elena", limit=1)[0].case
    plan = plans.start(desk, case)
    changes = [change for number in range(1, GOALS + 1) for change in _goal(desk, case, plan, number)]
    desk.apply(*changes, undoable=False)
    return plan


def _goal(desk: Desk, case: RecordId, plan: RecordId, number: int) -> Iterator[Change]:
    goal = new_id(desk.clock)
    yield Create(
        "goal",
        goal,
        {
            "plan": plan,
            "position": number,
            "domain": "housing",
            "wording": f"Ziel {number}: Die Familie hat eine Wohnung mit drei Zimmern in der Nähe der Schule.",
            "wording_translation": f"Цел {number}: Семейството има жилище с три стаи близо до училището.",
            "indicator": "Der Mietvertrag ist unterschrieben.",
            "due": desk.today + dt.timedelta(days=90),
        },
    )
    for step in range(1, 4):
        text = f"Schritt {step}: gemeinsam den Antrag auf einen Wohnberechtigungsschein ausfüllen und abgeben"
        values: dict[str, Value] = {
            "case": case,
            "goal": goal,
            "position": step,
            "text": text,
            "text_translation": f"Стъпка {step}: попълваме и подаваме заедно заявлението за жилище",
            "who": frozenset({"family", "case_manager"}),
            "until": desk.today + dt.timedelta(days=7 * step),
            "state": "open",
        }
        yield Create("measure", new_id(desk.clock), values)
