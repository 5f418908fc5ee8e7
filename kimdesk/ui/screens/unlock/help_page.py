"""Getting in with the help of two persons at the provider: a request goes out, two answers come back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kimdesk.ui.dialogs.files import ask_files, ask_save
from kimdesk.ui.screens.unlock.pages import UnlockPage, wide
from kimdesk.ui.screens.unlock.state import Helped, UnlockState
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.fresh import FreshPassphrase
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import FieldLabel, Label, Paragraph
from kimdesk.ui.widgets.secret import PassphraseEntry
from kimdesk.ui.widgets.surfaces import Flow, column, row

ANSWERS = 2


class HelpPage(UnlockPage):
    """First a new passphrase and a request; later, on the same device, both answers and that passphrase."""

    typed = Signal(str)
    suggestion_asked = Signal()
    asked = Signal(str, object)
    answered = Signal(Helped)
    anew = Signal()
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._answers: tuple[Path, ...] = ()
        self.box.addWidget(Label(self.tr("Mit Hilfe des Trägers"), "section"))
        self._why = Paragraph("", "dim")
        self.box.addWidget(self._why)
        self.fresh = FreshPassphrase()
        self.fresh.typed.connect(self.typed)
        self.fresh.suggestion_asked.connect(self.suggestion_asked)
        self._ask = wide(self.tr("Anfrage speichern …"), icon="save")
        self._ask.clicked.connect(self._ask_place)
        self._asking = self._group(self.fresh, self._ask)
        self.words = Paragraph("", "headline")
        self.which = Label("", "dim")
        choose = Button(self.tr("Antworten wählen …"), icon="folder-open")
        choose.clicked.connect(self._choose)
        self.entry = PassphraseEntry()
        self.entry.entered.connect(self._open_it)
        self._open = wide(self.tr("Öffnen"), icon="lock-open")
        self._open.clicked.connect(self._open_it)
        again = Button(self.tr("Neue Anfrage"), kind="quiet")
        again.clicked.connect(self.anew)
        self.present = LineEdit(self.tr("Wer ist dabei?"))
        self.reason = LineEdit(self.tr("Warum wird so geöffnet?"))
        kept = Paragraph(self.tr("Beides wird im Tresor vermerkt und steht zwei Wochen auf Heute."), "small")
        asked = [part for field in (self.present, self.reason) for part in (self._name(field), field)]
        for field in (self.present, self.reason):
            field.textChanged.connect(self._check)
        self._busy = False
        self._waiting = self._group(self.words, Flow(choose, self.which), *asked, kept, self.entry, self._open, again)
        back = Button(self.tr("Zurück"), icon="arrow-left", kind="quiet")
        back.clicked.connect(self.back_asked)
        self.box.addLayout(row(back, None))

    def _name(self, field: LineEdit) -> FieldLabel:
        return FieldLabel(field.accessibleName(), field)

    def _group(self, *parts: QWidget) -> QWidget:
        made = QWidget()
        made.setLayout(column(*parts, spacing=12))
        self.box.addWidget(made)
        return made

    def show_moment(self, state: UnlockState) -> None:
        """Show the request to be made, or the one that waits for its answers."""
        waits = bool(state.help_words)
        self._asking.setVisible(not waits)
        self._waiting.setVisible(waits)
        self.fresh.show_strength(state.strength.bits, state.strength.needed)
        self._ask.setEnabled(state.strength.enough and not state.busy)
        self.words.set_body(state.help_words)
        count = self.tr("%n Antworten gewählt", "", len(self._answers))
        self.which.setText(count if self._answers else self.tr("noch keine Antwort gewählt"))
        self._busy = state.busy
        self._check()
        self.entry.set_busy(busy=state.busy)
        if waits:
            why = self.tr(
                "Geben Sie die Anfrage beiden Personen und lesen Sie ihnen diese acht Wörter vor. Mit ihren beiden"
                " Antworten und Ihrer neuen Passphrase öffnet sich der Tresor auf diesem Gerät."
            )
        else:
            why = self.tr(
                "Zwei Personen beim Träger können Ihnen gemeinsam hineinhelfen. Wählen Sie zuerst eine neue Passphrase;"
                " dann entsteht eine Anfrage, die beide beantworten."
            )
        self._why.set_body(why)

    def _ask_place(self) -> None:
        if self.fresh.passphrase():
            kinds = self.tr("Anfrage (*.kimn)")
            ask_save(self, self.tr("Anfrage speichern"), "Anfrage.kimn", kinds, self.save)

    def save(self, file: Path) -> None:
        """Ask for the request to be written to a file."""
        passphrase = self.fresh.passphrase()
        if passphrase:
            self.fresh.empty()
            self.asked.emit(passphrase, file)

    def _choose(self) -> None:
        ask_files(self, self.tr("Antworten wählen"), [self.tr("Antwort (*.kima)")], self.take)

    def take(self, files: tuple[Path, ...]) -> None:
        """Take answers; they may come one after the other."""
        self._answers = tuple(dict.fromkeys((*self._answers, *files)))[-ANSWERS:]
        self.which.setText(self.tr("%n Antworten gewählt", "", len(self._answers)))
        self._check()

    def _ready(self) -> bool:
        told = bool(self.present.text().strip() and self.reason.text().strip())
        return told and len(self._answers) == ANSWERS and not self._busy

    def _check(self) -> None:
        self._open.setEnabled(self._ready())

    def _open_it(self) -> None:
        if not self._ready():
            return
        passphrase = self.entry.take()
        if passphrase:
            present, reason = self.present.text().strip(), self.reason.text().strip()
            self.answered.emit(Helped(answers=self._answers, passphrase=passphrase, present=present, reason=reason))
