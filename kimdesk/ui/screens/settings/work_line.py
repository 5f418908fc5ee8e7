"""Long work inside a card: what is being done, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Label
from kimdesk.ui.widgets.meter import Meter
from kimdesk.ui.widgets.surfaces import column, row


class WorkLine(QWidget):
    """Hidden until something runs; `stop_asked` for its button."""

    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._meter = Meter(self.tr("So weit ist die Arbeit"))
        self._doing = Label("", "small")
        self.stop = Button(self.tr("Abbrechen"), icon="x")
        self.stop.clicked.connect(self.stop_asked)
        line = row(self.stop, spacing=16)
        line.setContentsMargins(0, 6, 0, 6)
        line.insertLayout(0, column(self._doing, self._meter, spacing=4), 1)
        self.setLayout(line)
        self.hide()

    def show_work(self, doing: str, share: float) -> None:
        """Say what runs and how far it is; an empty text hides the line."""
        self._doing.setText(doing)
        self._meter.set_value(share)
        self.setVisible(bool(doing))

    def show_share(self, share: float) -> None:
        """Move the bar."""
        self._meter.set_value(share)
