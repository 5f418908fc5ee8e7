"""The pages of the handbook: plain text with a few marks, read into frozen parts that screen and paper show.

Marks: `# title`, `## heading {#anchor}`, `- point`, `1. step`, `**strong**`; everything else is running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "point", "step"]
Words = tuple[tuple[str, bool], ...]
"""Pieces of text, each with whether it is strong."""
_HEADING = re.compile(r"## (.+?)(?: \{#([a-z-]+)\})?")
_STRONG = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph, point of a list or numbered step."""

    kind: Kind
    words: Words

    @property
    def plain(self) -> str:
        """The words alone."""
        return "".join(text for text, _ in self.words)


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading; the first of a page may have none. `anchor` names it for whoever points at it."""

    heading: str
    anchor: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class HandbookPage:
    """One page: its key is the same in every language."""

    key: str
    title: str
    sections: tuple[Section, ...]

    @property
    def anchors(self) -> dict[str, Section]:
        """The sections that can be pointed at, by their anchors."""
        return {section.anchor: section for section in self.sections if section.anchor}


def parse(key: str, text: str) -> HandbookPage:
    """Return a page; raises ValueError where it does not begin with its title."""
    first, *lines = text.strip().splitlines()
    if not first.startswith("# "):
        raise ValueError(f"{key}: no title")
    return HandbookPage(key, first.removeprefix("# "), tuple(_sections(lines)))


def as_text(page: HandbookPage) -> Iterator[str]:
    """Yield a page as lines to be read in a terminal."""
    yield page.title
    for section in page.sections:
        yield from ("", section.heading) if section.heading else ()
        step = 0
        for part in section.parts:
            step = step + 1 if part.kind == "step" else 0
            yield {"text": "", "point": "- ", "step": f"{step}. "}[part.kind] + part.plain


def _sections(lines: list[str]) -> Iterator[Section]:
    heading, anchor, parts = "", "", list[Part]()
    for line in filter(None, map(str.strip, lines)):
        found = _HEADING.fullmatch(line)
        if found is None:
            parts.append(_part(line))
            continue
        if heading or parts:
            yield Section(heading, anchor, tuple(parts))
        heading, anchor, parts = found[1], found[2] or "", []
    yield Section(heading, anchor, tuple(parts))


def _part(line: str) -> Part:
    point, step = line.removeprefix("- "), re.sub(r"^\d+\. ", "", line)
    if point != line:
        return Part("point", _words(point))
    return Part("step" if step != line else "text", _words(step))


def _words(text: str) -> Words:
    pieces = _STRONG.split(text)
    return tuple((piece, bool(at % 2)) for at, piece in enumerate(pieces) if piece)
