"""Puts the screen of standing in together."""

from __future__ import annotations

from kimdesk.ui.dialogs.memory import Typed
from kimdesk.ui.screens.deputyship.presenter import DeputyshipPresenter
from kimdesk.ui.screens.deputyship.view import DeputyshipView
from kimdesk.ui.shell.screen import Context, Screen


def build(context: Context, _record: str = "") -> Screen:
    """Return the screen on which a colleague's package is opened and read."""
    view = DeputyshipView()
    presenter = DeputyshipPresenter(context, view)
    view.asking.look_asked.connect(presenter.look)
    view.asking.open_asked.connect(presenter.open)
    view.close_asked.connect(presenter.close)
    view.show_state(presenter.state)
    context.remember(Typed(view.asking, view.strip), "deputyship", view.asking.kept())
    return Screen("deputyship", view, presenter)
