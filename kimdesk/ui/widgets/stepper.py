"""The phases of a case as a line of steps, and the tabs below a page's head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLayout, QSizePolicy, QWidget

from kimdesk.ui.theme import tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Skin, box, ring, text_width
from kimdesk.ui.widgets.layouts import FlowLayout


@dataclass(frozen=True, slots=True)
class Step:
    """One step or tab: its key and its word."""

    key: str
    word: str


class _Item(QAbstractButton):
    """One step or tab: a word on a line."""

    def __init__(self, step: Step, *, small: bool) -> None:
        super().__init__()
        self.key = step.key
        self.past = False
        self._small = small
        self.setText(step.word)
        self.setAccessibleName(step.word)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _font(self, *, strong: bool) -> QFont:
        return current().font(tokens.SMALL if self._small else tokens.BODY, 600 if strong else 400)

    def sizeHint(self) -> QSize:
        """Return room for the word in bold, so that nothing moves when it is chosen."""
        return QSize(text_width(self._font(strong=True), self.text()) + 20, current().control())

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and font scale."""
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw word, line and focus."""
        look, chosen = current(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        thick = 3 if self._small else 2
        if chosen and self._small:
            box(painter, area.adjusted(0, 3, 0, 0), Skin("accent_soft", "", ""), 4)
        role = "accent" if chosen else ("text" if self.past else "dim")
        painter.setFont(self._font(strong=chosen))
        painter.setPen(look.color(role))
        painter.drawText(area.adjusted(0, 0, 0, -thick), Qt.AlignmentFlag.AlignCenter, self.text())
        if chosen or self._small:
            line = "accent" if chosen or self.past else "line"
            painter.fillRect(QRectF(0, area.bottom() - thick, area.width(), thick), look.color(line))
        if self.hasFocus():
            ring(painter, area, 4)


class Items(QWidget):
    """Steps or tabs side by side; arrow keys move, Tab enters at the chosen one; wraps where it must."""

    pressed = Signal(str)

    def __init__(self, name: str, steps: Sequence[Step], *, small: bool) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._layout = self._make_layout()
        self.setLayout(self._layout)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._small = small
        self._group = QButtonGroup(self)
        self._items: list[_Item] = []
        self._group.buttonClicked.connect(self._clicked)
        self.set_steps(steps)

    def _make_layout(self) -> QLayout:
        return FlowLayout(spacing=0)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show other steps; the chosen one stays if it is still there."""
        kept = self.current()
        for item in self._items:
            self._group.removeButton(item)
            self._layout.removeWidget(item)
            item.hide()
            item.deleteLater()
        self._items = [_Item(step, small=self._small) for step in steps]
        for item in self._items:
            self._group.addButton(item)
            self._layout.addWidget(item)
            item.installEventFilter(self)
        self.set_current(kept)

    def current(self) -> str:
        """Return the key of the chosen step, or an empty text."""
        return next((item.key for item in self._items if item.isChecked()), "")

    def focus_current(self) -> None:
        """Put the focus on the chosen step."""
        for item in self._items:
            if item.isChecked():
                item.setFocus(Qt.FocusReason.TabFocusReason)

    def set_current(self, key: str) -> None:
        """Choose a step without telling anybody."""
        keys = [item.key for item in self._items]
        at = keys.index(key) if key in keys else -1
        for place, item in enumerate(self._items):
            item.past = self._small and place < at
            if place == at:
                item.setChecked(True)
            reachable = place == at or (at < 0 and place == 0)
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reachable else Qt.FocusPolicy.ClickFocus)
            item.update()

    def _clicked(self, item: QAbstractButton) -> None:
        if isinstance(item, _Item):
            self.pressed.emit(item.key)

    def eventFilter(self, item: object, event: QEvent) -> bool:
        """Let the arrow keys move along."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and item in self._items:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
            at = self._items.index(item) + step
            if step and 0 <= at < len(self._items):
                self._items[at].setFocus(Qt.FocusReason.TabFocusReason)
                if not self._small:
                    self._items[at].click()
                return True
        return False


class PhaseStepper(Items):
    """The eight phases: those behind are marked, the current one stands out; a press asks to change."""

    def __init__(self, name: str, steps: Sequence[Step]) -> None:
        super().__init__(name, steps, small=True)

    def set_current(self, key: str) -> None:
        """Show a phase; a press only asks, so the mark stays until the phase really changed."""
        self._shown = key
        super().set_current(key)

    def _clicked(self, item: QAbstractButton) -> None:
        super()._clicked(item)
        self.set_current(self._shown)


class SectionTabs(Items):
    """The sections of a page; arrow keys change at once."""

    def __init__(self, name: str, steps: Sequence[Step]) -> None:
        super().__init__(name, steps, small=False)

    def _clicked(self, item: QAbstractButton) -> None:
        if isinstance(item, _Item):
            self.set_current(item.key)
        super()._clicked(item)
