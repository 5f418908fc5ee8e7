"""Answers to desks: one receipt for everything of a stream that was not answered yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kimdesk.domain.views.exchange import ItemState, PartnerRow
from kimdesk.exchange.medium import suggested_name
from kimdesk.exchange.partners import keys_of
from kimdesk.exchange.receipt import receipt_for
from kimdesk.exchange.seal import Desk, write_bundle
from kimdesk.office.office import Office
from kimdesk.store.ledger import Taken


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenReceipt:
    """A receipt written for a device: the file, and up to which of its bundles everything arrived."""

    path: Path
    label: str
    short_name: str
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A device whose bundles wait for a receipt: how many, and the highest number among them."""

    label: str
    short_name: str
    bundles: int
    last_seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SentReceipt:
    """A receipt written earlier: for whom, its number in our stream, and when (UTC ms)."""

    label: str
    seq: int
    at: int


def waiting(office: Office) -> tuple[Waiting, ...]:
    """Return the devices with unanswered bundles, by label; revoked ones get no answer."""
    open_: dict[bytes, list[int]] = {}
    for each in office.post.ledger.arrived():
        if not each.answered:
            open_.setdefault(each.partner, []).append(each.seq)
    return tuple(
        Waiting(label=row.label, short_name=row.short_name, bundles=len(numbers), last_seq=max(numbers))
        for row in office.post.ledger.partners()
        if not row.revoked and (numbers := open_.get(row.fingerprint))
    )


def written(office: Office) -> tuple[SentReceipt, ...]:
    """Return the receipts written so far, the latest first."""
    found = [
        SentReceipt(label=row.label, seq=sent.seq, at=sent.at)
        for row in office.post.ledger.partners()
        for sent in office.post.ledger.sent_to(row.fingerprint)
    ]
    return tuple(sorted(found, key=lambda each: (each.at, each.label, each.seq), reverse=True))


def receipts(office: Office, folder: Path) -> tuple[WrittenReceipt, ...]:
    """Write a receipt for every stream with unanswered bundles into a folder, each read back; revoked devices get none.

    Raises UserProblem(medium.holds_backups), Surroundings `medium.*`.
    """
    partners = {row.fingerprint: row for row in office.post.ledger.partners() if not row.revoked}
    streams: dict[tuple[bytes, bytes], list[Taken]] = {}
    for taken in office.post.ledger.taken():
        if taken.partner in partners:
            streams.setdefault((taken.partner, taken.place.incarnation), []).append(taken)
    return tuple(
        _write(office, folder, partners[partner], bundles)
        for (partner, _), bundles in streams.items()
        if not all(taken.answered for taken in bundles)
    )


def _unanswered(stream: Sequence[Taken]) -> list[ItemState]:
    """Return one state per item of the bundles not answered yet.

    Of a whole stream the bundle with the highest number has the last word on an item, even if it was answered before
    an older one came in.
    """
    last = {state.item: state for taken in stream for state in taken.states}
    items = {state.item for taken in stream if not taken.answered for state in taken.states}
    return [last[item] for item in sorted(items)]


def _write(office: Office, folder: Path, row: PartnerRow, bundles: list[Taken]) -> WrittenReceipt:
    ledger = office.post.ledger
    ordered = sorted(bundles, key=lambda taken: taken.place.head.seq)
    incarnation = ordered[0].place.incarnation
    parcel = receipt_for(
        row.fingerprint, incarnation, _unanswered(ordered), authority=office.fingerprint, ledger=ledger
    )
    path = folder / suggested_name()
    write_bundle(parcel, path, desk=Desk(office.keys, ledger, office.clock), recipients=[keys_of(row)])
    for taken in bundles:
        ledger.mark_answered(row.fingerprint, taken.place.head.hash, answered=True)
    seq = parcel.acks.head.seq if parcel.acks else 0
    return WrittenReceipt(path=path, label=row.label, short_name=row.short_name, seq=seq)
