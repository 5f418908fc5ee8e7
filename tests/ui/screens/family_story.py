"""A small family with contacts, promises, a plan; and a context in which news of writes reach the screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Changes, Create
from kimdesk.domain.declare import Code
from kimdesk.domain.values import Value
from kimdesk.ui.forms.port import DeskPort
from kimdesk.ui.shell.screen import Context, Leaves, Opens, Refreshes, Screen

Build = Callable[[Context, str], Screen]


@dataclass(frozen=True, slots=True)
class Story:
    """The ids of what was written."""

    case: RecordId
    elena: RecordId
    mariya: RecordId
    visit: RecordId
    call: RecordId
    promise: RecordId


def write_story(desk: Desk) -> Story:
    """Write the family."""
    story = Story(*(new_id(desk.clock) for _ in range(6)))
    plan = new_id(desk.clock)

    def create(kind: str, record: RecordId, **values: Value) -> Create:
        return Create(kind, record, values)

    desk.apply(
        create("case", story.case, case_number="KD-2026-0017", phase=Code("planning"), wish="Eine trockene Wohnung"),
        create(
            *("person", story.elena),
            case=story.case,
            given_name="Elena",
            given_name_native="Елена",
            family_name="Dimitrova",
            birth_date="1994",
            role=Code("mother"),
        ),
        create(
            "person", story.mariya, case=story.case, given_name="Mariya", birth_date="2016-03-03", role=Code("child")
        ),
        create(
            *("contact", story.visit),
            case=story.case,
            date=dt.date(2026, 10, 8),
            form=Code("home_visit"),
            minutes=55,
            topics=frozenset({Code("housing")}),
            present=frozenset({story.elena}),
            family_says="Im Schlafzimmer ist Schimmel.",
            assessment="Wohnungssuche hat Vorrang.",
        ),
        create(
            *("contact", story.call),
            case=story.case,
            date=dt.date(2026, 11, 12),
            form=Code("phone"),
            family_says="Ein Wort unter vier Augen.",
            discuss_only_with=frozenset({story.elena}),
        ),
        create(
            *("measure", story.promise),
            case=story.case,
            contact=story.visit,
            text="Schuldnerberatung anfragen",
            who=frozenset({Code("case_manager")}),
            until=dt.date(2026, 11, 17),
        ),
        create("support_plan", plan, case=story.case, version=2),
        create("goal", new_id(desk.clock), plan=plan, position=1, wording="Kitaplatz", state=Code("reached")),
    )
    return story


@dataclass
class Stage:
    """Shows one screen as the shell does: opened, told of every write."""

    context: Context
    qtbot: QtBot
    went: list[tuple[str, str]] = field(default_factory=list)
    screens: list[Screen] = field(default_factory=list)

    def __post_init__(self) -> None:
        desk, runner, clock = self.context.desk, self.context.runner, self.context.clock
        port = DeskPort(desk, runner, clock, tell=self.tell)
        self.context = replace(self.context, port=port, tell=self.tell, go=lambda *way: self.went.append(way))

    def tell(self, changes: Changes) -> None:
        """Pass news on."""
        for screen in self.screens:
            for part in screen.parts():
                if isinstance(part, Refreshes):
                    part.refresh(changes)

    def show(self, build: Build, case: RecordId) -> QWidget:
        """Build a screen and show it."""
        screen = build(self.context, case.hex())
        self.screens.append(screen)
        self.qtbot.addWidget(screen.widget)
        for part in screen.parts():
            if isinstance(part, Opens):
                part.opened()
        screen.widget.resize(1150, 700)
        screen.widget.show()
        screen.widget.activateWindow()
        return screen.widget

    def leave(self) -> None:
        """Leave the screen as the shell does."""
        for screen in self.screens:
            for part in screen.parts():
                if isinstance(part, Leaves):
                    part.leave()


def reached_by_tab(root: QWidget) -> set[QWidget]:
    """Return the widgets one comes to by pressing Tab, starting with the first."""
    reached: set[QWidget] = set()
    at = root.nextInFocusChain()
    while at is not None and at is not root:
        takes = at.focusPolicy() & at.focusPolicy().TabFocus
        if takes and at.isEnabled() and at.isVisibleTo(root) and root.isAncestorOf(at):
            reached.add(at)
        at = at.nextInFocusChain()
    return reached
