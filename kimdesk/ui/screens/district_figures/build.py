"""Puts the district's figures together."""

from __future__ import annotations

from kimdesk.office.office import Office
from kimdesk.ui import i18n
from kimdesk.ui.screens.district_figures.gateway import OfficeGateway
from kimdesk.ui.screens.district_figures.presenter import FiguresPresenter
from kimdesk.ui.screens.district_figures.view import FiguresView
from kimdesk.ui.shell.authority import AuthorityContext
from kimdesk.ui.shell.screen import Screen


def build(context: AuthorityContext[Office], _record: str = "") -> Screen:
    """Return the figures of the open office."""
    view = FiguresView(context.vault.reference, i18n.language())
    presenter = FiguresPresenter(OfficeGateway(context.vault), context.runner, view)
    view.attach(presenter)
    view.inbox_asked.connect(lambda: context.go("inbox", ""))
    return Screen("district_figures", view, presenter)
