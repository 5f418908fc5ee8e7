"""Everything a vault remembers of its exchange, over one shared transaction."""

from __future__ import annotations

from dataclasses import dataclass

from kimdesk.store.deposits import Deposits
from kimdesk.store.district import District
from kimdesk.store.ledger import Ledger
from kimdesk.store.outbox import Outbox
from kimdesk.store.refusals import Refusals
from kimdesk.store.staging import Staging
from kimdesk.store.store import Store
from kimdesk.store.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Ledger, staging, outbox, what an office took over or refused; `unit.together()` makes one transaction of them."""

    unit: Unit
    ledger: Ledger
    staging: Staging
    outbox: Outbox
    district: District
    refusals: Refusals
    deposits: Deposits


def post_of(store: Store) -> Post:
    """Return the post of an open store."""
    unit = Unit(store)
    return Post(
        unit=unit,
        ledger=Ledger(unit),
        staging=Staging(unit),
        outbox=Outbox(unit),
        district=District(unit),
        refusals=Refusals(unit),
        deposits=Deposits(unit),
    )
