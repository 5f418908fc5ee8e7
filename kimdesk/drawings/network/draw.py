"""Draws the network map and says it in sentences; nearness is all it shows of a relation, nothing is judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from kimdesk.domain.views.pictures import HORIZONS, SECTORS, NetworkContact, NetworkView
from kimdesk.drawings.lettering import LEADING, Label, Lettering, Line
from kimdesk.drawings.network.places import DOT, LOWER, RIGHT, Map, Spot, find_spots
from kimdesk.drawings.pen import Pen, Point, Stroke
from kimdesk.drawings.picture import Area, Picture, Style, Table
from kimdesk.drawings.words import Words, isolated

SIZE, SMALL = 8.5, 7.5
TITLE = 10.0
NAME_WIDTH = 74.0
ANCHOR_WIDTH = 62.0
MARGIN = 4.0
LEGEND = 16.0
CURVE = 36
"""Straight parts of a tie."""
BENDS = (0.0, 0.12, -0.12, 0.24, -0.24, 0.4, -0.4)
"""How far a tie may swing to the side, as a share of its length, to keep clear of names."""


def draw_network(view: NetworkView, style: Style) -> Picture:
    """Return the map with a spot for every contact, a sentence for each sector, and the same as a table."""
    words, letters = Words(style.language), Lettering(style.faces, style.language)
    chart = _Chart(view, place_contacts(view, style), style, letters)
    chart.draw(_anchor(view, letters, style.letters), words)
    return Picture(
        title=words.say("network.title"),
        drawing=chart.pen.drawing,
        sentences=network_sentences(view, words),
        texts=tuple(chart.pen.texts),
        areas=tuple(chart.areas()),
        table=_table(view, words),
    )


def map_middle(view: NetworkView, style: Style) -> tuple[Point, Map]:
    """Return where the anchor stands in the picture, in points from the upper left corner, and the places around."""
    placed = place_contacts(view, style)
    return _Chart(view, placed, style, Lettering(style.faces, style.language)).middle, placed


def place_contacts(view: NetworkView, style: Style) -> Map:
    """Return where everybody stands around the anchor."""
    letters = Lettering(style.faces, style.language)
    labels = {contact.key: _label(contact.name, letters, style.letters) for contact in view.contacts}
    anchor = _anchor(view, letters, style.letters)
    radius = max(22.0, hypot(anchor.width, anchor.height) / 2 + 4)
    return find_spots(list({contact.key: contact for contact in view.contacts}.values()), labels, radius)


def _anchor(view: NetworkView, letters: Lettering, times: float) -> Label:
    return letters.label(*letters.wrapped(Line(view.anchor, SIZE * times, bold=True), ANCHOR_WIDTH * times, most=3))


def _label(name: str, letters: Lettering, times: float) -> Label:
    line = Line(name, SIZE * times)
    return letters.label(*letters.wrapped(line, letters.roomy(line, NAME_WIDTH * times), most=3))


class _Chart:
    def __init__(self, view: NetworkView, placed: Map, style: Style, letters: Lettering) -> None:
        self.view = view
        self.placed = placed
        self.small, self.title, self.legend = (size * style.letters for size in (SMALL, TITLE, LEGEND))
        side = 2 * (placed.radii[-1] + MARGIN)
        titles = (Line(name, self.title, bold=True) for name in view.sectors)
        self.titles = [letters.wrapped(title, 11 * self.title, most=3) for title in titles]
        above, below = (max(len(self.titles[i]), len(self.titles[j])) for i, j in ((0, 1), (2, 3)))
        self.top = self._room(above)
        self.ties = known_ties(view)
        self.foot = side + self.top + self._room(below)
        self.pen = Pen(side, self.foot + (self.legend if self.ties else 0.0), style, letters)
        self.middle = (side / 2, self.top + side / 2)

    def _room(self, lines: int) -> float:
        """Return how much higher the picture must be for titles in its corners to keep clear of the circle."""
        corner = self.placed.radii[-1] * (1 - 0.5**0.5)
        return float(max(0.0, lines * self.title * LEADING + 12 - corner * 0.55))

    def draw(self, anchor: Label, words: Words) -> None:
        pen, ink = self.pen, self.pen.ink
        x, y = self.middle
        outer = self.placed.radii[-1]
        pen.circle(self.middle, self.placed.radii[1], ink.soft)
        for radius in self.placed.radii[1:]:
            pen.circle(self.middle, radius, None, Stroke(ink.line, 0.9))
        pen.line([(x - outer, y), (x + outer, y)], Stroke(ink.line, 0.9))
        pen.line([(x, y - outer), (x, y + outer)], Stroke(ink.line, 0.9))
        self._titles()
        for radius, name in zip(self.placed.radii[1:], self.view.horizons, strict=True):
            pen.text(Line(name, self.small, dim=True), (x + radius - 4, y - self.small * LEADING), "end")
        self._ties()
        for spot in self.placed.spots:
            self._contact(spot)
        pen.circle(self.middle, self.placed.radii[0], ink.paper, Stroke(ink.text, 1.6))
        pen.label(anchor, (x, y - anchor.height / 2), "middle")
        self._legend(words)

    def _titles(self) -> None:
        for sector, lines in zip(SECTORS, self.titles, strict=True):
            x = self.pen.drawing.width if sector in RIGHT else 0.0
            y = self.foot - len(lines) * self.title * LEADING if sector in LOWER else 0.0
            for line in lines:
                self.pen.text(line, (x, y), "end" if sector in RIGHT else "start")
                y += line.height

    def _at(self, spot: Spot) -> Point:
        return self.middle[0] + spot.x, self.middle[1] + spot.y

    def _contact(self, spot: Spot) -> None:
        pen, (x, y) = self.pen, self._at(spot)
        ground = pen.ink.soft if spot.contact.horizon == HORIZONS[0] else pen.ink.paper
        top = self.middle[1] + spot.label_top
        for line in spot.label.lines:
            wide = pen.letters.width(line.text, line.size)
            pen.rect((x - wide / 2 - 1, top), (wide + 2, line.height), ground)
            top += line.height
        pen.circle((x, y), DOT, pen.ink.mark)
        pen.label(spot.label, (x, self.middle[1] + spot.label_top), "middle")

    def _ties(self) -> None:
        spots = {spot.contact.key: spot for spot in self.placed.spots}
        for one, other in self.ties:
            if one in spots and other in spots:
                self.pen.line(self._bent(spots[one], spots[other]), Stroke(self.pen.ink.dim, 0.9))

    def _legend(self, words: Words) -> None:
        """Say what the lines mean, if there are any."""
        if self.ties:
            text = Line(words.say("network.legend"), self.small, dim=True)
            left = self.middle[0] - (self.pen.letters.width(text.text, self.small) + 26) / 2
            y = self.foot + self.legend / 2
            self.pen.line([(left, y), (left + 20, y)], Stroke(self.pen.ink.dim, 0.9))
            self.pen.text(text, (left + 26, y - self.small * LEADING / 2))

    def _bent(self, one: Spot, other: Spot) -> list[Point]:
        """Return a tie as the gentlest curve that runs over the fewest names."""
        ways = [_curve((one.x, one.y), (other.x, other.y), bend) for bend in BENDS]
        boxes = [spot.box for spot in self.placed.spots if spot not in (one, other)]
        boxes += [(left, spot.label_top, right, low) for spot in (one, other) for left, _, right, low in (spot.box,)]
        best = min(ways, key=lambda way: _hits(way, boxes, self.placed.radii))
        return [(self.middle[0] + x, self.middle[1] + y) for x, y in best]

    def areas(self) -> Iterator[Area]:
        """Yield where each contact can be chosen."""
        for spot in self.placed.spots:
            left, top, right, bottom = spot.box
            x, y = self.middle[0] + left, self.middle[1] + top
            name = f"{spot.contact.name}, {_word(spot.contact, self.view)}"
            yield Area(spot.contact.key, name, x, y, right - left, bottom - top)


def _curve(one: Point, other: Point, bend: float) -> list[Point]:
    """Return points of a curve whose middle lies to the side by a share of the distance."""
    (x1, y1), (x2, y2) = one, other
    mx, my = (x1 + x2) / 2 - (y2 - y1) * bend, (y1 + y2) / 2 + (x2 - x1) * bend
    shares = [step / CURVE for step in range(CURVE + 1)]
    return [
        ((1 - t) ** 2 * x1 + 2 * t * (1 - t) * mx + t * t * x2, (1 - t) ** 2 * y1 + 2 * t * (1 - t) * my + t * t * y2)
        for t in shares
    ]


def _hits(way: list[Point], boxes: Sequence[tuple[float, float, float, float]], radii: Sequence[float]) -> int:
    """Count the names a tie runs over; running through the anchor or out of the circle counts as several."""
    names = sum(any(b[0] <= x <= b[2] and b[1] <= y <= b[3] for x, y in way) for b in boxes)
    through = any(hypot(x, y) < radii[0] for x, y in way)
    outside = any(hypot(x, y) > radii[-1] for x, y in way)
    return names + 3 * through + 5 * outside


def known_ties(view: NetworkView) -> list[tuple[str, str]]:
    """Return ties between two different people on the map, each once."""
    keys = {contact.key for contact in view.contacts}
    pairs = [(one, other) if one <= other else (other, one) for one, other in view.ties]
    return [pair for pair in dict.fromkeys(pairs) if pair[0] != pair[1] and set(pair) <= keys]


def _word(contact: NetworkContact, view: NetworkView) -> str:
    parts = []
    for code, codes, names in ((contact.sector, SECTORS, view.sectors), (contact.horizon, HORIZONS, view.horizons)):
        if code in codes:
            parts.append(names[codes.index(code)])
    return ", ".join(parts)


def network_sentences(view: NetworkView, words: Words) -> tuple[str, ...]:
    """Say who stands where, a sentence for each sector, and who knows whom."""
    anchor = isolated(view.anchor)
    found = [words.count("network.size", len({contact.key for contact in view.contacts}), anchor=anchor)]
    for sector, name in zip(SECTORS, view.sectors, strict=True):
        parts = []
        for horizon, word in zip(HORIZONS, view.horizons, strict=True):
            here = [isolated(c.name) for c in view.contacts if (c.sector, c.horizon) == (sector, horizon)]
            if here:
                parts.append(words.say("network.horizon", horizon=word, names=words.listed(here)))
        nobody = words.say("network.nobody")
        found.append(words.say("network.sector", sector=name, people="; ".join(parts) or nobody))
    stray = [isolated(c.name) for c in view.contacts if c.sector not in SECTORS or c.horizon not in HORIZONS]
    if stray:
        found.append(words.say("network.stray", names=words.listed(stray)))
    names = {contact.key: isolated(contact.name) for contact in view.contacts}
    ties = [words.listed([names[one], names[other]]) for one, other in known_ties(view)]
    return (*found, *([words.say("network.ties", pairs="; ".join(ties))] if ties else []))


def _table(view: NetworkView, words: Words) -> Table:
    head = tuple(words.say(f"network.{key}") for key in ("name", "in_sector", "nearness"))
    rows = []
    for contact in view.contacts:
        sector = view.sectors[SECTORS.index(contact.sector)] if contact.sector in SECTORS else "–"
        horizon = view.horizons[HORIZONS.index(contact.horizon)] if contact.horizon in HORIZONS else "–"
        rows.append((contact.name, sector, horizon))
    return Table(head, tuple(rows))
