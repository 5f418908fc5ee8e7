"""Everything a screen reader could say about the whole program, hidden windows included."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

KINDS = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description, QAccessible.Text.Help)


def everything_spoken() -> str:
    """Return names, values and descriptions of every part of every window, from the root as readers see it."""
    root = QAccessible.queryAccessibleInterface(cast("QApplication", QApplication.instance()))
    return "\n".join(_spoken(root))


def _spoken(part: QAccessibleInterface) -> Iterator[str]:
    yield from (text for kind in KINDS if (text := part.text(kind)))
    for index in range(part.childCount()):
        child = cast("QAccessibleInterface | None", part.child(index))
        if child is not None:
            yield from _spoken(child)
