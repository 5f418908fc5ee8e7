"""Fills pages with strips: keeps what belongs together, repeats table headers, cuts what is taller than its room."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from kimdesk.documents.engine.look import Sheet
from kimdesk.documents.engine.strips import Strip

USUAL = Sheet()
KEPT = 0.3
"""What is kept together and takes no more than this part of a page is never torn apart."""
EMPTY = 0.2
"""The part of a page that may stay empty so that something larger is not torn apart."""
SPARING = 0.25
"""How much of both is left where a document shall be shorter: sections go on on the next page."""
WITH_HEADER = 3
"""Before which row a longer table may go on on the next page."""
Page = list[tuple[Strip, float]]
"""Strips with the height of their upper edge above the foot of the paper."""


@dataclass(slots=True)
class _Filler:
    pages: list[Page]
    first: Sheet
    share: float = 1.0
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


def fill_pages(strips: Sequence[Strip], first: Sheet = USUAL, *, sparing: bool = False) -> list[Page]:
    """Return pages; a strip taller than a page is cut, a chain kept together moves on if a page can hold it.

    `first` are the margins of the first page, those of all others are the usual ones. `sparing`: sections go on on
    the next page rather than leave room on this one.
    """
    filler = _Filler([[]], first, SPARING if sparing else 1.0)
    waiting = deque(strips)
    row, apart, held = False, False, 0
    while waiting:
        strip = waiting.popleft()
        if strip.turns:
            filler.turn(strip)
            continue
        room = filler.room(strip) + strip.before
        if held:
            needed, held = 0.0, held - 1
        elif apart or (row and strip.header is not None):
            needed, held = _bound(strip, waiting)
        else:
            needed, held, apart = _needed(strip, waiting, filler, room)
        apart = apart and strip.keep_next
        if needed > room and needed <= filler.plain.room and filler.pages[-1]:
            filler.turn(strip)
        row = strip.header is not None
        _place(filler, strip, waiting)
    return filler.pages


def _bound(strip: Strip, following: Sequence[Strip]) -> tuple[float, int]:
    """Return the height of a strip with what is bound to it firmly, and how many strips that are."""
    total, last, count = strip.before + strip.height, strip, 0
    for other in following:
        if not last.keep_next or last.loose:
            break
        total += other.before + other.height
        count += 1
        last = other
    return total, count


def _needed(strip: Strip, following: Sequence[Strip], filler: _Filler, room: float) -> tuple[float, int, bool]:
    """Return the height that a strip needs with all that must stay with it, how many strips that are, and if parted.

    `room` is what is left of this page. What is large and kept together loosely may
    go on on the next page where too much of this one would stay empty: a table after its header and two rows.
    """
    page = filler.plain.room
    total, last, rows, count = strip.before + strip.height, strip, 0, 0
    parted: tuple[float, int] | None = None
    for other in following:
        if not last.keep_next or total > page:
            break
        rows += other.header is not None
        if parted is None and last.loose and not other.fill and (not rows or rows >= WITH_HEADER):
            parted = total, count
        total += other.before + other.height
        count += 1
        last = other
    if parted and total > room and total > KEPT * filler.share * page and room > EMPTY * filler.share * page:
        return *parted, True
    return total, count, False


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
