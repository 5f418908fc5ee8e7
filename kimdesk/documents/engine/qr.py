"""A QR drawing as page code: one path of black squares."""

from __future__ import annotations

from collections.abc import Callable

from kimdesk.drawings.qr import draw_qr


def qr_code(text: str, size: float) -> Callable[[object, float, float], str]:
    """Return a function of canvas and lower left corner that gives the code's squares, quiet zone included."""
    drawing = draw_qr(text)
    step = size / drawing.side

    def code(_: object, x: float, y: float) -> str:
        parts = ["0 0 0 rg"]
        for bar in drawing.bars:
            base = y + size - (bar.row + 1) * step
            parts.append(f"{x + bar.column * step:.3f} {base:.3f} {bar.length * step:.3f} {step:.3f} re")
        return "\n".join([*parts, "f"])

    return code
