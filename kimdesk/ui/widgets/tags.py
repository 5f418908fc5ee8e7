"""Tags say a state in colour and word, and with an icon where it is an alarm; badges count."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kimdesk.ui import privacy
from kimdesk.ui.theme import icons, tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Skin, box, text_width

Tone = Literal["", "red", "amber", "green", "blue", "accent"]

ALARM_ICONS: dict[str, str] = {"red": "circle-alert", "amber": "clock"}


def tag_skin(tone: str) -> Skin:
    """Return the colours of a tag; no tone is a plain outlined one."""
    if not tone:
        return Skin("raised", "line", "text")
    edge = tone if current().theme == "contrast" else f"{tone}_soft"
    return Skin(f"{tone}_soft", edge, tone)


def tag_font() -> QFont:
    """Return the font inside tags."""
    return current().font(tokens.SMALL)


def tag_width(text: str, icon: str = "") -> int:
    """Return the width a tag with this text needs."""
    return text_width(tag_font(), privacy.mask(text)) + 18 + (current().px(14) + 6 if icon else 0)


def tag_height() -> int:
    """Return the height of every tag."""
    return current().px(24)


def paint_tag(painter: QPainter, area: QRectF, text: str, *, tone: str = "", icon: str = "") -> None:
    """Draw a tag into an area, shortening the text where it must be."""
    look, skin = current(), tag_skin(tone)
    box(painter, area, skin, tokens.RADIUS_TAG, look.palette.line_width)
    x = area.left() + 9
    if icon:
        edge = look.px(14)
        icons.paint(painter, icon, QRectF(x, area.center().y() - edge / 2, edge, edge), skin.ink)
        x += edge + 6
    painter.setFont(tag_font())
    painter.setPen(look.color(skin.ink))
    room = QRectF(x, area.top(), area.right() - 8 - x, area.height())
    shown = painter.fontMetrics().elidedText(privacy.mask(text), Qt.TextElideMode.ElideRight, int(room.width()) + 1)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class Tag(QLabel):
    """A state in colour and word; `icon` beside it where the state is an alarm."""

    def __init__(self, text: str, tone: Tone = "", *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone: Tone = tone
        self._icon = icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("elides", True)  # noqa: FBT003 - Qt's way
        self.setText(text)
        self.setToolTip("")

    def set_state(self, text: str, tone: Tone = "", icon: str = "") -> None:
        """Say another state."""
        self._tone, self._icon = tone, icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def names_changed(self) -> None:
        """Follow the privacy key."""
        self.updateGeometry()
        self.update()

    def colours(self) -> tuple[str, str]:
        """Return the roles of text and ground, for the contrast check."""
        skin = tag_skin(self._tone)
        return skin.ink, skin.fill

    def sizeHint(self) -> QSize:
        """Return the size that shows the whole word."""
        return QSize(tag_width(self.text(), self._icon), tag_height())

    def minimumSizeHint(self) -> QSize:
        """Let narrow places shorten the word."""
        return QSize(min(self.sizeHint().width(), current().px(56)), tag_height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and font scale."""
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the tag."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setToolTip(privacy.mask(self.text()) if self.width() < self.sizeHint().width() else "")
        paint_tag(painter, QRectF(self.rect()), self.text(), tone=self._tone, icon=self._icon)


class Badge(Tag):
    """A small count behind a navigation entry; hidden at zero."""

    def set_count(self, count: int) -> None:
        """Show a number, or nothing for zero."""
        self.setText(str(count))
        self.setVisible(count > 0)
