"""The navigation at the left: only what works."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QVBoxLayout

from kimdesk.ui.theme import icons, tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Skin, box, text_width


@dataclass(frozen=True, slots=True)
class NavEntry:
    """One entry: the screen's key, its word and icon."""

    key: str
    word: str
    icon: str


class NavButton(QAbstractButton):
    """An entry: icon, word, a count if there is one."""

    def __init__(self, entry: NavEntry) -> None:
        super().__init__()
        self.key = entry.key
        self._icon = entry.icon
        self.setText(entry.word)
        self.setAccessibleName(entry.word)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return room for icon and word."""
        look = current()
        width = text_width(look.font(weight=600), self.text()) + look.px(tokens.ICON) + 10 + 20
        return QSize(width, look.control() + 2)

    def minimumSizeHint(self) -> QSize:
        """Never cut the word."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and font scale."""
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the entry."""
        look, chosen = current(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        fill = "accent_soft" if chosen else ("raised" if self.underMouse() else "")
        framed = chosen and look.theme == "contrast"
        edge = "accent" if self.hasFocus() or framed else ""
        box(
            painter,
            area,
            Skin(fill, edge, ""),
            tokens.RADIUS_CONTROL,
            look.palette.focus_width if self.hasFocus() else 2,
        )
        role = "accent" if chosen else "text"
        size = look.px(tokens.ICON)
        icons.paint(painter, self._icon, QRectF(10, area.center().y() - size / 2, size, size), role)
        painter.setFont(look.font(weight=600 if chosen else 400))
        painter.setPen(look.color(role))
        room = area.adjusted(10 + size + 10, 0, -6, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())


class Navigation(QFrame):
    """The entries, and at the bottom those set apart."""

    pressed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "nav")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(8, 10, 8, 10)
        self._box.setSpacing(2)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, NavButton] = {}
        self._group.buttonClicked.connect(self._clicked)

    def set_entries(self, entries: Sequence[NavEntry], below: Sequence[NavEntry] = ()) -> None:
        """Show these entries, and `below` at the bottom."""
        for entry in entries:
            self._add(entry)
        self._box.addStretch(1)
        for entry in below:
            self._add(entry)

    def _add(self, entry: NavEntry) -> None:
        button = NavButton(entry)
        self._group.addButton(button)
        self._box.addWidget(button)
        self._buttons[entry.key] = button

    def set_current(self, key: str) -> None:
        """Mark an entry; a key that is no entry leaves the mark where it was."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def _clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, NavButton):
            self.pressed.emit(button.key)

    def sizeHint(self) -> QSize:
        """Return the width of the look, or more where words need it."""
        return QSize(max(tokens.NAV_WIDTH, super().sizeHint().width()), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never be narrower."""
        return self.sizeHint()
