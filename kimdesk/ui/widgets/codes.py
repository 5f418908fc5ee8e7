"""Choices from code lists: one of them, or several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from kimdesk.ui import privacy
from kimdesk.ui.theme import icons, tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Skin, box


class Option(NamedTuple):
    """One code with its word."""

    code: str
    word: str


class OptionDelegate(QStyledItemDelegate):
    """Draws a choice in a list that drops down."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802
        """Show no name the privacy key hides."""
        super().initStyleOption(option, index)
        option.text = privacy.mask(option.text)


class CodeCombo(QComboBox):
    """One choice; nothing chosen reads “nicht erfasst”, dim and slanted, so that it never looks like a no."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[Option], *, touch: bool = False) -> None:
        super().__init__()
        self._touch = touch
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(12)
        self.setItemDelegate(OptionDelegate(self))
        self.set_options(options)
        self.activated.connect(self._tell)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these choices, “nicht erfasst” first."""
        kept = self.code()
        self.clear()
        self.addItem(self.tr("nicht erfasst"), "")
        self.setItemData(0, current().color("dim"), Qt.ItemDataRole.ForegroundRole)
        for option in options:
            self.addItem(option.word, option.code)
        self.set_code(kept)

    def names_changed(self) -> None:
        """Follow the privacy key."""
        self.update()

    def code(self) -> str:
        """Return the chosen code, or an empty text."""
        return str(self.currentData() or "")

    def set_code(self, code: str) -> None:
        """Choose a code; one that is not offered any more is shown as it is."""
        at = self.findData(code) if code else 0
        if at < 0:
            self.addItem(code, code)
            at = self.count() - 1
        self.setCurrentIndex(at)

    def _tell(self) -> None:
        self.chosen.emit(self.code())

    def sizeHint(self) -> QSize:
        """Return the height of a control and the width of the longest word."""
        return QSize(super().sizeHint().width() + 24, current().control(touch=self._touch))

    def minimumSizeHint(self) -> QSize:
        """Leave room for about ten letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 10 + 44, current().control(touch=self._touch))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Never change a value by scrolling past it."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.count():
            self.setItemData(0, current().color("dim"), Qt.ItemDataRole.ForegroundRole)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the field like every other field."""
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        focus = self.hasFocus()
        skin = Skin("surface" if self.isEnabled() else "raised", "accent" if focus else "control", "text")
        box(painter, area, skin, tokens.RADIUS_CONTROL, look.palette.focus_width if focus else look.palette.line_width)
        empty = not self.code()
        font = self.font()
        font.setItalic(empty)
        painter.setFont(font)
        painter.setPen(look.color("dim" if empty or not self.isEnabled() else "text"))
        edge = look.px(14)
        room = area.adjusted(11, 0, -edge - 16, 0)
        whole = privacy.mask(self.currentText())
        shown = painter.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        place = QRectF(area.right() - edge - 10, area.center().y() - edge / 2, edge, edge)
        icons.paint(painter, "chevron-down", place, "dim")
