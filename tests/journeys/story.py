"""A case manager's window over the months, and the register of the steps that play the rows of the calendar."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kimdesk.base.clock import FixedClock
from kimdesk.base.resources import resource
from kimdesk.casework.desk import Desk
from kimdesk.domain.declare import Record
from kimdesk.domain.records import Case, Goal, SupportPlan
from kimdesk.ui.screens.family_persons.view import PersonsView
from kimdesk.ui.screens.plan.cards import GoalCard
from kimdesk.ui.shell.family_parts import PersonButton
from tests.support.hand import Hand
from tests.support.hand_cards import fill

ROWS: list[dict[str, Any]] = tomllib.loads(resource("demo", "calendar.toml").read_text("utf-8"))["row"]
Kind = TypeVar("Kind", bound=Record)
Page = TypeVar("Page", bound=QWidget)


@dataclass
class Story:
    """A case manager's window over the months."""

    hand: Hand
    desk: Desk
    clock: FixedClock

    def tab(self, word: str) -> None:
        """Turn to a page of the family."""
        self.hand.press(word, inside="Abschnitte")

    def person(self, fields: dict[str, str]) -> None:
        """Fill the form of the person who is chosen."""
        view = self.page(PersonsView)
        fill(self.hand, view.form, fields)
        view.settle()

    def page(self, cls: type[Page]) -> Page:
        """Return the visible page of this class."""
        (view,) = (each for each in self.hand.window.findChildren(cls) if each.isVisible())
        return view

    def choose_person(self, name: str) -> None:
        """Open a person of the list."""
        view = self.page(PersonsView)
        (button,) = (each for each in view.list.findChildren(PersonButton) if each.text().startswith(name))
        self.hand.click(button)

    def focused(self) -> str:
        """Return the name of the field with the cursor."""
        field = QApplication.focusWidget()
        return field.accessibleName() if field is not None else ""

    def named(self, starts: str) -> list[QAbstractButton]:
        """Return the visible buttons whose name begins like this."""
        shown = (each for each in self.hand.window.findChildren(QAbstractButton) if each.isVisible())
        return [each for each in shown if each.accessibleName().startswith(starts)]

    def set_goal(self, number: int, state: str) -> Goal:
        """Say on the plan's page how a goal of the newest version stands."""
        self.tab("Plan")
        closed = [each for each in self.named(f"Ziel {number}") if "aufklappen" in each.accessibleName()]
        if closed:
            self.hand.click(closed[0])
        cards = [each for each in self.hand.window.findChildren(GoalCard) if each.isVisible()]
        (card,) = (each for each in cards if each.accessibleName().startswith(f"Ziel {number}"))
        fill(self.hand, card, {"Stand": state})
        newest = max(self.every(SupportPlan), key=lambda each: each.version)
        goals = sorted((each for each in self.every(Goal) if each.plan == newest.id), key=lambda each: each.position)
        return goals[number - 1]

    @property
    def case(self) -> Case:
        """The case as it is stored."""
        (found,) = self.desk.query.every(Case)
        return found

    def only(self, cls: type[Kind]) -> Kind:
        """Return the one record of a kind."""
        (found,) = self.every(cls)
        return found

    def every(self, cls: type[Kind]) -> tuple[Kind, ...]:
        """Return all records of a kind of this family."""
        return self.desk.query.of_case(cls, self.case.id)


Step = Callable[[Story], None]
STEPS: dict[str, Step] = {}


def row(step: Step) -> Step:
    """Register what plays a row; its name is the row's id."""
    STEPS[step.__name__] = step
    return step
