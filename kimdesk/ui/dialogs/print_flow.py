"""Opens the print dialog for any document of a case: the one way a document of a case leaves through the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kimdesk.ui.dialogs.passphrase import ask_passphrase
from kimdesk.ui.dialogs.print_presenter import PrintPresenter
from kimdesk.ui.dialogs.print_state import PrintJob
from kimdesk.ui.dialogs.print_view import PrintDialog
from kimdesk.ui.i18n import language
from kimdesk.ui.shell.screen import Context


def open_print(parent: QWidget | None, context: Context, job: PrintJob) -> PrintDialog:
    """Ask for whom a document is, show what would leave, save or print it."""
    dialog = made(parent, context, job)[0]
    dialog.open()
    return dialog


def made(parent: QWidget | None, context: Context, job: PrintJob) -> tuple[PrintDialog, PrintPresenter]:
    """Return the dialog with its presenter, not yet shown."""
    dialog = PrintDialog(parent, context.runner, context.desk.reference, language())
    presenter = PrintPresenter(context.desk, context.runner, job, dialog)
    dialog.own_chosen.connect(lambda on: presenter.choose_own(on=on))
    dialog.reader_chosen.connect(lambda key, on: presenter.choose_reader(key, on=on))
    dialog.about_chosen.connect(presenter.choose_about)
    dialog.languages_chosen.connect(presenter.choose_languages)
    dialog.edition_chosen.connect(presenter.choose_edition)
    dialog.signature_chosen.connect(lambda on: presenter.choose_signature(on=on))
    dialog.named_chosen.connect(lambda on: presenter.choose_named(on=on))
    dialog.front_chosen.connect(lambda on: presenter.choose_front(on=on))
    dialog.all_lines_chosen.connect(presenter.choose_all_lines)
    dialog.line_chosen.connect(lambda number, on: presenter.choose_line(number, on=on))
    dialog.save_asked.connect(lambda: _prove(context, dialog, presenter))
    dialog.print_asked.connect(presenter.ask_print)
    dialog.variant_chosen.connect(presenter.choose_variant)
    dialog.latin_accepted.connect(presenter.accept_latin)
    dialog.place_chosen.connect(presenter.save)
    dialog.printed.connect(presenter.printed)
    dialog.print_failed.connect(presenter.fail)
    dialog.list_asked.connect(presenter.put_on_list)
    dialog.given.connect(presenter.given)
    presenter.opened()
    return dialog, presenter


def _prove(context: Context, dialog: PrintDialog, presenter: PrintPresenter) -> None:
    """Whoever lets a file out of the vault shows first that it is their desk."""
    ask_passphrase(
        dialog,
        context.desk,
        context.runner,
        why=QCoreApplication.translate("PrintDialog", "Mit der Datei verlassen Angaben den Tresor."),
        go_on=QCoreApplication.translate("PrintDialog", "Weiter zum Speichern"),
        act=presenter.ask_save,
    )
