"""Every paper of a case besides plan and visit summary: who may read it, what it picks, how its view is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.casework.paper import Paper
from kimdesk.casework.papers import (
    assessing,
    comparing,
    consenting,
    ending,
    guarding,
    knowing,
    linking,
    short,
    visiting,
    writing,
)
from kimdesk.casework.papers.order import PrintOrder
from kimdesk.domain.views.papers import PaperView

Reader = Literal["own", "readers", "body"]
OWN: Final[frozenset[Reader]] = frozenset({"own"})
FAMILY: Final[frozenset[Reader]] = frozenset({"own", "readers"})
READERS: Final[frozenset[Reader]] = frozenset({"readers"})
BODY: Final[frozenset[Reader]] = frozenset({"body"})
ANYBODY: Final[frozenset[Reader]] = FAMILY | BODY


def _nothing(desk: Desk, case: RecordId, order: PrintOrder) -> frozenset[tuple[RecordId, str]]:  # noqa: ARG001
    """Pick nothing that is confided."""
    return frozenset()


def _as_it_is(order: PrintOrder) -> PrintOrder:
    """Return what was ordered."""
    return order


def _unsigned(paper: Paper, order: PrintOrder) -> str | None:  # noqa: ARG001 - one signature for all papers
    """Name no file: this paper is never signed here."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperKind:
    """One paper: its code as handed out, who may receive it, what it picks of the confided, its view."""

    code: str
    view: Callable[[Paper, PrintOrder], PaperView]
    readers: frozenset[Reader] = FAMILY
    picks: Callable[[Desk, RecordId, PrintOrder], frozenset[tuple[RecordId, str]]] = _nothing
    frozen: Callable[[Paper, PrintOrder], str | None] = _unsigned
    """Names the stored file that was signed, for those it was made for."""
    made_ready: Callable[[PrintOrder], PrintOrder] = _as_it_is
    """Completes what was ordered by what this paper cannot do without."""


KINDS: Mapping[str, PaperKind] = MappingProxyType(
    {
        "briefing": PaperKind(code="briefing", view=visiting.briefing, readers=OWN, picks=visiting.picks),
        "visit_sheet": PaperKind(code="visit_sheet", view=visiting.visit_sheet, readers=OWN, picks=visiting.picks),
        "fridge": PaperKind(code="fridge_sheet", view=short.fridge),
        "aloud": PaperKind(code="read_aloud", view=short.aloud),
        "assessment": PaperKind(code="assessment", view=assessing.assessment, picks=assessing.picks),
        "plan_changes": PaperKind(code="plan_changes", view=comparing.changes),
        "genogram": PaperKind(code="genogram", view=assessing.genogram),
        "network": PaperKind(code="network_map", view=assessing.network),
        "consent": PaperKind(code="consent", view=consenting.consent, frozen=consenting.given_file),
        "release": PaperKind(code="release", view=consenting.consent, frozen=consenting.given_file),
        "withdrawal": PaperKind(code="other", view=consenting.consent),
        "information": PaperKind(code="information_sheet", view=consenting.information),
        "letter": PaperKind(code="letter", view=writing.letter, readers=ANYBODY),
        "invitation": PaperKind(code="letter", view=writing.invitation),
        "referral": PaperKind(code="referral_letter", view=linking.referral, readers=BODY),
        "conference": PaperKind(code="conference_invitation", view=linking.conference, readers=ANYBODY),
        "minutes": PaperKind(
            code="conference_minutes", view=linking.minutes, readers=ANYBODY, picks=linking.minutes_picks
        ),
        "closing": PaperKind(code="closing_report", view=ending.closing, picks=ending.closing_picks),
        "aftercare": PaperKind(code="aftercare_note", view=ending.aftercare, picks=ending.aftercare_picks),
        "access": PaperKind(
            code="access_report", view=knowing.access, readers=READERS, picks=knowing.picks, made_ready=knowing.asking
        ),
        "case_summary": PaperKind(code="case_summary", view=guarding.case_summary, readers=BODY),
        "youth_notice": PaperKind(code="youth_office_report", view=guarding.youth_notice, readers=BODY),
        "correction": PaperKind(code="correction_slip", view=knowing.correction),
    }
)
"""By their names in resources/phrases/documents.toml."""
