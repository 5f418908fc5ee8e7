"""A QR code (ISO/IEC 18004) as bars of squares, encoded by ReportLab's own encoder."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

QUIET = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """Dark squares side by side; column and row count from the upper left corner, the quiet zone included."""

    column: int
    row: int
    length: int


@dataclass(frozen=True, slots=True)
class QrDrawing:
    """A code of `side` × `side` squares, the quiet zone included."""

    side: int
    bars: tuple[Bar, ...]


def draw_qr(text: str) -> QrDrawing:
    """Return the drawing of a text, with medium error correction."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(text))
    code.make()
    rows = [[bool(dark) for dark in row] for row in code.modules]
    bars = tuple(
        Bar(start + QUIET, number + QUIET, length)
        for number, row in enumerate(rows)
        for start, length in _stretches(row)
    )
    return QrDrawing(len(rows) + 2 * QUIET, bars)


def _stretches(row: list[bool]) -> list[tuple[int, int]]:
    """Return (start, length) of the dark stretches of a row."""
    found, start = [], -1
    for i, dark in enumerate([*row, False]):
        if dark and start < 0:
            start = i
        elif not dark and start >= 0:
            found.append((start, i - start))
            start = -1
    return found
