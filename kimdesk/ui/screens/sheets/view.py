"""Recovery sheets and shares on the screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kimdesk.base.errors import KimError
from kimdesk.ui.dialogs.ask import Dialog, confirm
from kimdesk.ui.dialogs.files import ask_files, ask_save
from kimdesk.ui.screens.sheets.dialogs import AnswerDialog, CardDialog, SheetDialog
from kimdesk.ui.screens.sheets.presenter import SheetsPresenter
from kimdesk.ui.screens.sheets.state import Given, Request, SheetRow, SheetsState
from kimdesk.ui.shell.asking import AskingPage
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.dates import show_day
from kimdesk.ui.widgets.drop import FileDrop
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.notices import EmptyState
from kimdesk.ui.widgets.surfaces import Card, Flow, ListRow, PageHead, clear, rule
from kimdesk.ui.widgets.tags import Tag

Prove = Callable[[QWidget, Callable[[], None]], None]
"""Asks over a dialog for the passphrase, then does something."""


def _trust(_over: QWidget, act: Callable[[], None]) -> None:
    act()


class SheetsView(AskingPage[SheetsPresenter]):
    """Shows for every desk whether its recovery sheet lies here, and what this holder can do for those locked out."""

    devices_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._list = Card()
        self._list.setAccessibleName(self.tr("Wiederherstellungsblätter"))
        self._shares = Card()
        self._dialog: Dialog | None = None
        self.prove: Prove = _trust
        self._words = ""
        self._lay_out()
        self.drop = FileDrop(self)
        self.drop.dropped.connect(self._dropped)

    def _lay_out(self) -> None:
        self._head = PageHead(self.tr("Wiederherstellung"))
        why = self.tr(
            "Wer seine Passphrase vergisst, kommt nur mit dem Wiederherstellungsblatt wieder in den Tresor. Hier steht,"
            " welche Blätter verschlossen beim Träger liegen."
        )
        self.box.addWidget(self._head)
        self.box.addWidget(Paragraph(why, "dim"))
        self.box.addWidget(self.strip)
        self.box.addWidget(self._list)
        self.box.addWidget(self._shares)
        self.box.addStretch(1)

    def show_state(self, state: SheetsState) -> None:
        """Show every desk with its sheet."""
        held = sum(row.since is not None for row in state.rows)
        text = self.tr("{held} von {all} hinterlegt").format(held=held, all=len(state.rows))
        self._head.count.setText(text if state.rows else "")
        clear(self._list.box)
        for at, row in enumerate(state.rows):
            if at:
                self._list.box.addWidget(rule())
            self._list.box.addWidget(self._row(row))
        if state.loaded and not state.rows:
            self._list.box.addWidget(self._nobody())
        self._show_shares(state)

    def _show_shares(self, state: SheetsState) -> None:
        self._words = state.words
        clear(self._shares.box)
        why = self.tr(
            "Ein Arbeitsplatz kann seinen Schlüssel in zwei Hälften hinterlegen, bei zwei Personen mit je einem eigenen"
            " Trägertresor. Geht alles verloren, geben beide ihren Anteil; einer allein öffnet nichts."
        )
        self._shares.add(Label(self.tr("Anteile am Schlüssel, vier Augen"), "section"), Paragraph(why, "small"))
        card = Button(self.tr("Karte speichern …"), icon="key-round")
        card.clicked.connect(self._ask_card)
        answer = Button(self.tr("Anfrage beantworten …"), icon="folder-open")
        answer.clicked.connect(self._ask_request)
        self._shares.add(Flow(card, answer))
        for each in state.given:
            self._shares.add(rule(), self._given_row(each))

    def _given_row(self, each: Given) -> ListRow:
        made = ListRow(each.label, f"{show_day(each.day)} · {each.reason}", icon="key-round")
        return made.add_end(Tag(self.tr("Anteil gegeben"), icon="check"))

    def _row(self, row: SheetRow) -> ListRow:
        if row.since is None:
            made = ListRow(row.label, self.tr("Von diesem Gerät liegt kein Blatt hier."), icon="laptop")
            made.add_end(Tag(self.tr("fehlt"), "amber", icon="clock"))
            take = Button(self.tr("Eintragen …"), kind="quiet")
            take.setAccessibleName(self.tr("Blatt von „{label}“ eintragen").format(label=row.label))
            take.clicked.connect(lambda: self._ask_where(row))
            return made.add_end(take)
        since = self.tr("seit {day}").format(day=show_day(row.since))
        made = ListRow(row.label, " · ".join(part for part in (row.where, since) if part), icon="laptop")
        made.add_end(Tag(self.tr("liegt hier"), "green", icon="check"))
        back = Button(self.tr("Zurückgegeben …"), kind="quiet")
        back.setAccessibleName(self.tr("Blatt von „{label}“ zurückgegeben").format(label=row.label))
        back.clicked.connect(lambda: self._ask_back(row))
        return made.add_end(back)

    def _nobody(self) -> EmptyState:
        step = Button(self.tr("Zu den Geräten"), icon="laptop")
        step.clicked.connect(self.devices_asked)
        why = self.tr("Sobald Arbeitsplätze zugelassen sind, steht hier, ob ihr Blatt beim Träger liegt.")
        return EmptyState(self.tr("Noch ist kein Arbeitsplatz zugelassen"), why, icon="key-round", step=step)

    def _ask_where(self, row: SheetRow) -> SheetDialog:
        dialog = SheetDialog(self, row)
        dialog.wanted.connect(self._asks.take)
        self.remember(dialog, f"sheet:{row.short_name}", dialog.kept())
        dialog.open()
        return dialog

    def _ask_back(self, row: SheetRow) -> Dialog:
        return confirm(
            self,
            self.tr("Blatt von „{label}“ zurückgegeben?").format(label=row.label),
            self.tr("Danach steht hier, dass es fehlt."),
            yes=self.tr("Zurückgegeben"),
            act=lambda: self._asks.give_back(row.short_name),
        )

    # shares ---------------------------------------------------------------

    def _open(self, dialog: Dialog) -> None:
        self._dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self._dialog = None

    def _ask_card(self) -> None:
        dialog = CardDialog(self, self._words)
        dialog.wanted.connect(self._ask_card_place)
        self.remember(dialog, "card", dialog.kept())
        self._open(dialog)

    def _ask_card_place(self, label: str) -> None:
        ask_save(
            self,
            self.tr("Karte speichern"),
            "Anteil.kimh",
            self.tr("Karte (*.kimh)"),
            lambda path: self._asks.write_card(label, path),
        )

    def show_card_written(self) -> None:
        """Say that the card is written."""
        if self._dialog is not None:
            self._dialog.accept()
        self.strip.say(self.tr("Die Karte ist geschrieben. Sie enthält kein Geheimnis."), tone="green")

    def _ask_request(self) -> None:
        kinds = (self.tr("Anfrage (*.kimn)"), self.tr("Alle Dateien (*)"))
        ask_files(self, self.tr("Anfrage öffnen"), kinds, self._dropped)

    def _dropped(self, files: tuple[Path, ...]) -> None:
        self.strip.hide()
        self._asks.read(files[0])

    def ask_words(self, request: Request) -> None:
        """Ask for the words heard and the reason."""
        dialog = AnswerDialog(self, request)
        dialog.wanted.connect(lambda *said: self.prove(dialog, partial(self._ask_answer_place, *said)))
        self.remember(dialog, f"answer:{request.label}", dialog.kept())
        self._open(dialog)

    def _ask_answer_place(self, words: str, reason: str) -> None:
        ask_save(
            self,
            self.tr("Anteil speichern"),
            "Anteil.kima",
            self.tr("Anteil (*.kima)"),
            lambda path: self._asks.give(words, reason, path),
        )

    def show_given(self) -> None:
        """Say that the share is written."""
        if self._dialog is not None:
            self._dialog.accept()
        self.strip.say(
            self.tr("Ihr Anteil ist geschrieben, nur für diese Anfrage verschlüsselt."),
            self.tr("Dass und warum Sie ihn gegeben haben, steht jetzt auf dieser Seite."),
            tone="green",
        )

    def show_error(self, error: KimError) -> None:
        """Say what went wrong, in the dialog if it is open."""
        (self._dialog.strip if self._dialog is not None else self.strip).fail(error)
