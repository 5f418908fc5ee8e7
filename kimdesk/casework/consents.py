"""Consents: prepared, given by those who can, withdrawn in two taps; the information sheet comes first."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Literal

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import interpreters
from kimdesk.casework.desk import Desk
from kimdesk.domain.capacity import is_adult, may_consent
from kimdesk.domain.changes import Change, Changes, Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Consent, Contact, Handout, Person
from kimdesk.domain.values import Value
from kimdesk.text.phrases import load_phrases

State = Literal["prepared", "valid", "ends_soon", "expired", "withdrawn", "ended_at_18"]
INFORMATION = Code("information_sheet")
TEXT_VERSION = "1"
SOON_DAYS = 30
_NEEDED = ("scope", "recipient", "purpose", "direction", "explained_in")
_TEXT_KEYS = ("consent_text", "consent_why", "consent_refusal")
_TEXT_COMMON = ("consent.only_this", "consent.voluntary", "consent.withdraw_effect", "consent.text_counts")

Strokes = Sequence[Sequence[tuple[float, float]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """How somebody consented: on paper, on the screen with strokes, with a mark, or aloud before a witness."""

    form: Code
    witness: str = ""
    strokes: Sequence[Strokes] = field(default=(), repr=False)
    """Drawn on the screen, one signature for each who consents, in the order of `signers`."""


def prepare(desk: Desk, case: RecordId, values: dict[str, Value]) -> RecordId:
    """Write down a consent that somebody is about to give; it covers nothing until it is given."""
    record = new_id(desk.clock)
    desk.apply(Create("consent", record, {"case": case, **values}))
    return record


def information_on(desk: Desk, person: Person) -> dt.date | None:
    """Return the day a person first got the information sheet (Art. 13 DSGVO), or None."""
    days = [
        each.date
        for each in desk.query.of_case(Handout, person.case)
        if each.document == INFORMATION and person.id in each.persons
    ]
    return min(days, default=None)


def hand_over_information(desk: Desk, case: RecordId, persons: Iterable[RecordId], language: Code) -> Changes:
    """Note that the information sheet was handed over today and talked through."""
    values: dict[str, Value] = {
        "case": case,
        "date": desk.today,
        "document": INFORMATION,
        "persons": frozenset(persons),
        "way": Code("handed"),
        "languages": frozenset({language}),
        "version": TEXT_VERSION,
    }
    return desk.apply(Create("handout", new_id(desk.clock), values))


def signers(consent: Consent) -> tuple[RecordId, ...]:
    """Return who consents: the person, or those who have custody."""
    guardians = [each for each in (consent.guardian, consent.second_guardian) if each is not None]
    return tuple(guardians or [consent.person])


def require_givable(desk: Desk, consent: RecordId, given: Given) -> Consent:
    """Return the consent if it can be given now.

    Raises UserProblem consent.incomplete, consent.information_first, consent.guardian_needed, consent.witness_needed,
    consent.given_already, consent.signature_missing, consent.child_interpreted, interpreter.under_age,
    interpreter.age_unknown, record.missing.
    """
    found, person = require(desk, consent), _person(desk, consent)
    if found.given_on is not None:
        raise UserProblem("consent.given_already")
    _require_complete(desk, found)
    if _informed(desk, found, person) is None:
        raise UserProblem("consent.information_first")
    if not may_consent(person, found, desk.today):
        raise UserProblem("consent.guardian_needed")
    if not found.interpreter and found.explained_in != "de" and _only_a_child_interpreted(desk, found.case):
        raise UserProblem("consent.child_interpreted")
    interpreters.require_grown_up(desk, found.case, consent, found.interpreter)
    if given.form == "oral" and not given.witness.strip():
        raise UserProblem("consent.witness_needed")
    if given.form == "screen" and len([each for each in given.strokes if any(each)]) < len(signers(found)):
        raise UserProblem("consent.signature_missing")
    return found


def give(desk: Desk, consent: RecordId, given: Given, *, pdf: str | None = None) -> Changes:
    """Note that a consent was given today; an act, confirmed by the caller, not undoable.

    `pdf` names the stored document (`papers/frozen.py`). Raises what `require_givable` raises.
    """
    found = require_givable(desk, consent, given)
    values: dict[str, Value] = {
        "information_on": _informed(desk, found, _person(desk, consent)),
        "form": given.form,
        "witness": given.witness.strip() or None,
        "basis": found.basis or Code("consent"),
        "text_version": TEXT_VERSION,
        "text_hash": text_hash(found),
        "pdf": pdf,
        "given_on": desk.today,
    }
    sets: list[Change] = [Set("consent", consent, name, value) for name, value in values.items()]
    return desk.apply(*sets, *_signatures(desk, found, given), undoable=False)


def withdraw(desk: Desk, consent: RecordId, how: str) -> Changes:
    """Note that a consent was withdrawn today; an act, confirmed by the caller, not undoable.

    It beats every grant whatever a clock says; what was passed on under it is called back with the next bundle.
    """
    if require(desk, consent).withdrawn_on is not None:
        raise UserProblem("consent.withdrawn_already")
    return desk.apply(
        Set("consent", consent, "withdrawn_on", desk.today),
        Set("consent", consent, "withdrawn_how", how.strip() or None),
        undoable=False,
    )


def state_of(consent: Consent, person: Person | None, day: dt.date) -> State:
    """Tell how a consent stands on a day."""
    if consent.withdrawn_on is not None:
        return "withdrawn"
    if consent.given_on is None:
        return "prepared"
    if consent.valid_until is not None and consent.valid_until < day:
        return "expired"
    if person is not None and consent.guardian is not None and not may_consent(person, consent, day):
        return "ended_at_18"
    soon = consent.valid_until is not None and consent.valid_until <= day + dt.timedelta(days=SOON_DAYS)
    return "ends_soon" if soon else "valid"


def needs_guardian(person: Person, day: dt.date) -> bool:
    """Tell whether somebody with custody must consent for this person."""
    return not is_adult(person, day) and person.capacity != "yes"


def text_hash(consent: Consent) -> str:
    """Return the SHA-256 of the words that were explained, in the language they were explained in."""
    phrases = load_phrases(consent.explained_in or "de")
    keys = [*(f"{part}.{consent.scope}" for part in _TEXT_KEYS), *_TEXT_COMMON]
    told = [phrases.table[key].text for key in keys if key in phrases.table]
    return hashlib.sha256("\n".join((TEXT_VERSION, *told)).encode()).hexdigest()


def _only_a_child_interpreted(desk: Desk, case: RecordId) -> bool:
    """Tell whether today's talk was interpreted by a child alone; then legal papers wait (protection.md)."""
    talks = [each for each in desk.query.of_case(Contact, case) if each.date == desk.today]
    return any(each.child_interpreted == "yes" for each in talks)


def _informed(desk: Desk, consent: Consent, person: Person) -> dt.date | None:
    return consent.information_on or information_on(desk, person)


def _signatures(desk: Desk, consent: Consent, given: Given) -> list[Create]:
    values: dict[str, Value] = {
        "case": consent.case,
        "date": desk.today,
        "consent": consent.id,
        "form": given.form,
        "witness": given.witness.strip() or None,
        "explained_in": consent.explained_in,
        "interpreter": consent.interpreter,
    }
    return [
        Create("signature", new_id(desk.clock), {**values, "person": who, "strokes": strokes_text(drawn)})
        for who, drawn in zip_longest(signers(consent), given.strokes, fillvalue=())
        if who
    ]


def strokes_text(strokes: Strokes) -> str | None:
    """Return strokes as they are stored: places in tenths of a pixel, no pressure and no time; None without any."""
    kept = [[[round(x, 1), round(y, 1)] for x, y in stroke] for stroke in strokes if stroke]
    return json.dumps(kept, separators=(",", ":")) if kept else None


def _require_complete(desk: Desk, consent: Consent) -> None:
    kind = desk.services.registry["consent"]
    missing = [kind.field(name).de for name in _NEEDED if not getattr(consent, name)]
    if not consent.categories:
        missing.append(kind.field("categories").de)
    if missing:
        raise UserProblem("consent.incomplete", missing=", ".join(missing))


def require(desk: Desk, consent: RecordId) -> Consent:
    """Return a consent; raises UserProblem(record.missing)."""
    found = desk.query.get(Consent, consent)
    if found is None:
        raise UserProblem("record.missing", kind=desk.services.registry["consent"].de)
    return found


def _person(desk: Desk, consent: RecordId) -> Person:
    found = desk.query.get(Person, require(desk, consent).person)
    if found is None:
        raise UserProblem("record.missing", kind=desk.services.registry["person"].de)
    return found
