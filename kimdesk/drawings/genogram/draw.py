"""Draws a genogram: symbols as usual in the field, lines by kind, the household's dashed border, a key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from kimdesk.domain.views.pictures import GenogramPerson, GenogramView
from kimdesk.drawings.genogram.kin import Kin, find_kin
from kimdesk.drawings.genogram.layout import RADIUS, Layout, Look, Route, Seat, lay_out
from kimdesk.drawings.genogram.routes import DESCENT_LOOKS, SLASHES, UNION_LOOKS, find_routes
from kimdesk.drawings.genogram.sentences import genogram_sentences, listed_relations, shown_name
from kimdesk.drawings.lettering import LEADING, Label, Lettering, Line
from kimdesk.drawings.pen import Pen, Point, Stroke
from kimdesk.drawings.picture import Area, Picture, Style
from kimdesk.drawings.words import Words

SIZE, SMALL = 9.0, 7.5
NAME_WIDTH = 78.0
LEAST_WIDTH = 300.0
DASHES: dict[Look, tuple[float, ...]] = {
    "solid": (),
    "dashed": (6.0, 3.0),
    "dotted": (1.2, 2.6),
    "mixed": (6.0, 2.4, 1.2, 2.4),
}
HOUSEHOLD = (3.0, 3.0)
BRIDGE = 2.6
SLASH_ROOM = 9.0
Sample = Callable[[Pen, Point], None]


def draw_genogram(view: GenogramView, style: Style, *, foot: float = 0.0) -> Picture:
    """Return a family over generations, laid out by itself, with its sentences and a place for every person.

    `foot` is how wide the words below may be, in points, where the picture is to be cut into parts (0: as it is wide).
    """
    words, letters = Words(style.language), Lettering(style.faces, style.language)
    kin = find_kin(view)
    if not kin.persons:
        return _empty(style, words, letters)
    labels = {key: label_of(person, words, letters) for key, person in kin.persons.items()}
    layout = lay_out(kin, labels)
    routes = find_routes(kin, layout)
    width = max(layout.width, LEAST_WIDTH)
    room = min(width, foot or width)
    below = [*_legend_rows(kin, words, letters, room), *_listed(kin, words, letters, room)]
    pen = Pen(width, layout.height + 8 + sum(height for height, _ in below), style, letters)
    _draw(pen, layout, routes)
    top = layout.height + 6
    for height, draw in below:
        draw(pen, (8.0, top))
        top += height
    return Picture(
        title=words.say("genogram.title"),
        drawing=pen.drawing,
        sentences=genogram_sentences(kin, words),
        texts=tuple(pen.texts),
        areas=tuple(_area(seat, words) for seat in layout.seats.values()),
    )


def _empty(style: Style, words: Words, letters: Lettering) -> Picture:
    pen = Pen(LEAST_WIDTH, SIZE * LEADING, style, letters)
    pen.text(Line(words.say("genogram.empty"), SIZE, dim=True), (0, 0))
    sentences = (words.say("genogram.empty"),)
    return Picture(title=words.say("genogram.title"), drawing=pen.drawing, sentences=sentences, texts=tuple(pen.texts))


def label_of(person: GenogramPerson, words: Words, letters: Lettering) -> Label:
    """Return what stands below a symbol: name, years, country."""
    name = Line(shown_name(person, words), SIZE, bold=person.index)
    years = [words.say("genogram.born", year=person.born[:4])] if person.born else []
    if person.died:
        years.append(words.say("genogram.died", year=person.died[:4]))
    details = [", ".join(years), (person.abroad or words.say("genogram.abroad")) if person.abroad is not None else ""]
    lines = letters.wrapped(name, letters.roomy(name, NAME_WIDTH), most=3)
    for detail in details:
        lines += letters.wrapped(Line(detail, SMALL, dim=True), NAME_WIDTH, most=2) if detail else ()
    return letters.label(*lines)


def _area(seat: Seat, words: Words) -> Area:
    half = max(RADIUS, seat.label.width / 2)
    parts = [shown_name(seat.person, words), str(seat.person.age or "")]
    name = ", ".join(filter(None, parts))
    return Area(seat.person.key, name, seat.x - half, seat.y - RADIUS, 2 * half, seat.bottom - seat.y + RADIUS)


def _draw(pen: Pen, layout: Layout, routes: tuple[Route, ...]) -> None:
    ink = pen.ink
    for border in layout.borders:
        pen.line([*border, border[0]], Stroke(ink.dim, 1.1, HOUSEHOLD))
    for route in routes:
        pen.line(route.points, Stroke(pen.ink.text, 1.2, DASHES[route.look]))
    _bridges(pen, routes)
    upright = [one[0] for route in routes for one, other in pairwise(route.points) if one[0] == other[0]]
    for route in routes:
        if route.slashes:
            _slashes(pen, route, upright)
    for seat in layout.seats.values():
        symbol(pen, seat.person, (seat.x, seat.y))
        pen.label(seat.label, (seat.x, seat.label_top), "middle")


def _slashes(pen: Pen, route: Route, upright: list[float]) -> None:
    """Cross a line out once or twice where no other line runs down."""
    flat = [(one, other) for one, other in pairwise(route.points) if one[1] == other[1]]
    one, other = max(flat, key=lambda part: abs(part[0][0] - part[1][0]))
    places = [one[0] + (other[0] - one[0]) * share / 20 for share in (10, 6, 14, 8, 12, 4, 16, 2, 18)]
    x = max(places, key=lambda place: min(SLASH_ROOM, *(abs(place - x) for x in upright)) if upright else 0.0)
    for number in range(route.slashes):
        at = x + 4 * number - 2 * (route.slashes - 1)
        pen.line([(at - 2.5, one[1] + 6), (at + 2.5, one[1] - 6)], Stroke(pen.ink.text, 1.2))


def _bridges(pen: Pen, routes: tuple[Route, ...]) -> None:
    """Lift lines where they cross, so that nobody takes a crossing for a branch."""
    parts = [(route, part) for route in routes for part in pairwise(route.points)]
    level = [(route.owner, part) for route, part in parts if part[0][1] == part[1][1]]
    for route, ((x, y1), (other, y2)) in parts:
        if x != other or y1 == y2:
            continue
        for owner, ((x1, y), (x2, _)) in level:
            if owner != route.owner and min(x1, x2) < x < max(x1, x2) and min(y1, y2) < y < max(y1, y2):
                pen.rect((x - BRIDGE, y - BRIDGE), (2 * BRIDGE, 2 * BRIDGE), pen.ink.paper)
                pen.line([(x, y - BRIDGE), (x, y + BRIDGE)], Stroke(pen.ink.text, 1.2))


def symbol(pen: Pen, person: GenogramPerson, at: Point, radius: float = RADIUS) -> None:
    """Draw a person: square, circle or diamond; doubled in the centre, crossed when deceased, waves when abroad."""
    ink = pen.ink
    _shape(pen, person.gender, at, radius, ink.soft if person.index else ink.paper)
    if person.index:
        _shape(pen, person.gender, at, radius - (4.5 if person.gender not in ("m", "f") else 3.2), None)
    if person.deceased:
        reach = radius * {"m": 1.0, "f": 0.707}.get(person.gender or "", 0.5)
        for sign in (1, -1):
            ends = [(at[0] - reach, at[1] - sign * reach), (at[0] + reach, at[1] + sign * reach)]
            pen.line(ends, Stroke(ink.text, 1.2))
    elif person.age is not None:
        pen.text(Line(str(person.age), SIZE), (at[0], at[1] - SIZE * 0.64), "middle")
    if person.abroad is not None:
        waves(pen, (at[0] + radius + 2.0, at[1] - radius + 2.0))


def _shape(pen: Pen, gender: str | None, at: Point, radius: float, fill: str | None) -> None:
    stroke = Stroke(pen.ink.text, 1.4)
    (x, y), r = at, radius
    if gender == "m":
        pen.rect((x - r, y - r), (2 * r, 2 * r), fill, stroke)
    elif gender == "f":
        pen.circle(at, r, fill, stroke)
    else:
        pen.polygon([(x, y - r), (x + r, y), (x, y + r), (x - r, y)], fill, stroke)


def waves(pen: Pen, at: Point) -> None:
    """Draw two small waves, the sign of living abroad."""
    for row in (0.0, 4.0):
        points = [(at[0] + 2.0 * step, at[1] + row + (1.5 if step % 2 else -1.5)) for step in range(5)]
        pen.line(points, Stroke(pen.ink.text, 1.0, round_ends=True))


def _samples(kin: Kin) -> Iterator[tuple[str, Sample]]:
    """Yield the key to every sign that occurs, with how it is drawn at a place."""
    persons = list(kin.persons.values())
    for name, gender, there in (
        ("male", "m", any(p.gender == "m" for p in persons)),
        ("female", "f", any(p.gender == "f" for p in persons)),
        ("other", "", any(p.gender not in ("m", "f") for p in persons)),
    ):
        if there:
            yield name, _person_sample(GenogramPerson(key="", gender=gender))
    for name, sample, there in (
        ("index", GenogramPerson(key="", gender="f", index=True), any(p.index for p in persons)),
        ("deceased", GenogramPerson(key="", gender="m", deceased=True), any(p.deceased for p in persons)),
    ):
        if there:
            yield name, _person_sample(sample)
    if any(p.abroad is not None for p in persons):
        yield "abroad", lambda pen, at: waves(pen, (at[0] - 4, at[1] - 2))
    if any(p.in_household for p in persons):
        yield "household", _line_sample(HOUSEHOLD, 0)
    yield from _line_samples(kin)


def _line_samples(kin: Kin) -> Iterator[tuple[str, Sample]]:
    kinds = {union.kind for union in kin.unions}
    for kind in ("married_to", "partner_of", "parents", "separated_from", "divorced_from"):
        if kind in kinds:
            yield kind, _line_sample(DASHES[UNION_LOOKS.get(kind, "solid")], SLASHES.get(kind, 0))
    descents = {kind for family in kin.families for _, kind in family.children}
    for descent, look in DESCENT_LOOKS.items():
        if descent in descents:
            yield descent, _line_sample(DASHES[look], 0, upright=True)


def _person_sample(person: GenogramPerson) -> Sample:
    return lambda pen, at: symbol(pen, person, at, 6.0)


def _line_sample(dashes: tuple[float, ...], slashes: int, *, upright: bool = False) -> Sample:
    def draw(pen: Pen, at: Point) -> None:
        x, y = at
        ends = [(x, y - 7), (x, y + 7)] if upright else [(x - 9, y), (x + 9, y)]
        pen.line(ends, Stroke(pen.ink.text, 1.2, dashes))
        for number in range(slashes):
            pen.line([(x - 4 + 4 * number, y + 5), (x + 4 * number, y - 5)], Stroke(pen.ink.text, 1.2))

    return draw


Below = tuple[float, Callable[[Pen, Point], None]]


def _legend_rows(kin: Kin, words: Words, letters: Lettering, width: float) -> Iterator[Below]:
    """Yield the key in rows as wide as the picture."""
    row: list[tuple[float, Sample, Line]] = []
    at = 0.0
    for name, sample in _samples(kin):
        text = Line(words.say(f"genogram.legend.{name}"), SMALL, dim=True)
        wide = 24 + letters.width(text.text, SMALL) + 12
        if row and at + wide > width - 16:
            yield 18.0, _legend(row)
            row, at = [], 0.0
        row.append((at, sample, text))
        at += wide
    if row:
        yield 18.0, _legend(row)


def _legend(row: list[tuple[float, Sample, Line]]) -> Sample:
    items = list(row)

    def draw(pen: Pen, at: Point) -> None:
        for x, sample, text in items:
            sample(pen, (at[0] + x + 10, at[1] + 9))
            pen.text(text, (at[0] + x + 24, at[1] + 9 - SMALL * LEADING / 2))

    return draw


def _listed(kin: Kin, words: Words, letters: Lettering, width: float) -> Iterator[Below]:
    """Yield the relations that are not drawn, as lines of text."""
    found = listed_relations(kin, words)
    texts = [words.say("genogram.listed"), *found] if found else []
    for number, text in enumerate(texts):
        for line in letters.wrapped(Line(text, SMALL, bold=number == 0, dim=number > 0), width - 16, most=3):
            yield line.height + (6 if number == 0 else 0), _text(line, 6 if number == 0 else 0)


def _text(line: Line, gap: float) -> Sample:
    return lambda pen, at: pen.text(line, (at[0], at[1] + gap))
