"""The plan as the screen says it to one person: the sentences of the edition that is read aloud."""

from __future__ import annotations

from kimdesk.documents.aloud import who_does
from kimdesk.documents.tasks import sign_for
from kimdesk.documents.voices import date_in
from kimdesk.domain.views.documents import GoalView, MeasureView, PlanView
from kimdesk.domain.views.papers import AppointmentLine
from kimdesk.domain.views.turned import TurnedGoal, TurnedLine, TurnedPlan, TurnedStep
from kimdesk.text.cldr import language_name
from kimdesk.text.direction import isolated
from kimdesk.text.phrases import Phrases


def turned(
    name: str, plan: PlanView | None, appointments: tuple[AppointmentLine, ...], voice: Phrases, *, phone: str
) -> TurnedPlan:
    """Return what is shown; a text that is not translated yet stays as it was written, and says so."""
    title = voice.say(f"plan.title.{plan.title}") if plan is not None else voice.say("fridge.title")
    wish = (plan.wish_translation or plan.wish or "") if plan is not None else ""
    return TurnedPlan(
        language=voice.language,
        direction=voice.direction,
        title=title,
        name=name,
        version=_version(plan, voice) if plan is not None else "",
        wish_heading=voice.say("plan.wish") if wish else "",
        wish=wish,
        wish_foreign=bool(wish) and _foreign(plan.wish_translation if plan is not None else None, voice),
        goals_heading=voice.say("plan.goals") if plan is not None and plan.goals else "",
        goals=tuple(_goal(goal, voice) for goal in plan.goals) if plan is not None else (),
        appointments_heading=voice.say("fridge.next_appointment"),
        appointments=tuple(_appointment(each, voice) for each in appointments),
        no_appointment="" if appointments else voice.say("fridge.no_appointment"),
        call=voice.say("fridge.call", phone=phone) if phone else "",
        not_translated=voice.say("not_translated"),
        notes=(_draft(voice),) if voice.drafts() else (),
    )


def _version(plan: PlanView, voice: Phrases) -> str:
    said = voice.say("plan.version", version=plan.version, date=date_in(voice, plan.date))
    return said if plan.state == "signed" else f"{voice.say('plan.draft')} · {said}"


def _draft(voice: Phrases) -> str:
    name = language_name(voice.language, voice.language) or voice.name
    said = voice.say("draft.translation", language=name)
    return said[:1].upper() + said[1:]


def _foreign(translation: str | None, voice: Phrases) -> bool:
    return not translation and voice.language not in {"de", "de-simple"}


def _goal(goal: GoalView, voice: Phrases) -> TurnedGoal:
    name = voice.say("plan.goal_plain", number=goal.number)
    if goal.domain is not None:
        name = voice.say("plan.goal", number=goal.number, domain=voice.say(f"life_domain.{goal.domain}"))
    return TurnedGoal(
        name=name,
        wording=goal.wording_translation or goal.wording,
        foreign=_foreign(goal.wording_translation, voice),
        steps=tuple(_step(each, goal, voice) for each in goal.measures if each.state != "dropped"),
    )


def _step(step: MeasureView, goal: GoalView, voice: Phrases) -> TurnedStep:
    sign = sign_for(step.text, goal.domain)
    until = ""
    if step.until is not None and step.state == "open":
        until = voice.say("aloud.until", date=date_in(voice, step.until))
    return TurnedStep(
        sign=sign,
        word=voice.say(f"pictogram.{sign}"),
        sentence=who_does(step, step.text_translation or step.text, voice),
        until=until,
        done=step.state == "done",
        foreign=_foreign(step.text_translation, voice),
    )


def _appointment(line: AppointmentLine, voice: Phrases) -> TurnedLine:
    when = " · ".join(part for part in (date_in(voice, line.date), line.time) if part)
    what = " · ".join(part for part in (line.title, line.place) if part)
    return TurnedLine(when=when, what=isolated(what, voice.direction) if what else "")
