"""What was sent and received, who is enrolled and this vault's keys. The one writing module of these tables."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import sqlalchemy as sa

from kimdesk.base.errors import UserProblem
from kimdesk.domain.views.exchange import Head, ItemState, Known, Outgoing, PartnerRow, StreamHead
from kimdesk.store.unit import Unit

INCARNATION = "exchange.incarnation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One bundle we wrote: number, when, and when its arrival was confirmed."""

    seq: int
    at: int
    acked_at: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One bundle taken in: from whom, its place, when, what was answered, and whether the answer was written."""

    partner: bytes
    place: StreamHead
    at: int
    states: tuple[ItemState, ...]
    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """One bundle taken in, without its items: from whom, its place in which stream, when, whether it was answered.

    `codes` are the reasons of the items refused.
    """

    partner: bytes
    incarnation: bytes
    seq: int
    at: int
    answered: bool
    codes: tuple[str, ...]


def _states_text(states: Sequence[ItemState]) -> str:
    return json.dumps([[state.item.hex(), state.imported, state.code] for state in states], separators=(",", ":"))


def _states(text: str | None) -> tuple[ItemState, ...]:
    return tuple(ItemState(bytes.fromhex(item), imported, code) for item, imported, code in json.loads(text or "[]"))


class Ledger:
    """Remembers streams, partners and keys; fills the ports of the exchange."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._out = unit.tables["stream_out"]
        self._in = unit.tables["stream_in"]
        self._partner = unit.tables["partner"]

    # keys -----------------------------------------------------------------

    def secret(self, name: str) -> bytes | None:
        """Return a kept secret."""
        with self._unit.join() as conn:
            return self._unit.store.working.get_secret(conn, name)

    def keep_secrets(self, secrets_by_name: dict[str, bytes]) -> None:
        """Keep secrets, all or none."""
        with self._unit.join() as conn:
            for name, value in secrets_by_name.items():
                self._unit.store.working.put_secret(conn, name, value)

    def incarnation(self) -> bytes:
        """Return the id of this life of the vault, made at the first call."""
        found = self.secret(INCARNATION)
        if found is None:
            found = secrets.token_bytes(16)
            self.keep_secrets({INCARNATION: found})
        return found

    # partners -------------------------------------------------------------

    def partners(self) -> tuple[PartnerRow, ...]:
        """Return everybody enrolled, by label."""
        with self._unit.join() as conn:
            found = conn.execute(sa.select(self._partner).order_by(self._partner.c.label)).mappings().all()
        return tuple(PartnerRow(**(dict(row) | {"revoked": bool(row["revoked"])})) for row in found)

    def partner_by_key_id(self, key_id: bytes) -> PartnerRow | None:
        """Return the partner whose signing key has this id."""
        return next((row for row in self.partners() if row.key_id == key_id), None)

    def partner_named(self, short_name: str) -> PartnerRow:
        """Return a partner by short name; raises UserProblem(partner.unknown)."""
        wanted = short_name.strip().casefold()
        for row in self.partners():
            if row.short_name.casefold() == wanted:
                return row
        raise UserProblem("partner.unknown", name=short_name.strip())

    def keep_partner(self, row: PartnerRow) -> None:
        """Enter a partner or renew the entry; raises UserProblem(partner.name_taken) for another's short name."""
        for other in self.partners():
            if other.short_name.casefold() == row.short_name.casefold() and other.fingerprint != row.fingerprint:
                raise UserProblem("partner.name_taken", name=row.short_name)
        with self._unit.join() as conn:
            conn.execute(sa.insert(self._partner).prefix_with("OR REPLACE"), asdict(row))

    # outgoing -------------------------------------------------------------

    def outgoing(self, partner: bytes) -> Outgoing:
        """Return the state of our stream to a partner."""
        incarnation = self.incarnation()
        with self._unit.join() as conn:
            rows = conn.execute(self._stream(partner, incarnation).order_by(self._out.c.seq)).all()
        last = Head(rows[-1].seq, rows[-1].hash) if rows else None
        acked = [Head(row.seq, row.hash) for row in rows if row.acked_at is not None]
        return Outgoing(incarnation, last, acked[-1] if acked else None)

    def _stream(self, partner: bytes, incarnation: bytes) -> sa.Select[tuple[object, ...]]:
        return sa.select(self._out).where(self._out.c.partner == partner, self._out.c.incarnation == incarnation)

    def sent(self, partner: bytes, seq: int) -> bytes | None:
        """Return the manifest hash of a bundle we wrote in the present incarnation."""
        query = self._stream(partner, self.incarnation()).where(self._out.c.seq == seq)
        with self._unit.join() as conn:
            row = conn.execute(query).first()
        return None if row is None else bytes(row.hash)

    def record_sent(self, partner: bytes, head: Head) -> None:
        """Remember durably that a number is used."""
        row = {"partner": partner, "incarnation": self.incarnation(), "seq": head.seq, "hash": head.hash}
        with self._unit.join() as conn:
            conn.execute(sa.insert(self._out), row | {"at": self._unit.now})

    def record_acknowledged(self, partner: bytes, head: Head) -> None:
        """Remember that everything up to a bundle arrived."""
        table = self._out
        mine = (table.c.partner == partner, table.c.incarnation == self.incarnation())
        still_open = (table.c.seq <= head.seq, table.c.acked_at.is_(None))
        with self._unit.join() as conn:
            conn.execute(sa.update(table).where(*mine, *still_open).values(acked_at=self._unit.now))

    def sent_to(self, partner: bytes) -> tuple[Sent, ...]:
        """Return every bundle written to a partner in this life of the vault, newest first."""
        query = self._stream(partner, self.incarnation()).order_by(self._out.c.seq.desc())
        with self._unit.join() as conn:
            rows = conn.execute(query).all()
        return tuple(Sent(seq=row.seq, at=row.at, acked_at=row.acked_at) for row in rows)

    # incoming -------------------------------------------------------------

    def received(self, partner: bytes, incarnation: bytes, seq: int) -> Known | None:
        """Return a bundle taken in under this number, None if none was."""
        table = self._in
        query = sa.select(table.c.hash, table.c.previous).where(
            table.c.partner == partner, table.c.incarnation == incarnation, table.c.seq == seq
        )
        with self._unit.join() as conn:
            row = conn.execute(query).first()
        return None if row is None else Known(row.hash, row.previous)

    def last_received(self, partner: bytes, incarnation: bytes) -> Head | None:
        """Return the bundle with the highest number taken in from one stream."""
        table = self._in
        query = (
            sa.select(table.c.seq, table.c.hash)
            .where(table.c.partner == partner, table.c.incarnation == incarnation)
            .order_by(table.c.seq.desc())
            .limit(1)
        )
        with self._unit.join() as conn:
            row = conn.execute(query).first()
        return None if row is None else Head(row.seq, row.hash)

    def later_lives(self, partner: bytes, incarnation: bytes) -> tuple[bytes, ...]:
        """Return the streams that a sender began after this one, by when each was first taken in; restoring begins one.

        A stream nobody has seen yet is the latest.
        """
        table = self._in
        first = sa.func.min(table.c.at)
        query = sa.select(table.c.incarnation, first).where(table.c.partner == partner).group_by(table.c.incarnation)
        with self._unit.join() as conn:
            began = {row.incarnation: row[1] for row in conn.execute(query)}
        return tuple(life for life, at in began.items() if incarnation in began and at > began[incarnation])

    def record_received(self, partner: bytes, place: StreamHead, previous: bytes | None) -> None:
        """Remember a bundle; called in the transaction that applies it."""
        row = {"partner": partner, "incarnation": place.incarnation, "seq": place.head.seq, "hash": place.head.hash}
        with self._unit.join() as conn:
            conn.execute(sa.insert(self._in), row | {"previous": previous, "at": self._unit.now})

    def remember_answer(self, partner: bytes, manifest_hash: bytes, states: Sequence[ItemState]) -> None:
        """Keep what was answered to a bundle, so that its repetition gets the same answer."""
        self._update_in(partner, manifest_hash, answer=_states_text(states))

    def answer(self, partner: bytes, manifest_hash: bytes) -> tuple[ItemState, ...] | None:
        """Return what was answered to a bundle."""
        table = self._in
        query = sa.select(table.c.answer).where(table.c.partner == partner, table.c.hash == manifest_hash)
        with self._unit.join() as conn:
            row = conn.execute(query).first()
        return None if row is None else _states(row.answer)

    def mark_answered(self, partner: bytes, manifest_hash: bytes, *, answered: bool) -> None:
        """Remember whether the answer to a bundle was written as a receipt."""
        self._update_in(partner, manifest_hash, answered=int(answered))

    def _update_in(self, partner: bytes, manifest_hash: bytes, **values: str | int) -> None:
        table = self._in
        with self._unit.join() as conn:
            conn.execute(
                sa.update(table).where(table.c.partner == partner, table.c.hash == manifest_hash).values(**values)
            )

    def arrived(self, partner: bytes | None = None) -> tuple[Arrived, ...]:
        """Return every bundle taken in, or one partner's, oldest first; only answers that refuse something are read."""
        table = self._in
        refused = sa.case((table.c.answer.like("%,false,%"), table.c.answer), else_=None).label("refused")
        columns = (table.c.partner, table.c.incarnation, table.c.seq, table.c.at, table.c.answered, refused)
        mine = () if partner is None else (table.c.partner == partner,)
        query = sa.select(*columns).where(*mine).order_by(table.c.at, table.c.seq)
        with self._unit.join() as conn:
            rows = conn.execute(query).all()
        return tuple(
            Arrived(
                partner=row.partner,
                incarnation=row.incarnation,
                seq=row.seq,
                at=row.at,
                answered=bool(row.answered),
                codes=tuple(sorted({state.code for state in _states(row.refused) if state.code})),
            )
            for row in rows
        )

    def taken(self) -> tuple[Taken, ...]:
        """Return every bundle taken in, oldest first."""
        with self._unit.join() as conn:
            rows = conn.execute(sa.select(self._in).order_by(self._in.c.at, self._in.c.seq)).all()
        return tuple(
            Taken(
                partner=row.partner,
                place=StreamHead(row.incarnation, Head(row.seq, row.hash)),
                at=row.at,
                states=_states(row.answer),
                answered=bool(row.answered),
            )
            for row in rows
        )
