"""Puts the preparation of a visit together."""

from __future__ import annotations

from kimdesk.base.ids import RecordId
from kimdesk.ui.dialogs.print_flow import open_print
from kimdesk.ui.dialogs.print_state import PrintJob
from kimdesk.ui.screens.visit_prepare.presenter import PreparePresenter
from kimdesk.ui.screens.visit_prepare.view import PrepareView
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.shell.screen import Context, Screen


def build(context: Context, record: str) -> Screen:
    """Return the preparation for the case with this id (hex)."""
    case = RecordId(bytes.fromhex(record))
    view = PrepareView(Words(context.desk.reference, context.desk.today))
    presenter = PreparePresenter(context, case, view)
    view.safety_flipped.connect(presenter.flip_safety)
    view.cover_asked.connect(presenter.cover)
    view.write_asked.connect(presenter.write)
    view.back_asked.connect(presenter.back)
    view.print_asked.connect(lambda what: open_print(view, context, PrintJob(what=what, case=case)))
    return Screen("visit_prepare", view, presenter, family=True)
