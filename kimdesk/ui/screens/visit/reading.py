"""Reads one visit with what is being typed laid over; never anything of another family."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import family, interpreters, plans
from kimdesk.casework.desk import Desk
from kimdesk.domain.records import RECORDS, Contact, Interpreter, Measure, Person
from kimdesk.domain.views.drafts import Draft
from kimdesk.ui.screens.visit.state import (
    AgreementLine,
    Entry,
    GoalChoice,
    InterpreterChoice,
    Interpreting,
    PersonChip,
    TopicChip,
)
from kimdesk.ui.shell.family_rows import call_name

USUAL_TOPICS = ("housing", "language", "finance", "health")
SHOWN_TOPICS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The records of one visit."""

    contact: Contact
    label: str
    persons: tuple[Person, ...]
    measures: tuple[Measure, ...]
    goals: tuple[GoalChoice, ...]
    drafts: Mapping[str, str]
    entry: Entry | None
    interpreters: tuple[Interpreter, ...] = ()

    def text(self, name: str) -> str:
        """Return a text of the contact as typed, or as stored."""
        typed = self.drafts.get(name)
        return typed if typed is not None else str(getattr(self.contact, name) or "")


def find(desk: Desk, contact: RecordId) -> Found:
    """Read a visit; raises UserProblem(record.missing)."""
    record = desk.page.get(Contact, contact)
    row = desk.page.case_row(record.case) if record is not None else None
    if record is None or row is None:
        raise UserProblem("record.missing", kind=RECORDS["contact"].de)
    measures = desk.page.of_case(Measure, record.case)
    drafts = desk.page.drafts()
    return Found(
        contact=record,
        label=row.label,
        persons=family.persons(desk, record.case),
        measures=tuple(each for each in measures if each.contact == contact),
        goals=_goals(desk, record.case),
        drafts={draft.field: draft.text for draft in drafts if draft.record == contact},
        entry=_entry(drafts, contact, {each.id for each in measures}),
        interpreters=interpreters.choices(desk),
    )


def _goals(desk: Desk, case: RecordId) -> tuple[GoalChoice, ...]:
    page = plans.current(desk, case)
    if page is None or page.frozen:
        return ()
    return tuple(
        GoalChoice(key=entry.goal.id.hex(), number=number, domain=entry.goal.domain or "")
        for number, entry in enumerate(page.goals, start=1)
    )


def _entry(drafts: tuple[Draft, ...], contact: RecordId, known: set[RecordId]) -> Entry | None:
    """Return the agreement that was being written when the program ended, if there is one."""
    mine = [each.record for each in drafts if each.field == "contact" and each.text == contact.hex()]
    record = next((each for each in mine if each not in known), None)
    if record is None:
        return None
    texts = {each.field: each.text for each in drafts if each.record == record}
    who = tuple(code for code in texts.get("who", "").split(",") if code)
    return Entry(
        key=record.hex(),
        text=texts.get("text", ""),
        who=who,
        until=texts.get("until", ""),
        goal=texts.get("goal", ""),
    )


def persons_of(found: Found) -> tuple[PersonChip, ...]:
    """Return who can be there: the household first, others by their role or first name."""
    household_first = sorted(found.persons, key=lambda each: each.in_household == "no")
    return tuple(
        PersonChip(
            key=each.id.hex(),
            name=(each.given_name or "") if each.in_household == "no" else call_name(each, found.persons),
            role=each.role or "other",
            there=each.id in found.contact.present,
        )
        for each in household_first
    )


def age_is_open(desk: Desk, found: Found, name: str) -> bool:
    """Tell whether somebody interprets who was not chosen from the directory, and nobody knows whether they are 18."""
    contact = found.contact
    by_somebody = contact.interpreting in interpreters.BY_SOMEBODY and contact.interpreter_record is None
    named = by_somebody and bool(name.strip())
    asked = named and contact.interpreter_of_age is None
    return asked and interpreters.age_of(desk, contact.case, name) == "open"


def interpreting_of(found: Found, name: str, asking: str = "") -> Interpreting:
    """Return how it is interpreted; who speaks a language of the family is offered first."""
    spoken = {code for each in found.persons if each.interpreter_needed == "yes" for code in each.languages}
    order = sorted(found.interpreters, key=lambda each: not each.languages & spoken)
    contact = found.contact
    return Interpreting(
        mode=interpreters.CHILD if contact.child_interpreted == "yes" else contact.interpreting or "",
        name=name,
        record=contact.interpreter_record.hex() if contact.interpreter_record is not None else "",
        accepted=contact.interpreter_accepted or "",
        known=contact.interpreter_known == "yes",
        asking=asking,
        choices=tuple(
            InterpreterChoice(
                key=each.id.hex(),
                name=each.name,
                languages=tuple(sorted(each.languages)),
                sworn=each.confidentiality_on is not None,
            )
            for each in order
        ),
    )


def topics_of(found: Found, codes: tuple[str, ...]) -> tuple[TopicChip, ...]:
    """Return the life domains: those of the plan and the usual ones first."""
    planned = [goal.domain for goal in found.goals if goal.domain in codes]
    wanted = dict.fromkeys((*planned, *USUAL_TOPICS))
    first = [code for code in wanted if code in codes][:SHOWN_TOPICS]
    order = (*first, *(code for code in codes if code not in first))
    return tuple(TopicChip(code=code, on=code in found.contact.topics, first=code in first) for code in order)


def agreements_of(found: Found, hidden: str) -> tuple[AgreementLine, ...]:
    """Return what was agreed, without the one that is being changed now."""
    numbers = {goal.key: goal for goal in found.goals}
    lines = []
    for measure in found.measures:
        goal = numbers.get(measure.goal.hex()) if measure.goal is not None else None
        if measure.id.hex() != hidden:
            lines.append(
                AgreementLine(
                    key=measure.id.hex(),
                    text=measure.text or "",
                    who=tuple(sorted(measure.who)),
                    until=measure.until,
                    goal=goal.number if goal else 0,
                    domain=goal.domain if goal else "",
                )
            )
    return tuple(lines)
