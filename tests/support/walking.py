"""Walks through a window with the Tab key alone, and looks at what it meets."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from kimdesk.ui.widgets.tab_order import OwnWay
from tests.support.qt import spoken_name

FAINTEST = 60
"""A ring around the smallest control changes more pixels than these."""


def controls(root: QWidget) -> set[QWidget]:
    """Return everything Tab should reach in a window as it stands."""
    return {
        child
        for child in root.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.isVisible()
        and child.isEnabled()
        and child.focusProxy() is None
        and child.window() is root
    }


def walk(root: QWidget) -> list[QWidget]:
    """Press Tab until something comes a second time; returns what had the focus, in that order."""
    if QApplication.focusWidget() is None:
        next(iter(controls(root))).setFocus()
    met: list[QWidget] = []
    while (current := QApplication.focusWidget()) is not None and current not in met:
        met.append(current)
        QTest.keyClick(current, Qt.Key.Key_Tab)
    return met


def describe(widget: QWidget) -> str:
    """Name a control for a report."""
    return f"{type(widget).__name__} {spoken_name(widget)}"


def against_reading(root: QWidget, way: Sequence[QWidget]) -> list[str]:
    """Return the steps of a way that go up, or back within a line; one of them closes the circle."""
    return [
        f"{describe(one)} → {describe(other)}"
        for one, other in pairwise([*way, way[0]])
        if _goes_back(_place(one, root), _place(other, root)) and not _together(one, other)
    ]


def _goes_back(one: QRect, other: QRect) -> bool:
    above = other.bottom() <= one.top() and other.left() <= one.right()
    before = other.top() < one.bottom() and one.top() < other.bottom() and other.right() <= one.left()
    return above or before


def _place(widget: QWidget, root: QWidget) -> QRect:
    """Return where a widget stands, whatever is scrolled just now."""
    corner, above = widget.mapTo(root, QPoint(0, 0)), widget.parentWidget()
    while above is not None and above is not root:
        if isinstance(above, QScrollArea):
            corner += QPoint(above.horizontalScrollBar().value(), above.verticalScrollBar().value())
        above = above.parentWidget()
    return QRect(corner, widget.size())


def _together(one: QWidget, other: QWidget) -> bool:
    """Tell whether both belong to a part that has a way of its own."""
    above = one.parentWidget()
    while above is not None and not isinstance(above, OwnWay):
        above = above.parentWidget()
    return above is not None and above.isAncestorOf(other)


def without_ring(root: QWidget, way: Sequence[QWidget]) -> list[str]:
    """Return the controls that look the same with and without the focus."""
    blind = []
    for each in way:
        each.setFocus(Qt.FocusReason.TabFocusReason)
        _bring_into_view(each, root)
        place = QRect(each.mapTo(root, QPoint(0, 0)), each.size()).adjusted(-4, -4, 4, 4)
        focused = _pixels(root, place)
        each.clearFocus()
        if sum(map(operator.ne, focused, _pixels(root, place))) < FAINTEST:
            blind.append(describe(each))
    return blind


def _bring_into_view(widget: QWidget, root: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None and above is not root:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def _pixels(root: QWidget, place: QRect) -> memoryview:
    picture = root.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(bytes(picture.constBits())).cast("I")
