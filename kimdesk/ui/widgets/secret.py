"""Where a secret is asked for: the hidden line, the hint on caps lock, the wait after wrong ones."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimdesk.ui.widgets.inputs import PassphraseEdit
from kimdesk.ui.widgets.labels import FieldLabel, IconLabel, Label
from kimdesk.ui.widgets.surfaces import row


class WaitLine(QWidget):
    """Counts the seconds down until one may try again; hidden while there is nothing to wait for."""

    over = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._left = 0
        self.text = Label("", "hint")
        self.setLayout(row(IconLabel("clock", "amber", 14), self.text, None, spacing=4))
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._count)
        self.hide()

    def waiting(self) -> bool:
        """Tell whether one still has to wait."""
        return self._left > 0

    def wait(self, seconds: int) -> None:
        """Count down from so many seconds; 0 hides the line."""
        self._left = seconds
        self._show()
        if seconds:
            self._tick.start()

    def _count(self) -> None:
        self._left -= 1
        self._show()
        if not self._left:
            self.over.emit()

    def _show(self) -> None:
        if self._left <= 0:
            self._tick.stop()
        self.text.setText(self.tr("Nächster Versuch in {n} s").format(n=self._left))
        self.setVisible(self._left > 0)


class PassphraseEntry(QWidget):
    """The passphrase of the open vault: label, hidden line, hint on caps lock, wait; `entered` on Return."""

    entered = Signal()

    def __init__(self, *, touch: bool = False) -> None:
        super().__init__()
        self.edit = PassphraseEdit(self.tr("Passphrase"), touch=touch)
        self.wait_line = WaitLine()
        self._caps = QWidget()
        hint = Label(self.tr("Die Feststelltaste ist aktiv"), "hint")
        self._caps.setLayout(row(IconLabel("arrow-big-up", "amber", 14), hint, None, spacing=4))
        self._caps.hide()
        self.edit.caps_lock.connect(self._caps.setVisible)
        self.edit.returnPressed.connect(self._enter)
        self.wait_line.over.connect(self._again)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for part in (FieldLabel(self.tr("Passphrase"), self.edit), self.edit, self._caps, self.wait_line):
            box.addWidget(part)
        self.setFocusProxy(self.edit)

    def take(self) -> str:
        """Return what was typed and empty the line."""
        typed = self.edit.text()
        self.edit.clear()
        return typed

    def _enter(self) -> None:
        if self.edit.text() and not self.wait_line.waiting():
            self.entered.emit()

    def set_busy(self, *, busy: bool) -> None:
        """Let nothing be typed while a passphrase is tried, and while one has to wait."""
        self.edit.setEnabled(not busy and not self.wait_line.waiting())

    def refuse(self, wait: int) -> None:
        """Ask again, after so many seconds."""
        self.wait_line.wait(wait)
        self._again()

    def _again(self) -> None:
        self.set_busy(busy=False)
        if self.edit.isEnabled():
            self.edit.setFocus()
