"""A QR code as page code: one path of black squares (ISO/IEC 18004), encoded by ReportLab's own encoder."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

QUIET = 4


def modules(text: str) -> list[list[bool]]:
    """Return the dark and light squares, row by row from the top, with medium error correction."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(text))
    code.make()
    return [[bool(dark) for dark in row] for row in code.modules]


def qr_code(text: str, size: float) -> Callable[[float, float], str]:
    """Return a function of the lower left corner that gives the code's squares, quiet zone included."""
    rows = modules(text)
    step = size / (len(rows) + 2 * QUIET)

    def code(x: float, y: float) -> str:
        parts = ["0 0 0 rg"]
        for k, row in enumerate(rows):
            base = y + size - (k + 1 + QUIET) * step
            for start, length in _stretches(row):
                parts.append(f"{x + (start + QUIET) * step:.3f} {base:.3f} {length * step:.3f} {step:.3f} re")
        return "\n".join([*parts, "f"])

    return code


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
