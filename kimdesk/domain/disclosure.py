"""The gate: what may leave, to whom, for what, covered by what. Every exit asks this one function."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from kimdesk.base.ids import RecordId
from kimdesk.domain.capacity import decides, may_ask_for, may_consent
from kimdesk.domain.declare import FieldSpec, Kind, Record, Registry, Sensitivity
from kimdesk.domain.protection import ProtectionDoor, ProtectionRelease, is_protected
from kimdesk.domain.records import Appointment, Attachment, Case, Consent, Measure, Person, ProtectionEntry

Exit = Literal["screen", "paper", "file", "bundle"]
Basis = Literal["own_record", "reader", "picked", "person_free", "agreement", "child_protection", "next_lead"]
Reason = Literal["protected", "confided", "restricted", "discuss_only", "not_theirs", "no_consent", "hidden_place"]

_PLACES = frozenset({"referral", "appointment", "schooling", "network_contact", "attachment"})
"""Kinds that tell where a person can be found (§ 51 BMG: Auskunftssperre)."""

CONTENT = frozenset({"blob", "media_type", "size", "sha256"})
"""Fields of an attachment that stand for its content; it leaves only as picked, file by file."""

_CATEGORY: dict[Sensitivity, str] = {
    Sensitivity.IDENTITY: "identity",
    Sensitivity.REACH: "reach",
    Sensitivity.STATUS: "status",
    Sensitivity.SPECIAL: "special_categories",
}


LISTED = frozenset(
    {
        ("case", "phase"),
        ("case", "access_route"),
        ("case", "first_contact"),
        ("case", "closed_on"),
        ("case", "closing_reason"),
        ("person", "birth_date"),
        ("person", "residence_status"),
        ("goal", "domain"),
    }
)
"""What a case list without names may be made of, coarsened, under an agreement (domain.md 4.5, level B)."""


_NAMED = frozenset({"body", "lead"})
HANDOVER = "handover"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Who receives: the own record, persons of the case who read together, one named body, or the next case lead.

    `lead` is one named colleague of the same provider who takes the whole case over, nobody who helps or stands in.
    """

    kind: Literal["own", "readers", "body", "lead"]
    name: str = ""
    persons: frozenset[RecordId] = frozenset()


OWN_RECORD = Recipient(kind="own")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One question to the gate. `agreed`: a list without names is asked for, and an agreement about it is recorded.

    `protection`: child protection shall leave one of its three ways; then nothing but that leaves. `asked`: about whom
    somebody asks what is stored (Art. 15 DSGVO), themselves or a minor for whom they have custody.
    """

    recipient: Recipient
    purpose: str
    exit: Exit
    day: dt.date
    picked: frozenset[tuple[RecordId, str]] = frozenset()
    agreed: bool = False
    protection: ProtectionRelease | None = None
    asked: RecordId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRecords:
    """All living records of one case, by kind."""

    case: Case
    records: Mapping[str, Sequence[Record]]

    def persons(self) -> tuple[Person, ...]:
        """Return the persons of the case."""
        return tuple(each for each in self.records.get("person", ()) if isinstance(each, Person))

    def consents(self) -> tuple[Consent, ...]:
        """Return the consents of the case."""
        return tuple(each for each in self.records.get("consent", ()) if isinstance(each, Consent))


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """One field that may leave, and why: a rule, or the consents that cover it."""

    kind: str
    record: RecordId
    field: str
    basis: Basis | None = None
    consents: tuple[RecordId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """One field that stays, and why; known to the owner alone, never part of what leaves."""

    kind: str
    record: RecordId
    field: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Disclosure:
    """The gate's answer; the only thing a writer gets to write."""

    released: tuple[Released, ...]
    withheld: tuple[Withheld, ...]
    _allowed: frozenset[tuple[RecordId, str]] = field(default=frozenset(), repr=False)

    def allows(self, record: RecordId, name: str) -> bool:
        """Tell whether a field of a record may leave."""
        return (record, name) in self._allowed

    def shows(self, record: RecordId) -> bool:
        """Tell whether anything of a record may leave; if not it is left out without gap or number."""
        return any(record == each for each, _ in self._allowed)


def disclose(request: Request, records: CaseRecords, registry: Registry) -> Disclosure:
    """Decide field by field what of a case may leave for this recipient and purpose."""
    released: list[Released] = []
    withheld: list[Withheld] = []
    gate = _Gate(request, records, registry)
    for kind, record in _every(records, registry):
        for spec in kind.fields:
            verdict = gate.judge(kind, record, spec)
            if isinstance(verdict, Released):
                released.append(verdict)
            else:
                withheld.append(verdict)
    allowed = frozenset((each.record, each.field) for each in released)
    return Disclosure(tuple(released), tuple(withheld), allowed)


def _every(records: CaseRecords, registry: Registry) -> Iterator[tuple[Kind, Record]]:
    for name, each in records.records.items():
        for record in each:
            yield registry[name], record


class _Gate:
    def __init__(self, request: Request, records: CaseRecords, registry: Registry) -> None:
        self._request = request
        self._records = records
        self._registry = registry
        self._adults = frozenset(person.id for person in records.persons() if decides(person, request.day))
        self._covered: dict[tuple[RecordId | None, str], tuple[RecordId, ...]] = {}
        self._closed = self._closed_contacts()
        self._persons = {person.id: person for person in records.persons()}
        self._hidden = frozenset(each.id for each in records.persons() if each.protected_address == "yes")
        measures = records.records.get("measure", ())
        self._measures = {each.id: each for each in measures if isinstance(each, Measure)}
        self._door = self._protection_door()
        self._asked = self._asked_about()

    def judge(self, kind: Kind, record: Record, spec: FieldSpec) -> Released | Withheld:
        """Return the verdict on one field."""
        if self._request.protection is not None:
            return self._judge_protection(kind, record, spec)
        reason: Reason | None = "protected" if is_protected(kind) else self._hard_reason(record, spec)
        if reason is None:
            basis = self._basis(kind, record, spec)
            if basis is not None:
                return Released(kind=kind.name, record=record.id, field=spec.name, basis=basis)
            consents = self._covering(kind, record, spec)
            if consents:
                return Released(kind=kind.name, record=record.id, field=spec.name, consents=consents)
            reason = "no_consent" if self._request.recipient.kind in _NAMED else "not_theirs"
        return Withheld(kind=kind.name, record=record.id, field=spec.name, reason=reason)

    def _protection_door(self) -> ProtectionDoor | None:
        """Return what opens for child protection; nothing towards the family, and nothing of a restricted case."""
        request = self._request
        if request.protection is None or request.recipient.kind not in _NAMED or self._records.case.restricted == "yes":
            return None
        entries = self._records.records.get("protection_entry", ())
        return ProtectionDoor(
            request.protection,
            purpose=request.purpose,
            way_out=request.exit,
            body=request.recipient.name,
            entries=[each for each in entries if isinstance(each, ProtectionEntry)],
        )

    def _judge_protection(self, kind: Kind, record: Record, spec: FieldSpec) -> Released | Withheld:
        if self._door is not None and self._door.lets_out(kind, record, spec):
            return Released(kind=kind.name, record=record.id, field=spec.name, basis="child_protection")
        return Withheld(kind=kind.name, record=record.id, field=spec.name, reason="protected")

    def _hard_reason(self, record: Record, spec: FieldSpec) -> Reason | None:
        """What no consent opens."""
        own_screen = self._request.recipient.kind == "own" and self._request.exit == "screen"
        if spec.sensitivity is Sensitivity.PROTECTED:
            return "protected"
        if self._records.case.restricted == "yes" and self._request.recipient.kind != "own":
            return "restricted"
        if self._takes_over():
            return None
        if record.id in self._closed or self._agreed_at(record) in self._closed:
            return "discuss_only"
        if self._tells_a_hidden_place(record):
            return "hidden_place"
        if self._keeps_from_parents(spec):
            return "confided"
        if own_screen or ((record.id, spec.name) in self._request.picked and self._may_pick(record, spec)):
            return None
        return "confided" if spec.sensitivity is Sensitivity.CONFIDED or _is_content(record, spec) else None

    def _takes_over(self) -> bool:
        """Whether a named colleague becomes the next case lead: then the case goes as one, what was confided too."""
        asked = self._request
        named = asked.recipient.kind == "lead" and bool(asked.recipient.name.strip())
        return named and asked.exit == "bundle" and asked.purpose == HANDOVER

    def _may_pick(self, record: Record, spec: FieldSpec) -> bool:
        """Whether naming a field lets it out; to a body only content that was marked as fit to be passed on."""
        return self._request.recipient.kind != "body" or (_is_content(record, spec) and _shareable(record))

    def _tells_a_hidden_place(self, record: Record) -> bool:
        """Whether other readers would learn where somebody with a protected address can be found."""
        if self._request.recipient.kind != "readers" or self._registry.of(type(record)).name not in _PLACES:
            return False
        found = {self._subject(self._registry.of(type(record)), record), getattr(record, "person", None)}
        concerned = (getattr(record, "persons", frozenset()) | found) & self._hidden
        return any(self._request.recipient.persons != {person} for person in concerned)

    def _agreed_at(self, record: Record) -> RecordId | None:
        """Return the contact an agreement was made at, also where it was carried over since."""
        seen: set[RecordId] = set()
        while isinstance(record, Measure) and record.id not in seen:
            if record.contact is not None:
                return record.contact
            seen.add(record.id)
            before = self._measures.get(record.carried_from) if record.carried_from is not None else None
            if before is None:
                return None
            record = before
        return None

    def _closed_contacts(self) -> frozenset[RecordId]:
        """Records this recipient may not even know of: talks held alone with somebody else, and their corrections."""
        if self._request.recipient.kind == "own":
            return frozenset()
        closed = set()
        for kind, record in _every(self._records, self._registry):
            only_with = getattr(record, kind.discuss_only) if kind.discuss_only else frozenset()
            if only_with and not (self._request.recipient.persons and self._request.recipient.persons <= only_with):
                closed.add(record.id)
        corrections = (record for _kind, record in _every(self._records, self._registry))
        return frozenset(closed | {each.id for each in corrections if getattr(each, "corrects", None) in closed})

    def _basis(self, kind: Kind, record: Record, spec: FieldSpec) -> Basis | None:
        if self._request.recipient.kind == "own":
            return "own_record"
        if self._takes_over():
            return "next_lead"
        if self._request.recipient.kind == "body":
            return "agreement" if self._request.agreed and (kind.name, spec.name) in LISTED else None
        if spec.sensitivity is Sensitivity.CONFIDED or _is_content(record, spec):
            return "picked"
        if spec.sensitivity in {Sensitivity.GENERAL, Sensitivity.IDENTITY} and kind.name != "consent":
            return "reader"
        if isinstance(record, Consent) and self._request.recipient.persons <= _signers(record):
            return "reader"
        if isinstance(record, Appointment) and self._are_invited(record):
            return "reader"
        return "reader" if self._is_theirs(self._subject(kind, record)) else None

    def _is_theirs(self, subject: RecordId | None) -> bool:
        """Whether a record is about the only reader, or about whom they may ask; then also the family's."""
        if self._asked is None:
            return subject is not None and self._request.recipient.persons == {subject}
        return subject == self._asked.id or (subject is None and not self._hidden - {self._asked.id})

    def _asked_about(self) -> Person | None:
        """Return whom the only reader asks about, if they may."""
        readers = [self._persons[each] for each in self._request.recipient.persons if each in self._persons]
        asked = self._persons.get(self._request.asked) if self._request.asked is not None else None
        allowed = asked is not None and len(readers) == 1 and may_ask_for(readers[0], asked, self._request.day)
        return asked if allowed else None

    def _keeps_from_parents(self, spec: FieldSpec) -> bool:
        """Whether a minor who understands told something in confidence, and a parent asks."""
        asked = self._asked
        told = asked is not None and asked.capacity == "yes" and spec.sensitivity is Sensitivity.CONFIDED
        return told and asked is not None and self._request.recipient.persons != {asked.id}

    def _are_invited(self, appointment: Appointment) -> bool:
        """Whether an appointment is these readers' own; one without names is the family's, unless somebody hides."""
        if not appointment.persons:
            return not self._hidden
        return self._request.recipient.persons <= appointment.persons

    def _covering(self, kind: Kind, record: Record, spec: FieldSpec) -> tuple[RecordId, ...]:
        """Return the consents that cover a field: one of its person, or of every adult of the family."""
        if self._request.recipient.kind != "body" or self._request.agreed or spec.sensitivity is Sensitivity.CONFIDED:
            return ()
        if isinstance(record, Consent) and not _same_name(record.recipient, self._request.recipient.name):
            return ()  # whom else a family talks to is nobody's business
        if isinstance(record, Attachment):
            return self._covering_file(record)
        category = spec.consent or _CATEGORY.get(spec.sensitivity) or kind.category
        asked = (self._subject(kind, record), category)
        if asked not in self._covered:
            self._covered[asked] = self._consents_of(*asked)
        return self._covered[asked]

    def _covering_file(self, file: Attachment) -> tuple[RecordId, ...]:
        """Return the consents of everybody a file concerns, for what it holds; nothing where one is missing."""
        if file.category is None or not _shareable(file):
            return ()
        concerned: list[RecordId | None] = [*sorted(file.persons)] or [None]
        found = [self._consents_of(each, file.category) for each in concerned]
        return tuple(sorted({each for some in found for each in some})) if all(found) else ()

    def _consents_of(self, subject: RecordId | None, category: str) -> tuple[RecordId, ...]:
        """Return the consents of a person for a category, or of every adult; nothing where one is missing."""
        needed = {subject} if subject is not None else set(self._adults)
        found = {
            consent.person: consent.id
            for consent in self._records.consents()
            if consent.person in needed and self._covers(consent, category)
        }
        complete = bool(needed) and set(found) == needed
        return tuple(sorted(found.values())) if complete else ()

    def _subject(self, kind: Kind, record: Record) -> RecordId | None:
        if isinstance(record, Person):
            return record.id
        above = kind.parent.name if kind.parent is not None and kind.parent.target == "person" else ""
        subject = getattr(record, kind.subject or above, None)
        return RecordId(subject) if isinstance(subject, bytes) else None

    def _covers(self, consent: Consent, category: str) -> bool:
        person = self._persons.get(consent.person)
        return (
            person is not None
            and may_consent(person, consent, self._request.day)
            and consent.withdrawn_on is None
            and consent.given_on is not None
            and consent.given_on <= self._request.day
            and (consent.valid_until is None or self._request.day <= consent.valid_until)
            and _same_name(consent.recipient, self._request.recipient.name)
            and consent.purpose == self._request.purpose
            and category in consent.categories
            and consent.direction in {"out", "both"}
        )


def _is_content(record: Record, spec: FieldSpec) -> bool:
    """Whether a field stands for what is in a file."""
    return isinstance(record, Attachment) and spec.name in CONTENT


def _shareable(record: Record) -> bool:
    """Whether a file was marked as fit to be passed on; without a word it is confided."""
    return isinstance(record, Attachment) and record.confidentiality == "shareable"


def _signers(consent: Consent) -> frozenset[RecordId]:
    """Return who reads a consent because they give it: the person, or those with custody."""
    return frozenset(each for each in (consent.person, consent.guardian, consent.second_guardian) if each is not None)


def _same_name(one: str | None, other: str) -> bool:
    return one is not None and bool(other) and " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def agreements_of(records: CaseRecords, contact: RecordId) -> tuple[Measure, ...]:
    """Return the agreements made at a contact."""
    return tuple(
        each for each in records.records.get("measure", ()) if isinstance(each, Measure) and each.contact == contact
    )
