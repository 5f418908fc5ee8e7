"""A drawing as SVG 1.1 for the screen: shapes and outlines only, so that it looks the same without any font."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Circle, Drawing, Path, Polygon, PolyLine, Rect, Shape

from kimdesk.drawings.lettering import NON_ZERO
from kimdesk.drawings.picture import Picture

_COMMANDS = "MLCZ"
_NUMBERS = (2, 2, 6, 0)
_CAPS = ("butt", "round", "square")


def to_svg(picture: Picture) -> str:
    """Return the picture as a document; its words go in as title and description."""
    width, height = picture.width, picture.height
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
    parts = [
        f'{head}viewBox="0 0 {width:g} {height:g}" role="img">',
        f"<title>{escape(picture.title)}</title>",
        f"<desc>{escape(' '.join(picture.sentences))}</desc>",
        *_shapes(picture.drawing),
        "</svg>",
    ]
    return "\n".join(parts)


def _shapes(drawing: Drawing) -> Iterator[str]:
    for shape in drawing.contents:
        yield _shape(shape, float(drawing.height))


def _shape(shape: Shape, height: float) -> str:
    if isinstance(shape, Path):
        rule = "" if shape.fillMode == NON_ZERO else ' fill-rule="evenodd"'
        return f'<path d="{_path(shape, height)}"{rule}{_paint(shape)}/>'
    if isinstance(shape, Circle):
        return f'<circle cx="{shape.cx:g}" cy="{_n(height - shape.cy)}" r="{shape.r:g}"{_paint(shape)}/>'
    if isinstance(shape, Rect):
        top = _n(height - shape.y - shape.height)
        size = f'width="{shape.width:g}" height="{shape.height:g}"'
        corner = f' rx="{shape.rx:g}"' if shape.rx else ""
        return f'<rect x="{shape.x:g}" y="{top}" {size}{corner}{_paint(shape)}/>'
    if isinstance(shape, Polygon | PolyLine):
        name = "polygon" if isinstance(shape, Polygon) else "polyline"
        return f'<{name} points="{_points(shape.points, height)}"{_paint(shape)}/>'
    raise TypeError(type(shape).__name__)


def _path(shape: Path, height: float) -> str:
    parts: list[str] = []
    at = 0
    for operator in map(int, shape.operators):
        numbers = shape.points[at : at + _NUMBERS[operator]]
        at += _NUMBERS[operator]
        parts.append(_COMMANDS[operator] + _points(numbers, height))
    return "".join(parts)


def _points(numbers: list[float], height: float) -> str:
    return " ".join(_n(height - number if place & 1 else number) for place, number in enumerate(numbers))


def _n(number: float) -> str:
    return f"{round(number, 2):g}"


def _paint(shape: Any) -> str:
    fill = getattr(shape, "fillColor", None)
    parts = [f' fill="{_colour(fill)}"']
    if shape.strokeColor is not None:
        parts.append(f' stroke="{_colour(shape.strokeColor)}" stroke-width="{shape.strokeWidth:g}"')
        parts.append(f' stroke-linecap="{_CAPS[shape.strokeLineCap]}" stroke-linejoin="round"')
        if shape.strokeDashArray:
            parts.append(f' stroke-dasharray="{" ".join(f"{length:g}" for length in shape.strokeDashArray)}"')
    return "".join(parts)


def _colour(colour: Any) -> str:
    return "none" if colour is None else f"#{colour.hexval()[2:].upper()}"
