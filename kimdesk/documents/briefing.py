"""Before a visit, on one page where possible: safety first, then who lives there, what was said, what is open."""

from __future__ import annotations

from collections.abc import Iterator

from kimdesk.documents.blocks import Beside, Block, Bullets, Document, Framed, Heading, Paragraph, Run, Together, text
from kimdesk.documents.papers import cell, listed, paper, part, ruled, table
from kimdesk.documents.voices import Voices, as_written, german_date, paragraph, until_run
from kimdesk.domain.views.documents import MeasureView
from kimdesk.domain.views.papers import AppointmentLine, BriefingView, DeadlineLine, LastContact, PersonLine
from kimdesk.text.cldr import language_name
from kimdesk.text.phrases import Phrases


def briefing(view: BriefingView, voices: Voices) -> Document:
    """Return the briefing as blocks, in the first language only."""
    return paper(view, voices, "document.briefing", tuple(body(view, voices)), named=view.named)


def body(view: BriefingView, voices: Voices) -> Iterator[Block]:
    """Yield what a briefing says, without its title."""
    voice = voices.first
    if not view.named:
        yield paragraph(voice.say("briefing.without_names"), voice, style="small")
    yield paragraph(voice.say("briefing.destroy"), voice, style="small")
    if view.safety:
        said = as_written(view.safety, field="Sicherheit")
        yield Framed(blocks=(Paragraph(runs=text(voice.say("briefing.safety"), bold=True)), said))
    yield from _only_with(view, voice)
    yield from part(voices, "briefing.household", *_household(view, voice))
    reach = (as_written(" · ".join(view.reach), field="Anschrift"),) if view.reach else ()
    yield from part(voices, "briefing.reach", *reach)
    if view.last is not None:
        yield from part(voices, "briefing.last_contact", *_last(view.last, voice))
    ours, familys = (_promises(each, voice) for each in (view.ours, view.familys))
    yield _pair(voices, ("briefing.open_ours", ours), ("briefing.open_family", familys))
    deadlines = [_deadline(line, voice) for line in view.deadlines]
    appointments = [_appointment(line, voice) for line in view.appointments]
    yield _pair(voices, ("briefing.deadlines", deadlines), ("briefing.appointments", appointments))
    goals = [as_written(goal.wording, field=f"Ziel {goal.number}") for goal in view.goals]
    yield from part(voices, "briefing.goals", *((Bullets(items=tuple(goals), marker="number"),) if goals else ()))
    yield from part(voices, "briefing.ask", *ruled(1))


def _only_with(view: BriefingView, voice: Phrases) -> Iterator[Block]:
    lines = tuple(
        paragraph(
            voice.say(
                "briefing.only_with_line",
                form=voice.say(f"contact_form.{talk.form or 'other'}"),
                date=german_date(talk.date),
                name=talk.only_with,
            ),
            voice,
        )
        for talk in view.only_with
    )
    if lines:
        head = Paragraph(runs=text(voice.say("briefing.only_with"), bold=True))
        yield Framed(blocks=(head, Bullets(items=lines)))


def _household(view: BriefingView, voice: Phrases) -> Iterator[Block]:
    if view.household:
        head = [voice.say(f"label.{key}") for key in ("name", "role", "languages")]
        rows = [
            (cell(person.name if view.named else f"{_role(person, voice)} {person.name}", field="Name"),
             cell(_who(person, voice), voice), cell(_languages(person, voice), voice))
            for person in view.household
        ]  # fmt: skip
        yield table(voice, head, rows, (4, 3, 5))
    if view.interpreter:
        yield paragraph(voice.say("briefing.with_interpreter", name=view.interpreter), voice)


def _role(person: PersonLine, voice: Phrases) -> str:
    return voice.say(f"family_role.{person.role or 'other'}")


def _who(person: PersonLine, voice: Phrases) -> str:
    age = [voice.say("briefing.years", n=person.age)] if person.age is not None else []
    return voice.listed([*([_role(person, voice)] if person.role else []), *age])


def _languages(person: PersonLine, voice: Phrases) -> str:
    names = [language_name(code, voice.language) or code for code in person.languages]
    return voice.listed([*names, *([voice.say("briefing.needs_interpreter")] if person.interpreter_needed else [])])


def _last(last: LastContact, voice: Phrases) -> Iterator[Block]:
    form = voice.say(f"contact_form.{last.form or 'other'}")
    ago = voice.say("briefing.days_ago", n=last.days)
    topics = voice.listed(voice.say(f"life_domain.{code}") for code in last.topics)
    yield paragraph(" · ".join(part for part in (f"{form}, {german_date(last.date)} ({ago})", topics) if part), voice)
    if last.said:
        said = listed([as_written(line, field="Was die Familie sagt") for line in last.said])
        yield Together((Paragraph(runs=text(voice.say("briefing.said"), bold=True)), *said))
    for each in last.corrections:
        right = listed([as_written(line, field="Was die Familie sagt") for line in (*each.said, *each.seen)])
        day = voice.say("briefing.corrected", date=german_date(each.date))
        yield Together((Paragraph(runs=text(day, bold=True), language=voice.language), *right))


def _pair(voices: Voices, *parts: tuple[str, list[Paragraph]]) -> Block:
    """Return two short lists beside each other, so that the briefing stays on one page."""
    voice = voices.first
    columns = tuple(
        (Heading(level=2, text=voice.say(key)), Bullets(items=tuple(lines or [paragraph(nothing(voice), voice)])))
        for key, lines in parts
    )
    return Beside(columns=columns, widths=(1, 1))


def nothing(voice: Phrases) -> str:
    """Return the words for an empty list."""
    return voice.say("briefing.nothing")


def _promises(measures: tuple[MeasureView, ...], voice: Phrases) -> list[Paragraph]:
    return [_promise(each, voice) for each in measures]


def _promise(measure: MeasureView, voice: Phrases) -> Paragraph:
    until = (until_run(voice, measure.until),) if measure.until is not None else ()
    return Paragraph(runs=(Run(measure.text), *until), language="de", field="Zusage")


def _deadline(line: DeadlineLine, voice: Phrases) -> Paragraph:
    words = line.text
    if line.matter:
        about = voice.say(line.text) if line.matter == "consent_ends" else line.text
        words = voice.say(f"briefing.{line.matter}", text=about).removesuffix(": ")
    return Paragraph(runs=(Run(f"{german_date(line.date)}: ", bold=True), Run(words)), language=voice.language)


def _appointment(line: AppointmentLine, voice: Phrases) -> Paragraph:
    rest = voice.listed(part for part in (line.time, line.title, line.place) if part)
    runs = (Run(german_date(line.date), bold=True), Run(f" · {rest}" if rest else ""))
    return Paragraph(runs=runs, language="de")
