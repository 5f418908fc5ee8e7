"""The page of a family's consents for the gallery, and the dialog of giving one."""

from __future__ import annotations

from kimdesk.casework import consent_paper
from kimdesk.domain.records import Consent, Person
from kimdesk.domain.secrecy import is_release
from kimdesk.ui.screens.family_consents.build import build
from kimdesk.ui.screens.family_consents.giving import GivingDialog
from kimdesk.ui.screens.family_consents.state import Asked
from kimdesk.ui.screens.family_consents.view import ConsentsView
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen
from kimdesk.ui.widgets.buttons import Chip


def make(context: Context, state: str) -> Screen:
    """Return the page, with a new consent being prepared where asked."""
    screen = build(context, sample_case(context.desk).hex())
    if state == "new":
        screen.widget.listed.add_asked.emit()  # type: ignore[attr-defined]  # the page built above
    return screen


def giving(context: Context, state: str) -> Screen:  # noqa: ARG001 - one state
    """Return the dialog with the pad open."""
    desk, case = context.desk, sample_case(context.desk)
    found = next(each for each in desk.page.of_case(Consent, case) if is_release(each.scope))
    name = next(each.given_name or "" for each in desk.page.of_case(Person, case) if each.id == found.person)
    view = build(context, case.hex()).widget
    assert isinstance(view, ConsentsView)
    question = view.question(found, Asked(name=name, signers=(), paper=consent_paper.shown(desk, found.id).data))
    dialog = GivingDialog(None, question, context.runner)
    dialog.findChildren(Chip)[0].setChecked(True)
    return Screen("giving", dialog)
