"""What may hang on a fridge where visitors read it."""

from __future__ import annotations

import pytest

from kimdesk.casework.desk import Services
from kimdesk.domain.fridge import HIDDEN_DOMAINS, OPEN_DOMAINS, may_hang


def test_every_life_domain_is_decided_upon(services: Services) -> None:
    assert {entry.code for entry in services.reference["life_domain"].entries} == OPEN_DOMAINS | HIDDEN_DOMAINS
    assert not OPEN_DOMAINS & HIDDEN_DOMAINS


@pytest.mark.parametrize("domain", sorted(HIDDEN_DOMAINS))
def test_steps_of_closed_domains_stay_away_whatever_they_say(domain: str) -> None:
    assert not may_hang([domain], "Formular ausfüllen")
    assert not may_hang([domain, "housing"], "Formular ausfüllen")


def test_a_step_without_a_domain_stays_away() -> None:
    assert not may_hang([], "Formular ausfüllen")
    assert not may_hang([None], "Formular ausfüllen")


@pytest.mark.parametrize(
    "text",
    [
        "Mietschulden mit der Vermieterin klären", "Termin beim Kinderarzt", "Ärztin anrufen",
        "Brief der Ausländerbehörde",
        "Aufenthaltstitel verlängern", "Frauenhaus anrufen", "Mahnung beantworten", "zur Schuldnerberatung gehen",
        "Duldung verlängern", "Therapie beginnen", "Antrag beim Jobcenter", "Impfpass mitbringen", "Pfändung klären",
    ],
)  # fmt: skip
def test_words_that_never_hang_there(text: str) -> None:
    assert not may_hang(["housing"], text)


@pytest.mark.parametrize(
    "text",
    [
        "Fotos vom Schimmel machen", "Mängelanzeige schreiben", "Deutschkurs am Vormittag besuchen",
        "Georgi sucht Arbeit",
        "mit der Kita sprechen", "sich nach einem Kurs erkundigen", "Bescheid aufbewahren", "mit dem Bus fahren",
    ],
)  # fmt: skip
def test_everyday_steps_may_hang_there(text: str) -> None:
    assert may_hang(["daily_living"], text)
