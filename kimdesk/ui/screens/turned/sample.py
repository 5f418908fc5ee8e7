"""The turned screen for the gallery."""

from __future__ import annotations

from kimdesk.casework import family, turning
from kimdesk.casework.turning import Turn
from kimdesk.ui.dialogs.turn import made
from kimdesk.ui.screens.turned.build import build
from kimdesk.ui.screens.turned.presenter import TurnedPresenter
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the screen turned to the first person of the sample family, in the language `state`."""
    case = sample_case(context.desk)
    person = family.persons(context.desk, case)[0]
    screen = build(context, Turn(case=case, person=person.id, language=state).text())
    assert isinstance(screen.presenter, TurnedPresenter)
    screen.presenter.opened()
    return screen


def ask(context: Context, state: str) -> Screen:
    """Return the question before the screen is turned, with nobody or somebody named."""
    case = sample_case(context.desk)
    dialog = made(None, context, case)
    assert dialog.presenter is not None
    if state == "named":
        person = family.persons(context.desk, case)[0]
        dialog.presenter.choose_person(person.id.hex())
        dialog.presenter.choose_language(turning.language_of(context.desk, person))
    return Screen("turn", dialog, dialog.presenter)
