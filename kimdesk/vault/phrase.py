"""Passphrases to offer: five random German words are easier to type and far harder to guess than what people invent."""

from __future__ import annotations

import secrets
from typing import Final

from kimdesk.base.words import word_list
from kimdesk.vault.policy import PRODUCTION, Policy

WORDS: Final = 5


def suggest(policy: Policy = PRODUCTION) -> str:
    """Return five words out of 2,048, 55 bits; those the estimate takes for common are drawn again."""
    while True:
        offered = " ".join(secrets.choice(word_list()) for _ in range(WORDS))
        if policy.strength(offered) >= policy.passphrase_bits:
            return offered
