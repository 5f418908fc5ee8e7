"""Puts shared cases together."""

from __future__ import annotations

from kimdesk.office.office import Office
from kimdesk.ui import i18n
from kimdesk.ui.screens.shared_cases.gateway import OfficeGateway
from kimdesk.ui.screens.shared_cases.presenter import SharedPresenter
from kimdesk.ui.screens.shared_cases.view import SharedView
from kimdesk.ui.shell.authority import AuthorityContext
from kimdesk.ui.shell.screen import Screen


def build(context: AuthorityContext[Office], _record: str = "") -> Screen:
    """Return the cases shared with the open office."""
    view = SharedView(context.vault.reference, i18n.language())
    presenter = SharedPresenter(OfficeGateway(context.vault, i18n.language()), context.runner, view)
    view.attach(presenter)
    return Screen("shared_cases", view, presenter)
