"""Puts a family's first page together."""

from __future__ import annotations

from kimdesk.base.ids import RecordId
from kimdesk.ui.dialogs.handover_flow import open_handover
from kimdesk.ui.forms.form import FormContext
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.family_overview.course import parts
from kimdesk.ui.screens.family_overview.presenter import OverviewPresenter
from kimdesk.ui.screens.family_overview.view import OverviewView
from kimdesk.ui.shell.screen import Context, Screen


def build(context: Context, record: str) -> Screen:
    """Return the first page of the case with this id (hex)."""
    desk = context.desk
    case = RecordId(bytes.fromhex(record))
    form = FormContext(reference=desk.reference, today=desk.today, language=language(), port=context.port)
    course = list(parts(context, form, case))
    view = OverviewView(form, {card.objectName(): card for card, _presenter in course})
    presenter = OverviewPresenter(context, case, view, [each for _card, each in course])
    view.ticked.connect(lambda key, done: presenter.tick(key, done=done))
    view.hand_over.clicked.connect(lambda: open_handover(view, context, case, done=view.say_handed, failed=view.fail))
    view.section_asked.connect(lambda section: context.go(f"family_{section}", record))
    return Screen("family_overview", view, presenter, family=True)
