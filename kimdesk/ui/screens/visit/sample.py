"""Visit mode for the gallery."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kimdesk.base.ids import RecordId
from kimdesk.casework import family, interpreters, visits
from kimdesk.casework.desk import Desk
from kimdesk.ui.forms.form import FormContext
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.visit import reading
from kimdesk.ui.screens.visit.build import build
from kimdesk.ui.screens.visit.finish import FinishDialog
from kimdesk.ui.screens.visit.presenter import VisitPresenter
from kimdesk.ui.screens.visit.state import FinishQuestion
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return a visit written down: an interpreter there, the assessment open, a child to translate, an age to ask."""
    screen = build(context, _contact(context.desk).hex())
    presenter = screen.presenter
    assert isinstance(presenter, VisitPresenter)
    presenter.opened()
    if state == "assessment":
        presenter.flip_assessment()
    presenter.choose_interpreting(interpreters.CHILD if state == "child" else "pool")
    if state == "age":
        presenter.type_interpreter("Frau N.")
        presenter.leave_interpreter()
    elif state != "child":
        presenter.choose_interpreter(interpreters.choices(context.desk)[0].id.hex())
    return screen


def _contact(desk: Desk) -> RecordId:
    """Return the newest visit of the story, or one just begun."""
    case = sample_case(desk)
    visited = [each for each in family.contacts(desk, case) if each.form == "home_visit"]
    return visited[0].id if visited else visits.begin(desk, case)


def finish(context: Context, _state: str) -> Screen:
    """Return the question at the end of a talk that was held with one person alone."""
    desk, contact = context.desk, _contact(context.desk)
    found = reading.find(desk, contact)
    question = FinishQuestion(
        contact=contact,
        case=found.contact.case,
        values={},
        drafts={"minutes": "60"},
        persons=reading.persons_of(found),
        alone=True,
    )
    shared = FormContext(reference=desk.reference, today=desk.today, language=language(), port=context.port)
    title = QCoreApplication.translate("VisitView", "Besuch beenden")
    return Screen("visit_end", FinishDialog(None, question, shared, title))
