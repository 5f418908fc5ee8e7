"""Papers as their readers find them: printed, then read back as text; and what to put into a family first."""

from __future__ import annotations

import io
from collections.abc import Iterable

from pypdf import PdfReader

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import plans, printing
from kimdesk.casework.desk import Desk
from kimdesk.casework.printing import PrintOrder
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.disclosure import Recipient

SECRET = "Er hat sie geschlagen"


def words_of(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages).replace("\u2011", "-")


def printed(desk: Desk, case: RecordId, document: str, order: PrintOrder | None = None) -> str:
    return words_of(printing.prepare_paper(desk, case, document, order or PrintOrder()).pdf.data)


def step(desk: Desk, goal: RecordId, text: str, who: Iterable[str] = ("family",)) -> RecordId:
    made = plans.add_measure(desk, goal)
    desk.apply(Set("measure", made, "text", text), Set("measure", made, "who", frozenset(map(Code, who))))
    return made


def goal_of(desk: Desk, plan: RecordId, domain: str, wording: str) -> RecordId:
    goal = plans.add_goal(desk, plan, domain=Code(domain))
    desk.apply(Set("goal", goal, "wording", wording))
    return goal


def talk_on(desk: Desk, case: RecordId) -> RecordId:
    talk = new_id(desk.clock)
    desk.apply(Create("contact", talk, {"case": case, "date": desk.today}))
    return talk


def reader(*persons: RecordId) -> Recipient:
    return Recipient(kind="readers", persons=frozenset(persons))


def add(desk: Desk, kind: str, **values: object) -> RecordId:
    """Keep a record and return its id; words stand for codes where the field takes codes."""
    made = new_id(desk.clock)
    desk.apply(Create(kind, made, values))  # type: ignore[arg-type]
    return made
