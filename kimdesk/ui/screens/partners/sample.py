"""The directory for the gallery."""

from __future__ import annotations

from kimdesk.domain.records import Partner
from kimdesk.ui.screens.partners.build import build
from kimdesk.ui.screens.partners.presenter import PartnersPresenter
from kimdesk.ui.screens.partners.state import Filter
from kimdesk.ui.screens.partners.view import PartnersView
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the directory in one of its states: list, edit, nothing, interpreters."""
    screen = build(context)
    presenter, view = screen.presenter, screen.widget
    assert isinstance(presenter, PartnersPresenter)
    assert isinstance(view, PartnersView)
    presenter.opened()
    wanted = {each.name: each.id.hex() for each in context.desk.page.every(Partner)}
    if "Migrationsberatung Ochtrup" in wanted:
        presenter.choose(wanted["Migrationsberatung Ochtrup"])
    if state == "edit":
        view.partner.edit()
    elif state == "nothing":
        view.search.setText("Zzyzx")
        presenter.narrow(Filter(text="Zzyzx"))
    elif state == "interpreters":
        view.show_interpreters()
    return screen
