"""Words become positioned glyphs: choice of face per character, HarfBuzz, and a cache that makes it fast."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, pairwise
from unicodedata import combining

import uharfbuzz as hb

from kimdesk.text.faces import NOTHING, Face, load_stack, script_of

CACHE_LIMIT = 20_000
_SIMPLE = frozenset(("Latn", "Cyrl", "Grek", "Hebr"))
_PLAIN_LETTERS = {"liga": False, "clig": False}


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph; lengths in 1/1000 of the font size, `text` is what it adds when text is copied."""

    number: int
    advance: float
    x: float
    y: float
    text: str


@dataclass(frozen=True, eq=False)
class Piece:
    """Glyphs of one face in the order in which they are drawn, from left to right."""

    face: Face
    glyphs: tuple[Glyph, ...]
    width: float
    text: str
    exact: bool
    """Whether the glyphs' own texts, one by one, spell `text`."""

    @cached_property
    def raised(self) -> bool:
        """Whether some glyph stands off the line, so that `string` alone does not draw it."""
        return any(glyph.y for glyph in self.glyphs)

    @cached_property
    def string(self) -> str:
        """The glyphs as elements of a TJ array (ISO 32000-1, 9.4.3): hex numbers and adjustments."""
        return glyph_string(self.face, self.glyphs)


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A shaped word: its pieces from left to right and its width in 1/1000 of the font size."""

    pieces: tuple[Piece, ...]
    width: float


@dataclass(frozen=True, eq=False)
class Faces:
    """All document faces, and the words already shaped with them. Held by whoever prints more than once."""

    regular: tuple[Face, ...]
    bold: tuple[Face, ...]
    _words: dict[tuple[str, bool, bool, str], Word] = field(default_factory=dict, repr=False)

    @cached_property
    def characters(self) -> frozenset[int]:
        """Code points that regular and bold faces can both draw, or that draw nothing."""
        weights = [frozenset[int]().union(*(face.characters for face in stack)) for stack in (self.regular, self.bold)]
        return (weights[0] & weights[1]) | frozenset(map(ord, NOTHING))

    def word(self, text: str, *, bold: bool = False, rtl: bool = False, language: str = "de") -> Word:
        """Return a word's glyphs; characters that no face has become box glyphs, so check coverage before."""
        key = (text, bold, rtl, language)
        found = self._words.get(key)
        if found is None:
            if len(self._words) >= CACHE_LIMIT:
                self._words.clear()
            found = self._words[key] = _word(self.bold if bold else self.regular, text, rtl, language)
        return found


def load_faces() -> Faces:
    """Load the bundled document fonts; a few milliseconds."""
    return Faces(load_stack("Regular"), load_stack("Bold"))


def _word(stack: tuple[Face, ...], text: str, rtl: bool, language: str) -> Word:  # noqa: FBT001 - the cache's key
    pieces = [_piece(face, part, script, rtl, language) for face, script, part in runs(text, stack)]
    if rtl:
        pieces.reverse()
    return Word(tuple(pieces), sum(piece.width for piece in pieces))


def runs(text: str, stack: tuple[Face, ...]) -> Iterator[tuple[Face, str, str]]:
    """Yield (face, script, part): marks stay with their letter, signs without a script with what precedes them."""
    chosen: list[tuple[Face, str, str]] = []
    face, script = stack[0], "Latn"
    for letter in letters(text):
        own = script_of(letter[0])
        codes = {ord(char) for char in letter if char not in NOTHING}
        if not chosen or own != "Zyyy" or not codes <= face.characters:
            face = next((one for one in stack if codes <= one.characters), stack[0])
        script = script if own in ("Zyyy", "Zinh", "Zzzz") else own
        chosen.append((face, script, letter))
    for (one, tag), group in groupby(chosen, key=lambda choice: choice[:2]):
        yield one, tag, "".join(letter for _, _, letter in group)


def letters(text: str) -> list[str]:
    """Return a text in letters, each with the marks and invisible characters that follow it."""
    if text.isascii():
        return list(text)
    found: list[str] = []
    for char in text:
        if found and (combining(char) or char in NOTHING or script_of(char) == "Zinh"):
            found[-1] += char
        else:
            found.append(char)
    return found


def glyph_string(face: Face, glyphs: tuple[Glyph, ...]) -> str:
    """Return glyphs as elements of a TJ array; heights above the line are left to the caller."""
    parts, open_string = [], False
    shift = 0.0
    for glyph in glyphs:
        shift -= glyph.x
        if abs(shift) >= 0.5:
            parts.append(f">{shift:.0f}" if open_string else f"{shift:.0f}")
            open_string, shift = False, 0.0
        parts.append(f"{glyph.number:04X}" if open_string else f"<{glyph.number:04X}")
        open_string = True
        shift += glyph.x + face.advance(glyph.number) - glyph.advance
    parts.append(">" if open_string else "")
    return "".join(parts) + (f"{shift:.0f}" if abs(shift) >= 0.5 else "")


def _piece(face: Face, text: str, script: str, rtl: bool, language: str) -> Piece:  # noqa: FBT001
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "rtl" if rtl else "ltr", script, language
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(face.font, buffer, _PLAIN_LETTERS if script in _SIMPLE else {})
    infos, positions, scale = buffer.glyph_infos, buffer.glyph_positions, face.scale
    texts, exact = _texts(text, [info.cluster for info in infos], face, [info.codepoint for info in infos])
    glyphs = tuple(
        Glyph(info.codepoint, at.x_advance * scale, at.x_offset * scale, at.y_offset * scale, own)
        for info, at, own in zip(infos, positions, texts, strict=True)
    )
    return Piece(face, glyphs, sum(glyph.advance for glyph in glyphs), text, exact)


def _texts(text: str, clusters: list[int], face: Face, numbers: list[int]) -> tuple[list[str], bool]:
    """Return each glyph's text, and whether every cluster's glyphs spell it when read one after another."""
    starts = [*sorted(set(clusters)), len(text)]
    part = {a: text[a:b] for a, b in pairwise(starts)}
    texts, exact = [], starts[0] == 0
    for cluster, group in groupby(range(len(clusters)), key=lambda k: clusters[k]):
        places, own = list(group), part[cluster].translate(_INVISIBLE)
        named = [face.text_of_glyph.get(numbers[k], "") for k in places]
        if len(places) == 1:
            texts.append(own)
            continue
        texts += [name or own[:1] for name in named]
        exact = exact and "".join(named) == own
    return texts, exact


_INVISIBLE = dict.fromkeys(map(ord, NOTHING))
