"""Whether other programs may take pictures of the window: no, unless somebody needs a screen magnifier."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass

from kimdesk.store.session import Session

__all__ = ["Session", "Switched", "allow", "allowed", "switches"]

log = logging.getLogger(__name__)
_KEY = "capture"
MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Switched:
    """One turn of the switch: when (UTC milliseconds) and to what."""

    at: int
    allowed: bool


def allowed(session: Session) -> bool:
    """Tell whether pictures of the window may be taken."""
    turned = switches(session)
    return bool(turned) and turned[-1].allowed


def allow(session: Session, *, on: bool) -> None:
    """Turn the switch; every turn is kept in the vault and written to the log."""
    turned = [*switches(session), Switched(at=session.clock.now_ms(), allowed=on)][-MOST:]
    session.put_state(_KEY, json.dumps([[each.at, each.allowed] for each in turned]))
    log.info("screen capture %s", "allowed" if on else "excluded")


def switches(session: Session) -> tuple[Switched, ...]:
    """Return the last turns of the switch, oldest first."""
    stored = json.loads(session.get_state(_KEY) or "[]")
    return tuple(Switched(at=at, allowed=on) for at, on in stored)
