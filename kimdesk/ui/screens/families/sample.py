"""The caseload for the gallery."""

from __future__ import annotations

from kimdesk.ui.screens.families.build import build
from kimdesk.ui.screens.families.presenter import FamiliesPresenter
from kimdesk.ui.screens.families.state import Filter
from kimdesk.ui.screens.families.view import FamiliesView
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the caseload in one of its states: list, filter, nothing."""
    screen = build(context)
    presenter, view = screen.presenter, screen.widget
    if isinstance(presenter, FamiliesPresenter) and isinstance(view, FamiliesView):
        presenter.opened()
        if state == "filter":
            view.search.setText("al")
            presenter.narrow(Filter(phase="clarification"))
        elif state == "nothing":
            view.search.setText("Zzyzx")
            presenter.search("Zzyzx")
    return screen
