"""Puts the page of a family's contacts together."""

from __future__ import annotations

from kimdesk.base.ids import RecordId
from kimdesk.casework import observations
from kimdesk.casework.observations import Preset
from kimdesk.ui.dialogs.observation_flow import open_observation
from kimdesk.ui.dialogs.print_flow import open_print
from kimdesk.ui.dialogs.print_state import PrintJob
from kimdesk.ui.forms.form import FormContext
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.family_contacts.presenter import ContactsPresenter
from kimdesk.ui.screens.family_contacts.view import ContactsView
from kimdesk.ui.shell.screen import Context, Screen


def build(context: Context, record: str) -> Screen:
    """Return the page of the contacts of the case with this id (hex)."""
    desk = context.desk
    view = ContactsView(FormContext(reference=desk.reference, today=desk.today, language=language(), port=context.port))
    presenter = ContactsPresenter(context, RecordId(bytes.fromhex(record)), view)
    view.searched.connect(presenter.search)
    view.more_asked.connect(presenter.more)
    view.new_asked.connect(presenter.begin)
    view.edit_asked.connect(presenter.edit)
    view.observe_asked.connect(lambda key: _observe(view, context, RecordId(bytes.fromhex(key))))
    view.observations_asked.connect(lambda: context.go("observations", ""))
    view.finished.connect(presenter.close)
    view.ticked.connect(lambda key, done: presenter.tick(key, done=done))
    view.first_key.connect(presenter.first_key)
    view.remove_asked.connect(presenter.remove)
    view.restore_asked.connect(presenter.restore)
    view.completed.connect(presenter.complete)
    view.correct_asked.connect(presenter.correct)
    view.planned.connect(presenter.put_into_plan)
    view.paper_asked.connect(lambda what: open_print(view, context, PrintJob(what=what, case=presenter.case)))
    view.print_asked.connect(lambda key: _print_visit(context, view, presenter.case, key))
    return Screen("family_contacts", view, presenter, family=True)


def _observe(view: ContactsView, context: Context, contact: RecordId) -> None:
    """Open the form of an observation with what the note tells of topic and kind of body."""

    def found(preset: Preset) -> None:
        open_observation(view, context, preset=preset, done=view.say_observed)

    context.runner.run(
        lambda _steps: observations.preset(context.desk, contact),
        found,
        failed=view.fail,
        lane="query",
    )


def _print_visit(context: Context, view: ContactsView, case: RecordId, key: str) -> None:
    """Ask for whom the summary of one visit is printed, after everything typed was settled."""
    view.settle()
    open_print(view, context, PrintJob(what="visit", case=case, record=RecordId(bytes.fromhex(key))))
