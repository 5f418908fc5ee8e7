"""What receipts need of the office's use cases."""

from __future__ import annotations

from pathlib import Path

from kimdesk.base.clock import day_of
from kimdesk.office import receipts
from kimdesk.office.office import Office
from kimdesk.ui.screens.receipts.state import Earlier, Waiting, Written


class OfficeGateway:
    """The receipts of an open office."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def load(self) -> tuple[tuple[Waiting, ...], tuple[Earlier, ...]]:
        """Return who waits, and what was written before."""
        waiting = tuple(
            Waiting(label=each.label, bundles=each.bundles, last_seq=each.last_seq)
            for each in receipts.waiting(self._office)
        )
        earlier = tuple(
            Earlier(label=each.label, seq=each.seq, day=day_of(each.at)) for each in receipts.written(self._office)
        )
        return waiting, earlier

    def write(self, folder: Path) -> tuple[Written, ...]:
        """Write a receipt for everybody who waits."""
        return tuple(
            Written(label=each.label, seq=each.seq, name=each.path.name)
            for each in receipts.receipts(self._office, folder)
        )
