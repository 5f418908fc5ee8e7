"""What papers around a visit and a plan print, as frozen rows filled after the gate; codes as in resources/codes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kimdesk.domain.law import DEFAULT
from kimdesk.domain.views.documents import Correction, GoalView, MeasureView


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """What every paper of a case knows: whose it is, who made it, whom to call."""

    case_number: str
    reader_initials: str
    family_name: str
    date: dt.date
    phone: str
    provider: str
    author: str
    family_name_native: str | None = None
    regime: str = DEFAULT
    """Which data-protection law the provider is bound by (`domain/law.py`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """Somebody of the family: name (or role and number), role, age in years, languages."""

    name: str
    role: str | None = None
    age: int | None = None
    languages: tuple[str, ...] = ()
    interpreter_needed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkLine:
    """A talk that is not for everybody's ears: when, in which form, and the initials of those it was held with."""

    date: dt.date
    form: str | None
    only_with: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineLine:
    """A day that counts; `matter` names the phrase, `text` what or whom it is about."""

    date: dt.date
    matter: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastContact:
    """The last contact that everybody of the family may know of, with the lines picked of what was said."""

    date: dt.date
    form: str | None
    days: int
    topics: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentLine:
    """An appointment to come."""

    date: dt.date
    time: str = ""
    title: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingView(PaperView):
    """What one wants to know before a visit; `named` is False where nobody shall be recognised."""

    named: bool
    safety: str | None = None
    household: tuple[PersonLine, ...] = ()
    reach: tuple[str, ...] = ()
    interpreter: str | None = None
    last: LastContact | None = None
    only_with: tuple[TalkLine, ...] = ()
    ours: tuple[MeasureView, ...] = ()
    familys: tuple[MeasureView, ...] = ()
    deadlines: tuple[DeadlineLine, ...] = ()
    goals: tuple[GoalView, ...] = ()
    appointments: tuple[AppointmentLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitSheetView(PaperView):
    """A blank sheet to write on, with the briefing on its front where wanted."""

    briefing: BriefingView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskView:
    """One step: words and translation, whose it is (`family`, `case_manager`, else others), by when, its domain."""

    text: str
    who: str
    translation: str | None = None
    until: dt.date | None = None
    domain: str | None = None
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FridgeView(PaperView):
    """One page that may hang where visitors read it (`domain/fridge.py`)."""

    tasks: tuple[TaskView, ...] = ()
    appointment: AppointmentLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AloudView(PaperView):
    """The plan for the ear: wish, goals with their steps, next appointment."""

    wish: str | None = None
    wish_translation: str | None = None
    goals: tuple[GoalView, ...] = ()
    appointment: AppointmentLine | None = None
