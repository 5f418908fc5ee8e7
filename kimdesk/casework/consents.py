"""Consents: prepared, given by those who can, withdrawn in two taps; the information sheet comes first."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework.desk import Desk
from kimdesk.domain.capacity import is_adult, may_consent
from kimdesk.domain.changes import Change, Changes, Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Consent, Handout, Person
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
    strokes: Strokes = field(default=(), repr=False)


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


def give(desk: Desk, consent: RecordId, given: Given) -> Changes:
    """Note that a consent was given today; an act, confirmed by the caller, not undoable.

    Raises UserProblem consent.incomplete, consent.information_first, consent.guardian_needed, consent.witness_needed,
    consent.given_already, record.missing.
    """
    found, person = _consent(desk, consent), _person(desk, consent)
    if found.given_on is not None:
        raise UserProblem("consent.given_already")
    _require_complete(desk, found)
    informed = found.information_on or information_on(desk, person)
    if informed is None:
        raise UserProblem("consent.information_first")
    if not may_consent(person, found, desk.today):
        raise UserProblem("consent.guardian_needed")
    if given.form == "oral" and not given.witness.strip():
        raise UserProblem("consent.witness_needed")
    values: dict[str, Value] = {
        "information_on": informed,
        "form": given.form,
        "witness": given.witness.strip() or None,
        "basis": found.basis or Code("consent"),
        "text_version": TEXT_VERSION,
        "text_hash": text_hash(found),
        "given_on": desk.today,
    }
    sets: list[Change] = [Set("consent", consent, name, value) for name, value in values.items()]
    return desk.apply(*sets, _signature(desk, found, person, given), undoable=False)


def withdraw(desk: Desk, consent: RecordId, how: str) -> Changes:
    """Note that a consent was withdrawn today; an act, confirmed by the caller, not undoable.

    It beats every grant whatever a clock says; what was passed on under it is called back with the next bundle.
    """
    if _consent(desk, consent).withdrawn_on is not None:
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


def _signature(desk: Desk, consent: Consent, person: Person, given: Given) -> Create:
    values: dict[str, Value] = {
        "case": consent.case,
        "date": desk.today,
        "person": consent.guardian or person.id,
        "consent": consent.id,
        "form": given.form,
        "witness": given.witness.strip() or None,
        "explained_in": consent.explained_in,
        "interpreter": consent.interpreter,
        "strokes": strokes_text(given.strokes),
    }
    return Create("signature", new_id(desk.clock), values)


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


def _consent(desk: Desk, consent: RecordId) -> Consent:
    found = desk.query.get(Consent, consent)
    if found is None:
        raise UserProblem("record.missing", kind=desk.services.registry["consent"].de)
    return found


def _person(desk: Desk, consent: RecordId) -> Person:
    found = desk.query.get(Person, _consent(desk, consent).person)
    if found is None:
        raise UserProblem("record.missing", kind=desk.services.registry["person"].de)
    return found
