"""Der Familie zeigen: one person sees plan and appointments on the screen, in her language, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, from_hex, new_id
from kimdesk.casework import plans
from kimdesk.casework.desk import Desk
from kimdesk.casework.paper import Paper, records_of
from kimdesk.casework.papers.visiting import upcoming
from kimdesk.documents.api import turned_plan
from kimdesk.domain.changes import Create
from kimdesk.domain.declare import Code
from kimdesk.domain.disclosure import Recipient, Request, disclose
from kimdesk.domain.records import Person
from kimdesk.domain.values import Value
from kimdesk.domain.views.turned import TurnedPlan

DOCUMENTS: Final = ("plan", "fridge", "aloud")
"""A language needs the words of all these documents."""
GERMAN: Final = "de"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """To whom the screen is turned, in which language, and the visit (a contact) it is turned back to."""

    case: RecordId
    person: RecordId
    language: str
    visit: RecordId | None = None

    def text(self) -> str:
        """Write it as one word."""
        visit = self.visit.hex() if self.visit is not None else ""
        return f"{self.case.hex()}.{self.person.hex()}.{self.language}.{visit}"

    @classmethod
    def parse(cls, text: str) -> Turn:
        """Read it back; raises ValueError."""
        case, person, language, visit = text.split(".")
        return cls(
            case=from_hex(case),
            person=from_hex(person),
            language=language,
            visit=from_hex(visit) if visit else None,
        )


def languages(desk: Desk) -> tuple[str, ...]:
    """Return the languages the screen can speak, German first."""
    known = [set(desk.phrasebook.languages_for(each)) for each in DOCUMENTS]
    every = sorted(set.intersection(*known))
    return (GERMAN, *(each for each in every if each != GERMAN))


def language_of(desk: Desk, person: Person) -> str:
    """Return what she reads, else speaks, as far as the screen can speak it; else German."""
    known = languages(desk)
    for codes in (person.reads, person.languages):
        for code in sorted(codes or ()):
            if code in known and code != GERMAN:
                return str(code)
    return GERMAN


def shown(desk: Desk, turn: Turn) -> TurnedPlan:
    """Return what she may see; raises UserProblem(record.missing)."""
    recipient = _reader(turn)
    records = records_of(desk, turn.case, drafts=False)
    request = Request(recipient=recipient, purpose="family_copy", exit="screen", day=desk.today)
    paper = Paper(desk, records, disclose(request, records, desk.services.registry), recipient)
    page = plans.current(desk, turn.case)
    plan = paper.plan(page.plan.id, (turn.language,)) if page is not None and paper.gate.shows(page.plan.id) else None
    return turned_plan(
        paper.name(paper.find(Person, turn.person)),
        plan,
        upcoming(paper),
        language=turn.language,
        book=desk.phrasebook,
        phone=desk.profile.phone,
    )


def turn(desk: Desk, wanted: Turn) -> TurnedPlan:
    """Turn the screen to her: an act that is kept among what was handed out, not undone."""
    seen = shown(desk, wanted)
    person = desk.query.get(Person, wanted.person)
    if person is None:
        raise UserProblem("record.missing", kind=desk.services.registry["person"].de)
    page = plans.current(desk, wanted.case)
    values: dict[str, Value] = {
        "case": wanted.case,
        "date": desk.today,
        "document": Code("support_plan"),
        "recipient": seen.name[:200],
        "persons": frozenset({wanted.person}),
        "purpose": Code("family_copy"),
        "way": Code("shown"),
        "languages": frozenset({Code(wanted.language)} if wanted.language in desk.reference["language"] else ()),
        "plan": page.plan.id if page is not None else None,
        "version": str(page.plan.version) if page is not None else None,
    }
    desk.apply(Create("handout", new_id(desk.clock), values), undoable=False)
    return seen


def _reader(turn: Turn) -> Recipient:
    return Recipient(kind="readers", persons=frozenset({turn.person}))
