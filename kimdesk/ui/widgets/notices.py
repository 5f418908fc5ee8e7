"""What the program says inside a screen: nothing here yet, take note, something failed."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kimdesk.base.errors import KimError, explain
from kimdesk.ui.clipboard import copy_open
from kimdesk.ui.i18n import language
from kimdesk.ui.theme import tokens
from kimdesk.ui.widgets.buttons import Button, IconButton, Skin
from kimdesk.ui.widgets.buttons import box as painted
from kimdesk.ui.widgets.closed import reads
from kimdesk.ui.widgets.labels import IconLabel, Label, Paragraph
from kimdesk.ui.widgets.surfaces import clear, row

StripTone = Literal["red", "amber", "green", "blue"]
_ICONS = {"red": "circle-alert", "amber": "triangle-alert", "green": "circle-check", "blue": "info"}


class EmptyState(QWidget):
    """Says what will be here and offers the first step."""

    def __init__(self, what: str, why: str = "", *, icon: str = "", step: Button | None = None) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 24, 16, 24)
        box.setSpacing(8)
        if icon:
            box.addWidget(IconLabel(icon, "dim", 28), 0, Qt.AlignmentFlag.AlignHCenter)
        self.what = Paragraph(what, "strong")
        self.why = Paragraph(why, "dim")
        for text in (self.what, self.why):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            if not text.body:
                text.hide()
            box.addWidget(text)
        if step is not None:
            box.addSpacing(4)
            box.addWidget(step, 0, Qt.AlignmentFlag.AlignHCenter)


class Strip(QFrame):
    """A coloured strip inside a screen: icon, sentence, what follows, buttons; hidden until it speaks."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._details = ""
        self._icon = IconLabel("info")
        self._what = Paragraph("", "strong")
        self._more = Paragraph("", "")
        self._close = IconButton("x", self.tr("Schließen"))
        self._close.clicked.connect(self._dismiss)
        self._buttons = row()
        self._below = QWidget()  # hidden while it is empty: an empty layout would squeeze the words
        self._below.setLayout(self._buttons)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(self._what)
        text.addWidget(self._more)
        text.addWidget(self._below)
        self._line = box = QHBoxLayout(self)
        box.setContentsMargins(12, 8, 6, 8)
        box.setSpacing(12)
        box.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(text, 1)
        box.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, what: str, more: str = "", *, tone: StripTone = "blue", buttons: tuple[Button, ...] = ()) -> None:
        """Show a sentence; screen readers are told."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.set_icon(_ICONS[tone], tone)
        self._what.set_body(what)
        self._more.set_body(more)
        self._more.setVisible(bool(more))
        clear(self._buttons)
        for button in buttons:
            self._buttons.addWidget(button)
        if buttons:
            self._buttons.addStretch(1)
        self._below.setVisible(bool(buttons))
        alone = not more and not buttons
        self._line.setAlignment(self._icon, Qt.AlignmentFlag.AlignVCenter if alone else Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{what} {more}".strip())
        self.show()

    def fail(self, error: KimError, *, buttons: tuple[Button, ...] = ()) -> None:
        """Show what happened, what is safe, what to do; the details to copy hold no personal data."""
        text = explain(error, language())
        self._details = f"{type(error).__name__}: {error.code}"
        copy = Button(self.tr("Details kopieren"), icon="copy", kind="quiet")
        copy.clicked.connect(self._copy)
        reads(copy)
        more = " ".join(part for part in (text.safe, text.next) if part)
        self.say(text.what, more, tone="red", buttons=(*buttons, copy))

    def _copy(self) -> None:
        copy_open(self._details)

    def _dismiss(self) -> None:
        self.hide()
        self.closed.emit()


class Banner(QFrame):
    """A lasting remark across a screen, for example that this is the demonstration."""

    def __init__(self, text: str, *, tone: StripTone = "blue") -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self.setProperty("tone", tone)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 6, 12, 6)
        box.setSpacing(8)
        box.addWidget(IconLabel(_ICONS[tone], tone))
        self.text = Label(text, "strong")
        box.addWidget(self.text, 1)


class ClosedLine(QFrame):
    """Says in one calm line why the pages below are only read; Tab stops here, and screen readers say it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self.setProperty("tone", "blue")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 6, 12, 6)
        box.setSpacing(8)
        self.text = Paragraph("")
        box.addWidget(IconLabel("lock", "blue"), 0, Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(self.text, 1)
        self.hide()

    def say(self, why: str) -> None:
        """Show why, or nothing."""
        self.text.set_body(why)
        self.setAccessibleName(why)
        self.setVisible(bool(why))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show where the focus is."""
        super().paintEvent(event)
        if self.hasFocus():
            painted(QPainter(self), QRectF(self.rect()), Skin("", "accent", ""), tokens.RADIUS_CONTROL, 2)
