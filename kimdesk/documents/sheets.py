"""Tables from outside: XLSX and CSV read within bounds. Nothing in them is calculated, followed or trusted."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.cell import range_boundaries

from kimdesk.base.errors import KimError, Untrusted
from kimdesk.base.progress import SILENT, Progress
from kimdesk.domain.views.sheets import Place, Sheet

MOST_BYTES: Final = 50 << 20
MOST_UNPACKED: Final = 200 << 20
MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 100
LONGEST: Final = 20_001
"""Characters kept of a cell: one more than the longest field holds, so that cutting is noticed."""
_MOST_PARTS = 2_000
_MOST_MERGED = 10_000
_HEAD = 64 << 10
_STEP = 500
_ERRORS = frozenset({"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#NV", "#BEZUG!", "#WERT!"})
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DELIMITERS = ";,\t|"


def read_sheets(data: bytes, progress: Progress = SILENT) -> tuple[Sheet, ...]:
    """Return the tables of an XLSX or CSV file that hold something, by what the file is and not what it is called.

    Of each the first 20,000 rows and 100 columns. Raises Untrusted `sheet.unreadable`, `sheet.too_large`,
    `sheet.old_excel`, `sheet.empty`, Cancelled.
    """
    if len(data) > MOST_BYTES:
        raise Untrusted("sheet.too_large")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Untrusted("sheet.old_excel")
    sheets = _workbook(data, progress) if data.startswith(b"PK") else (_text_table(data, progress),)
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    if not filled:
        raise Untrusted("sheet.empty")
    return filled


# XLSX ---------------------------------------------------------------------


def _workbook(data: bytes, progress: Progress) -> tuple[Sheet, ...]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_bombs(archive)
            return _tables(data, archive, progress)
    except KimError:
        raise
    except Exception as error:  # whatever a library meets in a file made elsewhere
        raise Untrusted("sheet.unreadable") from error


def _refuse_bombs(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Untrusted("sheet.too_large")
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            with archive.open(part) as opened:
                if b"<!DOCTYPE" in opened.read(_HEAD):  # no program that writes tables declares entities
                    raise Untrusted("sheet.unreadable")


def _tables(data: bytes, archive: zipfile.ZipFile, progress: Progress) -> tuple[Sheet, ...]:
    shown, parts = _opened(data, data_only=True)
    written = None
    found: list[Sheet] = []
    for name in [table.title for table in shown.worksheets]:
        if name not in parts:
            continue
        with archive.open(parts[name]) as opened:
            source = opened.read()
        rows = _values(shown[name], progress)
        computed: frozenset[Place] = frozenset()
        if _FORMULA.search(source):
            written = written or _opened(data, data_only=False)[0]
            computed = _take_formulas(rows, written[name])
        continued = _fill_merged(rows, source)
        found.append(_sheet(name, rows, computed, continued))
    return tuple(found)


def _opened(data: bytes, *, data_only: bool) -> tuple[Any, dict[str, str]]:
    """Return the workbook, and which part of the file each of its tables is."""
    reader = ExcelReader(io.BytesIO(data), read_only=True, data_only=data_only, keep_links=False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about looks and checks that are of no use here
        reader.read()
        parts = {sheet.name: rel.target for sheet, rel in reader.parser.find_sheets()}
    return reader.wb, parts


def _values(table: Any, progress: Progress) -> list[list[str]]:
    table.reset_dimensions()  # what a file says of its size is not believed
    rows: list[list[str]] = []
    for place, row in enumerate(_bounded(table, values_only=True)):
        if place % _STEP == 0:
            progress.step(place, MOST_ROWS)
        rows.append([_text(value) for value in row])
    return rows


def _bounded(table: Any, *, values_only: bool) -> Iterator[Sequence[Any]]:
    """Yield the rows, one more and one wider than is kept, so that it is noticed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        bounds = {"max_row": MOST_ROWS + 1, "max_col": MOST_COLUMNS + 1}
        yield from table.iter_rows(**bounds, values_only=values_only)


def _take_formulas(rows: list[list[str]], written: Any) -> frozenset[Place]:
    """Note the cells with formulas; one the file holds no result of keeps its own text."""
    written.reset_dimensions()
    found: set[Place] = set()
    for place, (row, cells) in enumerate(zip(rows, _bounded(written, values_only=False), strict=False)):
        for column, cell in enumerate(cells[: len(row)]):
            if cell.data_type == "f":
                found.add((place, column))
                row[column] = row[column] or _text(getattr(cell.value, "text", cell.value))
    return frozenset(found)


def _fill_merged(rows: list[list[str]], source: bytes) -> frozenset[Place]:
    """Give every cell of a merged block the text of its first one; returns those that continue the cell above."""
    continued: set[Place] = set()
    room = MOST_ROWS * MOST_COLUMNS
    for found in islice(_MERGED.finditer(source), _MOST_MERGED):
        left, top, right, bottom = range_boundaries(found[1].decode())
        bottom, right = min(bottom, MOST_ROWS), min(right, MOST_COLUMNS)
        room -= max(0, bottom - top + 1) * max(0, right - left + 1)
        if room < 0:  # honest blocks never overlap
            break
        first = rows[top - 1][left - 1] if top <= len(rows) and left <= len(rows[top - 1]) else ""
        for row in range(top - 1, min(bottom, len(rows))):
            for column in range(left - 1, min(right, len(rows[row]))):
                rows[row][column] = rows[row][column] or first
                if row >= top:
                    continued.add((row, column))
    return frozenset(continued)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value)[:LONGEST].strip()
    return "" if text in _ERRORS else text


# CSV ----------------------------------------------------------------------


def _text_table(data: bytes, progress: Progress) -> Sheet:
    text = _decoded(data)
    if _BINARY.search(text[:_HEAD]):
        raise Untrusted("sheet.unreadable")
    rows: list[list[str]] = []
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text[:_HEAD]))
        for place, row in enumerate(islice(reader, MOST_ROWS + 1)):
            if place % _STEP == 0:
                progress.step(place, MOST_ROWS)
            rows.append([_text(cell) for cell in row[: MOST_COLUMNS + 1]])
    except csv.Error as error:
        raise Untrusted("sheet.unreadable") from error
    return _sheet("", rows, frozenset(), frozenset())


def _decoded(data: bytes) -> str:
    """Read text in whatever encoding a program for tables writes; the last one takes every byte."""
    marks = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
    marked = [name for mark, name in marks if data.startswith(mark)]
    if not marked and b"\0" in data[:4]:
        marked = ["utf-16-le" if data[1:2] == b"\0" else "utf-16-be"]
    for encoding in (*marked, "utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _delimiter(sample: str) -> str:
    """Return what separates the cells: what cuts most lines like the first; the library's guess decides a draw."""
    try:
        guess = csv.Sniffer().sniff(sample[:4096], _DELIMITERS).delimiter
    except csv.Error:
        guess = ""
    return max(_DELIMITERS, key=lambda each: (_alike(sample, each), each == guess))


def _alike(sample: str, delimiter: str) -> int:
    """Count the lines cut into as many cells as the first; none where that is a single one."""
    widths = [len(row) for row in islice(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter), 20) if row]
    return widths.count(widths[0]) if widths and widths[0] > 1 else 0


# both ---------------------------------------------------------------------


def _sheet(name: str, rows: list[list[str]], computed: frozenset[Place], continued: frozenset[Place]) -> Sheet:
    """Leave out what is beyond the bounds, and empty rows and columns at the end."""
    more = any(any(row) for row in rows[MOST_ROWS:]) or any(any(row[MOST_COLUMNS:]) for row in rows)
    kept = [_trimmed(row[:MOST_COLUMNS]) for row in rows[:MOST_ROWS]]
    while kept and not kept[-1]:
        kept.pop()
    return Sheet(name=name, rows=tuple(kept), computed=computed, continued=continued, more=more)


def _trimmed(row: list[str]) -> tuple[str, ...]:
    last = max((place for place, cell in enumerate(row) if cell), default=-1)
    return tuple(row[: last + 1])
