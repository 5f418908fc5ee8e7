"""How a case changes hands in the window: a card read, a file written or taken in, each an act of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.casework import colleagues, handing_over, protection, slips, taking_over
from kimdesk.casework.handing_over import Handover
from kimdesk.domain.changes import Changes
from kimdesk.domain.records import ProtectionEntry
from kimdesk.domain.views.handover import ArrivedCase, Colleague, HandoverPreview
from kimdesk.ui.dialogs.files import ask_files, ask_save
from kimdesk.ui.dialogs.handover import HandoverDialog, TakeOverDialog
from kimdesk.ui.dialogs.passphrase import ask_passphrase

if TYPE_CHECKING:
    from kimdesk.ui.shell.screen import Context

Failed = Callable[[KimError], None]
FILE_NAME: Final = "Übergabe.kimu"
CARD_NAME: Final = "Karte.kimk"
SHOWN: Final = 80


class HandoverPresenter:
    """Listens to one dialog in which a case is given away."""

    def __init__(self, context: Context, case: RecordId, dialog: HandoverDialog, done: Callable[[str], None]) -> None:
        self._context, self._desk, self._case = context, context.desk, case
        self._dialog, self._done = dialog, done

    def read_card(self, path: Path) -> None:
        """Read a colleague's card."""

        def shown(found: Colleague) -> None:
            self._dialog.show_card(path, found)

        self._context.runner.run(
            lambda _steps: handing_over.colleague(self._desk, path), shown, failed=self._dialog.fail
        )

    def ask_protection(self) -> None:
        """Open child protection once more with the passphrase."""
        ask_passphrase(
            self._dialog,
            self._desk,
            self._context.runner,
            why=QCoreApplication.translate("Handover", "Kinderschutz öffnet nur mit Ihrer Passphrase."),
            go_on=QCoreApplication.translate("Handover", "Öffnen"),
            act=self._show_protection,
        )

    def _show_protection(self) -> None:
        def shown(found: tuple[ProtectionEntry, ...]) -> None:
            self._dialog.show_protection([(each.id.hex(), _line(each)) for each in found])
            key = f"{slips.PROTECTED}handover:{self._case.hex()}"
            self._context.remember(self._dialog, key, self._dialog.kept_protection())

        self._context.runner.run(
            lambda _steps: protection.entries(self._desk, self._case), shown, failed=self._dialog.fail, lane="query"
        )

    def give(self, order: Handover) -> None:
        """Ask who sits here and where the file goes, then write it and close the case."""
        ask_passphrase(
            self._dialog,
            self._desk,
            self._context.runner,
            why=QCoreApplication.translate("Handover", "Mit der Übergabe verlässt ein ganzer Fall diesen Rechner."),
            go_on=QCoreApplication.translate("Handover", "Weiter zum Speichern"),
            act=lambda: self._ask_place(order),
        )

    def _ask_place(self, order: Handover) -> None:
        title = QCoreApplication.translate("Handover", "Übergabedatei speichern")
        ask_save(self._dialog, title, FILE_NAME, "KIM Desk (*.kimu)", lambda path: self.save(order, path))

    def save(self, order: Handover, path: Path) -> None:
        """Write the file; from then on the case is the colleague's."""
        target = path if path.suffix else path.with_suffix(Path(FILE_NAME).suffix)

        def given(changes: Changes) -> None:
            self._dialog.accept()
            self._context.tell(changes)
            self._done(" ".join(order.name.split()))

        self._dialog.give.setEnabled(False)
        self._context.runner.run(
            lambda _steps: handing_over.give(self._desk, self._case, order, target), given, failed=self._failed
        )

    def _failed(self, error: KimError) -> None:
        self._dialog.give.setEnabled(True)
        self._dialog.fail(error)


def _line(entry: ProtectionEntry) -> str:
    """Return an entry as one line to pick it by."""
    text = " ".join((entry.observed or entry.said or entry.assessment or "").split())
    return f"{entry.date:%d.%m.%Y}: {text[:SHOWN]}{'…' if len(text) > SHOWN else ''}"


def open_handover(
    parent: QWidget, context: Context, case: RecordId, *, done: Callable[[str], None], failed: Failed
) -> None:
    """Show what would go and ask for whom; `done` gets the colleague's name."""

    def shown(found: HandoverPreview) -> None:
        made(parent, context, case, found, done).open()

    context.runner.run(lambda _steps: handing_over.preview(context.desk, case), shown, failed=failed, lane="query")


def made(
    parent: QWidget | None, context: Context, case: RecordId, found: HandoverPreview, done: Callable[[str], None]
) -> HandoverDialog:
    """Return the dialog with its presenter, not yet shown."""
    dialog = HandoverDialog(parent, found)
    presenter = HandoverPresenter(context, case, dialog, done)
    dialog.presenter = presenter
    dialog.card_chosen.connect(presenter.read_card)
    dialog.protection_asked.connect(presenter.ask_protection)
    dialog.wanted.connect(presenter.give)
    context.remember(dialog, f"handover:{case.hex()}", dialog.kept())
    return dialog


# the other side ---------------------------------------------------------------------


def open_take_over(parent: QWidget, context: Context, *, failed: Failed) -> None:
    """Ask for the file of a hand-over and show what it holds."""
    title = QCoreApplication.translate("Handover", "Übergabe öffnen")
    ask_files(parent, title, ["KIM Desk (*.kimu)"], lambda files: take_over(parent, context, files[0], failed=failed))


def take_over(parent: QWidget, context: Context, path: Path, *, failed: Failed) -> None:
    """Show what a hand-over holds; taken is only what was seen."""

    def shown(found: ArrivedCase) -> None:
        dialog = TakeOverDialog(parent, found)
        presenter = TakeOverPresenter(context, path, dialog)
        dialog.presenter = presenter
        dialog.wanted.connect(presenter.take)
        dialog.open()

    context.runner.run(lambda _steps: taking_over.preview(context.desk, path), shown, failed=failed)


class TakeOverPresenter:
    """Takes what was shown, once."""

    def __init__(self, context: Context, path: Path, dialog: TakeOverDialog) -> None:
        self._context, self._path, self._dialog = context, path, dialog

    def take(self) -> None:
        """Write the case into this vault and go there."""

        def taken(found: tuple[RecordId, Changes]) -> None:
            case, changes = found
            self._dialog.accept()
            self._context.tell(changes)
            self._context.go("family_overview", case.hex())

        self._dialog.take.setEnabled(False)
        self._context.runner.run(
            lambda steps: taking_over.take(self._context.desk, self._path, steps), taken, failed=self._dialog.fail
        )


def save_card(parent: QWidget, context: Context, *, done: Callable[[str], None], failed: Failed) -> None:
    """Ask where this desk's card goes, and write it; `done` gets the eight words to read out."""
    desk = context.desk

    def write(path: Path) -> None:
        target = path if path.suffix else path.with_suffix(colleagues.CARD_SUFFIX)
        context.runner.run(lambda _steps: colleagues.save_card(desk, desk.info.label, target), done, failed=failed)

    title = QCoreApplication.translate("Handover", "Karte für Übergaben speichern")
    ask_save(parent, title, CARD_NAME, "KIM Desk (*.kimk)", write)
