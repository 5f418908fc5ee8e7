"""Who sent what and what is missing, device by device under the labels their users chose; never by worker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kimdesk.domain.views.exchange import PartnerRow
from kimdesk.office.office import Office
from kimdesk.store.ledger import Arrived

MOST_MISSING: Final = 100
WEEK_MS: Final = 7 * 86_400_000
QUIET_WEEKS: Final = 6
"""After so many weeks a device that sends nothing is pointed out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One device: what came last, which numbers are missing (the first hundred), what was refused, what still waits.

    Times are UTC ms; `since` is the day it was let in.
    """

    short_name: str
    label: str
    role: str
    revoked: bool
    since: int
    valid_until: int
    last_seq: int
    last_at: int | None
    missing: tuple[int, ...]
    refused: tuple[str, ...]
    unanswered: int

    def weeks_quiet(self, now_ms: int) -> int:
        """Return for how many full weeks nothing came from it, counted from its enrolment where nothing ever came."""
        return max(0, now_ms - (self.last_at or self.since)) // WEEK_MS


def overview(office: Office) -> tuple[Delivery, ...]:
    """Return what came from every device, by label."""
    arrived: dict[bytes, list[Arrived]] = defaultdict(list)
    for each in office.post.ledger.arrived():
        arrived[each.partner].append(each)
    return tuple(_delivery(row, arrived[row.fingerprint]) for row in office.post.ledger.partners())


def missing(office: Office, short_name: str) -> tuple[int, ...]:
    """Return the numbers that never came of one device; raises UserProblem(partner.unknown)."""
    row = office.post.ledger.partner_named(short_name)
    return _delivery(row, office.post.ledger.arrived(row.fingerprint)).missing


def _delivery(row: PartnerRow, mine: Sequence[Arrived]) -> Delivery:
    last = max(mine, key=lambda each: (each.at, each.seq), default=None)
    numbers = {each.seq for each in mine if last and each.incarnation == last.incarnation}
    return Delivery(
        short_name=row.short_name,
        label=row.label,
        role=row.role,
        revoked=row.revoked,
        since=row.valid_from,
        valid_until=row.valid_until,
        last_seq=max(numbers, default=0),
        last_at=last.at if last else None,
        missing=_missing(numbers),
        refused=tuple(sorted({code for each in mine for code in each.codes})),
        unanswered=sum(not each.answered for each in mine),
    )


def _missing(numbers: set[int]) -> tuple[int, ...]:
    """Return the numbers before the last that never came, the first hundred: a device may claim any number."""
    found: list[int] = []
    following = 1
    for number in sorted(numbers):
        found += range(following, min(number, following + MOST_MISSING))
        following = number + 1
    return tuple(found[:MOST_MISSING])
