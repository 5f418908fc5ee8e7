"""The large note of visit mode: plain text with room between the lines."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.notes import NameHider, hide_names

LINE = 25


class VisitNote(QTextEdit):
    """A text of many lines, 25 px a line; takes the room there is, Tab goes on to the next field."""

    edited = Signal(str)
    left = Signal()

    def __init__(self, name: str, *, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhMultiLine)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.document().setDocumentMargin(4)
        self._space()
        self.textChanged.connect(self._changed)
        self._hider: NameHider | None = None
        self.names_changed()

    def names_changed(self) -> None:
        """Follow the privacy key."""
        with QSignalBlocker(self):
            self._hider = hide_names(self, self._hider)

    def set_text(self, text: str) -> None:
        """Show a text without telling anybody."""
        if text != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(text)
                self._space()

    def _space(self) -> None:
        look = QTextBlockFormat()
        look.setLineHeight(current().px(LINE), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(look)
        self.document().clearUndoRedoStacks()

    def _changed(self) -> None:
        self.edited.emit(self.toPlainText())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only."""
        self.insertPlainText(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the box was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            with QSignalBlocker(self):
                self._space()

    def minimumSizeHint(self) -> QSize:
        """Ask for the fewest lines; it scrolls beyond the room there is."""
        return QSize(self.fontMetrics().averageCharWidth() * 16, current().px(LINE) * self._lines + 22)

    def sizeHint(self) -> QSize:
        """Ask for little; the layout gives what is left."""
        return self.minimumSizeHint()
