"""Which paper of a family is printed, and what a letter says before it is."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kimdesk.casework.papers.order import Wording
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.memory import Kept, kept
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import FieldLabel, Label
from kimdesk.ui.widgets.notes import NoteEdit
from kimdesk.ui.widgets.surfaces import Flow, column

PLAN, LETTER = "plan", "letter"
Paper = tuple[str, str, str]
"""What it is called in `casework/papers/kinds.py`, its word, its icon."""


class PapersDialog(Dialog):
    """All papers of a family in four groups; Return takes the plan."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None) -> None:
        why = self.tr("Welches Blatt? Für wen es ist, wählen Sie danach.")
        super().__init__(parent, self.tr("Drucken"), why, width=640)
        self.papers: dict[str, Button] = {}
        for word, papers in self._groups():
            self.box.addLayout(
                column(Label(word, "section"), Flow(*(self._button(each) for each in papers)), spacing=6)
            )
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.papers[PLAN].setFocus()

    def _groups(self) -> Iterator[tuple[str, tuple[Paper, ...]]]:
        yield (
            self.tr("Für die Familie"),
            (
                (PLAN, self.tr("Plan"), "list-checks"),
                ("fridge", self.tr("Kühlschrankblatt"), "house"),
                ("aloud", self.tr("Vorlesefassung"), "message-circle"),
                ("invitation", self.tr("Einladung zum Gespräch"), "calendar"),
                (LETTER, self.tr("Brief …"), "mail"),
                ("closing", self.tr("Abschlussbericht"), "archive"),
                ("aftercare", self.tr("Nachsorge"), "heart"),
            ),
        )
        yield (
            self.tr("Lage der Familie"),
            (
                ("assessment", self.tr("Assessment"), "chart-column"),
                ("genogram", self.tr("Genogramm"), "users"),
                ("network", self.tr("Netzwerkkarte"), "circle"),
            ),
        )
        yield (
            self.tr("Besuch und Partner"),
            (
                ("briefing", self.tr("Besuchsvorbereitung"), "eye"),
                ("visit_sheet", self.tr("Besuchsbogen"), "pen-line"),
                ("referral", self.tr("Vermittlungsschreiben"), "handshake"),
                ("conference", self.tr("Einladung zur Fallkonferenz"), "calendar-days"),
                ("minutes", self.tr("Protokoll der Fallkonferenz"), "file-text"),
            ),
        )
        yield (
            self.tr("Datenschutz"),
            (
                ("information", self.tr("Informationsblatt"), "info"),
                ("access", self.tr("Auskunft: was gespeichert ist"), "id-card"),
                ("correction", self.tr("Berichtigung"), "pencil"),
            ),
        )

    def _button(self, paper: Paper) -> Button:
        what, word, icon = paper
        button = Button(word, icon=icon, kind="primary" if what == PLAN else "secondary")
        button.setAutoDefault(True)
        button.setDefault(what == PLAN)
        button.clicked.connect(lambda _on=False: self.take(what))
        self.papers[what] = button
        return button

    def take(self, what: str) -> None:
        """Choose a paper."""
        self.accept()
        self.chosen.emit(what)


class LetterDialog(Dialog):
    """Subject and words of a letter, and both in the family's language where somebody has translated them."""

    written = Signal(Wording)

    def __init__(self, parent: QWidget | None) -> None:
        why = self.tr("Anrede, Gruß und Anschrift stehen schon da. Jede Zeile wird ein Absatz.")
        super().__init__(parent, self.tr("Brief"), why, width=640)
        self.subject = LineEdit(self.tr("Betreff"))
        self.words = NoteEdit(self.tr("Text"), lines=5)
        self.other_subject = LineEdit(self.tr("Betreff in der Sprache der Familie"))
        self.other_words = NoteEdit(self.tr("Text in der Sprache der Familie"), lines=3)
        for field in (self.subject, self.words, self.other_subject, self.other_words):
            self.box.addLayout(column(FieldLabel(field.accessibleName(), field), field, spacing=4))
        self.add_button(self.tr("Abbrechen"), self.reject)
        self._on = self.add_button(self.tr("Weiter"), self._go_on, kind="primary", icon="arrow-right")
        self.subject.textChanged.connect(self._check)
        self.words.textChanged.connect(self._check)
        self._check()
        self.subject.setFocus()

    def kept(self) -> dict[str, Kept]:
        """Return the fields whose text outlives the program."""
        return kept(
            subject=self.subject,
            words=self.words,
            other_subject=self.other_subject,
            other_words=self.other_words,
        )

    def _check(self) -> None:
        self._on.setEnabled(bool(self.subject.text().strip() and self.words.toPlainText().strip()))

    def _go_on(self) -> None:
        wording = Wording(
            subject=self.subject.text(),
            text=self.words.toPlainText(),
            subject_translation=self.other_subject.text(),
            translation=self.other_words.toPlainText(),
        )
        self.accept()
        self.written.emit(wording)
