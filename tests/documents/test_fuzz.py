"""Sixty invented documents of every shape and script: laid out whole, valid for veraPDF, the same twice."""

from __future__ import annotations

import io
import random
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from installer import judges
from kimdesk.documents.api import Faces
from kimdesk.documents.blocks import (
    Beside,
    Block,
    Bullets,
    Cell,
    Document,
    Framed,
    Heading,
    Paragraph,
    Pictured,
    Run,
    Style,
    Table,
    Together,
)
from kimdesk.documents.engine.look import COMPACT, EASY, LARGE, NORMAL
from kimdesk.documents.render import render
from kimdesk.drawings.pictograms import SIGNS
from tests.documents.pieces import document, every_block, letter_top, letterhead
from tests.documents.pseudo import LETTERS, disguised

COUNT = 60
SAMPLE = (
    "Amt Antrag Brief Termin Wohnberechtigungsschein Schweigepflichtsentbindung und oder mit 22.11.2026 1.250,00 € "
    "0201 8839-4500 KD-2026-0017 (Müller) „Ja“ § 36 SGB VIII E-Mail 7:45 Uhr – Größe Mama, Papa; Kita: gut! wirklich?"
)
WORDS = tuple(SAMPLE.split())
LANGUAGES = ("de", *LETTERS)
STYLES: tuple[Style, ...] = ("body", "lead", "small", "label", "cell", "big", "fine")


class Author:
    """Writes documents at random, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)

    def words(self, most: int) -> tuple[str, str]:
        """Return text with its language."""
        dice = self.dice
        language = dice.choice(LANGUAGES)
        chosen = dice.choices(WORDS, k=dice.randint(1, most))
        if language in LETTERS:
            chosen = [disguised(word, language) if dice.random() < 0.8 else word for word in chosen]
        return " ".join(chosen) + dice.choice(("", ".", "\n", " \u00ad", "\u200b")), language

    def paragraph(self, most: int = 40) -> Paragraph:
        value, language = self.words(most)
        cut = self.dice.randint(0, len(value))
        runs = (Run(value[:cut], bold=True), Run(value[cut:])) if self.dice.random() < 0.5 else (Run(value),)
        return Paragraph(runs=runs, style=self.dice.choice(STYLES), language=language)

    def bullets(self) -> Bullets:
        items = tuple(self.paragraph() for _ in range(self.dice.randint(1, 6)))
        return Bullets(items=items, marker=self.dice.choice(("dot", "number", "box")))

    def table(self) -> Table:
        columns = self.dice.randint(1, 5)
        most = self.dice.choice((5, 20, 400))

        def row() -> tuple[Cell, ...]:
            return tuple(Cell((self.paragraph(most),)) for _ in range(columns))

        rows = tuple(row() for _ in range(self.dice.randint(1, 14)))
        head = tuple(Cell((self.paragraph(3),)) for _ in range(columns)) if self.dice.random() < 0.7 else ()
        heads = not head
        widths = tuple(self.dice.choice((1, 2, 3)) for _ in range(columns))
        return Table(head=head, rows=rows, widths=widths, row_heads=heads, framed=self.dice.random() < 0.7)

    def block(self) -> Block:
        dice = self.dice
        kind = dice.randrange(8)
        if kind == 0:
            return Heading(level=2, text=self.words(8)[0])
        if kind == 1:
            return self.bullets()
        if kind == 2:
            return self.table()
        if kind == 3:
            return Beside(columns=((self.paragraph(),), (self.paragraph(), self.bullets())), widths=(1, 1))
        if kind == 4:
            return Framed(blocks=(self.paragraph(300),))
        if kind == 5:
            word = self.paragraph(1)
            return Pictured(pictogram=dice.choice(sorted(SIGNS)), word=word, body=(self.paragraph(), self.bullets()))
        if kind == 6:
            return Together((self.paragraph(), self.table()))
        return self.paragraph(dice.choice((10, 60, 900)))

    def document(self) -> Document:
        dice = self.dice
        blocks = [self.block() for _ in range(dice.randint(1, 12))]
        if dice.random() < 0.3:
            blocks += every_block(dice.choice((None, "ar", "hi")))[1:]
        top = (letter_top(),) if dice.random() < 0.2 else ()
        tree = document(*top, Heading(level=1, text="Probe"), *blocks, language=dice.choice(LANGUAGES))
        head = letterhead() if dice.random() < 0.4 else None
        return replace(tree, letterhead=head, mark=dice.choice(("", "Entwurf – nicht unterschreiben")))


def printed(seed: int, faces: Faces) -> bytes:
    author = Author(seed)
    tree = author.document()
    pdf = render(tree, faces=faces, look=author.dice.choice((NORMAL, COMPACT, LARGE, EASY)))
    assert pdf is not None
    return pdf.data


@pytest.mark.parametrize("seed", range(0, COUNT, 12))
def test_invented_documents_are_whole_and_repeat(seed: int, faces: Faces) -> None:
    data = printed(seed, faces)
    assert data == printed(seed, faces)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []


@pytest.mark.slow
def test_verapdf_accepts_sixty_invented_documents(faces: Faces, tmp_path: Path) -> None:
    if reason := judges.why_no_verapdf():
        pytest.skip(reason)
    files = []
    for seed in range(COUNT):
        data = printed(seed, faces)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert pdf.check_pdf_syntax() == []
        files.append(tmp_path / f"{seed}.pdf")
        files[-1].write_bytes(data)
    verdicts = judges.verapdf(files)
    failed = {(verdict.file.stem, verdict.flavour, verdict.rules) for verdict in verdicts if not verdict.passed}
    assert failed == set()
