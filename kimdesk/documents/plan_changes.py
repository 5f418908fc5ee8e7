"""Two versions of a plan compared in sentences: the same on paper and on the screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kimdesk.documents.blocks import Block, Document, Heading, Together
from kimdesk.documents.papers import listed, paper
from kimdesk.documents.voices import Voices, date_in, paragraph, who
from kimdesk.domain.views.documents import MeasureView
from kimdesk.domain.views.plan_changes import GoalChange, PlanChangesView, StepChange, Told, ToldGoal, VersionLine
from kimdesk.text.phrases import Phrases


def plan_changes(view: PlanChangesView, voices: Voices) -> Document:
    """Return the comparison; papers of the desk have one language."""
    return paper(view, voices, "document.plan_changes", tuple(_blocks(told(view, voices.first), voices)))


def _blocks(found: Told, voices: Voices) -> Iterator[Block]:
    voice = voices.first
    yield paragraph(found.versions, voice, style="lead")
    if found.nothing:
        yield paragraph(found.nothing, voice)
    if found.wish:
        yield Together((voices.section("plan.wish"), *(paragraph(each, voice, field="Wunsch") for each in found.wish)))
    if found.goals:
        yield voices.section("plan.goals")
    for number, goal in enumerate(found.goals, start=1):
        word = paragraph(goal.word, voice, style="label")
        lines = [paragraph(each, voice, field=f"Ziel {number}") for each in goal.sentences]
        yield Together((Heading(level=3, text=goal.heading), word, *listed(lines)))


def told(view: PlanChangesView, voice: Phrases) -> Told:
    """Return the comparison in the sentences of one language."""
    wish = tuple(_wish(view, voice))
    same = not wish and all(goal.turn == "same" for goal in view.goals)
    return Told(
        versions=voice.say(
            "plan_changes.versions", newer=_version(view.newer, voice), older=_version(view.older, voice)
        ),
        wish=wish,
        goals=tuple(_goal(goal, voice) for goal in view.goals),
        nothing=voice.say("plan_changes.nothing") if same else "",
    )


def _version(version: VersionLine, voice: Phrases) -> str:
    said = voice.say("plan.version", version=version.number, date=date_in(voice, version.date))
    return said if version.signed else f"{said} ({voice.say('plan.draft')})"


def _wish(view: PlanChangesView, voice: Phrases) -> Iterator[str]:
    if view.wish == view.wish_before:
        return
    if view.wish:
        yield voice.say("plan_changes.now", text=_quoted(view.wish, voice))
    if view.wish_before:
        yield voice.say("plan_changes.before", text=_quoted(view.wish_before, voice))


def _quoted(words: str, voice: Phrases) -> str:
    return words if words.startswith(("„", "“", "»", '"')) else voice.say("quote", text=words)


def _goal(goal: GoalChange, voice: Phrases) -> ToldGoal:
    domain = voice.say(f"life_domain.{goal.domain}") if goal.domain else ""
    word = voice.say(f"plan_changes.goal_{goal.turn}")
    if goal.turn == "reached" and goal.reached_on is not None:
        word = voice.say("plan_changes.reached_on", date=date_in(voice, goal.reached_on))
    return ToldGoal(
        heading=f"{domain}: {goal.wording}" if domain else goal.wording,
        turn=goal.turn,
        word=word,
        sentences=(*_goal_facts(goal, voice), *(_step(step, voice) for step in goal.steps)),
    )


def _goal_facts(goal: GoalChange, voice: Phrases) -> Iterator[str]:
    if goal.wording_before is not None:
        yield voice.say("plan_changes.before", text=_quoted(goal.wording_before, voice))
    if goal.indicator is not None:
        yield voice.say("plan_changes.indicator", text=goal.indicator)
    if goal.due_changed:
        yield _days(goal.due, goal.due_before, voice)
    if goal.state_before is not None:
        state, before = (voice.say(f"goal_state.{code}") for code in (goal.state or "open", goal.state_before))
        yield voice.say("plan_changes.state", state=state, before=before)


def _days(due: dt.date | None, before: dt.date | None, voice: Phrases) -> str:
    if due is None:
        return voice.say("plan_changes.due_gone", before=date_in(voice, before) if before else "")
    if before is None:
        return voice.say("plan_changes.due_new", date=date_in(voice, due))
    return voice.say("plan_changes.due_changed", date=date_in(voice, due), before=date_in(voice, before))


def _step(change: StepChange, voice: Phrases) -> str:
    text = _in_words(change.step, voice)
    if change.turn == "done" and change.done_on is not None:
        return voice.say("plan_changes.step_done_on", date=date_in(voice, change.done_on), text=text)
    said = voice.say(f"plan_changes.step_{change.turn}", text=text)
    if change.before is None:
        return said
    return f"{said} {voice.say('plan_changes.step_before', text=_in_words(change.before, voice))}"


def _in_words(step: MeasureView, voice: Phrases) -> str:
    names = who(step, voice)
    until = f" – {voice.say('until', date=date_in(voice, step.until))}" if step.until else ""
    return f"{names}: {step.text}{until}" if names else f"{step.text}{until}"
