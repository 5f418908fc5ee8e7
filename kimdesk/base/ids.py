"""Record ids: UUID version 7 (RFC 9562), 16 bytes, rising with time within one process."""

from __future__ import annotations

import secrets
import threading
from typing import NewType

from kimdesk.base.clock import Clock

RecordId = NewType("RecordId", bytes)

_guard = threading.Lock()
_last = 0


def new_id(clock: Clock) -> RecordId:
    """Return a fresh id; ids of one process rise strictly even if the clock stands or goes back."""
    global _last  # noqa: PLW0603 - the one counter of this process
    with _guard:
        stamp = max(clock.now_ms() << 12, _last + 1)
        _last = stamp
    ms, counter = stamp >> 12, stamp & 0xFFF
    tail = secrets.randbits(62)
    value = (ms & (1 << 48) - 1) << 80 | 0x7 << 76 | counter << 64 | 0b10 << 62 | tail
    return RecordId(value.to_bytes(16, "big"))


def from_hex(text: str) -> RecordId:
    """Return the id written as 32 hex digits; raises ValueError for anything else."""
    raw = bytes.fromhex(text)
    if len(raw) != 16:
        raise ValueError("an id has 16 bytes")
    return RecordId(raw)
