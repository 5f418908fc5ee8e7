"""Lucide icons in the colours of the look in force: drawn anew at every paint."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kimdesk.base.resources import resource
from kimdesk.ui.theme.look import current


@cache
def _source(name: str) -> str:
    text = resource("icons", f"{name}.svg").read_text("utf-8")
    return text.replace('stroke-width="2"', 'stroke-width="1.8"')


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


def paint(painter: QPainter, name: str, rect: QRect | QRectF, role: str = "text") -> None:
    """Draw an icon into a rectangle in the colour of a role."""
    _renderer(name, current().palette.colour(role)).render(painter, QRectF(rect))


class SvgIcon(QIconEngine):
    """Draws one Lucide icon in the colour of a role."""

    def __init__(self, name: str, role: str = "text") -> None:
        super().__init__()
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        """Draw the icon; disabled ones are dim."""
        paint(painter, self._name, rect, "dim" if mode == QIcon.Mode.Disabled else self._role)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a picture of a size."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture

    def clone(self) -> SvgIcon:
        """Return a copy, as Qt asks for it."""
        return SvgIcon(self._name, self._role)


def icon(name: str, role: str = "text") -> QIcon:
    """Return a Lucide icon by its name in resources/icons; raises FileNotFoundError for others."""
    _source(name)
    return QIcon(SvgIcon(name, role))
