"""Buttons and chips, drawn by hand so that icon, word, key and focus sit exactly as the look wants them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kimdesk.ui import privacy
from kimdesk.ui.theme import icons, tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets import closed

Kind = Literal["primary", "secondary", "quiet", "danger"]


class Skin(NamedTuple):
    """Colours of one state of a button, as roles; an empty role draws nothing."""

    fill: str
    edge: str
    ink: str


_SKINS: dict[str, Skin] = {
    "primary": Skin("accent", "accent", "on_accent"),
    "secondary": Skin("surface", "control", "text"),
    "quiet": Skin("", "", "accent"),
    "danger": Skin("surface", "red", "red"),
}
_RESTING = Skin("accent_soft", "accent_soft", "dim")
"""A primary button that cannot be pressed yet."""


def box(painter: QPainter, area: QRectF, skin: Skin, radius: float, width: float = 1) -> None:
    """Draw a rounded box in the roles of a skin."""
    look = current()
    painter.setPen(QPen(look.color(skin.edge), width) if skin.edge else Qt.PenStyle.NoPen)
    painter.setBrush(look.color(skin.fill) if skin.fill else Qt.BrushStyle.NoBrush)
    inset = width / 2 if skin.edge else 0
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)


def ring(painter: QPainter, area: QRectF, radius: float = tokens.RADIUS_CONTROL) -> None:
    """Draw the outline of what has the focus."""
    box(painter, area, Skin("", "accent", ""), radius, current().palette.focus_width)


class Drawn(QPushButton):
    """A push button that draws itself: an icon, a word, at the end a key or an arrow."""

    padding = 14
    gap = 8

    def __init__(self, text: str, *, icon: str = "", end: str = "", touch: bool = False) -> None:
        super().__init__(text)
        self._icon = icon
        self._end = end
        self._key = ""
        self._touch = touch
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_icon(self, name: str) -> None:
        """Show another icon before the word."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Show a key in a small box behind the word."""
        self._key = key
        self.updateGeometry()

    def shown(self) -> str:
        """Return what is to be seen of the word."""
        return privacy.mask(self.text())

    def names_changed(self) -> None:
        """Follow the privacy key."""
        self.updateGeometry()
        self.update()

    def word_font(self) -> QFont:
        """Return the font of the word."""
        return current().font(tokens.VISIT if self._touch else tokens.BODY, 500)

    def _key_font(self) -> QFont:
        return current().font(11.5)

    def skin(self) -> Skin:
        """Return the colours of the state it is in."""
        return Skin("surface", "control", "text")

    def _word_width(self) -> int:
        self.ensurePolished()
        return text_width(self.word_font(), self.shown())

    def needed_width(self) -> int:
        """Return the width that shows everything."""
        look = current()
        width = 2 * self.padding + self._word_width()
        width += (look.px(tokens.ICON) + (self.gap if self.text() else 0)) if self._icon else 0
        width += (look.px(14) + 4) if self._end else 0
        width += (text_width(self._key_font(), self._key) + 12 + self.gap) if self._key else 0
        return width

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        return QSize(self.needed_width(), current().control(touch=self._touch))

    def minimumSizeHint(self) -> QSize:
        """Never be smaller than the word."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and font scale."""
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.LanguageChange}:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def area(self) -> QRectF:
        """Return the part of the widget that is drawn as the button."""
        return QRectF(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the box, its contents and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        skin, area = self._skin_now(), self.area()
        if not self.isEnabled() and skin != _RESTING:
            painter.setOpacity(0.55)
        box(painter, area, skin, tokens.RADIUS_CONTROL, current().palette.line_width)
        if self.underMouse() and self.isEnabled():
            self._shade(painter, area)
        self._contents(painter, area, skin.ink)
        if self.hasFocus():
            self._focus(painter, area, skin)

    def _skin_now(self) -> Skin:
        """Return the colours of its state; what waits to be pressed later keeps a word one can read."""
        skin = self.skin()
        return _RESTING if skin.fill == "accent" and not self.isEnabled() else skin

    def _shade(self, painter: QPainter, area: QRectF) -> None:
        tint = QColor(current().color("text"))
        tint.setAlphaF(0.14 if self.isDown() else 0.06)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(area, tokens.RADIUS_CONTROL, tokens.RADIUS_CONTROL)

    def _focus(self, painter: QPainter, area: QRectF, skin: Skin) -> None:
        if skin.fill == "accent":
            inner, wide = Skin("", "on_accent", ""), current().palette.focus_width
            box(painter, area.adjusted(2, 2, -2, -2), inner, tokens.RADIUS_CONTROL - 2, wide)
        else:
            ring(painter, area)

    def _contents(self, painter: QPainter, area: QRectF, ink: str) -> None:
        look = current()
        spare = area.width() - self.needed_width()
        x = area.left() + self.padding + (max(spare, 0) / 2 if not self._leading() else 0)
        if self._icon:
            edge = look.px(tokens.ICON)
            icons.paint(painter, self._icon, QRectF(x, area.center().y() - edge / 2, edge, edge), ink)
            x += edge + self.gap
        painter.setPen(look.color(ink))
        painter.setFont(self.word_font())
        room = QRectF(x, area.top(), area.right() - x, area.height())
        painter.drawText(room, _LEFT | Qt.TextFlag.TextShowMnemonic, self.shown())
        x += self._word_width()
        if self._end:
            edge = look.px(14)
            icons.paint(painter, self._end, QRectF(x + 4, area.center().y() - edge / 2, edge, edge), ink)
        if self._key:
            self._draw_key(painter, x + self.gap, area)

    def _leading(self) -> bool:
        return False

    def _draw_key(self, painter: QPainter, x: float, area: QRectF) -> None:
        look = current()
        width, height = text_width(self._key_font(), self._key) + 12, look.px(20)
        room = QRectF(x, area.center().y() - height / 2, width, height)
        box(painter, room, Skin("raised", "line", ""), 4)
        painter.setPen(look.color("dim"))
        painter.setFont(self._key_font())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._key)


_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)


def text_width(font: QFont, text: str) -> int:
    """Return the width of a text in pixels, rounded up; & marks of shortcuts take none."""
    shown = text.replace("&&", "\0").replace("&", "").replace("\0", "&")
    return int(QFontMetricsF(font).horizontalAdvance(shown)) + 1


class Button(Drawn):
    """A button with a word; `kind` says how much it wants to be pressed. One primary button per screen."""

    def __init__(
        self, text: str, *, icon: str = "", kind: Kind = "secondary", key: str = "", touch: bool = False
    ) -> None:
        super().__init__(text, icon=icon, touch=touch)
        self.kind = kind
        self._key = key
        self.setAutoDefault(False)
        self.setAccessibleName(text.replace("&", ""))
        if kind == "quiet":
            self.padding = 9
        closed.acts(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Be gone on a page that is only read, unless it serves reading."""
        super().showEvent(event)
        closed.follow(self)

    def setText(self, text: str) -> None:  # noqa: N802
        """Say another word, to the screen reader as well."""
        super().setText(text)
        self.setAccessibleName(text.replace("&", ""))
        self.updateGeometry()

    def skin(self) -> Skin:
        """Return the colours of its kind."""
        return _SKINS[self.kind]


class IconButton(Drawn):
    """A button without a word, for the few places where a word does not fit; `name` is what it does."""

    padding = 8

    def __init__(self, icon: str, name: str, *, touch: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("", icon=icon, touch=touch)
        if parent is not None:
            self.setParent(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def skin(self) -> Skin:
        """Draw the icon only."""
        return Skin("", "", "text")


class Chip(Drawn):
    """A small toggle or filter: pressed it is accent-coloured; 34 px to hit, 26 px to see."""

    padding = 10
    gap = 6

    def __init__(
        self, text: str, *, icon: str = "", menu: bool = False, checkable: bool = True, touch: bool = False
    ) -> None:
        super().__init__(text, icon=icon, end="chevron-down" if menu else "", touch=touch)
        self.setCheckable(checkable)
        self.setAutoDefault(False)
        self.setAccessibleName(text)

    def setText(self, text: str) -> None:  # noqa: N802
        """Say another word, to the screen reader as well."""
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def word_font(self) -> QFont:
        """Return the font of the word: small, or large where it is touched."""
        return current().font(tokens.BODY if self._touch else 13)

    def area(self) -> QRectF:
        """Return the pill inside the target."""
        whole = QRectF(self.rect())
        inset = 0 if self._touch else 4
        return whole.adjusted(0, inset, 0, -inset)

    def skin(self) -> Skin:
        """Return accent colours when pressed."""
        if self.isChecked():
            return Skin("accent_soft", "accent" if current().theme == "contrast" else "accent_soft", "accent")
        return Skin("surface", "control", "text")
