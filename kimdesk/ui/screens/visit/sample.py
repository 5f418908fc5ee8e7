"""Visit mode for the gallery."""

from __future__ import annotations

from kimdesk.base.ids import RecordId
from kimdesk.casework import family, visits
from kimdesk.casework.desk import Desk
from kimdesk.ui.screens.visit.build import build
from kimdesk.ui.screens.visit.presenter import VisitPresenter
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return a visit being written down; with the assessment open, or covered."""
    screen = build(context, _contact(context.desk).hex())
    presenter = screen.presenter
    assert isinstance(presenter, VisitPresenter)
    presenter.opened()
    if state == "assessment":
        presenter.flip_assessment()
    elif state == "covered":
        presenter.cover()
    return screen


def _contact(desk: Desk) -> RecordId:
    """Return the newest visit of the story, or one just begun."""
    case = sample_case(desk)
    visited = [each for each in family.contacts(desk, case) if each.form == "home_visit"]
    return visited[0].id if visited else visits.begin(desk, case)
