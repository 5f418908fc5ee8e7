"""One family's page: header, overview, persons, contacts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import erasing
from kimdesk.casework.desk import Desk
from kimdesk.domain.capacity import is_adult
from kimdesk.domain.changes import Changes, Delete, Set
from kimdesk.domain.declare import Code, Record
from kimdesk.domain.disclosure import CaseRecords
from kimdesk.domain.records import Case, Consent, Contact, Goal, Measure, Person, SupportPlan
from kimdesk.domain.views.caseload import CaseRow, HistoryLine
from kimdesk.domain.views.drafts import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyHeader:
    """The five things that matter, above every page of a family."""

    row: CaseRow
    place: str
    languages: tuple[Code, ...]
    interpreter_needed: bool
    safety_note: str
    consents_valid: int
    consents_withdrawn: int
    handed_to: str = ""
    handed_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyOverview:
    """The first page of a family."""

    header: FamilyHeader
    case: Case
    persons: tuple[Person, ...]
    recent: tuple[Contact, ...]
    promises: tuple[Measure, ...]
    plan: SupportPlan | None
    goals: tuple[Goal, ...]


def case_records(desk: Desk, case: RecordId, kinds: Collection[str] | None = None) -> CaseRecords:
    """Return all living records of a case, or those of some kinds; raises UserProblem(record.missing)."""
    registry = desk.services.registry
    found = desk.query.get(Case, case)
    if found is None:
        raise UserProblem("record.missing", kind=registry["case"].de)
    records: dict[str, tuple[Record, ...]] = {"case": (found,)}
    for kind in registry:
        wanted = kinds is None or kind.name in kinds
        if wanted and kind.name != "case" and registry.top(kind).name == "case":
            records[kind.name] = desk.query.of_case(kind.cls, case)
    return CaseRecords(case=found, records=records)


def header(desk: Desk, case: RecordId) -> FamilyHeader:
    """Return a family's header; raises UserProblem(record.missing)."""
    row, record = desk.page.case_row(case), desk.page.get(Case, case)
    if row is None or record is None:
        raise UserProblem("record.missing", kind=desk.services.registry["case"].de)
    persons = desk.page.of_case(Person, case)
    consents = desk.page.of_case(Consent, case)
    expired = [each for each in consents if each.valid_until is not None and each.valid_until < desk.today]
    withdrawn = [each for each in consents if each.withdrawn_on is not None]
    grown_up = [each for each in persons if is_adult(each, desk.today)] or list(persons)
    languages: dict[Code, None] = {code: None for each in grown_up for code in sorted(each.languages - {"de"})}
    return FamilyHeader(
        row=row,
        place=desk.reference.label("municipality", row.place),
        languages=tuple(languages),
        interpreter_needed=any(person.interpreter_needed == "yes" for person in persons),
        safety_note=record.safety_note or "",
        consents_valid=len([each for each in consents if each not in expired and each not in withdrawn]),
        consents_withdrawn=len(withdrawn),
        handed_to=record.handed_to or "",
        handed_on=record.handed_on,
    )


def overview(desk: Desk, case: RecordId) -> FamilyOverview:
    """Return everything the first page of a family shows."""
    found = case_records(desk, case)
    plans = desk.page.of_case(SupportPlan, case)
    plan = plans[-1] if plans else None
    goals = desk.page.of_case(Goal, case)
    contacts = desk.page.of_case(Contact, case)
    measures = desk.page.of_case(Measure, case)
    return FamilyOverview(
        header=header(desk, case),
        case=found.case,
        persons=persons_in_order(found.persons()),
        recent=contacts[::-1][:3],
        promises=open_promises(measures),
        plan=plan,
        goals=tuple(goal for goal in goals if plan is not None and goal.plan == plan.id),
    )


_ROLES = ("mother", "father", "parent", "partner", "single", "child", "sibling", "grandparent", "other", None)


def persons_in_order(persons: tuple[Person, ...]) -> tuple[Person, ...]:
    """Return persons as a family is read: the grown-ups first, children from old to young."""
    return tuple(sorted(persons, key=lambda each: (_ROLES.index(each.role), each.birth_date or "", each.id)))


def open_promises(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """Return what is still to be done, soonest first; a measure carried over counts once."""
    replaced = {each.carried_from for each in measures if each.carried_from is not None}
    pending = [each for each in measures if (each.state or "open") == "open" and each.id not in replaced]
    return tuple(sorted(pending, key=lambda each: (each.until is None, each.until, each.position or 0, each.id)))


def persons(desk: Desk, case: RecordId) -> tuple[Person, ...]:
    """Return the persons of a case as a family is read."""
    return persons_in_order(desk.page.of_case(Person, case))


def contacts(desk: Desk, case: RecordId) -> tuple[Contact, ...]:
    """Return the contacts of a case, newest first; a correction is no contact of its own."""
    return tuple(each for each in desk.page.of_case(Contact, case)[::-1] if each.corrects is None)


def agreements(desk: Desk, case: RecordId) -> tuple[Measure, ...]:
    """Return all measures of a case, those agreed at contacts among them."""
    return desk.page.of_case(Measure, case)


def drafts(desk: Desk, record: RecordId) -> tuple[Draft, ...]:
    """Return what was typed of a record and is not yet a change."""
    return desk.page.drafts(record)


def done(desk: Desk, measure: RecordId, *, is_done: bool) -> Changes:
    """Mark a promise as done today, or as open again."""
    return desk.apply(
        Set("measure", measure, "state", "done" if is_done else "open"),
        Set("measure", measure, "done_on", desk.today if is_done else None),
    )


def delete(desk: Desk, kind: str, record: RecordId) -> Changes:
    """Take a record away; undo brings it back."""
    return desk.apply(Delete(kind, record))


def restore(desk: Desk, kind: str, record: RecordId) -> Changes:
    """Bring a deleted record back; raises UserProblem attachment.erased where its file is gone for good."""
    return erasing.bring_back(desk, kind, record)


def history(desk: Desk, record: RecordId) -> list[HistoryLine]:
    """Return a record's history, newest last; days only."""
    return desk.query.history(record)
