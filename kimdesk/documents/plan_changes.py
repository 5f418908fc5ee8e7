"""Two versions of a plan compared in sentences: the same on paper and on the screen, in one language or two."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kimdesk.documents.blocks import Block, Cell, Document, Heading, Paragraph, Table, Together, text
from kimdesk.documents.papers import listed, paper
from kimdesk.documents.voices import Voices, date_in, paragraph, side_by_side, translated, who
from kimdesk.domain.views.documents import MeasureView
from kimdesk.domain.views.plan_changes import GoalChange, PlanChangesView, StepChange, Told, ToldGoal, VersionLine
from kimdesk.text.direction import OwnWords, isolated
from kimdesk.text.phrases import Phrases


def plan_changes(view: PlanChangesView, voices: Voices) -> Document:
    """Return the comparison; in two languages each sentence stands beside its own."""
    found = tuple(told(view, voice, k) for k, voice in enumerate(voices.all))
    return paper(view, voices, "document.plan_changes", tuple(_blocks(found, voices)))


def _blocks(found: tuple[Told, ...], voices: Voices) -> Iterator[Block]:
    def line(*versions: str, field: str = "") -> Block:
        return side_by_side(
            tuple(paragraph(each, voice, field=field) for each, voice in zip(versions, voices.all, strict=True))
        )

    leads = zip(found, voices.all, strict=True)
    yield side_by_side(tuple(paragraph(each.versions, voice, style="lead") for each, voice in leads))
    if found[0].nothing:
        yield line(*(each.nothing for each in found))
    if found[0].wish:
        lines = zip(*(each.wish for each in found), strict=True)
        yield Together((voices.section("plan.wish"), *(line(*each, field="Wunsch") for each in lines)))
    if found[0].goals:
        yield voices.section("plan.goals")
    for number, goals in enumerate(zip(*(each.goals for each in found), strict=True), start=1):
        yield Together(_goal_blocks(goals, voices, field=f"Ziel {number}"))


def _goal_blocks(goals: tuple[ToldGoal, ...], voices: Voices, field: str) -> tuple[Block, ...]:
    """Return one goal: a heading with its sentences, or both languages row by row, so that they can be compared."""
    if voices.bilingual:
        return (_bilingual_goal(goals, voices, field),)
    (goal,), voice = goals, voices.first
    word = paragraph(goal.word, voice, style="label")
    lines = [paragraph(each, voice, field=field) for each in goal.sentences]
    return (Heading(level=3, text=goal.heading), word, *listed(lines))


def _bilingual_goal(goals: tuple[ToldGoal, ...], voices: Voices, field: str) -> Table:
    def row(*versions: str, bold: bool = False) -> tuple[Cell, ...]:
        return tuple(
            Cell(
                (Paragraph(runs=text(each, bold=bold), style="cell", language=voice.language, field=field),),
                voice.language,
            )
            for each, voice in zip(versions, voices.all, strict=True)
        )

    sentences = zip(*((goal.word, *goal.sentences) for goal in goals), strict=True)
    return Table(
        head=row(*(goal.heading for goal in goals), bold=True),
        rows=tuple(row(*each) for each in sentences),
        widths=(1,) * len(goals),
    )


def told(view: PlanChangesView, voice: Phrases, k: int = 0) -> Told:
    """Return the comparison in the sentences of the k-th language; the first says texts as they were written."""
    wish = tuple(_wish(view, voice, k))
    same = not wish and all(goal.turn == "same" for goal in view.goals)
    return Told(
        versions=voice.say(
            "plan_changes.versions", newer=_version(view.newer, voice), older=_version(view.older, voice)
        ),
        wish=wish,
        goals=tuple(_goal(goal, voice, k) for goal in view.goals),
        nothing=voice.say("plan_changes.nothing") if same else "",
    )


def _version(version: VersionLine, voice: Phrases) -> str:
    said = voice.say("plan.version", version=version.number, date=date_in(voice, version.date))
    return said if version.signed else f"{said} ({voice.say('plan.draft')})"


def _wish(view: PlanChangesView, voice: Phrases, k: int) -> Iterator[str]:
    if view.wish == view.wish_before:
        return
    if view.wish:
        words = translated(view.wish, view.wish_translation, k, voice)
        yield voice.say("plan_changes.now", text=_quoted(words, voice))
    if view.wish_before:
        words = translated(view.wish_before, view.wish_before_translation, k, voice)
        yield voice.say("plan_changes.before", text=_quoted(words, voice))


def _quoted(words: str, voice: Phrases) -> str:
    """Return somebody's words in quotation marks, unless they have some or are not there."""
    bare = words.startswith(("„", "“", "»", "«", '"')) or words == voice.say("not_translated")
    return words if bare else voice.say("quote", text=words)


def _goal(goal: GoalChange, voice: Phrases, k: int) -> ToldGoal:
    domain = voice.say(f"life_domain.{goal.domain}") if goal.domain else ""
    word = voice.say(f"plan_changes.goal_{goal.turn}")
    if goal.turn == "reached" and goal.reached_on is not None:
        word = voice.say("plan_changes.reached_on", date=date_in(voice, goal.reached_on))
    wording = translated(goal.wording, goal.wording_translation, k, voice)
    return ToldGoal(
        heading=f"{voice.label(domain)} {wording}" if domain else wording,
        turn=goal.turn,
        word=word,
        sentences=(*_goal_facts(goal, voice, k), *(_step(step, voice, k) for step in goal.steps)),
    )


def _goal_facts(goal: GoalChange, voice: Phrases, k: int) -> Iterator[str]:
    if goal.wording_before is not None:
        before = translated(goal.wording_before, goal.wording_before_translation, k, voice)
        yield voice.say("plan_changes.before", text=_quoted(before, voice))
    if goal.indicator is not None:
        seen_by = translated(goal.indicator, goal.indicator_translation, k, voice)
        yield voice.say("plan_changes.indicator", text=seen_by)
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


def _step(change: StepChange, voice: Phrases, k: int) -> str:
    words = _in_words(change.step, voice, k)
    if change.turn == "done" and change.done_on is not None:
        return voice.say("plan_changes.step_done_on", date=date_in(voice, change.done_on), text=words)
    said = voice.say(f"plan_changes.step_{change.turn}", text=words)
    if change.before is None:
        return said
    return f"{said} {voice.say('plan_changes.step_before', text=_in_words(change.before, voice, k))}"


def _in_words(step: MeasureView, voice: Phrases, k: int) -> OwnWords:
    names = who(step, voice)
    words = isolated(translated(step.text, step.text_translation, k, voice), voice.direction)
    until = f" –\u00a0{voice.say('until', date=date_in(voice, step.until))}" if step.until else ""
    return OwnWords(f"{voice.label(names)} {words}{until}" if names else f"{words}{until}")
