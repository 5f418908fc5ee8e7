"""A small window of its own: the desk is gone, one line says how far the backup is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.brand import PRODUCT
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Label
from kimdesk.ui.widgets.meter import Meter
from kimdesk.ui.widgets.surfaces import row


class FarewellView(QWidget):
    """Names nobody; `stop_asked` by its button, and by closing it."""

    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(PRODUCT)
        self.setProperty("role", "page")
        self._meter = Meter(self.tr("So weit ist die Sicherung"))
        self._meter.setMinimumWidth(min(current().px(380), 850))
        self.stop = Button(self.tr("Beenden ohne Sicherung"), icon="x")
        self.stop.clicked.connect(self.stop_asked)
        outer = QVBoxLayout(self)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(Label(self.tr("Vor dem Beenden wird noch gesichert …"), "section"))
        outer.addWidget(self._meter)
        outer.addLayout(row(None, self.stop))

    def show_share(self, share: float) -> None:
        """Move the bar."""
        self._meter.set_value(share)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it is an answer as well."""
        self.stop_asked.emit()
        super().closeEvent(event)
