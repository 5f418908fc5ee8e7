"""The plan editor for the gallery."""

from __future__ import annotations

from kimdesk.ui.forms.records import RecordsCard
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.plan.build import build
from kimdesk.ui.screens.plan.compare import CompareDialog, ComparePresenter
from kimdesk.ui.screens.plan.presenter import PlanPresenter
from kimdesk.ui.screens.plan.signing import SigningDialog
from kimdesk.ui.screens.plan.state import SigningQuestion
from kimdesk.ui.screens.plan.view import PlanView
from kimdesk.ui.screens.plan.words import PlanWords
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the editor with a goal unfolded, a measure unfolded, an older signed version, its review, or the paper."""
    screen = build(context, sample_case(context.desk).hex())
    view, presenter = screen.widget, screen.presenter
    assert isinstance(view, PlanView)
    assert isinstance(presenter, PlanPresenter)
    presenter.opened()
    if state == "measure":
        unfold_measure(presenter)
    elif state == "signed":
        signed = [each for each in presenter.state.versions if each.signed_on is not None]
        if signed:
            presenter.choose_version(signed[0].plan)
    elif state == "review":
        review(view, presenter)
    elif state == "paper":
        view.tabs.set_current("paper")
    return screen


def review(view: PlanView, presenter: PlanPresenter) -> None:
    """Show the older signed version with a reached goal unfolded, and begin its review."""
    signed = next((each for each in presenter.state.versions if each.signed_on is not None), None)
    if signed is None:
        return
    presenter.choose_version(signed.plan)
    presenter.fold_goal(presenter.state.goals[0].content.record)
    view.editor.findChildren(RecordsCard)[0].add_asked.emit()
    bar = view.editor.verticalScrollBar()
    bar.rangeChanged.connect(lambda _least, most: bar.setValue(most))


def unfold_measure(presenter: PlanPresenter) -> None:
    """Unfold the first measure of the first goal that has one."""
    for goal in presenter.state.goals:
        if goal.measures:
            if not goal.opened:
                presenter.fold_goal(goal.content.record)
            presenter.fold_measure(goal.measures[0].content.record)
            return


def signing(context: Context, _state: str) -> Screen:
    """Return the question before signing."""
    question = SigningQuestion(
        number=3, today=context.desk.today, languages=("de", "bg"), interpreter="Frau I.", pages=2
    )
    words = PlanWords(context.desk.reference, language(), context.desk.today)
    return Screen("sign", SigningDialog(None, question, words))


def comparing(context: Context, _state: str) -> Screen:
    """Return the comparison of the two newest versions."""
    screen = build(context, sample_case(context.desk).hex())
    assert isinstance(screen.widget, PlanView)
    assert isinstance(screen.presenter, PlanPresenter)
    screen.presenter.opened()
    dialog = CompareDialog(None)
    presenter = ComparePresenter(context.desk, context.runner, sample_case(context.desk), language(), dialog)
    dialog.presenter = presenter
    state = screen.presenter.state
    if state.plan is not None and len(state.versions) > 1:
        presenter.begin(state.versions, state.plan.record)
    screen.widget.deleteLater()
    return Screen("compare", dialog, presenter)
