"""Traces in office files (OOXML, OpenDocument): author, program, times, thumbnails, and those of pictures in them.

Only the parts that describe the file are emptied; every other part is copied byte for byte. Comments, tracked changes
and the names in them are contents and stay. Office files within it, as charts have them, lose theirs too; other files
within it are neither thrown away nor let in unseen.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kimdesk.base.errors import UserProblem
from kimdesk.documents.traces_pictures import bare

MOST_PARTS: Final = 10_000
MOST_UNPACKED: Final = 256 << 20
"""All parts together, those of files within it as well."""
MOST_NESTED: Final = 2
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACROS: Final = "vbaProject.bin"
_HEADER: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = b"http://schemas.openxmlformats.org/"
_EMPTIED: Final[Mapping[str, bytes]] = MappingProxyType(
    {
        "docProps/core.xml": _HEADER
        + b'<cp:coreProperties xmlns:cp="'
        + _OFFICE
        + b'package/2006/metadata/core-properties"/>',
        "docProps/app.xml": _HEADER + b'<Properties xmlns="' + _OFFICE + b'officeDocument/2006/extended-properties"/>',
        "docProps/custom.xml": _HEADER + b'<Properties xmlns="' + _OFFICE + b'officeDocument/2006/custom-properties"/>',
        "meta.xml": _HEADER
        + b'<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        + b' office:version="1.2"><office:meta/></office:document-meta>',
    }
)
_THUMBNAIL: Final = re.compile(r"(docProps|Thumbnails)/thumbnail\.\w+", re.IGNORECASE)
_THUMBNAIL_ENTRIES: Final = (
    re.compile(rb'<Relationship\b[^<>]*\bTarget="/?docProps/thumbnail\.\w+"[^<>]*/>', re.IGNORECASE),
    re.compile(rb'<manifest:file-entry\b[^<>]*"Thumbnails/thumbnail\.\w+"[^<>]*/>', re.IGNORECASE),
)
_LISTS: Final = frozenset({"_rels/.rels", "META-INF/manifest.xml"})
_CORE: Final = "docProps/core.xml"
_PATHS: Final[Mapping[str, tuple[re.Pattern[bytes], bytes]]] = MappingProxyType(
    {
        "xl/workbook.xml": (re.compile(rb"<x15ac:absPath\b[^<>]*/>"), b""),
        "word/_rels/settings.xml.rels": (re.compile(rb'Target="file:[^"<>]*"'), b'Target="Normal.dotm"'),
    }
)
"""Folders on the author's device, which name the account: of the file itself, and of its template."""
_PICTURES: Final = (".jpg", ".jpeg", ".png")
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


def without(data: bytes) -> bytes | None:
    """Return an office file without its traces; None where it has none, or is packed but no office file.

    Raises UserProblem attachment.signed, .files_inside, .traces_stay.
    """
    return _without(data, _Room(MOST_UNPACKED), MOST_NESTED)


@dataclass(slots=True)
class _Room:
    """How many bytes may still be unpacked."""

    left: int


def _without(data: bytes, room: _Room, nested: int) -> bytes | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old:
            names = [each.filename for each in old.infolist()]
            if "[Content_Types].xml" not in names and "mimetype" not in names:
                return None
            if any(each.startswith("_xmlsignatures/") or each.endswith("documentsignatures.xml") for each in names):
                raise UserProblem("attachment.signed")
            _require_harmless(old, room)
            return _copied(old, room, nested)
    except _BROKEN as error:
        raise UserProblem("attachment.traces_stay") from error


def _require_harmless(old: zipfile.ZipFile, room: _Room) -> None:
    """Accept what unpacks within bounds, once each, without a key; raises UserProblem attachment.traces_stay."""
    parts = old.infolist()
    names = {each.filename for each in parts}
    room.left -= sum(each.file_size for each in parts)
    locked = any(each.flag_bits & 0x1 for each in parts)
    if len(parts) > MOST_PARTS or len(names) != len(parts) or room.left < 0 or locked:
        raise UserProblem("attachment.traces_stay")
    if "META-INF/manifest.xml" in names and b"encryption-data" in old.read("META-INF/manifest.xml"):
        raise UserProblem("attachment.traces_stay")


def _copied(old: zipfile.ZipFile, room: _Room, nested: int) -> bytes | None:
    into = io.BytesIO()
    changed = False
    with zipfile.ZipFile(into, "w") as new:
        for part in old.infolist():
            if _THUMBNAIL.fullmatch(part.filename):
                changed = True
                continue
            content = old.read(part)  # no more than it says, or the check sum does not fit
            inner = _file_within(part.filename, content, room, nested)
            cleaned = _cleaned(part.filename, content) if inner is None else inner
            changed = changed or cleaned != content
            entry = zipfile.ZipInfo(part.filename, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = (
                zipfile.ZIP_STORED if part.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
            )
            new.writestr(entry, cleaned)
    return into.getvalue() if changed else None


def _file_within(name: str, content: bytes, room: _Room, nested: int) -> bytes | None:
    """Return a file within the file without its traces; None where a part is none or has none.

    Raises UserProblem attachment.files_inside for what is no office file of today.
    """
    if content.startswith(b"%PDF-") or (content.startswith(_OLD_OFFICE) and not name.endswith(_MACROS)):
        raise UserProblem("attachment.files_inside")
    if not content.startswith(b"PK\x03\x04"):
        return None
    if nested == 0:
        raise UserProblem("attachment.traces_stay")
    return _without(content, room, nested - 1)


def _cleaned(name: str, content: bytes) -> bytes:
    known = _CORE if name.endswith(".psmdcp") else name  # how .NET calls it
    known = "meta.xml" if name.endswith("/meta.xml") else known  # of a chart or a formula
    if known in _EMPTIED:
        return _EMPTIED[known] if content.strip() else content
    if name in _PATHS:
        path, instead = _PATHS[name]
        return path.sub(instead, content)
    if name in _LISTS:
        for entry in _THUMBNAIL_ENTRIES:
            content = entry.sub(b"", content)
        return content
    return bare(content) if name.lower().endswith(_PICTURES) else content
