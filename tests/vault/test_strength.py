"""The estimate of a passphrase errs downwards for words and lets random ones pass."""

from __future__ import annotations

import random
import string

import pytest

from kimdesk.vault.strength import estimate_bits


@pytest.mark.parametrize(
    "weak",
    [
        "",
        "passwort",
        "Passwort123!",
        "Sommer2024!",
        "Familienunterstützungsplan",
        "Ausländerbehörde Duisburg 2026",
        "qwertzuiop1234567890",
        "hallo hallo hallo hallo hallo hallo hallo hallo",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "14.03.1985 02.11.1990 24.12.2001",
        "correct horse battery staple",
        "Donaudampfschifffahrtsgesellschaft",
        "1234 5678 9012",
        "ich habe zwei kinder und einen hund",
        "wir sind alle sehr glücklich",
    ],
)
def test_guessable_passphrases_stay_below_the_floor(weak: str) -> None:
    assert estimate_bits(weak) < 50


@pytest.mark.parametrize(
    "strong",
    [
        "laterne wolke teppich brücke igel",
        "Kanne-Falter-Ufer-Nebel-Dorn-Pilz",
        "k7#Vq!x2Zp&m9Wt$",
        "фонарь облако ковёр мост ёжик",
        "ليمون نافذة سحابة جسر قنفذ",
    ],
)
def test_long_random_passphrases_pass(strong: str) -> None:
    assert estimate_bits(strong) >= 50


def test_random_signs_are_never_flattered() -> None:
    dice = random.Random(7)
    alphabet = string.ascii_letters + string.digits + "!#$%&*+-=?"
    for length in range(1, 24):
        made = "".join(dice.choice(alphabet) for _ in range(length))
        assert estimate_bits(made) <= length * 6.2
