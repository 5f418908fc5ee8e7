"""Which paragraphs legal papers name: by the data-protection law of the provider (protection.md), never translated."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from kimdesk.base.resources import resource

Law = Literal["gdpr_bdsg", "gdpr_dsg_nrw", "kdg", "dsg_ekd"]
LAWS: tuple[Law, ...] = ("gdpr_bdsg", "gdpr_dsg_nrw", "kdg", "dsg_ekd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citations:
    """The paragraphs of one law, and the authority that watches over it; `de` and `en` name the setting."""

    de: str
    en: str
    consent: str
    special: str
    task: str
    information: str
    access: str
    correction: str
    erasure: str
    restriction: str
    portability: str
    objection: str
    withdraw: str
    complaint: str
    authority: str


@cache
def citations(law: Law) -> Citations:
    """Return the paragraphs under one law; spaces inside them do not break."""
    raw = cast("dict[str, str]", tomllib.loads(resource("texts", "citations.toml").read_text("utf-8"))[law])
    return Citations(**{name: _glued(text) if name in _PARAGRAPHS else text for name, text in raw.items()})


_PARAGRAPHS = frozenset(Citations.__dataclass_fields__) - {"de", "en", "authority"}


def _glued(paragraph: str) -> str:
    """Keep sign and number together: a break after a comma is all a line may have (DIN 5008)."""
    return ", ".join(part.replace(" ", "\u00a0") for part in paragraph.split(", "))
