"""Words become positioned glyphs: choice of face per character, HarfBuzz, and a cache that makes it fast."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, pairwise
from unicodedata import combining, mirrored

import uharfbuzz as hb

from kimdesk.text.direction import script_of_language
from kimdesk.text.faces import NOTHING, SAID_AS, Face, load_stack, script_of

CACHE_LIMIT = 20_000
_SIMPLE = frozenset(("Latn", "Cyrl", "Grek", "Hebr"))
_NO_SCRIPT = frozenset(("Zyyy", "Zinh", "Zzzz"))
_PLAIN_LETTERS = {"liga": False, "clig": False}


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph; lengths in 1/1000 of the font size, `text` is what it adds when text is copied."""

    number: int
    advance: float
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """Glyphs that together stand for one letter, and whether each of them spells its part of the letter's text."""

    glyphs: tuple[Glyph, ...]
    text: str
    exact: bool


@dataclass(frozen=True, eq=False)
class Piece:
    """Glyphs of one face in the order in which they are drawn, from left to right."""

    face: Face
    clusters: tuple[Cluster, ...]
    text: str
    rtl: bool = False

    @cached_property
    def glyphs(self) -> tuple[Glyph, ...]:
        """All glyphs."""
        return tuple(glyph for cluster in self.clusters for glyph in cluster.glyphs)

    @cached_property
    def width(self) -> float:
        """Width in 1/1000 of the font size."""
        return sum(glyph.advance for glyph in self.glyphs)

    @cached_property
    def exact(self) -> bool:
        """Whether the glyphs' own texts, one by one, spell `text`."""
        return all(cluster.exact for cluster in self.clusters)

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
    shaped = runs(text, stack, _SAMPLES.get(script_of_language(language), "a") if text == " " else "a")
    pieces = [_piece(face, part, script, rtl, language) for face, script, part in shaped]
    if rtl:
        pieces.reverse()
    return Word(tuple(pieces), sum(piece.width for piece in pieces))


_SAMPLES = {"Arab": "ب", "Deva": "क", "Ethi": "ሀ", "Hebr": "א"}
"""A letter of each script; spaces come from the face that its words come from."""


def runs(text: str, stack: tuple[Face, ...], sample: str = "a") -> Iterator[tuple[Face, str, str]]:
    """Yield (face, script, part): marks stay with their letter, signs without a script with what precedes them.

    Signs at the start go with the first letter, so that both brackets around a word look the same.
    """
    chosen: list[tuple[Face, str, str]] = []
    found = letters(text)
    first = next((letter for letter in found if script_of(letter[0]) not in _NO_SCRIPT), sample)
    face, script = _covering(first, stack), script_of(first[0])
    for letter in found:
        own = script_of(letter[0])
        if own != "Zyyy" or not _codes(letter) <= face.characters:
            face = _covering(letter, stack)
        script = script if own in _NO_SCRIPT else own
        chosen.append((face, script, letter))
    for (one, tag), group in groupby(chosen, key=lambda choice: choice[:2]):
        yield one, tag, "".join(letter for _, _, letter in group)


def _codes(letter: str) -> set[int]:
    return {ord(char) for char in letter if char not in NOTHING}


def _covering(letter: str, stack: tuple[Face, ...]) -> Face:
    """Return the first face that can draw a letter with its marks, the first of all where none can."""
    codes = _codes(letter)
    return next((face for face in stack if codes <= face.characters), stack[0])


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
    starts = [*sorted({info.cluster for info in infos}), len(text)]
    part = {a: text[a:b].translate(_INVISIBLE) for a, b in pairwise(starts)}
    shaped = [
        (info.cluster, info.codepoint, at.x_advance * scale, at.x_offset * scale, at.y_offset * scale)
        for info, at in zip(infos, positions, strict=True)
    ]
    clusters = []
    for start, group in groupby(shaped, key=lambda one: one[0]):
        clusters.append(_cluster([one[1:] for one in group], part[start], face, rtl))
    return Piece(face, tuple(clusters), text.translate(SAID_AS), rtl)


def _cluster(shaped: list[tuple[int, float, float, float]], text: str, face: Face, rtl: bool) -> Cluster:  # noqa: FBT001
    """Return the glyphs of one letter, each with what it adds when text is copied.

    A bracket that is turned over counts as what it looks like: readers of a file put right-to-left text in order
    by what they see. Left-to-right marks without a width of their own count as not exact: some readers put them on
    a line of their own.
    """
    if rtl and len(text) == 1 and mirrored(text):
        text = face.text_of_glyph.get(shaped[0][0], text)
    if len(shaped) == 1:
        return Cluster((Glyph(*shaped[0], text),), text, exact=True)
    named = [face.text_of_glyph.get(number, "") for number, *_ in shaped]
    spelled = "".join(reversed(named) if rtl else named)
    glyphs = tuple(Glyph(*one, name or text[:1]) for one, name in zip(shaped, named, strict=True))
    return Cluster(glyphs, text, spelled == text and (rtl or all(glyph.advance for glyph in glyphs)))


_INVISIBLE: dict[int, str | None] = {**dict.fromkeys(map(ord, NOTHING)), **SAID_AS}
