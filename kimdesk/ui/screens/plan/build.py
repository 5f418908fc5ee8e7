"""Puts the plan editor of a case together."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.ui.dialogs.print_flow import open_print
from kimdesk.ui.dialogs.print_state import PrintJob
from kimdesk.ui.dialogs.turn import open_turn
from kimdesk.ui.forms.form import FormContext
from kimdesk.ui.forms.port import DeskPort
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.plan.compare import CompareDialog, ComparePresenter
from kimdesk.ui.screens.plan.paper import DeskPress, Press
from kimdesk.ui.screens.plan.presenter import PlanPresenter
from kimdesk.ui.screens.plan.reviews import NEXT_VERSION, Reviews
from kimdesk.ui.screens.plan.view import PlanView
from kimdesk.ui.shell.screen import Context, Screen

REST_MS = 250


def build(context: Context, record: str, press: Press | None = None) -> Screen:
    """Return the plan editor of the case with this id (hex)."""
    desk, case = context.desk, RecordId(bytes.fromhex(record))
    presenters: list[PlanPresenter] = []

    def stored(at: int | None) -> None:
        context.saved(at)
        presenters[0].stored(at)

    def failed(error: KimError) -> None:
        presenters[0].fail(error)

    port = DeskPort(desk, context.runner, context.clock, saved=stored, tell=context.tell, failed=failed)
    shared = FormContext(reference=desk.reference, today=desk.today, language=language(), port=port)
    view = PlanView(shared, context.runner)
    view.remember = context.remember
    presenter = PlanPresenter(context, case, view, press or DeskPress(desk), partial(QTimer.singleShot, REST_MS))
    presenters.append(presenter)
    reviews = Reviews(context, shared, case, lambda: presenter.state)
    view.editor.add_part(reviews.card)
    presenter.parts.append(reviews)
    reviews.card.action_asked.connect(lambda act, _key: presenter.begin() if act == NEXT_VERSION else None)
    _connect(view, presenter)
    view.editor.compare_asked.connect(lambda: open_compare(context, view, presenter, case))
    view.paper.print_asked.connect(lambda: _print(context, view, presenter, case))
    view.paper.turn_asked.connect(lambda: _turn(context, view, case))
    view.paper.paper_asked.connect(lambda what: _print_short(context, view, presenter, what, case))
    return Screen("plan", view, presenter, family=True)


def _print(context: Context, view: PlanView, presenter: PlanPresenter, case: RecordId) -> None:
    """Ask for whom this version is printed, after everything typed was settled."""
    state, paper = presenter.state, presenter.paper.state
    if state.plan is None:
        return
    view.settle()
    job = PrintJob(
        what="plan",
        case=case,
        record=state.plan.record,
        languages=paper.languages,
        edition=paper.edition,
        signed=state.frozen,
    )
    open_print(view, context, job)


def _turn(context: Context, view: PlanView, case: RecordId) -> None:
    """Ask to whom the screen is turned, after everything typed was settled."""
    view.settle()
    open_turn(view, context, case)


def _print_short(context: Context, view: PlanView, presenter: PlanPresenter, what: str, case: RecordId) -> None:
    """Ask for whom a short paper of the plan is printed, after everything typed was settled."""
    view.settle()
    open_print(view, context, PrintJob(what=what, case=case, languages=presenter.paper.state.languages))


def open_compare(context: Context, view: PlanView, presenter: PlanPresenter, case: RecordId) -> CompareDialog | None:
    """Compare the version shown with the one before it, with what is being typed."""
    state = presenter.state
    if state.plan is None or len(state.versions) < 2:
        return None
    view.settle()
    dialog = CompareDialog(view)
    dialog.presenter = comparing = ComparePresenter(context.desk, context.runner, case, language(), dialog)
    dialog.chosen.connect(lambda older, newer: comparing.choose(RecordId(older), RecordId(newer)))
    dialog.print_asked.connect(
        lambda older, newer: open_print(
            dialog,
            context,
            PrintJob(
                what="plan_changes",
                case=case,
                record=RecordId(newer),
                before=RecordId(older),
                languages=presenter.paper.state.languages,
            ),
        )
    )
    comparing.begin(state.versions, state.plan.record)
    dialog.open()
    return dialog


def _connect(view: PlanView, presenter: PlanPresenter) -> None:
    editor, paper = view.editor, view.paper
    view.begin_asked.connect(presenter.begin)
    view.signed.connect(presenter.sign)
    editor.version_chosen.connect(lambda plan: presenter.choose_version(RecordId(plan)))
    editor.goal_asked.connect(presenter.add_goal)
    editor.goal_folded.connect(lambda goal: presenter.fold_goal(RecordId(goal)))
    editor.measure_asked.connect(lambda goal: presenter.add_measure(RecordId(goal)))
    editor.measure_folded.connect(lambda measure: presenter.fold_measure(RecordId(measure)))
    editor.ticked.connect(lambda measure, done: presenter.tick(RecordId(measure), done=done))
    editor.remove_asked.connect(lambda kind, record: presenter.remove(kind, RecordId(record)))
    editor.body_named.connect(lambda measure, who: presenter.add_who(RecordId(measure), who))
    editor.undo_asked.connect(presenter.undo)
    paper.languages_chosen.connect(presenter.choose_languages)
    paper.edition_chosen.connect(presenter.paper.choose_edition)
    paper.sign_asked.connect(presenter.ask_signing)
