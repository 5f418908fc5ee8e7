"""Fields for running text: notes that grow, and the bars over names while the privacy key is on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit

from kimdesk.ui import privacy
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.inputs import is_ours


class NameHider(QSyntaxHighlighter):
    """Draws a bar over the names of a text one types in, all but their first letter."""

    def __init__(self, document: QTextDocument, bar: QColor) -> None:
        super().__init__(document)
        self._form = QTextCharFormat()
        self._form.setForeground(QColor(0, 0, 0, 0))
        self._form.setBackground(bar)

    def highlightBlock(self, text: str) -> None:  # noqa: N802
        """Cover the names of one paragraph."""
        for start, length in privacy.spans(text):
            self.setFormat(start + 1, max(1, length - 1), self._form)


def hide_names(note: QPlainTextEdit | QTextEdit, hider: NameHider | None) -> NameHider | None:
    """Cover the names in a text, or uncover them; returns what covers them."""
    if hider is None and privacy.hidden():
        return NameHider(note.document(), current().color("control"))
    if hider is not None:
        hider.rehighlight()
    return hider


class NoteEdit(QPlainTextEdit):
    """A text of several lines: grows with what is typed, Tab goes on to the next field."""

    edited = Signal(str)
    left = Signal()

    def __init__(self, name: str, *, lines: int = 3, most: int = 14, touch: bool = False) -> None:
        super().__init__()
        self._lines = lines
        self._most = most
        self.setAccessibleName(name)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhMultiLine)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if touch:
            self.setProperty("touch", "yes")
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self._changed)
        self._hider: NameHider | None = None
        self.names_changed()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+K to the window."""
        if is_ours(event):
            event.ignore()
            return False
        return super().event(event)

    def names_changed(self) -> None:
        """Follow the privacy key."""
        with QSignalBlocker(self):
            self._hider = hide_names(self, self._hider)

    def set_text(self, text: str) -> None:
        """Show a text without telling anybody; the cursor stays where it can."""
        if text != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(text)
            self.updateGeometry()

    def set_lines(self, lines: int, most: int) -> None:
        """Show at least and at most so many lines."""
        self._lines, self._most = lines, most
        self.updateGeometry()

    def _changed(self) -> None:
        self.edited.emit(self.toPlainText())

    def _grow(self) -> None:
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for other room where another width breaks the text into more or fewer lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def focusOutEvent(self, event: object) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)  # type: ignore[arg-type] # the event comes from Qt
        self.left.emit()

    def sizeHint(self) -> QSize:
        """Return the height of the text, between the fewest and the most lines."""
        self.ensurePolished()
        used = round(self.document().size().height())
        shown = min(max(used, self._lines), self._most)
        margins = self.contentsMargins()
        frame = round(2 * self.document().documentMargin()) + margins.top() + margins.bottom() + 16
        return QSize(super().sizeHint().width(), shown * self.fontMetrics().lineSpacing() + frame)

    def minimumSizeHint(self) -> QSize:
        """Ask for its height; it scrolls beyond the most lines."""
        return QSize(self.fontMetrics().averageCharWidth() * 16, self.sizeHint().height())
