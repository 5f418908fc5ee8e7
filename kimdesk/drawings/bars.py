"""A one-way table as horizontal bars, every value written at the end of its bar."""

from __future__ import annotations

from kimdesk.domain.views.pictures import Bar, BarsView
from kimdesk.drawings.lettering import LEADING, Lettering, Line
from kimdesk.drawings.pen import Pen, Stroke
from kimdesk.drawings.picture import Area, Picture, Style, Table
from kimdesk.drawings.words import Words

WIDTH = 520.0
NAMES = 176.0
VALUES = 54.0
SIZE = 9.0
THICK = 11.0
STEP = 20.0


def draw_bars(view: BarsView, style: Style) -> Picture:
    """Return counts as bars from zero, in the order given, with their sentence and table."""
    words, letters = Words(style.language), Lettering(style.faces, style.language)
    names = [letters.wrapped(Line(bar.name, SIZE), NAMES - 10, most=2) for bar in view.bars]
    heights = [max(STEP, len(lines) * SIZE * LEADING + 5) for lines in names]
    foot = letters.wrapped(Line(_foot(view, words), SIZE, dim=True), WIDTH, most=2)
    pen = Pen(WIDTH, sum(heights) + 6 + len(foot) * SIZE * LEADING, style, letters)
    longest = max((bar.value or 0 for bar in view.bars), default=0) or 1
    top, areas = 0.0, []
    for place, (bar, lines, height) in enumerate(zip(view.bars, names, heights, strict=True)):
        middle = top + height / 2
        y = middle - len(lines) * SIZE * LEADING / 2
        for line in lines:
            pen.text(line, (0, y))
            y += line.height
        _bar(pen, bar, middle, (WIDTH - NAMES - VALUES) / longest, words)
        areas.append(Area(str(place), f"{bar.name}: {_value(bar, words)}", 0, top, WIDTH, height))
        top += height
    if view.bars:
        pen.line([(NAMES, 0), (NAMES, top)], Stroke(style.ink.text, 0.8))
    for place, line in enumerate(foot):
        pen.text(line, (0, top + 6 + place * line.height))
    return Picture(
        title=view.title,
        drawing=pen.drawing,
        sentences=_sentences(view, words),
        texts=tuple(pen.texts),
        areas=tuple(areas),
        table=Table((view.title, view.unit), tuple((bar.name, _value(bar, words)) for bar in view.bars)),
    )


def _bar(pen: Pen, bar: Bar, middle: float, scale: float, words: Words) -> None:
    end = NAMES + (bar.value or 0) * scale
    if bar.value:
        pen.rect((NAMES, middle - THICK / 2), (end - NAMES, THICK), pen.ink.soft, Stroke(pen.ink.mark, 1.0))
    value = Line("–" if bar.value is None else words.figure(bar.value), SIZE, bold=True)
    pen.text(value, (end + 6, middle - SIZE * LEADING / 2))


def _value(bar: Bar, words: Words) -> str:
    return words.say("bars.nothing") if bar.value is None else words.figure(bar.value)


def _foot(view: BarsView, words: Words) -> str:
    if not view.bars:
        return words.say("bars.empty")
    if not view.adds_up:
        return ""
    return words.say("bars.total", unit=view.unit, total=words.figure(sum(bar.value or 0 for bar in view.bars)))


def _sentences(view: BarsView, words: Words) -> tuple[str, ...]:
    if not view.bars:
        return (words.say("bars.empty"),)
    values = [words.say("bars.value", name=bar.name, value=_value(bar, words)) for bar in view.bars]
    said = words.say("bars.values", unit=view.unit, values="; ".join(values))
    return (said, _foot(view, words)) if view.adds_up else (said,)
