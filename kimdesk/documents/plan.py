"""The support plan: a family edition of at most two pages and the full one for the record (DIN 5008, protection.md)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import Literal

from kimdesk.documents.blocks import (
    Beside,
    Block,
    Bullets,
    Cell,
    Document,
    Gap,
    Handwriting,
    Heading,
    Paragraph,
    Run,
    SignatureLines,
    Table,
    Together,
    text,
)
from kimdesk.documents.voices import (
    EASY_GERMAN,
    Voices,
    as_written,
    date_in,
    measure_cell,
    paragraph,
    side_by_side,
    translated,
    who,
)
from kimdesk.domain.views.documents import GoalView, MeasureView, PlanView
from kimdesk.text.phrases import Phrases

NARROW_DATES, WIDE_DATES = (9, 4.2, 3.2, 2.8), (6.6, 4, 5, 3.6)
"""Columns what – who – by when – state; dates in words need more room."""
Edition = Literal["family", "full"]
FAMILY_STATES = frozenset(("reached", "partly_reached", "dropped"))
"""What the family edition says about a goal; it rates nothing and never says that a goal does not move."""


def plan(view: PlanView, voices: Voices, edition: Edition, *, steps: int | None = None) -> Document:
    """Return the plan as blocks; with `steps` each goal keeps that many next open steps, and the plan says so."""
    full = edition == "full"
    kept = view.goals if steps is None else tuple(_shortened(goal, steps) for goal in view.goals)
    title = f"plan.title.{view.title}"
    left = voices.joined(title)
    if view.state == "draft":
        left += f" · {voices.first.say('plan.draft')}"
    blocks = (
        *voices.title(title),
        *_subtitle(view, voices),
        *voices.draft_note(),
        *_wish(view, voices),
        voices.section("plan.goals"),
        *(_goal(goal, voices, full=full) for goal in kept),
        *((voices.line("plan.more_steps", style="small"),) if kept != view.goals else ()),
        Together((voices.section("plan.next"), *_next(view, voices))),
        *((Together((voices.section("plan.about"), _about(view, voices))),) if full else ()),
        *_agreement(view, voices),
    )
    return Document(
        title=f"{voices.first.say(title)} {view.case_number}",
        languages=voices.languages,
        created=view.date,
        author=view.author,
        frame=voices.frame(left, voices.edge(view.case_number, view.reader_initials)),
        blocks=blocks,
    )


def _shortened(goal: GoalView, steps: int) -> GoalView:
    """Return a goal with its next open steps only, for a family edition that would grow too long."""
    waiting = [measure for measure in goal.measures if measure.state == "open"]
    waiting.sort(key=lambda measure: measure.until or dt.date.max)
    return replace(goal, measures=tuple(waiting[:steps]))


def _subtitle(view: PlanView, voices: Voices) -> tuple[Block, ...]:
    lines = []
    for k, voice in enumerate(voices.all):
        name = view.family_name if k == 0 else view.family_name_native or view.family_name
        version = voice.say("plan.version", version=view.version, date=date_in(voice, view.date))
        draft = (Run(f"{voice.say('plan.draft')} · ", bold=True),) if view.state == "draft" else ()
        runs = (*draft, Run(f"{voice.say('family', name=name)} · {version}"))
        lines.append(Paragraph(runs=runs, language=voice.language, field="Familienname"))
    return (side_by_side(tuple(lines)),)


def _wish(view: PlanView, voices: Voices) -> tuple[Block, ...]:
    if not view.wish:
        return ()
    versions = []
    for k, voice in enumerate(voices.all):
        words = translated(view.wish, view.wish_translation, k, voice)
        quoted = voice.say("quote", text=_unquoted(words)) if k == 0 or view.wish_translation else words
        own = as_written if k == 0 else partial(paragraph, voice=voice)
        versions.append(own(quoted, style="lead", field="Wunsch der Familie"))
    return (Together((voices.section("plan.wish"), side_by_side(tuple(versions)))),)


def _unquoted(words: str) -> str:
    """Return words without the quotation marks somebody typed around all of them."""
    inner = words.strip()[1:-1]
    return inner if words.strip() in (f"„{inner}“", f"“{inner}”", f'"{inner}"', f"»{inner}«") else words


def _goal(goal: GoalView, voices: Voices, *, full: bool) -> Block:
    if voices.bilingual:
        return _bilingual_goal(goal, voices, full=full)
    return _single_goal(goal, voices.first, full=full)


def _goal_name(goal: GoalView, voice: Phrases) -> str:
    if goal.domain is None:
        return voice.say("plan.goal_plain", number=goal.number)
    return voice.say("plan.goal", number=goal.number, domain=voice.say(f"life_domain.{goal.domain}"))


def _goal_facts(goal: GoalView, voice: Phrases, *, full: bool) -> str:
    """Return date and state as they follow the goal's name; the full edition says them apart."""
    facts = [voice.say("until", date=date_in(voice, goal.due))] if goal.due else []
    if not full and goal.state in FAMILY_STATES:
        facts.append(voice.say(f"goal_state.{goal.state}"))
    return "".join(f"\u00a0· {fact}" for fact in facts)


def _state_line(goal: GoalView, voice: Phrases) -> str:
    parts = []
    if goal.state:
        parts.append(voice.say("plan.state", state=voice.say(f"goal_state.{goal.state}")))
    if goal.priority:
        parts.append(voice.say("plan.priority", priority=voice.say(f"priority.{goal.priority}")))
    return " · ".join(parts)


def _bilingual_goal(goal: GoalView, voices: Voices, *, full: bool) -> Block:
    """Return a table with both languages row by row, so that they can be compared."""
    field = f"Ziel {goal.number}"
    head, wording, indicator, state = [], [], [], []
    for k, voice in enumerate(voices.all):
        name = (Run(_goal_name(goal, voice), bold=True), Run(_goal_facts(goal, voice, full=full)))
        head.append(Cell((Paragraph(runs=name, style="cell", language=voice.language),), voice.language))
        wording.append(_cell(translated(goal.wording, goal.wording_translation, k, voice), voice, field))
        seen_by = translated(goal.indicator or "", goal.indicator_translation, k, voice)
        indicator.append(_cell(voice.say("plan.indicator", text=seen_by), voice, field))
        state.append(_cell(_state_line(goal, voice), voice, field))
    rows = [tuple(wording)]
    rows += [tuple(indicator)] if full and goal.indicator else []
    rows += [tuple(measure_cell(one, k, voice, field) for k, voice in enumerate(voices.all)) for one in goal.measures]
    rows += [tuple(state)] if full and _state_line(goal, voices.first) else []
    table = Table(head=tuple(head), rows=tuple(rows), widths=(1,) * len(voices.all))
    return Together((table,))


def _cell(value: str, voice: Phrases, field: str) -> Cell:
    return Cell((paragraph(value, voice, style="cell", field=field),) if value else (), voice.language)


def _single_goal(goal: GoalView, voice: Phrases, *, full: bool) -> Block:
    """Return heading, wording and a table of measures."""
    field = f"Ziel {goal.number}"
    blocks: list[Block] = [
        Heading(level=3, text=_goal_name(goal, voice) + _goal_facts(goal, voice, full=full)),
        as_written(goal.wording, field=field),
    ]
    if full and goal.indicator:
        blocks.append(paragraph(voice.say("plan.indicator", text=goal.indicator), voice, style="small", field=field))
    if full and _state_line(goal, voice):
        blocks.append(paragraph(_state_line(goal, voice), voice, style="small"))
    if goal.measures:
        blocks.append(measures_table(goal.measures, voice, field, states=full))
    return Together(tuple(blocks))


def measures_table(measures: tuple[MeasureView, ...], voice: Phrases, field: str, *, states: bool) -> Table:
    """Return a table what – who – by when, in one language; a state column if any measure is no longer open."""
    states = states or any(measure.state != "open" for measure in measures)
    keys = ["plan.what", "plan.who", "plan.until", *(["plan.measure_state"] if states else [])]
    head = tuple(
        Cell((Paragraph(runs=text(voice.say(key), bold=True), style="cell", language=voice.language),)) for key in keys
    )
    rows = []
    for one in measures:
        until = date_in(voice, one.until) if one.until else ""
        values = [who(one, voice), until, *([voice.say(f"measure_state.{one.state}")] if states else [])]
        what = Cell((as_written(one.text, style="cell", field=field),))
        rows.append((what, *(_cell(value, voice, field) for value in values)))
    widths = WIDE_DATES if voice.language == EASY_GERMAN else NARROW_DATES
    return Table(head=head, rows=tuple(rows), widths=widths[: len(keys)])


def _next(view: PlanView, voices: Voices) -> tuple[Block, ...]:
    met = view.review_date
    return (
        voices.line("plan.review", date=met) if met else voices.line("plan.review_open"),
        voices.line("differs" if voices.bilingual else "wrong", phone=view.phone),
        voices.line("contact.line", author=view.author, provider=view.provider, phone=view.phone, style="small"),
    )


def _about(view: PlanView, voices: Voices) -> Table:
    voice = voices.first
    version = voice.say("plan.version", version=view.version, date=date_in(voice, view.date))
    facts = [
        ("plan.case_number", view.case_number),
        ("plan.family", view.family_name),
        ("plan.edition", version),
        ("plan.participants", voice.listed(view.participants)),
        ("plan.interpreter", view.interpreter or ""),
        ("contact.person", voice.listed((view.author, view.provider))),
    ]
    return facts_table([(voice.say(key), value) for key, value in facts if value], voice)


def facts_table(facts: list[tuple[str, str]], voice: Phrases) -> Table:
    """Return labels with their values, the labels as row headers."""
    rows = tuple(
        (
            Cell((paragraph(label, voice, style="label"),)),
            Cell((paragraph(value, voice, field=label),)),
        )
        for label, value in facts
    )
    return Table(head=(), rows=rows, widths=(1, 3), row_heads=True, framed=False)


def _agreement(view: PlanView, voices: Voices) -> tuple[Block, ...]:
    """Return what was agreed and how; a draft claims no agreement and has nothing to sign."""
    if view.state == "draft":
        return ()
    blocks = [voices.section("plan.agreement"), voices.line("plan.voluntary")]
    if view.interpreter:
        blocks.append(voices.line("interpreted", name=view.interpreter))
    blocks += (_signed(view, voices), *_handwritten(view, voices)) if view.state == "signed" else _to_sign(voices)
    return (Together(tuple(blocks)),)


def _signed(view: PlanView, voices: Voices) -> Block:
    versions = []
    for voice in voices.all:
        form = voice.say(f"signature_form.{view.signature_form or 'paper'}")
        said = voice.say("plan.signed", date=date_in(voice, view.signed_on or view.date), form=form)
        versions.append(Paragraph(runs=text(said, bold=True), language=voice.language))
    return side_by_side(tuple(versions))


def _handwritten(view: PlanView, voices: Voices) -> tuple[Block, ...]:
    """Return what was signed on the screen, as lines on paper."""
    if not view.signature:
        return ()
    label = tuple(paragraph(voice.say("plan.sign_family"), voice, style="label") for voice in voices.all)
    drawn = Handwriting(strokes=view.signature, alt=voices.first.say("plan.sign_family"))
    return (SignatureLines(fields=(label,), signed=(drawn,)),)


def _to_sign(voices: Voices) -> tuple[Block, ...]:
    """Return lines to sign, and as an equal choice a box for not signing."""
    fields = tuple(
        tuple(paragraph(voice.say(key), voice, style="label") for voice in voices.all)
        for key in ("plan.sign_family", "plan.sign_case_manager")
    )
    head, *others = (paragraph(voice.say("plan.not_signed"), voice) for voice in voices.all)
    box = Bullets(items=(head,), marker="box", language=head.language)
    refusal = Beside(columns=((box,), *((one,) for one in others)), widths=(1,) * len(voices.all))
    return (SignatureLines(fields=fields), Gap(6), refusal, SignatureLines(fields=((),)))
