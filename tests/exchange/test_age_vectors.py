"""The age test kit of C2SP: every vector without armor and passphrase is judged as its author says."""

from __future__ import annotations

import contextlib
import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag

from kimdesk.exchange import age
from kimdesk.exchange.age import Decryptor, decrypt
from kimdesk.exchange.age_keys import AgeError, ClassicIdentity, HybridIdentity, Identity
from tests.faults.tallying import Tally

KIT = Path(__file__).parent / "corpus" / "age-testkit.zip"
OTHER = HybridIdentity(bytes(32)).secret_text()
KINDS = {"success": "", "no match": "no_match", "HMAC failure": "mac"} | {
    f"{part} failure": part for part in ("header", "payload")
}


@dataclass(frozen=True)
class Vector:
    """One vector: what must happen, the plaintext's SHA-256 and the file itself."""

    expect: str
    payload: str
    identities: tuple[str, ...]
    applicable: bool
    body: bytes


def vector_of(raw: bytes) -> Vector:
    head, _, body = raw.partition(b"\n\n")
    pairs = [line.split(": ", 1) for line in head.decode().splitlines()]
    fields = dict(pairs)
    if fields.get("compressed") == "zlib":
        body = zlib.decompress(body)
    skipped = "armored" in fields or "passphrase" in fields
    identities = tuple(value for key, value in pairs if key == "identity")
    return Vector(fields["expect"], fields.get("payload", ""), identities, not skipped, body)


def vectors() -> dict[str, Vector]:
    with zipfile.ZipFile(KIT) as kit:
        return {name: vector_of(kit.read(name)) for name in kit.namelist()}


VECTORS = {name: vector for name, vector in vectors().items() if vector.applicable}


def identity_of(text: str) -> Identity:
    return HybridIdentity.parse(text) if text.startswith("AGE-SECRET-KEY-PQ-") else ClassicIdentity.parse(text)


def outcome(vector: Vector) -> tuple[str, str]:
    """Open a vector as the reader of bundles does: what refused it, and the hash of what was released."""
    digest = hashlib.sha256()
    try:
        reader = decrypt(io.BytesIO(vector.body), identity_of(vector.identities[0] if vector.identities else OTHER))
        while part := reader.read(50_000):
            digest.update(part)
    except AgeError as refused:
        return refused.kind, digest.hexdigest()
    return "", digest.hexdigest()


def test_the_kit_is_complete() -> None:
    assert len(vectors()) == 143
    assert len(VECTORS) > 80
    assert {vector.expect for vector in VECTORS.values()} == set(KINDS)


def as_said(vector: Vector) -> bool:
    """Tell whether a vector is judged as its author says."""
    kind, digest = outcome(vector)
    return kind == KINDS[vector.expect] and (vector.expect != "success" or digest == vector.payload)


def judged(names: Iterable[str]) -> dict[str, int]:
    """Count how vectors are judged."""
    counts = {"accepted as said": 0, "refused as said": 0, "judged otherwise": 0}
    for name in names:
        said = "accepted" if VECTORS[name].expect == "success" else "refused"
        counts[f"{said} as said" if as_said(VECTORS[name]) else "judged otherwise"] += 1
    return counts


@pytest.mark.parametrize("name", VECTORS)
def test_vector(name: str, tally: Tally) -> None:
    counts = judged([name])
    tally("vectors of the age test kit", counts)
    assert counts["judged otherwise"] == 0, outcome(VECTORS[name])


def careless(self: Decryptor, sealed: bytes) -> bytes:
    """Take whatever does not open for the end of the file."""
    with contextlib.suppress(InvalidTag):
        return self._cipher.decrypt(age._chunk_nonce(self._counter, last=self._done), sealed, None)
    return b""


BROKEN: dict[str, tuple[object, str, object]] = {
    "a reader that skips the header's code": (age.hmac, "compare_digest", lambda *_: True),
    "a reader that takes a torn end for the end": (Decryptor, "_opened", careless),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_careless_reader_is_found_out(how: str, tally: Tally, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(*BROKEN[how])
    counts = judged(VECTORS)
    tally(how, counts, sabotaged=True)
    assert counts["judged otherwise"] > 0


def test_a_file_that_failed_never_looks_like_a_finished_one() -> None:
    vector = VECTORS["stream_bad_tag"]
    reader = decrypt(io.BytesIO(vector.body), identity_of(vector.identities[0]))
    for _ in range(3):
        with pytest.raises(AgeError):
            reader.read(1)
