"""A list of buttons that stand for records: one is chosen, the arrow keys go from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget


class KeyedButton(QAbstractButton):
    """A button that knows which record it stands for."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self.setCheckable(True)


B = TypeVar("B", bound=KeyedButton)
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class KeyedList(QWidget, Generic[B]):
    """Shows buttons by key and keeps those that stay, so that the focus stays; Tab enters at the one chosen."""

    chosen = Signal(str)

    def __init__(self, name: str, make: Callable[[str], B]) -> None:
        super().__init__()
        self._make = make
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: list[B] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)

    def show_keys(self, keys: Sequence[str], selected: str) -> tuple[B, ...]:
        """Show these and return their buttons in order; where none is chosen Tab enters at the first."""
        if [button.key for button in self._buttons] != list(keys):
            self._rebuild(keys)
        entrance = selected if selected in keys else next(iter(keys), "")
        for button in self._buttons:
            button.setChecked(button.key == selected)
            here = button.key == entrance
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        return tuple(self._buttons)

    def current(self) -> B | None:
        """Return the button that is chosen."""
        return next((button for button in self._buttons if button.isChecked()), None)

    def button(self, key: str) -> B | None:
        """Return the button of a record."""
        return next((button for button in self._buttons if button.key == key), None)

    def _rebuild(self, keys: Sequence[str]) -> None:
        kept = {button.key: button for button in self._buttons}
        self._group.setExclusive(False)  # else the one chosen could not be let go
        self._buttons = [kept[key] if key in kept else self._made(key) for key in keys]
        for gone in (button for button in kept.values() if button not in self._buttons):
            self._group.removeButton(gone)
            self._box.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at, button in enumerate(self._buttons):
            self._box.insertWidget(at, button)
        self._group.setExclusive(True)

    def _made(self, key: str) -> B:
        button = self._make(key)
        self._group.addButton(button)
        button.clicked.connect(lambda: self.chosen.emit(key))
        button.installEventFilter(self)
        return button

    def eventFilter(self, button: QObject, event: QEvent) -> bool:
        """Let the arrow keys go up and down."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = STEPS.get(Qt.Key(event.key()), 0)
        at = next((at for at, each in enumerate(self._buttons) if each is button), -1) + step
        if not step or not 0 <= at < len(self._buttons):
            return False
        self._buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
        self._buttons[at].click()
        return True
