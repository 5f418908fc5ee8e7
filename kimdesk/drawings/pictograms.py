"""Pictograms for people who read little: one plain sign per kind of task, always with its word beside it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from reportlab.graphics.shapes import Circle, Drawing, Polygon, PolyLine, Rect
from reportlab.lib.colors import HexColor

SIDE = 48.0
LINE = 2.6
Point = tuple[float, float]


class _Sketch:
    """Draws black lines of one width on a square with y growing downward."""

    def __init__(self, colour: str) -> None:
        self.drawing = Drawing(SIDE, SIDE)
        self.colour = HexColor(colour)
        self._outline: dict[str, Any] = {
            "fillColor": None, "strokeColor": self.colour, "strokeWidth": LINE, "strokeLineJoin": 1,
        }  # fmt: skip
        self._solid: dict[str, Any] = {"fillColor": self.colour, "strokeColor": None}

    def line(self, *points: Point) -> None:
        """Draw straight lines from point to point."""
        flat = _flat(points)
        line = PolyLine(flat, strokeColor=self.colour, strokeWidth=LINE, strokeLineCap=1, strokeLineJoin=1)
        self.drawing.add(line)

    def shape(self, *points: Point) -> None:
        """Draw a closed outline."""
        self.drawing.add(Polygon(_flat(points), **self._outline))

    def box(self, at: Point, size: Point, radius: float = 0.0) -> None:
        """Draw a rectangle by its upper left corner."""
        self.drawing.add(Rect(at[0], SIDE - at[1] - size[1], *size, rx=radius, ry=radius, **self._outline))

    def solid(self, at: Point, size: Point) -> None:
        """Fill a rectangle."""
        self.drawing.add(Rect(at[0], SIDE - at[1] - size[1], *size, **self._solid))

    def ring(self, at: Point, radius: float) -> None:
        """Draw a circle."""
        self.drawing.add(Circle(at[0], SIDE - at[1], radius, **self._outline))

    def dot(self, at: Point, radius: float) -> None:
        """Fill a circle."""
        self.drawing.add(Circle(at[0], SIDE - at[1], radius, **self._solid))

    def arc(self, at: Point, radii: Point, start: float, end: float) -> None:
        """Draw a part of an ellipse; degrees run clockwise from the right."""
        angles = [math.radians(start + (end - start) * k / 24) for k in range(25)]
        self.line(*((at[0] + radii[0] * math.cos(a), at[1] + radii[1] * math.sin(a)) for a in angles))


def _flat(points: Sequence[Point]) -> list[float]:
    return [round(number, 2) for x, y in points for number in (x, SIDE - y)]


def _phone(pen: _Sketch) -> None:
    pen.box((14, 3), (20, 42), 4)
    pen.line((14, 10), (34, 10))
    pen.line((14, 36), (34, 36))
    pen.dot((24, 40.5), 1.6)


def _calendar(pen: _Sketch) -> None:
    pen.box((5, 9), (38, 34), 3)
    pen.solid((5, 9), (38, 9))
    pen.line((15, 4), (15, 10))
    pen.line((33, 4), (33, 10))
    for x in (13, 24, 35):
        pen.dot((x, 25), 2)
    for x in (13, 24):
        pen.dot((x, 35), 2)
    pen.ring((35, 35), 4.5)


def _clock(pen: _Sketch) -> None:
    pen.ring((24, 24), 20)
    pen.line((24, 12), (24, 24), (33, 29))
    for x, y in ((24, 7.5), (40.5, 24), (24, 40.5), (7.5, 24)):
        pen.dot((x, y), 1.3)


def _doctor(pen: _Sketch) -> None:
    pen.box((5, 14), (38, 29), 4)
    pen.line((17, 14), (17, 7), (31, 7), (31, 14))
    pen.solid((21, 19), (6, 19))
    pen.solid((14.5, 25.5), (19, 6))


def _home(pen: _Sketch) -> None:
    pen.line((3, 25), (24, 6), (45, 25))
    pen.line((9, 20), (9, 43), (39, 43), (39, 20))
    pen.line((20, 43), (20, 29), (28, 29), (28, 43))


def _kindergarten(pen: _Sketch) -> None:
    pen.box((5, 26), (17, 17))
    pen.box((26, 26), (17, 17))
    pen.box((15.5, 6), (17, 17))
    pen.ring((13.5, 34.5), 4)
    pen.shape((34.5, 30), (39, 39), (30, 39))
    pen.line((20, 10.5), (28, 18.5))
    pen.line((28, 10.5), (20, 18.5))


def _language(pen: _Sketch) -> None:
    pen.shape((4, 6), (44, 6), (44, 34), (22, 34), (13, 43), (13, 34), (4, 34))
    pen.line((10, 28), (16, 12), (22, 28))
    pen.line((12.2, 22.5), (19.8, 22.5))
    for y in (14, 20.5, 27):
        pen.line((28, y), (38, y))


def _letter(pen: _Sketch) -> None:
    pen.box((4, 10), (40, 28), 2)
    pen.line((4, 12), (24, 28), (44, 12))


def _money(pen: _Sketch) -> None:
    pen.ring((24, 24), 20)
    pen.arc((27, 24), (9, 10.5), 55, 305)
    pen.line((13, 21), (28, 21))
    pen.line((13, 27), (26, 27))


def _pen(pen: _Sketch) -> None:
    pen.shape((33, 5), (43, 15), (17, 41), (5, 43), (7, 31))
    pen.line((28, 10), (38, 20))
    pen.line((7, 31), (17, 41))


def _people(pen: _Sketch) -> None:
    for x in (14.5, 33.5):
        pen.ring((x, 14), 6.5)
        pen.arc((x, 42), (9.5, 16), 180, 360)
        pen.line((x - 9.5, 42), (x + 9.5, 42))


def _school(pen: _Sketch) -> None:
    pen.shape((24, 5), (44, 21), (4, 21))
    pen.line((7, 21), (7, 43), (41, 43), (41, 21))
    pen.ring((24, 15), 2.6)
    pen.line((20, 43), (20, 31), (28, 31), (28, 43))
    pen.box((11.5, 27), (4.5, 5.5))
    pen.box((32, 27), (4.5, 5.5))


def _authority(pen: _Sketch) -> None:
    pen.shape((24, 5), (44, 18), (4, 18))
    for x in (10, 19.3, 28.7, 38):
        pen.line((x, 23), (x, 34))
    pen.line((6, 38), (42, 38))
    pen.line((4, 43), (44, 43))


def _work(pen: _Sketch) -> None:
    pen.box((4, 14), (40, 28), 3)
    pen.line((17, 14), (17, 8), (31, 8), (31, 14))
    pen.line((4, 26), (44, 26))
    pen.solid((21, 23), (6, 7))


SIGNS: dict[str, Callable[[_Sketch], None]] = {
    "authority": _authority, "calendar": _calendar, "clock": _clock, "doctor": _doctor, "home": _home,
    "kindergarten": _kindergarten, "language": _language, "letter": _letter, "money": _money, "pen": _pen,
    "people": _people, "phone": _phone, "school": _school, "work": _work,
}  # fmt: skip
"""Name of a sign, as in the phrases `pictogram`, and how it is drawn."""


@cache
def draw_pictogram(name: str, colour: str = "#000000") -> Drawing:
    """Return one sign of 48 by 48 points; KeyError for a name we have none for."""
    pen = _Sketch(colour)
    SIGNS[name](pen)
    return pen.drawing
