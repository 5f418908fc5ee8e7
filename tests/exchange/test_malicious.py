"""Hostile bundles, numbered as in the project's threat list: each is refused with its own word and stages nothing."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from kimdesk.base.errors import KimError, Untrusted, explain
from kimdesk.exchange import strict_json
from kimdesk.exchange.age_keys import ClassicIdentity, Stanza
from kimdesk.exchange.frames import HEAD
from kimdesk.exchange.medium import MAX_FILE
from kimdesk.exchange.minisign import Verifier
from kimdesk.exchange.receive import receive, receive_stream
from tests.exchange.fakes import (
    DESK,
    OFFICE,
    OTHER_DESK,
    OTHER_OFFICE,
    District,
    Vault,
    district,
    observation,
)
from tests.exchange.forge import Forgery
from tests.faults.tallying import Tally

HEX = "0" * 64


def with_keys(**changes: Any) -> Any:
    return lambda value: {**value, **changes}


def records_text(old: str, new: str) -> Any:
    return lambda raw: raw.replace(old.encode(), new.encode(), 1)


def bomb(raw: bytes) -> bytes:
    return b"[" * 100_000 + b"]" * 100_000


def header_changed(old: bytes, new: bytes) -> Any:
    return lambda data: data.replace(old, new, 1)


class Crowd:
    """A recipient that is a stanza of somebody else's making."""

    def __init__(self, *args: str, body: bytes = bytes(32)) -> None:
        self._stanza = Stanza(args, body)

    def wrap(self, file_key: bytes) -> Stanza:
        return self._stanza


class Pretender:
    """Signs in the desk's name with another key."""

    verifier = DESK.verifier

    def sign(self, data: bytes) -> bytes:
        return OTHER_DESK.sign(data)


def low_order(body: bytes) -> bytes:
    """Replace the classic half of the share by the point zero."""
    from kimdesk.exchange.age_keys import decode64, encode64

    head, line, rest = body.split(b"\n", 2)
    kind, share = line.removeprefix(b"-> ").split(b" ")
    broken = encode64(decode64(share.decode())[:-32] + bytes(32)).encode()
    return b"\n".join([head, b"-> " + kind + b" " + broken, rest])


def payload_at(body: bytes) -> int:
    return body.index(b"\n--- ") + 5 + 43 + 1 + 16


LONG = tuple(observation(number, "x" * 15_000) for number in range(12))
NESTED = {"proposal": {"a": {"b": "c"}}}

FORGERIES: dict[str, tuple[Forgery, str]] = {
    "1 empty file": (Forgery(bundle=lambda data: b""), "bundle.empty"),
    "2 one byte": (Forgery(bundle=lambda data: data[:1]), "bundle.not_ours"),
    "4 wrong first line": (Forgery(bundle=lambda data: b"x" + data), "bundle.not_ours"),
    "5 version 2": (Forgery(bundle=header_changed(b"BUNDLE 1", b"BUNDLE 2")), "bundle.version"),
    "6 CRLF lines": (Forgery(bundle=lambda data: data.replace(b"\n", b"\r\n", 4)), "bundle.not_ours"),
    "7 Base64 not canonical": (Forgery(bundle=header_changed(b"==\nage", b"=\nage")), "bundle.envelope"),
    "8 extra line before age": (Forgery(bundle=header_changed(b"age-enc", b"x\nage-enc")), "bundle.altered"),
    "9 comment of 1 MiB": (Forgery(comment=lambda raw: raw[:-1] + b" " * (1 << 20) + b"}"), "bundle.envelope"),
    "10 comment with duplicate keys": (Forgery(comment=lambda raw: b'{"card":"0",' + raw[1:]), "bundle.envelope"),
    "11 unknown key": (Forgery(sender=OTHER_DESK), "bundle.unknown_sender"),
    "13 another's ciphertext": (
        Forgery(author=lambda author: replace(author, signing=OTHER_DESK.verifier), signer=OTHER_DESK),
        "bundle.unknown_sender",
    ),
    "13b signed by somebody else": (Forgery(signer=Pretender()), "bundle.altered"),
    "15 kind edited": (Forgery(author=lambda author: replace(author, kind="receipt")), "bundle.wrong_role"),
    "15b kind edited after signing": (
        Forgery(bundle=header_changed(b'"kind":"sync"', b'"kind":"receipt"')),
        "bundle.wrong_role",
    ),
    "16 armored age": (
        Forgery(age=lambda body: b"-----BEGIN AGE ENCRYPTED FILE-----\n" + body),
        "bundle.age_header",
    ),
    "17 passphrase stanza": (
        Forgery(recipients=[Crowd("scrypt", "ajMFur+EJLGaohv/dLRGnw", "30")]),
        "bundle.age_header",
    ),
    "18 sixty-five stanzas": (
        Forgery(age=lambda body: body.replace(b"v1\n", b"v1\n" + b"-> x\n\n" * 65, 1)),
        "bundle.age_header",
    ),
    "18b header of 1 MiB": (
        Forgery(age=lambda body: body.replace(b"v1\n", b"v1\n-> " + b"x" * (1 << 20) + b"\n\n", 1)),
        "bundle.age_header",
    ),
    "19 not addressed to us": (Forgery(recipients=[OTHER_OFFICE.public.age]), "bundle.not_for_us"),
    "20 classic recipient only": (Forgery(recipients=[ClassicIdentity(bytes(32)).recipient]), "bundle.weak_recipient"),
    "20b classic beside hybrid": (
        Forgery(recipients=[OFFICE.public.age, ClassicIdentity(bytes(32)).recipient]),
        "bundle.weak_recipient",
    ),
    "21 low-order share": (Forgery(age=low_order), "bundle.age_header"),
    "21b share too short": (Forgery(recipients=[Crowd("mlkem768x25519", "AAAA")]), "bundle.age_header"),
    "22 cut at a chunk's edge": (
        Forgery(records=LONG, age=lambda body: body[: payload_at(body) + 65_552]),
        "bundle.damaged",
    ),
    "23 bytes behind the last chunk": (Forgery(age=lambda body: body + b"x"), "bundle.damaged"),
    "24 chunks in another order": (
        Forgery(
            records=LONG,
            age=lambda body: (
                body[: (start := payload_at(body))]
                + body[start + 65_552 : start + 131_104]
                + body[start : start + 65_552]
                + body[start + 131_104 :]
            ),
        ),
        "bundle.damaged",
    ),
    "25 manifest's hash": (
        Forgery(author=lambda author: replace(author, content_hash=bytes(32))),
        "bundle.manifest_hash",
    ),
    "26 inner sender": (Forgery(manifest=with_keys(sender=HEX)), "bundle.other_sender"),
    "26b inner kind": (Forgery(manifest=with_keys(kind="receipt")), "bundle.other_sender"),
    "27 other office": (Forgery(manifest=with_keys(authority=HEX)), "bundle.other_office"),
    "27b we are not listed": (Forgery(manifest=with_keys(recipients=[HEX])), "bundle.not_for_us"),
    "31 base unknown": (
        Forgery(manifest=with_keys(seq=2, prev=HEX, base={"hash": HEX, "seq": 1})),
        "bundle.base_unknown",
    ),
    "31b base in the future": (
        Forgery(manifest=with_keys(seq=2, prev=HEX, base={"hash": HEX, "seq": 2})),
        "bundle.manifest",
    ),
    "32 number 2^63": (
        Forgery(raw_manifest=lambda raw: raw.replace(b'"seq":1', b'"seq":9223372036854775808')),
        "bundle.manifest",
    ),
    "32b number 0": (Forgery(manifest=with_keys(seq=0)), "bundle.manifest"),
    "34 frame of 4 GiB": (
        Forgery(plaintext=lambda plain: HEAD.pack(0xFFFFFFFF, 1) + plain[HEAD.size :]),
        "bundle.frame",
    ),
    "35 frame longer than planned": (
        Forgery(frames=lambda frames: [frames[0], (2, frames[1][1] + b" "), *frames[2:]]),
        "bundle.frame",
    ),
    "36 a crowd of tiny frames": (
        Forgery(frames=lambda frames: [frames[0], *[(2, b"[]")] * 100_000, *frames[1:]]),
        "bundle.frame",
    ),
    "37 manifest of spaces": (Forgery(raw_manifest=lambda raw: b" " * (17 << 20)), "bundle.frame"),
    "37b manifest with spaces": (Forgery(raw_manifest=lambda raw: raw + b" " * 1_000_000), "bundle.manifest"),
    "38 deep manifest": (Forgery(raw_manifest=bomb), "bundle.manifest"),
    "38b deep record": (Forgery(batch=bomb), "bundle.record"),
    "39 NaN": (Forgery(batch=records_text('"2026-06-10"', "NaN")), "bundle.record"),
    "39b Infinity": (Forgery(batch=records_text('"2026-06-10"', "Infinity")), "bundle.record"),
    "39c 1e999": (Forgery(batch=records_text('"2026-06-10"', "1e999")), "bundle.record"),
    "39d a number of 10^5 digits": (Forgery(batch=records_text('"2026-06-10"', "9" * 100_000)), "bundle.record"),
    "40 duplicate keys": (Forgery(batch=records_text('{"date"', '{"date":"2026-01-01","date"')), "bundle.record"),
    "41 lone surrogate": (Forgery(batch=records_text("Kein", "\\ud800")), "bundle.record"),
    "41b NUL": (Forgery(batch=records_text("Kein", "\\u0000")), "bundle.record"),
    "41c override of the direction": (Forgery(batch=records_text("Kein", "\u202e")), "bundle.record"),
    "41d tower of marks": (Forgery(batch=records_text("Kein", "e" + "\u0301" * 5_000)), "bundle.record"),
    "41e not UTF-8": (Forgery(batch=lambda raw: raw.replace(b"Kein", b"\xff\xfe", 1)), "bundle.record"),
    "43 blob announced where none belongs": (
        Forgery(manifest=with_keys(blobs=[{"id": "0" * 32, "sha256": HEX, "size": 1}])),
        "bundle.blob",
    ),
    "44 the same blob twice": (
        Forgery(manifest=with_keys(blobs=[{"id": "0" * 32, "sha256": HEX, "size": 1}] * 2)),
        "bundle.manifest",
    ),
    "46 unknown contents": (
        Forgery(raw_manifest=lambda raw: raw.replace(b'"observations"', b'"gossip"')),
        "bundle.unknown_contents",
    ),
    "46c receipt inside a sync": (
        Forgery(raw_manifest=lambda raw: raw.replace(b'"observations"', b'"receipt"')),
        "bundle.record",
    ),
    "46d unknown field": (Forgery(batch=records_text('{"date"', '{"case":"x","date"')), "bundle.record"),
    "46e __proto__": (Forgery(batch=records_text('[{"', '[{"__proto__":{},"')), "bundle.record"),
    "46f field of another type": (Forgery(batch=records_text('"2026-06-10"', "5")), "bundle.record"),
    "46g the same item twice": (
        Forgery(
            batch=lambda raw: raw[:-1] + b"," + raw[1:],
            manifest=lambda value: {**value, "batches": [{**value["batches"][0], "count": 2}]},
        ),
        "bundle.record",
    ),
    "53 critical feature": (Forgery(manifest=with_keys(critical=["mldsa65"])), "bundle.newer"),
    "54 newer reader needed": (Forgery(manifest=with_keys(min_reader=2)), "bundle.newer"),
    "padding that is not empty": (
        Forgery(frames=lambda frames: [*frames[:-2], (8, b"x" * len(frames[-2][1])), frames[-1]]),
        "bundle.frame",
    ),
    "end frame that lies": (Forgery(frames=lambda frames: [*frames[:-1], (9, bytes(12))]), "bundle.frame"),
    "no end frame": (Forgery(frames=lambda frames: frames[:-1]), "bundle.cut"),
    "something behind the end": (Forgery(frames=lambda frames: [*frames, (2, b"[]")]), "bundle.frame"),
    "batch's hash": (
        Forgery(manifest=lambda value: {**value, "batches": [{**value["batches"][0], "sha256": HEX}]}),
        "bundle.batch_hash",
    ),
}


@pytest.fixture
def place() -> District:
    return district()


def refused(office: Vault, bundle: bytes) -> KimError:
    with pytest.raises(Untrusted) as found:
        receive_stream(BytesIO(bundle), office.receiver)
    return found.value


def test_the_forge_makes_honest_bundles_when_nothing_is_forged(place: District) -> None:
    assert place.office.take(Forgery().make()).status == "new"
    longer = replace(Forgery(), records=LONG)
    place = district()
    assert place.office.take(longer.make()).counts == {"observations": 12}


def judged(names: Iterable[str]) -> tuple[dict[str, int], dict[str, str]]:
    """Receive forged bundles at a fresh office each; count what came of it, and say which went wrong and how."""
    counts = dict.fromkeys(("forged bundles", "refused with their own word", "refused otherwise", "believed"), 0)
    wrong: dict[str, str] = {}
    for name in names:
        place, (forgery, code) = district(), FORGERIES[name]
        counts["forged bundles"] += 1
        try:
            receive_stream(BytesIO(forgery.make()), place.office.receiver)
        except Untrusted as error:
            right = error.code == code and not left_behind(place.office) and worded(error)
            counts["refused with their own word" if right else "refused otherwise"] += 1
            wrong |= {} if right else {name: error.code}
        else:
            counts["believed"] += 1
            wrong[name] = "believed"
    return counts, wrong


def left_behind(office: Vault) -> bool:
    return office.frames.place is not None or bool(office.frames.staged or office.ledger.taken)


def worded(error: KimError) -> bool:
    return all(explain(error, language).next for language in ("de", "en"))


@pytest.mark.parametrize("name", FORGERIES)
def test_hostile_bundle(name: str, tally: Tally) -> None:
    counts, wrong = judged([name])
    tally("forged bundles, one for each threat and its variants", counts)
    assert wrong == {}


BROKEN: dict[str, tuple[object, str, object]] = {
    "a reader that skips the signature": (Verifier, "check", lambda *_: None),
    "a reader that takes every spelling of JSON": (strict_json, "loads", json.loads),
}
SIGNED = ("8 extra line before age", "13b signed by somebody else", "37b manifest with spaces", "40 duplicate keys")


@pytest.mark.parametrize("how", BROKEN)
def test_a_careless_reader_is_found_out(how: str, tally: Tally, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(*BROKEN[how])
    counts, wrong = judged(SIGNED)
    tally(how, counts, sabotaged=True)
    assert "believed" in wrong.values()


def test_12_revoked_and_expired_devices(place: District) -> None:
    bundle = Forgery().make()
    place.office.partners.add(DESK.public, revoked=True)
    assert refused(place.office, bundle).code == "bundle.revoked_sender"
    place.office.partners.add(DESK.public, until=0)
    assert refused(place.office, bundle).code == "bundle.expired_sender"


def test_14_signature_of_a_different_bundle(place: District) -> None:
    one, other = Forgery().make(), Forgery(records=(observation(2),)).make()
    mixed = b"".join(one.splitlines(keepends=True)[:4]) + other[other.index(b"age-encryption") :]
    assert refused(place.office, mixed).code == "bundle.altered"


def test_28_to_30_replay_fork_and_broken_chain(place: District) -> None:
    bundle = Forgery().make()
    assert place.office.take(bundle).status == "new"
    assert place.office.take(bundle).status == "replay"
    assert refused(place.office, Forgery(records=(observation(2),)).make()).code == "bundle.fork"
    broken = Forgery(manifest=with_keys(seq=2, prev=HEX)).make()
    assert refused(place.office, broken).code == "bundle.fork"


def test_49_absurd_clocks_are_flagged(place: District) -> None:
    for number, year in enumerate((0, 4_102_444_800_000)):
        forged = with_keys(created=year, seq=number + 1, prev=HEX if number else None)
        place = district()
        assert place.office.take(Forgery(manifest=forged).make()).clock_suspect


def test_unknown_keys_of_a_newer_manifest_do_no_harm(place: District) -> None:
    assert place.office.take(Forgery(manifest=with_keys(weather="fine")).make()).status == "new"


def test_a_card_that_is_not_the_enrolled_one_is_unknown(place: District) -> None:
    forged = Forgery(author=lambda author: replace(author, card_hash=bytes(32)))
    assert refused(place.office, forged.make()).code == "bundle.unknown_sender"


def test_3_a_sparse_file_of_4_gib_is_refused_unread(place: District, tmp_path: Path) -> None:
    path = tmp_path / "a.kimb"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 4 << 30)
    with pytest.raises(Untrusted, match=r"bundle\.too_large"):
        receive(path, tmp_path, place.office.receiver)
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.kimb"]
    assert MAX_FILE < 4 << 30


def test_56_what_happens_to_the_stick_later_does_not_matter(place: District, tmp_path: Path) -> None:
    path, quarantine = tmp_path / "a.kimb", tmp_path / "q"
    quarantine.mkdir()
    path.write_bytes(Forgery().make())

    class Changing(type(place.office.partners)):  # type: ignore[misc]  # a fake of a fake
        def by_key_id(self, key_id: bytes) -> Any:
            path.write_bytes(b"something else")
            return super().by_key_id(key_id)

    place.office.partners = Changing(place.office.partners.known)
    assert receive(path, quarantine, place.office.receiver).status == "new"


def test_the_depth_check_is_not_fooled_by_strings() -> None:
    text = json.dumps(["[" * 500, '"]' * 500, "\\" * 51], separators=(",", ":")).encode()
    assert strict_json.loads(text) == ["[" * 500, '"]' * 500, "\\" * 51]
    with pytest.raises(strict_json.NotStrict):
        strict_json.loads(b'"' + b'\\"' * 400_000)
