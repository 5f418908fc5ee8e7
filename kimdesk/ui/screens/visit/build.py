"""Puts visit mode together for one contact."""

from __future__ import annotations

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.casework import observations
from kimdesk.casework.observations import Preset
from kimdesk.ui.dialogs.observation_flow import open_observation
from kimdesk.ui.dialogs.turn import open_turn
from kimdesk.ui.forms.form import FormContext
from kimdesk.ui.forms.port import DeskPort
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.visit.presenter import VisitPresenter
from kimdesk.ui.screens.visit.view import VisitView
from kimdesk.ui.shell.screen import Context, Screen


def build(context: Context, record: str) -> Screen:
    """Return visit mode for the contact with this id (hex); it exists already."""
    desk = context.desk
    views: list[VisitView] = []

    def failed(error: KimError) -> None:
        views[0].fail(error)

    port = DeskPort(desk, context.runner, context.clock, saved=context.saved, tell=context.tell, failed=failed)
    shared = FormContext(reference=desk.reference, today=desk.today, language=language(), port=port, touch=True)
    view = VisitView(shared)
    views.append(view)
    presenter = VisitPresenter(context, RecordId(bytes.fromhex(record)), view, port)
    _connect(view, presenter)
    view.turn_wanted.connect(lambda case: open_turn(view, context, case, presenter.contact))
    view.observe_asked.connect(lambda: _observe(view, context, presenter))
    return Screen("visit", view, presenter, family=True)


def _connect(view: VisitView, presenter: VisitPresenter) -> None:
    view.typed.connect(presenter.typed)
    view.settle_asked.connect(presenter.settle)
    view.assessment_flipped.connect(presenter.flip_assessment)
    view.cover_asked.connect(presenter.cover)
    view.agree_asked.connect(presenter.agree)
    view.turn_asked.connect(presenter.turn)
    view.finish_asked.connect(presenter.ask_finish)
    view.undo_asked.connect(presenter.undo)
    view.finished.connect(presenter.finish)
    view.discarded.connect(presenter.discard)
    head, agreed, entry = view.head, view.agreed, view.agreed.entry
    head.persons.flipped.connect(lambda key, on: presenter.set_person(key, there=on))
    head.topics.flipped.connect(lambda code, on: presenter.set_topic(code, on=on))
    who = head.interpreting
    who.mode_chosen.connect(presenter.choose_interpreting)
    who.record_chosen.connect(presenter.choose_interpreter)
    who.name_typed.connect(lambda _name, text: presenter.type_interpreter(text))
    who.age_answered.connect(lambda of_age: presenter.answer_age(of_age=of_age))
    who.name_left.connect(presenter.leave_interpreter)
    who.accepted.connect(presenter.accept_interpreter)
    who.known_set.connect(lambda on: presenter.know_interpreter(known=on))
    agreed.change_asked.connect(presenter.change)
    agreed.remove_asked.connect(presenter.remove)
    entry.text_typed.connect(presenter.entry.type_text)
    entry.until_typed.connect(presenter.entry.type_until)
    entry.who_set.connect(lambda code, on: presenter.entry.set_who(code, on=on))
    entry.goal_chosen.connect(presenter.entry.choose_goal)


def _observe(view: VisitView, context: Context, presenter: VisitPresenter) -> None:
    """Open the form of an observation with what was written down so far of topic and kind of body."""
    presenter.settle()

    def found(preset: Preset) -> None:
        open_observation(view, context, preset=preset, done=view.say_observed)

    context.runner.run(lambda _steps: observations.preset(context.desk, presenter.contact), found, failed=view.fail)
