"""The bundled document fonts: one face per script and weight, and which characters each can draw."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

import uharfbuzz as hb

from kimdesk.base.errors import Surroundings
from kimdesk.base.resources import resource
from kimdesk.text.unicode_tables import SCRIPT_RANGES

FAMILIES = ("NotoSans", "Vazirmatn", "NotoSansEthiopic", "NotoSansDevanagari", "NotoSansHebrew")
NOTHING = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\ufeff"
JOINED_FORMS = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
"""Arabic letters as they look inside a word, encoded for old systems; nobody types or searches them."""
SAID_AS = {0x2010: "-", 0x2011: "-"}
"""Characters that are copied and searched as others: a hyphen is a hyphen, whether lines may break at it or not."""
_STARTS = [first for first, _, _ in SCRIPT_RANGES]


def script_of(char: str) -> str:
    """Return the ISO 15924 tag of a character: Zyyy common, Zinh inherited, Zzzz for scripts we do not print."""
    first, last, tag = SCRIPT_RANGES[bisect_right(_STARTS, ord(char)) - 1]
    return tag if first <= ord(char) <= last else "Zzzz"


@dataclass(eq=False)
class Face:
    """One font file. Lengths are in 1/1000 of the font size."""

    name: str
    data: bytes = field(repr=False)

    @cached_property
    def face(self) -> hb.Face:
        """HarfBuzz's view of the file."""
        return hb.Face(hb.Blob(self.data))

    @cached_property
    def font(self) -> hb.Font:
        """The face at its design size."""
        return hb.Font(self.face)

    @cached_property
    def characters(self) -> frozenset[int]:
        """Code points that have a glyph."""
        return frozenset(self.face.unicodes)

    @cached_property
    def text_of_glyph(self) -> dict[int, str]:
        """Glyph -> the lowest character it stands for; glyphs made by shaping, joined Arabic ones too, are missing."""
        found: dict[int, str] = {}
        for code in sorted(self.characters, reverse=True):
            if not any(first <= code <= last for first, last in JOINED_FORMS):
                found[self.font.get_nominal_glyph(code)] = SAID_AS.get(code, chr(code))
        return found

    @cached_property
    def scale(self) -> float:
        """Factor from font units to 1/1000 of the size."""
        return 1000 / float(self.face.upem)

    @cached_property
    def extents(self) -> tuple[int, int]:
        """Ascent and (negative) descent."""
        found = self.font.get_font_extents("ltr")
        return round(found.ascender * self.scale), round(found.descender * self.scale)

    def advance(self, glyph: int) -> float:
        """Return the natural width of a glyph."""
        return float(self.font.get_glyph_h_advance(glyph)) * self.scale


def load_stack(weight: str) -> tuple[Face, ...]:
    """Return the bundled faces of a weight ("Regular", "Bold") in the order in which they are asked.

    Raises Surroundings document.font_missing where a file is not there.
    """
    return tuple(Face(f"{name}-{weight}", _file(f"{name}-{weight}.ttf")) for name in FAMILIES)


def _file(name: str) -> bytes:
    try:
        return resource("fonts", name).read_bytes()
    except OSError as error:
        raise Surroundings("document.font_missing", name=name) from error
