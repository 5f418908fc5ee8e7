"""The caseload for the gallery."""

from __future__ import annotations

from kimdesk.casework import families
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.families.build import build
from kimdesk.ui.screens.families.form import NewFamilyDialog
from kimdesk.ui.screens.families.presenter import FamiliesPresenter
from kimdesk.ui.screens.families.state import Filter
from kimdesk.ui.screens.families.view import FamiliesView
from kimdesk.ui.shell.family_sample import STORY
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the caseload in one of its states: list, filter, nothing."""
    screen = build(context)
    presenter, view = screen.presenter, screen.widget
    if isinstance(presenter, FamiliesPresenter) and isinstance(view, FamiliesView):
        presenter.opened()
        view.search.setFocus()
        view.table.choose(families.find(context.desk, STORY).n)
        if state == "filter":
            view.search.setText("al")
            presenter.narrow(Filter(phase="clarification"))
        elif state == "nothing":
            view.search.setText("Zzyzx")
            presenter.search("Zzyzx")
    return screen


def make_form(context: Context, _state: str) -> Screen:
    """Return the short form of a new family."""
    desk = context.desk
    form = NewFamilyDialog(None, desk.reference, language(), desk.today)
    form.family_name.setText("Dimitrov")
    return Screen("families_new", form)
