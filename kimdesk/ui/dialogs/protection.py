"""Protection at the screen: what covers, what locks, the PIN, and whether pictures of the window may be taken."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kimdesk.base.clock import local_time
from kimdesk.ui import actions
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.surfaces import column, row
from kimdesk.ui.widgets.tick import Tick


class ProtectionDialog(Dialog):
    """Says how the window protects itself; `pin_asked` for the button, `magnifier_switched` for the switch.

    `capture_possible` tells whether this system can keep the window out of pictures, `switched_ms` when the switch was
    turned last.
    """

    pin_asked = Signal()
    magnifier_switched = Signal(bool)

    def __init__(
        self,
        parent: QWidget | None,
        *,
        has_pin: bool,
        magnifier: bool,
        capture_possible: bool,
        switched_ms: int | None = None,
    ) -> None:
        title = QCoreApplication.translate("ProtectionDialog", "Schutz am Bildschirm")
        super().__init__(parent, title, width=560)
        self.pin_button = Button(self.tr("PIN ändern") if has_pin else self.tr("PIN festlegen"), icon="key-round")
        self.pin_button.clicked.connect(self.pin_asked)
        self.magnifier = Tick(self.tr("Ich nutze Bildschirmvergrößerung"))
        self.magnifier.setChecked(magnifier)
        self.magnifier.toggled.connect(self.magnifier_switched)
        self.box.addSpacing(4)
        self._section(self.tr("Abdecken"), self._covers())
        self.box.addLayout(row(self.pin_button, None))
        self._section(self.tr("Sperren"), self._locks())
        self._section(self.tr("Bildschirmaufnahmen"), self._pictures(possible=capture_possible))
        self.box.addWidget(self.magnifier)
        self.magnifier.setVisible(capture_possible)
        if switched_ms is not None:
            when = self.tr("Zuletzt umgestellt am {when}").format(when=f"{local_time(switched_ms):%d.%m.%Y, %H:%M}")
            self.box.addWidget(Label(when, "small"))
        self.add_button(self.tr("Fertig"), self.accept, kind="primary", icon="check")

    def _section(self, heading: str, text: str) -> None:
        self.box.addLayout(column(Label(heading, "section"), Paragraph(text, "dim"), spacing=2))

    def _covers(self) -> str:
        return self.tr(
            "Mit {key}, im Besuch mit Esc, und von selbst nach zwei Minuten ohne Eingabe. Die PIN schützt vor Blicken,"
            " nicht vor Diebstahl."
        ).format(key=actions.key_text("cover"))

    def _locks(self) -> str:
        return self.tr(
            "Mit {key}, beim Zuklappen, im Ruhezustand, mit der Bildschirmsperre, und nach fünf Minuten Abdeckung, im"
            " Besuch nach dreißig. Dann ist der Schlüssel aus dem Speicher, und die Passphrase wird gebraucht."
        ).format(key=actions.key_text("lock"))

    def _pictures(self, *, possible: bool) -> str:
        if not possible:
            return self.tr("Auf diesem System kann KIM Desk Bildschirmfotos und geteilte Bildschirme nicht verhindern.")
        return self.tr(
            "Bildschirmfotos und geteilte Bildschirme zeigen das Fenster nicht. Manche Vergrößerungsprogramme brauchen"
            " das Bild aber; dann schalten Sie es frei. Das Umstellen wird festgehalten."
        )
