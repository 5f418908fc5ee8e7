"""Assessments compared: one row per domain of life, circles for the family's view, squares for the case manager's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kimdesk.domain.views.pictures import ComparisonView, RatedDomain, Rating
from kimdesk.drawings.lettering import LEADING, Lettering, Line
from kimdesk.drawings.pen import Pen, Stroke
from kimdesk.drawings.picture import Area, Picture, Style, Table
from kimdesk.drawings.words import Words

MOST = 6
"""Assessments shown side by side."""
WIDTH = 520.0
NAMES = 132.0
SCALE = 190.0
SIZE = 9.0
SMALL = 7.5
LANE = 6.5
"""How far the two views lie above and below the middle of a row."""
NOTHING = "–"

Get = Callable[[Rating], int | None]


def client(rating: Rating) -> int | None:
    """Return the family's rating, None where nothing was rated."""
    return rating.client or None


def case_manager(rating: Rating) -> int | None:
    """Return the case manager's rating, None where nothing was rated."""
    return rating.case_manager or None


VIEWS: tuple[tuple[str, Get], ...] = (("client", client), ("case_manager", case_manager))


def draw_comparison(view: ComparisonView, style: Style) -> Picture:
    """Return up to six assessments as rows with the numbers written beside, their sentences and their table."""
    view = latest(view)
    rated = [domain for domain in view.domains if any(_values(domain, get) for _, get in VIEWS)]
    return _Chart(view, rated, style).picture()


def latest(view: ComparisonView) -> ComparisonView:
    """Keep the first and the latest five assessments."""
    if len(view.dates) <= MOST:
        return view
    kept = (0, *range(len(view.dates) - MOST + 1, len(view.dates)))
    domains = tuple(
        RatedDomain(each.key, each.name, tuple(each.ratings[i] for i in kept if i < len(each.ratings)))
        for each in view.domains
    )
    return ComparisonView(dates=tuple(view.dates[i] for i in kept), domains=domains)


def _values(domain: RatedDomain, get: Get) -> list[int]:
    return [value for rating in domain.ratings if (value := get(rating)) is not None]


@dataclass(frozen=True, slots=True)
class _Row:
    domain: RatedDomain
    name: tuple[Line, ...]
    top: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


class _Chart:
    def __init__(self, view: ComparisonView, rated: Sequence[RatedDomain], style: Style) -> None:
        self.view = view
        self.rated = rated
        self.words = Words(style.language)
        self.letters = Lettering(style.faces, style.language)
        self.ink = style.ink
        self.times = style.letters
        self.size, self.small, self.lane = (each * self.times for each in (SIZE, SMALL, LANE))
        self.foot = self._foot()
        self.rows = self._rows(76.0 * self.times)
        bottom = self.rows[-1].top + self.rows[-1].height if self.rows else 0.0
        self.bottom = bottom
        height = bottom + 8 + sum(line.height for line in self.foot)
        self.pen = Pen(WIDTH, height, style, self.letters)

    def picture(self) -> Picture:
        if self.rated:
            self._legend()
            self._grid()
            for row in self.rows:
                self._row(row)
        top = self.bottom + 6 if self.rated else 0.0
        for line in self.foot:
            self.pen.text(line, (0, top))
            top += line.height
        key = "comparison.title" if len(self.view.dates) > 1 else "comparison.title_one"
        return Picture(
            title=self.words.say(key),
            drawing=self.pen.drawing,
            sentences=comparison_sentences(self.view, self.words),
            texts=tuple(self.pen.texts),
            areas=tuple(
                Area(row.domain.key, self._spoken(row.domain), 0, row.top, WIDTH, row.height) for row in self.rows
            ),
            table=comparison_table(self.view, self.words),
        )

    def _spoken(self, domain: RatedDomain) -> str:
        parts = (f"{self.words.say(f'comparison.{key}')} {sequence(domain, get)}" for key, get in VIEWS)
        return f"{domain.name}: {', '.join(parts)}"

    def _foot(self) -> tuple[Line, ...]:
        left_out = [domain.name for domain in self.view.domains if domain not in self.rated]
        texts = [self.words.say("comparison.scale" if self.rated else "comparison.empty")]
        if self.rated and len(self.view.dates) > 2:
            texts.append(self.words.say("comparison.order", dates=", ".join(map(show_day, self.view.dates))))
        if self.rated and left_out:
            texts.append(self.words.say("comparison.not_rated", names=", ".join(left_out)))
        size = self.small if self.rated else self.size
        return tuple(line for text in texts for line in self.letters.wrapped(Line(text, size, dim=True), WIDTH, most=4))

    def _rows(self, top: float) -> list[_Row]:
        rows = []
        for domain in self.rated:
            name = self.letters.wrapped(Line(domain.name, self.size), NAMES - 8, most=2 if self.times == 1 else 3)
            height = max(30.0 * self.times, len(name) * self.size * LEADING + 8)
            rows.append(_Row(domain, name, top, height))
            top += height
        return rows

    def _x(self, value: int) -> float:
        return NAMES + 16 + (value - 1) * (SCALE - 32) / 4

    def _legend(self) -> None:
        pen, ink, times = self.pen, self.ink, self.times
        start = NAMES if times == 1 else 0.0
        x = start
        for key, _ in VIEWS:
            self._mark(key, (x + 5, 8 * times), latest=True)
            text = Line(self.words.say(f"comparison.{key}"), self.size)
            pen.text(text, (x + 14, 2 * times))
            x += 14 + self.letters.width(text.text, self.size) + 18
        dates = self.view.dates
        if len(dates) > 1:
            x = start
            for latest_one, word in ((False, "first"), (True, "last")):
                for place, (key, _) in enumerate(VIEWS):
                    self._mark(key, (x + 5 + place * 11, 24 * times), latest=latest_one)
                text = Line(self.words.say(f"comparison.{word}", date=show_day(dates[-latest_one])), self.size)
                pen.text(text, (x + 26, 18 * times))
                x += 26 + self.letters.width(text.text, self.size) + 18
            if len(dates) > 2:
                pen.line([(x + 3, 20 * times), (x + 3, 28 * times)], Stroke(ink.text, 1.2))
                pen.text(Line(self.words.say("comparison.between"), self.size), (x + 10, 18 * times))
        for place, (key, _) in enumerate(VIEWS):
            text = Line(self.words.say(f"comparison.{key}"), self.small, dim=True)
            pen.text(text, (self._column(place), 62 * times), "middle")

    def _numbers(self, domain: RatedDomain, get: Get) -> Line:
        """Return the ratings in letters that fit their column."""
        text, room = sequence(domain, get), (WIDTH - NAMES - SCALE) / 2 - 6
        wide = self.letters.width(text, self.size, bold=True)
        return Line(text, self.size * min(1.0, room / wide), bold=True)

    def _column(self, place: int) -> float:
        wide = (WIDTH - NAMES - SCALE) / 2
        return NAMES + SCALE + wide * (place + 0.5)

    def _grid(self) -> None:
        top, pen, times = self.rows[0].top, self.pen, self.times
        for value in range(1, 6):
            x = self._x(value)
            pen.line([(x, top), (x, self.bottom)], Stroke(self.ink.line, 0.5))
            pen.text(Line(str(value), self.small, dim=True), (x, 62 * times), "middle")
        low, high = (Line(self.words.say(f"comparison.{end}"), self.small, dim=True) for end in ("low", "high"))
        pen.text(low, (self._x(1) - 10, 48 * times))
        pen.text(high, (self._x(5) + 10, 48 * times), "end")
        for row in self.rows:
            pen.line([(0, row.top), (WIDTH, row.top)], Stroke(self.ink.line, 0.5))

    def _row(self, row: _Row) -> None:
        top = row.middle - len(row.name) * self.size * LEADING / 2
        for line in row.name:
            self.pen.text(line, (0, top))
            top += line.height
        for place, (key, get) in enumerate(VIEWS):
            self._lane(key, _values(row.domain, get), row.middle + (self.lane if place else -self.lane))
            text = self._numbers(row.domain, get)
            self.pen.text(text, (self._column(place), row.middle - text.size * LEADING / 2), "middle")

    def _lane(self, key: str, values: list[int], y: float) -> None:
        if not values:
            return
        low, high = self._x(min(values)), self._x(max(values))
        if low < high:
            self.pen.line([(low, y), (high, y)], Stroke(self.ink.mark, 1.6 if key == "case_manager" else 0.9))
        for value in sorted({*values[1:-1]} - {values[0], values[-1]}):
            self.pen.line([(self._x(value), y - 3.5), (self._x(value), y + 3.5)], Stroke(self.ink.mark, 1.2))
        if len(values) > 1 and values[0] != values[-1]:
            self._mark(key, (self._x(values[0]), y), latest=False)
        self._mark(key, (self._x(values[-1]), y), latest=True)

    def _mark(self, key: str, at: tuple[float, float], *, latest: bool) -> None:
        """Draw a circle or square; the latest rating is filled, the first one hollow."""
        fill = self.ink.mark if latest else self.ink.paper
        edge = Stroke(self.ink.mark, 1.2)
        if key == "client":
            self.pen.circle(at, 4.0, fill, edge)
        else:
            self.pen.rect((at[0] - 3.6, at[1] - 3.6), (7.2, 7.2), fill, edge)


def sequence(domain: RatedDomain, get: Get) -> str:
    """Return the ratings one after another; two as “1 › 2”."""
    shown = [str(get(rating) or NOTHING) for rating in domain.ratings]
    return (" › " if len(shown) == 2 else " · ").join(shown) or NOTHING


def show_day(day: dt.date) -> str:
    """Return a date as people write it here."""
    return f"{day:%d.%m.%Y}"


def comparison_table(view: ComparisonView, words: Words) -> Table:
    """Return every rating as a table, a column for each assessment and view."""
    heads = [f"{words.say(f'comparison.{key}')} {show_day(day)}" for day in view.dates for key, _ in VIEWS]
    rows = [
        (each.name, *(str(get(rating) or NOTHING) for rating in each.ratings for _, get in VIEWS))
        for each in view.domains
    ]
    return Table((words.say("comparison.domain"), *heads), tuple(rows))


def comparison_sentences(view: ComparisonView, words: Words) -> tuple[str, ...]:
    """Say what changed between the first and the latest rating, for each view."""
    rated = [domain for domain in view.domains if any(_values(domain, get) for _, get in VIEWS)]
    if not rated:
        return (words.say("comparison.empty"),)
    dates = [show_day(day) for day in view.dates]
    found = [
        words.say("comparison.several", dates=words.listed(dates))
        if len(dates) > 1
        else words.say("comparison.one", date="".join(dates))
    ]
    for key, get in VIEWS:
        found += _changes(rated, key, get, words) if len(dates) > 1 else _single(rated, key, get, words)
    left_out = [domain.name for domain in view.domains if domain not in rated]
    return (*found, *([words.say("comparison.not_rated", names=", ".join(left_out))] if left_out else []))


def _single(rated: Sequence[RatedDomain], key: str, get: Get, words: Words) -> list[str]:
    values = [
        words.say("comparison.value", name=each.name, value=found[0]) for each in rated if (found := _values(each, get))
    ]
    name = words.say(f"comparison.{key}")
    return [words.say("comparison.values", view=name, values=words.listed(values))] if values else []


def _changes(rated: Sequence[RatedDomain], key: str, get: Get, words: Words) -> list[str]:
    groups: dict[str, list[str]] = {"higher": [], "same": [], "lower": [], "once": []}
    for each in rated:
        values = _values(each, get)
        if not values:
            continue
        old, new = values[0], values[-1]
        group = "once" if len(values) == 1 else "same" if old == new else "higher" if new > old else "lower"
        said = "comparison.value" if old == new else "comparison.step"
        groups[group].append(words.say(said, name=each.name, value=new, old=old, new=new))
    parts = [words.say(f"comparison.{group}", values=words.listed(names)) for group, names in groups.items() if names]
    if not parts:
        return []
    return [words.say("comparison.changes", view=words.say(f"comparison.of_{key}"), parts="; ".join(parts))]
