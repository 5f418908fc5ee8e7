"""Big type in any script, and the sign of a step: what a screen turned to a family is made of."""

from __future__ import annotations

from html import escape
from typing import Literal

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kimdesk.drawings.pictograms import draw_pictogram
from kimdesk.drawings.picture import Picture
from kimdesk.drawings.svg import to_svg
from kimdesk.ui import privacy
from kimdesk.ui.theme.look import current

Big = Literal["turned", "turned_strong", "turned_head", "turned_title", "turned_dim"]
Way = Literal["ltr", "rtl"]
SIGN = 44


class BigText(QLabel):
    """Running text of one script direction in big type; `body` is what it says."""

    def __init__(self, text: str, role: Big, way: Way) -> None:
        super().__init__()
        self.body, self._way = text, way
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setProperty("role", role)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if way == "rtl" else Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.names_changed()

    def names_changed(self) -> None:
        """Follow the privacy key."""
        shown = privacy.mask(self.body)
        marked = f'<p dir="{self._way}" style="margin:0; line-height:125%">{escape(shown)}</p>'
        self.setText(marked)
        self.setAccessibleName(shown)


class Sign(QWidget):
    """The pictogram of a step; its word is what a screen reader says."""

    def __init__(self, name: str, word: str) -> None:
        super().__init__()
        colour = current().color("text").name()
        picture = Picture(title=word, drawing=draw_pictogram(name, colour), sentences=(), texts=())
        self._renderer = QSvgRenderer(QByteArray(to_svg(picture).encode()), self)
        self.setAccessibleName(word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square that grows with the type."""
        edge = current().px(SIGN)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, self.rect().toRectF())
