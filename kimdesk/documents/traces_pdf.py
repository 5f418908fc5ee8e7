"""Traces in PDF files: who wrote it, with what and when, XMP, thumbnails, and what cameras left in the pictures.

Pages stay as they are. Nothing is done to a signed or protected file: a changed byte breaks a signature.
"""

from __future__ import annotations

import contextlib
import io
import re
import zlib
from collections.abc import Iterator
from typing import Any, Final

import pikepdf

from kimdesk.base.errors import UserProblem
from kimdesk.documents.traces_pictures import bare

MOST_UNPACKED: Final = 256 << 20
"""All streams together that have to be unpacked before a file can be read at all."""
_INNER: Final = re.compile(rb"/(?:ObjStm|XRef)\b")
_NEAR: Final = 4096
_PIECE: Final = 1 << 16
_DESCRIBING: Final = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb")
_BROKEN: Final = (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError, RuntimeError, MemoryError)


def without(data: bytes) -> bytes | None:
    """Return a PDF without its traces; None where it has none.

    Raises UserProblem attachment.signed, and attachment.traces_stay for what is damaged, protected or made to harm.
    """
    _require_harmless(data)
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if pdf.is_encrypted:
                raise UserProblem("attachment.traces_stay")
            if _is_signed(pdf):
                raise UserProblem("attachment.signed")
            if not _strip(pdf):
                return None
            into = io.BytesIO()
            pdf.save(into, deterministic_id=True, preserve_pdfa=False, fix_metadata_version=False)
            return into.getvalue()
    except _BROKEN as error:
        raise UserProblem("attachment.traces_stay") from error


def _require_harmless(data: bytes) -> None:
    """Accept only what unpacks within bounds before it can be read; raises UserProblem attachment.traces_stay."""
    room, view = MOST_UNPACKED, memoryview(data)
    for found in _INNER.finditer(data):
        start = data.find(b"stream", found.end(), found.end() + _NEAR)
        if start >= 0:
            body = start + len(b"stream") + (2 if data[start + 6 : start + 8] == b"\r\n" else 1)
            room -= _unpacked(view[body:], room)
        if room < 0:
            raise UserProblem("attachment.traces_stay")


def _unpacked(packed: memoryview, most: int) -> int:
    """Return how many bytes a stream unpacks to, or something above `most`."""
    unpacking, size = zlib.decompressobj(), 0
    with contextlib.suppress(zlib.error):  # not packed this way, or not any further
        for at in range(0, len(packed), _PIECE):
            size += len(unpacking.decompress(packed[at : at + _PIECE], most - size + 1))
            if unpacking.eof or size > most:
                break
    return size


def _is_signed(pdf: pikepdf.Pdf) -> bool:
    """Tell whether somebody signed it, or it says which changes a signature or a form's rights allow."""
    root = pdf.Root
    form = root.get("/AcroForm")
    if "/Perms" in root or (isinstance(form, pikepdf.Dictionary) and int(form.get("/SigFlags", 0))):
        return True
    return any(_kind(each, "/Type") == "/Sig" or ("/ByteRange" in each and "/Contents" in each) for each in _parts(pdf))


def _strip(pdf: pikepdf.Pdf) -> bool:
    """Take out every trace and tell whether there was one."""
    changed = _drop_info(pdf)
    for part in _parts(pdf):
        for name in _DESCRIBING:
            if name in part:
                del part[name]
                changed = True
        if isinstance(part, pikepdf.Stream) and _kind(part, "/Subtype") == "/Image":
            changed = _strip_picture(part) or changed
    return changed


def _drop_info(pdf: pikepdf.Pdf) -> bool:
    if "/Info" not in pdf.trailer:
        return False
    told = bool(len(pdf.trailer.Info))
    del pdf.trailer.Info
    return told


def _strip_picture(image: Any) -> bool:
    filters = image.get("/Filter")
    packed = [filters] if isinstance(filters, pikepdf.Name) else list(filters) if filters is not None else []
    if packed != [pikepdf.Name.DCTDecode]:
        return False
    old = image.read_raw_bytes()
    new = bare(old)
    if new == old:
        return False
    image.write(new, filter=pikepdf.Name.DCTDecode, decode_parms=image.get("/DecodeParms"))
    return True


def _parts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield every dictionary and stream of the file."""
    for part in pdf.objects:
        if isinstance(part, pikepdf.Dictionary | pikepdf.Stream):
            yield part


def _kind(part: Any, name: str) -> str:
    value = part.get(name)
    return str(value) if isinstance(value, pikepdf.Name) else ""
