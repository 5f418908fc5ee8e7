"""Puts the page of a family's persons together."""

from __future__ import annotations

from kimdesk.base.ids import RecordId
from kimdesk.ui.dialogs.memory import Typed
from kimdesk.ui.dialogs.print_flow import open_print
from kimdesk.ui.dialogs.print_state import PrintJob
from kimdesk.ui.forms.form import FormContext
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.family_persons.household_presenter import HouseholdPresenter
from kimdesk.ui.screens.family_persons.presenter import PersonsPresenter
from kimdesk.ui.screens.family_persons.situation import parts
from kimdesk.ui.screens.family_persons.tree import GenogramPresenter
from kimdesk.ui.screens.family_persons.view import PersonsView
from kimdesk.ui.shell.screen import Context, Screen


def build(context: Context, record: str) -> Screen:
    """Return the page of the persons of the case with this id (hex)."""
    desk = context.desk
    case = RecordId(bytes.fromhex(record))
    form = FormContext(reference=desk.reference, today=desk.today, language=language(), port=context.port)
    situation = list(parts(context, form, case))
    view = PersonsView(form, [card for card, _presenter in situation])
    tree = GenogramPresenter(context, case, view.tree, form.language)
    household = HouseholdPresenter(context, case, view.household, form.language)
    presenter = PersonsPresenter(context, case, view, [each for _card, each in situation], tree, household)
    view.household.split_wanted.connect(household.split)
    view.household.merge_wanted.connect(household.merge)
    view.household.compare_wanted.connect(household.compare)
    view.household.cases_wanted.connect(household.merge_case)
    view.household.family_wanted.connect(household.open_family)
    view.chosen.connect(presenter.select)
    view.add_asked.connect(presenter.add)
    view.remove_asked.connect(presenter.remove)
    view.restore_asked.connect(presenter.restore)
    view.relation_asked.connect(presenter.relate)
    _connect_tree(view, presenter, tree)
    relative = view.tree.relative
    context.remember(Typed(relative, view.tree.strip), f"relative:{record}", relative.kept())
    view.tree.print_button.clicked.connect(lambda: _print(context, view, case))
    return Screen("family_persons", view, presenter, family=True)


def _connect_tree(view: PersonsView, presenter: PersonsPresenter, tree: GenogramPresenter) -> None:
    pane = view.tree

    def open_person(key: str) -> None:
        presenter.select(key)
        view.turn(tree=False)
        view.begin_typing()

    view.tree_turned.connect(lambda shown: tree.show(shown=shown))
    pane.card.drawing.element_chosen.connect(presenter.select)
    pane.card.drawing.element_opened.connect(open_person)
    pane.card.drawing.element_moved.connect(tree.move)
    pane.card.redraw_asked.connect(tree.draw)
    pane.again_asked.connect(tree.place_again)
    pane.relative.wanted.connect(tree.add)


def _print(context: Context, view: PersonsView, case: RecordId) -> None:
    """Ask for whom the genogram is printed, after everything typed was settled."""
    view.settle()
    open_print(view, context, PrintJob(what="genogram", case=case))
