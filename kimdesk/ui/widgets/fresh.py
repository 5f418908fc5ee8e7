"""A new passphrase, typed twice: five words are offered, and how hard it is to guess is said honestly."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimdesk.ui.widgets.buttons import Button, IconButton
from kimdesk.ui.widgets.inputs import PassphraseEdit, set_invalid
from kimdesk.ui.widgets.labels import FieldLabel, Paragraph
from kimdesk.ui.widgets.meter import Meter
from kimdesk.ui.widgets.surfaces import column, row
from kimdesk.ui.widgets.tab_order import OwnWay, follow_reading

_COMFORT = 1.3
"""From so many times the bits asked for an estimate is called very good."""


class FreshPassphrase(OwnWay):
    """Two hidden lines; `typed` while one types, `suggestion_asked` for the button, `entered` on Return."""

    typed = Signal(str)
    suggestion_asked = Signal()
    entered = Signal()

    def __init__(self, name: str = "") -> None:
        super().__init__()
        name = name or self.tr("Passphrase")
        self.enough = False
        self.edit = PassphraseEdit(name)
        self.again = PassphraseEdit(self.tr("Noch einmal"))
        self.suggest = Button(self.tr("Fünf Wörter vorschlagen"), icon="sparkles", kind="quiet")
        self.suggest.clicked.connect(self.suggestion_asked)
        self._offered = Paragraph("", "strong")
        self._offered.hide()
        self._meter = Meter(self.tr("Stärke der Passphrase"))
        self._words = Paragraph("", "small")
        self._hint = Paragraph("", "error")
        self._hint.hide()
        self._lay_out(name)
        self.edit.textChanged.connect(self.typed)
        self.edit.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.entered)
        self.setFocusProxy(self.edit)

    def _lay_out(self, name: str) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addLayout(column(FieldLabel(name, self.edit), self.edit, spacing=6))
        box.addLayout(column(row(self.suggest, None), self._offered, spacing=2))
        box.addWidget(self._meter)
        box.addWidget(self._words)
        box.addLayout(column(FieldLabel(self.tr("Noch einmal"), self.again), self.again, spacing=6))
        box.addWidget(self._hint)
        follow_reading(self)

    def way(self) -> Sequence[QWidget]:
        """Return the way of Tab: one types it twice; what suggests and what shows one comes after."""
        eyes = [eye for edit in (self.edit, self.again) for eye in edit.findChildren(IconButton)]
        return (self.edit, self.again, self.suggest, *eyes)

    def offer(self, words: str) -> None:
        """Show an offered passphrase and enter it once; the second time is for remembering it."""
        self._offered.set_body(self.tr("{words}\nBitte jetzt einmal selbst tippen.").format(words=words))
        self._offered.show()
        self.edit.setText(words)
        self.again.clear()
        self.again.setFocus()

    def show_strength(self, bits: float, needed: float) -> None:
        """Show an estimate in bits beside what is asked for."""
        self.enough = bits >= needed
        strong = bits >= needed * _COMFORT
        tone = ("green" if strong else "amber") if self.enough else "red"
        self._meter.set_value(min(1.0, bits / (needed * 1.5)), tone)
        if not self.edit.text():
            words = self.tr("Zum Beispiel fünf zufällige Wörter. Niemand kann die Passphrase zurücksetzen.")
        elif not self.enough:
            words = self.tr("Zu leicht zu erraten: noch ein zufälliges Wort hilft mehr als Sonderzeichen.")
        else:
            words = self.tr("Sehr schwer zu erraten.") if strong else self.tr("Reicht. Ein Wort mehr wäre noch besser.")
        self._words.set_body(words)

    def passphrase(self) -> str:
        """Return what was typed, or nothing where both lines differ (which is said) or it is too weak."""
        same = self.edit.text() == self.again.text()
        self._hint.set_body("" if same else self.tr("Die beiden Eingaben sind nicht gleich."))
        self._hint.setVisible(not same)
        set_invalid(self.again, invalid=not same)
        return self.edit.text() if same and self.enough else ""

    def empty(self) -> None:
        """Forget what was typed and offered."""
        for line in (self.edit, self.again):
            line.clear()
        self._offered.set_body("")
        self._offered.hide()
