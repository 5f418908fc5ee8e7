"""Traces in pictures that lie in other files: whole segments are taken out, no pixel is touched."""

from __future__ import annotations

import io
import struct
from typing import Final

from PIL import Image

_ORIENTATION: Final = 0x0112
_KEPT_SEGMENTS: Final = frozenset({0xE0, 0xE2, 0xEE})
"""JFIF, colour profile, Adobe's colours."""
_KEPT_CHUNKS: Final = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs", b"iCCP"}
)
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_SCAN, _END, _START, _COMMENT = 0xDA, 0xD9, 0xD8, 0xFE
_JPEG_2000: Final = b"\0\0\0\x0cjP  \r\n\x87\n"
_TOLD_BOXES: Final = frozenset({b"xml ", b"uuid", b"uinf", b"jp2i"})
"""XMP, EXIF and rights (ISO/IEC 15444-1, I.7)."""
_POINTING_BOXES: Final = frozenset({b"ftbl", b"flst", b"dtbl", b"cref"})
"""They name places in the file, which must not move then (ISO/IEC 15444-2)."""


def bare(data: bytes) -> bytes:
    """Return a JPEG, PNG or JPEG 2000 without what its camera or program wrote into it; anything else as it is."""
    try:
        if data.startswith(b"\xff\xd8\xff"):
            return _bare_jpeg(data)
        if data.startswith(_PNG):
            return _bare_png(data)
        if data.startswith(_JPEG_2000):
            return _bare_jpeg_2000(data)
    except (ValueError, IndexError, struct.error):
        return data  # what cannot be read is no picture to anybody else either
    return data


def _bare_jpeg(data: bytes) -> bytes:
    parts, at = [data[:2]], 2
    while data[at] == 0xFF and data[at + 1] != _SCAN:
        marker = data[at + 1]
        if marker in {0xFF, 0x01} or _START <= marker <= _END:
            at += 1 if marker == 0xFF else 2
            continue
        (size,) = struct.unpack(">H", data[at + 2 : at + 4])
        segment = data[at : at + 2 + size]
        if len(segment) != 2 + size or size < 2:
            raise ValueError("a segment that ends too early")
        if _stays(marker):
            parts.append(segment)
        at += 2 + size
    return b"".join([*parts[:1], _upright(data), *parts[1:], data[at:]])


def _stays(marker: int) -> bool:
    return marker in _KEPT_SEGMENTS or not (0xE0 <= marker <= 0xEF or marker == _COMMENT)


def _upright(data: bytes) -> bytes:
    """Return a segment that says how the picture is held, where that is not upright; nothing else of it."""
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
            held = image.getexif().get(_ORIENTATION, 1)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        held = 1
    if not isinstance(held, int) or not 2 <= held <= 8:
        return b""
    exif = Image.Exif()
    exif[_ORIENTATION] = held
    body = exif.tobytes()
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _bare_png(data: bytes) -> bytes:
    parts, at = [_PNG], len(_PNG)
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        chunk = data[at : at + 12 + size]
        if len(chunk) != 12 + size:
            raise ValueError("a chunk that ends too early")
        if chunk[4:8] in _KEPT_CHUNKS:
            parts.append(chunk)
        at += 12 + size
    return b"".join(parts)


def _bare_jpeg_2000(data: bytes) -> bytes:
    parts, at, moves = [], 0, False
    while at < len(data):
        size, name = struct.unpack(">I4s", data[at : at + 8])
        if size == 0:
            size = len(data) - at
        elif size == 1:
            (size,) = struct.unpack(">Q", data[at + 8 : at + 16])
        end = at + size
        if end > len(data) or size < 8:
            raise ValueError("a box that ends too early")
        if name not in _TOLD_BOXES:
            parts.append(data[at:end])
        moves = moves or name in _POINTING_BOXES
        at = end
    return data if moves else b"".join(parts)
