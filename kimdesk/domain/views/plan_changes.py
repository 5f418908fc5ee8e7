"""What is different between two versions of a plan, goal by goal, as frozen rows filled after the gate."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from kimdesk.domain.views.documents import MeasureView
from kimdesk.domain.views.papers import PaperView

GoalTurn = Literal["new", "changed", "same", "reached", "dropped", "gone"]
StepTurn = Literal["new", "changed", "done", "dropped", "gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """One of the two versions: number, day, whether it was agreed with the family."""

    number: int
    date: dt.date
    signed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StepChange:
    """What became of one step; `before` is how it stood in the older version where that differs."""

    turn: StepTurn
    step: MeasureView
    before: MeasureView | None = None
    done_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalChange:
    """What became of one goal; texts and days of the older version stand in `…_before` only where they differ.

    A `…_translation` is what the second language says instead.
    """

    turn: GoalTurn
    domain: str | None
    wording: str
    wording_translation: str | None = None
    wording_before: str | None = None
    wording_before_translation: str | None = None
    indicator: str | None = None
    indicator_translation: str | None = None
    due: dt.date | None = None
    due_before: dt.date | None = None
    due_changed: bool = False
    state: str | None = None
    state_before: str | None = None
    reached_on: dt.date | None = None
    steps: tuple[StepChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChangesView(PaperView):
    """Two versions compared: the wish, then the goals of the newer one, then those that ended."""

    older: VersionLine
    newer: VersionLine
    wish: str | None = None
    wish_translation: str | None = None
    wish_before: str | None = None
    wish_before_translation: str | None = None
    goals: tuple[GoalChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldGoal:
    """One goal in sentences: its heading, what became of it in a word, and the sentences."""

    heading: str
    turn: GoalTurn
    word: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Two versions compared in the sentences of one language."""

    versions: str
    wish: tuple[str, ...]
    goals: tuple[ToldGoal, ...]
    nothing: str
    """What is said instead where both versions say the same."""
