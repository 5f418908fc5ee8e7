"""What the answer to somebody's question about their data prints (Art. 15 DSGVO), filled after the gate."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kimdesk.domain.access import AccessSection
from kimdesk.domain.views.papers import PaperView


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenLine:
    """Something that was given: when, what, to whom."""

    date: dt.date
    what: str
    recipient: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessView(PaperView):
    """Everything recorded about one person as they may see it; `source` is where it came from besides themselves."""

    person: str
    sections: tuple[AccessSection, ...] = ()
    given: tuple[GivenLine, ...] = ()
    source: str = ""
    authority: str = ""
    years: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView(PaperView):
    """A slip on which somebody says what is wrong; `person` may be left open."""

    person: str = ""
