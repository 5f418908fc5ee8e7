"""Finding words in a PDF held in memory: whatever case, spaces and line breaks they stand with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kimdesk.ui.widgets.pdf import opened_pdf

Box = tuple[float, float, float, float]
MOST = 500


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand: its page (from 0) and boxes (left, top, right, bottom) as parts of the page."""

    page: int
    boxes: tuple[Box, ...]


def find(pdf: bytes, words: str) -> tuple[Hit, ...]:
    """Return where words stand, in reading order, at most 500 places."""
    pattern = _pattern(words)
    if pattern is None:
        return ()
    hits: list[Hit] = []
    with opened_pdf(pdf) as document:
        for number in range(len(document)):
            page = document[number]
            hits += _on_page(page, number, pattern)
            page.close()
            if len(hits) >= MOST:
                break
    return tuple(hits[:MOST])


def _pattern(words: str) -> re.Pattern[str] | None:
    parts = [re.escape(part) for part in _plain(words).split()]
    return re.compile(r"\s+".join(parts)) if parts else None


def _plain(text: str) -> str:
    """Return a text of the same length, in small letters and with plain spaces and hyphens."""
    return "".join(_letter(letter) for letter in text)


def _letter(letter: str) -> str:
    if letter in "\u00a0\u202f":
        return " "
    if letter in "\u2010\u2011":
        return "-"
    small = letter.lower()
    return small if len(small) == 1 else letter


def _on_page(page: Any, number: int, pattern: re.Pattern[str]) -> Iterator[Hit]:
    text_page = page.get_textpage()
    size = page.get_size()
    for match in pattern.finditer(_plain(text_page.get_text_range())):
        count = text_page.count_rects(match.start(), match.end() - match.start())
        boxes = tuple(_box(text_page.get_rect(place), size) for place in range(count))
        if boxes:
            yield Hit(number, boxes)
    text_page.close()


def _box(rect: Box, size: tuple[float, float]) -> Box:
    left, bottom, right, top = rect
    width, height = size
    return (left / width, 1 - top / height, right / width, 1 - bottom / height)
