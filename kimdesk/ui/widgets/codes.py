"""Choices from code lists: one of them, or several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kimdesk.ui import privacy
from kimdesk.ui.theme import icons, tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Chip, Skin, box
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.surfaces import Flow


@dataclass(frozen=True, slots=True)
class Option:
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
        box(painter, area, skin, tokens.RADIUS_CONTROL, 2 if focus else look.palette.line_width)
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


class TokenPicker(QWidget):
    """Several choices: type to find one, Return takes it; each chosen one is a chip that a press removes."""

    changed = Signal(list)

    def __init__(self, name: str, options: Sequence[Option]) -> None:
        super().__init__()
        self._words = {option.code: option.word for option in options}
        self._codes: list[str] = []
        self._name = name
        self._flow = Flow(spacing=6)
        self.entry = LineEdit(name, placeholder=self.tr("hinzufügen …"))
        finder = QCompleter(sorted(self._words.values()), self)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        if (popup := finder.popup()) is not None:
            popup.setProperty("role", "popup")
            popup.setItemDelegate(OptionDelegate(popup))
        finder.activated.connect(self._take)
        self.entry.setCompleter(finder)
        self.entry.returnPressed.connect(self._take_typed)
        self.setFocusProxy(self.entry)
        self.setAccessibleName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._flow)
        layout.addWidget(self.entry)
        self._flow.hide()

    def codes(self) -> list[str]:
        """Return the chosen codes in the order they were taken."""
        return list(self._codes)

    def set_codes(self, codes: Sequence[str]) -> None:
        """Show these codes as chosen."""
        self._codes = list(codes)
        chips = [self._chip(code) for code in self._codes]
        self._flow.refill(*chips)
        self._flow.setVisible(bool(chips))

    def _chip(self, code: str) -> Chip:
        word = self._words.get(code, code)
        chip = Chip(word, icon="x", checkable=False)
        chip.setAccessibleName(self.tr("{word} entfernen").format(word=word))
        chip.clicked.connect(lambda: self._drop(code))
        return chip

    def _drop(self, code: str) -> None:
        self.set_codes([kept for kept in self._codes if kept != code])
        self.entry.setFocus()
        self.changed.emit(self.codes())

    def _take_typed(self) -> None:
        typed = self.entry.text().strip().casefold()
        if not typed:
            return
        exact = [word for word in self._words.values() if word.casefold() == typed]
        starts = [word for word in self._words.values() if word.casefold().startswith(typed)]
        if exact or len(starts) == 1:
            self._take((exact or starts)[0])

    def _take(self, word: str) -> None:
        code = next((code for code, known in self._words.items() if known == word), "")
        self.entry.clear()
        if code and code not in self._codes:
            self.set_codes([*self._codes, code])
            self.changed.emit(self.codes())
