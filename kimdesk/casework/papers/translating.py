"""A translation is in one language: it stands on no paper that is printed in another."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar, cast

from kimdesk.casework.paper import GERMAN, Paper, speaks
from kimdesk.domain.records import SupportPlan
from kimdesk.domain.views.letters import LetterView
from kimdesk.domain.views.papers import PaperView

V = TypeVar("V", bound=PaperView)


def fitting(paper: Paper, view: V, languages: tuple[str, ...]) -> V:
    """Return a view without translations where they are in another language than those printed.

    Goals and steps are translated into the language of the newest plan; what a letter says was translated for it.
    """
    if isinstance(view, LetterView):
        return view
    plan = max(paper.every(SupportPlan), key=lambda each: each.version, default=None)
    fits = speaks(plan, languages) if plan is not None else bool(set(languages) - GERMAN)
    return view if fits else cast("V", _bare(view))


def _bare(value: Any) -> Any:
    """Return a value, whatever it is made of, with every translation in it taken out."""
    if isinstance(value, tuple):
        return tuple(_bare(each) for each in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    changed = {
        each.name: None if each.name.endswith("translation") else _bare(getattr(value, each.name))
        for each in dataclasses.fields(value)
    }
    return dataclasses.replace(value, **changed)
