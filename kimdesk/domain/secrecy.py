"""Professional secrecy: which consents release whoever accompanies a family from it (§ 203 StGB)."""

from __future__ import annotations

from typing import Final

RELEASES: Final = frozenset({"contact_authority", "contact_school", "contact_doctor", "case_conference"})
"""Scopes of consent in which the case manager speaks of what was confided (codes of `consent_scope`)."""


def is_release(scope: str) -> bool:
    """Tell whether a consent of this scope is a release from professional secrecy."""
    return scope in RELEASES
