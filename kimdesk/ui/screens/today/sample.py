"""Heute for the gallery: the demo's day, and a day without anything."""

from __future__ import annotations

from kimdesk.ui.screens.today.build import build
from kimdesk.ui.screens.today.presenter import TodayPresenter
from kimdesk.ui.screens.today.state import TodayState
from kimdesk.ui.screens.today.view import TodayView
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the screen in one of its states."""
    screen = build(context)
    assert isinstance(screen.presenter, TodayPresenter)
    if state == "nothing" and isinstance(screen.widget, TodayView):
        screen.widget.show_state(TodayState(day=context.desk.today, hour=10, active=0))
        return Screen("today", screen.widget)
    return screen
