"""What is really on a drawing: boxes of its letters and shapes, read back from the shapes themselves."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree as ET

from reportlab.graphics.shapes import Drawing

from kimdesk.drawings.lettering import LetterPath
from kimdesk.drawings.picture import Picture
from kimdesk.drawings.svg import to_svg


@dataclass(frozen=True)
class Box:
    """A rectangle in points from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    what: str = ""

    def overlaps(self, other: Box, slack: float = 0.05) -> bool:
        return (
            self.left + slack < other.right
            and other.left + slack < self.right
            and self.top + slack < other.bottom
            and other.top + slack < self.bottom
        )

    def inside(self, width: float, height: float, slack: float = 0.6) -> bool:
        return (
            self.left >= -slack and self.top >= -slack and self.right <= width + slack and self.bottom <= height + slack
        )


def bounds(shape: object, drawing: Drawing) -> Box:
    left, low, right, high = shape.getBounds()  # type: ignore[attr-defined]
    what = shape.line.text if isinstance(shape, LetterPath) else type(shape).__name__
    return Box(left, drawing.height - high, right, drawing.height - low, what)


def letters(picture: Picture) -> list[Box]:
    """Return where ink of letters lies."""
    return [bounds(each, picture.drawing) for each in picture.drawing.contents if isinstance(each, LetterPath)]


def colliding(boxes: list[Box]) -> list[tuple[str, str]]:
    return [(one.what, other.what) for one, other in combinations(boxes, 2) if one.overlaps(other)]


def outside(picture: Picture) -> list[str]:
    shapes = [bounds(each, picture.drawing) for each in picture.drawing.contents]
    return [box.what for box in shapes if not box.inside(picture.width, picture.height)]


def colours(picture: Picture) -> set[str]:
    """Return every colour of the SVG."""
    root = ET.fromstring(to_svg(picture))
    found = {each.get(name) for each in root.iter() for name in ("fill", "stroke")}
    return {colour for colour in found if colour and colour != "none"}
