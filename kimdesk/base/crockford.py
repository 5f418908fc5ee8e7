"""The 32 signs of codes that are copied by hand: none looks like another, and those that do are forgiven.

Source: Douglas Crockford, Base 32, https://www.crockford.com/base32.html (an idea, no code).
"""

from __future__ import annotations

from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # without I, L, O, U
_MISREAD: Final = str.maketrans("ILO", "110")


def as_meant(text: str) -> str:
    """Return a text in capitals, with I, L and O as the digits they were read from."""
    return text.upper().translate(_MISREAD)
