"""The plan made short: the sheet for the fridge, and the edition that is read aloud."""

from __future__ import annotations

from collections.abc import Iterator

from kimdesk.casework.family import open_promises
from kimdesk.casework.paper import Paper, speaks
from kimdesk.casework.papers.order import PrintOrder
from kimdesk.casework.papers.visiting import upcoming
from kimdesk.domain.fridge import may_hang
from kimdesk.domain.records import Contact, Goal, Measure, SupportPlan
from kimdesk.domain.views.papers import AloudView, AppointmentLine, FridgeView, TaskView


def fridge(paper: Paper, order: PrintOrder) -> FridgeView:
    """Return the sheet for the fridge: only steps that any visitor may read (`domain/fridge.py`), and the next day."""
    return FridgeView(
        **paper.common(),
        tasks=tuple(_tasks(paper, order.languages)),
        appointment=_only_when(next(iter(upcoming(paper)), None)),
    )


def aloud(paper: Paper, order: PrintOrder) -> AloudView:
    """Return the newest plan for the ear; raises UserProblem(document.nothing_there) where there is none."""
    plan = paper.plan(newest(paper).id, order.languages)
    return AloudView(
        **paper.common(),
        wish=plan.wish,
        wish_translation=plan.wish_translation,
        goals=plan.goals,
        appointment=next(iter(upcoming(paper)), None),
    )


def newest(paper: Paper) -> SupportPlan:
    """Return the newest version of the plan; raises UserProblem(document.nothing_there)."""
    plans = [each for each in paper.every(SupportPlan) if paper.gate.shows(each.id)]
    return max(plans, key=lambda each: each.version) if plans else paper.lacking(SupportPlan)


def _only_when(appointment: AppointmentLine | None) -> AppointmentLine | None:
    """Return day and time alone: what the appointment is for is nobody's business."""
    return AppointmentLine(date=appointment.date, time=appointment.time) if appointment is not None else None


def _tasks(paper: Paper, languages: tuple[str, ...]) -> Iterator[TaskView]:
    measures = paper.every(Measure)
    plans = {goal.id: paper.find(SupportPlan, goal.plan) for goal in paper.every(Goal) if paper.gate.shows(goal.plan)}
    done = [each for each in measures if each.state == "done"]
    for measure in (*open_promises(measures), *done):
        domains = _domains(paper, measure)
        text = paper.text(measure, "text") or ""
        if not text or not paper.gate.allows(measure.id, "who") or not may_hang(domains, text):
            continue
        plan = plans.get(measure.goal) if measure.goal is not None else None
        translated = plan is None or speaks(plan, languages)
        yield TaskView(
            text=text,
            translation=paper.text(measure, "text_translation") if translated else None,
            who=next((who for who in ("family", "case_manager") if who in measure.who), "third"),
            until=measure.until,
            domain=min(domains),
            done=measure.state == "done",
        )


def _domains(paper: Paper, measure: Measure) -> frozenset[str]:
    """Return the life domains a step belongs to: its goal's, or the topics of the talk it was agreed at."""
    goals = {goal.id: goal for goal in paper.every(Goal)}
    if measure.goal is not None:
        goal = goals.get(measure.goal)
        return (
            frozenset({str(goal.domain)})
            if goal is not None and goal.domain and paper.gate.shows(goal.id)
            else frozenset()
        )
    talks = {contact.id: contact for contact in paper.every(Contact)}
    talk = talks.get(measure.contact) if measure.contact is not None else None
    return frozenset(map(str, talk.topics)) if talk is not None else frozenset()
