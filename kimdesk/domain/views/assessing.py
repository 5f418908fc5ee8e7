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
class Holdings:
    """How much a vault holds: counted on which day, families, persons, and records by kind (name, count).

    `backup` tells whether a backup was counted, `sensitivities` which kinds of data there may be among it.
    """

    counted_on: dt.date
    families: int
    persons: int
    kinds: tuple[tuple[str, int], ...] = ()
    sensitivities: tuple[str, ...] = ()
    backup: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentView(PaperView):
    """A sheet for when something went wrong, blank or begun; it needs no vault and names nobody.

    `happened` is one of laptop, stick, paper, screen, or empty; `given` says which paper went where, without a name.
    """

    happened: str = ""
    holdings: Holdings | None = None
    given: str = ""
