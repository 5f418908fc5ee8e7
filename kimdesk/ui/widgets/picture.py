"""A picture drawn without Qt, shown as it is printed: scaled to the room there is, read out in full sentences."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from kimdesk.drawings.ink import ROLES, Ink
from kimdesk.drawings.picture import Picture, Style
from kimdesk.drawings.svg import to_svg
from kimdesk.text.shaping import Faces, load_faces
from kimdesk.ui.i18n import language
from kimdesk.ui.theme.look import current

NATURAL = 1.35
"""How many pixels a point of a picture takes at 100 %; letters are then as large as small print around it."""


@cache
def _faces() -> Faces:
    return load_faces()


def style() -> Style:
    """Return how pictures are drawn in the look and language in force."""
    colours = current().palette
    ink = Ink(
        paper=colours.surface,
        text=colours.text,
        dim=colours.dim,
        line=colours.line,
        mark=colours.accent,
        soft=colours.accent_soft,
        weight=float(colours.line_width),
    )
    return Style(faces=_faces(), ink=ink, language=language())


def stand_in_style() -> Style:
    """Return how pictures are drawn that a `DrawingView` colours itself."""
    return Style(faces=_faces(), ink=ROLES, language=language())


class PictureView(QWidget):
    """Shows one picture; never larger than its letters want to be, smaller where there is no room."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self._width, self._height = picture.width, picture.height
        self._renderer = QSvgRenderer(QByteArray(to_svg(picture).encode()), self)
        self.setAccessibleName(picture.title)
        self.setAccessibleDescription(" ".join(picture.sentences))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _largest(self) -> float:
        return NATURAL * current().scale

    def sizeHint(self) -> QSize:
        """Return the size at which letters are as large as those around."""
        return QSize(round(self._width * self._largest()), round(self._height * self._largest()))

    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(round(self._width * 0.6), round(self._height * 0.6))

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the picture at a width."""
        return round(self._height * min(width / self._width, self._largest()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the picture from the upper left corner."""
        scale = min(self.width() / self._width, self._largest())
        self._renderer.render(QPainter(self), QRectF(0, 0, self._width * scale, self._height * scale))
