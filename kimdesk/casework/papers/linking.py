"""Referral letter, invitation to a case conference and its minutes: bodies read only what consents cover."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.casework.family import persons_in_order
from kimdesk.casework.paper import Paper
from kimdesk.casework.papers.order import PrintOrder
from kimdesk.casework.papers.picking import fields_picked, lines_of, lines_picked
from kimdesk.casework.papers.short import newest
from kimdesk.casework.papers.visiting import person_line, reach_of
from kimdesk.casework.papers.writing import addressed
from kimdesk.domain.names import fold
from kimdesk.domain.records import (
    CaseConference,
    ConferenceParticipant,
    Consent,
    Goal,
    Measure,
    Partner,
    Person,
    Referral,
    SupportPlan,
)
from kimdesk.domain.views.documents import MeasureView
from kimdesk.domain.views.letters import ConferenceView, MinutesView, ParticipantLine, ReferralView

ANSWER: Final = dt.timedelta(days=7)
"""How long before a conference people say whether they come."""
CORRECTIONS: Final = dt.timedelta(days=14)
"""How long minutes may be corrected."""


def referral(paper: Paper, order: PrintOrder) -> ReferralView:
    """Return the referral asked for, or the newest one to this body.

    Raises UserProblem document.nothing_there, document.not_for_them, and document.no_consent where nothing is covered.
    """
    found = _referral(paper, order)
    if not paper.gate.allows(found.id, "concern"):
        raise UserProblem("document.no_consent")
    persons = [each for each in persons_in_order(paper.seen(Person)) if not found.persons or each.id in found.persons]
    return ReferralView(
        **paper.common(),
        **addressed(paper),
        consent_on=_consented_on(paper),
        persons=tuple(person_line(paper, each) for each in persons if paper.name(each)),
        reach=tuple(reach_of(paper, persons)),
        domain=paper.text(found, "domain"),
        concern=paper.text(found, "concern") or "",
        wish=_wish(paper),
        done=_done(paper, found),
    )


def _referral(paper: Paper, order: PrintOrder) -> Referral:
    known = [each for each in paper.every(Referral) if order.about in (None, each.id)]
    if not known:
        paper.lacking(Referral)
    theirs = [each for each in known if _is(paper, each.partner, each.partner_name)]
    if not theirs:
        raise UserProblem("document.not_for_them")
    return max(theirs, key=lambda each: (each.date, each.id))


def _is(paper: Paper, partner: RecordId | None, name: str | None) -> bool:
    """Tell whether a body named by record or by words is the one that reads."""
    return fold(paper.recipient.name) in {fold(one) for one in (name or "", partner_name(paper, partner)) if one}


def partner_name(paper: Paper, partner: RecordId | None) -> str:
    """Return what the directory calls a body."""
    found = paper.desk.query.get(Partner, partner) if partner is not None else None
    return found.name if found is not None else ""


def _consented_on(paper: Paper) -> dt.date | None:
    """Return when the newest of the consents was given that cover this letter."""
    used = {one for each in paper.gate.released for one in each.consents}
    return max((each.given_on for each in paper.every(Consent) if each.id in used and each.given_on), default=None)


def _wish(paper: Paper) -> str:
    shown = any(paper.gate.shows(each.id) for each in paper.every(SupportPlan))
    return paper.text(newest(paper), "wish") or "" if shown else ""


def _done(paper: Paper, referral: Referral) -> tuple[MeasureView, ...]:
    """Return the steps that are done, of this referral or in its life domain."""
    goals = {each.id for each in paper.every(Goal) if each.domain and each.domain == referral.domain}
    related = [each for each in paper.every(Measure) if each.referral == referral.id or each.goal in goals]
    return paper.measures(each for each in related if each.state == "done")


def minutes_picks(desk: Desk, case: RecordId, order: PrintOrder) -> frozenset[tuple[RecordId, str]]:
    """Return the minutes of the conference, if lines of them were picked."""
    found = newest_conference(desk.query.of_case(CaseConference, case), order)
    return fields_picked(lines_of((found,), ("minutes",)), order.lines) if found is not None else frozenset()


def conference(paper: Paper, order: PrintOrder) -> ConferenceView:
    """Return the invitation to the conference asked for or the newest; errors as for a referral."""
    found = _conference(paper, order)
    return ConferenceView(
        **paper.common(),
        **addressed(paper),
        on=found.date,
        time=paper.text(found, "time") or "",
        place=paper.text(found, "place") or "",
        occasion=paper.text(found, "occasion") or "",
        agenda=tuple(line for line in (paper.text(found, "agenda") or "").splitlines() if line.strip()),
        participants=tuple(line for line, _ in _participants(paper, found)),
        interpreter=paper.text(found, "interpreter") or "",
        answer_by=answer if (answer := found.date - ANSWER) > paper.desk.today else None,
    )


def minutes(paper: Paper, order: PrintOrder) -> MinutesView:
    """Return the minutes of the conference asked for or the newest, with the lines picked."""
    found = _conference(paper, order)
    people = list(_participants(paper, found))
    later = [each.date for each in paper.every(CaseConference) if paper.gate.shows(each.id) and each.date > found.date]
    picked = lines_picked(paper, lines_of((found,), ("minutes",)), order.lines)
    return MinutesView(
        **paper.common(),
        on=found.date,
        place=paper.text(found, "place") or "",
        occasion=paper.text(found, "occasion") or "",
        present=tuple(line for line, came in people if came != "no"),
        excused=tuple(line for line, came in people if came == "no"),
        interpreter=paper.text(found, "interpreter") or "",
        lines=picked.get("minutes", ()),
        agreed=paper.measures(each for each in paper.every(Measure) if each.case_conference == found.id),
        next_on=min(later, default=None),
        correct_by=paper.desk.today + CORRECTIONS,
    )


def newest_conference(found: tuple[CaseConference, ...], order: PrintOrder) -> CaseConference | None:
    """Return the conference asked for, or the newest."""
    wanted = [each for each in found if order.about in (None, each.id)]
    return max(wanted, key=lambda each: (each.date, each.id), default=None)


def _conference(paper: Paper, order: PrintOrder) -> CaseConference:
    found = newest_conference(paper.every(CaseConference), order) or paper.lacking(CaseConference)
    body = paper.recipient.kind == "body"
    invited = [each for each in paper.every(ConferenceParticipant) if each.case_conference == found.id]
    if body and not any(_is(paper, each.partner, each.name) for each in invited):
        raise UserProblem("document.not_for_them")
    if not paper.gate.shows(found.id):
        raise UserProblem("document.no_consent") if body else UserProblem("document.not_for_them")
    return found


def _participants(paper: Paper, found: CaseConference) -> Iterator[tuple[ParticipantLine, str | None]]:
    """Yield those invited whose name may be said, and whether they came."""
    persons = {each.id: each for each in paper.every(Person)}
    for each in paper.seen(ConferenceParticipant):
        if each.case_conference != found.id:
            continue
        person = persons.get(each.person) if each.person is not None else None
        name = each.name or partner_name(paper, each.partner) or (paper.name(person) if person is not None else "")
        if name:
            yield ParticipantLine(name=name, function=each.function or "", attended=each.attended), each.attended
