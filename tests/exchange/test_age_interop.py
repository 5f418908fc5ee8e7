"""An independent age program reads what we write and writes what we read, hybrid and classic."""

from __future__ import annotations

import subprocess
from io import BytesIO

import pytest

from installer import judges_npm
from kimdesk.exchange.age import decrypt
from kimdesk.exchange.envelope import read_envelope
from kimdesk.exchange.frames import HEAD
from kimdesk.exchange.manifest import parse
from tests.exchange.age_support import IDENTITIES, Pair, sealed_age
from tests.exchange.fakes import OFFICE, district, observation
from tests.support.tree import ROOT

pytestmark = pytest.mark.skipif(
    not judges_npm.ready(), reason="age-encryption is missing: python3 installer/judges_npm.py"
)
SIZES = (0, 65_535, 65_536, 65_537, 300_001)


def judge(verb: str, key: str, data: bytes = b"") -> bytes:
    script = ROOT / "tests" / "exchange" / "age_judge.mjs"
    command = ["node", str(script), str(judges_npm.ENTRY), verb, key]
    return subprocess.run(command, input=data, check=True, capture_output=True, timeout=60).stdout


@pytest.mark.parametrize("pair", IDENTITIES, ids=lambda pair: type(pair).__name__)
@pytest.mark.parametrize("size", SIZES)
def test_the_judge_reads_ours_and_we_read_the_judges(pair: Pair, size: int) -> None:
    plain = bytes(number % 251 for number in range(size))
    assert judge("decrypt", pair.secret_text(), sealed_age(plain, pair.recipient)) == plain
    written = judge("encrypt", str(pair.recipient), plain)
    assert decrypt(BytesIO(written), pair).read(size + 1) == plain


@pytest.mark.parametrize("pair", IDENTITIES, ids=lambda pair: type(pair).__name__)
def test_both_spell_keys_alike(pair: Pair) -> None:
    assert judge("recipient", pair.secret_text()).decode() == str(pair.recipient)


def test_the_judge_opens_a_real_bundle() -> None:
    place = district()
    bundle = place.desk.send(place.sync(observation(description="Grüße, Георги")), OFFICE.public)[0]
    body = b"".join(bundle.splitlines(keepends=True)[4:])  # what `tail -n +5` gives
    assert body == bundle[read_envelope(BytesIO(bundle)).size :]
    plain = judge("decrypt", OFFICE.age.secret_text(), body)
    length, _ = HEAD.unpack(plain[: HEAD.size])
    manifest = parse(plain[HEAD.size : HEAD.size + length])
    assert manifest.contents == ("observations",)
    assert "Grüße, Георги".encode() in plain
