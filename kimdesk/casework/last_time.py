"""When a vault was opened before, and whether somebody tried to meanwhile: said once after unlocking."""

from __future__ import annotations

from dataclasses import dataclass

from kimdesk.store.session import Session

__all__ = ["LastTime", "Session", "note_opening"]

_KEY = "opened_ms"


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTime:
    """The opening before this one and the wrong entries since then; instants are UTC milliseconds, None for never."""

    opened_ms: int | None = None
    failed: int = 0
    failed_ms: int | None = None


def note_opening(session: Session, *, failed: int = 0, failed_ms: int | None = None) -> LastTime:
    """Remember that a vault is open now and return what was before; `failed` counts the wrong entries since."""
    before = session.get_state(_KEY)
    session.put_state(_KEY, str(session.opened_ms))
    return LastTime(opened_ms=int(before) if before else None, failed=failed, failed_ms=failed_ms)
