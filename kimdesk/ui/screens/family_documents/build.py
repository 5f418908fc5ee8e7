"""Puts the page of a family's files together."""

from __future__ import annotations

from kimdesk.base.ids import from_hex
from kimdesk.ui.forms.form import FormContext
from kimdesk.ui.i18n import language
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
    view.outside_asked.connect(presenter.out.open_outside)
    view.outside_failed.connect(presenter.out.close_outside)
    return Screen("family_documents", view, presenter, family=True)
