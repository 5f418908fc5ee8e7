"""Puts receipts together."""

from __future__ import annotations

from kimdesk.office.office import Office
from kimdesk.ui.screens.receipts.gateway import OfficeGateway
from kimdesk.ui.screens.receipts.presenter import ReceiptsPresenter
from kimdesk.ui.screens.receipts.view import ReceiptsView
from kimdesk.ui.shell.authority import POST, AuthorityContext
from kimdesk.ui.shell.screen import Screen


def build(context: AuthorityContext[Office], _record: str = "") -> Screen:
    """Return the receipts of the open office."""
    view = ReceiptsView()
    presenter = ReceiptsPresenter(OfficeGateway(context.vault), context.runner, view, tell=lambda: context.tell(POST))
    view.attach(presenter)
    view.inbox_asked.connect(lambda: context.go("inbox", ""))
    return Screen("receipts", view, presenter)
