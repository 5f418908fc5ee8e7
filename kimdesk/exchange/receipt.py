"""The answer to a bundle: what arrived, item by item, and up to where the sender may forget."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from kimdesk.base.errors import Untrusted
from kimdesk.domain.views.exchange import Head, ItemState, StreamHead
from kimdesk.exchange.contents import CATALOGUE
from kimdesk.exchange.ports import Ledger, Record
from kimdesk.exchange.receive import Received
from kimdesk.exchange.seal import Parcel
from kimdesk.exchange.strict_json import Json


def _record(state: ItemState) -> Record:
    record: dict[str, Json] = {"id": state.item.hex(), "imported": state.imported}
    if state.code is not None:
        record["code"] = state.code
    return record


def receipt_for(
    sender: bytes, incarnation: bytes, states: Sequence[ItemState], *, authority: bytes, ledger: Ledger
) -> Parcel:
    """Return the parcel that answers the bundles of one stream; the ledger must already know them.

    The same bundle gets the same states again (`Ledger.answer`), under a new number of our own stream.
    """
    last = ledger.last_received(sender, incarnation)
    if last is None:
        raise ValueError("answer a bundle after it was recorded")
    return Parcel(
        kind="receipt",
        authority=authority,
        records={"receipt": [_record(state) for state in states]},
        acks=StreamHead(incarnation, last),
    )


def states_of(records: Iterable[Record]) -> tuple[ItemState, ...]:
    """Return the item states of staged receipt records."""
    rules = CATALOGUE["receipt"]
    found = []
    for record in map(rules.check, records):
        code = record.get("code")
        found.append(
            ItemState(
                bytes.fromhex(str(record["id"])), record["imported"] is True, code if isinstance(code, str) else None
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a receipt says about our stream: up to where everything arrived.

    "new": further than before; "older": we knew; "elsewhere": about the stream of an earlier life of this vault.
    """

    status: Literal["new", "older", "elsewhere"]
    head: Head
    states: tuple[ItemState, ...]


def arrival_of(received: Received, records: Iterable[Record], ledger: Ledger) -> Arrival:
    """Return what a receipt means for us; raises Untrusted where it knows bundles that this vault does not.

    The ledger is only read; the caller records the head in the transaction that takes the states over.
    """
    place = received.manifest.acks
    if received.manifest.kind != "receipt" or place is None:
        raise Untrusted("bundle.manifest")
    states = states_of(records)
    partner = received.manifest.sender
    stream = ledger.outgoing(partner)
    if place.incarnation != stream.incarnation:
        return Arrival("elsewhere", place.head, states)
    ours = ledger.sent(partner, place.head.seq)
    if ours is None:
        raise Untrusted("bundle.ack_ahead", seq=place.head.seq)
    if ours != place.head.hash:
        raise Untrusted("bundle.ack_fork", seq=place.head.seq)
    older = stream.acked is not None and stream.acked.seq >= place.head.seq
    return Arrival("older" if older else "new", place.head, states)
