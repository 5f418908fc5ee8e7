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

INK = "0.09 0.13 0.14"
DIM = "0.30 0.35 0.37"
LINE_COLOUR = "0.62 0.66 0.67"
ACCENT = "0.043 0.416 0.42"
ACCENT_SOFT = "0.90 0.945 0.94"


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


NORMAL = Look(
    styles=MappingProxyType(
        {
            "title": TextLook(20, 25, bold=True),
            "section": TextLook(13, 18, ACCENT, bold=True, before=6),
            "body": TextLook(10.5, 14.5),
            "lead": TextLook(12, 17),
            "small": TextLook(9, 12.5, DIM),
            "label": TextLook(9, 15, DIM),
            "code": TextLook(20, 26, bold=True),
            "cell": TextLook(10, 13.6),
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
