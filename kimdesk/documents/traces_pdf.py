"""Traces in PDF files: who wrote it, with what and when, XMP, thumbnails, and what cameras left in the pictures.

Pages stay as they are. Nothing is done to a signed or protected file: a changed byte breaks a signature. Files put into
it are contents with traces of their own; they are neither thrown away nor let in unseen.
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
_DEEPEST: Final = 60
"""Dictionaries within dictionaries; real files have a handful."""
_BROKEN: Final = (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError, RuntimeError, MemoryError)


def without(data: bytes) -> bytes | None:
    """Return a PDF without its traces; None where it has none.

    Raises UserProblem attachment.signed, attachment.files_inside, and attachment.traces_stay for what is damaged,
    protected or made to harm.
    """
    _require_harmless(data)
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if pdf.is_encrypted:
                raise UserProblem("attachment.traces_stay")
            if _is_signed(pdf):
                raise UserProblem("attachment.signed")
            if _holds_files(pdf):
                raise UserProblem("attachment.files_inside")
            if not _strip(pdf) and not _has_former_states(data):
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


def _holds_files(pdf: pikepdf.Pdf) -> bool:
    """Tell whether other files lie in it: attached to it, a page or a note, or played in it (ISO 32000-2, 7.11.4)."""
    return "/Collection" in pdf.Root or any(
        "/EF" in each or _kind(each, "/Type") == "/EmbeddedFile" for each in _parts(pdf)
    )


def _has_former_states(data: bytes) -> bool:
    """Tell whether former states of the file still stand in it, as programs leave them that only append."""
    return data.count(b"startxref") > 1 or not data.rstrip(b"\0\r\n\t ").endswith(b"%%EOF")


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
    if packed not in ([pikepdf.Name.DCTDecode], [pikepdf.Name.JPXDecode]):
        return False
    old = image.read_raw_bytes()
    new = bare(old)
    if new == old:
        return False
    image.write(new, filter=packed[0], decode_parms=image.get("/DecodeParms"))
    return True


def _parts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield every dictionary and stream of the file, also those that stand within others."""
    for part in pdf.objects:
        yield from _within(part, _DEEPEST)


def _within(part: Any, deepest: int) -> Iterator[Any]:
    """Yield a dictionary and those in it; what it points to is an object of its own. Raises ValueError too deep."""
    if not isinstance(part, pikepdf.Dictionary | pikepdf.Stream | pikepdf.Array):
        return
    if deepest == 0:
        raise ValueError("too deep")
    if not isinstance(part, pikepdf.Array):
        yield part
    inner = [*part] if isinstance(part, pikepdf.Array) else [value for _name, value in part.items()]
    for each in inner:
        if isinstance(each, pikepdf.Object) and not each.is_indirect:
            yield from _within(each, deepest - 1)


def _kind(part: Any, name: str) -> str:
    value = part.get(name)
    return str(value) if isinstance(value, pikepdf.Name) else ""
