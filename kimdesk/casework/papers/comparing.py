"""Two versions of a plan side by side: which goal and step became which, as far as these readers may know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.casework.paper import Paper, records_of
from kimdesk.casework.papers.order import PrintOrder
from kimdesk.documents.api import plan_changes_told
from kimdesk.domain.disclosure import Request, disclose
from kimdesk.domain.records import Goal, Measure, SupportPlan
from kimdesk.domain.views.documents import MeasureView
from kimdesk.domain.views.plan_changes import (
    GoalChange,
    GoalTurn,
    PlanChangesView,
    StepChange,
    StepTurn,
    Told,
    VersionLine,
)

FOR_FAMILIES: Final = frozenset({"open", "in_progress", "partly_reached", "reached", "dropped"})
"""Goal states a family reads: a paper for them never says that a goal does not move."""
_ENDED: Final[Mapping[str, GoalTurn]] = {"reached": "reached", "dropped": "dropped"}
_STEP_ENDED: Final[Mapping[str, StepTurn]] = {"done": "done", "dropped": "dropped"}


def compare(desk: Desk, case: RecordId, older: RecordId, newer: RecordId, language: str) -> Told:
    """Return two versions compared in sentences, for the worker's own screen, with what is being typed.

    Raises UserProblem(document.nothing_there).
    """
    order = PrintOrder(about=newer, before=older)
    records = records_of(desk, case, drafts=True)
    request = Request(recipient=order.recipient, purpose=order.purpose, exit="screen", day=desk.today)
    paper = Paper(desk, records, disclose(request, records, desk.services.registry), order.recipient)
    return plan_changes_told(changes(paper, order), language)


def changes(paper: Paper, order: PrintOrder) -> PlanChangesView:
    """Return the version asked for (else the newest) beside the one named, else the one before it.

    Raises UserProblem(document.nothing_there) where there are no two versions.
    """
    newer = _newer(paper, order)
    older = _older(paper, order, newer)
    return PlanChangesView(
        **paper.common(),
        older=_line(paper, older),
        newer=_line(paper, newer),
        wish=paper.text(newer, "wish"),
        wish_translation=paper.text(newer, "wish_translation"),
        wish_before=paper.text(older, "wish"),
        wish_before_translation=paper.text(older, "wish_translation"),
        goals=tuple(_goals(paper, older, newer, all_states=order.recipient.kind == "own")),
    )


def _shown(paper: Paper) -> list[SupportPlan]:
    return sorted(
        (each for each in paper.every(SupportPlan) if paper.gate.shows(each.id)), key=lambda each: each.version
    )


def _newer(paper: Paper, order: PrintOrder) -> SupportPlan:
    plans = _shown(paper)
    if order.about is not None:
        return paper.find(SupportPlan, order.about)
    return plans[-1] if plans else paper.lacking(SupportPlan)


def _older(paper: Paper, order: PrintOrder, newer: SupportPlan) -> SupportPlan:
    if order.before is not None:
        return paper.find(SupportPlan, order.before)
    before = [each for each in _shown(paper) if each.version < newer.version]
    return before[-1] if before else paper.lacking(SupportPlan)


def _line(paper: Paper, plan: SupportPlan) -> VersionLine:
    day = plan.signed_on or plan.date or paper.desk.today
    return VersionLine(number=plan.version, date=day, signed=plan.signed_on is not None)


def _goals(paper: Paper, older: SupportPlan, newer: SupportPlan, *, all_states: bool) -> Iterator[GoalChange]:
    every = paper.every(Goal)
    origins = {goal.id: goal.carried_from for goal in every}
    before = {goal.id: goal for goal in _of_plan(paper, every, older)}
    met: set[RecordId] = set()
    for goal in _of_plan(paper, every, newer):
        origin = _origin(goal.id, origins, before)
        met |= {origin} if origin is not None else set()
        yield _changed(paper, before.get(origin) if origin is not None else None, goal, all_states=all_states)
    for goal in before.values():
        if goal.id not in met:
            yield _ended(paper, goal)


def _of_plan(paper: Paper, goals: Iterable[Goal], plan: SupportPlan) -> list[Goal]:
    own = [goal for goal in goals if goal.plan == plan.id and goal.wording and paper.gate.shows(goal.id)]
    return sorted(own, key=lambda goal: goal.position)


def _origin(
    record: RecordId, origins: Mapping[RecordId, RecordId | None], among: Mapping[RecordId, object]
) -> RecordId | None:
    """Return which record of the older version one was carried over from, over however many versions."""
    found = origins.get(record)
    while found is not None and found not in among:
        found = origins.get(found)
    return found


def _changed(paper: Paper, before: Goal | None, goal: Goal, *, all_states: bool) -> GoalChange:
    steps = tuple(_steps(paper, before, goal))
    if before is None:
        return replace(_named(paper, goal, "new"), due=goal.due, due_changed=goal.due is not None, steps=steps)
    wording, indicator = paper.text(before, "wording"), paper.text(goal, "indicator")
    state, state_before = goal.state or "open", before.state or "open"
    told = all_states or {state, state_before} <= FOR_FAMILIES
    found = replace(
        _named(paper, goal, "changed"),
        wording_before=wording if wording != paper.text(goal, "wording") else None,
        wording_before_translation=paper.text(before, "wording_translation"),
        indicator=indicator if indicator != paper.text(before, "indicator") else None,
        indicator_translation=paper.text(goal, "indicator_translation"),
        due=goal.due,
        due_before=before.due,
        due_changed=goal.due != before.due,
        state=state,
        state_before=state_before if told and state != state_before else None,
        reached_on=goal.reached_on,
        steps=steps,
    )
    return found if _differs(found) else _same(found)


def _differs(goal: GoalChange) -> bool:
    texts = (goal.wording_before, goal.indicator, goal.state_before)
    return goal.due_changed or bool(goal.steps) or any(each is not None for each in texts)


def _same(goal: GoalChange) -> GoalChange:
    return GoalChange(
        turn="same", domain=goal.domain, wording=goal.wording, wording_translation=goal.wording_translation
    )


def _ended(paper: Paper, goal: Goal) -> GoalChange:
    turn = _ENDED.get(goal.state or "", "gone")
    steps = tuple(_ended_step(paper, step) for step in _steps_of(paper, goal) if step.state in _STEP_ENDED)
    return replace(_named(paper, goal, turn), reached_on=goal.reached_on, steps=steps)


def _named(paper: Paper, goal: Goal, turn: GoalTurn) -> GoalChange:
    return GoalChange(
        turn=turn,
        domain=goal.domain,
        wording=paper.text(goal, "wording") or "",
        wording_translation=paper.text(goal, "wording_translation"),
    )


def _steps_of(paper: Paper, goal: Goal) -> list[Measure]:
    own = [each for each in paper.every(Measure) if each.goal == goal.id and each.text]
    return sorted(
        (each for each in own if paper.gate.allows(each.id, "text")), key=lambda each: (each.position or 0, each.id)
    )


def _steps(paper: Paper, before: Goal | None, goal: Goal) -> Iterator[StepChange]:
    origins = {each.id: each.carried_from for each in paper.every(Measure)}
    former = {each.id: each for each in _steps_of(paper, before)} if before is not None else {}
    met: set[RecordId] = set()
    for step in _steps_of(paper, goal):
        origin = _origin(step.id, origins, former)
        if origin is None:
            yield _step(paper, "new", step)
            continue
        met.add(origin)
        yield from _moved(paper, former[origin], step)
    for step in former.values():
        if step.id not in met:
            yield _ended_step(paper, step)


def _moved(paper: Paper, before: Measure, step: Measure) -> Iterator[StepChange]:
    if step.state in _STEP_ENDED and before.state != step.state:
        yield _ended_step(paper, step)
    elif _untranslated(paper, before) != _untranslated(paper, step):
        yield _step(paper, "changed", step, before)


def _untranslated(paper: Paper, step: Measure) -> MeasureView:
    """Return a step as it was agreed: words typed beside it later in another language change nothing."""
    return replace(_view(paper, step), text_translation=None)


def _ended_step(paper: Paper, step: Measure) -> StepChange:
    turn = _STEP_ENDED.get(step.state or "", "gone")
    return StepChange(turn=turn, step=_view(paper, step), done_on=step.done_on)


def _step(paper: Paper, turn: StepTurn, step: Measure, before: Measure | None = None) -> StepChange:
    return StepChange(turn=turn, step=_view(paper, step), before=_view(paper, before) if before is not None else None)


def _view(paper: Paper, step: Measure) -> MeasureView:
    (view,) = paper.measures((step,))
    return view
