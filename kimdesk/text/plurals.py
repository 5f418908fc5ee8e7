"""Which form of a phrase a whole number takes: CLDR's plural rules, read from data (Unicode TR 35, part 3)."""

from __future__ import annotations

import re
from functools import cache

from kimdesk.text.cldr import load_cldr

_RELATION = re.compile(r"(?P<operand>[a-z])(?: mod (?P<modulus>\d+))?(?P<negated> not)? in (?P<ranges>[\d.,]+)")
_WHOLE = frozenset("ni")
"""Operands that are the number itself; all others count digits after the point and are 0 for whole numbers."""


@cache
def plural_category(language: str, number: int) -> str:
    """Return zero, one, two, few, many or other."""
    for category, rule in load_cldr(language).plurals.items():
        if any(all(_holds(part, abs(number)) for part in any_of.split(" and ")) for any_of in rule.split(" or ")):
            return category
    return "other"


@cache
def categories(language: str) -> tuple[str, ...]:
    """Return the categories whole numbers take in a language, in the order people write them."""
    used = {plural_category(language, number) for number in range(1200)} | {"other"}
    return tuple(name for name in ("zero", "one", "two", "few", "many", "other") if name in used)


def _holds(relation: str, number: int) -> bool:
    found = _RELATION.fullmatch(relation.strip())
    if found is None:
        raise ValueError(relation)
    value = number if found["operand"] in _WHOLE else 0
    if found["modulus"]:
        value %= int(found["modulus"])
    return any(_within(value, part) for part in found["ranges"].split(",")) != bool(found["negated"])


def _within(value: int, part: str) -> bool:
    first, _, last = part.partition("..")
    return int(first) <= value <= int(last or first)
