"""The visit summary for the family: who was there, what was said and agreed, what comes next; never an assessment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from kimdesk.documents.blocks import Beside, Block, Document, Heading, Paragraph, Run, Together
from kimdesk.documents.papers import listed
from kimdesk.documents.plan import facts_table
from kimdesk.documents.steps import steps_table
from kimdesk.documents.voices import Voices, as_written, date_in, german_date, paragraph, side_by_side
from kimdesk.domain.views.documents import VisitView
from kimdesk.text.phrases import Phrases


def visit(view: VisitView, voices: Voices) -> Document:
    """Return the summary as blocks."""
    voice = voices.first
    return Document(
        title=f"{voice.say('visit.title')} {view.case_number}, {german_date(view.date)}",
        languages=voices.languages,
        created=view.date,
        author=view.author,
        frame=voices.frame(voices.joined("visit.title"), voices.edge(view.case_number, view.reader_initials)),
        blocks=(
            *voices.title("visit.title"),
            side_by_side(tuple(paragraph(_about(view, k, one), one) for k, one in enumerate(voices.all))),
            *voices.draft_note(),
            *_facts(view, voices),
            *_said(view, voices),
            *_agreed(view, voices),
            *_seen(view, voices),
            Together((voices.section("visit.next"), *_next(view, voices))),
        ),
    )


def _about(view: VisitView, k: int, voice: Phrases) -> str:
    form = voice.say(f"contact_form.{view.form or 'other'}")
    about = voice.say("visit.about", form=form, date=date_in(voice, view.date))
    name = view.family_name if k == 0 else view.family_name_native or view.family_name
    return f"{about} · {voice.say('family', name=name)}"


def _facts(view: VisitView, voices: Voices) -> tuple[Block, ...]:
    """Return place, people and topics, labelled in every language."""
    rows = (
        ("visit.where", view.place or ""),
        ("visit.present", voices.first.listed(view.present)),
        ("visit.interpreter", view.interpreter or ""),
        ("visit.topics", " · ".join(_topics(view, voice) for voice in voices.all) if not voices.bilingual else ""),
    )
    facts = [(voices.joined(key), value) for key, value in rows if value]
    blocks: list[Block] = [facts_table(facts, voices.first)] if facts else []
    if voices.bilingual and view.topics:
        blocks.append(side_by_side(tuple(_topic_line(view, voice) for voice in voices.all)))
    return tuple(blocks)


def _topics(view: VisitView, voice: Phrases) -> str:
    return voice.listed(voice.say(f"life_domain.{code}") for code in view.topics)


def _topic_line(view: VisitView, voice: Phrases) -> Paragraph:
    runs = (Run(f"{voice.label(voice.say('visit.topics'))} ", bold=True), Run(_topics(view, voice)))
    return Paragraph(runs=runs, language=voice.language)


def _said(view: VisitView, voices: Voices) -> tuple[Block, ...]:
    later = [(each.date, each.said) for each in view.corrections if each.said or not each.seen]
    return _noted(voices, "visit.said", "Was die Familie sagt", view.family_says, later)


def _agreed(view: VisitView, voices: Voices) -> tuple[Block, ...]:
    head = voices.section("visit.agreed")
    if not view.agreements:
        return (Together((head, voices.line("visit.nothing_agreed"))),)
    return (head, steps_table(view.agreements, voices, "Vereinbarung"))


def _seen(view: VisitView, voices: Voices) -> tuple[Block, ...]:
    later = [(each.date, each.seen) for each in view.corrections if each.seen]
    return _noted(voices, "visit.seen", "Gesehen und übergeben", view.documents_seen, later)


def _noted(
    voices: Voices, key: str, field: str, lines: tuple[str, ...], later: Sequence[tuple[dt.date, tuple[str, ...]]]
) -> tuple[Block, ...]:
    """Return what was noted, and below it what was put right later: each time an entry of its own, with its day."""
    if not lines and not later:
        return ()
    entries = (Together((corrected(voices, day), *_written(right, field))) for day, right in later)
    return (Together((voices.section(key), *_written(lines, field))), *entries)


def _written(lines: tuple[str, ...], field: str) -> tuple[Block, ...]:
    return listed([as_written(line, field=field) for line in lines])


def corrected(voices: Voices, day: dt.date) -> Block:
    """Return the heading of a correction, with its day."""
    words = [voice.say("visit.corrected", date=date_in(voice, day)) for voice in voices.all]
    head = Heading(level=3, text=words[0])
    if not voices.bilingual:
        return head
    other = paragraph(words[1], voices.all[1], style="entry")
    return Beside(columns=((head,), (other,)), widths=(1, 1))


def _next(view: VisitView, voices: Voices) -> tuple[Block, ...]:
    met = view.next_appointment
    return (
        voices.line("visit.next_appointment", date=met) if met else voices.line("visit.next_open"),
        voices.line("differs" if voices.bilingual else "wrong", phone=view.phone),
        voices.line("contact.line", author=view.author, provider=view.provider, phone=view.phone, style="small"),
    )
