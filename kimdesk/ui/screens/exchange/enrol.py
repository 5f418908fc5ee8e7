"""The page of getting to know each other: a request out, a grant in, eight words compared both ways."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kimdesk.ui.dialogs.memory import Kept, kept
from kimdesk.ui.screens.exchange.parts import DropPlace, SideBySide
from kimdesk.ui.screens.exchange.state import ExchangeState
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import FieldLabel, Label, Paragraph
from kimdesk.ui.widgets.surfaces import Card, column, row, rule


class RequestCard(Card):
    """First step: a request file for the office, and the words to read out."""

    save_asked = Signal(str)
    settled = Signal()

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("RequestCard", "1. Anfrage an die Stelle"))
        self.box.setSpacing(12)
        self.label = LineEdit(self.tr("Bezeichnung dieses Geräts"))
        self.label.setMaxLength(60)
        self.save = Button(self.tr("Anfrage speichern …"), icon="save", kind="primary")
        self.save.clicked.connect(lambda: self.save_asked.emit(self.label.text().strip()))
        self._how = Paragraph(self.tr("Lesen Sie der Stelle diese acht Wörter vor, persönlich oder am Telefon:"))
        self.words = Paragraph("", "headline")
        self._filled = self._settled = False
        self.add(
            Paragraph(
                self.tr(
                    "Die Anfrage ist eine kleine Datei mit öffentlichen Schlüsseln. "
                    "Sie enthält keine Daten über Familien."
                ),
                "dim",
            )
        )
        self.box.addLayout(column(FieldLabel(self.tr("Bezeichnung dieses Geräts"), self.label), self.label, spacing=4))
        self.add(
            Paragraph(
                self.tr("Ohne Personennamen, zum Beispiel „Laptop 3“; die Bezeichnung ist für alle lesbar."), "small"
            )
        )
        self.box.addLayout(row(self.save, None))
        self.add(rule(), self._how, self.words)

    def kept(self) -> dict[str, Kept]:
        """Return the fields whose text outlives the program."""
        return kept(label=self.label)

    def show_request(self, label: str, words: str, *, done: bool) -> None:
        """Show this device's words; the label is put in once, unless one was typed, and then left to the user."""
        self.save.kind = "secondary" if done else "primary"
        self.save.update()
        if label and not self._filled:
            self._filled = True
            self.label.setText(self.label.text() or label)
        if done and not self._settled:
            self._settled = True
            self.settled.emit()
        self.words.set_body(words)


class GrantCard(Card):
    """Second step: the grant comes back; the words the office reads out are typed in."""

    files_asked = Signal()
    accepted = Signal(str)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("GrantCard", "2. Zusage der Stelle"))
        self.box.setSpacing(12)
        self.place = DropPlace(
            self.tr("Die Stelle gibt Ihnen eine Zusage zurück. Ziehen Sie die Datei hierher."),
            self.tr("Zusage einlesen …"),
        )
        self._who = Label("", "section")
        self._how = Paragraph(
            self.tr(
                "Lassen Sie sich die acht Wörter der Stelle vorlesen und geben Sie ein, was Sie hören. "
                "So kann sich niemand dazwischenstellen."
            ),
            "dim",
        )
        self.words = LineEdit(self.tr("Wörter der Stelle"), letters=20)
        self.go_on = Button(self.tr("Wörter vergleichen und anmelden"), icon="check", kind="primary")
        self.go_on.clicked.connect(self._accept)
        self.words.returnPressed.connect(self._accept)
        self.place.asked.connect(self.files_asked)
        self._label = ""
        self._ask = QWidget()
        inner = column(
            self._who,
            self._how,
            column(FieldLabel(self.tr("Wörter der Stelle"), self.words), self.words, spacing=4),
            row(self.go_on, None),
            spacing=12,
        )
        self._ask.setLayout(inner)
        self.add(self.place, self._ask, None)
        self._ask.hide()

    def kept(self) -> dict[str, Kept]:
        """Return the fields whose text outlives the program; the words are emptied once they were right."""
        return kept(words=self.words)

    def _accept(self) -> None:
        if self.words.text().strip():
            self.accepted.emit(self.words.text())

    def show_grant(self, label: str) -> None:
        """Ask for the words of whoever signed the grant; without one, for the file."""
        if self._label and not label:
            self.words.clear()
        self._label = label
        self._who.setText(self.tr("Zusage von „{label}“").format(label=label))
        self._ask.setVisible(bool(label))


class EnrolPage(SideBySide):
    """Both steps side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.request = RequestCard()
        self.grant = GrantCard()
        self.lay_out(column(self.request, None), column(self.grant, None), left=1, right=1)

    def show_state(self, state: ExchangeState) -> None:
        """Show a moment."""
        enrolment = state.enrolment
        done = enrolment.requested or enrolment.grant is not None
        self.request.show_request(enrolment.label, enrolment.own_words, done=done)
        self.grant.show_grant(enrolment.grant.label if enrolment.grant else "")
