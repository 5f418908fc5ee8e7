"""How documents look: paper, sizes, leading, colours and spacing. All lengths in points unless said otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from kimdesk.documents.blocks import Style
from kimdesk.text.direction import script_of_language

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
LEFT, RIGHT = 25 * MM, 20 * MM
TOP, BOTTOM = 27 * MM, 22 * MM
HEADER_LINE, FOOTER_LINE = 19.5 * MM, 12 * MM
WIDTH = PAGE_WIDTH - LEFT - RIGHT
ROOM = PAGE_HEIGHT - TOP - BOTTOM
"""Height for content on an ordinary page."""

INK = "0.09 0.13 0.14"
DIM = "0.30 0.35 0.37"
LINE_COLOUR = "0.62 0.66 0.67"
ACCENT = "0.043 0.416 0.42"
ACCENT_SOFT = "0.90 0.945 0.94"


@dataclass(frozen=True, slots=True)
class Paper:
    """One size of paper, in points."""

    width: float = PAGE_WIDTH
    height: float = PAGE_HEIGHT

    @property
    def across(self) -> float:
        """Width for content."""
        return self.width - LEFT - RIGHT

    @property
    def room(self) -> float:
        """Height for content on an ordinary page."""
        return self.height - TOP - BOTTOM


PORTRAIT = Paper()
LANDSCAPE = Paper(PAGE_HEIGHT, PAGE_WIDTH)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its paper, and the margins above and below its content, in points."""

    top: float = TOP
    bottom: float = BOTTOM
    paper: Paper = PORTRAIT

    @property
    def room(self) -> float:
        """Height for content."""
        return self.paper.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class TextLook:
    """Size and leading of one kind of text, its colour (PDF rgb operands), and space before.

    `below` is the part of the leading that a tall script adds; first lines beside each other stay on one height.
    """

    size: float
    leading: float
    colour: str = INK
    bold: bool = False
    before: float = 0
    below: float = 0


TALL = MappingProxyType({"Arab": 0.19, "Deva": 0.10, "Ethi": 0.08})
"""Leading that scripts with high or low letters need on top, in parts of the size (Arabic: 10.5 on 16.5)."""


@cache
def for_language(look: TextLook, language: str) -> TextLook:
    """Return a look with the leading that a language's script needs."""
    extra = TALL.get(script_of_language(language), 0.0)
    return replace(look, leading=look.leading + extra * look.size, below=extra * look.size) if extra else look


@dataclass(frozen=True, slots=True)
class Look:
    """One complete set of sizes."""

    styles: MappingProxyType[Style, TextLook]
    headings: tuple[TextLook, TextLook, TextLook]
    paragraph_gap: float
    block_gap: float
    cell_x: float
    cell_y: float
    signature: float
    divides: bool = True
    """Whether German words may be hyphenated."""
    sentence_a_line: bool = False
    most_enlarged: float = 1.0
    """How far pictures may grow to fill their column."""
    pictures: float = 1.0
    """The part of their room that pictures take, where a document shall be shorter."""
    sparing: bool = False
    """Whether sections go on on the next page rather than leave room on this one, where it shall be shorter."""


def for_letter(look: Look) -> Look:
    """Return a look with a subject line, quiet headings and a free line between paragraphs (DIN 5008)."""
    body = look.styles["body"]
    subject = TextLook(body.size + 1.5, body.leading + 2, bold=True)
    quiet = TextLook(body.size, body.leading, bold=True, before=0.3 * body.leading)
    styles = MappingProxyType({**look.styles, "section": quiet})
    headings = (subject, quiet, look.headings[2])
    return replace(
        look, styles=styles, headings=headings, paragraph_gap=min(0.55 * body.leading, 2 * look.paragraph_gap)
    )


NORMAL = Look(
    styles=MappingProxyType(
        {
            "title": TextLook(20, 25, bold=True),
            "section": TextLook(13, 18, ACCENT, bold=True, before=6),
            "entry": TextLook(11, 15, bold=True, before=3),
            "body": TextLook(10.5, 14.5),
            "lead": TextLook(12, 17),
            "small": TextLook(9, 12.5, DIM),
            "label": TextLook(9, 15, DIM),
            "code": TextLook(20, 26, bold=True),
            "cell": TextLook(10, 13.6),
            "big": TextLook(24, 31, bold=True),
            "fine": TextLook(8, 10.5, DIM),
        }
    ),
    headings=(
        TextLook(20, 25, bold=True),
        TextLook(13, 18, ACCENT, bold=True, before=6),
        TextLook(11, 15, bold=True, before=3),
    ),
    paragraph_gap=4,
    block_gap=10,
    cell_x=7,
    cell_y=4.5,
    signature=30,
)

COMPACT = replace(
    NORMAL,
    styles=MappingProxyType(
        {
            **NORMAL.styles,
            "title": TextLook(17, 20, bold=True),
            "section": TextLook(11.5, 15, ACCENT, bold=True, before=3),
            "entry": TextLook(10.5, 14, bold=True, before=2),
            "lead": TextLook(10.5, 14),
            "body": TextLook(10.5, 13.6),
            "cell": TextLook(9.5, 12),
        }
    ),
    headings=(
        TextLook(17, 20, bold=True),
        TextLook(11.5, 15, ACCENT, bold=True, before=3),
        TextLook(10.5, 14, bold=True, before=2),
    ),
    paragraph_gap=2.5,
    block_gap=6,
    cell_x=5.5,
    cell_y=2.2,
    signature=22,
)

TIGHT = replace(
    COMPACT,
    styles=MappingProxyType(
        {**COMPACT.styles, "body": TextLook(10, 12.6), "lead": TextLook(10, 12.6), "small": TextLook(8.5, 10.8, DIM)}
    ),
    paragraph_gap=1.5,
    block_gap=4,
    signature=18,
)

LARGE = replace(
    NORMAL,
    styles=MappingProxyType(
        {
            "title": TextLook(24, 30, bold=True),
            "section": TextLook(17, 23, ACCENT, bold=True, before=8),
            "entry": TextLook(15, 20, bold=True, before=4),
            "body": TextLook(14, 19),
            "lead": TextLook(15.5, 21.5),
            "small": TextLook(12, 16.5, DIM),
            "label": TextLook(12, 18, DIM),
            "code": TextLook(24, 31, bold=True),
            "cell": TextLook(14, 18.5),
            "big": TextLook(30, 38, bold=True),
            "fine": TextLook(8, 10.5, DIM),
        }
    ),
    headings=(
        TextLook(24, 30, bold=True),
        TextLook(17, 23, ACCENT, bold=True, before=8),
        TextLook(15, 20, bold=True, before=4),
    ),
    paragraph_gap=6,
    block_gap=13,
    cell_x=8,
    cell_y=6,
    signature=38,
    most_enlarged=1.3,
)
"""For people who see badly: running text and tables in 14 points."""

LARGE_CLOSE = replace(
    LARGE,
    styles=MappingProxyType(
        {
            **LARGE.styles,
            "section": TextLook(16, 21, ACCENT, bold=True, before=5),
            "body": TextLook(14, 18),
            "lead": TextLook(14, 18),
            "small": TextLook(12, 15.5, DIM),
            "cell": TextLook(14, 17.5),
        }
    ),
    headings=(LARGE.headings[0], TextLook(16, 21, ACCENT, bold=True, before=5), LARGE.headings[2]),
    paragraph_gap=4,
    block_gap=9,
    cell_y=4,
    signature=32,
)
"""Big type with less space between, where that saves a page."""

EASY = replace(
    LARGE,
    styles=MappingProxyType(
        {
            **LARGE.styles,
            "body": TextLook(14, 21),
            "lead": TextLook(15.5, 23.25),
            "small": TextLook(12, 18, DIM),
            "cell": TextLook(14, 21),
        }
    ),
    divides=False,
    sentence_a_line=True,
)
"""For easy language (DIN SPEC 33429): 14 points, leading 1.5, one sentence a line, no word divided."""
EASY_CLOSE = replace(EASY, paragraph_gap=4, block_gap=9, cell_y=4, signature=32)
