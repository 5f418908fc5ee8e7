"""Frames: the plaintext of a bundle as `u32 length | u8 type | bytes`, in exactly the order its manifest plans.

The reader knows every frame's type and length beforehand, so nothing hostile is ever buffered (FORMAT.md 3).
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, Protocol

from kimdesk.base.errors import Untrusted
from kimdesk.exchange.age_keys import AgeError
from kimdesk.exchange.manifest import MAX_MANIFEST, BatchEntry, BlobEntry, Manifest

HEAD: Final = struct.Struct(">IB")
BLOB_END: Final = struct.Struct(">32sQ")
END: Final = struct.Struct(">IQ")
MAX_PIECE: Final = 65_536


class FrameType(IntEnum):
    """What a frame carries."""

    MANIFEST = 1
    RECORDS = 2
    BLOB_PIECE = 3
    BLOB_END = 4
    PADDING = 8
    END = 9


@dataclass(frozen=True, slots=True)
class Planned:
    """A frame to come."""

    type: FrameType
    length: int

    @property
    def size(self) -> int:
        """Bytes on the wire."""
        return HEAD.size + self.length


def blob_frames(entry: BlobEntry) -> Iterator[Planned]:
    """Yield the frames of one blob: pieces of 64 KiB, the last one shorter, then hash and size."""
    for start in range(0, entry.size, MAX_PIECE):
        yield Planned(FrameType.BLOB_PIECE, min(MAX_PIECE, entry.size - start))
    yield Planned(FrameType.BLOB_END, BLOB_END.size)


def _content_frames(manifest: Manifest) -> Iterator[Planned]:
    for batch in manifest.batches:
        yield Planned(FrameType.RECORDS, batch.size)
    for blob in manifest.blobs:
        yield from blob_frames(blob)


def padded(size: int) -> int:
    """Return the next size of the Padmé scheme: hides a size's low bits, costs at most 12 percent."""
    if size < 2:
        return size
    exponent = size.bit_length() - 1
    low_bits = exponent - exponent.bit_length()
    mask = (1 << low_bits) - 1
    return (size + mask) & ~mask


def padding_frames(size: int) -> Iterator[Planned]:
    """Yield the padding that brings `size` bytes (everything else, end frame included) to a Padmé size."""
    gap = padded(size + HEAD.size) - size
    while gap:
        step = min(gap, HEAD.size + MAX_PIECE)
        if 0 < gap - step < HEAD.size:
            step -= HEAD.size
        yield Planned(FrameType.PADDING, step - HEAD.size)
        gap -= step


@dataclass(frozen=True, slots=True)
class Tally:
    """How many frames there are before the end frame, and their bytes; and the padding among them."""

    count: int
    total: int
    padding: tuple[Planned, ...]


def tally(manifest: Manifest, manifest_size: int) -> Tally:
    """Return what the end frame has to say."""
    count, total = 1, HEAD.size + manifest_size
    for frame in _content_frames(manifest):
        count, total = count + 1, total + frame.size
    padding = tuple(padding_frames(total + HEAD.size + END.size))
    return Tally(count + len(padding), total + sum(frame.size for frame in padding), padding)


class Plaintext(Protocol):
    """What the frames are read from."""

    def read(self, size: int) -> bytes:
        """Return exactly `size` authenticated bytes, fewer only at the end."""
        ...


class FrameReader:
    """Reads planned frames; any other type, length or end is refused."""

    def __init__(self, source: Plaintext) -> None:
        self._source = source

    def _exactly(self, size: int) -> bytes:
        try:
            data = self._source.read(size)
        except AgeError as refused:
            raise Untrusted("bundle.damaged") from refused
        if len(data) != size:
            raise Untrusted("bundle.cut")
        return data

    def manifest(self) -> bytes:
        """Return the manifest's bytes; refused before buffering where it is too long."""
        length, kind = HEAD.unpack(self._exactly(HEAD.size))
        if kind != FrameType.MANIFEST or not 2 <= length <= MAX_MANIFEST:
            raise Untrusted("bundle.frame")
        return self._exactly(length)

    def expect(self, frame: Planned) -> bytes:
        """Return the body of the frame that has to come now."""
        if HEAD.unpack(self._exactly(HEAD.size)) != (frame.length, frame.type):
            raise Untrusted("bundle.frame")
        return self._exactly(frame.length)

    def batch(self, entry: BatchEntry) -> bytes:
        """Return the records' bytes after checking their hash."""
        raw = self.expect(Planned(FrameType.RECORDS, entry.size))
        if hashlib.sha256(raw).digest() != entry.sha256:
            raise Untrusted("bundle.batch_hash")
        return raw

    def blob(self, entry: BlobEntry, take: Callable[[bytes], None]) -> None:
        """Hand a blob over piece by piece; hash and size are checked at its end."""
        digest = hashlib.sha256()
        for frame in blob_frames(entry):
            piece = self.expect(frame)
            if frame.type is FrameType.BLOB_PIECE:
                digest.update(piece)
                take(piece)
        if BLOB_END.unpack(piece) != (digest.digest(), entry.size) or digest.digest() != entry.sha256:
            raise Untrusted("bundle.blob")

    def finish(self, sums: Tally) -> None:
        """Read padding and end frame, and make sure that nothing follows."""
        for frame in sums.padding:
            if self.expect(frame).strip(b"\x00"):
                raise Untrusted("bundle.frame")
        if END.unpack(self.expect(Planned(FrameType.END, END.size))) != (sums.count, sums.total):
            raise Untrusted("bundle.frame")
        try:
            rest = self._source.read(1)
        except AgeError as refused:
            raise Untrusted("bundle.damaged") from refused
        if rest:
            raise Untrusted("bundle.frame")


class Sealer(Protocol):
    """What the frames are written to."""

    def write(self, data: bytes | memoryview) -> None:
        """Take plaintext."""
        ...


def write_frame(target: Sealer, kind: FrameType, body: bytes) -> None:
    """Write one frame."""
    target.write(HEAD.pack(len(body), kind))
    target.write(body)


def write_end(target: Sealer, sums: Tally) -> None:
    """Write padding and end frame."""
    for frame in sums.padding:
        write_frame(target, FrameType.PADDING, bytes(frame.length))
    write_frame(target, FrameType.END, END.pack(sums.count, sums.total))
