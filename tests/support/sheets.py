"""Tables as people bring them: workbooks made in memory, with what goes wrong in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook


def workbook(*rows: Sequence[Any], merged: Iterable[str] = (), name: str = "Familien") -> bytes:
    """Return an XLSX file with one table."""
    book = Workbook()
    table = book.active
    table.title = name
    for row in rows:
        table.append(list(row))
    for block in merged:
        table.merge_cells(block)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """Return a workbook as the bytes of its file."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def rewritten(
    data: bytes, part: str, change: Callable[[bytes], bytes], more: Mapping[str, bytes] | None = None
) -> bytes:
    """Return an XLSX file with one of its parts changed and others added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for each in source.namelist():
            content = source.read(each)
            made.writestr(each, change(content) if each == part else content)
        for each, content in (more or {}).items():
            made.writestr(each, content)
    return target.getvalue()
