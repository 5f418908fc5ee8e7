"""The desk's side of the exchange: what would leave for an office, and the bundle that carries exactly that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.base.progress import SILENT, Progress
from kimdesk.casework.answers import Receipt, SentBundle, SentItem, history, receive, receive_all
from kimdesk.casework.desk import Desk
from kimdesk.casework.enrolment import (
    GrantView,
    PartnerView,
    accept_file,
    accept_grant,
    enrol_request,
    grant_words,
    keys,
    known_names,
    look_at_grant,
    own_words,
    partners,
    save_request,
    view,
)
from kimdesk.casework.figures import for_district
from kimdesk.casework.listing import NewAgreement, agreement_with, case_list, end_agreement, record_agreement
from kimdesk.casework.opening import CoveredBy, SharedPart, SharedValue
from kimdesk.casework.sharing import (
    PURPOSES,
    Candidate,
    Change,
    SharedFamily,
    Sharing,
    Withdrawn,
    candidates,
    share,
)
from kimdesk.domain.figures import Period, Table
from kimdesk.domain.persons_in_text import case_numbers_found, names_found
from kimdesk.domain.records import Case, StructuralObservation
from kimdesk.domain.views.exchange import Head, PartnerRow, Role
from kimdesk.domain.wire import figure_record, observation_record, period_of, table_of
from kimdesk.exchange import seal
from kimdesk.exchange import verify as verifier
from kimdesk.exchange.medium import require_new, suggested_name
from kimdesk.exchange.partners import AddressBook, keys_of
from kimdesk.exchange.seal import Parcel
from kimdesk.store.outbox import OutboxItem
from kimdesk.store.post import post_of

__all__ = [
    "PURPOSES",
    "Candidate",
    "Change",
    "CoveredBy",
    "GrantView",
    "NewAgreement",
    "PartnerView",
    "Period",
    "Receipt",
    "Role",
    "SentBundle",
    "SentItem",
    "SharedFamily",
    "SharedPart",
    "SharedValue",
    "Sharing",
    "Withdrawn",
    "accept_file",
    "accept_grant",
    "agreement_with",
    "end_agreement",
    "enrol_request",
    "grant_words",
    "history",
    "look_at_grant",
    "own_words",
    "partners",
    "receive",
    "receive_all",
    "record_agreement",
    "save_request",
    "suggested_name",
]

Contents = Literal["figures", "observations", "pseudonymised"]
EVERYTHING: tuple[Contents, ...] = ("figures", "observations")
_COMPARED = ("figures", "observations", "pseudonymised")


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedBundle:
    """What would leave, and nothing else: for people, and the records as they travel.

    `seq`: the number it will get. `named`: the families chosen, case → purpose. `changes`: each record (id in hex)
    against what this partner was given last. `day`, `revision`: as of when this is so.
    """

    partner: PartnerView
    day: dt.date
    revision: int
    named: Mapping[RecordId, str]
    seq: int
    tables: tuple[tuple[Period, Table], ...]
    observations: tuple[StructuralObservation, ...]
    sharing: Sharing
    records: Mapping[str, tuple[dict[str, Any], ...]]
    changes: Mapping[str, Change]

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<PreparedBundle>"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenBundle:
    """A bundle written and read back: its number in the stream and its size in bytes."""

    seq: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """An intact file: what it is and whose words signed it; `enrolled` is None without a vault to ask."""

    kind: str
    words: str
    enrolled: bool | None
    partner: str | None


# what leaves --------------------------------------------------------------


def names_in(desk: Desk, observation: StructuralObservation) -> tuple[str, ...]:
    """Return the known names and case numbers an observation holds; empty: "keine bekannten Namen gefunden"."""
    return _names_in(observation, known_names(desk), [case.case_number for case in desk.query.every(Case)])


def _names_in(observation: StructuralObservation, names: Iterable[str], numbers: Iterable[str]) -> tuple[str, ...]:
    text = f"{observation.description}\n{observation.proposal or ''}"
    return (*names_found(text, names), *case_numbers_found(text, numbers))


def _check_person_free(desk: Desk, observations: Sequence[StructuralObservation]) -> None:
    if not observations:
        return
    names = known_names(desk)
    numbers = [case.case_number for case in desk.query.every(Case)]
    for observation in observations:
        if _names_in(observation, names, numbers):
            raise UserProblem("observation.names", date=f"{observation.date:%d.%m.%Y}")


def _figure_records(desk: Desk, given: Iterable[OutboxItem], period: Period) -> list[dict[str, Any]]:
    """Return this period's tables, and earlier ones that no receipt has confirmed yet."""
    fresh = [figure_record(table, period) for table in for_district(desk, period)]
    ids = {record["id"] for record in fresh}
    waiting = [
        dict(item.value)
        for item in given
        if item.contents == "figures" and item.state == "sent" and item.item.hex() not in ids
    ]
    return sorted(waiting + fresh, key=lambda record: (record["date_from"], record["date_to"], record["figure"]))


def _new_observations(desk: Desk, given: Iterable[OutboxItem]) -> list[tuple[StructuralObservation, dict[str, Any]]]:
    """Return observations the partner has not answered in their present wording."""
    settled = {item.item: item.value for item in given if item.contents == "observations" and item.state != "sent"}
    found = []
    for observation in desk.query.every(StructuralObservation):
        revision = max(desk.query.revisions("structural_observation", observation.id).values())
        record = observation_record(observation, revision)
        if settled.get(observation.id) != record:
            found.append((observation, record))
    return found


def may_be_named(desk: Desk, short_name: str, purpose: str) -> tuple[Candidate, ...]:
    """Return the families that may be given by name to a partner for a purpose; raises UserProblem partner.unknown."""
    post = post_of(desk.store)
    row = post.ledger.partner_named(short_name)
    return candidates(desk, row.label, purpose, post.outbox.items(row.fingerprint))


def prepare_bundle(
    desk: Desk,
    short_name: str,
    *,
    period: Period,
    contents: Iterable[Contents] = EVERYTHING,
    named: Mapping[RecordId, str] | None = None,
    progress: Progress = SILENT,
) -> PreparedBundle:
    """Return what would leave for a partner; nothing is written yet. `named`: case → purpose.

    Raises UserProblem "partner.unknown", "partner.revoked", "observation.names", "named.not_covered",
    "list.no_agreement", "bundle.nothing_new", Cancelled.
    """
    post, wanted, revision = post_of(desk.store), set(contents), desk.store.revision
    row = post.ledger.partner_named(short_name)
    _require_valid(desk, row)
    if "pseudonymised" in wanted and agreement_with(desk, row.label) is None:
        raise UserProblem("list.no_agreement")
    given = post.outbox.items(row.fingerprint)
    figures = _figure_records(desk, given, period) if "figures" in wanted else []
    observed = _new_observations(desk, given) if "observations" in wanted else []
    _check_person_free(desk, [observation for observation, _ in observed])
    listed = case_list(desk, row.label, row.fingerprint, period if "pseudonymised" in wanted else None, given)
    sharing = share(desk, row.label, named or {}, given, progress)
    records = {
        "figures": tuple(figures),
        "observations": tuple(record for _, record in observed),
        "pseudonymised": listed,
        "named": sharing.named,
        "withdrawals": sharing.withdrawals,
    }
    if not any(records.values()):
        raise UserProblem("bundle.nothing_new")
    last = post.ledger.outgoing(row.fingerprint).last
    return PreparedBundle(
        partner=view(row),
        day=desk.today,
        revision=revision,
        named=dict(named or {}),
        seq=last.seq + 1 if last else 1,
        tables=tuple((period_of(record), table_of(record)) for record in figures),
        observations=tuple(observation for observation, _ in observed),
        sharing=sharing,
        records={name: rows for name, rows in records.items() if rows},
        changes=_changes(given, (*figures, *records["observations"], *listed)),
    )


def _require_valid(desk: Desk, row: PartnerRow) -> None:
    if row.revoked or desk.clock.now_ms() > row.valid_until:
        raise UserProblem("partner.revoked", name=row.label)


def _changes(given: Iterable[OutboxItem], records: Iterable[Mapping[str, Any]]) -> dict[str, Change]:
    known = {item.item.hex(): item for item in given if item.contents in _COMPARED}
    found: dict[str, Change] = {}
    for record in records:
        before = known.get(record["id"])
        if len(record) == 1:
            found[record["id"]] = "gone"
        elif before is None or len(before.value) == 1:
            found[record["id"]] = "new"
        elif before.value != record:
            found[record["id"]] = "changed"
        else:
            found[record["id"]] = "again" if before.state == "sent" else "same"
    return found


def write_bundle(desk: Desk, prepared: PreparedBundle, path: Path, progress: Progress = SILENT) -> WrittenBundle:
    """Write exactly what was prepared, whole or not at all, read back from the medium, onto none that keeps backups.

    Raises UserProblem "medium.holds_backups", "partner.revoked", "named.not_covered", "bundle.outdated", Surroundings
    `medium.*`, Cancelled; nothing is left behind then.
    """
    post = post_of(desk.store)
    row = post.ledger.partner_named(prepared.partner.short_name)
    _require_valid(desk, row)
    require_new(path)
    _require_covered(desk, prepared, post.outbox.items(row.fingerprint))
    parcel = Parcel("sync", row.fingerprint, prepared.records)
    sender = seal.Desk(keys(desk, post), post.ledger, desk.clock)

    def record(head: Head) -> None:
        with post.unit.together():
            post.ledger.record_sent(row.fingerprint, head)
            post.outbox.note_sent(row.fingerprint, head.seq, prepared.records)

    sealed = seal.write_bundle(parcel, path, desk=sender, recipients=[keys_of(row)], record=record, progress=progress)
    return WrittenBundle(seq=sealed.head.seq, size=sealed.size)


def _require_covered(desk: Desk, prepared: PreparedBundle, given: Sequence[OutboxItem]) -> None:
    """A consent withdrawn, or a name corrected, while the preview was open: nobody has seen what would leave now."""
    if not prepared.named or (prepared.day, prepared.revision) == (desk.today, desk.store.revision):
        return
    if share(desk, prepared.partner.label, prepared.named, given).named != prepared.sharing.named:
        raise UserProblem("bundle.outdated")


def verify(path: Path, desk: Desk | None = None) -> Verified:
    """Return what an intact file is and who signed it; raises Untrusted `bundle.*` for any other."""
    if desk is None:
        verdict = verifier.verify(path)
        return Verified(kind=verdict.kind, words=verdict.words, enrolled=None, partner=None)
    post = post_of(desk.store)
    verdict = verifier.verify(path, AddressBook(post.ledger.partner_by_key_id))
    known = verdict.partner
    if verdict.fingerprint == keys(desk, post).public.fingerprint:
        return Verified(kind=verdict.kind, words=verdict.words, enrolled=True, partner="")
    enrolled = known is not None and not known.revoked
    return Verified(kind=verdict.kind, words=verdict.words, enrolled=enrolled, partner=known.label if known else None)
