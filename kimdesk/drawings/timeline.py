"""Goals and measures over time: bars from start to end, diamonds for dates, a line at today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kimdesk.domain.views.pictures import Milestone, TimelineRow, TimelineView
from kimdesk.drawings.comparison import show_day
from kimdesk.drawings.lettering import LEADING, Lettering, Line
from kimdesk.drawings.pen import Pen, Stroke
from kimdesk.drawings.picture import Area, Picture, Style, Table
from kimdesk.drawings.words import Words

WIDTH = 520.0
NAMES = 172.0
SIZE = 9.0
SMALL = 7.5
HEAD = 30.0
BAR = 9.0
DIAMOND = 5.5
STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
"""Months between two marks of the axis."""
MOST_MARKS = 9


def draw_timeline(view: TimelineView, style: Style) -> Picture:
    """Return the rows as a chart, with a sentence for each and the dates as a table."""
    words = Words(style.language)
    chart = _Timeline(view, style, words)
    chart.draw()
    sentences = tuple(_sentence(row, words) for row in view.rows) or (words.say("timeline.empty"),)
    return Picture(
        title=view.title,
        drawing=chart.pen.drawing,
        sentences=sentences,
        texts=tuple(chart.pen.texts),
        areas=tuple(chart.areas),
        table=_table(view, words),
    )


class _Timeline:
    def __init__(self, view: TimelineView, style: Style, words: Words) -> None:
        self.view, self.words, self.ink = view, words, style.ink
        self.letters = Lettering(style.faces, style.language)
        self.labels = [self._label(row) for row in view.rows]
        self.heights = [self._row_height(*pair) for pair in zip(view.rows, self.labels, strict=True)]
        self.bottom = HEAD + sum(self.heights)
        self.first, self.last = _span(view)
        self.pen = Pen(WIDTH, self.bottom + 4 if view.rows else SIZE * LEADING, style, self.letters)
        self.areas: list[Area] = []

    def draw(self) -> None:
        if not self.view.rows:
            self.pen.text(Line(self.words.say("timeline.empty"), SIZE, dim=True), (0, 0))
            return
        self._axis()
        top = HEAD
        for row, lines, height in zip(self.view.rows, self.labels, self.heights, strict=True):
            self._row(row, lines, top, height)
            top += height
        self._today()

    def _row_height(self, row: TimelineRow, lines: list[Line]) -> float:
        """Return room for a row's label, and below its bar for the names of its dates."""
        least = BAR + 2 * SMALL * LEADING + 4 if row.milestones else 0.0
        return max(least, sum(line.height for line in lines) + 10)

    def _label(self, row: TimelineRow) -> list[Line]:
        lines = list(self.letters.wrapped(Line(row.name, SIZE), NAMES - 10, most=3))
        parts = [part for part in (_dates(row, self.words), row.state) if part]
        lines += self.letters.wrapped(Line(" · ".join(parts), SMALL, dim=True), NAMES - 10, most=2)
        return lines

    def _x(self, day: dt.date) -> float:
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return NAMES + 8 + share * (WIDTH - NAMES - 16)

    def _axis(self) -> None:
        for day in _marks(self.first, self.last):
            x = self._x(day)
            self.pen.line([(x, HEAD - 4), (x, self.bottom)], Stroke(self.ink.line, 0.5))
            text = self.words.say("timeline.month", month=f"{day.month:02d}", year=day.year)
            half = self.letters.width(text, SMALL) / 2
            self.pen.text(Line(text, SMALL, dim=True), (min(x, WIDTH - half), HEAD - 15), "middle")

    def _today(self) -> None:
        x = self._x(self.view.today)
        self.pen.line([(x, 10), (x, self.bottom)], Stroke(self.ink.text, 1.1, (3, 2)))
        text = Line(self.words.say("timeline.today", date=show_day(self.view.today)), SMALL, bold=True)
        half = self.letters.width(text.text, text.size, bold=True) / 2
        self.pen.text(text, (min(max(x, NAMES + half), WIDTH - half), 0), "middle")

    def _row(self, row: TimelineRow, lines: list[Line], top: float, height: float) -> None:
        pen = self.pen
        pen.line([(0, top), (WIDTH, top)], Stroke(self.ink.line, 0.5))
        y = top + 4
        for line in lines:
            pen.text(line, (0, y))
            y += line.height
        middle = top + height / 2
        self._bar(row, middle)
        marks = sorted(row.milestones, key=lambda each: (each.on, each.name))
        ends = [self._x(each.on) for each in marks[1:]] + [WIDTH + 4]
        for each, end in zip(marks, ends, strict=False):
            self._diamond(each, middle, end)
        self.areas.append(Area(row.key, _sentence(row, self.words), 0, top, WIDTH, height))

    def _bar(self, row: TimelineRow, middle: float) -> None:
        """Draw the span; without an end it stays open to the right, an end alone is a diamond."""
        if row.start is None:
            if row.end is not None and row.end not in {each.on for each in row.milestones}:
                self._diamond(Milestone(row.end, "", row.done), middle, WIDTH)
            return
        start = self._x(row.start)
        end = self._x(row.end) if row.end else WIDTH - 8
        low, high = middle - BAR / 2, middle + BAR / 2
        fill = self.ink.mark if row.done else self.ink.soft
        self.pen.rect((start, low), (max(2.0, end - start), BAR), fill)
        edge = Stroke(self.ink.mark, 1.0)
        for y in (low, high):
            self.pen.line([(start, y), (max(end, start + 2), y)], edge)
        for x in (start, end) if row.end else (start,):
            self.pen.line([(x, low), (x, high)], edge)

    def _diamond(self, each: Milestone, middle: float, end: float) -> None:
        x, d = self._x(each.on), DIAMOND
        fill = self.ink.mark if each.reached else self.ink.paper
        for size, colour, edge in ((d + 2.0, self.ink.paper, None), (d, fill, Stroke(self.ink.mark, 1.2))):
            corners = [(x, middle - size), (x + size, middle), (x, middle + size), (x - size, middle)]
            self.pen.polygon(corners, colour, edge)
        text = Line(each.name, SMALL)
        if x + d + 3 + self.letters.width(text.text, SMALL) <= end - d - 2:
            self.pen.text(text, (x + d + 3, middle + BAR / 2))


def _days(view: TimelineView) -> Iterator[dt.date]:
    yield view.today
    for row in view.rows:
        yield from (day for day in (row.start, row.end) if day)
        yield from (each.on for each in row.milestones)


def _span(view: TimelineView) -> tuple[dt.date, dt.date]:
    """Return the first day of the first month and the first day after the last one."""
    first, last = min(_days(view)), max(_days(view))
    return first.replace(day=1), _month(last, 1)


def _month(day: dt.date, later: int) -> dt.date:
    months = min(day.year * 12 + day.month - 1 + later, 9999 * 12 + 11)
    return dt.date(months // 12, months % 12 + 1, 1)


def _marks(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Yield the days the axis marks, at most about nine."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((step for step in STEPS if months / step <= MOST_MARKS), months)
    for later in range(0, months + 1, step):
        yield _month(first, later)


def _dates(row: TimelineRow, words: Words) -> str:
    if row.start and row.end:
        return f"{show_day(row.start)} – {show_day(row.end)}"
    if row.start:
        return words.say("timeline.from", date=show_day(row.start))
    return words.say("timeline.until", date=show_day(row.end)) if row.end else ""


def _sentence(row: TimelineRow, words: Words) -> str:
    marks = [words.say("timeline.milestone", name=each.name, date=show_day(each.on)) for each in row.milestones]
    parts = [part for part in (_dates(row, words), row.state, *marks) if part]
    return f"{row.name}: {', '.join(parts)}." if parts else f"{row.name}."


def _table(view: TimelineView, words: Words) -> Table:
    head = tuple(words.say(f"timeline.{key}") for key in ("what", "start", "end", "state", "dates"))
    rows = tuple(
        (
            row.name,
            show_day(row.start) if row.start else "",
            show_day(row.end) if row.end else "",
            row.state,
            ", ".join(f"{each.name} {show_day(each.on)}" for each in row.milestones),
        )
        for row in view.rows
    )
    return Table(head, rows)
