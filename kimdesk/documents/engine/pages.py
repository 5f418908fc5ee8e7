"""Fills pages with strips: keeps what belongs together, repeats table headers, cuts what is taller than its room."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from kimdesk.documents.engine.look import Sheet
from kimdesk.documents.engine.strips import Strip

USUAL = Sheet()
KEPT = 0.3
"""A table that takes no more than this part of a page is never torn apart where it shall be kept together."""
WITH_HEADER = 3
"""Before which row a longer table may go on on the next page."""
Page = list[tuple[Strip, float]]
"""Strips with the height of their upper edge above the foot of the paper."""


@dataclass(slots=True)
class _Filler:
    pages: list[Page]
    first: Sheet
    used: float = 0

    @property
    def sheet(self) -> Sheet:
        """The margins of the page being filled."""
        return self.first if len(self.pages) == 1 else self.plain

    @property
    def plain(self) -> Sheet:
        """The usual margins on the same paper."""
        return Sheet(paper=self.first.paper)

    def put(self, strip: Strip) -> None:
        page = self.pages[-1]
        self.used += strip.before if page else 0
        page.append((strip, self.sheet.paper.height - self.sheet.top - self.used))
        self.used += strip.height

    def turn(self, following: Strip) -> None:
        if following.turns and not self.pages[-1]:
            return
        self.pages.append([])
        self.used = 0
        header = following.header
        if header is not None and header.height <= KEPT * self.plain.room:
            self.put(header)

    def room(self, strip: Strip) -> float:
        return self.sheet.room - self.used - (strip.before if self.pages[-1] else 0)


def fill_pages(strips: Sequence[Strip], first: Sheet = USUAL) -> list[Page]:
    """Return pages; a strip taller than a page is cut, a chain kept together moves on if a page can hold it.

    `first` are the margins of the first page, those of all others are the usual ones.
    """
    filler = _Filler([[]], first)
    waiting = deque(strips)
    row = False
    while waiting:
        strip = waiting.popleft()
        if strip.turns:
            filler.turn(strip)
            continue
        needed = (
            strip.before + strip.height
            if row and strip.header is not None
            else _needed(strip, waiting, filler.plain.room)
        )
        if needed > filler.room(strip) + strip.before and needed <= filler.plain.room and filler.pages[-1]:
            filler.turn(strip)
        row = strip.header is not None
        _place(filler, strip, waiting)
    return filler.pages


def _needed(strip: Strip, following: Sequence[Strip], page: float) -> float:
    """Return the height that a strip needs with all that must stay with it, space before the first included.

    `page` is the room of a whole page. A long table that is kept together may yet go on on the next page, after its
    header and two rows.
    """
    total, enough, last, rows = strip.before + strip.height, 0.0, strip, 0
    for other in following:
        if not last.keep_next or total > page:
            break
        rows += other.header is not None
        if rows == WITH_HEADER:
            enough = total
        total += other.before + other.height
        last = other
    return enough if enough and total > KEPT * page else total


def _place(filler: _Filler, strip: Strip, waiting: deque[Strip]) -> None:
    room = filler.room(strip)
    if strip.height <= room + 0.01:
        filler.put(strip)
        return
    parts = strip.cut(room)
    fresh = not filler.pages[-1] or (len(filler.pages[-1]) == 1 and filler.pages[-1][0][0] is strip.header)
    if parts is not None and (fresh or strip.height > filler.plain.room or len(strip.columns) == 1):
        filler.put(parts[0])
        filler.turn(parts[1])
        waiting.appendleft(parts[1])
    elif fresh and (strip.height > filler.plain.room or filler.sheet.room >= filler.plain.room):
        filler.put(strip)
    else:
        filler.turn(strip)
        waiting.appendleft(strip)
