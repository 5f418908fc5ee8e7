"""One card in the middle of the window: the vault is closed and being encrypted anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kimdesk.base.errors import KimError
from kimdesk.ui.dialogs.sheet import Sheet, SheetDialog
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.brand import Brand
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.meter import Meter
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import Card, Page, row
from kimdesk.ui.widgets.tab_order import step


class RekeyView(QWidget):
    """Shows how far it is; `stop_asked` while it can be stopped, `ended` for the way back to the vault."""

    stop_asked = Signal()
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.strip = Strip()
        self._meter = Meter(self.tr("So weit ist der Tresor neu verschlüsselt"))
        self._what = Label(self.tr("Der Schlüssel wird gewechselt …"), "section")
        self._why = Paragraph(
            self.tr(
                "Der Tresor wird unter einem neuen Schlüssel geschrieben und geprüft. Bis das gelungen ist, gilt der"
                " alte. Bitte den Laptop offen und am Strom lassen."
            ),
            "dim",
        )
        self.stop = Button(self.tr("Abbrechen"), icon="x")
        self.stop.clicked.connect(self.stop_asked)
        self.back = Button(self.tr("Tresor öffnen"), icon="lock-open", kind="primary")
        self.back.clicked.connect(self.ended)
        self.back.hide()
        card = Card()
        card.box.setContentsMargins(32, 28, 32, 28)
        card.add(Brand(size=22), 14, self.strip, self._what, self._why, 6, self._meter, 6)
        card.add(row(self.stop, self.back, None))
        card.setFixedWidth(min(current().px(460), 800))
        middle = QHBoxLayout()
        for part in (None, card, None):
            if part is None:
                middle.addStretch(1)
            else:
                middle.addWidget(part)
        ground = Page(margins=(16, 16, 16, 16))
        ground.box.addStretch(1)
        ground.box.addLayout(middle)
        ground.box.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)

    def show_share(self, share: float) -> None:
        """Move the bar."""
        self._meter.set_value(share)

    def show_sheet(self, sheet: Sheet, save: Callable[[Path], None]) -> SheetDialog:
        """Say that it is done and return the dialog that brings the sheet onto paper."""
        self._what.setText(self.tr("Der neue Schlüssel gilt."))
        self._why.set_body(self.tr("Ältere Sicherungen öffnet weiterhin die bisherige Passphrase. Bitte bald sichern."))
        self._meter.set_value(1, "green")
        self.stop.hide()
        return SheetDialog(self, sheet, save)

    def fail(self, error: KimError) -> None:
        """Say what went wrong; the vault opens as before."""
        self._what.setText(self.tr("Der bisherige Schlüssel gilt weiter."))
        self._why.set_body("")
        self._meter.hide()
        self.stop.hide()
        self.back.show()
        self.back.setFocus()
        self.strip.fail(error)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - Qt's way
        """Let Tab go as one reads, also through what came later than its neighbours."""
        return step(self, forward=forward) or super().focusNextPrevChild(forward)
