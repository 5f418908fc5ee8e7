"""Puts the list of recovery sheets together."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kimdesk.office.provider import Provider
from kimdesk.ui.dialogs.passphrase import ask_passphrase
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
    view.prove = partial(_prove, context)
    view.devices_asked.connect(lambda: context.go("devices", ""))
    return Screen("sheets", view, presenter)


def _prove(context: AuthorityContext[Provider], over: QWidget, act: Callable[[], None]) -> None:
    """Whoever gives half a key away shows first that it is their vault."""
    ask_passphrase(
        over,
        context.vault,
        context.runner,
        why=QCoreApplication.translate("SheetsView", "Mit dem Anteil helfen Sie in einen fremden Tresor hinein."),
        go_on=QCoreApplication.translate("SheetsView", "Weiter zum Speichern"),
        act=act,
    )
