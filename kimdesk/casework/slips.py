"""Slips: what was typed into a dialog that has no record yet, durable within a second and there again after a crash.

A form of a record keeps drafts; a dialog such as “Neue Familie” has only its fields until it is agreed to.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from kimdesk.store.session import Session

__all__ = ["PROTECTED", "Session", "Slip", "drop", "every", "find", "keep", "left"]

_PREFIX = "slip:"
PROTECTED = "protection:"
"""Slips under keys that begin so are of child protection: they wait in its own dialogs and are named nowhere else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """The texts of one dialog by field, and when the last of them was typed (UTC milliseconds)."""

    key: str
    texts: Mapping[str, str] = field(repr=False)
    at: int


def keep(session: Session, key: str, texts: Mapping[str, str]) -> None:
    """Make a dialog's texts durable; nothing typed leaves no slip."""
    filled = {name: text for name, text in texts.items() if text}
    if filled:
        value = {"at": session.clock.now_ms(), "texts": filled}
        session.put_state(_PREFIX + key, json.dumps(value, ensure_ascii=False))
    else:
        drop(session, key)


def find(session: Session, key: str) -> Slip | None:
    """Return a dialog's slip, or None."""
    stored = session.get_state(_PREFIX + key)
    return _slip(key, stored) if stored else None


def every(session: Session) -> tuple[Slip, ...]:
    """Return all slips, oldest first."""
    found = (_slip(key.removeprefix(_PREFIX), value) for key, value in session.states(_PREFIX).items())
    return tuple(sorted(found, key=lambda slip: slip.at))


def left(session: Session) -> tuple[Slip, ...]:
    """Return what is to be offered for restoring: typed before this vault was opened."""
    before = session.opened_ms
    return tuple(slip for slip in every(session) if slip.at < before and not slip.key.startswith(PROTECTED))


def drop(session: Session, key: str) -> None:
    """Forget a dialog's slip: it became what it was typed for, or was thrown away."""
    session.drop_state(_PREFIX + key)


def _slip(key: str, stored: str) -> Slip:
    value = json.loads(stored)
    return Slip(key=key, texts=value["texts"], at=value["at"])
