"""The papers of child protection: what came through their own door, and nothing of the rest of the case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from kimdesk.base.errors import UserProblem
from kimdesk.casework import protection
from kimdesk.casework.paper import Paper
from kimdesk.casework.papers.order import PrintOrder
from kimdesk.casework.papers.writing import addressed
from kimdesk.domain.protection import ProtectionWay
from kimdesk.domain.records import Person
from kimdesk.domain.views.guarding import CaseSummaryView, YouthNoticeView

WAYS: Final[Mapping[str, ProtectionWay]] = MappingProxyType({"case_summary": "consultation", "youth_notice": "notice"})
"""Papers of child protection and the door through which each leaves."""


def case_summary(paper: Paper, order: PrintOrder) -> CaseSummaryView:
    """Return a case without names for an adviser (§ 4 Abs. 2 KKG); raises UserProblem protection.nothing_chosen."""
    _let_out(order, "consultation")
    view = CaseSummaryView(**paper.common(), told=protection.consultation(paper))
    return replace(view, case_number="", reader_initials="", family_name="", family_name_native=None)


def youth_notice(paper: Paper, order: PrintOrder) -> YouthNoticeView:
    """Return the notice to the youth office (§ 4 Abs. 3 KKG); errors as for the summary."""
    _let_out(order, "notice")
    custody = tuple(
        (paper.name(each), paper.desk.reference.label("custody", each.custody))
        for each in paper.seen(Person)
        if each.custody is not None
    )
    return YouthNoticeView(**paper.common(), **addressed(paper), told=protection.notice(paper), custody=custody)


def _let_out(order: PrintOrder, way: ProtectionWay) -> None:
    if order.protection is None or order.protection.way != way or not order.protection.confirmed:
        raise UserProblem("protection.nothing_chosen")
