"""The settings as a whole: their parts in a list at the left, the one chosen beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from kimdesk.base.errors import KimError
from kimdesk.domain.changes import Changes
from kimdesk.ui.shell.family_parts import keep_edge
from kimdesk.ui.shell.nav import NavButton, NavEntry
from kimdesk.ui.shell.screen import Screen
from kimdesk.ui.shell.sections import Sections
from kimdesk.ui.theme.look import current
from kimdesk.ui.theme.tokens import GAP
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.labels import Label
from kimdesk.ui.widgets.layouts import ColumnsLayout, follow_width
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import Card, Flow, ListRow, Page

NARROW = 560
"""A part needs so many pixels at 100 % beside the list; where they are not there the list becomes a choice."""

BESIDE = 300
"""Pixels at 100 % that words and buttons of a row need each to stand side by side."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: key, word and icon of its entry, and how its page is made (on the first visit)."""

    key: str
    word: str
    icon: str
    make: Callable[[], Screen]


class PartPage(Page):
    """The page of one part: a strip that speaks, below it cards."""

    def __init__(self, *cards: Card) -> None:
        super().__init__(margins=(8, 20, 24, 20))
        self.strip = Strip()
        self.box.addWidget(self.strip)
        for card in cards:
            self.box.addWidget(card)
        self.box.addStretch(1)
        keep_edge(self)

    def add_card(self, card: Card) -> None:
        """Append a card."""
        self.box.insertWidget(self.box.count() - 1, card)

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)
        self.verticalScrollBar().setValue(0)


class SplitRow(QWidget):
    """A row whose tags and buttons stand beside it, or below it where that is too narrow."""

    def __init__(self, line: ListRow, *ends: QWidget) -> None:
        super().__init__()
        layout = ColumnsLayout((3, 2), narrowest=BESIDE)
        self.setLayout(layout)
        layout.addWidget(line)
        self._ends = Flow(*ends)
        self._ends.setContentsMargins(0, 4, 0, 4)
        layout.addWidget(self._ends)
        follow_width(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what stands beside the words at the right edge."""
        super().resizeEvent(event)
        self._ends.set_trailing(trailing=event.size().width() >= 2 * current().px(BESIDE) + GAP)


class PartsList(QWidget):
    """The entries below each other, or one choice of them; `pressed` carries a key."""

    pressed = Signal(str)

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__()
        self._keys = [part.key for part in parts]
        self._group = QButtonGroup(self)
        self._buttons = [NavButton(NavEntry(part.key, part.word, part.icon)) for part in parts]
        self._list = QWidget()
        box = QVBoxLayout(self._list)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        for button in self._buttons:
            self._group.addButton(button)
            box.addWidget(button)
            button.clicked.connect(lambda _checked=False, key=button.key: self.pressed.emit(key))
        self._choice = CodeCombo(self.tr("Teil der Einstellungen"), [Option(part.key, part.word) for part in parts])
        self._choice.removeItem(0)
        self._choice.chosen.connect(self.pressed)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._list)
        outer.addWidget(self._choice)
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show one choice instead of the list, or the list again."""
        self._list.setVisible(not narrow)
        self._choice.setVisible(narrow)

    def set_current(self, key: str) -> None:
        """Mark an entry."""
        self._buttons[self._keys.index(key)].setChecked(True)
        self._choice.set_code(key)

    def focus_current(self) -> None:
        """Put the focus on the entry that is marked."""
        marked = next((button for button in self._buttons if button.isChecked()), self._buttons[0])
        (self._choice if self._choice.isVisibleTo(self) else marked).setFocus()

    def width_needed(self) -> int:
        """Return how wide the list is."""
        return max(button.sizeHint().width() for button in self._buttons)


class SettingsFrame(QWidget):
    """Composes the parts; itself the widget (and listener) of one shell screen.

    Where the window is narrow or the type large, the list becomes one choice above the part.
    """

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._first = parts[0].key
        self.list = PartsList(parts)
        self.list.pressed.connect(self.open_part)
        self.stack = Sections({part.key: part.make for part in parts})
        side = QVBoxLayout()
        side.setContentsMargins(24, 20, 8, 0)
        side.setSpacing(12)
        side.addWidget(Label(self.tr("Einstellungen"), "title"))
        side.addWidget(self.list)
        side.addStretch(1)
        self._side = side
        self._outer = QHBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(8)
        self._outer.addLayout(side)
        self._outer.addWidget(self.stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list above the part where both have no room beside each other."""
        super().resizeEvent(event)
        narrow = self.width() < self.list.width_needed() + 40 + current().px(NARROW)
        self.list.set_narrow(narrow=narrow)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._outer.setDirection(down if narrow else across)
        self._outer.setSpacing(0 if narrow else 8)
        self._side.setContentsMargins(24, 20, 24 if narrow else 8, 0)
        self.stack.setContentsMargins(16 if narrow else 0, 0, 0, 0)

    def open_part(self, key: str) -> None:
        """Show a part, made on its first visit; the one left finishes what was typed."""
        if self.stack.turn_to(key):
            self.list.set_current(key)
            self.stack.tell_opened()

    def page(self, key: str) -> QWidget:
        """Show a part and return its page."""
        self.open_part(key)
        shown: QWidget | None = self.stack.currentWidget()
        assert shown is not None
        return shown

    def opened(self) -> None:
        """Let the part shown look anew, and put the focus on its entry."""
        if not self.stack.current:
            self.open_part(self._first)
        else:
            self.stack.tell_opened()
        self.list.focus_current()

    def refresh(self, changes: Changes) -> None:
        """Pass news on to the parts made so far."""
        self.stack.refresh(changes)

    def leave(self) -> None:
        """Let the part shown finish what was typed."""
        self.stack.leave()
