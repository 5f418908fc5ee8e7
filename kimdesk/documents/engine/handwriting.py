"""A signature made on the screen as smooth vector lines; strokes hold places only, no pressure and no time."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

Point = tuple[float, float]
Stroke = tuple[Point, ...]

COLOUR = "0.06 0.11 0.36"
WIDTH = 1.1
NEAR = 0.4
"""Points closer than this to the last one kept add nothing to see; in points on paper."""


def handwriting_code(strokes: Sequence[Stroke], box: tuple[float, float], at: Point) -> str:
    """Return code that fits strokes (y growing downward) into a box, standing on its lower left corner.

    Places that are no numbers are left out; strokes without any give an empty drawing.
    """
    kept = [[(x, y) for x, y in stroke if math.isfinite(x) and math.isfinite(y)] for stroke in strokes]
    every = [point for stroke in kept for point in stroke]
    if not every:
        return ""
    left, top = min(x for x, _ in every), min(y for _, y in every)
    wide, high = max(x for x, _ in every) - left, max(y for _, y in every) - top
    room = (box[0] - 2 * WIDTH, box[1] - 2 * WIDTH)
    scale = min(room[0] / (wide or 1e-9), room[1] / (high or 1e-9), max(room))
    low = at[1] + WIDTH + high * scale
    placed = [[(at[0] + WIDTH + (x - left) * scale, low - (y - top) * scale) for x, y in stroke] for stroke in kept]
    paths = [" ".join(_smooth(_thinned(stroke))) for stroke in placed if stroke]
    return "\n".join([f"{COLOUR} RG {WIDTH:g} w 1 J 1 j", *(f"{path} S" for path in paths)])


def _thinned(stroke: list[Point]) -> list[Point]:
    kept = stroke[:1]
    for point in stroke[1:]:
        if math.dist(point, kept[-1]) >= NEAR:
            kept.append(point)
    return kept


def _smooth(points: list[Point]) -> Iterator[str]:
    """Yield a path through the middles between points, each point pulling the curve; a single one is a dot."""
    yield _at(points[0]) + " m"
    if len(points) < 3:
        yield _at(points[-1]) + " l"
        return
    start = points[0]
    for pull, following in pairwise(points[1:]):
        end = ((pull[0] + following[0]) / 2, (pull[1] + following[1]) / 2)
        if following is points[-1]:
            end = following
        yield f"{_at(_toward(start, pull))} {_at(_toward(end, pull))} {_at(end)} c"
        start = end


def _toward(end: Point, pull: Point) -> Point:
    """Return the cubic control point of a quadratic curve."""
    return end[0] + (pull[0] - end[0]) * 2 / 3, end[1] + (pull[1] - end[1]) * 2 / 3


def _at(point: Point) -> str:
    return f"{point[0]:.2f} {point[1]:.2f}"
