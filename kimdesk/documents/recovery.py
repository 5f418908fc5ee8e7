"""The recovery sheet: the printed key of a vault, made to be typed in without mistakes and kept in a safe place."""

from __future__ import annotations

from kimdesk.documents.blocks import (
    Beside,
    Block,
    Bullets,
    Cell,
    Document,
    Gap,
    Paragraph,
    QrCode,
    Table,
    Together,
    text,
)
from kimdesk.documents.plan import facts_table
from kimdesk.documents.voices import Voices, german_date, paragraph
from kimdesk.domain.views.documents import RecoverySheetView
from kimdesk.text.phrases import Phrases

QR_SIZE = 42.0


def recovery(view: RecoverySheetView, voices: Voices) -> Document:
    """Return the sheet as blocks, in the first language only."""
    voice = voices.first
    facts = [
        (voice.say("recovery.vault"), view.vault_label),
        (voice.say("recovery.date"), german_date(view.date)),
    ]
    qr = QrCode(text=view.qr_text, size=QR_SIZE, alt=voice.say("recovery.qr", groups=" ".join(view.groups)))
    note = paragraph(voice.say("recovery.qr_note"), voice, style="small")
    return Document(
        title=f"{voice.say('recovery.title')}, {view.vault_label}",
        languages=(voice.language,),
        created=view.date,
        author="KIM Desk",
        frame=voices.frame(f"KIM Desk · {voice.say('recovery.title')}", view.vault_label),
        blocks=(
            *voices.title("recovery.title"),
            paragraph(voice.say("recovery.lead"), voice, style="lead"),
            facts_table(facts, voice),
            Together((voices.section("recovery.code"), _code(view.groups, voice))),
            Gap(8),
            Beside(columns=((qr,), (note,)), widths=(1, 2.4)),
            *_advice("recovery.keep", 4, voices),
            *_advice("recovery.use", 3, voices, numbered=True),
        ),
    )


def _code(groups: tuple[str, ...], voice: Phrases) -> Table:
    """Return the groups with their numbers, two in a row, read from left to right."""
    names = ("recovery.group", "recovery.characters")
    head = tuple(Cell((Paragraph(runs=text(voice.say(key), bold=True), style="label"),)) for key in names * 2)
    cells = [
        (Cell((Paragraph(runs=text(str(k)), style="section"),)), Cell((Paragraph(runs=text(group), style="code"),)))
        for k, group in enumerate(groups, start=1)
    ]
    rows = tuple((*cells[k], *cells[k + 1]) for k in range(0, len(cells) - 1, 2))
    return Table(head=head, rows=rows, widths=(1, 4, 1, 4))


def _advice(key: str, count: int, voices: Voices, *, numbered: bool = False) -> tuple[Block, ...]:
    voice = voices.first
    items = tuple(paragraph(voice.say(f"{key}_{k}"), voice) for k in range(1, count + 1))
    return (Together((voices.section(key), Bullets(items=items, marker="number" if numbered else "dot"))),)
