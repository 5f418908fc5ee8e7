"""What the list of the provider's text blocks shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRow:
    """One block: its short name, its text, its topic as a code or ""."""

    key: str
    title: str
    text: str
    topic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlocksState:
    """One moment of the screen."""

    rows: tuple[BlockRow, ...] = ()
    loaded: bool = False
