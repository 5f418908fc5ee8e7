"""A drawing as page code: shapes as paths, lettering as text in our own fonts, so that it can be searched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.graphics.shapes import Circle, Drawing, Path, Polygon, PolyLine, Rect

from kimdesk.documents.engine.canvas import TaggedCanvas
from kimdesk.documents.engine.lines import Line, Token
from kimdesk.drawings.lettering import NON_ZERO, LetterPath
from kimdesk.text.outlines import visual_words
from kimdesk.text.shaping import Faces

ROUND = 0.5523
"""Where the control points of a quarter circle lie, in radii (cubic Bézier)."""
_OPERATORS = ("m", "l", "c", "h")
_NUMBERS = (2, 2, 6, 0)
Point = tuple[float, float]


def drawing_code(drawing: Drawing, canvas: TaggedCanvas, scale: float, faces: Faces, at: Point) -> str:
    """Return code that draws with the lower left corner at a place; ValueError for shapes we do not know."""
    parts = [f"q {scale:.5g} 0 0 {scale:.5g} {at[0]:.2f} {at[1]:.2f} cm"]
    for shape in drawing.contents:
        if isinstance(shape, LetterPath):
            parts.append(_letters(shape, canvas, faces))
        else:
            parts.append(_painted(shape))
    return "\n".join([*parts, "Q"])


def _letters(shape: LetterPath, canvas: TaggedCanvas, faces: Faces) -> str:
    own = shape.line
    words = visual_words(own.text, faces, bold=own.bold)
    tokens = tuple(Token("x", word, bold=own.bold) for word in words)
    line = Line(tokens, sum(word.width for word in words))
    return canvas.text([(line, shape.x, shape.baseline)], own.size, _rgb(shape.fillColor))


def _painted(shape: Any) -> str:
    fill, stroke = getattr(shape, "fillColor", None), shape.strokeColor
    state = []
    if fill is not None:
        state.append(f"{_rgb(fill)} rg")
    if stroke is not None:
        dashes = " ".join(f"{length:g}" for length in shape.strokeDashArray or ())
        state.append(f"{_rgb(stroke)} RG {shape.strokeWidth:g} w {shape.strokeLineCap or 0:d} J 1 j [{dashes}] 0 d")
    return "\n".join([*state, _path(shape), _paint(shape, fill, stroke)])


def _paint(shape: Any, fill: Any, stroke: Any) -> str:
    even_odd = isinstance(shape, Path) and shape.fillMode != NON_ZERO
    if fill is None:
        return "S" if stroke is not None else "n"
    return ("f" if stroke is None else "B") + ("*" if even_odd else "")


def _path(shape: Any) -> str:
    match shape:
        case Path():
            return " ".join(_segments(shape))
        case PolyLine():
            return _corners(shape.points)
        case Polygon():
            return _corners(shape.points) + " h"
        case Circle():
            return _rounded(shape.cx - shape.r, shape.cy - shape.r, 2 * shape.r, 2 * shape.r, shape.r)
        case Rect(rx=0):
            return f"{shape.x:g} {shape.y:g} {shape.width:g} {shape.height:g} re"
        case Rect():
            radius = min(shape.rx, shape.width / 2, shape.height / 2)
            return _rounded(shape.x, shape.y, shape.width, shape.height, radius)
    raise ValueError(type(shape).__name__)


def _segments(shape: Path) -> Iterator[str]:
    at = 0
    for operator in map(int, shape.operators):
        numbers = shape.points[at : at + _NUMBERS[operator]]
        at += _NUMBERS[operator]
        yield " ".join([*(f"{number:g}" for number in numbers), _OPERATORS[operator]])


def _corners(points: Sequence[float]) -> str:
    pairs = zip(points[::2], points[1::2], strict=True)
    return " ".join(f"{x:g} {y:g} {'l' if k else 'm'}" for k, (x, y) in enumerate(pairs))


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """Return a closed path: a rectangle whose corners are quarter circles, a circle where nothing else is left."""
    right, top, back = x + width, y + height, radius * (1 - ROUND)
    sides = (
        ((right - radius, y), (right - back, y), (right, y + back), (right, y + radius)),
        ((right, top - radius), (right, top - back), (right - back, top), (right - radius, top)),
        ((x + radius, top), (x + back, top), (x, top - back), (x, top - radius)),
        ((x, y + radius), (x, y + back), (x + back, y), (x + radius, y)),
    )
    parts = [f"{x + radius:.2f} {y:.2f} m"]
    for (start_x, start_y), *curve in sides:
        numbers = " ".join(f"{number:.2f}" for point in curve for number in point)
        parts.append(f"{start_x:.2f} {start_y:.2f} l {numbers} c")
    return " ".join([*parts, "h"])


def _rgb(colour: Any) -> str:
    return f"{colour.red:.3g} {colour.green:.3g} {colour.blue:.3g}"
