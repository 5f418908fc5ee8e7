"""Puts the page of a family's persons together."""

from __future__ import annotations

from kimdesk.base.ids import RecordId
from kimdesk.ui.forms.form import FormContext
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.family_persons.presenter import PersonsPresenter
from kimdesk.ui.screens.family_persons.situation import parts
from kimdesk.ui.screens.family_persons.view import PersonsView
from kimdesk.ui.shell.screen import Context, Screen


def build(context: Context, record: str) -> Screen:
    """Return the page of the persons of the case with this id (hex)."""
    desk = context.desk
    case = RecordId(bytes.fromhex(record))
    form = FormContext(reference=desk.reference, today=desk.today, language=language(), port=context.port)
    situation = list(parts(context, form, case))
    view = PersonsView(form, [card for card, _presenter in situation])
    presenter = PersonsPresenter(context, case, view, [each for _card, each in situation])
    view.chosen.connect(presenter.select)
    view.add_asked.connect(presenter.add)
    view.remove_asked.connect(presenter.remove)
    view.restore_asked.connect(presenter.restore)
    view.relation_asked.connect(presenter.relate)
    return Screen("family_persons", view, presenter, family=True)
