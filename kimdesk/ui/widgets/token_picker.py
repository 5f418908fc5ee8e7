"""Several choices of a code list, each a chip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from kimdesk.ui.widgets.buttons import Chip
from kimdesk.ui.widgets.codes import Option, OptionDelegate
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.surfaces import Flow


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
