"""Puts the list of backups together."""

from __future__ import annotations

from kimdesk.office.provider import Provider
from kimdesk.ui.screens.backups.gateway import ProviderGateway
from kimdesk.ui.screens.backups.presenter import BackupsPresenter
from kimdesk.ui.screens.backups.view import BackupsView
from kimdesk.ui.shell.authority import AuthorityContext
from kimdesk.ui.shell.screen import Screen


def build(context: AuthorityContext[Provider], _record: str = "") -> Screen:
    """Return the backups of the open provider."""
    view = BackupsView()
    presenter = BackupsPresenter(ProviderGateway(context.vault), context.runner, view)
    view.attach(presenter)
    return Screen("backups", view, presenter)
