"""The preparation of a visit for the gallery."""

from __future__ import annotations

from kimdesk.ui.screens.visit_prepare.build import build
from kimdesk.ui.screens.visit_prepare.presenter import PreparePresenter
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the briefing, with the note on safety closed or open."""
    screen = build(context, sample_case(context.desk).hex())
    presenter = screen.presenter
    assert isinstance(presenter, PreparePresenter)
    presenter.opened()
    if state == "safety":
        presenter.flip_safety()
    return screen
