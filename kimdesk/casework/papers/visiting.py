"""Before and during a visit: the briefing, and the sheet to write on. Both are read by the case manager alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.casework.family import open_promises, persons_in_order
from kimdesk.casework.paper import Paper
from kimdesk.casework.papers.masking import mask_for
from kimdesk.casework.papers.order import PrintOrder
from kimdesk.casework.papers.picking import fields_picked, said_at
from kimdesk.domain.capacity import eighteenth
from kimdesk.domain.declare import Record
from kimdesk.domain.names import initials
from kimdesk.domain.records import (
    Appointment,
    Case,
    Consent,
    Contact,
    Housing,
    Livelihood,
    Measure,
    Person,
    ResidenceTitle,
    SupportPlan,
)
from kimdesk.domain.values import age_on
from kimdesk.domain.views.documents import GoalView, MeasureView
from kimdesk.domain.views.papers import (
    AppointmentLine,
    BriefingView,
    DeadlineLine,
    LastContact,
    PersonLine,
    TalkLine,
    VisitSheetView,
)
from kimdesk.domain.views.veiled import veiled

AHEAD: Final = dt.timedelta(days=90)
PAST: Final = dt.timedelta(days=60)
MOST_APPOINTMENTS: Final = 3


def picks(desk: Desk, case: RecordId, order: PrintOrder) -> frozenset[tuple[RecordId, str]]:
    """Return the confided fields a briefing shows: the note on safety, and a talk's words where lines were picked."""
    contacts = desk.query.of_case(Contact, case)
    last = last_talk(contacts)
    picked = fields_picked(said_at(last, contacts), order.lines) if last is not None else frozenset()
    return picked | {(case, "safety_note")}


def briefing(paper: Paper, order: PrintOrder) -> BriefingView:
    """Return what one wants to know before a visit; without names where the order says so."""
    persons = persons_in_order(paper.every(Person))
    promises = [each for each in open_promises(paper.every(Measure)) if paper.gate.allows(each.id, "text")]
    household = [each for each in persons if each.in_household != "no" and each.died_on is None]
    view = BriefingView(
        **paper.common(),
        named=order.named,
        safety=paper.text(_case(paper), "safety_note"),
        household=tuple(person_line(paper, each) for each in household),
        reach=tuple(reach_of(paper, household)),
        interpreter=_interpreter(paper, household),
        last=_last_contact(paper, order.lines),
        only_with=tuple(_only_with(paper)),
        ours=_of(paper, promises, "case_manager"),
        familys=_of(paper, promises, "family"),
        deadlines=tuple(sorted(_deadlines(paper, promises), key=lambda each: each.date)),
        goals=_goals(paper),
        appointments=upcoming(paper)[:MOST_APPOINTMENTS],
    )
    return view if order.named else veiled(view, mask_for(paper.desk))


def visit_sheet(paper: Paper, order: PrintOrder) -> VisitSheetView:
    """Return a blank sheet for this family, the briefing on its front where wanted."""
    return VisitSheetView(**paper.common(), briefing=briefing(paper, order) if order.front else None)


def upcoming(paper: Paper) -> tuple[AppointmentLine, ...]:
    """Return the appointments to come that these readers may know of, soonest first."""
    today = paper.desk.today
    found = [appointment_line(paper, each) for each in upcoming_records(paper)]
    found += [
        AppointmentLine(date=each.next_appointment)
        for each in paper.every(Contact)
        if each.next_appointment is not None
        and paper.gate.allows(each.id, "next_appointment")
        and each.next_appointment >= today
        and each.next_appointment not in {one.date for one in found}
    ]
    return tuple(sorted(found, key=lambda each: (each.date, each.time)))


def upcoming_records(paper: Paper) -> list[Appointment]:
    """Return the planned appointments to come that these readers may know of, soonest first."""
    found = [
        each
        for each in paper.every(Appointment)
        if paper.gate.allows(each.id, "date")
        and each.date >= paper.desk.today
        and (each.state or "planned") == "planned"
    ]
    return sorted(found, key=lambda each: (each.date, each.time or ""))


def appointment_line(paper: Paper, found: Appointment) -> AppointmentLine:
    """Return an appointment as far as these readers may know of it."""
    return AppointmentLine(
        date=found.date,
        time=paper.text(found, "time") or "",
        title=paper.text(found, "title") or "",
        place=paper.text(found, "place") or "",
    )


def _case(paper: Paper) -> Case:
    return paper.records.case


def person_line(paper: Paper, person: Person) -> PersonLine:
    """Return somebody as far as these readers may know of them."""
    born = paper.text(person, "birth_date")
    return PersonLine(
        name=paper.name(person),
        role=paper.text(person, "role"),
        age=age_on(born, paper.desk.today) if born else None,
        languages=tuple(sorted(person.languages)) if paper.gate.allows(person.id, "languages") else (),
        interpreter_needed=paper.text(person, "interpreter_needed") == "yes",
    )


def reach_of(paper: Paper, persons: Iterable[Person]) -> Iterator[str]:
    """Yield each address, phone and best way once, in the order of the persons."""
    seen: set[str] = set()
    for person in persons:
        for name in ("address", "phone", "reached_best"):
            found = paper.text(person, name)
            if found and found not in seen:
                seen.add(found)
                yield found


def _interpreter(paper: Paper, persons: Iterable[Person]) -> str | None:
    """Return who interpreted last where somebody needs it; an empty text where nobody did yet."""
    if not any(paper.text(each, "interpreter_needed") == "yes" for each in persons):
        return None
    names = [paper.text(each, "interpreter") for each in reversed(paper.every(Contact))]
    return next((name for name in names if name), "")


def last_talk(contacts: Iterable[Contact]) -> Contact | None:
    """Return the last contact that everybody of the family may know of."""
    return max(
        (each for each in contacts if not each.discuss_only_with and each.corrects is None),
        key=lambda each: each.date,
        default=None,
    )


def _last_contact(paper: Paper, lines: frozenset[int]) -> LastContact | None:
    found = last_talk(paper.every(Contact))
    if found is None:
        return None
    said = paper.said(found, lines)
    return LastContact(
        date=found.date,
        form=paper.text(found, "form"),
        days=(paper.desk.today - found.date).days,
        topics=tuple(sorted(found.topics)),
        said=said.get(found.id, ()),
        corrections=paper.corrections(found, said),
    )


def _only_with(paper: Paper) -> Iterator[TalkLine]:
    """Yield talks held alone, named by day and initials only: this paper lies on a table in the family's home."""
    persons = {each.id: each for each in paper.every(Person)}
    for contact in paper.every(Contact):
        with_whom = [persons[one] for one in contact.discuss_only_with if one in persons]
        if with_whom and contact.date >= paper.desk.today - AHEAD:
            short = ", ".join(initials(one.given_name, one.family_name) for one in persons_in_order(tuple(with_whom)))
            yield TalkLine(date=contact.date, form=paper.text(contact, "form"), only_with=short)


def _of(paper: Paper, promises: Iterable[Measure], who: str) -> tuple[MeasureView, ...]:
    return paper.measures([each for each in promises if who in each.who], in_order=False)


def _goals(paper: Paper) -> tuple[GoalView, ...]:
    plan = max(paper.every(SupportPlan), key=lambda each: each.version, default=None)
    return tuple(paper.goals(plan.id)) if plan is not None and paper.gate.shows(plan.id) else ()


def _deadlines(paper: Paper, promises: Iterable[Measure]) -> Iterator[DeadlineLine]:
    yield from _legal(paper)
    for housing in paper.every(Housing):
        yield from _due(paper, housing, "notice_until", "notice_until", "")
    for plan in paper.every(SupportPlan)[-1:]:
        yield from _due(paper, plan, "review_date", "plan_review", "")
    for person in paper.every(Person):
        day = eighteenth(person)
        if day is not None and paper.desk.today <= day <= paper.desk.today + AHEAD:
            yield DeadlineLine(date=day, matter="comes_of_age", text=paper.name(person))
    for each in promises:
        if not {"case_manager", "family"} & each.who and each.until is not None:
            yield DeadlineLine(date=each.until, matter="", text=each.text or "")


def _legal(paper: Paper) -> Iterator[DeadlineLine]:
    """Yield the ends of consents, titles and approvals."""
    for consent in paper.every(Consent):
        if consent.withdrawn_on is None:
            yield from _due(paper, consent, "valid_until", "consent_ends", f"consent_scope.{consent.scope}")
    for title in paper.every(ResidenceTitle):
        if title.applied_on is None:
            yield from _due(paper, title, "valid_until", "title_ends", _who(paper, title.person))
    for livelihood in paper.every(Livelihood):
        yield from _due(paper, livelihood, "approved_until", "approved_until", _who(paper, livelihood.person))


def _due(paper: Paper, record: Record, name: str, matter: str, text: str) -> Iterator[DeadlineLine]:
    found = getattr(record, name)
    near = found is not None and paper.desk.today - PAST <= found <= paper.desk.today + AHEAD
    if near and paper.gate.allows(record.id, name):
        yield DeadlineLine(date=found, matter=matter, text=text)


def _who(paper: Paper, person: RecordId) -> str:
    return next((paper.name(each) for each in paper.every(Person) if each.id == person), "")
