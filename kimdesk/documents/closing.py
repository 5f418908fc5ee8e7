"""When the support ends: the closing report for the family, and the note about a talk some time later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kimdesk.documents.blocks import Block, Bullets, Cell, Document, Gap, Paragraph, Run, Table, Together
from kimdesk.documents.papers import beside, boxes, cell, labels, listed, paper, part, ruled, ruled_part, table
from kimdesk.documents.plan import FAMILY_STATES
from kimdesk.documents.voices import Voices, as_written, date_in, paragraph, translated
from kimdesk.domain.views.documents import GoalView
from kimdesk.domain.views.ending import AftercareView, ChangeLine, ClosingView, ServiceLine
from kimdesk.text.phrases import Phrases

MONTH = 30.4
RESULTS = ("result_well", "result_answered", "result_again", "result_not_reached")


def closing(view: ClosingView, voices: Voices) -> Document:
    """Return what was reached, what still runs and who goes on; it blames nobody."""
    return paper(view, voices, "document.closing", tuple(_closing(view, voices)))


def _closing(view: ClosingView, voices: Voices) -> Iterator[Block]:
    yield voices.line("closing.lead")
    for number in range(len(_period(view, voices.first))):
        yield beside(voices, lambda _k, voice, number=number: paragraph(_period(view, voice)[number], voice))  # type: ignore[misc]
    if view.reason:
        yield from part(voices, "closing.reason", voices.line(f"closing_reason.{view.reason}"))
    yield from part(voices, "closing.goals", *_goals(view.goals, voices))
    yield from part(voices, "closing.change", *_changes(view, voices), *_words(view.reached, "Was erreicht wurde"))
    running = (*_services(view.running, voices), *_words(view.running_words, "Laufende Vermittlungen"))
    yield from part(voices, "closing.running", *running)
    yield from part(voices, "closing.deadlines", *_words(view.deadlines, "Offene Termine"))
    continues = [as_written(view.continues, field="Wer weiter begleitet")] if view.continues else []
    yield from part(voices, "closing.continues", *continues)
    said = [voices.line(f"satisfaction.{view.satisfaction}")] if view.satisfaction else []
    yield from part(voices, "closing.feedback", *said, *_words(view.feedback, "Rückmeldung"))
    if view.returned:
        yield from part(voices, "closing.returned", voices.line("handed_over", date=view.end))
    yield Together(tuple(_farewell(view, voices)))


def _farewell(view: ClosingView, voices: Voices) -> Iterator[Block]:
    if view.kept_until is not None:
        yield voices.line("closing.kept_until", date=view.kept_until)
    yield voices.line("closing.again", phone=view.phone)
    yield voices.line("closing.thanks")
    yield labels(voices, "sign.person", "sign.case_manager")


def _period(view: ClosingView, voice: Phrases) -> list[str]:
    """Return how long it was and how often people met, a sentence each."""
    parts = []
    if view.start is not None:
        months = max(1, round((view.end - view.start).days / MONTH))
        start, end = date_in(voice, view.start), date_in(voice, view.end)
        parts = [voice.say("closing.period", start=start, end=end), voice.say("closing.months", n=months)]
    parts += [voice.say("closing.contacts", n=view.contacts)] if view.contacts else []
    return parts or [date_in(voice, view.end)]


def _words(lines: Iterable[str], field: str) -> tuple[Block, ...]:
    return tuple(as_written(line, field=field) for line in lines)


def _goals(goals: Iterable[GoalView], voices: Voices) -> Iterator[Block]:
    for goal in goals:
        yield beside(voices, lambda k, voice, goal=goal: _goal(goal, k, voice))  # type: ignore[misc]


def _goal(goal: GoalView, k: int, voice: Phrases) -> Bullets:
    state = f" –\u00a0{voice.say(f'goal_state.{goal.state}')}" if goal.state in FAMILY_STATES else ""
    wording = translated(goal.wording, goal.wording_translation, k, voice)
    runs = (Run(wording), Run(state, bold=True)) if state else (Run(wording),)
    line = Paragraph(runs=runs, language=voice.language, field=f"Ziel {goal.number}")
    return Bullets(items=(line,), language=voice.language)


def _changes(view: ClosingView, voices: Voices) -> tuple[Block, ...]:
    """Return how life domains were rated first and last: columns in one language, else row by row in both."""
    if not view.changes:
        return ()
    if voices.bilingual:
        head = tuple(_name(voice) for voice in voices.all)
        rows = tuple(
            tuple(Cell(cell(_in_words(line, voice), voice).blocks, voice.language) for voice in voices.all)
            for line in view.changes
        )
        return (Table(head=head, rows=rows, widths=(1,) * len(voices.all)), Gap(6))
    voice = voices.first
    own = [voice.say(f"assessment.{key}") for key in ("own_view", "our_view")]
    rows = tuple(
        (
            cell(voice.say(f"life_domain.{line.domain}"), voice),
            cell(_step(line.client, voice), voice),
            cell(_step(line.own, voice), voice),
        )
        for line in view.changes
    )
    return (table(voice, (voice.say("assessment.rating"), *own), rows, (4, 4, 4)), Gap(6))


def _name(voice: Phrases) -> Cell:
    return Cell((Paragraph(runs=(Run(voice.name, bold=True),), style="cell", language=voice.language),), voice.language)


def _in_words(line: ChangeLine, voice: Phrases) -> str:
    domain = voice.say(f"life_domain.{line.domain}")
    views = (("own_view", line.client), ("our_view", line.own))
    said = [
        f"{voice.label(voice.say(f'assessment.{key}'))} {_step(codes, voice)}" for key, codes in views if any(codes)
    ]
    return f"{domain}. {'. '.join(said)}"


def _step(codes: tuple[str | None, str | None], voice: Phrases) -> str:
    """Return "am Anfang 2, am Ende 4"; digits stand as they are in every language."""
    first, last = codes
    parts = [f"{voice.say('closing.at_start')} {first}"] if first else []
    parts += [f"{voice.say('closing.at_end')} {last}"] if last else []
    return voice.listed(parts)


def _services(lines: Iterable[ServiceLine], voices: Voices) -> Iterator[Block]:
    for line in lines:
        yield beside(voices, lambda _k, voice, line=line: _service(line, voice))  # type: ignore[misc]


def _service(line: ServiceLine, voice: Phrases) -> Bullets:
    name = line.name or voice.say(f"partner_type.{line.partner_type or 'other'}")
    facts = [voice.say(f"life_domain.{line.domain}")] if line.domain else []
    facts += [voice.say(f"referral_state.{line.state}")] if line.state else []
    runs = (Run(name, bold=True), Run("".join(f" · {fact}" for fact in facts)))
    item = Paragraph(runs=runs, language=voice.language, field="Stelle")
    return Bullets(items=(item,), language=voice.language)


def aftercare(view: AftercareView, voices: Voices) -> Document:
    """Return the note about a talk after the end, with boxes for what came of it."""
    return paper(view, voices, "document.aftercare", tuple(_aftercare(view, voices)))


def _aftercare(view: AftercareView, voices: Voices) -> Iterator[Block]:
    yield voices.line("aftercare.lead")
    yield beside(voices, lambda _k, voice: paragraph(_talk(view, voice), voice))
    yield from part(voices, "aftercare.now", *(_words(view.now, "Was die Familie sagt") or ruled(2)))
    yield from part(voices, "aftercare.lasting", *_goals(view.lasting, voices))
    yield from ruled_part(voices, "aftercare.questions", 1)
    yield from part(voices, "aftercare.pointed_to", *_pointed_to(view.pointed_to, voices))
    yield from part(voices, "aftercare.result", *boxes(voices, *(f"aftercare.{key}" for key in RESULTS)))
    yield Gap(8)
    yield voices.line("closing.again", phone=view.phone)


def _talk(view: AftercareView, voice: Phrases) -> str:
    form = [voice.say(f"contact_form.{view.form}")] if view.form else []
    return " · ".join([voice.say("aftercare.on", date=date_in(voice, view.on)), *form])


def _pointed_to(lines: Iterable[ServiceLine], voices: Voices) -> tuple[Block, ...]:
    """Return where the family was pointed to; without a state, which nobody knows yet."""
    voice = voices.first
    names = [line.name or voice.say(f"partner_type.{line.partner_type or 'other'}") for line in lines]
    return listed([as_written(name, field="Stelle") for name in names])
