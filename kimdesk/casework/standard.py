"""What is offered while a plan is typed: usual goals and steps with their translation, and bodies of the directory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from kimdesk.base.errors import UserProblem
from kimdesk.casework.desk import Desk
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Partner
from kimdesk.text.phrases import GERMAN, load_phrases

Stock = Literal["standard_goal", "standard_measure"]
AUTHORITIES: Final = frozenset(
    [
        "immigration_office",
        "naturalisation",
        "registry",
        "jobcenter",
        "employment_agency",
        "social_office",
        "housing_benefit",
        "family_benefits",
        "youth_office",
        "health_office",
    ]
)
"""Kinds of partners that are an authority; all others are third parties."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """German words with their translation ("" where there is none), and names of bodies with who they are in a step."""

    goals: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, Code] = field(default_factory=dict)


def offers(desk: Desk, language: str) -> Offers:
    """Return what is offered in a plan whose second language this is ("" for none)."""
    return Offers(
        goals=_words(desk, "standard_goal", language),
        measures=_words(desk, "standard_measure", language),
        bodies={
            each.name: Code("office" if each.partner_type in AUTHORITIES else "third")
            for each in desk.page.every(Partner)
            if each.inactive_since is None
        },
    )


def _words(desk: Desk, stock: Stock, language: str) -> dict[str, str]:
    german = load_phrases(GERMAN).table
    other = _translations(desk, language)
    return {phrase.text: other.get(key, "") for key, phrase in german.items() if key.startswith(f"{stock}.")}


def _translations(desk: Desk, language: str) -> dict[str, str]:
    """Return a language's words, those reviewed outside among them; nothing where we have none."""
    try:
        table = desk.phrasebook.load(language).table if language not in {"", GERMAN} else {}
    except UserProblem:
        return {}
    return {key: phrase.text for key, phrase in table.items()}
