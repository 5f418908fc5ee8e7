"""Letters: whom they go to, what stands in the window, and the two that need no more than that."""

from __future__ import annotations

from typing import Final, TypedDict

from kimdesk.base.errors import UserProblem
from kimdesk.casework.family import persons_in_order
from kimdesk.casework.paper import Paper
from kimdesk.casework.papers.order import PrintOrder
from kimdesk.casework.papers.visiting import appointment_line, upcoming_records
from kimdesk.domain.capacity import is_adult
from kimdesk.domain.names import fold
from kimdesk.domain.records import Appointment, Interpreter, Partner, Person
from kimdesk.domain.views.letters import InvitationView, LetterView

MOST_NAMES: Final = 2
"""Names in the window; more grown-ups are addressed as a family."""


class Addressed(TypedDict):
    """What the top of a letter needs (`domain/views/letters.py`)."""

    address: tuple[str, ...]
    sender: str
    greeted: tuple[str, ...]
    whole_family: bool


def letter(paper: Paper, order: PrintOrder) -> LetterView:
    """Return a letter in the case manager's own words, written for exactly these readers; document.no_text if empty."""
    wording = order.wording
    if not wording.subject.strip() or not wording.text.strip():
        raise UserProblem("document.no_text")
    return LetterView(
        **paper.common(),
        **addressed(paper),
        subject=wording.subject,
        words=wording.lines(wording.text),
        subject_translation=wording.subject_translation,
        words_translation=wording.lines(wording.translation),
    )


def invitation(paper: Paper, order: PrintOrder) -> InvitationView:
    """Return an invitation to the appointment asked for, to the next one, or to one whose day is still open."""
    planned = [each for each in upcoming_records(paper) if order.about in (None, each.id)]
    found = planned[0] if planned else None
    readers = _readers(paper)
    return InvitationView(
        **paper.common(),
        **addressed(paper),
        appointment=appointment_line(paper, found) if found is not None else None,
        form=found.form if found is not None else None,
        people=paper.names(found.persons) if found is not None else (),
        interpreter=interpreter_name(paper, found) if found is not None else "",
        interpreter_needed=any(paper.text(each, "interpreter_needed") == "yes" for each in readers),
    )


def addressed(paper: Paper) -> Addressed:
    """Return window, sender and greeting of a letter to those who read it."""
    sender = paper.desk.profile.address
    if paper.recipient.kind == "body":
        return {"address": _body(paper), "sender": sender, "greeted": (), "whole_family": False}
    readers = _readers(paper)
    names = tuple(name for each in readers if (name := paper.name(each)))
    many = len(names) > MOST_NAMES
    window = (f"Familie {paper.family_name()}",) if many else names
    return {
        "address": (*window, *_lines(_home(paper, readers))),
        "sender": sender,
        "greeted": () if many else names,
        "whole_family": many,
    }


def interpreter_name(paper: Paper, appointment: Appointment) -> str:
    """Return who interprets at an appointment, if that may be said."""
    known = appointment.interpreter is not None and paper.gate.allows(appointment.id, "interpreter")
    found = paper.desk.query.get(Interpreter, appointment.interpreter) if appointment.interpreter and known else None
    return found.name if found is not None else ""


def _readers(paper: Paper) -> tuple[Person, ...]:
    """Return the grown-ups a letter to a family goes to; for the own record those of the household."""
    persons = persons_in_order(paper.records.persons())
    if paper.recipient.kind == "readers":
        chosen = [each for each in persons if each.id in paper.recipient.persons]
    else:
        chosen = [each for each in persons if each.in_household != "no" and each.died_on is None]
    adults = [each for each in chosen if is_adult(each, paper.desk.today)]
    return tuple(adults or chosen)


def _home(paper: Paper, readers: tuple[Person, ...]) -> str:
    """Return where all these readers live; nothing where one of them must not learn it of another."""
    homes = {" ".join((each.address or "").split()) for each in readers}
    shared = len(homes) == 1 and all(each.protected_address != "yes" for each in readers)
    alone = len(readers) == 1 and paper.gate.allows(readers[0].id, "address")
    return homes.pop() if homes and (shared or alone) else ""


def _body(paper: Paper) -> tuple[str, ...]:
    """Return a body's name with its address, if the directory knows it."""
    name = paper.recipient.name
    known = [each for each in paper.desk.query.every(Partner) if fold(each.name) == fold(name) and each.address]
    return (name, *_lines(known[0].address or "")) if known else (name,)


def _lines(address: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in address.replace("\n", ",").split(",") if part.strip())
