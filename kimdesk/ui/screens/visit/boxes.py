"""The boxes of visit mode: large, separate, and one of them closed until a key opens it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kimdesk.ui.screens.visit.note import VisitNote
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Button, Skin, text_width
from kimdesk.ui.widgets.labels import IconLabel, Label
from kimdesk.ui.widgets.surfaces import row


class NoteBox(QWidget):
    """A heading with an icon and a large note that takes the room there is."""

    typed = Signal(str, str)
    left = Signal()

    def __init__(self, name: str, word: str, icon: str, *, lines: int = 3, end: QWidget | None = None) -> None:
        super().__init__()
        self.field = name
        self.note = VisitNote(word, lines=lines)
        self.note.edited.connect(lambda text: self.typed.emit(self.field, text))
        self.note.left.connect(self.left)
        self.heading = Label(word, "section")
        self.heading.setBuddy(self.note)
        self.heading.setMinimumHeight(current().control())
        head = row(IconLabel(icon), self.heading, None, spacing=6)
        if end is not None:
            head.addWidget(end)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self.note, 1)

    def show_text(self, text: str) -> None:
        """Show a text; nobody who is typing here is disturbed."""
        if not self.note.hasFocus():
            self.note.set_text(text)


class Bar(Button):
    """A quiet button over the whole width: words at the left, its key at the right."""

    def skin(self) -> Skin:
        """Speak softly."""
        return Skin("raised", "control", "dim")

    def _leading(self) -> bool:
        return True

    def _draw_key(self, painter: QPainter, x: float, area: QRectF) -> None:
        width = text_width(self._key_font(), self._key) + 12
        super()._draw_key(painter, max(x, area.right() - width - self.padding), area)


class ClosedBox(QWidget):
    """A box that is closed: a bar to open it; its text is in the window only while it is open."""

    typed = Signal(str, str)
    left = Signal()
    flipped = Signal()

    def __init__(self, name: str, word: str, closed: str, key: str) -> None:
        super().__init__()
        self._name = name
        self._word = word
        self._key = key
        self.box: NoteBox | None = None
        self.bar = Bar(closed, icon="lock", key=key, touch=True)
        self.bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.bar.clicked.connect(self.flipped)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.bar)

    def show_text(self, text: str | None) -> None:
        """Open with a text, or close (None)."""
        if text is None:
            self._close()
            return
        if self.box is None:
            self._open()
        if self.box is not None:
            self.box.show_text(text)

    def _open(self) -> None:
        close = Button(self.tr("Zudecken"), icon="eye-off", kind="quiet", key=self._key)
        close.clicked.connect(self.flipped)
        self.box = NoteBox(self._name, self._word, "lock-open", lines=2, end=close)
        self.box.typed.connect(self.typed)
        self.box.left.connect(self.left)
        self.bar.hide()
        self._layout.addWidget(self.box)
        self.box.show()

    def _close(self) -> None:
        if self.box is not None:
            self._layout.removeWidget(self.box)
            self.box.hide()
            self.box.note.set_text("")
            self.box.deleteLater()
            self.box = None
        self.bar.show()
