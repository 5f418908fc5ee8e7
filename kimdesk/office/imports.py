"""Taking a desk's bundle over: checked and staged by the exchange, judged item by item, applied in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from kimdesk.base.progress import SILENT, Progress
from kimdesk.domain.figures import FIGURES, FLOOR, TOTAL
from kimdesk.domain.reference import Reference
from kimdesk.domain.views.exchange import ItemState
from kimdesk.domain.wire import SPLITS, cell_codes, figure_id, period_of
from kimdesk.domain.wire_listed import listed_refused
from kimdesk.exchange.partners import AddressBook, NoBlobs
from kimdesk.exchange.receive import Received, Receiver, receive
from kimdesk.office.office import Office
from kimdesk.office.sharing import Judge, listed_row, shared_row, withdrawal_row
from kimdesk.store.district import Imported as Row

PAGE = 500
Record = Mapping[str, Any]
_DEFINITIONS = {figure.number: (figure.unit, figure.version) for figure in FIGURES}
_CODES = {"topic": "life_domain", "actor_type": "partner_type", "frequency": "frequency"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did. "new": taken over; "replay": it had been, and its answer is ready to be written again.

    `gap`: earlier bundles are missing (harmless); `late`: a newer one came first; `clock_suspect`: the desk's clock
    is far off.
    """

    status: Literal["new", "replay"]
    label: str
    short_name: str
    seq: int
    counts: Mapping[str, int]
    states: tuple[ItemState, ...]
    gap: bool
    late: bool
    clock_suspect: bool

    @property
    def refused(self) -> tuple[ItemState, ...]:
        """The items not taken over, each with the reason's code."""
        return tuple(state for state in self.states if not state.imported)


def import_bundle(office: Office, path: Path, progress: Progress = SILENT) -> Imported:
    """Take a bundle over; raises Untrusted `bundle.*`, Surroundings `medium.*`, and nothing has changed then."""
    with office.receiving, office.vault.quarantine() as quarantine:
        received = receive(path, quarantine, _receiver(office), progress)
        if received.status == "new":
            office.copy_before("import")
        states = _again(office, received) if received.status == "replay" else _apply(office, received)
    return Imported(
        status=received.status,
        label=received.partner.label,
        short_name=received.partner.short_name,
        seq=received.manifest.seq,
        counts=received.counts,
        states=states,
        gap=received.gap,
        late=received.late,
        clock_suspect=received.clock_suspect,
    )


def _receiver(office: Office) -> Receiver:
    post = office.post
    book = AddressBook(post.ledger.partner_by_key_id)
    return Receiver(
        keys=office.keys,
        authority=office.fingerprint,
        partners=book,
        ledger=post.ledger,
        frames=post.staging,
        blobs=NoBlobs(),
        clock=office.clock,
        kinds=frozenset({"sync"}),
    )


def _again(office: Office, received: Received) -> tuple[ItemState, ...]:
    """The answer may have been lost on its way: it will be written once more."""
    office.post.ledger.mark_answered(received.manifest.sender, received.manifest_hash, answered=False)
    return received.answer


def _apply(office: Office, received: Received) -> tuple[ItemState, ...]:
    post, sender = office.post, received.manifest.sender
    states: list[ItemState] = []
    try:
        with post.unit.together():
            for contents in received.manifest.contents:
                states += _take_all(office, received, contents)
            post.ledger.record_received(sender, received.place, received.manifest.prev)
            post.ledger.remember_answer(sender, received.manifest_hash, states)
    finally:
        post.staging.discard()
    return tuple(states)


def _take_all(office: Office, received: Received, contents: str) -> Iterator[ItemState]:
    """Judge and keep everything of one kind of contents, never much of it at once; yields what became of each."""
    refuse, keep = _judge(office, contents), _KEEPERS[contents]
    later = office.post.ledger.later_lives(received.manifest.sender, received.place.incarnation)
    records = office.post.staging.spelled(contents)
    while page := tuple(islice(records, PAGE)):
        reasons = [refuse(record) for record, _ in page]
        taken = [each for each, reason in zip(page, reasons, strict=True) if reason is None]
        rows = [keep(office, received.manifest.sender, record, text) for record, text in taken]
        office.post.district.put(rows, received.place, later)
        for (record, _), reason in zip(page, reasons, strict=True):
            yield ItemState(bytes.fromhex(record["id"]), imported=reason is None, code=reason)


def _judge(office: Office, contents: str) -> Callable[[Record], str | None]:
    if contents == "figures":
        return lambda record: figure_refused(record, office.reference)
    if contents == "observations":
        return lambda record: observation_refused(record, office.reference)
    if contents == "pseudonymised":
        return lambda record: listed_refused(record, office.reference)
    return Judge(office).refused if contents == "named" else lambda _record: None


def _figure_row(_office: Office, sender: bytes, record: Record, text: str) -> Row:
    days = record["date_from"], record["date_to"]
    return Row(partner=sender, contents="figures", first_day=days[0], last_day=days[1], value=record, spelled=text)


def _observation_row(_office: Office, sender: bytes, record: Record, text: str) -> Row:
    day = record["date"]
    return Row(partner=sender, contents="observations", first_day=day, last_day=day, value=record, spelled=text)


_KEEPERS: Mapping[str, Callable[[Office, bytes, Record, str], Row]] = {
    "figures": _figure_row,
    "observations": _observation_row,
    "named": lambda _office, sender, record, text: shared_row(sender, record, text),
    "withdrawals": lambda office, sender, record, _text: withdrawal_row(office, sender, record),
    "pseudonymised": lambda _office, sender, record, text: listed_row(sender, record, text),
}


def figure_refused(record: Mapping[str, Any], reference: Reference) -> str | None:
    """Return why a figure is not taken over, or None."""
    number = record["figure"]
    if _DEFINITIONS.get(number) != (record["unit"], record["definition"]) or SPLITS[number] != record["split"]:
        return "office.unknown_figure"
    if record["date_from"] > record["date_to"]:
        return "office.period"
    if record["id"] != figure_id(number, period_of(record)):  # or one desk's figure would count twice
        return "office.unknown_figure"
    if not cell_codes(number, reference).issuperset(name for name, _ in record["cells"]):
        return "office.unknown_code"
    return "office.small_cells" if number != "F1" and _has_small_cells(record["cells"]) else None


def _has_small_cells(cells: Sequence[tuple[str, int]]) -> bool:
    """A small total can be merged no further; it stands alone then."""
    alone = len(cells) == 1 and cells[0][0] == TOTAL
    return not alone and any(count < FLOOR for _, count in cells)


def observation_refused(record: Mapping[str, Any], reference: Reference) -> str | None:
    """Return why an observation is not taken over, or None."""
    unknown = [name for name, codes in _CODES.items() if name in record and record[name] not in reference[codes]]
    return "office.unknown_code" if unknown else None
