"""Removed files go for good: their key first, durably, and then their bytes; the journal keeps only that they were.

A removed file can be brought back for 30 days. Signed papers stay, and so does whatever undoing could bring back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kimdesk.base.ids import RecordId
from kimdesk.base.progress import SILENT, Progress
from kimdesk.domain.changes import Changes, Restore
from kimdesk.store.blobs import every_blob
from kimdesk.store.session import Session
from kimdesk.store.unneeded import FILE, WORDS_LEFT, drop_erasable, erasable, is_erased, redact_erased, restore
from kimdesk.vault import safety

__all__ = ["KEPT_DAYS", "Removed", "bring_back", "can_come_back", "erase", "removed"]

KEPT_DAYS: Final = 30
"""So long a removed file can be brought back, as the copies inside the vault are kept."""
_DAY_MS: Final = 86_400_000
_CLOCK: Final = "erasing.clock"
_AT_ONCE: Final = 50
"""So many go in one transaction, for which whoever types may have to wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """Removed files that still lie in the vault and could go now: how many, and their bytes."""

    files: int = 0
    size: int = 0


def removed(session: Session) -> Removed:
    """Return what erasing at once would take away."""
    found = erasable(session, None)
    return Removed(files=len(found), size=sum(each.row.size for each in found))


def erase(session: Session, *, at_once: bool = False, progress: Progress = SILENT) -> int:
    """Erase removed files for good and return how many: those removed for 30 days, or `at_once` all of them.

    Whether the 30 days are over is asked of two runs on different days, for one day's clock may be wrong.
    An act where it is `at_once`: the caller has confirmed it. A crash at any moment leaves a file whole with its key,
    or bytes without a key, which a later call clears away. Nobody may back the vault up meanwhile. Raises
    Surroundings and Cancelled; what is erased by then stays erased.
    """
    before_ms = None if at_once else max(0, _sure_ms(session) - KEPT_DAYS * _DAY_MS)
    waiting = [each.row.id for each in erasable(session, before_ms)]
    blobs, gone = session.vault.blobs(), 0
    for start in range(0, len(waiting), _AT_ONCE):
        for blob in drop_erasable(session, waiting[start : start + _AT_ONCE], before_ms):
            progress.step(gone, len(waiting))
            blobs.delete(blob)
            gone += 1
    while redact_erased(session, before_ms, _AT_ONCE):
        progress.step(gone, len(waiting))
    if session.get_state(WORDS_LEFT) is not None:
        session.store.clear_indexes(progress)
        session.drop_state(WORDS_LEFT)
    _tidy(session, at_once=at_once)
    return gone


def _sure_ms(session: Session) -> int:
    """Return an instant that is past for certain: a run half a day ago or more saw it too, and the clock agrees still.

    So a clock that is far ahead until somebody notices takes no file early.
    """
    now = session.clock.now_ms()
    seen = [each for each in map(int, (session.get_state(_CLOCK) or "").split()) if each <= now]
    sure = max((each for each in seen if now - each >= _DAY_MS // 2), default=0)
    waiting = max(seen, default=now)
    session.put_state(_CLOCK, f"{sure} {now if waiting == sure else waiting}")
    return sure


def _tidy(session: Session, *, at_once: bool) -> None:
    """Clear away what earlier crashes left, and copies of the database that still know the keys."""
    folder = session.info.folder
    if at_once:
        safety.drop_all(folder)
    else:
        safety.tidy(folder, session.clock)
    with session.query.connection() as conn:
        known = {row.id.hex() for row in every_blob(conn, session.store.tables)}
    session.vault.blobs().sweep(known, session.clock)


def bring_back(session: Session, kind: str, record: RecordId) -> Changes:
    """Bring a removed record back; raises UserProblem attachment.erased where its file is gone for good."""
    if kind == FILE[0]:
        return restore(session, record)
    return session.apply(Restore(kind, record))


def can_come_back(session: Session, kind: str, record: RecordId) -> bool:
    """Tell whether a removed record can be brought back whole."""
    return kind != FILE[0] or not is_erased(session, record)
