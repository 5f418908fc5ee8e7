"""What somebody may know of what is stored about them (Art. 15 DSGVO), and the slip to put it right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.casework.family import case_records
from kimdesk.casework.names import name_words
from kimdesk.casework.paper import Paper
from kimdesk.casework.papers.masking import Mask, hiding
from kimdesk.casework.papers.order import PrintOrder
from kimdesk.casework.papers.picking import Line, fields_picked, lines_of
from kimdesk.domain import law
from kimdesk.domain.access import HIDDEN, Rules, about, access_report, confided
from kimdesk.domain.capacity import is_adult, may_ask_for
from kimdesk.domain.declare import Record, Registry
from kimdesk.domain.disclosure import CaseRecords
from kimdesk.domain.names import words
from kimdesk.domain.records import Handout, Person
from kimdesk.domain.retention import DEFAULT_YEARS
from kimdesk.domain.views.access import AccessView, CorrectionView, GivenLine

_DIGITS: Final = re.compile(r"\D")


def picks(desk: Desk, case: RecordId, order: PrintOrder) -> frozenset[tuple[RecordId, str]]:
    """Return the confided texts about the person of which lines were picked."""
    records = case_records(desk, case)
    return fields_picked(confided_lines(desk, records, subject_of(order)), order.lines)


def confided_lines(desk: Desk, records: CaseRecords, person: RecordId) -> Iterator[Line]:
    """Yield every line of free text about a person as it is numbered, for whoever reads it through and picks."""
    registry = desk.services.registry
    for kind, record in about(person, _tuples(records), registry):
        names = [spec.name for spec in kind.form_fields() if confided(spec)]
        yield from lines_of((record,), names)


def subject_of(order: PrintOrder) -> RecordId:
    """Return whose data are asked about: the reader's, or the child's for whom the reader asks.

    Raises UserProblem document.not_for_them unless exactly one person reads.
    """
    if order.recipient.kind != "readers" or len(order.recipient.persons) != 1:
        raise UserProblem("document.not_for_them")
    return order.asked or next(iter(order.recipient.persons))


def asking(order: PrintOrder) -> PrintOrder:
    """Return an order that names whose data are asked about; raises UserProblem as `subject_of`."""
    return replace(order, asked=subject_of(order))


def access(paper: Paper, order: PrintOrder) -> AccessView:
    """Return everything about one person that this reader may know; others are blacked out."""
    desk, person = paper.desk, subject_of(order)
    found = paper.find(Person, person)
    readers = [each for each in paper.every(Person) if each.id in paper.recipient.persons]
    if not all(may_ask_for(each, found, desk.today) for each in readers):
        raise UserProblem("document.not_for_them")
    sections = access_report(
        person, _tuples(paper.records), desk.services.registry, desk.reference, _rules(paper, order, found)
    )
    return AccessView(
        **paper.common(),
        person=paper.name(found),
        sections=sections,
        given=tuple(_given(paper, found)),
        source=paper.text(paper.records.case, "referred_by") or "",
        authority=desk.profile.authority or law.citations(desk.profile.regime).authority,
        years=DEFAULT_YEARS,
    )


def correction(paper: Paper, order: PrintOrder) -> CorrectionView:
    """Return the slip, with a name on it where one person reads."""
    alone = order.recipient.kind == "readers" and len(order.recipient.persons) == 1
    return CorrectionView(**paper.common(), person=paper.name(paper.find(Person, subject_of(order))) if alone else "")


def _rules(paper: Paper, order: PrintOrder, person: Person) -> Rules:
    picked = _picked(paper, order, person.id)
    return Rules(
        allows=lambda record, spec: paper.gate.allows(record.id, spec.name),
        lines=lambda record, spec: picked.get((record.id, spec.name), ()),
        mask=_black(paper, person),
    )


def _picked(paper: Paper, order: PrintOrder, person: RecordId) -> Mapping[tuple[RecordId, str], tuple[str, ...]]:
    found: dict[tuple[RecordId, str], tuple[str, ...]] = {}
    for number, (record, name, line) in enumerate(confided_lines(paper.desk, paper.records, person)):
        if number in order.lines:
            found[record.id, name] = (*found.get((record.id, name), ()), line)
    return found


def _black(paper: Paper, person: Person) -> Mask:
    """Return what hides every name known but this person's own, and every long number but theirs."""
    registry = paper.desk.services.registry
    own = set(words(" ".join(_own_texts(registry, person))))
    told = (*_own_texts(registry, person), paper.records.case.case_number)
    numbers = frozenset(_DIGITS.sub("", text) for text in told)
    return hiding(name_words(paper.desk) - own, HIDDEN, keep=lambda number: _DIGITS.sub("", number) in numbers)


def _own_texts(registry: Registry, person: Person) -> list[str]:
    values = [getattr(person, spec.name) for spec in registry.of(Person).fields]
    return [value for value in values if isinstance(value, str)]


def _given(paper: Paper, person: Person) -> Iterator[GivenLine]:
    """Yield what was given to whom with this person's data; what names nobody counts where nobody else is grown up."""
    adults = {each.id for each in paper.records.persons() if is_adult(each, paper.desk.today)}
    alone = adults <= {person.id}
    for each in paper.every(Handout):
        if person.id in each.persons or (alone and not each.persons):
            what = paper.desk.reference.label("document_kind", each.document)
            yield GivenLine(date=each.date, what=what, recipient=each.recipient or paper.name(person))


def _tuples(records: CaseRecords) -> dict[str, tuple[Record, ...]]:
    return {name: tuple(each) for name, each in records.records.items()}
