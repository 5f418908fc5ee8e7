"""The interface font (Inter) and, behind it, the documents' fonts, so that names in any script show."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from kimdesk.base.resources import resource_root

_SYSTEM = ("Segoe UI", "Noto Sans", "DejaVu Sans", "Arial")


@cache
def load() -> tuple[str, ...]:
    """Register the bundled fonts once and return the families in order of preference."""
    root = resource_root() / "fonts"
    families = [*_register(root / "ui"), *_register(root)]
    first = sorted(set(families), key=lambda family: (family != "Inter", family != "Noto Sans", family))
    return (*first, *(family for family in _SYSTEM if family not in first))


def _register(folder: Path) -> list[str]:
    found: list[str] = []
    if folder.is_dir():
        for file in sorted((*folder.glob("*.ttf"), *folder.glob("*.otf"))):
            handle = QFontDatabase.addApplicationFont(str(file))
            found.extend(QFontDatabase.applicationFontFamilies(handle) if handle >= 0 else ())
    return found


def ui_font(pixels: float, weight: int = 400) -> QFont:
    """Return the interface font in a size in pixels (fractions count) and a weight of 100 to 900."""
    font = QFont(list(load()))
    font.setPointSizeF(points(pixels))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def points(pixels: float) -> float:
    """Return a size in points for a size in pixels on this screen."""
    return pixels * 72 / QGuiApplication.primaryScreen().logicalDotsPerInchY()
