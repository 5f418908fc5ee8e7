"""What assessment, genogram and network map print, as frozen rows filled after the gate."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kimdesk.domain.views.papers import PaperView
from kimdesk.domain.views.pictures import ComparisonView, GenogramView, NetworkView


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainLine:
    """One life domain: both ratings (codes 0 to 5), urgency, and the words picked of it, label by label."""

    domain: str
    client: str | None = None
    own: str | None = None
    priority: str | None = None
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentView(PaperView):
    """One assessment; `chart` compares it with those before."""

    on: dt.date
    participants: tuple[str, ...] = ()
    interpreter: str = ""
    chart: ComparisonView | None = None
    domains: tuple[DomainLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GenogramPaperView(PaperView):
    """A family's tree."""

    tree: GenogramView


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPaperView(PaperView):
    """The people around somebody."""

    net: NetworkView


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentView(PaperView):
    """A blank sheet for when something went wrong; it belongs to no case and needs no vault."""
