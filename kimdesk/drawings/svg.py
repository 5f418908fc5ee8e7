"""A drawing as SVG 1.1 for the screen: shapes and outlines only, so that it looks the same without any font."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Circle, Path, Polygon, PolyLine, Rect, Shape

from kimdesk.drawings.ink import ROLES, Ink, coloured
from kimdesk.drawings.lettering import NON_ZERO
from kimdesk.drawings.picture import Picture

_PARTS = ("M%.2f %.2f", "L%.2f %.2f", "C%.2f %.2f %.2f %.2f %.2f %.2f", "Z")
_CAPS = ("butt", "round", "square")
_COLOUR = re.compile("#00000[1-6]")
_WIDTH = re.compile('stroke-width="([0-9.]+)"')


def to_svg(picture: Picture, ink: Ink = ROLES) -> str:
    """Return the picture as a document; its words go in as title and description.

    A picture drawn with the stand-ins of `ROLES` takes the colours and line weight of `ink`; others stay as drawn.
    """
    made = prepared(picture)
    if ink == ROLES:
        return made
    colours = coloured(ink)
    if ink.weight != 1:
        made = _WIDTH.sub(lambda found: f'stroke-width="{_n(float(found[1]) * ink.weight)}"', made)
    return _COLOUR.sub(lambda found: colours[found[0]], made)


@lru_cache(maxsize=8)
def prepared(picture: Picture) -> str:
    """Return the document in the colours it was drawn with; kept, so that another thread can make it beforehand."""
    width, height = picture.width, picture.height
    writer = _Writer(height)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
    parts = [
        f'{head}viewBox="0 0 {width:g} {height:g}" role="img">',
        f"<title>{escape(picture.title)}</title>",
        f"<desc>{escape(' '.join(picture.sentences))}</desc>",
        *map(writer.shape, picture.drawing.contents),
        "</svg>",
    ]
    return "\n".join(parts)


class _Writer:
    """Writes shapes with y growing downward."""

    def __init__(self, height: float) -> None:
        self.height = height

    def shape(self, shape: Shape) -> str:
        """Return one shape as an element."""
        if isinstance(shape, Path):
            rule = "" if shape.fillMode == NON_ZERO else ' fill-rule="evenodd"'
            return f'<path d="{self._path(shape)}"{rule}{self._paint(shape)}/>'
        if isinstance(shape, Circle):
            return f'<circle cx="{_n(shape.cx)}" cy="{self._y(shape.cy)}" r="{_n(shape.r)}"{self._paint(shape)}/>'
        if isinstance(shape, Rect):
            corner = f' rx="{_n(shape.rx)}"' if shape.rx else ""
            place = f'x="{_n(shape.x)}" y="{self._y(shape.y + shape.height)}"'
            size = f'width="{_n(shape.width)}" height="{_n(shape.height)}"'
            return f"<rect {place} {size}{corner}{self._paint(shape)}/>"
        if isinstance(shape, Polygon | PolyLine):
            name = "polygon" if isinstance(shape, Polygon) else "polyline"
            return f'<{name} points="{self._points(shape.points)}"{self._paint(shape)}/>'
        raise TypeError(type(shape).__name__)

    def _path(self, shape: Path) -> str:
        template = "".join([_PARTS[int(operator)] for operator in shape.operators])
        points = [0.0] * len(shape.points)
        points[::2] = shape.points[::2]
        points[1::2] = [self.height - number for number in shape.points[1::2]]
        return template % tuple(points)

    def _points(self, numbers: list[float]) -> str:
        return " ".join(self._y(number) if place & 1 else _n(number) for place, number in enumerate(numbers))

    def _y(self, number: float) -> str:
        return _n(self.height - number)

    def _paint(self, shape: Any) -> str:
        parts = [f' fill="{_colour(getattr(shape, "fillColor", None))}"']
        if shape.strokeColor is not None:
            parts.append(f' stroke="{_colour(shape.strokeColor)}" stroke-width="{_n(shape.strokeWidth)}"')
            parts.append(f' stroke-linecap="{_CAPS[shape.strokeLineCap]}" stroke-linejoin="round"')
            if shape.strokeDashArray:
                parts.append(f' stroke-dasharray="{" ".join(map(_n, shape.strokeDashArray))}"')
        return "".join(parts)


def _colour(colour: Any) -> str:
    return "none" if colour is None else f"#{colour.hexval()[2:].upper()}"


def _n(number: float) -> str:
    return f"{round(number, 2):g}"
