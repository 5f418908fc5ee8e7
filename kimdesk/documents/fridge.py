"""The sheet for the fridge: one page, steps and days alone (`domain/fridge.py` says what may stand there)."""

from __future__ import annotations

from collections.abc import Iterator

from kimdesk.documents.blocks import Block, Bullets, Document, Paragraph, text
from kimdesk.documents.papers import beside, paper
from kimdesk.documents.tasks import pictured
from kimdesk.documents.voices import Voices, date_in, paragraph, translated
from kimdesk.domain.views.papers import AppointmentLine, FridgeView, TaskView

GROUPS = (("family", "fridge.you"), ("case_manager", "fridge.we"), ("third", "fridge.others"))
MOST_DONE = 3


def fridge(view: FridgeView, voices: Voices, *, steps: int | None = None) -> Document:
    """Return the sheet; with `steps` each group keeps that many, and the sheet says so."""
    return paper(view, voices, "fridge.title", tuple(_blocks(view, voices, steps)))


def _blocks(view: FridgeView, voices: Voices, steps: int | None) -> Iterator[Block]:
    yield voices.section("fridge.next_appointment")
    yield appointment_line(view.appointment, voices) if view.appointment else voices.line("fridge.no_appointment")
    left_out = False
    for who, key in GROUPS:
        group = [task for task in view.tasks if task.who == who and not task.done]
        kept = group if steps is None else group[:steps]
        left_out = left_out or len(kept) < len(group)
        if kept:
            yield voices.section(key)
            yield from (pictured(task, voices) for task in kept)
    done = [task for task in view.tasks if task.done]
    if done and steps is None:
        yield voices.section("fridge.done")
        yield from (_done(task, voices) for task in done[:MOST_DONE])
    if left_out:
        yield voices.line("plan.more_steps", style="small")
    yield voices.line("fridge.call", phone=view.phone)
    yield voices.line("fridge.privacy", style="small")


def appointment_line(line: AppointmentLine, voices: Voices) -> Block:
    """Return day and time in big letters."""
    return beside(
        voices,
        lambda _k, voice: Paragraph(
            runs=text("\n".join(part for part in (date_in(voice, line.date), line.time) if part)),
            style="big",
            language=voice.language,
        ),
    )


def _done(task: TaskView, voices: Voices) -> Block:
    return beside(
        voices,
        lambda k, voice: Bullets(
            items=(paragraph(translated(task.text, task.translation, k, voice), voice, field="Schritt"),),
            language=voice.language,
        ),
    )
