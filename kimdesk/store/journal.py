"""The journal: every change in order, chained so that tampering shows, redactable so that erasure is possible."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import struct
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import Kind
from kimdesk.domain.values import Value, to_json
from kimdesk.store.tables import Tables

GENESIS = bytes(32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One journal row before it is sealed into the chain."""

    change_id: bytes
    op: str
    kind: str
    record: RecordId
    field: str
    value: str
    hlc: int
    base_hlc: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """On whose behalf a transaction writes."""

    device: bytes
    actor: str
    epoch: int


def value_text(value: Value) -> str:
    """Write one value for the journal."""
    return json.dumps(to_json(value), ensure_ascii=False, separators=(",", ":"))


def record_text(kind: Kind, values: dict[str, Value]) -> str:
    """Write a whole new record for the journal; fields not recorded are left out."""
    recorded = (spec.name for spec in kind.fields if values.get(spec.name) not in {None, "", frozenset()})
    given = {name: to_json(values[name]) for name in recorded}
    return json.dumps(given, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def commitment(salt: bytes, value: str) -> bytes:
    """Return the hash that stands for a value after its redaction."""
    return hashlib.sha256(salt + value.encode()).digest()


def seal(chain_key: bytes, previous: bytes, row: dict[str, object]) -> bytes:
    """Return the mac over a row's fixed columns and the row before it."""
    mac = hmac.new(chain_key, previous, hashlib.sha256)
    for name in (
        "tx",
        "change_id",
        "op",
        "kind",
        "record",
        "field",
        "commitment",
        "hlc",
        "base_hlc",
        "device",
        "actor",
        "epoch",
    ):
        part = _bytes(row[name])
        mac.update(struct.pack(">I", len(part)) + part)
    return mac.digest()


def _bytes(part: object) -> bytes:
    if isinstance(part, bytes):
        return part
    return b"" if part is None else str(part).encode()


def empty(conn: sa.Connection, tables: Tables, record: RecordId) -> None:
    """Take away every value the journal tells of a record; the caller notes in the same transaction that it did."""
    table = tables["journal"]
    told = table.c.op.in_(("create", "set", "add", "remove"))
    conn.execute(sa.update(table).where(table.c.record == record, told).values(value=None, salt=None))


class Journal:
    """Appends to the chain and verifies it."""

    def __init__(self, tables: Tables, chain_key: bytes) -> None:
        self._table = tables["journal"]
        self._key = chain_key

    def head(self, conn: sa.Connection) -> tuple[int, bytes]:
        """Return the last transaction number and the chain's last mac."""
        row = conn.execute(
            sa.select(self._table.c.tx, self._table.c.mac).order_by(self._table.c.n.desc()).limit(1)
        ).first()
        return (row.tx, row.mac) if row else (0, GENESIS)

    def append(self, conn: sa.Connection, author: Author, entries: list[Entry]) -> int:
        """Chain the entries of one transaction; returns its number."""
        last, previous = self.head(conn)
        rows: list[dict[str, object]] = []
        for entry in entries:
            salt = secrets.token_bytes(16)
            row: dict[str, object] = {
                "tx": last + 1,
                "change_id": entry.change_id,
                "op": entry.op,
                "kind": entry.kind,
                "record": entry.record,
                "field": entry.field,
                "value": entry.value,
                "salt": salt,
                "commitment": commitment(salt, entry.value),
                "hlc": entry.hlc,
                "base_hlc": entry.base_hlc,
                "device": author.device,
                "actor": author.actor,
                "epoch": author.epoch,
                "previous": previous,
            }
            previous = seal(self._key, previous, row)
            rows.append({**row, "mac": previous})
        conn.execute(sa.insert(self._table), rows)
        return last + 1

    def broken_rows(self, conn: sa.Connection) -> Iterator[int]:
        """Yield the number of each row whose mac, commitment or place in the chain does not hold.

        So does an emptied row whose record is not noted as redacted further on.
        """
        previous, emptied = GENESIS, defaultdict[bytes, list[int]](list)
        for row in conn.execute(sa.select(self._table).order_by(self._table.c.n)).mappings():
            fields = dict(row)
            intact = fields["previous"] == previous and hmac.compare_digest(
                seal(self._key, previous, fields), fields["mac"]
            )
            if fields["value"] is not None:
                intact = intact and commitment(fields["salt"], fields["value"]) == fields["commitment"]
            else:
                emptied[fields["record"]].append(fields["n"])
            if fields["op"] == "redact":
                emptied.pop(fields["record"], None)
            if not intact:
                yield fields["n"]
            previous = fields["mac"]
        for rows in emptied.values():
            yield from rows
