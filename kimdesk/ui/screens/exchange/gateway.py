"""What the exchange needs of casework, in one place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.base.progress import Progress
from kimdesk.casework import exchange
from kimdesk.casework.desk import Desk
from kimdesk.casework.exchange import (
    Candidate,
    GrantView,
    NewAgreement,
    PartnerView,
    PreparedBundle,
    Receipt,
    WrittenBundle,
)
from kimdesk.domain.changes import Changes
from kimdesk.ui.screens.exchange.state import Loaded, Wish, period_of


class DeskGateway:
    """The exchange of an open desk; everything is called beside the window."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def load(self) -> Loaded:
        """Return whom this desk knows and what it sent."""
        desk = self._desk
        partners = exchange.partners(desk)
        agreed = {each.short_name: exchange.agreement_with(desk, each.label) for each in partners}
        return Loaded(
            own_words=exchange.own_words(desk),
            label=desk.info.label,
            partners=partners,
            agreements={name: agreement for name, agreement in agreed.items() if agreement is not None},
            history=exchange.history(desk),
        )

    def prepare(self, wish: Wish, progress: Progress) -> PreparedBundle:
        """Return what would leave."""
        desk = self._desk
        return exchange.prepare_bundle(
            desk,
            wish.partner,
            period=period_of(wish.period, desk.today),
            contents=wish.contents,
            named=wish.named(),
            progress=progress,
        )

    def write(self, prepared: PreparedBundle, path: Path, progress: Progress) -> WrittenBundle:
        """Write what was shown, and read it back."""
        return exchange.write_bundle(self._desk, prepared, path, progress)

    def suggested_name(self) -> str:
        """Return a file name that tells nobody anything."""
        return exchange.suggested_name()

    def candidates(self, partner: str, purpose: str) -> tuple[Candidate, ...]:
        """Return the families that may be named to a partner for a purpose."""
        return exchange.may_be_named(self._desk, partner, purpose)

    def record_agreement(self, new: NewAgreement) -> Changes:
        """Record a signed agreement."""
        return exchange.record_agreement(self._desk, new)

    def end_agreement(self, agreement: RecordId) -> Changes:
        """End an agreement."""
        return exchange.end_agreement(self._desk, agreement)

    def receive(self, paths: Sequence[Path], progress: Progress) -> tuple[Receipt | KimError, ...]:
        """Take receipts in."""
        return exchange.receive_all(self._desk, paths, progress)

    def save_request(self, label: str, path: Path) -> str:
        """Write a request and return this device's words."""
        return exchange.save_request(self._desk, label, path)

    def look_at_grant(self, path: Path) -> GrantView:
        """Return what a grant says."""
        return exchange.look_at_grant(path)

    def accept(self, path: Path, words: str) -> PartnerView:
        """Enter whoever signed a grant."""
        return exchange.accept_file(self._desk, path, words)
