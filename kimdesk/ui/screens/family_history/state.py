"""What the page of a family's history shows."""

from __future__ import annotations

from dataclasses import dataclass

from kimdesk.casework.history import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryState:
    """The steps shown, newest first; the kinds there are, the one chosen, and how many steps are not shown."""

    steps: tuple[Step, ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()
    kind: str = ""
    more: int = 0
