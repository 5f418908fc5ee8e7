"""Consent, release from confidentiality, withdrawal slip, information sheet."""

from __future__ import annotations

import datetime as dt

from kimdesk.casework.consents import information_on
from kimdesk.casework.paper import Paper
from kimdesk.casework.papers.order import PrintOrder
from kimdesk.domain import law
from kimdesk.domain.capacity import is_adult
from kimdesk.domain.records import Consent, Person
from kimdesk.domain.retention import DEFAULT_YEARS
from kimdesk.domain.views.consents import ConsentView, InformationView

_FIRST = dt.date.min


def consent(paper: Paper, order: PrintOrder) -> ConsentView:
    """Return the consent asked for, or the one to be explained next; raises UserProblem(document.nothing_there)."""
    found = _wanted(paper, order)
    persons = {each.id: each for each in paper.every(Person)}
    subject = persons.get(found.person) or paper.lacking(Person)
    guardians = [persons[one] for one in (found.guardian, found.second_guardian) if one in persons]
    born = subject.birth_date or ""
    cited = law.citations(paper.desk.profile.regime)
    return ConsentView(
        **paper.common(),
        person=", ".join(paper.name(each) for each in guardians or [subject]),
        scope=str(found.scope),
        recipient=paper.text(found, "recipient") or "",
        categories=tuple(sorted(found.categories)),
        direction=str(found.direction or "out"),
        law=f"{cited.consent}, {cited.consent_special}" if _special(found) else cited.consent,
        child=paper.name(subject) if guardians else "",
        child_born=dt.date.fromisoformat(born) if len(born) == len("2020-01-01") and guardians else None,
        minor=not is_adult(subject, paper.desk.today),
        signers=max(1, len(guardians)),
        valid_until=found.valid_until,
        given_on=found.given_on,
        information_on=found.information_on or information_on(paper.desk, subject),
        explained_by=paper.text(found, "explained_by") or paper.desk.profile.name,
        explained_in=found.explained_in,
        interpreter=paper.text(found, "interpreter") or "",
        form=str(found.form or "") if found.given_on else "",
        witness=paper.text(found, "witness") or "",
    )


def given_file(paper: Paper, order: PrintOrder) -> str | None:
    """Name the file that was signed: for the own record, and for those alone who consented or whom it is about."""
    found = _wanted(paper, order)
    theirs = {found.person, found.guardian, found.second_guardian}
    if order.recipient.kind != "own" and not order.recipient.persons <= theirs:
        return None
    return found.pdf


def information(paper: Paper, order: PrintOrder) -> InformationView:  # noqa: ARG001 - one signature for all papers
    """Return who is responsible for a family's data and what rights it has."""
    profile = paper.desk.profile
    return InformationView(
        **paper.common(),
        address=profile.address,
        officer=profile.officer,
        officer_contact=profile.officer_contact,
        authority=profile.authority or law.citations(profile.regime).authority,
        office=profile.office,
        years=DEFAULT_YEARS,
    )


def _wanted(paper: Paper, order: PrintOrder) -> Consent:
    if order.about is not None:
        return paper.find(Consent, order.about)
    found = [each for each in paper.every(Consent) if paper.gate.shows(each.id) and each.withdrawn_on is None]
    newest = max(found, key=lambda each: (each.given_on is None, each.given_on or _FIRST, each.id), default=None)
    return newest or paper.lacking(Consent)


def _special(found: Consent) -> bool:
    return "special_categories" in found.categories or found.scope == "special_categories"
