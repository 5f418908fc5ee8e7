"""A drawing as SVG 1.1 for the screen: shapes and outlines only, so that it looks the same without any font."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Circle, Path, Polygon, PolyLine, Rect, Shape

from kimdesk.drawings.ink import ROLES, Ink, coloured
from kimdesk.drawings.lettering import NON_ZERO
from kimdesk.drawings.picture import Picture

_COMMANDS = "MLCZ"
_NUMBERS = (2, 2, 6, 0)
_CAPS = ("butt", "round", "square")


def to_svg(picture: Picture, ink: Ink = ROLES) -> str:
    """Return the picture as a document; its words go in as title and description.

    A picture drawn with the stand-ins of `ROLES` takes the colours and line weight of `ink`; others stay as drawn.
    """
    width, height = picture.width, picture.height
    writer = _Writer(height, coloured(ink), ink.weight)
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

    def __init__(self, height: float, colours: dict[str, str], weight: float) -> None:
        self.height = height
        self.colours = colours
        self.weight = weight

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
        parts: list[str] = []
        at = 0
        for operator in map(int, shape.operators):
            numbers = shape.points[at : at + _NUMBERS[operator]]
            at += _NUMBERS[operator]
            parts.append(_COMMANDS[operator] + self._points(numbers))
        return "".join(parts)

    def _points(self, numbers: list[float]) -> str:
        return " ".join(self._y(number) if place & 1 else _n(number) for place, number in enumerate(numbers))

    def _y(self, number: float) -> str:
        return _n(self.height - number)

    def _paint(self, shape: Any) -> str:
        parts = [f' fill="{self._colour(getattr(shape, "fillColor", None))}"']
        if shape.strokeColor is not None:
            width = _n(shape.strokeWidth * self.weight)
            parts.append(f' stroke="{self._colour(shape.strokeColor)}" stroke-width="{width}"')
            parts.append(f' stroke-linecap="{_CAPS[shape.strokeLineCap]}" stroke-linejoin="round"')
            if shape.strokeDashArray:
                parts.append(f' stroke-dasharray="{" ".join(map(_n, shape.strokeDashArray))}"')
        return "".join(parts)

    def _colour(self, colour: Any) -> str:
        if colour is None:
            return "none"
        own = f"#{colour.hexval()[2:].upper()}"
        return self.colours.get(own, own)


def _n(number: float) -> str:
    return f"{round(number, 2):g}"
