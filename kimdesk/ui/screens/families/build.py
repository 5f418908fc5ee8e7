"""Puts the caseload together."""

from __future__ import annotations

from kimdesk.ui import i18n
from kimdesk.ui.dialogs.import_flow import open_import
from kimdesk.ui.screens.families.gateway import DeskGateway
from kimdesk.ui.screens.families.presenter import FamiliesPresenter
from kimdesk.ui.screens.families.view import FamiliesView
from kimdesk.ui.shell.screen import Context, Screen


def build(context: Context, _record: str = "") -> Screen:
    """Return the caseload of the open desk."""
    desk = context.desk
    view = FamiliesView(desk.reference, i18n.language(), desk.today, context.remember)
    presenter = FamiliesPresenter(
        DeskGateway(desk), context.runner, view, today=lambda: desk.today, go=context.go, tell=context.tell
    )
    view.attach(presenter)
    view.import_asked.connect(lambda: open_import(view, context))
    return Screen("families", view, presenter)
