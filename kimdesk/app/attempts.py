"""Wrong passphrases and codes typed at the unlock window, counted outside the vault because it was closed.

The file names vaults by their random ids and holds numbers and instants only. Whoever can write it can also empty it:
it tells of curious people, not of thieves.
"""

from __future__ import annotations

import contextlib
import json
import threading
from dataclasses import asdict, dataclass
from pathlib import Path

MOST = 9999


@dataclass(frozen=True, slots=True, kw_only=True)
class Failures:
    """How many entries were wrong since the last right one, and when the last of them was (UTC milliseconds)."""

    count: int = 0
    last_ms: int | None = None


class Attempts:
    """The file of wrong entries; one that cannot be read or written keeps nobody out."""

    def __init__(self, place: Path) -> None:
        self._file = place / "attempts.json"
        self._guard = threading.Lock()

    def failed(self, vault_id: str, at_ms: int) -> None:
        """Note a wrong entry."""
        with self._guard:
            known = self._read()
            count = min(MOST, known.get(vault_id, Failures()).count + 1)
            known[vault_id] = Failures(count=count, last_ms=at_ms)
            self._write(known)

    def take(self, vault_id: str) -> Failures:
        """Return the wrong entries since the last right one, and begin anew."""
        with self._guard:
            known = self._read()
            found = known.pop(vault_id, Failures())
            if found.count:
                self._write(known)
            return found

    def _read(self) -> dict[str, Failures]:
        try:
            raw = json.loads(self._file.read_text("utf-8"))
            return {
                str(key): Failures(count=int(one["count"]), last_ms=int(one["last_ms"])) for key, one in raw.items()
            }
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}

    def _write(self, known: dict[str, Failures]) -> None:
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._file.with_suffix(".new")
            fresh.write_text(json.dumps({key: asdict(one) for key, one in known.items()}), "utf-8")
            fresh.replace(self._file)
