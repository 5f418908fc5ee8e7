"""What closing report and after-care note print, as frozen rows filled after the gate; codes as in resources/codes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kimdesk.domain.views.documents import GoalView
from kimdesk.domain.views.papers import PaperView


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One life domain at the first and the last assessment, in both views (codes 0 to 5)."""

    domain: str
    client: tuple[str | None, str | None]
    own: tuple[str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLine:
    """A body the family was linked with: name, or kind of body; how the linking stands (`referral_state`)."""

    name: str
    partner_type: str | None = None
    domain: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingView(PaperView):
    """How the support went and what comes after it; of free text only the lines picked."""

    end: dt.date
    start: dt.date | None = None
    contacts: int = 0
    goals: tuple[GoalView, ...] = ()
    changes: tuple[ChangeLine, ...] = ()
    reached: tuple[str, ...] = ()
    feedback: tuple[str, ...] = ()
    satisfaction: str | None = None
    reason: str | None = None
    running: tuple[ServiceLine, ...] = ()
    running_words: tuple[str, ...] = ()
    deadlines: tuple[str, ...] = ()
    continues: str = ""
    returned: bool = False
    aftercare_on: dt.date | None = None
    kept_until: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AftercareView(PaperView):
    """One talk after the support has ended."""

    on: dt.date
    form: str | None = None
    now: tuple[str, ...] = ()
    lasting: tuple[GoalView, ...] = ()
    pointed_to: tuple[ServiceLine, ...] = ()
