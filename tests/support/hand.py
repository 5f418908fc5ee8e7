"""A user's hands: looks for widgets by their accessible names, clicks where they are seen, types with keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as TooLate
from pytestqt.qtbot import QtBot

from tests.support.qt import Widget, spoken_name

PATIENCE_MS = 20_000
TYPED = (QLineEdit, QPlainTextEdit, QTextEdit)


@dataclass
class Hand:
    """Works in one window and the dialogs over it; waits for what is not there yet, as people do."""

    qtbot: QtBot
    window: QWidget

    @property
    def front(self) -> QWidget:
        """The dialog in front, or the window."""
        return QApplication.activeModalWidget() or self.window

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so; meanwhile the window in front is the active one, as on every desktop."""

        def so() -> bool:
            _bring_to_front(self.front.window())
            return condition()

        self.qtbot.waitUntil(so, timeout=PATIENCE_MS)

    def find(self, name: str, cls: type[Widget], *, inside: str = "") -> Widget:
        """Wait for the one visible, usable widget with this name in front; AssertionError lists what is there.

        `inside` is the name of what it belongs to, where two have the same name.
        """
        try:
            self.wait(lambda: len(self._named(name, cls, inside)) == 1)
        except TooLate as late:
            there = sorted({_plain(each) for each in self.front.findChildren(cls) if each.isVisible()})
            count = len(self._named(name, cls, inside))
            raise AssertionError(f"{count} {cls.__name__} {name!r}; there are {there}") from late
        return self._named(name, cls, inside)[0]

    def _named(self, name: str, cls: type[Widget], inside: str = "") -> list[Widget]:
        found = [each for each in self.front.findChildren(cls) if each.isVisible() and each.isEnabled()]
        return [each for each in found if _plain(each) == name and _belongs(each, inside)]

    def click(self, widget: QWidget) -> None:
        """Scroll a widget into sight and click in its middle, once nothing else lies there."""
        self.wait(lambda: _reachable(widget))
        window = widget.window()
        _bring_to_front(window)
        handle = window.windowHandle()
        assert handle is not None
        place = widget.mapTo(window, widget.rect().center())
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def press(self, name: str, *, inside: str = "") -> None:
        """Click a button, chip or tab."""
        self.click(self.find(name, QAbstractButton, inside=inside))

    def field(self, name: str) -> QWidget:
        """Wait for the field with this name."""
        self.wait(lambda: sum(len(self._named(name, cls)) for cls in TYPED) == 1)
        return next(found for cls in TYPED for found in self._named(name, cls))

    def type(self, name: str, text: str) -> None:
        """Click into a field and type."""
        field = self.field(name)
        self.click(field)
        self.wait(field.hasFocus)
        self.write(text)

    def write(self, text: str) -> None:
        """Type where the cursor is."""
        self.wait(lambda: QApplication.focusWidget() is not None)
        for character in text:
            self.strike(Qt.Key.Key_Return if character == "\n" else 0, character)
        QTest.qWait(1)  # suggestions that came and went leave the front to the window again

    def strike(self, key: int, text: str = "") -> None:
        """Press and release one key where the cursor is; QTest knows Latin letters only."""
        target = QApplication.focusWidget() or self.front
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def keys(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys as the window system tells them, so that shortcuts hear them."""
        window = self.front.window()
        handle = window.windowHandle()
        assert handle is not None

        def listening() -> bool:
            in_front = window.isActiveWindow() and QGuiApplication.focusWindow() is handle
            return QApplication.activePopupWidget() is not None or (in_front and QApplication.focusWidget() is not None)

        self.wait(listening)
        QTest.keyClick(handle, key, modifier)

    def begin_visit(self) -> None:
        """Begin a visit with Ctrl+B and write along."""
        self.keys(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
        self.press("Mitschreiben")

    def tab(self) -> None:
        """Go to the next field."""
        self.keys(Qt.Key.Key_Tab)

    def choose(self, name: str, word: str) -> None:
        """Choose a word in a drop-down list with the arrow keys."""
        combos = [each for each in self.front.findChildren(QComboBox) if each.isVisible()]
        combo = next(each for each in combos if each.accessibleName() == name)
        scroll_to(combo)
        combo.setFocus()
        wanted = combo.findText(word)
        assert wanted >= 0, f"{word!r} is not offered by {name!r}"
        for _ in range(abs(wanted - combo.currentIndex())):
            self.keys(Qt.Key.Key_Down if wanted > combo.currentIndex() else Qt.Key.Key_Up)
        assert combo.currentText() == word

    def pick(self, name: str, word: str) -> None:
        """Type a word into a field that collects several, and take it with Return."""
        self.type(name, word)
        self.strike(Qt.Key.Key_Return)

    def choose_in_menu(self, chip: str, word: str) -> None:
        """Open a chip's menu and choose a line."""
        self.press(chip)
        self.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(each for each in menu.actions() if each.text() == word)
        handle = menu.windowHandle()
        assert handle is not None
        place = menu.actionGeometry(action).center()
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        self.wait(lambda: QApplication.activePopupWidget() is None)

    def choose_by_keys(self, button: str, word: str) -> None:
        """Open a button's menu with the space bar, go down to a line and take it with Return."""
        opener = self.find(button, QAbstractButton)
        opener.setFocus()
        self.wait(opener.hasFocus)
        self.strike(Qt.Key.Key_Space, " ")
        self.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in menu.actions():
            if menu.activeAction() is not None and menu.activeAction().text() == word:
                break
            QTest.keyClick(menu, Qt.Key.Key_Down)
        assert menu.activeAction().text() == word, [each.text() for each in menu.actions()]
        QTest.keyClick(menu, Qt.Key.Key_Return)
        self.wait(lambda: QApplication.activePopupWidget() is None)

    def unlock(self, passphrase: str) -> None:
        """Type the passphrase and open the vault."""
        self.type("Passphrase", passphrase)
        self.strike(Qt.Key.Key_Return, "\r")

    def families(self) -> None:
        """Go to the caseload."""
        self.press("Familien", inside="Bereiche")

    def open_family(self, name: str) -> None:
        """Filter the list for a family and open it."""
        self.families()
        self.type("Familien filtern", name)
        self.strike(Qt.Key.Key_Return, "\r")
        self.find("Personen", QAbstractButton, inside="Abschnitte")

    def choose_folder(self, path: Path) -> None:
        """Type a folder into the file dialog that is open, and take it."""
        self.save_as(path)

    def save_as(self, path: Path) -> None:
        """Type a path into the file dialog that is open, and take it."""
        self.wait(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
        name = self.front.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(name, QLineEdit)
        self.click(name)
        self.wait(name.hasFocus)
        name.selectAll()
        self.write(str(path))
        self.strike(Qt.Key.Key_Return, "\r")
        self.wait(lambda: not isinstance(QApplication.activeModalWidget(), QFileDialog))


def _plain(widget: QWidget) -> str:
    return (widget.accessibleName() or spoken_name(widget)).replace("&", "")


def _belongs(widget: QWidget, inside: str) -> bool:
    parent = widget.parentWidget()
    while inside and parent is not None and parent.accessibleName() != inside:
        parent = parent.parentWidget()
    return parent is not None or not inside


def _bring_to_front(window: QWidget) -> None:
    """Do what the offscreen platform leaves out after a dialog or a list closed or a window was clicked.

    There every popup becomes the focus window, and stays so when it is gone.
    """
    elsewhere = not window.isActiveWindow() or QGuiApplication.focusWindow() is not window.windowHandle()
    if elsewhere and QApplication.activePopupWidget() is None:
        window.activateWindow()


def _reachable(widget: QWidget) -> bool:
    """Tell whether a click in the middle of a widget would reach it."""
    scroll_to(widget)
    window = widget.window()
    hit = window.childAt(widget.mapTo(window, widget.rect().center()))
    return hit is not None and (hit is widget or widget.isAncestorOf(hit))


def scroll_to(widget: QWidget) -> None:
    """Bring a widget's middle into sight in every area that scrolls around it; Qt alone stops at a note's cursor."""
    parent = widget.parentWidget()
    while parent is not None:
        ground = parent.widget() if isinstance(parent, QScrollArea) else None
        if isinstance(parent, QScrollArea) and ground is not None and ground.isAncestorOf(widget):
            parent.ensureWidgetVisible(widget)
            middle = widget.mapTo(ground, widget.rect().center())
            parent.ensureVisible(middle.x(), middle.y(), 0, 2)
        parent = parent.parentWidget()
