"""The desk's side of the exchange: enrolment, bundles to the office, receipts that say "angekommen"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from kimdesk.base.errors import UserProblem
from kimdesk.base.progress import SILENT, Progress
from kimdesk.casework.desk import Desk
from kimdesk.casework.figures import for_district
from kimdesk.domain.figures import Period, Table
from kimdesk.domain.persons_in_text import case_numbers_found, names_found
from kimdesk.domain.records import Case, Person, StructuralObservation
from kimdesk.domain.views.exchange import Head, ItemState, PartnerRow, Role
from kimdesk.domain.wire import figure_record, observation_record, period_of, table_of
from kimdesk.exchange import enrolment, seal
from kimdesk.exchange import receive as pipeline
from kimdesk.exchange import verify as verifier
from kimdesk.exchange.keys import DeviceKeys
from kimdesk.exchange.medium import read_small, suggested_name, write_whole
from kimdesk.exchange.partners import AddressBook, NoBlobs, device_keys, keys_of, to_row
from kimdesk.exchange.receipt import arrival_of
from kimdesk.exchange.seal import Parcel
from kimdesk.store.outbox import State
from kimdesk.store.post import Post, post_of

__all__ = ["Period", "Role", "suggested_name"]

Contents = Literal["figures", "observations"]
EVERYTHING: tuple[Contents, ...] = ("figures", "observations")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerView:
    """Somebody this vault is enrolled with: how to call them, who they are, their eight words."""

    short_name: str
    label: str
    role: Role
    district: str
    words: str
    valid_until: int
    revoked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedBundle:
    """What would leave, and nothing else: tables with their period, observations, and the records as they travel."""

    partner: PartnerView
    tables: tuple[tuple[Period, Table], ...]
    observations: tuple[StructuralObservation, ...]
    records: Mapping[str, tuple[dict[str, Any], ...]]

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<PreparedBundle>"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenBundle:
    """A bundle written and read back: its number in the stream and its size in bytes."""

    seq: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SentItem:
    """One item of a bundle and what became of it; `code` says why it was refused."""

    contents: str
    item: bytes
    state: State
    code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentBundle:
    """One bundle in the history. Items stand at their last bundle.

    `arrived_at` is None while no receipt came, or one that leaves an item open: the office has a later bundle only.
    """

    partner: str
    seq: int
    at: int
    arrived_at: int | None
    items: tuple[SentItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a receipt says: up to which bundle everything arrived, and the items taken over or refused.

    "new": further than before; "older", "elsewhere", "replay": nothing changed.
    """

    status: Literal["new", "older", "elsewhere", "replay"]
    partner: str
    seq: int
    arrived: tuple[ItemState, ...]
    refused: tuple[ItemState, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """An intact file: what it is and whose words signed it; `enrolled` is None without a vault to ask."""

    kind: str
    words: str
    enrolled: bool | None
    partner: str | None


def _keys(desk: Desk, post: Post) -> DeviceKeys:
    post.ledger.incarnation()  # made with the keys, so that a copy of the vault is known for one
    return device_keys(post.ledger, desk.info.kind)


def _view(row: PartnerRow) -> PartnerView:
    return PartnerView(
        short_name=row.short_name,
        label=row.label,
        role=row.role,
        district=row.district,
        words=keys_of(row).words,
        valid_until=row.valid_until,
        revoked=row.revoked,
    )


# enrolment ----------------------------------------------------------------


def own_words(desk: Desk) -> str:
    """Return the eight words of this device, to be read out to the office."""
    return _keys(desk, post_of(desk.store)).public.words


def enrol_request(desk: Desk, label: str) -> bytes:
    """Return the bytes of a request (`*.kimr`) under a label without a person's name; raises UserProblem."""
    if names_found(label, _known_names(desk)):
        raise UserProblem("enrol.label_name")
    return enrolment.make_request(_keys(desk, post_of(desk.store)), label=label, clock=desk.clock)


def save_request(desk: Desk, label: str, path: Path) -> str:
    """Write a request and return the words to read out; raises UserProblem, Surroundings."""
    write_whole(path, enrol_request(desk, label))
    return own_words(desk)


def accept_grant(desk: Desk, data: bytes, words: str) -> PartnerView:
    """Enter the authority of a grant (`*.kimg`) whose words were heard; raises UserProblem, Untrusted."""
    post = post_of(desk.store)
    grant = enrolment.accept(data, words=words, keys=_keys(desk, post), clock=desk.clock)
    row = to_row(grant.partner())
    post.ledger.keep_partner(row)
    return _view(row)


def accept_file(desk: Desk, path: Path, words: str) -> PartnerView:
    """Read a grant from a file and accept it."""
    return accept_grant(desk, read_small(path, enrolment.MAX_FILE), words)


def grant_words(path: Path) -> str:
    """Return the words of whoever signed a grant, to be compared by voice; raises Untrusted."""
    return enrolment.read_grant(read_small(path, enrolment.MAX_FILE)).authority.words


def partners(desk: Desk) -> tuple[PartnerView, ...]:
    """Return everybody this vault is enrolled with."""
    return tuple(_view(row) for row in post_of(desk.store).ledger.partners())


# what leaves --------------------------------------------------------------


def names_in(desk: Desk, observation: StructuralObservation) -> tuple[str, ...]:
    """Return the known names and case numbers an observation holds; empty: "keine bekannten Namen gefunden"."""
    return _names_in(observation, _known_names(desk), [case.case_number for case in desk.query.every(Case)])


def _known_names(desk: Desk) -> list[str]:
    fields = ("given_name", "family_name", "given_name_native", "family_name_native", "birth_name")
    names = [getattr(person, name) or "" for person in desk.query.every(Person) for name in fields]
    return [*names, desk.profile.name]


def _names_in(observation: StructuralObservation, names: Iterable[str], numbers: Iterable[str]) -> tuple[str, ...]:
    text = f"{observation.description}\n{observation.proposal or ''}"
    return (*names_found(text, names), *case_numbers_found(text, numbers))


def _check_person_free(desk: Desk, observations: Iterable[StructuralObservation]) -> None:
    names = _known_names(desk)
    numbers = [case.case_number for case in desk.query.every(Case)]
    for observation in observations:
        if _names_in(observation, names, numbers):
            raise UserProblem("observation.names", date=f"{observation.date:%d.%m.%Y}")


def _figure_records(desk: Desk, post: Post, partner: bytes, period: Period) -> list[dict[str, Any]]:
    """Return this period's tables, and earlier ones that no receipt has confirmed yet."""
    fresh = [figure_record(table, period) for table in for_district(desk, period)]
    ids = {record["id"] for record in fresh}
    waiting = [
        dict(item.value)
        for item in post.outbox.items(partner)
        if item.contents == "figures" and item.state == "sent" and item.item.hex() not in ids
    ]
    return sorted(waiting + fresh, key=lambda record: (record["date_from"], record["date_to"], record["figure"]))


def _new_observations(desk: Desk, post: Post, partner: bytes) -> list[tuple[StructuralObservation, dict[str, Any]]]:
    """Return observations the partner has not answered in their present wording."""
    settled = {item.item: item.value for item in post.outbox.items(partner) if item.state != "sent"}
    found = []
    for observation in desk.query.every(StructuralObservation):
        revision = max(desk.query.revisions("structural_observation", observation.id).values())
        record = observation_record(observation, revision)
        if settled.get(observation.id) != record:
            found.append((observation, record))
    return found


def prepare_bundle(
    desk: Desk, short_name: str, *, period: Period, contents: Iterable[Contents] = EVERYTHING
) -> PreparedBundle:
    """Return what would leave for a partner; nothing is written yet.

    Raises UserProblem "partner.unknown", "partner.revoked", "observation.names", "bundle.nothing_new".
    """
    post = post_of(desk.store)
    row = post.ledger.partner_named(short_name)
    if row.revoked or desk.clock.now_ms() > row.valid_until:
        raise UserProblem("partner.revoked", name=row.label)
    wanted = set(contents)
    figures = _figure_records(desk, post, row.fingerprint, period) if "figures" in wanted else []
    observed = _new_observations(desk, post, row.fingerprint) if "observations" in wanted else []
    _check_person_free(desk, (observation for observation, _ in observed))
    records = {"figures": tuple(figures), "observations": tuple(record for _, record in observed)}
    if not figures and not observed:
        raise UserProblem("bundle.nothing_new")
    return PreparedBundle(
        partner=_view(row),
        tables=tuple((period_of(record), table_of(record)) for record in figures),
        observations=tuple(observation for observation, _ in observed),
        records={name: rows for name, rows in records.items() if rows},
    )


def write_bundle(desk: Desk, prepared: PreparedBundle, path: Path) -> WrittenBundle:
    """Write exactly what was prepared, whole or not at all, read back; raises Surroundings `medium.*`."""
    post = post_of(desk.store)
    row = post.ledger.partner_named(prepared.partner.short_name)
    parcel = Parcel("sync", row.fingerprint, prepared.records)
    sender = seal.Desk(_keys(desk, post), post.ledger, desk.clock)

    def record(head: Head) -> None:
        with post.unit.together():
            post.ledger.record_sent(row.fingerprint, head)
            post.outbox.note_sent(row.fingerprint, head.seq, prepared.records)

    sealed = seal.write_bundle(parcel, path, desk=sender, recipients=[keys_of(row)], record=record)
    return WrittenBundle(seq=sealed.head.seq, size=sealed.size)


# what comes back ----------------------------------------------------------


def receive(desk: Desk, path: Path, progress: Progress = SILENT) -> Receipt:
    """Take a receipt in and remember what it says, in one transaction; raises Untrusted, Surroundings."""
    post = post_of(desk.store)
    receiver = pipeline.Receiver(
        keys=_keys(desk, post),
        authority=None,
        partners=AddressBook(post.ledger.partner_by_key_id),
        ledger=post.ledger,
        frames=post.staging,
        blobs=NoBlobs(),
        clock=desk.clock,
        kinds=frozenset({"receipt"}),
    )
    with desk.receiving, desk.vault.quarantine() as quarantine:
        received = pipeline.receive(path, quarantine, receiver, progress)
        try:
            return _taken(post, received)
        finally:
            post.staging.discard()


def _taken(post: Post, received: pipeline.Received) -> Receipt:
    sender = received.manifest.sender
    place = received.manifest.acks
    status: Literal["new", "older", "elsewhere", "replay"] = "replay"
    states, seq = received.answer, place.head.seq if place else 0
    if received.status == "new":
        with post.unit.together():
            arrival = arrival_of(received, post.staging.records("receipt"), post.ledger)
            status, states, seq = arrival.status, arrival.states, arrival.head.seq
            if status != "elsewhere":
                post.outbox.note_states(sender, seq, states)
            if status == "new":
                post.ledger.record_acknowledged(sender, arrival.head)
            post.ledger.record_received(sender, received.place, received.manifest.prev)
            post.ledger.remember_answer(sender, received.manifest_hash, states)
    return Receipt(
        status=status,
        partner=received.partner.label,
        seq=seq,
        arrived=tuple(state for state in states if state.imported),
        refused=tuple(state for state in states if not state.imported),
    )


def history(desk: Desk) -> tuple[SentBundle, ...]:
    """Return every bundle written, newest first, with what became of its items."""
    post = post_of(desk.store)
    found = []
    for row in post.ledger.partners():
        items = post.outbox.items(row.fingerprint)
        for sent in post.ledger.sent_to(row.fingerprint):
            views = tuple(
                SentItem(contents=item.contents, item=item.item, state=item.state, code=item.code)
                for item in items
                if item.seq == sent.seq
            )
            arrived = None if any(view.state == "sent" for view in views) else sent.acked_at
            found.append(SentBundle(partner=row.label, seq=sent.seq, at=sent.at, arrived_at=arrived, items=views))
    return tuple(sorted(found, key=lambda bundle: (bundle.at, bundle.seq), reverse=True))


def verify(path: Path, desk: Desk | None = None) -> Verified:
    """Return what an intact file is and who signed it; raises Untrusted `bundle.*` for any other."""
    if desk is None:
        verdict = verifier.verify(path)
        return Verified(kind=verdict.kind, words=verdict.words, enrolled=None, partner=None)
    post = post_of(desk.store)
    verdict = verifier.verify(path, AddressBook(post.ledger.partner_by_key_id))
    known = verdict.partner
    if verdict.fingerprint == _keys(desk, post).public.fingerprint:
        return Verified(kind=verdict.kind, words=verdict.words, enrolled=True, partner="")
    enrolled = known is not None and not known.revoked
    return Verified(kind=verdict.kind, words=verdict.words, enrolled=enrolled, partner=known.label if known else None)
