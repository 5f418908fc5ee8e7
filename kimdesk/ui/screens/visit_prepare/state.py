"""What is shown before a visit, as frozen rows without a word in them."""

from __future__ import annotations

from dataclasses import dataclass

from kimdesk.casework.preparing import LastNote
from kimdesk.domain.records import Interpreter
from kimdesk.domain.views.papers import BriefingView


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareState:
    """Everything of it. `safety` is None while it is closed: then it is not even in the window."""

    label: str
    briefing: BriefingView
    notes: tuple[LastNote, ...] = ()
    interpreters: tuple[Interpreter, ...] = ()
    has_safety: bool = False
    safety: str | None = None

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<PrepareState>"
