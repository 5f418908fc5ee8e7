"""The pages of the unlock window, one for each step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kimdesk.base.clock import local_time
from kimdesk.ui.screens.unlock.state import CREATING, RENEWING, KnownVault, UnlockState
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.inputs import PassphraseEdit
from kimdesk.ui.widgets.labels import FieldLabel, IconLabel, Label, Paragraph
from kimdesk.ui.widgets.secret import WaitLine
from kimdesk.ui.widgets.surfaces import column, row, rule


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
    handbook_asked = Signal()
    deputy_asked = Signal(bool)
    restore_asked = Signal()

    def __init__(self, state: UnlockState) -> None:
        super().__init__()
        self._backup = Label("", "small")
        self._standing_in = Paragraph(
            self.tr(
                "Vertretung: Zuerst Ihren eigenen Tresor öffnen. Ihr Schlüssel öffnet dann das Paket, das der"
                " Träger mit der Sicherung verwahrt."
            ),
            "hint",
        )
        self.box.addWidget(self._standing_in)
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
        self._stands_in = False
        self._deputy = Button("", kind="quiet")
        self._deputy.clicked.connect(lambda: self.deputy_asked.emit(not self._stands_in))
        restore = Button(self.tr("Aus Sicherung …"), kind="quiet")
        restore.clicked.connect(self.restore_asked)
        ways = (row(recovery, None, other), row(new, None, restore), row(self._deputy, None, demo))
        self.box.addLayout(column(*ways, spacing=0))

    def _add_foot(self) -> None:
        incident = Button(self.tr("Datenpannen-Blatt …"), icon="shield-alert", kind="quiet")
        incident.setToolTip(self.tr("Laptop oder Stick verloren, falsches Papier, falscher Bildschirm"))
        incident.clicked.connect(self.incident_asked)
        handbook = Button(self.tr("Handbuch"), icon="circle-help", kind="quiet")
        handbook.setToolTip(self.tr("Was geschützt ist, und was zu tun ist, wenn etwas passiert ist (F1)"))
        handbook.clicked.connect(self.handbook_asked)
        self.box.addLayout(row(incident, None, handbook))
        self.box.addWidget(rule())
        self.box.addSpacing(4)
        self._shield = IconLabel("shield-check", "dim", 14)
        self.box.addLayout(row(self._shield, self._backup, None, spacing=4))
        offline = Paragraph(self.tr("KIM Desk verbindet sich nie mit dem Internet."), "small")
        line = row(spacing=4)
        line.addWidget(IconLabel("wifi-off", "dim", 14), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(offline, 1)
        self.box.addLayout(line)

    def _show_errand(self, state: UnlockState) -> None:
        """Say that a deputy opens the vault of their own first."""
        self._stands_in = state.standing_in
        self._standing_in.setVisible(state.standing_in)
        self._deputy.setText(self.tr("Ohne Vertretung") if state.standing_in else self.tr("Vertretung …"))

    def _ask(self) -> None:
        if self.passphrase.text():
            self.unlocked.emit(self.passphrase.text())

    def show_moment(self, state: UnlockState) -> None:
        """Show progress, and the last backup of the chosen vault."""
        self._show_vaults(state)
        self._show_errand(state)
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
