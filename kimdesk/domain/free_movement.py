"""Whose right to live here comes from European law: a reason, not a title."""

from __future__ import annotations

from typing import Final

from kimdesk.domain.declare import Code

FREE_MOVEMENT: Final = frozenset(
    {
        *("AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "ES", "FI", "FR", "GR", "HU", "IE", "IT", "LT", "LU"),
        *("LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
        *("IS", "LI", "NO"),
        "CH",
    }
)
"""States of the Union, the EEA (§ 12 FreizügG/EU) and Switzerland (agreement of 1999)."""


def moves_freely(nationalities: frozenset[Code]) -> bool:
    """Tell whether one of the nationalities gives free movement."""
    return bool(nationalities & FREE_MOVEMENT)


def needs_title(nationalities: frozenset[Code]) -> bool:
    """Tell whether a person may need a title: no German and no free-movement nationality, or none recorded."""
    return "DE" not in nationalities and not moves_freely(nationalities)
