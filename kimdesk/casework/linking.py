"""Linking: who may hear what at referrals and case conferences, as the gate decides; consents prepared for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import family
from kimdesk.casework.desk import Desk
from kimdesk.domain.capacity import decides, is_adult
from kimdesk.domain.changes import Change, Changes, Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.disclosure import CaseRecords, Disclosure, Recipient, Request, disclose
from kimdesk.domain.names import fold
from kimdesk.domain.records import (
    CaseConference,
    ConferenceParticipant,
    Consent,
    Measure,
    Partner,
    Person,
    Referral,
    Relation,
)

Who = Literal["family", "own", "body", "unnamed"]
KINDS = ("person", "consent", "referral", "case_conference", "conference_participant", "relation", "partner")
"""Kinds whose change may move a standing."""
CONFERENCE, SUPPORT = Code("case_conference"), Code("support")
AFTERWARDS = dt.timedelta(days=90)
"""How long after a conference its consents still cover minutes and agreements."""
YEAR = dt.timedelta(days=365)
CATEGORIES = frozenset({Code("identity"), Code("plan")})
_SCOPES = {
    "doctor": "contact_doctor",
    "health_office": "contact_doctor",
    "school": "contact_school",
    "daycare": "contact_school",
    "ki_school": "contact_school",
    "immigration_office": "contact_authority",
    "naturalisation": "contact_authority",
    "registry": "contact_authority",
    "jobcenter": "contact_authority",
    "employment_agency": "contact_authority",
    "social_office": "contact_authority",
    "housing_benefit": "contact_authority",
    "family_benefits": "contact_authority",
    "youth_office": "contact_authority",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What one body may hear of a family: whose names, and whether of the matter itself.

    `missing`: those who decide and have not consented. `silent`: others of the family of whom nothing may be said.
    `closed`: the record may be talked about with some persons of the family only; no consent opens it.
    """

    who: Who
    body: str = ""
    told: tuple[RecordId, ...] = ()
    missing: tuple[RecordId, ...] = ()
    silent: tuple[RecordId, ...] = ()
    covered: bool = False
    closed: bool = False

    @property
    def complete(self) -> bool:
        """Tell whether the body may hear of the matter."""
        return self.who != "body" or self.covered


@dataclass(frozen=True, slots=True)
class _Gate:
    """Asks the gate once per body, purpose and day."""

    desk: Desk
    records: CaseRecords
    answers: dict[tuple[str, str, dt.date], Disclosure]

    def ask(self, body: str, purpose: str, day: dt.date) -> Disclosure:
        key = (fold(body), purpose, day)
        if key not in self.answers:
            request = Request(recipient=Recipient(kind="body", name=body), purpose=purpose, exit="paper", day=day)
            self.answers[key] = disclose(request, self.records, self.desk.services.registry)
        return self.answers[key]

    def standing(
        self, body: str, purpose: str, record: CaseConference | Referral, concerned: Sequence[Person]
    ) -> Standing:
        """Return what a body may hear on the day of a record."""
        answer, day = self.ask(body, purpose, record.date), record.date
        covered = answer.allows(record.id, "date")  # what is neither a name nor confided
        deciding = [each.id for each in concerned if decides(each, day)]
        told = [each.id for each in concerned if _named(answer, each)]
        missing = [each for each in deciding if each not in told] or ([] if covered else deciding)
        return Standing(
            who="body",
            body=body,
            told=tuple(told),
            missing=tuple(missing),
            silent=tuple(each.id for each in concerned if each.id not in {*told, *missing}),
            covered=covered,
            closed=bool(record.discuss_only_with) or self.records.case.restricted == "yes",
        )


def _named(answer: Disclosure, person: Person) -> bool:
    return answer.allows(person.id, "given_name") or answer.allows(person.id, "family_name")


def _gate(desk: Desk, case: RecordId) -> _Gate:
    kinds = {"person", "consent", "referral", "case_conference"}
    return _Gate(desk, family.case_records(desk, case, kinds), {})


def _concerned(
    persons: Iterable[Person], day: dt.date, chosen: frozenset[RecordId] | None = None
) -> tuple[Person, ...]:
    """Return those whose consent counts: who decides, and who lives in the family or, if chosen, is meant."""
    found = tuple(
        each
        for each in persons
        if decides(each, day) or (each.id in chosen if chosen is not None else each.in_household != "no")
    )
    return family.persons_in_order(found)


def participants(desk: Desk, case: RecordId) -> dict[RecordId, Standing]:
    """Return for everybody invited to a conference of a case what they may hear there, as the gate decides.

    The day that counts is the conference's own: a consent that ended before covers nothing, nor one given after.
    """
    gate = _gate(desk, case)
    conferences = {each.id: each for each in desk.query.of_case(CaseConference, case)}
    bodies = _partner_names(desk)
    persons = gate.records.persons()
    found: dict[RecordId, Standing] = {}
    for each in desk.query.of_case(ConferenceParticipant, case):
        conference = conferences.get(each.case_conference)
        body = (bodies.get(each.partner, "") if each.partner is not None else "") or each.name or ""
        if each.person is not None:
            found[each.id] = Standing(who="family")
        elif not body:
            found[each.id] = Standing(who="unnamed")
        elif _is_own(desk, body):
            found[each.id] = Standing(who="own", body=body)
        elif conference is not None:
            found[each.id] = gate.standing(body, CONFERENCE, conference, _concerned(persons, conference.date))
    return found


def referrals(desk: Desk, case: RecordId) -> dict[RecordId, Standing]:
    """Return for each referral of a case what the body may hear from us, as the gate decides."""
    gate = _gate(desk, case)
    bodies = _partner_names(desk)
    persons = gate.records.persons()
    found = {}
    for each in desk.query.of_case(Referral, case):
        body = (bodies.get(each.partner, "") if each.partner is not None else "") or each.partner_name or ""
        concerned = _concerned(persons, each.date, each.persons)
        found[each.id] = gate.standing(body, SUPPORT, each, concerned) if body else Standing(who="unnamed")
    return found


def _partner_names(desk: Desk) -> dict[RecordId, str]:
    return {each.id: each.name for each in desk.query.every(Partner)}


def _is_own(desk: Desk, body: str) -> bool:
    return fold(body) in {fold(each) for each in (desk.profile.name, desk.profile.provider) if each}


# consents ---------------------------------------------------------------------


def prepare_for_conference(desk: Desk, participant: RecordId) -> Changes:
    """Prepare the consents a body lacks for a conference: first of those who decide, once these stand the children's.

    They cover nothing until they are given. One that is prepared already is not prepared again.
    """
    found = desk.query.get(ConferenceParticipant, participant)
    conference = desk.query.get(CaseConference, found.case_conference) if found is not None else None
    if conference is None:
        return Changes()
    standing = participants(desk, conference.case)[participant]
    until = max(conference.date, desk.today) + AFTERWARDS
    return _prepare(desk, conference.case, standing, scope=CONFERENCE, purpose=CONFERENCE, until=until)


def prepare_for_referral(desk: Desk, referral: RecordId) -> Changes:
    """Prepare the consents a body lacks for a referral; they cover nothing until they are given."""
    found = desk.query.get(Referral, referral)
    if found is None:
        return Changes()
    partner = desk.query.get(Partner, found.partner) if found.partner is not None else None
    kind = found.partner_type or (partner.partner_type if partner is not None else None) or ""
    scope = Code(_SCOPES.get(kind, "share_named"))
    standing = referrals(desk, found.case)[referral]
    return _prepare(desk, found.case, standing, scope=scope, purpose=SUPPORT, until=desk.today + YEAR)


def _prepare(desk: Desk, case: RecordId, standing: Standing, *, scope: Code, purpose: Code, until: dt.date) -> Changes:
    persons = {each.id: each for each in desk.query.of_case(Person, case)}
    waiting = _prepared(desk, case, standing.body, purpose)
    made: list[Change] = []
    for person in (persons[each] for each in standing.missing or standing.silent):
        if person.id in waiting:
            continue
        values = {
            "case": case,
            "person": person.id,
            "scope": scope,
            "recipient": standing.body,
            "purpose": purpose,
            "categories": CATEGORIES,
            "direction": Code("both"),
            "explained_by": desk.profile.name or None,
            "valid_until": until,
            **_guardians(desk, person),
        }
        made.append(Create("consent", new_id(desk.clock), values))
    return desk.apply(*made) if made else Changes()


def _prepared(desk: Desk, case: RecordId, body: str, purpose: Code) -> set[RecordId]:
    return {
        each.person
        for each in desk.query.of_case(Consent, case)
        if each.given_on is None
        and each.withdrawn_on is None
        and each.purpose == purpose
        and fold(each.recipient or "") == fold(body)
    }


def _guardians(desk: Desk, person: Person) -> dict[str, RecordId]:
    """Return who consents for a minor, as far as custody and relations say so."""
    if is_adult(person, desk.today) or person.capacity == "yes" or person.custody not in {"joint", "mother", "father"}:
        return {}
    parents = {each.person for each in desk.query.of_case(Relation, person.case)
               if each.relation == "parent_of" and each.other == person.id}  # fmt: skip
    known = [each for each in family.persons(desk, person.case) if each.id in parents]
    if person.custody == "joint":
        return dict(zip(("guardian", "second_guardian"), (each.id for each in known), strict=False))
    alone = next((each.id for each in known if each.role == person.custody), None)
    return {"guardian": alone} if alone is not None else {}


# referrals and agreements -------------------------------------------------------


def taken_up(desk: Desk, referral: RecordId) -> Changes:
    """Note that a family took a referral up today."""
    return desk.apply(
        Set("referral", referral, "state", Code("taken_up")), Set("referral", referral, "state_on", desk.today)
    )


def next_position(desk: Desk, case: RecordId) -> int:
    """Return the number of the next agreement of a case."""
    return 1 + max((each.position or 0 for each in desk.page.of_case(Measure, case)), default=0)
