"""The outer form: every flipped bit and every cut is refused; stock minisign agrees."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest

from kimdesk.base.errors import Untrusted
from kimdesk.exchange import minisign
from kimdesk.exchange.envelope import read_envelope
from kimdesk.exchange.minisign import BadSignature, SigningKey, Verifier
from kimdesk.exchange.receive import receive_stream
from kimdesk.exchange.verify import verify_stream
from tests.exchange.fakes import DESK, OFFICE, OTHER_DESK, district, observation


@pytest.fixture(scope="module")
def bundle() -> bytes:
    place = district()
    return place.desk.send(place.sync(observation()), OFFICE.public, nonce=bytes(32))[0]


def code_of(data: bytes) -> str:
    try:
        verify_stream(BytesIO(data))
    except Untrusted as refused:
        return refused.code
    return ""


def test_every_single_flipped_bit_is_refused(bundle: bytes) -> None:
    survivors = []
    for position in range(len(bundle) * 8):
        broken = bytearray(bundle)
        broken[position // 8] ^= 1 << position % 8
        if not code_of(bytes(broken)).startswith("bundle."):
            survivors.append(position)
    assert survivors == []


def test_every_cut_is_refused(bundle: bytes) -> None:
    assert [length for length in range(len(bundle)) if not code_of(bundle[:length])] == []


def test_flips_in_the_four_lines_never_reach_the_receiver(bundle: bytes) -> None:
    place = district()
    for position in range(read_envelope(BytesIO(bundle)).size):
        broken = bytearray(bundle)
        broken[position] ^= 1
        with pytest.raises(Untrusted):
            receive_stream(BytesIO(bytes(broken)), place.office.receiver)
    assert place.office.frames.place is None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda data: b"", "bundle.empty"),
        (lambda data: b"u", "bundle.not_ours"),
        (lambda data: b"PK\x03\x04" + data, "bundle.not_ours"),
        (lambda data: data.replace(b"BUNDLE 1\n", b"BUNDLE 2\n", 1), "bundle.version"),
        (lambda data: data.replace(b"BUNDLE 1\n", b"BUNDLE 01\n", 1), "bundle.version"),
        (lambda data: data.replace(b"\n", b"\r\n", 4), "bundle.not_ours"),
        (lambda data: data.replace(b"\ntrusted", b"\r\ntrusted", 1), "bundle.envelope"),
        (lambda data: data.replace(b"BUNDLE 1\n", b"GRANT 1\n", 1), "bundle.envelope"),
        (lambda data: data.replace(b'"kind":"sync"', b'"kind":"ack"', 1), "bundle.envelope"),
        (lambda data: data.replace(b'"kind":"sync"', b'"kind":"receipt"', 1), "bundle.altered"),
        (lambda data: data.replace(b"age-encryption", b"\nage-encryption", 1), "bundle.altered"),
        (lambda data: data + b"\n", "bundle.altered"),
        (lambda data: data + data, "bundle.altered"),
    ],
)
def test_what_is_wrong_is_said(bundle: bytes, change: object, code: str) -> None:
    assert code_of(change(bundle)) == code  # type: ignore[operator]  # a lambda of the table


def test_the_body_is_not_read_before_the_comment_is_believed(bundle: bytes) -> None:
    class Watched(BytesIO):
        bodies = 0

        def read(self, size: int | None = -1, /) -> bytes:
            self.bodies += 1
            return super().read(size)

    source = Watched(bundle.replace(b'"v":1}', b'"v":2}', 1))
    with pytest.raises(Untrusted):
        verify_stream(source)
    assert source.bodies == 0


def test_a_signature_of_another_file_does_not_fit(bundle: bytes) -> None:
    place = district()
    other = place.desk.send(place.sync(observation(2)), OFFICE.public)[0]
    size = read_envelope(BytesIO(bundle)).size
    assert code_of(bundle[:size] + other[read_envelope(BytesIO(other)).size :]) == "bundle.altered"


def test_signatures_have_one_spelling() -> None:
    signature = minisign.sign(DESK, bytes(64), b"comment")
    _, head, comment, tail, _ = signature.lines(b"x").split(b"\n")
    assert minisign.parse(head, comment, tail) == signature
    last = bytes([head[-2] + 1]) + head[-1:]
    for wrong in (head[:-1], head + b"=", b" " + head[1:], head[:-2] + last, b"RWQ" + head[3:]):
        with pytest.raises(BadSignature):
            minisign.parse(wrong, comment, tail)
    with pytest.raises(ValueError, match="one line"):
        minisign.sign(DESK, bytes(64), b"two\nlines")
    signature.check_comment(DESK.verifier)
    with pytest.raises(BadSignature):
        signature.check_comment(OTHER_DESK.verifier)
    with pytest.raises(ValueError, match="32 bytes"):
        Verifier(bytes(31))


MINISIGN = shutil.which("minisign")
needs_minisign = pytest.mark.skipif(MINISIGN is None, reason="install minisign (apt install minisign)")


def minisign_says(file: Path, signature: Path, key: str) -> subprocess.CompletedProcess[str]:
    command = [str(MINISIGN), "-V", "-m", str(file), "-x", str(signature), "-P", key]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)


@needs_minisign
def test_stock_minisign_verifies_our_bundles(bundle: bytes, tmp_path: Path) -> None:
    size = read_envelope(BytesIO(bundle)).size
    body, lines = tmp_path / "body.age", tmp_path / "body.minisig"
    body.write_bytes(bundle[size:])
    lines.write_bytes(bundle[:size])
    good = minisign_says(body, lines, str(DESK.verifier))
    assert good.returncode == 0, good.stderr
    assert '"kind":"sync"' in good.stdout
    assert minisign_says(body, lines, str(OTHER_DESK.verifier)).returncode != 0
    body.write_bytes(bundle[size:-1])
    assert minisign_says(body, lines, str(DESK.verifier)).returncode != 0


@needs_minisign
def test_we_read_what_stock_minisign_signs(tmp_path: Path) -> None:
    secret, public, file = tmp_path / "k.sec", tmp_path / "k.pub", tmp_path / "f"
    file.write_bytes(b"Guten Tag")
    for command in (["-G", "-W", "-s", secret, "-p", public], ["-S", "-s", secret, "-m", file, "-t", "gesehen"]):
        subprocess.run([str(MINISIGN), *map(str, command)], check=True, capture_output=True, timeout=30)
    head, comment, tail = (tmp_path / "f.minisig").read_bytes().split(b"\n")[1:4]
    signature = minisign.parse(head, comment, tail)
    import base64
    import hashlib

    key = Verifier(base64.b64decode(public.read_text().splitlines()[1])[10:])
    key.check(signature.over_file, hashlib.blake2b(b"Guten Tag").digest())
    key.check(signature.over_comment, signature.over_file + b"gesehen")
    assert signature.comment == b"gesehen"


def test_a_signing_key_is_its_seed() -> None:
    assert SigningKey(bytes(32)).verifier == SigningKey(bytes(32)).verifier
    assert str(SigningKey(bytes(32)).verifier).startswith("RWQ")
