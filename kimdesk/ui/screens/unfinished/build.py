"""Puts the screen of unfinished entries together."""

from __future__ import annotations

from kimdesk.ui.i18n import language
from kimdesk.ui.screens.unfinished.presenter import UnfinishedPresenter
from kimdesk.ui.screens.unfinished.view import UnfinishedView
from kimdesk.ui.shell.screen import Context, Screen


def build(context: Context, _record: str = "") -> Screen:
    """Return what was typed and never became part of a record."""
    view = UnfinishedView()
    presenter = UnfinishedPresenter(context, view, language())
    view.take_asked.connect(presenter.take)
    view.open_asked.connect(presenter.open)
    view.drop_asked.connect(presenter.drop)
    view.today_asked.connect(lambda: context.go("today", ""))
    return Screen("unfinished", view, presenter)
