"""At which desk a colleague works, as the provider proves it: her request and the provider's grant on one card.

Nobody else is a next case lead: the grant is signed by the very provider who let this desk in, and the eight words are
compared by voice, as with everybody one writes to.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kimdesk.base.errors import Untrusted, UserProblem
from kimdesk.casework import enrolment as own
from kimdesk.casework.desk import Desk
from kimdesk.domain.views.exchange import PartnerRow
from kimdesk.domain.views.handover import Colleague
from kimdesk.exchange import enrolment, strict_json
from kimdesk.exchange.keys import PartnerKeys
from kimdesk.exchange.medium import read_small, write_whole
from kimdesk.store.post import post_of

CARD_SUFFIX: Final = ".kimk"
MOST_BYTES: Final = 4 * enrolment.MAX_FILE
FORMAT: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card that was read: whose keys, under which label, let in by which provider."""

    keys: PartnerKeys
    label: str
    provider: PartnerRow

    def view(self) -> Colleague:
        """Return it as people see it."""
        return Colleague(label=self.label, provider=self.provider.label, words=self.keys.words)


def providers(desk: Desk) -> tuple[PartnerRow, ...]:
    """Return the providers this desk belongs to today; raises UserProblem(handover.no_provider)."""
    now = desk.clock.now_ms()
    rows = [row for row in post_of(desk.store).ledger.partners() if row.role == "provider"]
    found = tuple(row for row in rows if not row.revoked and row.valid_from <= now <= row.valid_until)
    if not found:
        raise UserProblem("handover.no_provider")
    return found


def own_grant(desk: Desk) -> bytes:
    """Return what proves that this desk belongs to its provider; raises handover.no_provider, handover.no_grant."""
    return own.kept_grant(desk, providers(desk)[0])


def save_card(desk: Desk, label: str, path: Path) -> str:
    """Write this desk's card for a colleague who hands a case over, and return the words to read out.

    Raises UserProblem enrol.label, enrol.label_name, handover.no_provider, handover.no_grant; Surroundings.
    """
    card: strict_json.Object = {
        "format": FORMAT,
        "grant": own_grant(desk).hex(),
        "request": own.enrol_request(desk, label).hex(),
    }
    write_whole(path, strict_json.dumps(card))
    return own.own_words(desk)


def read_card(desk: Desk, path: Path) -> Card:
    """Return whose card it is, once the provider's grant proves it; words are compared by the caller.

    Raises UserProblem handover.no_provider, handover.own_card; Untrusted handover.card, handover.other_provider,
    enrol.*; Surroundings.
    """
    raw_request, raw_grant = _parts(read_small(path, MOST_BYTES))
    request = enrolment.read_request(raw_request)
    provider = proved(desk, raw_grant, request.keys)
    if request.keys.words == own.own_words(desk):
        raise UserProblem("handover.own_card")
    return Card(keys=request.keys, label=request.label, provider=provider)


def proved(desk: Desk, grant: bytes, keys: PartnerKeys) -> PartnerRow:
    """Return the common provider whose grant is for these keys; raises Untrusted for every other."""
    found = enrolment.read_grant(grant)
    known = {row.fingerprint: row for row in providers(desk)}
    if found.authority.fingerprint not in known:
        raise Untrusted("handover.other_provider")
    if found.device != keys.fingerprint or found.role != "desk" or keys.role != "desk":
        raise Untrusted("handover.card")
    if desk.clock.now_ms() > found.valid_until:
        raise Untrusted("enrol.expired")
    return known[found.authority.fingerprint]


def _parts(raw: bytes) -> tuple[bytes, bytes]:
    try:
        card = strict_json.loads_object(raw)
        if set(card) != {"format", "grant", "request"} or card["format"] != FORMAT:
            raise ValueError("not a card")
        return bytes.fromhex(str(card["request"])), bytes.fromhex(str(card["grant"]))
    except (strict_json.NotStrict, ValueError) as refused:
        raise Untrusted("handover.card") from refused
