"""What is asked while keys change: a new passphrase, two cards and the words of their holders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kimdesk.base.errors import KimError
from kimdesk.casework.escrow import HolderView
from kimdesk.casework.ways import Strength
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.files import ask_files
from kimdesk.ui.dialogs.memory import Kept, kept
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.fresh import FreshPassphrase
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import FieldLabel, Label
from kimdesk.ui.widgets.surfaces import column, row, rule

WORDS = 8
HOLDERS = 2


class NewPassphraseDialog(Dialog):
    """Takes a new passphrase; `chosen` carries it once."""

    chosen = Signal(str)

    def __init__(
        self, parent: QWidget | None, strength: Callable[[str], Strength], suggestion: Callable[[], str]
    ) -> None:
        super().__init__(parent, "")
        self.set_title(
            self.tr("Neue Passphrase"),
            self.tr("Sie gilt sofort. Ältere Sicherungen und Kopien öffnet weiterhin die alte."),
        )
        self._strength = strength
        self.fresh = FreshPassphrase(self.tr("Neue Passphrase"))
        self.box.addWidget(self.fresh)
        self.add_button(self.tr("Abbrechen"), self.reject)
        self._change = self.add_button(self.tr("Passphrase ändern"), self._done, kind="primary", icon="check")
        self.fresh.typed.connect(self._weigh)
        self.fresh.entered.connect(self._done)
        self.fresh.suggestion_asked.connect(lambda: self.fresh.offer(suggestion()))
        self._weigh("")
        self.fresh.setFocus()

    def _weigh(self, passphrase: str) -> None:
        strength = self._strength(passphrase)
        self.fresh.show_strength(strength.bits, strength.needed)
        self._change.setEnabled(strength.enough)

    def _done(self) -> None:
        passphrase = self.fresh.passphrase()
        if passphrase:
            self.fresh.empty()
            self.accept()
            self.chosen.emit(passphrase)


class _Card(QWidget):
    """One holder: the file of the card, what it says, and the words heard."""

    changed = Signal()

    def __init__(self, number: int, read: Callable[[Path], HolderView], fail: Callable[[KimError], None]) -> None:
        super().__init__()
        self._read = read
        self._fail = fail
        self.file: Path | None = None
        name = self.tr("Person {n}").format(n=number)
        self.who = Label(self.tr("noch keine Karte gewählt"), "dim")
        self.choose = Button(self.tr("Karte wählen …"), icon="folder-open")
        self.choose.setAccessibleName(self.tr("{who}: Karte wählen").format(who=name))
        self.choose.clicked.connect(self._ask)
        self.words = LineEdit(self.tr("{who}: die acht Wörter, wie Sie sie hören").format(who=name))
        self.words.textChanged.connect(self.changed)
        head = row(Label(name, "strong"), self.who, None, self.choose)
        self.setLayout(column(head, FieldLabel(self.words.accessibleName(), self.words), self.words, spacing=6))

    def _ask(self) -> None:
        ask_files(self, self.tr("Karte wählen"), [self.tr("Karte (*.kimh)")], lambda files: self.take(files[0]))

    def take(self, file: Path) -> None:
        """Read a card, or say why it cannot be read."""
        try:
            view = self._read(file)
        except KimError as error:
            self._fail(error)
            return
        self.file = file
        self.who.setText(view.label)
        self.changed.emit()

    def ready(self) -> bool:
        """Tell whether there are a card and eight words."""
        return self.file is not None and len(self.words.text().split()) >= WORDS


class DepositDialog(Dialog):
    """Takes the cards of two persons and the words each read out; `chosen` carries them, and it stays open."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None, read: Callable[[Path], HolderView]) -> None:
        super().__init__(parent, "", width=600)
        self.set_title(
            self.tr("Beim Träger hinterlegen"),
            self.tr(
                "Zwei Personen beim Träger bekommen je einen Anteil. Nur zusammen können sie Ihnen wieder hineinhelfen,"
                " und Sie sehen es danach. Lassen Sie sich von jeder die acht Wörter vorlesen, am besten persönlich."
            ),
        )
        self.cards = [_Card(number, read, self.strip.fail) for number in range(1, HOLDERS + 1)]
        for at, card in enumerate(self.cards):
            if at:
                self.box.addWidget(rule())
            self.box.addWidget(card)
            card.changed.connect(self._check)
        self.add_button(self.tr("Abbrechen"), self.reject)
        self._agree = self.add_button(self.tr("Hinterlegen"), self._done, kind="primary", icon="check")
        self._check()
        self.cards[0].choose.setFocus()

    def kept(self) -> dict[str, Kept]:
        """Return the fields whose text outlives the program."""
        return kept(**{f"words_{at}": card.words for at, card in enumerate(self.cards)})

    def _check(self) -> None:
        self._agree.setEnabled(all(card.ready() for card in self.cards))

    def _done(self) -> None:
        self.chosen.emit(tuple((card.file, card.words.text()) for card in self.cards))
