"""What was given to whom: one record for each paper that left."""

from __future__ import annotations

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework.desk import Desk
from kimdesk.casework.family import persons_in_order
from kimdesk.casework.paper import Paper
from kimdesk.casework.papers.order import PrintOrder
from kimdesk.documents.api import Pdf
from kimdesk.domain.changes import Changes, Create
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Person
from kimdesk.domain.values import Value


def handout(paper: Paper, code: str, order: PrintOrder, pdf: Pdf) -> dict[str, Value] | None:
    """Return the record of a paper that leaves, without the way it goes; None for the own record, which nobody gets.

    None for child protection too: what left stands on its own page alone.
    """
    recipient, desk, case = order.recipient, paper.desk, paper.records.case.id
    if recipient.kind == "own" or order.protection is not None:
        return None
    persons = [each for each in desk.query.of_case(Person, case) if each.id in recipient.persons]
    names = [" ".join(filter(None, (one.given_name, one.family_name))) for one in persons_in_order(tuple(persons))]
    return {
        "case": case,
        "date": desk.today,
        "document": Code(code),
        "recipient": recipient.name or ", ".join(names)[:200],
        "persons": recipient.persons or _covered(paper),
        "purpose": Code(order.purpose),
        "languages": frozenset(Code(each) for each in order.languages if each in desk.reference["language"]),
        "pages": pdf.pages,
        "sha256": pdf.sha256,
    }


def _covered(paper: Paper) -> frozenset[RecordId]:
    """Return whose consents cover what a body receives."""
    used = {one for each in paper.gate.released for one in each.consents}
    return frozenset(each.person for each in paper.records.consents() if each.id in used)


def record(desk: Desk, values: dict[str, Value], way: str) -> Changes:
    """Keep that a paper left and how; not undone, because it has happened."""
    return desk.apply(Create("handout", new_id(desk.clock), {**values, "way": Code(way)}), undoable=False)
