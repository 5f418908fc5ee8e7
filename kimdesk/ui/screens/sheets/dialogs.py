"""The questions around sheets and shares: where a sheet lies, for whom a card is, whether a request is meant."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.memory import Kept, kept
from kimdesk.ui.screens.sheets.state import Request, SheetRow
from kimdesk.ui.widgets.dates import show_day
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import FieldLabel, Paragraph
from kimdesk.ui.widgets.surfaces import column

WORDS = 8


class SheetDialog(Dialog):
    """Asks where a sealed sheet lies; never for the code on it."""

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None, row: SheetRow) -> None:
        super().__init__(parent, "", width=480)
        self.set_title(
            self.tr("Blatt von „{label}“").format(label=row.label),
            self.tr("Der Umschlag bleibt zu. Den Code auf dem Blatt kennt hier niemand und fragt niemand."),
        )
        self.where = LineEdit(self.tr("Wo liegt es?"), placeholder=self.tr("Stahlschrank, Fach 2"))
        self.where.setText(row.where)
        self.box.addLayout(column(FieldLabel(self.where.accessibleName(), self.where), self.where, spacing=4))
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.add_button(self.tr("Eintragen"), self.accept, kind="primary")
        self.accepted.connect(lambda: self.wanted.emit(row.short_name, self.where.text()))
        self.where.setFocus()

    def kept(self) -> dict[str, Kept]:
        """Return the fields whose text outlives the program."""
        return kept(where=self.where)


class CardDialog(Dialog):
    """Asks what the desk shall read about who holds the share."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None, words: str) -> None:
        super().__init__(parent, "", width=520)
        self.set_title(
            self.tr("Karte für einen Arbeitsplatz"),
            self.tr(
                "Mit den Karten von zwei Personen hinterlegt ein Arbeitsplatz seinen Schlüssel in zwei Hälften. Keine"
                " Person kann ihn allein öffnen. Bitte beim Übergeben diese acht Wörter vorlesen:"
            ),
        )
        self.box.addWidget(Paragraph(words, "headline"))
        self.label = LineEdit(self.tr("Wer hält diesen Anteil?"), placeholder=self.tr("Fachbereichsleitung"))
        self.box.addLayout(column(FieldLabel(self.label.accessibleName(), self.label), self.label, spacing=4))
        self.add_button(self.tr("Abbrechen"), self.reject)
        self._save = self.add_button(self.tr("Karte speichern …"), self._ask, kind="primary", icon="save")
        self.label.textChanged.connect(self._check)
        self._check()
        self.label.setFocus()

    def kept(self) -> dict[str, Kept]:
        """Return the fields whose text outlives the program."""
        return kept(label=self.label)

    def _check(self) -> None:
        self._save.setEnabled(bool(self.label.text().strip()))

    def _ask(self) -> None:
        self.wanted.emit(self.label.text())


class AnswerDialog(Dialog):
    """Asks for the words heard and the reason before a share is given."""

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None, request: Request) -> None:
        super().__init__(parent, "", width=560)
        self.set_title(
            self.tr("Anteil für „{label}“ geben?").format(label=request.label),
            self.tr(
                "Anfrage vom {day}. Bitte die Person anrufen, die Sie kennen, und sich die acht Wörter vorlesen"
                " lassen. Erst mit dem Anteil einer zweiten Person öffnet sich der Tresor."
            ).format(day=show_day(request.day)),
        )
        self.words = LineEdit(self.tr("Die acht Wörter, wie Sie sie hören"))
        self.reason = LineEdit(self.tr("Warum?"), placeholder=self.tr("Passphrase vergessen, persönlich erkannt"))
        for field in (self.words, self.reason):
            self.box.addLayout(column(FieldLabel(field.accessibleName(), field), field, spacing=4))
            field.textChanged.connect(self._check)
        self.add_button(self.tr("Abbrechen"), self.reject)
        self._give = self.add_button(self.tr("Anteil speichern …"), self._ask, kind="primary", icon="save")
        if not request.ours:
            self.strip.say(self.tr("Für diesen Tresor hält diese Stelle keinen Anteil."), tone="amber")
        self._ours = request.ours
        self._check()
        self.words.setFocus()

    def kept(self) -> dict[str, Kept]:
        """Return the fields whose text outlives the program."""
        return kept(words=self.words, reason=self.reason)

    def _check(self) -> None:
        heard = len(self.words.text().split()) >= WORDS
        self._give.setEnabled(self._ours and heard and bool(self.reason.text().strip()))

    def _ask(self) -> None:
        self.wanted.emit(self.words.text(), self.reason.text())
