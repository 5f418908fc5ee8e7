"""A chip that opens a short menu: one of a few choices that is always made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QMenu

from kimdesk.ui import privacy
from kimdesk.ui.widgets.buttons import Chip
from kimdesk.ui.widgets.codes import Option


class ChoiceChip(Chip):
    """Shows what is chosen; a press, Space or the down arrow offers the others. `name` says what is chosen here.

    With a `word` it shows that word whatever is chosen. `chosen` tells a change, `taken` every choice.
    """

    chosen = Signal(str)
    taken = Signal(str)

    def __init__(
        self, name: str, options: Sequence[Option] = (), *, icon: str = "", word: str = "", touch: bool = False
    ) -> None:
        super().__init__("", icon=icon, menu=True, checkable=False, touch=touch)
        self._name = name
        self._word = word
        self._code = ""
        self._words: dict[str, str] = {}
        self.menu_ = QMenu(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._offer)
        self.set_options(options)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these choices."""
        words = {option.code: option.word for option in options}
        if words == self._words and self.menu_.actions():
            return
        self._words = words
        self.menu_.clear()
        group = QActionGroup(self.menu_)
        for option in options:
            self.menu_.addAction(self._entry(option, group))
        self.set_code(self._code)

    def _entry(self, option: Option, group: QActionGroup) -> QAction:
        entry = QAction(privacy.mask(option.word), group)
        entry.setCheckable(True)
        entry.setData(option.code)
        entry.triggered.connect(lambda _on=False, code=option.code: self._take(code))
        return entry

    def names_changed(self) -> None:
        """Follow the privacy key."""
        super().names_changed()
        for entry in self.menu_.actions():
            entry.setText(privacy.mask(self._words[str(entry.data())]))

    def set_word(self, word: str) -> None:
        """Show a word of its own instead of the choice's."""
        self._word = word
        self.set_code(self._code)

    def code(self) -> str:
        """Return the code chosen."""
        return self._code

    def set_code(self, code: str) -> None:
        """Show a choice without telling anybody."""
        self._code = code
        word = self._words.get(code, code)
        self.setText(self._word or word)
        self.setAccessibleName(f"{self._name}: {word}" if word else self._name)
        self.setToolTip(self._name)
        for entry in self.menu_.actions():
            entry.setChecked(entry.data() == code)

    def _take(self, code: str) -> None:
        changed = code != self._code
        self.set_code(code)
        if changed:
            self.chosen.emit(code)
        self.taken.emit(code)

    def _offer(self) -> None:
        self.menu_.popup(self.mapToGlobal(QPoint(0, self.height())))
        for entry in self.menu_.actions():
            if entry.isChecked():
                self.menu_.setActiveAction(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with the down arrow as well."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._offer()
            return
        super().keyPressEvent(event)
