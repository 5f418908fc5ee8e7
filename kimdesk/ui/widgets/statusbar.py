"""The line at the bottom: what is stored, the last backup if there is one, no internet, who works here."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from kimdesk.base.clock import Clock
from kimdesk.ui.widgets.labels import ElidedLabel, IconLabel


class _Part(QFrame):
    def __init__(self, icon: str, text: str, role: str = "dim") -> None:
        super().__init__()
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        self.icon = IconLabel(icon, role, 14)
        self.text = ElidedLabel(text, "small")
        box.addWidget(self.icon)
        box.addWidget(self.text)

    def say(self, text: str) -> None:
        self.text.setText(text)
        self.text.updateGeometry()


class StatusBar(QFrame):
    """Shows when the last draft became durable, and a few quiet facts; ticks once a second."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.setProperty("role", "statusbar")
        self._clock = clock
        self._saved_ms: int | None = None
        self._busy = False
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 6, 16, 6)
        box.setSpacing(20)
        self._saved = _Part("check", "", "green")
        self._backup = _Part("shield-check", "")
        self._offline = _Part("wifi-off", self.tr("arbeitet ohne Internet"))
        self._who = ElidedLabel("", "small")
        self._privacy = _Part("eye-off", self.tr("Namen verborgen"), "amber")
        self._opened = _Part("lock-open", "")
        for part in (self._privacy, self._saved, self._opened, self._backup, self._offline):
            box.addWidget(part)
        box.addStretch(1)
        box.addWidget(self._who)
        for part in (self._privacy, self._saved, self._opened, self._backup):
            part.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._show_saved)

    def set_saved(self, at_ms: int | None) -> None:
        """Tell when the last text became durable; None while something is not stored yet."""
        self._busy = at_ms is None
        self._saved_ms = at_ms if at_ms is not None else self._saved_ms
        self._saved.show()
        self._opened.hide()
        self._saved.icon.set_icon("loader" if self._busy else "check", "dim" if self._busy else "green")
        self._show_saved()
        self._tick.start()

    def set_backup(self, text: str) -> None:
        """Show when the last backup was made; an empty text hides the part."""
        self._backup.say(text)
        self._backup.setVisible(bool(text))

    def set_opened(self, text: str) -> None:
        """Show when the vault was opened before, until something is stored."""
        self._opened.say(text)
        self._opened.setVisible(self._saved_ms is None)

    def set_privacy(self, *, hidden: bool) -> None:
        """Show that names are hidden."""
        self._privacy.setVisible(hidden)

    def set_who(self, text: str) -> None:
        """Show who works here and for whom."""
        self._who.setText(text)

    def saved_text(self) -> str:
        """Return what it says about storing, whole."""
        return self._saved.text.text()

    def retranslate(self) -> None:
        """Read the words again."""
        self._offline.say(self.tr("arbeitet ohne Internet"))
        self._privacy.say(self.tr("Namen verborgen"))
        self._show_saved()

    def _show_saved(self) -> None:
        if self._busy:
            self._saved.say(self.tr("wird gespeichert …"))
        elif self._saved_ms is not None:
            seconds = max(0, (self._clock.now_ms() - self._saved_ms) // 1000)
            self._saved.say(self._ago(seconds))

    def _ago(self, seconds: int) -> str:
        if seconds < 60:
            return self.tr("gespeichert vor {n} s").format(n=seconds)
        if seconds < 3600:
            return self.tr("gespeichert vor {n} min").format(n=seconds // 60)
        return self.tr("alles gespeichert")
