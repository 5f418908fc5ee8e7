"""A family's first page for the gallery."""

from __future__ import annotations

from kimdesk.ui.screens.family_overview.build import build
from kimdesk.ui.screens.family_overview.view import OverviewView
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the page as it reads, or with a form opened in place."""
    screen = build(context, sample_case(context.desk).hex())
    if state == "edit" and isinstance(screen.widget, OverviewView):
        screen.widget.wish.edit()
    return screen
