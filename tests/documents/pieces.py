"""A document made of every kind of block, with an invented letterhead, for the engine's own tests."""

from __future__ import annotations

import datetime as dt
import io
import math
from functools import cache

from PIL import Image, ImageDraw

from kimdesk.documents.blocks import (
    Beside,
    Block,
    Bullets,
    Cell,
    Chart,
    Document,
    Frame,
    Framed,
    Gap,
    Handwriting,
    Heading,
    Letterhead,
    LetterTop,
    NewPage,
    Paragraph,
    Photo,
    Pictured,
    QrCode,
    Run,
    SignatureLines,
    Style,
    Table,
    Together,
    text,
)
from kimdesk.domain.views.pictures import Bar, BarsView
from kimdesk.drawings.bars import draw_bars
from kimdesk.drawings.picture import Picture
from kimdesk.drawings.picture import Style as PictureStyle
from kimdesk.text.shaping import load_faces
from tests.documents.pseudo import LETTERS, disguised

FRAME = Frame(left="Probe", right="KD-2026-0017 · E. D.", foot="vertraulich", page_of="Seite {page} von {pages}")
STROKE = tuple((10 + 3 * k, 50 + 25 * math.sin(k / 2.2)) for k in range(60))
SIGNED = Handwriting(strokes=(STROKE, ((60, 90), (150, 80)), ((200, 30),)), alt="Unterschrift von Elena Dimitrova")
ADDRESS = ("Frau", "Elena Dimitrova", "Weinerstraße 7", "48607 Ochtrup")
SENDER = "Musterträger e. V. · Bahnhofstraße 12 · 48607 Ochtrup"
FUNDING = "Gefördert vom Land Nordrhein-Westfalen."


@cache
def logo(kind: str = "PNG", mode: str = "RGBA", size: tuple[int, int] = (600, 200)) -> bytes:
    """Return a drawn logo as a file."""
    image = Image.new("RGBA", size, (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((10, 10, size[1] - 10, size[1] - 10), fill=(0, 106, 107, 255))
    file = io.BytesIO()
    image.convert(mode).save(file, kind)
    return file.getvalue()


def letterhead() -> Letterhead:
    """Return the letterhead of an invented provider."""
    photo = Photo(data=logo(), alt="Logo des Musterträgers", width=55, height=20)
    return Letterhead(
        name="Musterträger e. V.",
        lines=("Kommunales Integrationsmanagement", "Telefon 0201 8839-4500"),
        logo=photo,
        foot=("Vorstand: A. Muster · IBAN DE12 5001 0517 5407 3249 31",),
        funding=FUNDING,
    )


def say(value: str, style: Style = "body", *, bold: bool = False, language: str | None = None) -> Paragraph:
    """Return a paragraph, in the letters of another script where a language is given."""
    words = disguised(value, language) if language in LETTERS else value
    return Paragraph(runs=text(words, bold=bold), style=style, language=language)


@cache
def bars() -> Picture:
    """Return a chart with labels in two scripts."""
    view = BarsView(
        title="Wohnen", unit="Familien", bars=(Bar("Mietschulden", 7), Bar("سكن", 3), Bar("Schimmel", None))
    )
    return draw_bars(view, PictureStyle(faces=load_faces()))


def letter_top() -> LetterTop:
    """Return the top of a letter."""
    return LetterTop(sender=SENDER, address=ADDRESS, info=(say("Unser Zeichen: KD-2026-0017"), say("22.11.2026")))


def every_block(language: str | None = None) -> tuple[Block, ...]:
    """Return one block of every kind except the top of a letter."""
    item = say("Wir gehen zusammen zum Amt. Danach rufen wir an.", language=language)
    cell = Cell((say("Das Amt prüft den Antrag.", "cell", language=language),), language)
    head = Cell((say("Was", "cell", bold=True, language=language),), language)
    return (
        Heading(level=1, text="Probe", language=None),
        Paragraph(runs=(Run("Fett", bold=True), Run(" und nicht fett.")), style="lead"),
        item,
        Bullets(items=(item, item), language=language),
        Bullets(items=(item,), marker="number", language=language),
        Bullets(items=(item,), marker="box", language=language),
        Table(head=(head, head), rows=((cell, cell), (cell, cell)), widths=(2, 1)),
        Heading(level=2, text="Bilder"),
        Beside(
            columns=((QrCode(text="KIM", alt="QR-Code", size=20),), (say("klein", "small", language=language),)),
            widths=(1, 2),
        ),
        Photo(data=logo("JPEG", "RGB"), alt="Ein Kreis", width=30, height=30),
        Chart(picture=bars()),
        Pictured(pictogram="phone", word=say("Anrufen", "small", language=language), body=(item,)),
        Framed(blocks=(item,)),
        Gap(6),
        NewPage(),
        Together((say("Zusammen", language=language), say("geblieben", language=language))),
        SignatureLines(fields=((say("Familie", "label"),), (say("KIM", "label"),)), signed=(SIGNED, None)),
    )


def document(*blocks: Block, language: str = "de", mark: str = "", head: Letterhead | None = None) -> Document:
    """Return a document of blocks."""
    return Document(
        title="Probe", languages=(language,), created=dt.date(2026, 11, 22), author="M. Sommer", frame=FRAME,
        blocks=blocks, mark=mark, letterhead=head,
    )  # fmt: skip
