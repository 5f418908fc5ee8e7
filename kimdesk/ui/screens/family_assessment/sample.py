"""A family's assessments for the gallery."""

from __future__ import annotations

from kimdesk.base.ids import RecordId
from kimdesk.casework import editing, families, family
from kimdesk.casework.desk import Desk
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Assessment, DomainRating
from kimdesk.ui.screens.family_assessment.build import build
from kimdesk.ui.screens.family_assessment.presenter import AssessmentPresenter
from kimdesk.ui.screens.family_assessment.view import AssessmentView
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the page without an assessment, with two of them side by side, or with one just begun."""
    desk = context.desk
    case = _without(desk) if state == "nothing" else sample_case(desk)
    for each in desk.query.of_case(Assessment, case):
        if each.completed_on is None:
            family.delete(desk, "assessment", each.id)
    screen = build(context, case.hex())
    assert isinstance(screen.widget, AssessmentView)
    assert isinstance(screen.presenter, AssessmentPresenter)
    if state == "begun":
        screen.presenter.begin()
        _rate(desk, case)
        screen.presenter.opened()
    if state == "compare":
        bar = screen.widget.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: bar.setValue(most))
    return screen


def _without(desk: Desk) -> RecordId:
    """Return a family without an assessment."""
    numbers = families.order(desk)
    rows = families.rows(desk, numbers)
    return next(rows[each].id for each in numbers if not desk.query.of_case(Assessment, rows[each].id))


def _rate(desk: Desk, case: RecordId) -> None:
    """Rate the second life domain of the assessment just begun."""
    open_one = next(each for each in desk.query.of_case(Assessment, case) if each.completed_on is None)
    code = desk.reference["life_domain"].entries[1].code
    for each in desk.query.of_case(DomainRating, case):
        if each.assessment == open_one.id and each.domain == code:
            editing.put(desk, "domain_rating", each.id, "client_rating", Code("3"))
            editing.put(desk, "domain_rating", each.id, "own_rating", Code("2"))
