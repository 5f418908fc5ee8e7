"""A picture that is too wide for paper, cut into parts that overlap: nobody is cut through, lines go on in the next."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from itertools import pairwise
from math import ceil
from typing import Any

from reportlab.graphics.shapes import Circle, Drawing, Polygon, PolyLine, Rect

from kimdesk.drawings.lettering import CURVES, LetterPath
from kimdesk.drawings.picture import Area, Picture
from kimdesk.drawings.words import Words

OVERLAP = 120.0
"""Points that two neighbours share: room for the widest label, so that everybody is whole in one of them."""


def sliced(picture: Picture, width: float, words: Words) -> tuple[Picture, ...]:
    """Return the picture in parts of at most a width (points); whole where it fits. The first one says everything."""
    if picture.width <= width:
        return (picture,)
    count = ceil((picture.width - OVERLAP) / (width - OVERLAP))
    step = (picture.width - width) / (count - 1)
    cuts = [(number * step, number * step + width) for number in range(count)]
    return tuple(
        replace(
            picture,
            title=f"{picture.title}, {words.say('slices.part', number=number + 1, count=count)}",
            drawing=_part(picture, *cut),
            sentences=picture.sentences if number == 0 else (),
            areas=tuple(replace(each, x=each.x - cut[0]) for each in picture.areas if _whole(each, *cut)),
        )
        for number, cut in enumerate(cuts)
    )


def _whole(area: Area, left: float, right: float) -> bool:
    return left <= area.x and area.x + area.width <= right


def _part(picture: Picture, left: float, right: float) -> Drawing:
    drawing = Drawing(round(right - left, 2), picture.drawing.height)
    for shape in picture.drawing.contents:
        for piece in _pieces(shape, picture, left, right):
            drawing.add(_moved(piece, left))
    return drawing


def _pieces(shape: Any, picture: Picture, left: float, right: float) -> Iterator[Any]:
    """Yield what of a shape lies in a part: lines are cut, what belongs to somebody stays or goes with them."""
    if isinstance(shape, PolyLine) and _is_flat(shape):
        yield from _cut(shape, left, right)
        return
    low, bottom, high, top = _bounds(shape)
    middle = ((low + high) / 2, picture.height - (bottom + top) / 2)
    owner = next((area for area in picture.areas if area.holds(*middle)), None)
    if _whole(owner, left, right) if owner is not None else left <= low and high <= right:
        yield shape


def _is_flat(line: PolyLine) -> bool:
    """Tell whether a line runs only across and down, as those between people do."""
    return all(one[0] == other[0] or one[1] == other[1] for one, other in pairwise(_points(line)))


def _points(shape: Any) -> list[tuple[float, float]]:
    return list(zip(shape.points[::2], shape.points[1::2], strict=True))


def _cut(line: PolyLine, left: float, right: float) -> Iterator[PolyLine]:
    """Yield the straight parts of a line as far as they lie between two edges."""
    for (x1, y1), (x2, y2) in pairwise(_points(line)):
        if max(x1, x2) < left or min(x1, x2) > right:
            continue
        made = copy(line)
        made.points = [min(max(x1, left), right), y1, min(max(x2, left), right), y2]
        yield made


def _bounds(shape: Any) -> tuple[float, float, float, float]:
    if isinstance(shape, LetterPath) and not shape.points:
        return shape.x, shape.baseline, shape.x, shape.baseline
    low, bottom, high, top = shape.getBounds()
    return low, bottom, high, top


def _moved(shape: Any, by: float) -> Any:
    """Return a copy of a shape further to the left."""
    made = copy(shape)
    if isinstance(made, Circle):
        made.cx -= by
    elif isinstance(made, Rect):
        made.x -= by
    elif isinstance(made, PolyLine | Polygon):
        made.points = [number if at & 1 else number - by for at, number in enumerate(made.points)]
    elif isinstance(made, LetterPath):
        made.x -= by
        for name in CURVES:
            made.__dict__.pop(name, None)
    else:
        raise TypeError(type(shape).__name__)
    return made
