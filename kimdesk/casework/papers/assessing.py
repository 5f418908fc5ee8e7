"""Assessment, genogram, network map: what the gate lets these readers see of them, and no hint at the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.casework.family import persons_in_order
from kimdesk.casework.paper import Paper
from kimdesk.casework.papers.order import PrintOrder
from kimdesk.domain import pictures
from kimdesk.domain.pictures import Telling
from kimdesk.domain.records import Assessment, DomainRating, NetworkContact, NetworkTie, Person, Relation
from kimdesk.domain.views.assessing import AssessmentView, DomainLine, GenogramPaperView, NetworkPaperView

WORDS: Final = ("situation", "client_view", "own_view", "resources", "need", "next_step")
"""Confided texts of a life domain, in the order they are printed."""


def picks(desk: Desk, case: RecordId, order: PrintOrder) -> frozenset[tuple[RecordId, str]]:
    """Return the texts of the life domains picked by their numbers, in the order of the assessment."""
    found = _assessment(desk.query.of_case(Assessment, case), order)
    ratings = _ratings(desk.query.of_case(DomainRating, case), found, desk) if found is not None else []
    chosen = [each for number, each in enumerate(ratings) if number in order.lines]
    return frozenset((each.id, name) for each in chosen for name in WORDS)


def described(desk: Desk, case: RecordId, about: RecordId | None) -> Iterator[tuple[int, str, str]]:
    """Yield what can be picked of an assessment: number and code of the life domain, and its confided texts."""
    found = _assessment(desk.page.of_case(Assessment, case), PrintOrder(about=about))
    ratings = _ratings(desk.page.of_case(DomainRating, case), found, desk) if found is not None else []
    for number, each in enumerate(ratings):
        words = " ".join(text for name in WORDS if (text := getattr(each, name)))
        if words:
            yield number, str(each.domain), words


def assessment(paper: Paper, order: PrintOrder) -> AssessmentView:
    """Return the newest assessment, or the one asked for; raises UserProblem(document.nothing_there)."""
    found = _assessment(paper.every(Assessment), order) or paper.lacking(Assessment)
    shown = [each for each in paper.every(Assessment) if each.date <= found.date]
    ratings = paper.seen(DomainRating)
    chart = pictures.comparison_view(shown, ratings, _telling(paper, order))
    rated = any(each.client_rating or each.own_rating for each in ratings)
    return AssessmentView(
        **paper.common(),
        on=found.date,
        participants=paper.names(found.participants),
        interpreter=paper.text(found, "interpreter") or "",
        chart=chart if rated else None,
        domains=tuple(_lines(paper, _ratings(ratings, found, paper.desk))),
    )


def genogram(paper: Paper, order: PrintOrder) -> GenogramPaperView:
    """Return the family's tree."""
    persons = persons_in_order(paper.seen(Person))
    tree = pictures.genogram_view(persons, paper.seen(Relation), _telling(paper, order))
    return GenogramPaperView(**paper.common(), tree=tree)


def network(paper: Paper, order: PrintOrder) -> NetworkPaperView:
    """Return the network map around the family."""
    contacts = paper.seen(NetworkContact)
    shown = {each.id for each in contacts}
    ties = [each for each in paper.seen(NetworkTie) if {each.one, each.other} <= shown]
    anchor = paper.family_name() or paper.records.case.case_number
    return NetworkPaperView(**paper.common(), net=pictures.network_view(anchor, contacts, ties, _telling(paper, order)))


def _telling(paper: Paper, order: PrintOrder) -> Telling:
    return Telling(paper.desk.reference, "en" if order.languages[0] == "en" else "de", paper.desk.today)


def _assessment(found: Sequence[Assessment], order: PrintOrder) -> Assessment | None:
    if order.about is not None:
        return next((each for each in found if each.id == order.about), None)
    return max(found, key=lambda each: (each.date, each.id), default=None)


def _ratings(found: Sequence[DomainRating], assessment: Assessment, desk: Desk) -> list[DomainRating]:
    """Return an assessment's life domains in the usual order."""
    places = {entry.code: place for place, entry in enumerate(desk.reference["life_domain"].entries)}
    own = [each for each in found if each.assessment == assessment.id]
    return sorted(own, key=lambda each: places.get(each.domain, len(places)))


def _lines(paper: Paper, ratings: Sequence[DomainRating]) -> Iterator[DomainLine]:
    for each in ratings:
        words = tuple((name, text) for name in WORDS if (text := paper.text(each, name)))
        line = DomainLine(
            domain=str(each.domain), client=each.client_rating, own=each.own_rating, priority=each.priority, words=words
        )
        if line.client or line.own or line.words:
            yield line
