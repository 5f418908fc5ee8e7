"""The page of a family's contacts for the gallery."""

from __future__ import annotations

from kimdesk.ui.screens.family_contacts.build import build
from kimdesk.ui.screens.family_contacts.presenter import ContactsPresenter
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the timeline, the timeline filtered, or a contact being added."""
    screen = build(context, sample_case(context.desk).hex())
    if isinstance(screen.presenter, ContactsPresenter):
        screen.presenter.opened()
        if state == "filter":
            screen.presenter.search("Schimmel")
        if state == "new":
            screen.presenter.begin()
    return screen
