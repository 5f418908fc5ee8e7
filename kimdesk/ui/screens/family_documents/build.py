"""Puts the page of a family's files together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kimdesk.base.ids import from_hex
from kimdesk.ui.dialogs.passphrase import ask_passphrase
from kimdesk.ui.forms.form import FormContext
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.family_documents.giving import GiveDialog
from kimdesk.ui.screens.family_documents.presenter import DocumentsPresenter
from kimdesk.ui.screens.family_documents.view import DocumentsView
from kimdesk.ui.shell.screen import Context, Screen


def build(context: Context, record: str) -> Screen:
    """Return the page of the files of the case with this id (hex)."""
    desk = context.desk
    form = FormContext(reference=desk.reference, today=desk.today, language=language(), port=context.port)
    view = DocumentsView(form, context.runner)
    presenter = DocumentsPresenter(context, from_hex(record), view)
    view.chosen.connect(presenter.select)
    view.files_given.connect(presenter.add)
    view.data_given.connect(presenter.add_data)
    view.unchanged_asked.connect(presenter.add_unchanged)
    view.cancel_asked.connect(presenter.cancel)
    view.take_back_asked.connect(presenter.take_back)
    view.clear_asked.connect(presenter.clear_sources)
    view.remove_asked.connect(presenter.remove)
    view.misdirected_asked.connect(presenter.misdirect)
    view.restore_asked.connect(presenter.restore)
    view.give_asked.connect(presenter.out.ask_give)
    view.receiver_chosen.connect(presenter.out.choose_receiver)
    view.place_chosen.connect(presenter.out.give)
    view.outside_failed.connect(presenter.out.close_outside)
    _prove(context, view, presenter)
    return Screen("family_documents", view, presenter, family=True)


def _prove(context: Context, view: DocumentsView, presenter: DocumentsPresenter) -> None:
    """Whoever lets a file out of the vault shows first that it is their desk."""

    def save(dialog: GiveDialog) -> None:
        ask_passphrase(
            dialog,
            context.desk,
            context.runner,
            why=QCoreApplication.translate("DocumentsView", "Mit der Kopie verlassen Angaben den Tresor."),
            go_on=QCoreApplication.translate("DocumentsView", "Weiter zum Speichern"),
            act=dialog.ask_place,
        )

    def show_outside() -> None:
        ask_passphrase(
            view,
            context.desk,
            context.runner,
            why=QCoreApplication.translate("DocumentsView", "Ein anderes Programm bekommt die Datei unverschlüsselt."),
            go_on=QCoreApplication.translate("DocumentsView", "Öffnen"),
            act=presenter.out.open_outside,
        )

    view.place_asked.connect(save)
    view.outside_asked.connect(show_outside)
