"""The pages of the unlock window, one for each step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from kimdesk.base.clock import local_time
from kimdesk.ui.screens.unlock.state import CREATING, GROUPS, RENEWING, KnownVault, UnlockState
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.fresh import FreshPassphrase
from kimdesk.ui.widgets.inputs import LineEdit, PassphraseEdit, set_invalid
from kimdesk.ui.widgets.labels import FieldLabel, IconLabel, Label, Paragraph
from kimdesk.ui.widgets.meter import Meter
from kimdesk.ui.widgets.secret import WaitLine
from kimdesk.ui.widgets.surfaces import Flow, column, row, rule


class UnlockPage(QWidget):
    """Base of the pages: a column, a way to show a moment, a first field; `waited` once one may try again."""

    waited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(12)

    def show_moment(self, state: UnlockState) -> None:
        """Show what changed within the step."""

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        field = self.findChild(QLineEdit)
        if field is not None:
            field.setFocus()

    def heading(self, state: UnlockState, title: str, why: str) -> None:
        """Put number, title and reason of a creation step on top."""
        steps = RENEWING if state.renewing else CREATING
        step = self.tr("Schritt {n} von {all}").format(n=steps.index(state.step) + 1, all=len(steps))
        self.box.addLayout(column(Label(step, "small"), Label(title, "section"), Paragraph(why, "dim"), spacing=4))

    def field(self, label: str, field: QWidget) -> None:
        """Append a field with its label above."""
        self.box.addLayout(column(FieldLabel(label, field), field, spacing=6))


def wide(text: str, *, icon: str = "") -> Button:
    """Return the one primary button of a page, as wide as the card."""
    button = Button(text, icon=icon, kind="primary", touch=True)
    policy = button.sizePolicy()
    policy.setHorizontalPolicy(policy.Policy.Expanding)
    button.setSizePolicy(policy)
    return button


class OpenPage(UnlockPage):
    """Vault, passphrase, Öffnen."""

    unlocked = Signal(str)
    chosen = Signal(int)
    recovery_asked = Signal()
    demo_asked = Signal()
    new_asked = Signal()
    other_asked = Signal()
    incident_asked = Signal()

    def __init__(self, state: UnlockState) -> None:
        super().__init__()
        self._backup = Label("", "small")
        self._add_choice()
        self._show_vaults(state)
        self.passphrase = PassphraseEdit(self.tr("Passphrase"), touch=True)
        self.field(self.tr("Passphrase"), self.passphrase)
        self._caps = QWidget()
        self._caps.setLayout(
            row(
                IconLabel("arrow-big-up", "amber", 14),
                Label(self.tr("Die Feststelltaste ist aktiv"), "hint"),
                None,
                spacing=4,
            )
        )
        self._caps.hide()
        self.passphrase.caps_lock.connect(self._caps.setVisible)
        self.box.addWidget(self._caps)
        self.wait_line = WaitLine()
        self.wait_line.over.connect(self.waited)
        self.box.addWidget(self.wait_line)
        self.box.addSpacing(4)
        self._open = wide(self.tr("Öffnen"), icon="lock-open")
        self._open.clicked.connect(self._ask)
        self.passphrase.returnPressed.connect(self._ask)
        self.box.addWidget(self._open)
        self._add_ways()
        self._add_foot()

    def _add_choice(self) -> None:
        self.vaults = CodeCombo(self.tr("Tresor"), ())
        self.vaults.chosen.connect(lambda code: self.chosen.emit(int(code)))
        self._choice = QWidget()
        self._choice.setLayout(column(FieldLabel(self.tr("Tresor"), self.vaults), self.vaults, spacing=6))
        self.box.addWidget(self._choice)
        self._offered: tuple[KnownVault, ...] = ()

    def _show_vaults(self, state: UnlockState) -> None:
        """Offer the vaults by their labels, where there are several."""
        if state.vaults != self._offered:
            self._offered = state.vaults
            self.vaults.set_options([Option(str(at), vault.label) for at, vault in enumerate(state.vaults)])
            self.vaults.removeItem(0)
        if state.vaults:
            self.vaults.set_code(str(state.chosen))
        self._choice.setVisible(len(state.vaults) > 1)

    def _add_ways(self) -> None:
        recovery = Button(self.tr("Wiederherstellungscode"), kind="quiet")
        recovery.clicked.connect(self.recovery_asked)
        demo = Button(self.tr("Mit Beispiel üben"), kind="quiet")
        demo.clicked.connect(self.demo_asked)
        new = Button(self.tr("Neuer Tresor"), kind="quiet")
        new.clicked.connect(self.new_asked)
        other = Button(self.tr("Anderer Tresor …"), kind="quiet")
        other.clicked.connect(self.other_asked)
        self.box.addLayout(column(row(recovery, None, other), row(new, None, demo), spacing=0))

    def _add_foot(self) -> None:
        incident = Button(self.tr("Datenpannen-Blatt …"), icon="shield-alert", kind="quiet")
        incident.setToolTip(self.tr("Laptop oder Stick verloren, falsches Papier, falscher Bildschirm"))
        incident.clicked.connect(self.incident_asked)
        self.box.addLayout(row(incident, None))
        self.box.addWidget(rule())
        self.box.addSpacing(4)
        self._shield = IconLabel("shield-check", "dim", 14)
        self.box.addLayout(row(self._shield, self._backup, None, spacing=4))
        offline = Paragraph(self.tr("KIM Desk verbindet sich nie mit dem Internet."), "small")
        line = row(spacing=4)
        line.addWidget(IconLabel("wifi-off", "dim", 14), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(offline, 1)
        self.box.addLayout(line)

    def _ask(self) -> None:
        if self.passphrase.text():
            self.unlocked.emit(self.passphrase.text())

    def show_moment(self, state: UnlockState) -> None:
        """Show progress, and the last backup of the chosen vault."""
        self._show_vaults(state)
        free = not state.busy and not state.wait
        self.wait_line.wait(state.wait)
        self._open.setEnabled(free)
        self._open.setText(self.tr("Wird geöffnet …") if state.busy else self.tr("Öffnen"))
        self.passphrase.setEnabled(free)
        backup = state.vaults[state.chosen].backup_ms if state.vaults else None
        if backup is not None:
            self._backup.setText(
                self.tr("Letzte Sicherung: {when}").format(when=f"{local_time(backup):%d.%m.%Y, %H:%M}")
            )
        self._backup.setVisible(backup is not None)
        self._shield.setVisible(backup is not None)
        if state.error is not None:
            self.passphrase.selectAll()
        if free:
            self.passphrase.setFocus()


class CodeEntry(QWidget):
    """Eight small fields for the eight groups; jumps on, takes a pasted code as a whole."""

    changed = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        self.fields: list[LineEdit] = []
        for at in range(GROUPS):
            name = self.tr("Gruppe {n}").format(n=at + 1)
            field = LineEdit(name, letters=5)
            field.textEdited.connect(lambda text, at=at: self._typed(at, text))
            self.fields.append(field)
            grid.addLayout(column(FieldLabel(name, field), field, spacing=4), at // 4, at % 4)

    def groups(self) -> tuple[str, ...]:
        """Return what is typed, group by group."""
        return tuple(field.text().strip() for field in self.fields)

    def _typed(self, at: int, text: str) -> None:
        clean = "".join(sign for sign in text.upper() if sign.isalnum())
        self.fields[at].setText(clean[:5])
        if len(clean) >= 5 and at + 1 < GROUPS:
            self.fields[at + 1].setFocus()
            if len(clean) > 5:
                self._typed(at + 1, clean[5:])
                return
        self.changed.emit(self.groups())

    def mark(self, wrong: int) -> None:
        """Mark the wrong group (1 to 8), or none."""
        for number, field in enumerate(self.fields, 1):
            set_invalid(field, invalid=number == wrong)


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
    next_asked = Signal()

    def __init__(self, state: UnlockState) -> None:
        super().__init__()
        why = self.tr(
            "Wer die Passphrase vergisst, kommt nur mit diesem Blatt wieder hinein. Bitte getrennt vom Gerät"
            " aufbewahren, am besten beim Träger unter Verschluss."
        )
        self.heading(state, self.tr("Wiederherstellungsblatt"), why)
        frame = QWidget()
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setVerticalSpacing(8)
        for at, group in enumerate(state.groups):
            grid.addLayout(column(Label(str(at + 1), "small"), Label(group, "strong"), spacing=0), at // 4, at % 4)
        self.box.addWidget(frame)
        self._print = printing = wide(self.tr("Drucken …"), icon="printer")
        printing.clicked.connect(self.print_asked)
        save = Button(self.tr("Als PDF speichern …"), icon="save")
        save.clicked.connect(self.save_asked)
        self._next = Button(self.tr("Weiter"), icon="arrow-right")
        self._next.clicked.connect(self.next_asked)
        self.box.addWidget(printing)
        self.box.addWidget(Flow(save, self._next))

    def show_moment(self, state: UnlockState) -> None:
        """Go on only when the sheet is on paper or saved."""
        self._next.setEnabled(state.sheet_out and not state.busy)
        if self._next.isEnabled():
            self._next.setFocus()

    def focus_first(self) -> None:
        """Offer to print."""
        self._print.setFocus()


class ProvePage(UnlockPage):
    """Step 4: two groups typed back from the paper."""

    proved = Signal(tuple)
    back_asked = Signal()

    def __init__(self, state: UnlockState) -> None:
        super().__init__()
        why = self.tr("Bitte zwei Gruppen vom Blatt abschreiben, damit sicher ist, dass es lesbar ist.")
        self.heading(state, self.tr("Blatt prüfen"), why)
        self._fields = []
        for number in state.asked:
            name = self.tr("Gruppe {n}").format(n=number)
            field = LineEdit(name)
            self._fields.append(field)
            self.field(name, field)
        self._hint = Paragraph("", "error")
        self._hint.hide()
        self.box.addWidget(self._hint)
        done = wide(self.tr("Fertig"), icon="check")
        done.clicked.connect(self._ask)
        self._fields[0].returnPressed.connect(self._fields[1].setFocus)
        self._fields[1].returnPressed.connect(self._ask)
        self.box.addSpacing(4)
        self.box.addWidget(done)
        back = Button(self.tr("Blatt noch einmal zeigen"), icon="arrow-left", kind="quiet")
        back.clicked.connect(self.back_asked)
        self.box.addLayout(row(back, None))

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
