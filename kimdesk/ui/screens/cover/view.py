"""The cover on the screen: nothing of the caseload, only the product's name and where the secret goes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimdesk.base.errors import explain
from kimdesk.ui import actions
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.cover.state import CoverState
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.brand import Brand
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.inputs import set_invalid
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.pin import Keypad
from kimdesk.ui.widgets.secret import PassphraseEntry
from kimdesk.ui.widgets.surfaces import Page

WIDTH = 320


class CoverView(QWidget):
    """Shows a CoverState; `entered` gets what was typed."""

    entered = Signal(str)
    lock_asked = Signal()

    def __init__(self, asks: str) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Abgedeckt"))
        self.keypad = Keypad() if asks == "pin" else None
        self.entry = PassphraseEntry(touch=True) if asks == "passphrase" else None
        self.go_on = Button(self.tr("Weiter"), kind="primary", touch=True)
        self.go_on.setAutoDefault(True)
        self._hint = Paragraph("", "error")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.lock = Button(actions.text("lock"), icon="lock", kind="quiet", key=actions.key_text("lock"))
        self._build(self._asked(asks))
        self.setFocusProxy(self.keypad or self.entry or self.go_on)
        self._connect()

    def _asked(self, asks: str) -> QWidget | None:
        words = {
            "pin": self.tr("PIN eingeben"),
            "passphrase": self.tr("Bitte die Passphrase eingeben"),
            "": self.tr("Das Beispiel ist abgedeckt"),
        }
        self._title = Label(words[asks], "section")
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return self.keypad or self.entry

    def _build(self, asked: QWidget | None) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(Brand(size=24), 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addSpacing(8)
        middle.addWidget(self._title)
        frame = QWidget()
        frame.setLayout(middle)
        frame.setFixedWidth(min(current().px(WIDTH), 760))
        if asked is not None:
            middle.addWidget(asked)
        middle.addWidget(self._hint)
        if self.keypad is None:
            middle.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addSpacing(8)
        middle.addWidget(self.lock, 0, Qt.AlignmentFlag.AlignHCenter)
        ground = Page(margins=(16, 16, 16, 16))
        ground.box.addStretch(1)
        ground.box.addWidget(frame, 0, Qt.AlignmentFlag.AlignHCenter)
        ground.box.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self._hint.hide()

    def _connect(self) -> None:
        self.lock.clicked.connect(self.lock_asked)
        self.go_on.clicked.connect(self._enter)
        if self.keypad is not None:
            self.keypad.complete.connect(self.entered)
        if self.entry is not None:
            self.entry.entered.connect(self._enter)
            self.entry.wait_line.over.connect(lambda: self.go_on.setEnabled(True))

    def _enter(self) -> None:
        if self.entry is None:
            self.entered.emit("")
        elif self.go_on.isEnabled() and self.entry.edit.text():
            self.entered.emit(self.entry.take())

    def show_state(self, state: CoverState) -> None:
        """Show whether an entry is being tried, whether it was wrong, and what is left."""
        self.go_on.setEnabled(not state.busy and not state.wait)
        if self.entry is not None:
            self.entry.set_busy(busy=state.busy)
        if self.keypad is not None:
            self._show_pin(state, self.keypad)
        self._say(state)
        if self.entry is not None and not state.busy:
            self.entry.refuse(state.wait)

    def _show_pin(self, state: CoverState, keypad: Keypad) -> None:
        keypad.edit.setReadOnly(state.busy)
        set_invalid(keypad.edit, invalid=state.error is not None)
        if state.error is not None:
            keypad.edit.clear()
            keypad.edit.setFocus()

    def _say(self, state: CoverState) -> None:
        words = ""
        if state.error is not None:
            left = self.tr("Noch %n Versuche, dann wird gesperrt.", "", state.left)
            words = f"{explain(state.error, language()).what}\n{left}"
        self._hint.set_body(words)
        self._hint.setVisible(bool(words))
