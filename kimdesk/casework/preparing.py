"""Before a visit, on the worker's own screen: what the printed briefing says, and the notes written last."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from kimdesk.base.ids import RecordId
from kimdesk.casework import family, interpreters
from kimdesk.casework.desk import Desk
from kimdesk.casework.paper import Paper, records_of
from kimdesk.casework.papers import visiting
from kimdesk.casework.papers.order import PrintOrder
from kimdesk.domain.disclosure import Request, disclose
from kimdesk.domain.records import Contact, Interpreter, Person
from kimdesk.domain.views.papers import BriefingView

LAST_NOTES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class LastNote:
    """One of the last notes; own assessments and talks held alone are none of what lies open before a visit."""

    date: dt.date
    form: str
    minutes: int | None
    family_says: str
    observation: str
    seen: str
    corrections: tuple[LastNote, ...] = ()

    def __repr__(self) -> str:
        """Never show what was said."""
        return "<LastNote>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """Everything one wants to know before a visit."""

    label: str
    briefing: BriefingView
    notes: tuple[LastNote, ...]
    interpreters: tuple[Interpreter, ...]

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<Preparation>"


def prepare(desk: Desk, case: RecordId) -> Preparation:
    """Read what a briefing says and more; nothing leaves. Raises UserProblem(record.missing)."""
    records = records_of(desk, case, drafts=False)
    order = PrintOrder()
    request = Request(recipient=order.recipient, purpose=order.purpose, exit="screen", day=desk.today)
    paper = Paper(desk, records, disclose(request, records, desk.services.registry), order.recipient)
    row = desk.query.case_row(case)
    return Preparation(
        label=row.label if row is not None else "",
        briefing=visiting.briefing(paper, order),
        notes=_last_notes(desk, case),
        interpreters=_speaking(desk, desk.query.of_case(Person, case)),
    )


def _last_notes(desk: Desk, case: RecordId) -> tuple[LastNote, ...]:
    """Return the last notes, newest first, each with what was corrected later."""
    found = [each for each in desk.query.of_case(Contact, case) if not each.discuss_only_with]
    talks = [each for each in reversed(found) if each.corrects is None][:LAST_NOTES]
    return tuple(replace(_note(talk), corrections=_corrections(talk, found)) for talk in talks)


def _corrections(talk: Contact, contacts: list[Contact]) -> tuple[LastNote, ...]:
    """Return what was corrected of a note; one in which nothing to be read here was written is left out."""
    notes = [_note(each) for each in contacts if each.corrects == talk.id]
    return tuple(each for each in notes if each.family_says or each.observation or each.seen)


def _note(contact: Contact) -> LastNote:
    return LastNote(
        date=contact.date,
        form=contact.form or "",
        minutes=contact.minutes,
        family_says=contact.family_says or "",
        observation=contact.observation or "",
        seen=contact.seen or "",
    )


def _speaking(desk: Desk, persons: tuple[Person, ...]) -> tuple[Interpreter, ...]:
    """Return who of the directory speaks a language of those who need an interpreter."""
    wanted = {
        code for each in family.persons_in_order(persons) if each.interpreter_needed == "yes" for code in each.languages
    }
    return tuple(each for each in interpreters.choices(desk) if each.languages & wanted)
