"""Building blocks of the exchange: a block of contents that unfolds, a bundle's row, a place to drop files on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.drop import DropArea, FileDrop
from kimdesk.ui.widgets.labels import IconLabel, Label, Paragraph
from kimdesk.ui.widgets.meter import Meter
from kimdesk.ui.widgets.surfaces import Card, clear, column, row
from kimdesk.ui.widgets.tags import Tag, Tone
from kimdesk.ui.widgets.tick import Tick

NARROW = 820
"""Width at 100 % under which columns stand below each other."""


class SideBySide(QWidget):
    """Two columns, below each other where it is narrow."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)

    def lay_out(self, one: QLayout, other: QLayout, *, left: int = 3, right: int = 2) -> None:
        """Put both columns in; `left` and `right` share the width."""
        self._box.addLayout(one, left)
        self._box.addLayout(other, right)

    def fit(self, width: int) -> None:
        """Stand side by side or below each other."""
        wide = width >= current().px(NARROW)
        self._box.setDirection(QHBoxLayout.Direction.LeftToRight if wide else QHBoxLayout.Direction.TopToBottom)


class Block(Card):
    """One kind of contents: icon, what, how much, a tag with what protects it, and everything in full on demand."""

    def __init__(self, icon: str, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.what = Label("", "section")
        self.detail = Paragraph("", "small")
        self._tags = QHBoxLayout()
        self._tags.setSpacing(6)
        self.look_button = Button(self.tr("ansehen"), kind="quiet")
        self.look_button.setCheckable(True)
        self.look_button.toggled.connect(self._unfold)
        self.look_button.hide()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconLabel(icon))
        head.addLayout(column(self.what, self.detail, self._tags, spacing=4), 1)
        self.end = QHBoxLayout()
        head.addLayout(self.end)
        head.addWidget(self.look_button)
        self.rows = column(spacing=10)
        self._full = QWidget()
        self.full = QVBoxLayout(self._full)
        self.full.setContentsMargins(30, 4, 0, 0)
        self.full.setSpacing(10)
        self._full.hide()
        self.add(head, self.rows, self._full)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def say(self, what: str, detail: str) -> None:
        """Show what it is and how much."""
        self.what.setText(what)
        self.detail.set_body(detail)
        self.detail.setVisible(bool(detail))
        self._name_button()

    def tag(self, *tags: tuple[str, Tone, str]) -> None:
        """Show tags: word, tone, icon."""
        clear(self._tags)
        for word, tone, icon in tags:
            self._tags.addWidget(Tag(word, tone, icon=icon))
        self._tags.addStretch(1)

    def fill(self, parts: Sequence[QWidget]) -> None:
        """Offer to show these in full."""
        clear(self.full)
        for part in parts:
            self.full.addWidget(part)
        self.look_button.setVisible(bool(parts))
        if not parts:
            self.look_button.setChecked(False)

    def _unfold(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._full.setVisible(on)
        self.look_button.setText(self.tr("zuklappen") if on else self.tr("ansehen"))
        self._name_button()

    def _name_button(self) -> None:
        self.look_button.setAccessibleName(f"{self.look_button.text()}: {self.what.text()}")


class Choice(QFrame):
    """A tick with what it means below it."""

    chosen = Signal(bool)

    def __init__(self, word: str, why: str) -> None:
        super().__init__()
        self.box = Tick(word)
        self.box.clicked.connect(self.chosen)
        self.why = Paragraph(why, "small")
        inner = QVBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.box)
        indent = QHBoxLayout()
        indent.addSpacing(self.box.indent())
        indent.addWidget(self.why, 1)
        inner.addLayout(indent)


def fact(icon: str, what: str, detail: str = "") -> QWidget:
    """Return a line with an icon: what protects the bundle, who has which key."""
    line = QWidget()
    box = QHBoxLayout(line)
    box.setContentsMargins(0, 4, 0, 4)
    box.setSpacing(12)
    box.addWidget(IconLabel(icon), 0, Qt.AlignmentFlag.AlignTop)
    words = column(Paragraph(what), spacing=0)
    if detail:
        words.addWidget(Paragraph(detail, "small"))
    box.addLayout(words, 1)
    return line


def numbered(number: int, day: str, state: tuple[str, Tone, str]) -> QWidget:
    """Return a bundle's row: its number, its day, its state."""
    line = QWidget()
    word, tone, icon = state
    box = QHBoxLayout(line)
    box.setContentsMargins(0, 4, 0, 4)
    box.setSpacing(12)
    box.addWidget(Tag(str(number)))
    box.addWidget(Label(day), 1)
    box.addWidget(Tag(word, tone, icon=icon))
    line.setAccessibleName(f"{number}, {day}: {word}")
    return line


class Working(QWidget):
    """Says what is being done beside the window, how far it is, and stops it."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.what = Paragraph("", "strong")
        self.meter = Meter(self.tr("Fortschritt"))
        self.cancel = Button(self.tr("Abbrechen"), icon="x")
        self.cancel.clicked.connect(self.cancelled)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addLayout(column(self.what, self.meter, spacing=6), 1)
        box.addWidget(self.cancel)
        self.hide()

    def show_progress(self, what: str, done: int, total: int) -> None:
        """Show how far it is; nothing to say hides it."""
        self.what.set_body(what)
        self.meter.set_value(done / total if total else 0.0)
        self.setVisible(bool(what))


class DropPlace(DropArea):
    """A field to drop files on, with a button that asks for them."""

    dropped = Signal(tuple)
    asked = Signal()

    def __init__(self, word: str, button: str) -> None:
        super().__init__()
        self.button = Button(button, icon="download")
        self.button.clicked.connect(self.asked)
        drop = FileDrop(self)
        drop.dropped.connect(self.dropped)
        drop.hovering.connect(self.set_marked)
        self.box.addWidget(Paragraph(word, "small"))
        self.box.addLayout(row(self.button, None))
