"""Looks for words where they must not be: in files, in what is packed inside of files, in the memory of processes.

A word is looked for as UTF-8 and UTF-16, whatever its case, in base64 at each of its three shifts, and inside of
zlib, gzip and zip data, however deeply packed.
"""

from __future__ import annotations

import base64
import io
import json
import os
import re
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

MOST_UNPACKED = 32 << 20
DEEPEST = 4
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")


@dataclass(frozen=True, slots=True)
class Hit:
    """A word found: which, where, and in what form."""

    word: str
    place: str
    form: str

    def __str__(self) -> str:
        return f"{self.word} in {self.place} as {self.form}"


class Search:
    """Looks for words; they are named by what they stand for, so that no finding repeats them."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._forms = {needle.lower(): (name, form) for name, word in words.items() for form, needle in _forms(word)}
        self.looked_at = 0
        """Bytes looked at, unpacked ones included."""

    def in_bytes(self, data: bytes, place: str, depth: int = 0) -> Iterator[Hit]:
        """Yield what is found in bytes and in what is packed in them."""
        self.looked_at += len(data)
        for name, form in self._words_in(data):
            yield Hit(name, place, f"{form}, packed {depth} deep" if depth else form)
        if depth < DEEPEST:
            for unpacked in _unpacked(data):
                yield from self.in_bytes(unpacked, place, depth + 1)

    def in_folder(self, folder: Path, *, but: Collection[Path] = ()) -> Iterator[Hit]:
        """Yield what is found in the files of a folder, and in their names."""
        for path in sorted(folder.rglob("*")):
            if any(path.is_relative_to(each) for each in but):
                continue
            place = path.relative_to(folder).as_posix()
            yield from self.in_bytes(place.encode(), f"the name of {place}")
            if path.is_file() and not path.is_symlink():
                yield from self.in_bytes(path.read_bytes(), place)

    def in_process(self, pid: int) -> Iterator[Hit]:
        """Yield what is found in a process: its command line, environment, open files and writable memory.

        Raises PermissionError where this user may not look.
        """
        base = Path("/proc", str(pid))
        for name in ("cmdline", "environ", "comm"):
            yield from self.in_bytes((base / name).read_bytes(), name)
        for descriptor in (base / "fd").iterdir():
            yield from self.in_bytes(os.fsencode(os.readlink(descriptor)), "an open file's name")  # noqa: PTH115
        with (base / "mem").open("rb", buffering=0) as memory:
            for start, end in _writable(base / "maps"):
                try:
                    memory.seek(start)
                    data = memory.read(end - start)
                except (OSError, OverflowError):
                    continue
                self.looked_at += len(data)
                yield from (Hit(name, "memory", form) for name, form in self._words_in(data))

    def _words_in(self, data: bytes) -> list[tuple[str, str]]:
        small = data.lower()
        return [told for needle, told in self._forms.items() if needle in small]


def _forms(word: str) -> Iterator[tuple[str, bytes]]:
    texts = {"UTF-8": word.encode(), "UTF-16": word.encode("utf-16-le"), "UTF-16 BE": word.encode("utf-16-be")}
    yield from texts.items()
    if word.lower() != word.upper() and not word.isascii():  # bytes know the case of ASCII letters alone
        yield "UTF-8, small", word.lower().encode()
        yield "UTF-16, small", word.lower().encode("utf-16-le")
    for name, raw in texts.items():
        for shift in range(3):
            yield f"base64 of {name}", _middle_of_base64(raw, shift)
    yield "JSON", json.dumps(word)[1:-1].encode()


def _middle_of_base64(raw: bytes, shift: int) -> bytes:
    """Return the characters that stand for these bytes alone, whatever surrounds them."""
    whole = base64.b64encode(b"\0" * shift + raw)
    first = -(-shift * 8 // 6)
    last = (shift + len(raw)) * 8 // 6
    return whole[first:last]


def _unpacked(data: bytes) -> Iterator[bytes]:
    for match in _ZLIB.finditer(data):
        try:
            unpacked = zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(
                memoryview(data)[match.start() :], MOST_UNPACKED
            )
        except zlib.error:
            continue
        if len(unpacked) > 16:
            yield unpacked
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                yield archive.read(entry)


def _writable(maps: Path) -> Iterable[tuple[int, int]]:
    for line in maps.read_text("ascii", errors="replace").splitlines():
        span, rights, *_ = line.split()
        if rights.startswith("rw") and "[v" not in line:
            start, end = (int(each, 16) for each in span.split("-"))
            yield start, end
