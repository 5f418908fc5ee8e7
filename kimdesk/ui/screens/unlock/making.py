"""The pages of making a vault and of getting in with the recovery code; the first window does not wait for them."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal

from kimdesk.ui.screens.unlock.pages import UnlockPage, wide
from kimdesk.ui.screens.unlock.state import GROUPS, UnlockState
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.code_entry import CodeEntry, CodeGroups
from kimdesk.ui.widgets.fresh import FreshPassphrase
from kimdesk.ui.widgets.inputs import LineEdit, set_invalid
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.meter import Meter
from kimdesk.ui.widgets.secret import WaitLine
from kimdesk.ui.widgets.surfaces import Flow, column, row


class RecoverPage(UnlockPage):
    """The recovery code, read from paper."""

    recovered = Signal(tuple)
    typed = Signal(tuple)
    back_asked = Signal()
    help_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box.addWidget(Label(self.tr("Wiederherstellungscode"), "section"))
        why = self.tr("Acht Gruppen mit fünf Zeichen, vom Wiederherstellungsblatt. Groß und klein ist gleich.")
        self.box.addWidget(Paragraph(why, "dim"))
        self.entry = CodeEntry()
        self.entry.changed.connect(self.typed)
        self.box.addWidget(self.entry)
        self._hint = Paragraph("", "error")
        self._hint.hide()
        self.box.addWidget(self._hint)
        self._open = wide(self.tr("Öffnen"), icon="lock-open")
        self._open.clicked.connect(lambda: self.recovered.emit(self.entry.groups()))
        self.wait_line = WaitLine()
        self.wait_line.over.connect(self.waited)
        self.box.addWidget(self.wait_line)
        self.box.addSpacing(4)
        self.box.addWidget(self._open)
        back = Button(self.tr("Zurück"), icon="arrow-left", kind="quiet")
        back.clicked.connect(self.back_asked)
        self._help = Button(self.tr("Mit Hilfe des Trägers"), icon="users", kind="quiet")
        self._help.clicked.connect(self.help_asked)
        self.box.addLayout(row(back, None, self._help))

    def show_moment(self, state: UnlockState) -> None:
        """Mark the wrong group and say which it is."""
        self.entry.mark(state.wrong_group)
        self._help.setVisible(state.deposited)
        hint = self.tr("In Gruppe {n} ist ein Tippfehler. Bitte noch einmal vom Blatt ablesen.")
        self._hint.set_body(hint.format(n=state.wrong_group) if state.wrong_group else "")
        self._hint.setVisible(bool(state.wrong_group))
        self.wait_line.wait(state.wait)
        self._open.setEnabled(not state.busy and not state.wait)


class DemoPage(UnlockPage):
    """The demo caseload is being prepared."""

    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        why = self.tr("Alle Personen darin sind erfunden. Was Sie hier tippen, wird beim Schließen gelöscht.")
        self.box.addLayout(
            column(Label(self.tr("Das Beispiel wird vorbereitet …"), "section"), Paragraph(why, "dim"), spacing=4)
        )
        self._meter = Meter(self.tr("So weit ist das Beispiel"))
        self.box.addWidget(self._meter)
        stop = Button(self.tr("Abbrechen"), key="Esc")
        stop.setShortcut("Esc")
        stop.clicked.connect(self.stop_asked)
        self._stop = stop
        self.box.addSpacing(4)
        self.box.addLayout(row(stop, None))

    def focus_first(self) -> None:
        """There is only one thing to do here."""
        self._stop.setFocus()

    def show_moment(self, state: UnlockState) -> None:
        """Show how far it is."""
        self._meter.set_value(state.done)


class PassphrasePage(UnlockPage):
    """A passphrase that is hard to guess: step 2 of a new vault, or the first step after the recovery code."""

    typed = Signal(str)
    suggestion_asked = Signal()
    finished = Signal(str)

    def __init__(self, state: UnlockState) -> None:
        super().__init__()
        if state.renewing:
            title = self.tr("Neue Passphrase")
            why = self.tr(
                "Der Tresor ist offen, der Wiederherstellungscode ist verbraucht. Bevor es weitergeht, bekommt er eine"
                " neue Passphrase und ein neues Blatt."
            )
        else:
            title = self.tr("Passphrase")
            why = self.tr(
                "Mehrere Wörter, die nichts miteinander zu tun haben, sind leichter zu merken und schwerer zu erraten."
            )
        self.heading(state, title, why)
        self.fresh = FreshPassphrase()
        self.box.addWidget(self.fresh)
        self._word = self.tr("Weiter") if state.renewing else self.tr("Tresor anlegen")
        self._next = wide(self._word)
        self.box.addSpacing(4)
        self.box.addWidget(self._next)
        self._next.clicked.connect(self._ask)
        self.fresh.entered.connect(self._ask)
        self.fresh.typed.connect(self.typed)
        self.fresh.suggestion_asked.connect(self.suggestion_asked)

    def _ask(self) -> None:
        passphrase = self.fresh.passphrase()
        if passphrase:
            self.finished.emit(passphrase)

    def show_moment(self, state: UnlockState) -> None:
        """Show the honest estimate; nothing weaker than needed goes on."""
        strength = state.strength
        self.fresh.show_strength(strength.bits, strength.needed)
        self._next.setEnabled(strength.enough and not state.busy)
        making = self.tr("Wird geändert …") if state.renewing else self.tr("Tresor wird angelegt …")
        self._next.setText(making if state.busy else self._word)


class SheetPage(UnlockPage):
    """Step 3: the recovery sheet goes onto paper."""

    print_asked = Signal()
    save_asked = Signal()
    copied = Signal()
    next_asked = Signal()

    def __init__(self, state: UnlockState) -> None:
        super().__init__()
        why = self.tr(
            "Wer die Passphrase vergisst, kommt nur mit diesem Blatt wieder hinein. Bitte getrennt vom Gerät"
            " aufbewahren, am besten beim Träger unter Verschluss."
        )
        self.heading(state, self.tr("Wiederherstellungsblatt"), why)
        self.box.addWidget(CodeGroups(state.groups))
        self._print = printing = wide(self.tr("Drucken …"), icon="printer")
        printing.clicked.connect(self.print_asked)
        save = Button(self.tr("Als PDF speichern …"), icon="save")
        save.clicked.connect(self.save_asked)
        copied = Button(self.tr("Von Hand abgeschrieben"), icon="pen-line")
        copied.clicked.connect(self.copied)
        self._next = Button(self.tr("Weiter"), icon="arrow-right")
        self._next.clicked.connect(self.next_asked)
        self.box.addWidget(printing)
        self.box.addWidget(Flow(save, copied, self._next))
        by_hand = self.tr(
            "Ohne Drucker: alle acht Gruppen mit ihren Nummern abschreiben, dazu den Namen des Tresors und den Tag,"
            " und in einem Umschlag verschließen."
        )
        self.box.addWidget(Paragraph(by_hand, "small"))

    def show_moment(self, state: UnlockState) -> None:
        """Go on only when the sheet is on paper or saved."""
        self._next.setEnabled(state.sheet_out and not state.busy)
        if self._next.isEnabled():
            self._next.setFocus()

    def focus_first(self) -> None:
        """Offer to print."""
        self._print.setFocus()


class ProvePage(UnlockPage):
    """Step 4: two groups typed back from the printed sheet, all of them from a copy by hand."""

    proved = Signal(tuple)
    back_asked = Signal()

    def __init__(self, state: UnlockState) -> None:
        super().__init__()
        self._lay_out(state)
        self._hint = Paragraph("", "error")
        self._hint.hide()
        self.box.addWidget(self._hint)
        done = wide(self.tr("Fertig"), icon="check")
        done.clicked.connect(self._ask)
        for field, following in pairwise(self._fields):
            field.returnPressed.connect(following.setFocus)
        self._fields[-1].returnPressed.connect(self._ask)
        self.box.addSpacing(4)
        self.box.addWidget(done)
        back = Button(self.tr("Blatt noch einmal zeigen"), icon="arrow-left", kind="quiet")
        back.clicked.connect(self.back_asked)
        self.box.addLayout(row(back, None))

    def _lay_out(self, state: UnlockState) -> None:
        self._fields: list[LineEdit] = []
        if len(state.asked) == GROUPS:
            why = self.tr(
                "Bitte den ganzen Code von Ihrer Abschrift tippen: Mit einem falschen Zeichen öffnet er nichts."
            )
            self.heading(state, self.tr("Abschrift prüfen"), why)
            entry = CodeEntry()
            self._fields += entry.fields
            self.box.addWidget(entry)
            return
        why = self.tr("Bitte zwei Gruppen vom Blatt abschreiben, damit sicher ist, dass es lesbar ist.")
        self.heading(state, self.tr("Blatt prüfen"), why)
        for number in state.asked:
            name = self.tr("Gruppe {n}").format(n=number)
            field = LineEdit(name)
            self._fields.append(field)
            self.field(name, field)

    def _ask(self) -> None:
        self.proved.emit(tuple(field.text() for field in self._fields))

    def show_moment(self, state: UnlockState) -> None:
        """Name the group that does not fit."""
        for number, field in zip(state.asked, self._fields, strict=True):
            set_invalid(field, invalid=number in state.refused)
        names = self.tr(" und ").join(str(number) for number in state.refused)
        self._hint.set_body(self.tr("Gruppe {n} steht so nicht auf dem Blatt.").format(n=names) if names else "")
        self._hint.setVisible(bool(names))
        self.setEnabled(not state.busy)
