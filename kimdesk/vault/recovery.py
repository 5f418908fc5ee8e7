"""The recovery code on paper: 160 random bits as eight groups of five characters that check themselves."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from typing import Final

from kimdesk.base.crockford import ALPHABET, as_meant
from kimdesk.base.errors import UserProblem

GROUPS: Final = 8
DATA: Final = 4
WIDTH: Final = DATA + 1
SECRET_BYTES: Final = GROUPS * DATA * 5 // 8


def _times(left: int, right: int) -> int:
    """Multiply in the field of 32 elements (x^5 + x^2 + 1), where every slip changes the sum."""
    product = 0
    for bit in range(5):
        if right >> bit & 1:
            product ^= left << bit
    for bit in range(8, 4, -1):
        if product >> bit & 1:
            product ^= 0b100101 << (bit - 5)
    return product


def _check_character(index: int, data: str) -> str:
    """Return the fifth character: it depends on the four before it, their order and the group's place."""
    values = [index, *(ALPHABET.index(sign) for sign in data)]
    total, weight = 0, 1
    for value in values:
        weight = _times(weight, 2)
        total ^= _times(value, weight)
    return ALPHABET[total]


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """One code; `groups` is what is printed (1 to 8), `secret` the 20 bytes that open a key slot."""

    groups: tuple[str, ...] = field(repr=False)

    @classmethod
    def generate(cls) -> RecoveryCode:
        """Return a fresh random code."""
        return cls.of(secrets.token_bytes(SECRET_BYTES))

    @classmethod
    def of(cls, secret: bytes) -> RecoveryCode:
        """Return the code that stands for 20 bytes."""
        number = int.from_bytes(secret, "big")
        count = GROUPS * DATA
        signs = "".join(ALPHABET[number >> 5 * (count - 1 - place) & 31] for place in range(count))
        parts = [signs[start : start + DATA] for start in range(0, count, DATA)]
        return cls(tuple(part + _check_character(index, part) for index, part in enumerate(parts, 1)))

    @classmethod
    def parse(cls, text: str) -> RecoveryCode:
        """Return the code as typed; case, blanks, hyphens and the look-alikes I, L, O are forgiven.

        Raises UserProblem `recovery.group_wrong` naming the first wrong group, or `recovery.too_long`.
        """
        signs = as_meant(text)
        parts = [part for part in re.split(r"[\s\-\u2010-\u2015]+", signs) if part]
        if len(parts) != GROUPS:
            whole = "".join(parts)
            parts = [whole[start : start + WIDTH] for start in range(0, len(whole), WIDTH)]
        for index in range(1, GROUPS + 1):
            if index > len(parts) or not _group_is_right(index, parts[index - 1]):
                raise UserProblem("recovery.group_wrong", group=index)
        if len(parts) > GROUPS:
            raise UserProblem("recovery.too_long", groups=GROUPS)
        return cls(tuple(parts))

    @property
    def text(self) -> str:
        """The code as it is printed and typed: groups joined by hyphens."""
        return "-".join(self.groups)

    def secret(self) -> bytearray:
        """Return the 20 bytes behind the code; the caller wipes them."""
        number = 0
        for sign in "".join(group[:DATA] for group in self.groups):
            number = number << 5 | ALPHABET.index(sign)
        return bytearray(number.to_bytes(SECRET_BYTES, "big"))


def _group_is_right(index: int, group: str) -> bool:
    if len(group) != WIDTH or not set(group) <= set(ALPHABET):
        return False
    return _check_character(index, group[:DATA]) == group[DATA]
