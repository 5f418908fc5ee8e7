"""Assessments: begun with all life domains and nothing carried over, completed as an act, then frozen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Changes, Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Assessment, DomainRating


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentPage:
    """One assessment of a family with its life domains, and the one before it; `shown` is None where there is none."""

    shown: Assessment | None = None
    last: Assessment | None = None
    before: dict[str, DomainRating] = field(default_factory=dict)
    missing: tuple[Code, ...] = ()
    """Life domains that have no entry in the assessment shown."""


def begin(desk: Desk, case: RecordId) -> RecordId:
    """Begin an assessment today, with an empty entry for each life domain; returns its id."""
    assessment = new_id(desk.clock)
    desk.apply(
        Create("assessment", assessment, {"case": case, "date": desk.today}),
        *_entries(desk, assessment, _domains(desk)),
    )
    return assessment


def fill(desk: Desk, assessment: RecordId) -> Changes:
    """Add an empty entry for each life domain that has none; raises UserProblem(record.missing, record.frozen)."""
    found = _found(desk, assessment)
    given = {each.domain for each in desk.query.of_case(DomainRating, found.case) if each.assessment == assessment}
    return desk.apply(*_entries(desk, assessment, tuple(code for code in _domains(desk) if code not in given)))


def complete(desk: Desk, assessment: RecordId) -> Changes:
    """Freeze an assessment; an act, confirmed by the caller, not undoable; raises UserProblem(record.missing)."""
    _found(desk, assessment)
    return desk.apply(Set("assessment", assessment, "completed_on", desk.today), undoable=False)


def page(desk: Desk, case: RecordId, chosen: RecordId | None) -> AssessmentPage:
    """Return the assessment chosen, the newest where none is, beside what was rated the time before."""
    every = sorted(desk.page.of_case(Assessment, case), key=lambda each: (each.date, each.id))
    if not every:
        return AssessmentPage()
    shown = next((each for each in every if each.id == chosen), every[-1])
    at = every.index(shown)
    last = every[at - 1] if at else None
    ratings = desk.page.of_case(DomainRating, case)
    given = {str(each.domain) for each in ratings if each.assessment == shown.id}
    return AssessmentPage(
        shown=shown,
        last=last,
        before={str(each.domain): each for each in ratings if last is not None and each.assessment == last.id},
        missing=tuple(code for code in _domains(desk) if code not in given),
    )


def _domains(desk: Desk) -> tuple[Code, ...]:
    return tuple(Code(each.code) for each in desk.reference["life_domain"].entries)


def _entries(desk: Desk, assessment: RecordId, domains: tuple[Code, ...]) -> Iterator[Create]:
    for domain in domains:
        yield Create("domain_rating", new_id(desk.clock), {"assessment": assessment, "domain": domain})


def _found(desk: Desk, assessment: RecordId) -> Assessment:
    found = desk.query.get(Assessment, assessment)
    if found is None:
        raise UserProblem("record.missing", kind=desk.services.registry["assessment"].de)
    return found
