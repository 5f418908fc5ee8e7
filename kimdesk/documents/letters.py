"""Letters by DIN 5008: the frame all of them share, the letter in own words, the invitation to talk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kimdesk.documents.blocks import (
    Beside,
    Block,
    Document,
    Gap,
    Heading,
    Letterhead,
    LetterTop,
    Paragraph,
    Together,
    paragraphs,
    plain,
    text,
)
from kimdesk.documents.papers import OPEN, Fact, beside, boxes, facts, labels
from kimdesk.documents.voices import Voices, as_written, date_in, german_date, paragraph
from kimdesk.domain.views.letters import InvitationView, LetterPaper, LetterView
from kimdesk.domain.views.papers import AppointmentLine
from kimdesk.text.phrases import Phrases

SIGNING = 30
"""Room for a signature by hand, in points."""
SHORT_ENOUGH = 300
"""Letters of a last paragraph that stays with the closing."""


def letter(view: LetterView, voices: Voices) -> Document:
    """Return a letter in the case manager's own words; what is not translated says so."""
    subject = (view.subject, *([view.subject_translation] * (len(voices.all) - 1)))
    return letter_of(view, voices, "letter", subject, _own_words(view, voices))


def invitation(view: InvitationView, voices: Voices) -> Document:
    """Return an invitation that says that the talk is free and voluntary, with a slip for the answer."""
    subject = tuple(voice.say("invitation.subject") for voice in voices.all)
    return letter_of(view, voices, "invitation", subject, _invited(view, voices), _answer(voices))


def letter_of(
    view: LetterPaper,
    voices: Voices,
    key: str,
    subject: Sequence[str],
    blocks: Iterable[Block],
    after: Iterable[Block] = (),
) -> Document:
    """Return a letter: window, subject in each language, greeting, blocks, closing, then what stands below it."""
    name, said = f"document.{key}", tuple(blocks)
    return Document(
        title=f"{voices.first.say(name)} {view.case_number}, {german_date(view.date)}",
        languages=voices.languages,
        created=view.date,
        author=view.author,
        frame=voices.frame(voices.joined(name), voices.edge(view.case_number, view.reader_initials)),
        letterhead=_letterhead(view),
        blocks=(
            _top(view, voices),
            *_subject(subject, voices),
            *voices.draft_note(),
            Gap(4),
            _greeting(view, voices),
            *said[:-1],
            *_ended(said[-1:], tuple(_closing(view, voices))),
            *after,
        ),
    )


def _letterhead(view: LetterPaper) -> Letterhead | None:
    """Return the provider's name and address, where nothing else is set."""
    lines = tuple(line for line in (view.sender, view.phone) if line)
    return Letterhead(name=view.provider, lines=lines) if view.provider else None


def _top(view: LetterPaper, voices: Voices) -> LetterTop:
    voice = voices.first
    rows = (
        ("letter.our_sign", view.case_number),
        ("letter.contact", view.author),
        ("label.phone", view.phone),
        ("label.date", german_date(view.date)),
    )
    info = tuple(_info(voice, key, value) for key, value in rows if value)
    sender = " · ".join(part for part in (view.provider, view.sender) if part)
    return LetterTop(sender=sender or view.author, address=view.address, info=info)


def _info(voice: Phrases, key: str, value: str) -> Paragraph:
    said = paragraph(f"{voice.label(voice.say(key))} {value}", voice, style="small")
    return replace(said, field=voice.say(key))


def _subject(subject: Sequence[str], voices: Voices) -> tuple[Block, ...]:
    head = Heading(level=1, text=subject[0], field="Betreff")
    others = tuple(
        Paragraph(runs=text(words or voice.say("not_translated"), bold=True), language=voice.language, field="Betreff")
        for words, voice in zip(subject[1:], voices.all[1:], strict=True)
    )
    return (Beside(columns=((head,), others), widths=(1, 1)),) if others else (head,)


def _greeting(view: LetterPaper, voices: Voices) -> Block:
    def line(_k: int, voice: Phrases) -> Paragraph:
        if view.whole_family:
            return paragraph(voice.say("letter.greeting", name=voice.say("family", name=view.family_name)), voice)
        if not view.greeted:
            return paragraph(voice.say("letter.greeting_all"), voice)
        *first, last = view.greeted
        names = f"{voice.listed(first)} {voice.say('and')} {last}" if first else last
        return paragraph(voice.say("letter.greeting", name=names), voice, field="Name")

    return beside(voices, line)


def _closing(view: LetterPaper, voices: Voices) -> Iterator[Block]:
    yield voices.line("letter.closing")
    yield Gap(SIGNING)
    yield as_written(view.author)
    if view.provider:
        yield as_written(view.provider, style="small")


def _ended(last: tuple[Block, ...], closing: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the end of a letter; the closing never stands alone on a page where what comes before is short."""
    if sum(len(plain(each)) for each in paragraphs(last)) > SHORT_ENOUGH:
        return (*last, Together(closing))
    return (Together((*last, *closing)),)


def _own_words(view: LetterView, voices: Voices) -> Iterator[Block]:
    """Yield the words paragraph by paragraph; of two languages each paragraph stands beside its translation."""
    if not voices.bilingual:
        yield from (as_written(line, field="Brief") for line in view.words)
        return
    other = voices.all[1]
    translation = view.words_translation or (other.say("not_translated"),)
    columns = (
        tuple(as_written(line, field="Brief") for line in view.words),
        tuple(paragraph(line, other, field="Brief") for line in translation),
    )
    if len(view.words) != len(translation):
        yield Beside(columns=columns, widths=(1, 1))
        return
    for row in zip(*columns, strict=True):
        yield Beside(columns=tuple((each,) for each in row), widths=(1, 1))


def _invited(view: InvitationView, voices: Voices) -> Iterator[Block]:
    yield voices.line("invitation.lead")
    yield from facts(voices, _when(view))
    if view.form == "home_visit":
        yield voices.line("invitation.home")
    else:
        yield voices.line("invitation.free")
    if view.interpreter:
        yield voices.line("invitation.interpreter", name=view.interpreter)
    elif view.interpreter_needed:
        yield voices.line("invitation.interpreter_ask")
    yield voices.line("invitation.children")
    yield voices.line("invitation.not_suitable", phone=view.phone)


def _when(view: InvitationView) -> Iterator[Fact]:
    met = view.appointment
    if met is None:
        yield "invitation.when", lambda _voice: OPEN
    else:
        yield "invitation.when", lambda voice: _day(met, voice)
        if met.place:
            yield "invitation.where", lambda _voice: met.place
        if met.title:
            yield "invitation.topic", lambda _voice: met.title
    if view.people:
        yield "invitation.with", lambda voice: voice.listed(view.people)


def _day(met: AppointmentLine, voice: Phrases) -> str:
    day = date_in(voice, met.date)
    return voice.say("invitation.at", date=day, time=met.time) if met.time else day


def _answer(voices: Voices) -> Iterator[Block]:
    slip = boxes(voices, "invitation.answer_yes", "invitation.answer_other", "invitation.answer_no")
    yield Together((voices.section("invitation.answer"), *slip, labels(voices, "label.date", "label.name")))
