"""What documents print, as frozen rows: filled by casework after the disclosure gate, read by documents.

Codes are those of resources/codes; names and free text are printed as written, with an optional translation beside.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

PlanState = Literal["draft", "agreed", "signed"]
PlanTitle = Literal["support_plan", "help_plan", "integration_plan"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureView:
    """Who does what until when. `who` holds codes of `responsible`; `who_name` an office's or a person's name."""

    text: str
    text_translation: str | None = None
    who: tuple[str, ...] = ()
    who_name: str | None = None
    until: dt.date | None = None
    state: str = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalView:
    """One goal with its measures; `domain`, `priority` and `state` are codes."""

    number: int
    domain: str | None
    wording: str
    wording_translation: str | None = None
    indicator: str | None = None
    indicator_translation: str | None = None
    due: dt.date | None = None
    priority: str | None = None
    state: str | None = None
    measures: tuple[MeasureView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """One version of the plan. `agreed` prints lines to sign, `draft` says so and prints none."""

    case_number: str
    reader_initials: str
    version: int
    date: dt.date
    state: PlanState
    family_name: str
    goals: tuple[GoalView, ...]
    phone: str
    provider: str
    author: str
    family_name_native: str | None = None
    title: PlanTitle = "support_plan"
    wish: str | None = None
    wish_translation: str | None = None
    review_date: dt.date | None = None
    participants: tuple[str, ...] = ()
    interpreter: str | None = None
    signed_on: dt.date | None = None
    signature_form: str | None = None
    signature: tuple[tuple[tuple[float, float], ...], ...] = field(default=(), repr=False)
    """Strokes drawn on the screen, places from the upper left corner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was put right later beside a completed note: when, the lines picked of what was said, what was seen."""

    date: dt.date
    said: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitView:
    """A visit as the family may read it; the assessment box has no place here."""

    case_number: str
    reader_initials: str
    family_name: str
    date: dt.date
    form: str | None
    phone: str
    provider: str
    author: str
    family_name_native: str | None = None
    place: str | None = None
    present: tuple[str, ...] = ()
    interpreter: str | None = None
    topics: tuple[str, ...] = ()
    family_says: tuple[str, ...] = ()
    agreements: tuple[MeasureView, ...] = ()
    documents_seen: tuple[str, ...] = ()
    next_appointment: dt.date | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheetView:
    """The printed key: eight groups of five characters, and the same as text of the QR code."""

    vault_label: str
    groups: tuple[str, ...]
    date: dt.date
    qr_text: str
