"""The age v1 file format (C2SP age.md): header, header MAC, payload in authenticated chunks of 64 KiB.

Pure `cryptography` and standard library (with the sibling `age_keys`), so that it can be reviewed and fuzzed alone.
No armor, no passphrases, headers of at most 64 KiB and 64 stanzas; memory stays constant whatever the file's size.
"""

from __future__ import annotations

import hmac
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from kimdesk.exchange.age_keys import (
    FILE_KEY_SIZE,
    AgeError,
    Identity,
    Recipient,
    Stanza,
    decode64,
    derive,
    encode64,
)

CHUNK = 65_536
MAX_HEADER = 65_536
MAX_STANZAS = 64
_TAG = 16
_NONCE = 16
_COLUMNS = 64
_VERSION = b"age-encryption.org/v1\n"
_END = b"---"
_ARGUMENTS = re.compile(rb"-> ([\x21-\x7e]+(?: [\x21-\x7e]+)*)\n\Z")
_BODY_LINE = re.compile(rb"[A-Za-z0-9+/]{0,64}\n\Z")


class Source(Protocol):
    """What is read from: a binary file or anything like one."""

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes, fewer only at the end or where a pipe gives fewer."""
        ...

    def readline(self, size: int, /) -> bytes:
        """Return bytes up to and with the next line feed, at most `size`."""
        ...


class Target(Protocol):
    """What is written to."""

    def write(self, data: memoryview, /) -> object:
        """Take all bytes; the buffer may be reused afterwards."""
        ...


@dataclass(frozen=True, slots=True)
class Header:
    """A header that follows the grammar; nothing in it is authentic before `open_key`."""

    stanzas: tuple[Stanza, ...]
    covered: bytes
    mac: bytes


def _stanza_lines(stanza: Stanza) -> bytes:
    body = encode64(stanza.body)
    rows = [body[start : start + _COLUMNS] for start in range(0, len(body) + 1, _COLUMNS)]
    return "\n".join(["-> " + " ".join(stanza.args), *rows, ""]).encode("ascii")


def _mac(file_key: bytes, covered: bytes) -> bytes:
    return hmac.digest(derive(file_key, salt=b"", info=b"header"), covered, "sha256")


def write_header(file_key: bytes, recipients: Sequence[Recipient]) -> bytes:
    """Return the header that wraps a file key for every recipient; raises ValueError without any."""
    if not 1 <= len(recipients) <= MAX_STANZAS:
        raise ValueError("one to 64 recipients")
    stanzas = (_stanza_lines(recipient.wrap(file_key)) for recipient in recipients)
    covered = _VERSION + b"".join(stanzas) + _END
    return covered + b" " + encode64(_mac(file_key, covered)).encode("ascii") + b"\n"


class _HeaderLines:
    """The header's lines, counted against the limit and kept for the MAC."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.seen = bytearray()

    def next(self) -> bytes:
        line = self._source.readline(MAX_HEADER - len(self.seen) + 1)
        self.seen += line
        if not line.endswith(b"\n") or len(self.seen) > MAX_HEADER:
            raise AgeError("header")
        return line


def _read_body(lines: _HeaderLines) -> bytes:
    text = ""
    while True:
        line = lines.next()
        if not _BODY_LINE.match(line):
            raise AgeError("header")
        text += line[:-1].decode("ascii")
        if len(line) <= _COLUMNS:
            return decode64(text)


def _read_mac(line: bytes) -> bytes:
    head, space, text = line[:-1].partition(b" ")
    if head != _END or not space or not text.isascii():
        raise AgeError("header")
    mac = decode64(text.decode("ascii"))
    if len(mac) != 32:
        raise AgeError("header")
    return mac


def read_header(source: Source) -> Header:
    """Return the header at the source's position, which moves to the payload; raises AgeError("header")."""
    lines = _HeaderLines(source)
    if lines.next() != _VERSION:
        raise AgeError("header")
    stanzas: list[Stanza] = []
    while (line := lines.next())[:3] != _END:
        found = _ARGUMENTS.match(line)
        if not found or len(stanzas) == MAX_STANZAS:
            raise AgeError("header")
        stanzas.append(Stanza(tuple(found[1].decode("ascii").split(" ")), _read_body(lines)))
    if not stanzas or any(stanza.args[0] == "scrypt" for stanza in stanzas):
        raise AgeError("header")
    covered = bytes(lines.seen[: len(lines.seen) - len(line) + len(_END)])
    return Header(tuple(stanzas), covered, _read_mac(line))


def open_key(header: Header, identity: Identity) -> bytes:
    """Return the 16-byte file key after checking the header's MAC; raises AgeError "header", "no_match" or "mac"."""
    keys = [key for stanza in header.stanzas if (key := identity.unwrap(stanza)) is not None]
    if not keys:
        raise AgeError("no_match")
    if len(keys[0]) != FILE_KEY_SIZE or not hmac.compare_digest(_mac(keys[0], header.covered), header.mac):
        raise AgeError("mac")
    return keys[0]


def _payload_cipher(file_key: bytes, nonce: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(derive(file_key, salt=nonce, info=b"payload"))


def _chunk_nonce(counter: int, *, last: bool) -> bytes:
    return counter.to_bytes(11, "big") + (b"\x01" if last else b"\x00")


class Encryptor:
    """Writes one age file: `write` any number of times, then `finish` exactly once."""

    def __init__(self, target: Target, recipients: Sequence[Recipient]) -> None:
        file_key, nonce = os.urandom(FILE_KEY_SIZE), os.urandom(_NONCE)
        self._target = target
        self._cipher = _payload_cipher(file_key, nonce)
        self._plain = memoryview(bytearray(CHUNK))
        self._sealed = memoryview(bytearray(CHUNK + _TAG))
        self._filled = 0
        self._counter = 0
        target.write(memoryview(write_header(file_key, recipients) + nonce))

    def write(self, data: bytes | memoryview) -> None:
        """Take some plaintext; a full chunk is written once it is known not to be the last."""
        view = memoryview(data)
        while view:
            if self._filled == CHUNK:
                self._flush(last=False)
            step = min(CHUNK - self._filled, len(view))
            self._plain[self._filled : self._filled + step] = view[:step]
            self._filled += step
            view = view[step:]

    def finish(self) -> None:
        """Write the last chunk, empty only if the whole payload is."""
        self._flush(last=True)

    def _flush(self, *, last: bool) -> None:
        nonce = _chunk_nonce(self._counter, last=last)
        size = self._filled + _TAG
        self._cipher.encrypt_into(nonce, self._plain[: self._filled], None, self._sealed[:size])
        self._target.write(self._sealed[:size])
        self._counter += 1
        self._filled = 0


class Decryptor:
    """Reads the plaintext of one age file; hands out authenticated bytes only and refuses a cut file."""

    def __init__(self, source: Source, file_key: bytes) -> None:
        """Start at the payload, behind the header; raises AgeError("header") where even the nonce is missing."""
        self._source = source
        nonce = self._take(_NONCE)
        if len(nonce) != _NONCE:
            raise AgeError("header")
        self._cipher = _payload_cipher(file_key, nonce)
        self._ahead = self._take(CHUNK + _TAG)
        self._plain = memoryview(b"")
        self._counter = 0
        self._done = False
        self._broken = False

    def read(self, size: int) -> bytes:
        """Return exactly `size` bytes, fewer only at the authenticated end; raises AgeError("payload"), then always."""
        if self._broken:
            raise AgeError("payload")
        parts: list[bytes | memoryview] = []
        while size > 0:
            if not self._plain and not self._refill():
                break
            part = self._plain[:size]
            self._plain = self._plain[len(part) :]
            size -= len(part)
            parts.append(part)
        return bytes(parts[0]) if len(parts) == 1 else b"".join(parts)

    def _take(self, size: int) -> bytes:
        """Return `size` bytes, fewer only at the end of the file."""
        data = self._source.read(size)
        while 0 < len(data) < size and (more := self._source.read(size - len(data))):
            data += more
        return data

    def _refill(self) -> bool:
        if self._done:
            return False
        sealed, self._ahead = self._ahead, self._take(CHUNK + _TAG)
        self._done = not self._ahead
        self._plain = memoryview(self._opened(sealed))
        self._counter += 1
        return bool(self._plain)

    def _opened(self, sealed: bytes) -> bytes:
        nonce = _chunk_nonce(self._counter, last=self._done)
        try:
            plain = self._cipher.decrypt(nonce, sealed, None)
        except InvalidTag:
            plain = b""
            self._broken = True
        self._broken |= not plain and self._counter > 0
        if self._broken:
            raise AgeError("payload")
        return plain


def decrypt(source: Source, identity: Identity) -> Decryptor:
    """Return a reader of the plaintext of an age file; raises AgeError."""
    header = read_header(source)
    return Decryptor(source, open_key(header, identity))
