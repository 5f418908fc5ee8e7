"""Puts the list of devices together."""

from __future__ import annotations

from kimdesk.office.authority import AuthoritySession
from kimdesk.ui import i18n
from kimdesk.ui.screens.devices.gateway import VaultGateway
from kimdesk.ui.screens.devices.presenter import DevicesPresenter
from kimdesk.ui.screens.devices.view import DevicesView
from kimdesk.ui.shell.authority import POST, AuthorityContext
from kimdesk.ui.shell.screen import Screen


def build(context: AuthorityContext[AuthoritySession], _record: str = "") -> Screen:
    """Return the devices of the open office or provider."""
    vault = context.vault
    view = DevicesView(vault.reference, i18n.language())
    presenter = DevicesPresenter(VaultGateway(vault), context.runner, view, tell=lambda: context.tell(POST))
    view.attach(presenter)
    view.remember = context.remember
    return Screen("devices", view, presenter)
