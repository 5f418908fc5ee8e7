"""What a file is, told from its first bytes: names lie, and nothing is ever opened because of how it is called."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

HEAD: Final = 4096
"""So many bytes tell what a file is."""
UNKNOWN: Final = "application/octet-stream"
PDF: Final = "application/pdf"
HEIC: Final = "image/heic"
JPEG_2000: Final = "image/jp2"
PICTURES: Final = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp", "image/tiff", "image/bmp"})
"""Pictures that can be taken apart and shown."""

_STARTS: Final = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", JPEG_2000),
    (b"\xff\x4f\xff\x51", JPEG_2000),
)
_HEIF: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif", b"avis"})
_PACKED: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ".odt": "application/vnd.oasis.opendocument.text",
        ".ods": "application/vnd.oasis.opendocument.spreadsheet",
        ".odp": "application/vnd.oasis.opendocument.presentation",
    }
)
_SUFFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        PDF: ".pdf",
        "text/plain": ".txt",
        "image/jpeg": ".jpg",
        "image/png": ".png",
        "image/gif": ".gif",
        "image/webp": ".webp",
        "image/tiff": ".tif",
        "image/bmp": ".bmp",
        HEIC: ".heic",
        JPEG_2000: ".jp2",
        **{media_type: suffix for suffix, media_type in _PACKED.items()},
    }
)
_PICTURE_NAMES: Final = (
    ".jpg .jpeg .jpe .png .gif .webp .tif .tiff .bmp .heic .heif .avif .jp2 .j2k .jpf .jpx .jpm .j2c .jxl .psd"
)
_RAW_NAMES: Final = ".dng .nef .nrw .cr2 .cr3 .crw .arw .srf .sr2 .orf .rw2 .raf .pef .srw .3fr .iiq"
_CALLED_PICTURE: Final = frozenset(_PICTURE_NAMES.split())
_CALLED_RAW: Final = frozenset(_RAW_NAMES.split())
"""What cameras write before they make a picture of it; it begins like a TIFF that holds a tiny preview."""
_LONGEST_TITLE: Final = 200


def media_type(head: bytes, name: str = "") -> str:
    """Return what a file is by its first bytes; the name only tells office files from other packed ones."""
    for start, found in _STARTS:
        if head.startswith(start):
            return found
    if head.startswith(b"BM") and head[6:10] == b"\0" * 4:  # two letters alone begin many a text
        return "image/bmp"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF:
        return HEIC
    if b"%PDF-" in head[:1024]:
        return PDF
    suffix = PurePath(name).suffix.lower()
    if head.startswith(b"PK\x03\x04"):
        return _PACKED.get(suffix, UNKNOWN)
    return "text/plain" if suffix == ".txt" and _reads_as_text(head) else UNKNOWN


def is_picture(found: str, name: str) -> bool:
    """Tell whether a file is a picture, or at least says so: nothing may be kept as one without its traces removed."""
    suffix = PurePath(name).suffix.lower()
    return found in PICTURES or found in {HEIC, JPEG_2000} or suffix in _CALLED_PICTURE or suffix in _CALLED_RAW


def can_be_made_anew(found: str, name: str) -> bool:
    """Tell whether a picture can be taken apart without losing what it shows."""
    return found in PICTURES and PurePath(name).suffix.lower() not in _CALLED_RAW


def suffix_of(found: str) -> str:
    """Return the ending a file of this type gets outside; empty for what no other program is handed."""
    return _SUFFIXES.get(found, "")


def title_of(name: str) -> str:
    """Return a file's name as people read it: no path, no signs that turn words around, at most 200 characters."""
    seen = "".join(sign if sign.isprintable() else " " for sign in name.replace("\\", "/").rpartition("/")[2])
    return " ".join(seen.split())[:_LONGEST_TITLE].strip()


def _reads_as_text(head: bytes) -> bool:
    if b"\0" in head:
        return False
    try:
        head[:-4].decode("utf-8") if len(head) >= HEAD else head.decode("utf-8")
    except UnicodeDecodeError as error:
        return len(head) >= HEAD and error.start >= len(head) - 8
    return True
