"""The page of a family's persons for the gallery."""

from __future__ import annotations

from kimdesk.ui.screens.family_persons.build import build
from kimdesk.ui.screens.family_persons.presenter import PersonsPresenter
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the page with somebody in the form, or with a person just begun."""
    screen = build(context, sample_case(context.desk).hex())
    if state == "new" and isinstance(screen.presenter, PersonsPresenter):
        screen.presenter.add()
    return screen
