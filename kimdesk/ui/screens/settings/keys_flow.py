"""The way of each change of keys: the passphrase once more, then what is asked, then the change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from kimdesk.base.errors import KimError
from kimdesk.ui.dialogs.passphrase import ask_passphrase, ask_passphrase_itself
from kimdesk.ui.dialogs.sheet import Sheet, SheetDialog
from kimdesk.ui.screens.settings.around import Around
from kimdesk.ui.screens.settings.keys_dialogs import DepositDialog, NewPassphraseDialog
from kimdesk.ui.screens.settings.keys_presenter import KeysPresenter
from kimdesk.ui.screens.settings.keys_state import KeysState
from kimdesk.ui.screens.settings.keys_view import KeysPage
from kimdesk.ui.shell.screen import Screen


class KeysFlow(QObject):
    """Stands between page and presenter: opens the dialogs."""

    def __init__(self, context: Around, page: KeysPage) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._deposit_dialog: DepositDialog | None = None
        self.presenter = KeysPresenter(context, self)
        page.passphrase_asked.connect(self.change_passphrase)
        page.code_asked.connect(self.issue_code)
        page.kept.connect(self.presenter.keep_code)
        page.back.connect(self.presenter.code_is_back)
        page.deposit_asked.connect(self.deposit)
        page.end_asked.connect(self.end_deposit)
        page.key_asked.connect(self.change_key)

    # what the presenter asks of its view ------------------------------------------

    def show_state(self, state: KeysState) -> None:
        """Show a moment."""
        self._page.show_state(state)

    def say(self, what: str) -> None:
        """Say that something is done."""
        if self._deposit_dialog is not None:
            self._deposit_dialog.accept()
        self._page.say(what)

    def fail(self, error: KimError) -> None:
        """Say what went wrong, in the dialog that asked where there is one."""
        (self._deposit_dialog or self._page).strip.fail(error)

    def show_sheet(self, sheet: Sheet) -> None:
        """Bring a new sheet onto paper."""
        dialog = SheetDialog(self._page, sheet, lambda file: self._save(sheet, file))
        dialog.accepted.connect(self.presenter.sheet_is_out)
        dialog.rejected.connect(self.presenter.sheet_is_lost)
        dialog.open()

    def _save(self, sheet: Sheet, file: Path) -> None:
        self.presenter.save_sheet(sheet, file)

    # each change --------------------------------------------------------------------

    def _prove(self, why: str, act: Callable[[], None], over: QWidget | None = None) -> None:
        go_on = QCoreApplication.translate("KeysFlow", "Weiter")
        ask_passphrase(over or self._page, self._context.desk, self._context.runner, why=why, go_on=go_on, act=act)

    def change_passphrase(self) -> None:
        """Ask for the old passphrase, then for a new one."""
        self._prove(self.tr("Danach wählen Sie eine neue Passphrase."), self._ask_new)

    def _ask_new(self) -> None:
        dialog = NewPassphraseDialog(self._page, self.presenter.strength, self.presenter.suggestion)
        dialog.chosen.connect(self.presenter.change_passphrase)
        dialog.open()

    def issue_code(self) -> None:
        """Ask for the passphrase, then issue a new code."""
        why = self.tr("Danach gilt ein neuer Wiederherstellungscode. Das bisherige Blatt öffnet den Tresor nicht mehr.")
        self._prove(why, self.presenter.new_code)

    def deposit(self) -> None:
        """Ask for cards and words, then for the passphrase, then deposit."""
        dialog = self._deposit_dialog = DepositDialog(self._page, self.presenter.card)
        self._context.remember(dialog, "deposit", dialog.kept())
        dialog.chosen.connect(self._deposit)
        dialog.finished.connect(self._deposit_closed)
        dialog.open()

    def _deposit_closed(self) -> None:
        self._deposit_dialog = None

    def _deposit(self, cards: tuple[tuple[Path, str], ...]) -> None:
        why = self.tr("Damit bekommen zwei Personen beim Träger je einen Anteil am Schlüssel.")
        self._prove(why, lambda: self.presenter.deposit(cards), over=self._deposit_dialog)

    def end_deposit(self) -> None:
        """Ask for the passphrase, then end the deposit."""
        why = self.tr("Danach kann Ihnen niemand beim Träger mehr hineinhelfen. Das Blatt bleibt gültig.")
        self._prove(why, self.presenter.end_deposit)

    def change_key(self) -> None:
        """Ask for the passphrase and let the program change the vault key with it."""
        ask_passphrase_itself(
            self._page,
            self._context.desk,
            self._context.runner,
            why=self.tr(
                "Der Tresor wird geschlossen und ganz neu verschlüsselt. Das dauert je nach Größe einige Minuten."
                " Danach gilt ein neues Wiederherstellungsblatt, und Sie öffnen den Tresor neu."
            ),
            go_on=self.tr("Schlüssel wechseln"),
            act=self.presenter.change_key,
        )


def build_keys(context: Around) -> Screen:
    """Return the part about keys."""
    page = KeysPage()
    flow = KeysFlow(context, page)
    page.show_state(flow.presenter.state)
    return Screen("settings_keys", page, flow.presenter)
