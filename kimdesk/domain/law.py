"""Citations that papers print. They stay German in every language, because offices know them so."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

CONSENT: Final = "Art. 6 Abs. 1 Buchst. a DSGVO"
CONSENT_SPECIAL: Final = "Art. 9 Abs. 2 Buchst. a DSGVO"
INFORMATION: Final = "Art. 13 DSGVO"
ACCESS: Final = "Art. 15 DSGVO"
COMPLAINT: Final = "Art. 77 DSGVO"
RIGHTS: Final = MappingProxyType(
    {
        "right_access": ACCESS,
        "right_correction": "Art. 16 DSGVO",
        "right_erasure": "Art. 17 DSGVO",
        "right_restriction": "Art. 18 DSGVO",
        "right_portability": "Art. 20 DSGVO",
        "right_objection": "Art. 21 DSGVO",
        "right_withdraw": "Art. 7 Abs. 3 DSGVO",
    }
)
"""What somebody may ask for → where it stands."""
AUTHORITY: Final = (
    "Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen, "
    "Postfach 20 04 44, 40102 Düsseldorf"
)
