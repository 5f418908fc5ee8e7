"""Puts the list of recovery sheets together."""

from __future__ import annotations

from kimdesk.office.provider import Provider
from kimdesk.ui.screens.sheets.gateway import ProviderGateway
from kimdesk.ui.screens.sheets.presenter import SheetsPresenter
from kimdesk.ui.screens.sheets.view import SheetsView
from kimdesk.ui.shell.authority import AuthorityContext
from kimdesk.ui.shell.screen import Screen


def build(context: AuthorityContext[Provider], _record: str = "") -> Screen:
    """Return the recovery sheets of the open provider."""
    view = SheetsView()
    presenter = SheetsPresenter(ProviderGateway(context.vault), context.runner, view)
    view.attach(presenter)
    view.remember = context.remember
    view.devices_asked.connect(lambda: context.go("devices", ""))
    return Screen("sheets", view, presenter)
