"""Who does what until when, as a table: with columns in one language, else both languages row by row."""

from __future__ import annotations

from kimdesk.documents.blocks import Block, Cell, Paragraph, Table, text
from kimdesk.documents.plan import measures_table
from kimdesk.documents.voices import Voices, measure_cell
from kimdesk.domain.views.documents import MeasureView


def steps_table(measures: tuple[MeasureView, ...], voices: Voices, field: str) -> Block:
    """Return the steps; of two languages each step stands beside its translation."""
    if not voices.bilingual:
        return measures_table(measures, voices.first, field, states=False)
    rows = tuple(tuple(measure_cell(one, k, voice, field) for k, voice in enumerate(voices.all)) for one in measures)
    names = tuple(
        Cell((Paragraph(runs=text(voice.name, bold=True), style="cell", language=voice.language),), voice.language)
        for voice in voices.all
    )
    return Table(head=names, rows=rows, widths=(1,) * len(voices.all))
