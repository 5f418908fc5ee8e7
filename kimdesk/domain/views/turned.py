"""What the screen shows when it is turned to one person of the family: sentences of her language, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedStep:
    """One step: its sign with the sign's word, the sentence, until when; `foreign` where it is not translated yet."""

    sign: str
    word: str
    sentence: str
    until: str = ""
    done: bool = False
    foreign: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedGoal:
    """One goal with its steps."""

    name: str
    wording: str
    foreign: bool = False
    steps: tuple[TurnedStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedLine:
    """An appointment: day and time in big letters, and what it is about."""

    when: str
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedPlan:
    """Plan and appointments of one person in one language; `notes` are small lines at the end."""

    language: str
    direction: Literal["ltr", "rtl"]
    title: str
    name: str
    version: str = ""
    wish_heading: str = ""
    wish: str = ""
    wish_foreign: bool = False
    goals_heading: str = ""
    goals: tuple[TurnedGoal, ...] = ()
    appointments_heading: str = ""
    appointments: tuple[TurnedLine, ...] = ()
    no_appointment: str = ""
    call: str = ""
    not_translated: str = ""
    notes: tuple[str, ...] = ()
