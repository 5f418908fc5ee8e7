"""Puts the turned screen together."""

from __future__ import annotations

from kimdesk.casework.turning import Turn
from kimdesk.ui.screens.turned.presenter import TurnedPresenter
from kimdesk.ui.screens.turned.view import TurnedView
from kimdesk.ui.shell.screen import Context, Screen


def build(context: Context, record: str) -> Screen:
    """Return the screen for the person, case and language that `record` names (`Turn.text`)."""
    view = TurnedView()
    presenter = TurnedPresenter(context, Turn.parse(record), view)
    view.back_asked.connect(presenter.back)
    return Screen("turned", view, presenter)
