"""Puts the district's observations together."""

from __future__ import annotations

from kimdesk.office.office import Office
from kimdesk.ui import i18n
from kimdesk.ui.screens.district_observations.gateway import OfficeGateway
from kimdesk.ui.screens.district_observations.presenter import ObservationsPresenter
from kimdesk.ui.screens.district_observations.view import ObservationsView
from kimdesk.ui.shell.authority import AuthorityContext
from kimdesk.ui.shell.screen import Screen


def build(context: AuthorityContext[Office], _record: str = "") -> Screen:
    """Return the observations of the open office."""
    vault = context.vault
    view = ObservationsView(vault.reference, i18n.language(), vault.today)
    presenter = ObservationsPresenter(OfficeGateway(vault), context.runner, view)
    view.attach(presenter)
    view.inbox_asked.connect(lambda: context.go("inbox", ""))
    return Screen("district_observations", view, presenter)
