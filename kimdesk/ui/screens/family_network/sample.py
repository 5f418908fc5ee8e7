"""A family's network map for the gallery."""

from __future__ import annotations

from kimdesk.domain.records import NetworkContact
from kimdesk.ui.screens.family_network.build import build
from kimdesk.ui.screens.family_network.presenter import NetworkPresenter
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the map with everybody, or with somebody open as a form."""
    case = sample_case(context.desk)
    screen = build(context, case.hex())
    assert isinstance(screen.presenter, NetworkPresenter)
    if state == "open":
        screen.presenter.opened()
        screen.presenter.open(context.desk.query.of_case(NetworkContact, case)[0].id.hex())
    return screen
