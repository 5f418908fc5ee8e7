"""Laws that hold for every input: round trips, flips, cuts, spellings."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
import rfc8785
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kimdesk.base.errors import Untrusted
from kimdesk.exchange import bech32, strict_json
from kimdesk.exchange.age import Encryptor, decrypt
from kimdesk.exchange.age_keys import AgeError, ClassicIdentity, HybridIdentity
from kimdesk.exchange.frames import HEAD, Planned, padded, padding_frames
from kimdesk.exchange.manifest import dump, parse
from kimdesk.exchange.receive import receive_stream
from kimdesk.exchange.seal import plan
from tests.exchange.age_support import IDENTITIES, sealed_age
from tests.exchange.fakes import DESK, OFFICE, START, district, observation

QUICK = settings(max_examples=60, deadline=None)
EDGES = st.sampled_from([0, 1, 65_535, 65_536, 65_537, 131_071, 131_072, 200_000])


@QUICK
@given(EDGES, st.lists(st.integers(1, 70_000), min_size=1, max_size=6), st.sampled_from(IDENTITIES))
def test_age_round_trip_whatever_the_pieces(
    size: int, pieces: list[int], pair: ClassicIdentity | HybridIdentity
) -> None:
    plain = bytes(number % 249 for number in range(size))
    file = BytesIO()
    encryptor = Encryptor(file, [pair.recipient])
    start = 0
    while start < size:
        step = pieces[start % len(pieces)]
        encryptor.write(plain[start : start + step])
        start += step
    encryptor.finish()
    reader = decrypt(BytesIO(file.getvalue()), pair)
    found = b""
    while part := reader.read(pieces[len(found) % len(pieces)]):
        found += part
    assert found == plain


@QUICK
@given(st.data())
def test_a_changed_age_file_gives_a_true_prefix_and_then_an_error(data: st.DataObject) -> None:
    plain = bytes(range(256)) * 700
    sealed = sealed_age(plain, IDENTITIES[1].recipient)
    position = data.draw(st.integers(0, len(sealed) - 1))
    broken = data.draw(st.sampled_from([sealed[:position], sealed[:position] + b"!!" + sealed[position + 1 :]]))
    released: list[bytes] = []
    with pytest.raises(AgeError):
        read_all(broken, released)
    assert plain.startswith(b"".join(released))


def read_all(sealed: bytes, released: list[bytes]) -> None:
    reader = decrypt(BytesIO(sealed), IDENTITIES[1])
    while part := reader.read(10_000):
        released.append(part)


def decoded(text: str) -> tuple[str, bytes] | None:
    try:
        return bech32.decode(text)
    except ValueError:
        return None


@QUICK
@given(st.binary(max_size=300), st.sampled_from(["age", "age1pq", "x"]))
def test_bech32_round_trip_and_typing_errors(raw: bytes, prefix: str) -> None:
    text = bech32.encode(prefix, raw)
    assert bech32.decode(text) == (prefix, raw)
    assert bech32.decode(text.upper()) == (prefix, raw)
    swapped = text[:-1] + ("q" if text[-1] != "q" else "p")
    for wrong in (swapped, text[:-1], "A" + text[1:], text.replace("1", "", 1)):
        assert decoded(wrong) != (prefix, raw)


@QUICK
@given(st.integers(0, 1 << 40))
@example(0)
def test_padding_fills_exactly_and_costs_little(size: int) -> None:
    total = size + HEAD.size
    assert padded(padded(total)) == padded(total) >= total
    assert padded(total) <= total * 1.12 + 2


@QUICK
@given(st.integers(30, 5_000_000))
def test_padding_frames_are_small_and_add_up(size: int) -> None:
    frames: list[Planned] = list(padding_frames(size))
    assert padded(size + sum(frame.size for frame in frames)) == size + sum(frame.size for frame in frames)
    assert all(0 <= frame.length <= 65_536 for frame in frames)
    assert frames


PLAIN_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Mn", "Cf", "Cn", "Co")), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | PLAIN_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PLAIN_TEXT, inner, max_size=3),
    max_leaves=12,
)


@QUICK
@given(VALUES)
def test_json_has_one_spelling(value: strict_json.Json) -> None:
    raw = strict_json.dumps(value)
    assert raw == rfc8785.dumps(value)
    assert strict_json.loads(raw) == value
    assert strict_json.dumps(strict_json.loads(raw)) == raw
    for other in (b" " + raw, raw + b"\n", json.dumps(value, indent=1).encode() + b" "):
        with pytest.raises(strict_json.NotStrict):
            strict_json.loads(other)


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"{", b"nul", b"1.5", b"1.0", b"1e3", b"-0", b"01", b"9007199254740992", b'"\\u0041"', b'{"b":1,"a":2}',
        b'{"a":1,"a":1}', b"[" * 13 + b"]" * 13, b'"\xed\xa0\x80"', b'"\\ud800"', b"\xef\xbb\xbf1", b'"a\x00"', b"NaN",
    ],
)  # fmt: skip
def test_json_refuses(raw: bytes) -> None:
    with pytest.raises(strict_json.NotStrict):
        strict_json.loads(raw)


@QUICK
@given(st.binary(max_size=400))
def test_json_never_fails_otherwise(raw: bytes) -> None:
    try:
        value = strict_json.loads(raw)
    except strict_json.NotStrict:
        return
    assert strict_json.dumps(value) == raw


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_receiver_only_ever_refuses(data: st.DataObject) -> None:
    place = district()
    sealed = district().desk.send(place.sync(observation()), OFFICE.public, nonce=bytes(32))[0]
    start = data.draw(st.integers(0, len(sealed)))
    junk = data.draw(st.binary(max_size=40))
    end = data.draw(st.integers(start, min(len(sealed), start + 60)))
    broken = sealed[:start] + junk + sealed[end:]
    if broken == sealed:
        return
    with pytest.raises(Untrusted):
        receive_stream(BytesIO(broken), place.office.receiver)
    assert place.office.frames.place is None


def test_the_manifest_reads_itself() -> None:
    place = district()
    planned = plan(
        place.sync(observation()),
        sender=DESK.public,
        recipients=[OFFICE.public],
        stream=place.desk.ledger.outgoing(OFFICE.public.fingerprint),
        nonce=bytes(32),
        now=START,
    )
    assert parse(planned.raw) == planned.manifest
    assert dump(parse(planned.raw)) == planned.raw
