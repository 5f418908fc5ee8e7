"""The plan to be read aloud: numbered short sentences, a sign for each task, big dates, a line for who read it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import count

from kimdesk.documents.blocks import Block, Document, Paragraph, Pictured, SignatureLines, Together, text
from kimdesk.documents.fridge import appointment_line
from kimdesk.documents.papers import beside, paper
from kimdesk.documents.tasks import sign_for
from kimdesk.documents.voices import Voices, date_in, paragraph, translated
from kimdesk.domain.views.documents import GoalView, MeasureView
from kimdesk.domain.views.papers import AloudView
from kimdesk.text.phrases import Phrases

BLANK = "……………………"


def aloud(view: AloudView, voices: Voices) -> Document:
    """Return the edition to be read aloud."""
    return paper(view, voices, "aloud.title", tuple(_blocks(view, voices)))


def _blocks(view: AloudView, voices: Voices) -> Iterator[Block]:
    numbers = count(1)
    yield _sentence(voices, next(numbers), "aloud.intro")
    if view.wish:
        yield _sentence(voices, next(numbers), "aloud.wish", text=(view.wish, view.wish_translation))
    yield _sentence(voices, next(numbers), "aloud.goals", n=len(view.goals))
    for goal in view.goals:
        yield Together(tuple(_goal(goal, voices, numbers)))
    if view.appointment is not None:
        met = _sentence(voices, next(numbers), "aloud.next", date="")
        yield Together((met, appointment_line(view.appointment, voices)))
    yield _sentence(voices, next(numbers), "aloud.questions", phone=view.phone)
    read = tuple(paragraph(voice.say("read_aloud", name=BLANK, date=BLANK), voice) for voice in voices.all)
    yield SignatureLines(fields=(read,))


def _sentence(voices: Voices, place: int, key: str, /, **params: str | int | tuple[str, str | None]) -> Block:
    """Return a numbered sentence; a pair is free text with its translation."""

    def column(k: int, voice: Phrases) -> Paragraph:
        own = {
            name: translated(*value, k, voice) if isinstance(value, tuple) else value for name, value in params.items()
        }
        return paragraph(f"{place}. {voice.say(key, **own).strip()}", voice, style="lead", field="Wunsch der Familie")

    return beside(voices, column)


def _goal(goal: GoalView, voices: Voices, numbers: count[int]) -> Iterator[Block]:
    wording = (goal.wording, goal.wording_translation)
    yield _sentence(voices, next(numbers), "aloud.goal", number=goal.number, text=wording)
    for measure in goal.measures:
        if measure.state != "dropped":
            yield beside(voices, partial(_task, measure, goal, next(numbers)))


def _task(measure: MeasureView, goal: GoalView, number: int, k: int, voice: Phrases) -> Pictured:
    said = translated(measure.text, measure.text_translation, k, voice)
    field = f"Ziel {goal.number}"
    body = [paragraph(f"{number}. {who_does(measure, said, voice)}", voice, style="lead", field=field)]
    if measure.until is not None and measure.state == "open":
        day = date_in(voice, measure.until)
        body.append(
            Paragraph(
                runs=text(voice.say("aloud.until", date=day), bold=True), style="section", language=voice.language
            )
        )
    sign = sign_for(measure.text, goal.domain)
    word = paragraph(voice.say(f"pictogram.{sign}"), voice, style="fine")
    return Pictured(pictogram=sign, word=word, body=tuple(body))


def who_does(measure: MeasureView, said: str, voice: Phrases) -> str:
    """Return a step as it is said to the person who listens: you do, we do, somebody else does, or it is done."""
    if measure.state == "done":
        return voice.say("aloud.done", text=said)
    for who, key in (("family", "aloud.task_you"), ("case_manager", "aloud.task_we")):
        if who in measure.who:
            return voice.say(key, text=said)
    name = measure.who_name or voice.say("responsible.office" if "office" in measure.who else "responsible.third")
    return voice.say("aloud.task_other", name=name, text=said)
