"""Puts the page of a family's history together."""

from __future__ import annotations

from kimdesk.base.ids import RecordId
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.family_history.presenter import HistoryPresenter
from kimdesk.ui.screens.family_history.view import HistoryView
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.shell.screen import Context, Screen


def build(context: Context, record: str) -> Screen:
    """Return the history of the case with this id (hex)."""
    view = HistoryView(Words(context.desk.reference, context.desk.today))
    presenter = HistoryPresenter(context, RecordId(bytes.fromhex(record)), view, language())
    view.kind_chosen.connect(presenter.choose)
    view.more_asked.connect(presenter.show_more)
    view.back_asked.connect(presenter.put_back)
    return Screen("family_history", view, presenter, family=True)
