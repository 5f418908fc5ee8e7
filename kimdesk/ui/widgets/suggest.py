"""Words offered below a line while one types: the arrow keys choose, Return takes, Esc keeps what was typed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from kimdesk.ui.widgets.codes import OptionDelegate

MOST = 8


class Suggestions(QObject):
    """Offers words that contain what is typed; `taken` tells which one was chosen."""

    taken = Signal(str)

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._words: tuple[str, ...] = ()
        self._model = QStringListModel(self)
        self.finder = QCompleter(self._model, self)
        self.finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.finder.setFilterMode(Qt.MatchFlag.MatchContains)
        self.finder.setMaxVisibleItems(MOST)
        popup = self.finder.popup()
        if popup is not None:
            popup.setProperty("role", "popup")
            popup.setItemDelegate(OptionDelegate(popup))
            popup.setAccessibleName(self.tr("Vorschläge: {field}").format(field=line.accessibleName()))
        self.finder.activated.connect(self._take)
        line.setCompleter(self.finder)

    def offer(self, words: Iterable[str]) -> None:
        """Offer these words from now on."""
        fresh = tuple(words)
        if fresh != self._words:
            self._words = fresh
            self._model.setStringList(list(fresh))

    def pause(self, *, paused: bool) -> None:
        """Offer nothing where nothing may be typed."""
        self._line.setCompleter(None if paused else self.finder)  # type: ignore[arg-type]  # Qt takes none

    def _take(self, word: str) -> None:
        self._line.setText(word)
        self.taken.emit(word)
