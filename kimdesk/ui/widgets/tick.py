"""A box to tick beside words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from kimdesk.ui import privacy
from kimdesk.ui.theme import icons, tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Skin, box, ring, text_width

_GAP = 10
_WRAPPED = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)


class Tick(QCheckBox):
    """A line that can be picked, pressed anywhere; `words` are whole, whatever the privacy key hides."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.names_changed()

    def names_changed(self) -> None:
        """Follow the privacy key."""
        self.setText(privacy.mask(self.words).replace("&", "&&"))
        self.updateGeometry()

    def hitButton(self, place: QPoint) -> bool:
        """Let the whole line be pressed, not its words alone."""
        return self.rect().contains(place)

    def sizeHint(self) -> QSize:
        """Return room for box and words."""
        look = current()
        width = look.px(tokens.ICON) + _GAP + text_width(look.font(), self.text()) + 8
        return QSize(width, look.control())

    def minimumSizeHint(self) -> QSize:
        """Let long words go on in the next line."""
        return QSize(current().px(120), current().control())

    def hasHeightForWidth(self) -> bool:
        """Tell that narrow places need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height all words need."""
        look = current()
        room = QRect(0, 0, max(1, width - self.indent() - 2), 10_000)
        needed = QFontMetrics(look.font()).boundingRect(room, _WRAPPED, self._shown()).height()
        return max(look.control(), needed + 14)

    def indent(self) -> int:
        """Return where its words begin, in pixels."""
        return 3 + current().px(tokens.ICON) + _GAP

    def _shown(self) -> str:
        return self.text().replace("&&", "&")

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and font scale."""
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the box, its tick, the words and the focus."""
        look, on = current(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, area = look.px(tokens.ICON), QRectF(self.rect())
        place = QRectF(3, area.center().y() - edge / 2, edge, edge)
        skin = Skin("accent", "accent", "") if on else Skin("surface", "control", "")
        box(painter, place, skin, 4, look.palette.line_width)
        if on:
            icons.paint(painter, "check", place.adjusted(2, 2, -2, -2), "on_accent")
        painter.setFont(look.font())
        painter.setPen(look.color("text" if self.isEnabled() else "dim"))
        painter.drawText(area.adjusted(self.indent(), 0, -2, 0), _WRAPPED, self._shown())
        if self.hasFocus():
            ring(painter, area)
