"""The support plan: versions, goals and measures, signing, carrying open points over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import interpreters
from kimdesk.casework.consents import Strokes, strokes_text
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Change, Changes, Create, Set
from kimdesk.domain.declare import Code, Kind, Record
from kimdesk.domain.records import Case, Goal, Measure, SupportPlan
from kimdesk.domain.values import Value

ENDED_GOALS = frozenset({"reached", "dropped"})
ENDED_MEASURES = frozenset({"done", "dropped"})


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalEntry:
    """A goal with its measures in order."""

    goal: Goal
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """One version of the plan as the editor shows it."""

    plan: SupportPlan
    goals: tuple[GoalEntry, ...]
    versions: tuple[SupportPlan, ...]

    @property
    def frozen(self) -> bool:
        """Tell whether this version was signed."""
        return self.plan.signed_on is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """How the family agreed to a plan; a signature on the screen is strokes of places, no pressure and no time."""

    form: Code
    day: dt.date
    reason: str = ""
    strokes: Strokes = field(default=(), repr=False)


def current(desk: Desk, case: RecordId) -> PlanPage | None:
    """Return the newest version of a case's plan, or None."""
    plans = desk.page.of_case(SupportPlan, case)
    return page(desk, plans[-1].id) if plans else None


def page(desk: Desk, plan: RecordId) -> PlanPage:
    """Return one version; raises UserProblem(record.missing)."""
    found = _plan(desk, plan)
    measures = desk.page.of_case(Measure, found.case)
    goals = tuple(
        GoalEntry(goal=goal, measures=tuple(each for each in measures if each.goal == goal.id))
        for goal in desk.page.of_case(Goal, found.case)
        if goal.plan == plan
    )
    return PlanPage(plan=found, goals=goals, versions=desk.page.of_case(SupportPlan, found.case))


def start(desk: Desk, case: RecordId) -> RecordId:
    """Begin the plan, or its next version with what is still open carried over; returns the plan's id."""
    before = current(desk, case)
    plan = new_id(desk.clock)
    if before is None:
        found = desk.query.get(Case, case)
        wish = found.wish if found else None
        values: dict[str, Value] = {"case": case, "version": 1, "date": desk.today, "wish": wish}
        desk.apply(Create("support_plan", plan, values))
        return plan
    if not before.frozen:
        return before.plan.id
    desk.apply(*_next_version(desk, before, plan))
    return plan


def _next_version(desk: Desk, before: PlanPage, plan: RecordId) -> Iterator[Change]:
    registry = desk.services.registry
    values = _copied(
        registry["support_plan"], before.plan, {"case", "wish", "wish_translation", "language", "participants"}
    )
    yield Create("support_plan", plan, {**values, "version": before.plan.version + 1, "date": desk.today})
    kept = [entry for entry in before.goals if entry.goal.state not in ENDED_GOALS]
    for position, entry in enumerate(kept, start=1):
        goal = new_id(desk.clock)
        carried = _copied(registry["goal"], entry.goal, set())
        yield Create("goal", goal, {**carried, "plan": plan, "position": position, "carried_from": entry.goal.id})
        for measure in entry.measures:
            if measure.state not in ENDED_MEASURES:
                carried = _copied(registry["measure"], measure, set())
                own: dict[str, Value] = {"case": measure.case, "goal": goal, "carried_from": measure.id}
                yield Create("measure", new_id(desk.clock), {**carried, **own, "position": measure.position})


def _copied(kind: Kind, record: Record, names: set[str]) -> dict[str, Value]:
    """Return the values a person filled in; all of them, or those named."""
    chosen = names or {spec.name for spec in kind.form_fields()}
    return {name: getattr(record, name) for name in chosen}


def add_goal(desk: Desk, plan: RecordId, *, domain: Code | None = None) -> RecordId:
    """Add an empty goal at the end; returns its id."""
    goal = new_id(desk.clock)
    position = 1 + max((entry.goal.position for entry in page(desk, plan).goals), default=0)
    values: dict[str, Value] = {"plan": plan, "position": position, "domain": domain, "state": "open"}
    desk.apply(Create("goal", goal, values))
    return goal


def add_measure(desk: Desk, goal: RecordId) -> RecordId:
    """Add an empty measure to a goal; returns its id."""
    found = desk.query.get(Goal, goal)
    if found is None:
        raise UserProblem("record.missing", kind=desk.services.registry["goal"].de)
    case = _plan(desk, found.plan).case
    measure = new_id(desk.clock)
    position = 1 + max((each.position or 0 for each in desk.query.of_case(Measure, case)), default=0)
    values: dict[str, Value] = {"case": case, "goal": goal, "position": position, "state": "open"}
    desk.apply(Create("measure", measure, values))
    return measure


def sign(desk: Desk, plan: RecordId, signing: Signing, *, pdf: str | None = None) -> Changes:
    """Freeze a version as agreed with the family; an act, confirmed by the caller, not undoable.

    `pdf` names the stored file as "<blob id> <sha-256>". Raises UserProblem(plan.empty, record.frozen,
    interpreter.under_age, interpreter.age_unknown).
    """
    found = page(desk, plan)
    if not any(entry.goal.wording for entry in found.goals):
        raise UserProblem("plan.empty")
    interpreters.require_grown_up(desk, found.plan.case, plan, found.plan.interpreter)
    changes: list[Change] = [
        Set("support_plan", plan, "signature_form", signing.form),
        Set("support_plan", plan, "not_signed_reason", signing.reason or None),
        Set("support_plan", plan, "pdf", pdf),
        Set("support_plan", plan, "signed_on", signing.day),
        Create("signature", new_id(desk.clock), _signature(found.plan, signing)),
    ]
    return desk.apply(*changes, undoable=False)


def _signature(plan: SupportPlan, signing: Signing) -> dict[str, Value]:
    return {
        "case": plan.case,
        "plan": plan.id,
        "date": signing.day,
        "form": signing.form,
        "not_signed_reason": signing.reason or None,
        "interpreter": plan.interpreter,
        "explained_in": plan.language,
        "strokes": strokes_text(signing.strokes),
    }


def _plan(desk: Desk, plan: RecordId) -> SupportPlan:
    found = desk.page.get(SupportPlan, plan)
    if found is None:
        raise UserProblem("record.missing", kind=desk.services.registry["support_plan"].de)
    return found
