"""Closing report and after-care note: what these readers may know of how it went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.casework.paper import Paper
from kimdesk.casework.papers.linking import partner_name
from kimdesk.casework.papers.order import PrintOrder
from kimdesk.casework.papers.picking import fields_picked, lines_of, lines_picked
from kimdesk.domain.records import (
    Assessment,
    Case,
    Closing,
    Contact,
    DomainRating,
    Partner,
    Referral,
    SupportPlan,
)
from kimdesk.domain.retention import delete_on
from kimdesk.domain.views.documents import GoalView
from kimdesk.domain.views.ending import AftercareView, ChangeLine, ClosingView, ServiceLine

WORDS: Final = ("summary", "feedback", "open_deadlines", "running_referrals")
"""Confided texts of a closing report, in the order in which their lines are numbered."""
RUNNING: Final = frozenset({None, "made", "taken_up"})


def closing_picks(desk: Desk, case: RecordId, order: PrintOrder) -> frozenset[tuple[RecordId, str]]:
    """Return the texts of the closing report of which lines were picked."""
    found = newest_closing(desk.query.of_case(Closing, case), order)
    return fields_picked(lines_of((found,), WORDS), order.lines) if found is not None else frozenset()


def closing(paper: Paper, order: PrintOrder) -> ClosingView:
    """Return the closing report; raises UserProblem(document.nothing_there) while nothing is closed."""
    found = newest_closing(paper.every(Closing), order)
    case = paper.records.case
    if found is None and case.closed_on is None:
        paper.lacking(Closing)
    records = (found,) if found is not None else ()
    words = lines_picked(paper, lines_of(records, WORDS), order.lines)
    end = case.closed_on or (found.date if found is not None and found.date is not None else paper.desk.today)
    return ClosingView(
        **paper.common(),
        end=end,
        start=case.first_contact,
        contacts=sum(1 for each in paper.every(Contact) if each.corrects is None and paper.gate.shows(each.id)),
        goals=_goals(paper),
        changes=tuple(_changes(paper)),
        reason=paper.text(case, "closing_reason"),
        running=tuple(_services(paper, (each for each in paper.seen(Referral) if each.state in RUNNING))),
        kept_until=case.retention_until or delete_on(end),
        reached=words.get("summary", ()),
        feedback=words.get("feedback", ()),
        deadlines=words.get("open_deadlines", ()),
        running_words=words.get("running_referrals", ()),
        satisfaction=_of(paper, found, "satisfaction") or None,
        continues=_continues(paper, found),
        returned=_of(paper, found, "documents_returned") == "yes",
    )


def aftercare_picks(desk: Desk, case: RecordId, order: PrintOrder) -> frozenset[tuple[RecordId, str]]:
    """Return what the family said at the talk, if lines of it were picked."""
    talk = talk_after(desk.query.of_case(Contact, case), desk.query.get(Case, case), order)
    return fields_picked(lines_of((talk,), ("family_says",)), order.lines) if talk is not None else frozenset()


def aftercare(paper: Paper, order: PrintOrder) -> AftercareView:
    """Return the note about the newest talk after the end; raises UserProblem(document.nothing_there) without one."""
    case = paper.records.case
    shown = [each for each in paper.every(Contact) if paper.gate.shows(each.id)]
    talk = talk_after(shown, case, order) or paper.lacking(Contact)
    said = lines_picked(paper, lines_of((talk,), ("family_says",)), order.lines)
    later = (each for each in paper.seen(Referral) if each.date >= (case.closed_on or talk.date))
    return AftercareView(
        **paper.common(),
        on=talk.date,
        form=paper.text(talk, "form"),
        now=said.get("family_says", ()),
        lasting=tuple(goal for goal in _goals(paper) if goal.state in {"reached", "partly_reached"}),
        pointed_to=tuple(_services(paper, later)),
    )


def newest_closing(found: Iterable[Closing], order: PrintOrder) -> Closing | None:
    """Return the closing asked for, or the newest."""
    wanted = [each for each in found if order.about in (None, each.id)]
    return max(wanted, key=lambda each: (each.date or dt.date.min, each.id), default=None)


def talk_after(found: Iterable[Contact], case: Case | None, order: PrintOrder) -> Contact | None:
    """Return the talk asked for, or the newest after the end."""
    closed = case.closed_on if case is not None else None
    after = [each for each in found if each.id == order.about or (order.about is None and _after(each, closed))]
    return max(after, key=lambda each: (each.date, each.id), default=None)


def _after(contact: Contact, closed: dt.date | None) -> bool:
    return closed is not None and contact.corrects is None and contact.date >= closed


def _of(paper: Paper, found: Closing | None, name: str) -> str:
    return (paper.text(found, name) or "") if found is not None else ""


def _continues(paper: Paper, found: Closing | None) -> str:
    """Return who goes on, in words and from the directory."""
    if found is None:
        return ""
    partner = partner_name(paper, found.partner) if paper.gate.allows(found.id, "partner") else ""
    return ", ".join(dict.fromkeys(part for part in (_of(paper, found, "handed_to"), partner) if part))


def _goals(paper: Paper) -> tuple[GoalView, ...]:
    plans = [each for each in paper.every(SupportPlan) if paper.gate.shows(each.id)]
    return tuple(paper.goals(max(plans, key=lambda each: each.version).id)) if plans else ()


def _changes(paper: Paper) -> Iterator[ChangeLine]:
    """Yield each life domain that was rated, as it stood first and last."""
    ordered = sorted(paper.every(Assessment), key=lambda each: (each.date, each.id))
    places = {each.id: place for place, each in enumerate(ordered)}
    rated = [each for each in paper.seen(DomainRating) if each.client_rating or each.own_rating]
    for entry in paper.desk.reference["life_domain"].entries:
        found = sorted((each for each in rated if each.domain == entry.code), key=lambda each: places[each.assessment])
        if found:
            first, last = found[0], found[-1]
            yield ChangeLine(
                domain=entry.code,
                client=(first.client_rating, last.client_rating if last is not first else None),
                own=(first.own_rating, last.own_rating if last is not first else None),
            )


def _services(paper: Paper, found: Iterable[Referral]) -> Iterator[ServiceLine]:
    for each in found:
        partner = paper.desk.query.get(Partner, each.partner) if each.partner is not None else None
        name = partner.name if partner is not None else each.partner_name or ""
        kind = each.partner_type or (partner.partner_type if partner is not None else None)
        if name or kind:
            yield ServiceLine(name=name, partner_type=kind, domain=each.domain, state=each.state)
