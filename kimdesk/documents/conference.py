"""Case conference: the invitation as a letter, and the minutes for those who were invited."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from kimdesk.documents.blocks import Block, Bullets, Document, Gap, Together
from kimdesk.documents.letters import letter_of
from kimdesk.documents.papers import Fact, beside, facts, labels, listed, paper, part
from kimdesk.documents.steps import steps_table
from kimdesk.documents.voices import Voices, as_written, date_in, paragraph
from kimdesk.domain.views.letters import ConferenceView, MinutesView, ParticipantLine

STEPS = tuple(f"conference.agenda_{number}" for number in range(1, 7))


def conference(view: ConferenceView, voices: Voices) -> Document:
    """Return the invitation; the family is there and has a say."""
    subject = tuple(voice.say("document.conference") for voice in voices.all)
    return letter_of(view, voices, "conference", subject, _invited(view, voices))


def _invited(view: ConferenceView, voices: Voices) -> Iterator[Block]:
    yield voices.line("conference.lead")
    yield from facts(voices, _when(view.on, view.time, view.place))
    yield voices.line("conference.family_there")
    if view.interpreter:
        yield voices.line("interpreted", name=view.interpreter)
    yield from part(voices, "conference.aim", *([as_written(view.occasion, field="Anlass")] if view.occasion else []))
    yield from part(voices, "conference.agenda", *_agenda(view, voices))
    yield from part(voices, "conference.invited", *_people(view.participants))
    yield voices.line("conference.consent")
    yield voices.line("conference.confidential")
    if view.answer_by is not None:
        yield voices.line("conference.answer_by", date=view.answer_by, phone=view.phone)


def _when(day: dt.date, time: str, place: str) -> list[Fact]:
    rows: list[Fact] = [("label.date", lambda voice: date_in(voice, day))]
    rows += [("label.time", lambda _voice: time)] if time else []
    rows += [("label.place", lambda _voice: place)] if place else []
    return rows


def _agenda(view: ConferenceView, voices: Voices) -> Iterator[Block]:
    """Yield what is planned: the topics entered, else the usual steps."""
    if view.agenda:
        yield Bullets(items=tuple(as_written(line, field="Themen") for line in view.agenda), marker="number")
        return
    yield beside(
        voices,
        lambda _k, voice: Bullets(
            items=tuple(paragraph(voice.say(key), voice) for key in STEPS), marker="number", language=voice.language
        ),
    )


def _people(participants: Iterable[ParticipantLine]) -> tuple[Block, ...]:
    return listed([as_written(_named(each), field="Beteiligte") for each in participants])


def _named(each: ParticipantLine) -> str:
    return f"{each.name} ({each.function})" if each.function else each.name


def minutes(view: MinutesView, voices: Voices) -> Document:
    """Return the minutes; of what was said only the lines picked."""
    return paper(view, voices, "document.minutes", tuple(_minutes(view, voices)))


def _minutes(view: MinutesView, voices: Voices) -> Iterator[Block]:
    yield from facts(voices, _when(view.on, "", view.place))
    yield from part(voices, "conference.aim", *([as_written(view.occasion, field="Anlass")] if view.occasion else []))
    yield from part(voices, "minutes.present", *_people(view.present))
    yield from part(voices, "minutes.excused", *_people(view.excused))
    yield from part(voices, "minutes.lead", as_written(view.author))
    if view.interpreter:
        yield voices.line("interpreted", name=view.interpreter)
    yield from part(voices, "minutes.discussed", *(as_written(line, field="Protokoll") for line in view.lines))
    yield voices.section("minutes.agreed")
    yield steps_table(view.agreed, voices, "Vereinbarung") if view.agreed else voices.line("nothing")
    yield Gap(6)
    following = view.next_on
    yield voices.line("minutes.next", date=following) if following else voices.line("minutes.no_next")
    if view.correct_by is not None:
        yield voices.line("minutes.correct_by", date=view.correct_by)
    signed = labels(voices, "sign.person", "sign.case_manager")
    yield Together((voices.line("minutes.confidential"), signed))
