"""Puts the list of text blocks together."""

from __future__ import annotations

from kimdesk.office.provider import Provider
from kimdesk.ui.screens.blocks.gateway import ProviderGateway
from kimdesk.ui.screens.blocks.presenter import BlocksPresenter
from kimdesk.ui.screens.blocks.view import BlocksView
from kimdesk.ui.shell.authority import AuthorityContext
from kimdesk.ui.shell.screen import Screen


def build(context: AuthorityContext[Provider], _record: str = "") -> Screen:
    """Return the text blocks of the open provider."""
    view = BlocksView(context.vault.reference, context.vault.today)
    presenter = BlocksPresenter(ProviderGateway(context.vault), context.runner, view)
    view.attach(presenter)
    view.remember = context.remember
    return Screen("blocks", view, presenter)
