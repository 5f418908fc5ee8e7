"""Invented languages for the engine: the German sentences in letters of another script, with the same places to fill.

They make every script and both directions testable whatever translations are there; nobody can read them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from kimdesk.documents.voices import Voices
from kimdesk.domain.views.documents import GoalView, MeasureView, PlanView, VisitView
from kimdesk.text.direction import way_of
from kimdesk.text.phrases import Phrase, Phrases, load_phrases

LATIN = "abcdefghijklmnopqrstuvwxyzäöüß"
LETTERS = {
    "ar": "ابجدهفقحيكلمنوصعرستثخذضظغةىئزش",
    "ckb": "ابجدەفقحیکڵمنۆپعرستثخذێڤغةیئزش",
    "he": "אבגדהוזחטיכלמנסעפצקרשתםןףץךאבג",
    "hi": "कखगघचछजझटठडढणतथदधनपफबभमयरलवशसह",
    "ti": "ሀለሐመሠረሰሸቀበቨተቸኀነኘአከኸወዐዘዠየደጀገጠጨጰ",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyzâî",
    "uk": "абвгдежзийклмнопрстуфхцчшщьюяєіїґ",
}
_PLACE = re.compile(r"(\{\w+\})")


def disguised(text: str, language: str) -> str:
    """Return a text in the letters of a language; places in braces stay."""
    table = str.maketrans(LATIN, LETTERS[language][: len(LATIN)])
    return "".join(part if _PLACE.fullmatch(part) else part.lower().translate(table) for part in _PLACE.split(text))


@cache
def pseudo(language: str) -> Phrases:
    """Return everything documents say in an invented language."""
    german = load_phrases("de").table
    table = {key: Phrase({"other": disguised(phrase.text, language)}, "draft") for key, phrase in german.items()}
    return Phrases(language, language, way_of(language), table)


def beside_german(language: str) -> Voices:
    """Return German with an invented language beside it."""
    return Voices((load_phrases("de"), pseudo(language)))


LIKE = {"Arab": "ar", "Cyrl": "uk", "Deva": "hi", "Ethi": "ti", "Hebr": "he", "Latn": "tr"}
"""Script -> the invented language that stands in for free text in any language of that script."""


V = TypeVar("V", PlanView, VisitView)


def translated(view: V, language: str) -> V:
    """Return a plan or visit with free text in an invented language beside the German."""
    changed: dict[str, Any] = {"family_name_native": disguised(view.family_name, language)}
    if isinstance(view, PlanView):
        changed["wish_translation"] = disguised(view.wish or "", language)
        changed["goals"] = tuple(_goal(goal, language) for goal in view.goals)
    else:
        changed["agreements"] = tuple(_measure(one, language) for one in view.agreements)
    return replace(view, **changed)


def _goal(goal: GoalView, language: str) -> GoalView:
    return replace(
        goal,
        wording_translation=disguised(goal.wording, language),
        indicator_translation=disguised(goal.indicator, language) if goal.indicator else None,
        measures=tuple(_measure(one, language) for one in goal.measures),
    )


def _measure(one: MeasureView, language: str) -> MeasureView:
    return replace(one, text_translation=disguised(one.text, language))
