"""Builds what the program builds once: clock, code lists, policy."""

from __future__ import annotations

import tomllib
from functools import cache

from kimdesk.base.clock import Clock, SystemClock
from kimdesk.base.resources import resource
from kimdesk.domain.reference import Reference, build_reference
from kimdesk.store.session import Services
from kimdesk.vault.policy import PRODUCTION, Policy


@cache
def load_reference() -> Reference:
    """Read all code lists, once for each process; what is read is frozen."""
    files = sorted(resource("codes").glob("*.toml"))
    return build_reference((file.stem, tomllib.loads(file.read_text("utf-8"))) for file in files)


def services(clock: Clock | None = None, policy: Policy = PRODUCTION) -> Services:
    """Return the program's services; tests give a clock that stands and a cheap policy."""
    return Services(clock=clock or SystemClock(), reference=load_reference(), policy=policy)
