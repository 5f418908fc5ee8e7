"""Draws on a ReportLab drawing with y growing downward, in the colours and letters of a style."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from reportlab.graphics.shapes import Circle, Drawing, Polygon, PolyLine, Rect
from reportlab.lib.colors import HexColor

from kimdesk.drawings.lettering import BASELINE, Label, Lettering, Line
from kimdesk.drawings.picture import Style

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]
_SHARE = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's colour, width in points and dashes (lengths on and off)."""

    colour: str
    width: float = 1.0
    dashes: tuple[float, ...] = ()
    round_ends: bool = False


class Pen:
    """Collects shapes on a drawing of a size in points; (0, 0) is the upper left corner."""

    def __init__(self, width: float, height: float, style: Style, letters: Lettering) -> None:
        self.drawing = Drawing(round(width, 2), round(height, 2))
        self.ink = style.ink
        self.letters = letters
        self.texts: list[str] = []
        self._height = round(height, 2)

    def line(self, points: Sequence[Point], stroke: Stroke) -> None:
        """Draw straight lines from point to point."""
        if len(points) > 1:
            self.drawing.add(PolyLine(self._flat(points), **self._stroke(stroke)))

    def polygon(self, points: Sequence[Point], fill: str | None, stroke: Stroke | None = None) -> None:
        """Draw a closed shape."""
        self.drawing.add(Polygon(self._flat(points), **self._solid(fill, stroke)))

    def rect(self, at: Point, size: Point, fill: str | None, stroke: Stroke | None = None, radius: float = 0.0) -> None:
        """Draw a rectangle by its upper left corner."""
        (x, y), (width, height) = at, size
        low = self._height - y - height
        self.drawing.add(Rect(_r(x), _r(low), _r(width), _r(height), rx=radius, ry=radius, **self._solid(fill, stroke)))

    def circle(self, at: Point, radius: float, fill: str | None, stroke: Stroke | None = None) -> None:
        """Draw a circle around a point."""
        self.drawing.add(Circle(_r(at[0]), _r(self._height - at[1]), _r(radius), **self._solid(fill, stroke)))

    def text(self, line: Line, at: Point, anchor: Anchor = "start", colour: str = "") -> None:
        """Draw one line of text; `at` is the upper end of the line at its anchor."""
        if not line.text:
            return
        own = colour or (self.ink.dim if line.dim else self.ink.text)
        left = at[0] - _SHARE[anchor] * self.letters.width(line.text, line.size, bold=line.bold)
        self.drawing.add(self.letters.path(line, left, self._height - at[1] - BASELINE * line.size, own))
        self.texts.append(line.text)

    def label(self, label: Label, at: Point, anchor: Anchor = "start") -> None:
        """Draw a label's lines below each other; `at` is its upper end at the anchor."""
        y = at[1]
        for line in label.lines:
            self.text(line, (at[0], y), anchor)
            y += line.height

    def _flat(self, points: Sequence[Point]) -> list[float]:
        return [number for x, y in points for number in (_r(x), _r(self._height - y))]

    def _stroke(self, stroke: Stroke) -> dict[str, Any]:
        return {
            "strokeColor": HexColor(stroke.colour),
            "strokeWidth": _r(stroke.width * self.ink.weight),
            "strokeDashArray": list(stroke.dashes) or None,
            "strokeLineCap": 1 if stroke.round_ends else 0,
            "strokeLineJoin": 1,
        }

    def _solid(self, fill: str | None, stroke: Stroke | None) -> dict[str, Any]:
        filled = {"fillColor": HexColor(fill) if fill else None}
        return {**filled, **(self._stroke(stroke) if stroke else {"strokeColor": None})}


def _r(number: float) -> float:
    return round(number, 2)
