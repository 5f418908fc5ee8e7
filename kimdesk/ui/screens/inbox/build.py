"""Puts the inbox together."""

from __future__ import annotations

from kimdesk.office.office import Office
from kimdesk.ui.screens.inbox.gateway import OfficeGateway
from kimdesk.ui.screens.inbox.presenter import InboxPresenter
from kimdesk.ui.screens.inbox.view import InboxView
from kimdesk.ui.shell.authority import POST, AuthorityContext
from kimdesk.ui.shell.screen import Screen


def build(context: AuthorityContext[Office], _record: str = "") -> Screen:
    """Return the inbox of the open office."""
    view = InboxView()
    presenter = InboxPresenter(OfficeGateway(context.vault), context.runner, view, tell=lambda: context.tell(POST))
    view.attach(presenter)
    return Screen("inbox", view, presenter)
