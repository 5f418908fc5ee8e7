"""What files tell of who made them, with what, when and where: removed from PDF and office files where that is safe.

Contents stay: text, comments and tracked changes with the names in them. What cannot be done safely is said, and the
file stays out until somebody decides: a signature would break, a video is not taken apart.
"""

from __future__ import annotations

from typing import Final, Literal

from kimdesk.base.errors import UserProblem
from kimdesk.documents import traces_office, traces_pdf
from kimdesk.domain.files import HEIC, PDF, media_type

MOST_BYTES: Final = 64 << 20
"""Larger files are not taken apart in memory."""
Holder = Literal["pdf", "packed", "old_office", "video"]
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RICH_TEXT: Final = b"{\\rtf"
_RECORDINGS: Final = (b"\x1aE\xdf\xa3", b"OggS", b"fLaC", b"ID3", b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", b"\0\0\x01\xba")
"""Matroska, Ogg, FLAC, MP3 with a description, Windows Media, MPEG."""
_RIFF: Final = frozenset({b"AVI ", b"WAVE"})
_PACKETS: Final = ((0, 188), (4, 192))
"""MPEG transport streams, as camcorders record them: where the first packet begins, and how long each is."""
_ATOMS: Final = frozenset({b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip"})


def holder(head: bytes, name: str = "") -> Holder | None:
    """Return what kind of file that holds such traces this is, by its first bytes; None for all others."""
    found = media_type(head, name)
    if found == PDF:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "packed"
    if head.startswith((_OLD_OFFICE, _RICH_TEXT)):
        return "old_office"
    return "video" if found != HEIC and _is_recording(head) else None


def _is_recording(head: bytes) -> bool:
    if head[4:8] in _ATOMS or head.startswith(_RECORDINGS) or (head.startswith(b"RIFF") and head[8:12] in _RIFF):
        return True
    return any(all(head[at + n * size : at + n * size + 1] == b"G" for n in range(4)) for at, size in _PACKETS)


def require_removable(kind: Holder, size: int, *, called_office: bool) -> None:
    """Accept what can be taken apart; raises UserProblem attachment.video_traces, .office_traces, .traces_stay."""
    if kind == "video":
        raise UserProblem("attachment.video_traces")
    if kind == "old_office":
        raise UserProblem("attachment.office_traces")
    if size > MOST_BYTES and (kind == "pdf" or called_office):
        raise UserProblem("attachment.traces_stay")


def without(data: bytes, kind: Holder) -> bytes | None:
    """Return a PDF or office file without its traces, or None where there are none: then it stays as it is.

    Raises UserProblem attachment.signed, .files_inside, and .traces_stay for what is damaged, protected or harmful.
    """
    return traces_pdf.without(data) if kind == "pdf" else traces_office.without(data)
