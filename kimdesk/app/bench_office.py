"""Row of the benchmark about the office: a bundle with a thousand shared cases taken in, against the same rows bare.

Bare is: the same records read from plain JSON and inserted as the same rows, in one transaction on a raw connection to
the same encrypted file; without signature, decryption, staging, judging and answer.
"""

from __future__ import annotations

import gc
import json
import secrets
import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kimdesk.app.bench_rows import Measured, Work, p95, seconds
from kimdesk.base.ids import new_id
from kimdesk.casework import exchange
from kimdesk.casework.desk import Desk
from kimdesk.exchange import seal
from kimdesk.exchange.partners import device_keys, keys_of
from kimdesk.exchange.seal import Parcel
from kimdesk.office.enrolment import enrol
from kimdesk.office.imports import import_bundle
from kimdesk.office.office import NewOffice, Office, create_office
from kimdesk.store.hlc import SHIFT
from kimdesk.store.post import post_of

CASES = 1000
RECORDS_EACH = 4
ROUNDS = 5
IMPORT_RATIO = 5.0
IMPORT_MS = 4000.0
_GIVEN = ("Elena", "Ayşe", "Дарина", "محمد", "Jonas", "Mila")
_LIKE_IMPORTED = """CREATE TABLE bare (n INTEGER PRIMARY KEY, partner BLOB, contents TEXT, item BLOB, incarnation BLOB,
seq INTEGER, first_day TEXT, last_day TEXT, value TEXT, at INTEGER, root BLOB, UNIQUE (partner, contents, item))"""

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sides:
    """A desk let in by an office, and the folder between them."""

    desk: Desk
    office: Office
    stick: Path


@contextmanager
def office_of(desk: Desk) -> Iterator[Sides]:
    """Lend an office that let the desk in and vanishes afterwards."""
    with TemporaryDirectory(prefix="kimdesk-") as place:
        new = NewOffice(
            folder=Path(place) / "amt",
            label="Kreis Musterland",
            short_name=f"messung-{secrets.token_hex(4)}",
            district="05566",
            passphrase=secrets.token_hex(16),
        )
        with create_office(desk.services, new)[0] as office:
            grant, _ = enrol(office, exchange.enrol_request(desk, "Laptop 3"), exchange.own_words(desk))
            exchange.accept_grant(desk, grant, office.words)
            yield Sides(desk, office, Path(place))


def import_row(desk: Desk, cases: int = CASES, rounds: int = ROUNDS) -> Measured:
    """Measure from the file on the stick to the answer kept; the first round warms up."""
    with office_of(desk) as sides:
        pairs = [_round(sides, number, cases) for number in range(rounds + 1)][1:]
    ours, bare = [one for one, _ in pairs], [other for _, other in pairs]
    records = RECORDS_EACH * cases
    return Measured(
        row="office import",
        median_ms=1000 * statistics.median(ours),
        p95_ms=1000 * p95(ours),
        ratio=statistics.median(ours) / statistics.median(bare),
        ratio_limit=IMPORT_RATIO,
        informative_ms=IMPORT_MS,
        note=f"{cases} cases, {records} records, {records / statistics.median(ours):.0f}/s",
    )


def _round(sides: Sides, number: int, cases: int) -> tuple[float, float]:
    """Take in a bundle of new cases, then put the same rows bare; returns the seconds of both."""
    records = [record for _ in range(cases) for record in _case(sides.desk)]
    bundle = _bundle(sides, sides.stick / f"{number}.kimb", records)
    ours = _undisturbed(lambda: import_bundle(sides.office, bundle))
    return ours, _bare(sides.office, json.dumps(records))


def _undisturbed(work: Work) -> float:
    """Return how long work takes while no garbage is collected, which the window does between two pieces of work."""
    gc.collect()
    gc.disable()
    try:
        return seconds(work)
    finally:
        gc.enable()


def _bundle(sides: Sides, path: Path, records: Sequence[Record]) -> Path:
    """Write a bundle as a desk would after as many families agreed."""
    post = post_of(sides.desk.store)
    row = next(each for each in post.ledger.partners() if each.fingerprint == sides.office.fingerprint)
    sender = seal.Desk(device_keys(post.ledger, "desk"), post.ledger, sides.desk.clock)
    seal.write_bundle(Parcel("sync", row.fingerprint, {"named": records}), path, desk=sender, recipients=[keys_of(row)])
    return path


def _case(desk: Desk) -> Iterator[Record]:
    """Yield an invented case of two persons and a goal, every field under one consent."""
    case, consent = new_id(desk.clock).hex(), new_id(desk.clock).hex()
    number = f"KD-2026-{case[-6:]}"

    def shared(kind: str, item: str, **fields: Any) -> Record:
        rows = sorted([name, value, [consent]] for name, value in fields.items())
        about = {"id": item, "revision": f"{desk.clock.now_ms() << SHIFT:016x}", "case": case, "kind": kind}
        return {**about, "purpose": "support", "fields": rows, "until": "2030-12-31"}

    yield shared(
        "case", case, case_number=number, municipality="05566068", phase="planning", first_contact="2026-02-01"
    )
    for place in range(2):
        name = _GIVEN[(int(case[-4:], 16) + place) % len(_GIVEN)]
        yield shared(
            "person", new_id(desk.clock).hex(), case=case, given_name=name, family_name=f"Beispiel {number}",
            birth_date="1991-03", languages=["bg", "tr"], role="mother" if place else "father",
        )  # fmt: skip
    yield shared("goal", new_id(desk.clock).hex(), domain="housing", due="2027-02-26", state="open")


def _bare(office: Office, plain: str) -> float:
    """Read the records and insert them as rows of the form `imported` has, into the same file; returns the seconds."""
    sender, stream = secrets.token_bytes(32), secrets.token_bytes(16)
    connection = office.vault.connect("writer")

    def put() -> None:
        rows = [
            (sender, "named", bytes.fromhex(each["id"]), stream, 1, "", each["until"],
             json.dumps(each, ensure_ascii=False, sort_keys=True), 0, bytes.fromhex(each["case"]))
            for each in json.loads(plain)
        ]  # fmt: skip
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT INTO bare VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        connection.execute("COMMIT")

    try:
        connection.execute(_LIKE_IMPORTED)
        took = _undisturbed(put)
        connection.execute("DROP TABLE bare")
    finally:
        connection.close()
    return took
