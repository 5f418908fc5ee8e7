"""A family with a plan, and the plan editor around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import cast

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.casework import plans
from kimdesk.casework.desk import Desk
from kimdesk.casework.plans import PlanPage
from kimdesk.domain.changes import Changes, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Goal, Measure
from kimdesk.domain.values import Value
from kimdesk.ui.screens.plan.build import build
from kimdesk.ui.screens.plan.paper import Sheet, Source
from kimdesk.ui.screens.plan.presenter import PlanPresenter
from kimdesk.ui.screens.plan.view import PlanView
from kimdesk.ui.shell.screen import Context

WORDING = "Die Familie wohnt in einer trockenen Wohnung."


class FakePress:
    """Remembers what it was asked to draw; draws what is on the desk as plain words."""

    def __init__(self, words: Callable[[Source], str] = lambda _source: "") -> None:
        self.asked: list[Source] = []
        self.drawn: list[str] = []
        self.problem: KimError | None = None
        self._words = words

    def languages(self) -> tuple[str, ...]:
        return ("bg", "de", "en")

    def draw(self, source: Source) -> Sheet:
        self.asked.append(source)
        self.drawn.append(self._words(source))
        if self.problem is not None:
            raise self.problem
        return Sheet(data=b"", pages=1)


@dataclass
class Editor:
    """The editor under test with everything around it."""

    desk: Desk
    case: RecordId
    view: PlanView
    presenter: PlanPresenter

    def page(self) -> PlanPage:
        found = plans.current(self.desk, self.case)
        assert found is not None
        return found

    def goal(self) -> Goal:
        return self.page().goals[0].goal

    def measure(self) -> Measure:
        return self.page().goals[0].measures[0]


def fill(desk: Desk, kind: str, record: RecordId, **values: Value) -> None:
    desk.apply(*(Set(kind, record, name, value) for name, value in values.items()))


def with_plan(desk: Desk, case: RecordId) -> RecordId:
    plan = plans.start(desk, case)
    goal = plans.add_goal(desk, plan, domain=Code("housing"))
    fill(desk, "goal", goal, wording=WORDING, due=dt.date(2026, 12, 31))
    measure = plans.add_measure(desk, goal)
    fill(desk, "measure", measure, text="Mängelanzeige schreiben", who=frozenset({"case_manager"}))
    return plan


def editor(qtbot: QtBot, context: Context, case: RecordId, press: FakePress | None = None) -> Editor:
    news: list[Callable[[Changes], None]] = []

    def tell(changes: Changes) -> None:
        news[0](changes)

    heard = replace(context, tell=tell)
    screen = build(heard, case.hex(), press)
    presenter = cast("PlanPresenter", screen.presenter)
    news.append(presenter.refresh)
    view = cast("PlanView", screen.widget)
    shown: QWidget = view
    qtbot.addWidget(shown)
    view.resize(1180, 700)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    presenter.opened()
    return Editor(desk=context.desk, case=case, view=view, presenter=presenter)
