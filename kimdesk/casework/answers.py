"""What comes back to the desk: receipts that say "angekommen" or why not, and the history of all bundles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from kimdesk.base.errors import KimError
from kimdesk.base.ids import from_hex
from kimdesk.base.progress import SILENT, Progress
from kimdesk.casework.desk import Desk
from kimdesk.casework.enrolment import keys
from kimdesk.domain.figures import Period
from kimdesk.domain.views.exchange import ItemState
from kimdesk.domain.wire import period_of
from kimdesk.exchange import receive as pipeline
from kimdesk.exchange.partners import AddressBook, NoBlobs
from kimdesk.exchange.receipt import arrival_of
from kimdesk.store.outbox import OutboxItem, State
from kimdesk.store.post import Post, post_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SentItem:
    """One item of a bundle and what became of it; `code` says why it was refused.

    `about`: a figure's number, the beginning of an observation, the family of a shared record or withdrawal.
    """

    contents: str
    item: bytes
    state: State
    code: str | None
    about: str = field(default="", repr=False)
    period: Period | None = None


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


def receive(desk: Desk, path: Path, progress: Progress = SILENT) -> Receipt:
    """Take a receipt in and remember what it says, in one transaction; raises Untrusted, Surroundings."""
    post = post_of(desk.store)
    receiver = pipeline.Receiver(
        keys=keys(desk, post),
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


def receive_all(desk: Desk, paths: Sequence[Path], progress: Progress = SILENT) -> tuple[Receipt | KimError, ...]:
    """Take several receipts in, one after the other; a refused one stops none of the others. Raises Cancelled."""
    found: list[Receipt | KimError] = []
    for number, path in enumerate(paths):
        progress.step(number, len(paths))
        try:
            found.append(receive(desk, path))
        except KimError as error:
            found.append(error)
    progress.step(len(paths), len(paths))
    return tuple(found)


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
    labels = _Labels(desk)
    found = []
    for row in post.ledger.partners():
        items: dict[int, list[SentItem]] = defaultdict(list)
        for item in post.outbox.items(row.fingerprint):
            items[item.seq].append(labels.sent(item))
        for sent in post.ledger.sent_to(row.fingerprint):
            views = tuple(items[sent.seq])
            arrived = None if any(each.state == "sent" for each in views) else sent.acked_at
            found.append(SentBundle(partner=row.label, seq=sent.seq, at=sent.at, arrived_at=arrived, items=views))
    return tuple(sorted(found, key=lambda bundle: (bundle.at, bundle.seq), reverse=True))


class _Labels:
    """Says what items are about; each family's name is asked for once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._families: dict[str, str] = {}

    def sent(self, item: OutboxItem) -> SentItem:
        """Return an item as the history shows it."""
        period = period_of(item.value) if item.contents == "figures" else None
        return SentItem(
            contents=item.contents,
            item=item.item,
            state=item.state,
            code=item.code,
            about=self._about(item),
            period=period,
        )

    def _about(self, item: OutboxItem) -> str:
        if item.contents == "figures":
            return str(item.value["figure"])
        if item.contents == "observations":
            return str(item.value["description"])
        if item.contents == "pseudonymised":
            return ""
        return self._family(str(item.value["case"]))

    def _family(self, case: str) -> str:
        if case not in self._families:
            row = self._desk.query.case_row(from_hex(case))
            self._families[case] = row.label if row is not None else ""
        return self._families[case]
