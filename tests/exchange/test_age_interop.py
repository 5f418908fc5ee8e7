"""An independent age program reads what we write and writes what we read, hybrid and classic."""

from __future__ import annotations

import random
import struct
import subprocess
from collections.abc import Sequence
from io import BytesIO

import pytest
from cryptography.exceptions import InvalidTag

from installer import judges_npm
from kimdesk.exchange import age
from kimdesk.exchange.age import Decryptor, decrypt
from kimdesk.exchange.age_keys import AgeError
from kimdesk.exchange.envelope import read_envelope
from kimdesk.exchange.frames import HEAD
from kimdesk.exchange.manifest import parse
from tests.exchange.age_support import IDENTITIES, Pair, sealed_age
from tests.exchange.fakes import OFFICE, district, observation
from tests.faults.tallying import Tally
from tests.support.tree import ROOT

pytestmark = pytest.mark.skipif(
    not judges_npm.ready(), reason="age-encryption is missing: python3 installer/judges_npm.py"
)
CHUNK = 65_536
EDGES = (0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 300_001)
LENGTH = struct.Struct(">I")


def asked(verb: str, key: str, data: bytes = b"") -> bytes:
    script = ROOT / "tests" / "exchange" / "age_judge.mjs"
    command = ["node", str(script), str(judges_npm.ENTRY), verb, key]
    return subprocess.run(command, input=data, check=True, capture_output=True, timeout=600).stdout


def judge(verb: str, key: str, *texts: bytes) -> list[bytes]:
    """Let the judge encrypt or decrypt each text."""
    answer = BytesIO(asked(verb, key, b"".join(LENGTH.pack(len(text)) + text for text in texts)))
    found = []
    while head := answer.read(LENGTH.size):
        found.append(answer.read(*LENGTH.unpack(head)))
    assert len(found) == len(texts)
    return found


def text_of(size: int) -> bytes:
    return (bytes(range(251)) * (size // 251 + 1))[:size]


def compared(pair: Pair, sizes: Sequence[int]) -> dict[str, int]:
    """Let the judge read ours and read the judge's; count what came back as something else."""
    texts, secret = [text_of(size) for size in sizes], pair.secret_text()
    read = judge("decrypt", secret, *(sealed_age(text, pair.recipient) for text in texts))
    written = judge("encrypt", str(pair.recipient), *texts)
    opened = [ours(each, pair, len(text)) for each, text in zip(written, texts, strict=True)]
    different = sum(each != text for each, text in zip(read + opened, texts + texts, strict=True))
    return {"sizes": len(sizes), "texts of either program read by the other": 2 * len(sizes), "different": different}


def ours(sealed: bytes, pair: Pair, size: int) -> bytes | None:
    try:
        return decrypt(BytesIO(sealed), pair).read(size + 1)
    except AgeError:
        return None


@pytest.mark.parametrize("pair", IDENTITIES, ids=lambda pair: type(pair).__name__)
def test_the_judge_reads_ours_and_we_read_the_judges(pair: Pair, tally: Tally) -> None:
    counts = compared(pair, EDGES)
    tally("edges of chunks, hybrid and classic keys, age-encryption and ours", counts)
    assert counts["different"] == 0


@pytest.mark.slow
@pytest.mark.parametrize("pair", IDENTITIES, ids=lambda pair: type(pair).__name__)
def test_two_hundred_sizes_pass_between_both_programs(pair: Pair, tally: Tally) -> None:
    chance, number = random.Random(tally.seed), tally.portion(200)
    whole = [place * CHUNK for place in range(2, 10)]
    sizes = [*EDGES, *whole, *(chance.randrange(10 * CHUNK) for _ in range(number))][: max(number, len(EDGES))]
    counts = compared(pair, sizes)
    tally("sizes by chance and whole chunks, hybrid and classic keys, age-encryption and ours", counts)
    assert counts["different"] == 0


def mistaken(self: Decryptor, sealed: bytes) -> bytes:
    """Open a chunk as if the mark of the last one stood in front."""
    nonce = age._chunk_nonce(self._counter, last=self._done)
    try:
        return self._cipher.decrypt(nonce[-1:] + nonce[:-1], sealed, None)
    except InvalidTag as refused:
        raise AgeError("payload") from refused


def test_a_reader_that_counts_chunks_otherwise_is_found_out(tally: Tally, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Decryptor, "_opened", mistaken)
    counts = compared(IDENTITIES[0], EDGES)
    tally("a reader that counts chunks otherwise", counts, sabotaged=True)
    assert counts["different"] == len(EDGES)


@pytest.mark.parametrize("pair", IDENTITIES, ids=lambda pair: type(pair).__name__)
def test_both_spell_keys_alike(pair: Pair) -> None:
    assert asked("recipient", pair.secret_text()).decode() == str(pair.recipient)


def test_the_judge_opens_a_real_bundle() -> None:
    place = district()
    bundle = place.desk.send(place.sync(observation(description="Grüße, Георги")), OFFICE.public)[0]
    body = b"".join(bundle.splitlines(keepends=True)[4:])  # what `tail -n +5` gives
    assert body == bundle[read_envelope(BytesIO(bundle)).size :]
    (plain,) = judge("decrypt", OFFICE.age.secret_text(), body)
    length, _ = HEAD.unpack(plain[: HEAD.size])
    manifest = parse(plain[HEAD.size : HEAD.size + length])
    assert manifest.contents == ("observations",)
    assert "Grüße, Георги".encode() in plain
