"""The page of a family's referrals and conferences for the gallery."""

from __future__ import annotations

from kimdesk.domain.records import CaseConference
from kimdesk.ui.screens.family_linking.build import build
from kimdesk.ui.screens.family_linking.presenter import LinkingPresenter
from kimdesk.ui.screens.family_linking.view import LinkingView
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the page in one of its states: list, conference (the next one is open), referral (one is being typed)."""
    case = sample_case(context.desk)
    screen = build(context, case.hex())
    presenter = screen.presenter
    assert isinstance(presenter, LinkingPresenter)
    assert isinstance(screen.widget, LinkingView)
    presenter.opened()
    meetings = context.desk.page.of_case(CaseConference, case)
    if state == "conference" and meetings:
        presenter.open_conference(meetings[-1].id.hex())
        screen.widget.show_inside()
    elif state == "referral":
        presenter.lists.referrals.add()
    return screen
