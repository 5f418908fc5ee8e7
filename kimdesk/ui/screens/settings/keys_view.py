"""The part of the settings about keys: each way into the vault in a line, with what can be done about it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal

from kimdesk.ui.screens.settings.frame import PartPage, SplitRow
from kimdesk.ui.screens.settings.keys_state import KeysState
from kimdesk.ui.shell.family_parts import compact
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.surfaces import Card, ListRow, clear, column, rule
from kimdesk.ui.widgets.tags import Tag


def _day(day: dt.date) -> str:
    return f"{day:%d.%m.%Y}"


class KeysPage(PartPage):
    """Shows the ways, tells what is asked for."""

    passphrase_asked = Signal()
    code_asked = Signal()
    kept = Signal()
    back = Signal()
    deposit_asked = Signal()
    end_asked = Signal()
    key_asked = Signal()

    def __init__(self) -> None:
        self.card = Card(self.tr("Schlüssel"))
        compact(self.card)
        super().__init__(self.card)
        self._rows = column(spacing=2)
        self._why = Paragraph("", "small")
        self._desk_why = self.tr(
            "Der Tresor öffnet sich mit der Passphrase, mit dem Code auf dem Wiederherstellungsblatt, und wenn Sie"
            " es wollen mit zwei Personen beim Träger zusammen. Vor jeder Änderung wird die Passphrase gefragt."
        )
        self.card.add(rule(), self._why, self._rows)

    def show_state(self, state: KeysState) -> None:
        """Show every way."""
        body_why = self.tr(
            "Der Tresor öffnet sich mit der Passphrase und mit dem Code auf dem Wiederherstellungsblatt. Vor jeder"
            " Änderung wird die Passphrase gefragt."
        )
        self._why.set_body(body_why if state.body else self._desk_why)
        clear(self._rows)
        if not state.loaded:
            self._rows.addWidget(Paragraph(self.tr("wird nachgesehen …"), "dim"))
            return
        deposit = [] if state.body else [self._deposit(state)]
        rows = [self._passphrase(state), self._sheet(state), *deposit, self._key()]
        for at, each in enumerate(rows):
            if at:
                self._rows.addWidget(rule())
            self._rows.addWidget(each)
        usable = not state.busy and not state.practice
        for button in self.card.findChildren(Button):
            button.setEnabled(usable)
        if state.practice:
            self._rows.addWidget(Paragraph(self.tr("Im Beispiel zum Üben gibt es keine Schlüssel zu ändern."), "dim"))

    def _passphrase(self, state: KeysState) -> SplitRow:
        why = ""
        if state.passphrase_since is not None:
            why = self.tr("gilt seit {day}").format(day=_day(state.passphrase_since))
        change = Button(self.tr("Ändern …"))
        change.setAccessibleName(self.tr("Passphrase ändern"))
        change.clicked.connect(self.passphrase_asked)
        return SplitRow(ListRow(self.tr("Passphrase"), why, icon="key-round"), change)

    def _sheet(self, state: KeysState) -> SplitRow:
        fresh = Button(self.tr("Neues Blatt …"))
        fresh.clicked.connect(self.code_asked)
        why, tag, more = self._sheet_words(state)
        return SplitRow(ListRow(self.tr("Wiederherstellungsblatt"), why, icon="file-text"), tag, fresh, *more)

    def _sheet_words(self, state: KeysState) -> tuple[str, Tag, tuple[Button, ...]]:
        """Return the line below, the tag, and what else can be done."""
        if state.code_since is None:
            why = self.tr("Es gibt keinen Wiederherstellungscode. Ohne ihn hilft nur die Passphrase.")
            return why, Tag(self.tr("fehlt"), "red", icon="circle-alert"), ()
        since = self.tr("gilt seit {day}").format(day=_day(state.code_since))
        if not state.code_out:
            why = self.tr("Der neue Code kam nie auf Papier. Bitte stellen Sie ein neues Blatt aus.")
            return why, Tag(self.tr("Blatt fehlt"), "red", icon="circle-alert"), ()
        if state.body:
            why = self.tr("Es gehört im verschlossenen Umschlag an einen anderen Ort als der Rechner.")
            return f"{since}. {why}", Tag(self.tr("in Kraft"), "green", icon="check"), ()
        if state.code_kept is not None:
            back = Button(self.tr("Liegt nicht mehr dort"), kind="quiet")
            back.clicked.connect(self.back)
            word = self.tr("liegt beim Träger seit {day}").format(day=_day(state.code_kept))
            return since, Tag(word, "green", icon="check"), (back,)
        kept = Button(self.tr("Liegt beim Träger"), icon="check")
        kept.clicked.connect(self.kept)
        why = self.tr(
            "Es öffnet den Tresor ohne Passphrase. Im verschlossenen Umschlag gehört es, oder eine Abschrift von Hand,"
            " zum Träger."
        )
        return f"{since}. {why}", Tag(self.tr("noch nicht beim Träger"), "amber", icon="clock"), (kept,)

    def _deposit(self, state: KeysState) -> SplitRow:
        what = self.tr("Hinterlegung beim Träger")
        if state.escrow_since is None:
            why = self.tr("Zwei Personen beim Träger können gemeinsam wieder hineinhelfen; keine kann es allein.")
            agree = Button(self.tr("Hinterlegen …"))
            agree.clicked.connect(self.deposit_asked)
            return SplitRow(ListRow(what, why, icon="users"), Tag(self.tr("nicht hinterlegt")), agree)
        names = self.tr(" und ").join(holder.label or "?" for holder in state.holders)
        why = self.tr("{names}, seit {day}").format(names=names, day=_day(state.escrow_since))
        end = Button(self.tr("Beenden …"))
        end.setAccessibleName(self.tr("Hinterlegung beenden"))
        end.clicked.connect(self.end_asked)
        tag = Tag(self.tr("hinterlegt"), "green", icon="check")
        return SplitRow(ListRow(what, why, icon="users"), tag, end)

    def _key(self) -> SplitRow:
        why = self.tr("Nach einem Diebstahl, oder wenn jemand Passphrase und eine Kopie des Tresors hatte.")
        change = Button(self.tr("Wechseln …"))
        change.setAccessibleName(self.tr("Schlüssel des Tresors wechseln"))
        change.clicked.connect(self.key_asked)
        return SplitRow(ListRow(self.tr("Schlüssel des Tresors"), why, icon="lock"), change)

    def say(self, what: str) -> None:
        """Say that something is done."""
        words = {
            "passphrase": (
                self.tr("Die Passphrase ist geändert."),
                self.tr("Ältere Sicherungen und Kopien öffnet weiterhin die alte."),
            ),
            "sheet": (
                self.tr("Das neue Blatt gilt."),
                self.tr("Das alte öffnet nur noch ältere Sicherungen. Bitte bringen Sie das neue zum Träger."),
            ),
            "kept": (self.tr("Eingetragen: Das Blatt liegt beim Träger."), ""),
            "back": (self.tr("Eingetragen: Das Blatt liegt nicht mehr beim Träger."), ""),
            "deposited": (
                self.tr("Der Schlüssel ist hinterlegt."),
                self.tr("Die nächste Sicherung nimmt die Hinterlegung mit."),
            ),
            "ended": (self.tr("Die Hinterlegung ist beendet."), self.tr("Ältere Sicherungen behalten ihre.")),
        }
        self.strip.say(*words[what], tone="green")
