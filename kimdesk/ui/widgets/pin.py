"""The PIN: six dots, a hidden line for the keyboard, and digits large enough for a finger."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from kimdesk.casework.covering import DIGITS
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Button, IconButton, Skin, box
from kimdesk.ui.widgets.inputs import LineEdit


class PinEdit(LineEdit):
    """A hidden line that takes digits only and shows a dot for each."""

    def __init__(self, name: str) -> None:
        super().__init__(name, touch=True)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(DIGITS)
        self.setValidator(QRegularExpressionValidator(QRegularExpression(r"[0-9]*"), self))
        hints = Qt.InputMethodHint
        self.setInputMethodHints(hints.ImhDigitsOnly | hints.ImhHiddenText | hints.ImhSensitiveData)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.update)

    def _veil(self, text: str) -> None:
        """A PIN is never shown."""

    def sizeHint(self) -> QSize:
        """Leave room for six dots."""
        look = current()
        return QSize(look.px(232), look.control(touch=True) + look.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the field, and six places of which those typed are filled."""
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wrong = bool(self.property("invalid"))
        edge = "accent" if self.hasFocus() else "red" if wrong else "control"
        fill = "red_soft" if wrong and self.hasFocus() else "surface"
        thin = look.palette.line_width
        width = look.palette.focus_width if self.hasFocus() else 2 if wrong else thin
        box(painter, QRectF(self.rect()), Skin(fill, edge, ""), 8, width)
        step, size = self.width() / (DIGITS + 1), look.px(12)
        for place in range(DIGITS):
            typed = place < len(self.text())
            dot = QRectF(step * (place + 1) - size / 2, (self.height() - size) / 2, size, size)
            box(painter, dot, Skin("text" if typed else "", "text" if typed else "control", ""), size / 2)


class Keypad(QWidget):
    """The PIN's line with the digits below it; `complete` at the last digit."""

    complete = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.edit = PinEdit(self.tr("PIN"))
        self.edit.textEdited.connect(self._typed)
        keys = QGridLayout()
        keys.setSpacing(8)
        for number in range(1, 10):
            keys.addWidget(self._digit(str(number)), (number - 1) // 3, (number - 1) % 3)
        keys.addWidget(self._digit("0"), 3, 1)
        back = IconButton("arrow-left", self.tr("Letzte Ziffer löschen"), touch=True)
        back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        back.clicked.connect(self._back)
        keys.addWidget(back, 3, 2, Qt.AlignmentFlag.AlignCenter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addLayout(keys)
        self.setFocusProxy(self.edit)

    def _digit(self, digit: str) -> Button:
        key = Button(digit, touch=True)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        key.clicked.connect(lambda: self._press(digit))
        return key

    def _press(self, digit: str) -> None:
        if self.edit.isEnabled() and len(self.edit.text()) < DIGITS:
            self.edit.setText(self.edit.text() + digit)
            self._typed(self.edit.text())

    def _back(self) -> None:
        self.edit.setText(self.edit.text()[:-1])

    def _typed(self, text: str) -> None:
        if len(text) == DIGITS:
            self.complete.emit(text)
