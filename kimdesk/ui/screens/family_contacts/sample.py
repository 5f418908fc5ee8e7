"""The page of a family's contacts for the gallery."""

from __future__ import annotations

from kimdesk.domain.records import Contact
from kimdesk.ui.screens.family_contacts.build import build
from kimdesk.ui.screens.family_contacts.presenter import ContactsPresenter
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the timeline, the timeline filtered, a contact being added, a completed one being corrected."""
    case = sample_case(context.desk)
    screen = build(context, case.hex())
    if isinstance(screen.presenter, ContactsPresenter):
        screen.presenter.opened()
        if state == "filter":
            screen.presenter.search("Schimmel")
        if state == "new":
            screen.presenter.begin()
        if state == "correct":
            contacts = context.desk.query.of_case(Contact, case)
            completed = next(each for each in contacts if each.completed_on and not each.corrects)
            screen.presenter.search("Lager")
            screen.presenter.correct(completed.id.hex())
    return screen
