"""What somebody chooses before a paper is printed: the bodies that may read it, and lines of what is confided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.casework.family import case_records
from kimdesk.casework.papers import ending, knowing, linking, visiting
from kimdesk.casework.papers.order import PrintOrder
from kimdesk.casework.papers.picking import corrections_of, lines_of, said_at
from kimdesk.domain.disclosure import CaseRecords
from kimdesk.domain.records import (
    CaseConference,
    Closing,
    ConferenceParticipant,
    Contact,
    Partner,
    Referral,
)

Lines = Callable[[Desk, RecordId, PrintOrder], Iterable[str]]


def lines(desk: Desk, what: str, case: RecordId, order: PrintOrder) -> tuple[str, ...]:
    """Return the lines of a paper that leave only when picked, in the order of their numbers."""
    return tuple(LINES[what](desk, case, order)) if what in LINES else ()


def bodies(desk: Desk, what: str, case: RecordId, record: RecordId | None) -> tuple[tuple[str, str], ...]:
    """Return the bodies a paper is written to, each with the purpose it would receive it for."""
    if what not in {"referral", "conference", "minutes"}:
        return ()
    found = _referred(desk, case, record) if what == "referral" else _invited(desk, case, record)
    purpose = "support" if what == "referral" else "case_conference"
    return tuple((name, purpose) for name in dict.fromkeys(found) if name)


def _referred(desk: Desk, case: RecordId, record: RecordId | None) -> Iterator[str]:
    for each in desk.page.of_case(Referral, case):
        if record in (None, each.id):
            yield _name(desk, each.partner, each.partner_name)


def _invited(desk: Desk, case: RecordId, record: RecordId | None) -> Iterator[str]:
    conference = linking.newest_conference(desk.page.of_case(CaseConference, case), PrintOrder(about=record))
    for each in desk.page.of_case(ConferenceParticipant, case):
        if conference is not None and each.case_conference == conference.id and each.person is None:
            yield _name(desk, each.partner, each.name)


def _name(desk: Desk, partner: RecordId | None, name: str | None) -> str:
    found = desk.page.get(Partner, partner) if partner is not None else None
    return found.name if found is not None else name or ""


def _minutes(desk: Desk, case: RecordId, order: PrintOrder) -> Iterator[str]:
    found = linking.newest_conference(desk.page.of_case(CaseConference, case), order)
    yield from (line for _, _, line in lines_of((found,), ("minutes",))) if found is not None else ()


def _closing(desk: Desk, case: RecordId, order: PrintOrder) -> Iterator[str]:
    found = ending.newest_closing(desk.page.of_case(Closing, case), order)
    yield from (line for _, _, line in lines_of((found,), ending.WORDS)) if found is not None else ()


def _aftercare(desk: Desk, case: RecordId, order: PrintOrder) -> Iterator[str]:
    found = ending.talk_after(desk.page.of_case(Contact, case), _records(desk, case).case, order)
    yield from (line for _, _, line in lines_of((found,), ("family_says",))) if found is not None else ()


def _briefing(desk: Desk, case: RecordId, _order: PrintOrder) -> Iterator[str]:
    contacts = desk.page.of_case(Contact, case)
    last = visiting.last_talk(contacts)
    return talk_lines(last, contacts) if last is not None else iter(())


def talk_lines(talk: Contact, contacts: Iterable[Contact]) -> Iterator[str]:
    """Yield the lines of a talk as they are picked; those of a correction say of which day it is."""
    days = {each.id: f"{each.date:%d.%m.%Y}: " for each in corrections_of(talk, contacts)}
    for note, _, line in said_at(talk, contacts):
        yield f"{days.get(note.id, '')}{line}"


def _access(desk: Desk, case: RecordId, order: PrintOrder) -> Iterator[str]:
    if len(order.recipient.persons) == 1:
        lines = knowing.confided_lines(desk, _records(desk, case), knowing.subject_of(order))
        yield from (line for _, _, line in lines)


def _records(desk: Desk, case: RecordId) -> CaseRecords:
    return case_records(desk, case)


LINES: Final[Mapping[str, Lines]] = MappingProxyType(
    {"briefing": _briefing, "minutes": _minutes, "closing": _closing, "aftercare": _aftercare, "access": _access}
)
