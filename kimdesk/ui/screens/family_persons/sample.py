"""The page of a family's persons for the gallery."""

from __future__ import annotations

from kimdesk.casework import family
from kimdesk.domain.values import show_partial
from kimdesk.ui.forms.records import RecordRow
from kimdesk.ui.screens.family_persons.build import build
from kimdesk.ui.screens.family_persons.household import MergeDialog, SplitDialog
from kimdesk.ui.screens.family_persons.household_state import Resident
from kimdesk.ui.screens.family_persons.presenter import PersonsPresenter
from kimdesk.ui.screens.family_persons.view import PersonsView
from kimdesk.ui.shell.family_parts import PersonButton
from kimdesk.ui.shell.family_rows import full_name
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the page with somebody in the form, or with a person just begun."""
    screen = build(context, sample_case(context.desk).hex())
    if state == "situation" and isinstance(screen.widget, PersonsView):
        assert isinstance(screen.presenter, PersonsPresenter)
        screen.presenter.show()
        _open_school(screen.widget)
    if state == "tree" and isinstance(screen.widget, PersonsView):
        assert isinstance(screen.presenter, PersonsPresenter)
        screen.presenter.show()
        screen.widget.turn(tree=True)
    if state == "new" and isinstance(screen.presenter, PersonsPresenter):
        screen.presenter.add()
    return screen


def parting(context: Context, state: str) -> Screen:
    """Return the dialog that parts a household, or the one that joins double entries."""
    persons = family.persons(context.desk, sample_case(context.desk))
    residents = [
        Resident(key=each.id.hex(), name=full_name(each), detail=show_partial(each.birth_date or ""))
        for each in persons
    ]
    if state == "merge":
        return Screen("family_household", MergeDialog(None, residents, residents[2].key, ""))
    dialog = SplitDialog(None, residents)
    for resident, code in zip(residents, ("goes", "", "both"), strict=False):
        dialog.choices[resident.key].set_code(code)
    return Screen("family_household", dialog)


def _open_school(page: PersonsView) -> None:
    """Show a child with its school open as a form."""
    child = page.list.findChildren(PersonButton)[2]
    child.click()
    card = next(each for each in page.situation if each.objectName() == "schooling")
    card.findChildren(RecordRow)[0].button.click()
    page.show_part(card)
