"""Refuse to print wrongly: which words hold a character that no bundled font can draw."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import category, combining

from anyascii import anyascii

from kimdesk.text.cleaning import clean
from kimdesk.text.faces import NOTHING, Face
from kimdesk.text.shaping import Faces, letters

MOST_MARKS = 8
"""More combining marks on one letter than any language uses; they would be painted over other lines."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One word that cannot be printed. `word` is personal data; `code_points` ("U+1F600") may be shown anywhere."""

    word: str
    code_points: tuple[str, ...]


def missing(text: str, faces: Faces) -> tuple[Missing, ...]:
    """Return the words of a text that cannot be printed as they are; empty means printable."""
    text = clean(text)
    covered = faces.characters
    wrong = {char for char in set(text) - {"\n"} if ord(char) not in covered}
    found = []
    if wrong:
        found = [_missing(word, wrong) for word in text.split() if not wrong.isdisjoint(word)]
    return (*found, *_overloaded(text), *_without_common_face(text, faces, wrong))


def _missing(word: str, wrong: set[str]) -> Missing:
    return Missing(word, tuple(dict.fromkeys(code_point(char) for char in word if char in wrong)))


def _overloaded(text: str) -> list[Missing]:
    """Return words whose letters carry more marks than can be drawn."""
    found: list[Missing] = []
    marks = 0
    if text.isascii():
        return found
    for char in text:
        marks = marks + 1 if combining(char) else 0
        if marks == MOST_MARKS + 1:
            found.append(Missing("", (code_point(char),)))
    return found


def _without_common_face(text: str, faces: Faces, wrong: set[str]) -> list[Missing]:
    """Return words with a letter and a mark that each have a face, but none that has both."""
    if not any(map(combining, set(text))):
        return []
    found = []
    for word in text.split():
        marked = [letter for letter in letters(word) if len(letter) > 1 and wrong.isdisjoint(letter)]
        alone = [letter for letter in marked if not all(_drawn(letter, stack) for stack in (faces.regular, faces.bold))]
        if alone:
            found.append(Missing(word, tuple(code_point(char) for char in alone[0])))
    return found


def _drawn(letter: str, stack: tuple[Face, ...]) -> bool:
    codes = {ord(char) for char in letter if char not in NOTHING}
    return any(codes <= face.characters for face in stack)


def in_latin(text: str, faces: Faces) -> str:
    """Return a text that can be printed: letters no font has in Latin spelling, other signs left out.

    For people to accept or refuse before it is printed; what can be drawn stays as it is.
    """
    if not missing(text, faces):
        return text
    return "".join(_printable(letter, faces) for letter in letters(clean(text)))


def _printable(letter: str, faces: Faces) -> str:
    base, marks = letter[0], letter[1 : MOST_MARKS + 1]
    for found in (base + marks, base):
        if found == "\n" or all(_drawn(found, stack) for stack in (faces.regular, faces.bold)):
            return found
    return anyascii(base) if category(base)[0] in "LN" else ""


def named(point: str) -> str:
    """Return a code point with its character, for a message: 東 (U+6771)."""
    char = chr(int(point.removeprefix("U+"), 16))
    return point if category(char)[0] in "CMZ" else f"{char} ({point})"


def code_point(char: str) -> str:
    """Return a character's number as people look it up."""
    return f"U+{ord(char):04X}"
