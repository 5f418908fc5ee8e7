"""The way of the Tab key: through everything as it is read, also through what came later than its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLayout, QLineEdit, QScrollArea, QWidget


class OwnWay(QWidget):
    """A part in which Tab goes another way than one reads, because one types that way."""

    def way(self) -> Sequence[QWidget]:
        """Return its stops in order."""
        raise NotImplementedError


def follow_reading(root: QWidget) -> None:
    """Let Tab go through a part of the window in the order of its layouts."""
    for one, other in pairwise(_stops(root, only_shown=False)):
        QWidget.setTabOrder(one, other)


def step(root: QWidget, *, forward: bool) -> bool:
    """Put the focus on the next or previous stop of a window as one reads it, and scroll there; False if there is none.

    What is asked is how the window stands now: parts may have come, gone or moved since it was opened.
    """
    stops = [each for each in _stops(root, only_shown=True) if each.isEnabled() and each.focusProxy() is None]
    focus = QApplication.focusWidget()
    if focus not in stops:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    wanted = stops[(stops.index(focus) + (1 if forward else -1)) % len(stops)]
    wanted.setFocus(reason)
    above = wanted.parentWidget()
    while above is not None and above is not root:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(wanted)
        above = above.parentWidget()
    return True


_SORTS: dict[type, str] = {}
"""What matters here about a class of widgets; asking Qt's classes each time would be slow."""


def _sort(kind: type) -> str:
    if kind not in _SORTS:
        sorts = ((QLabel, "words"), (OwnWay, "own"), (QScrollArea, "scrolls"), (QLineEdit, "line"))
        _SORTS[kind] = next((sort for base, sort in sorts if issubclass(kind, base)), "")
    return _SORTS[kind]


def _stops(widget: QWidget, *, only_shown: bool) -> Iterator[QWidget]:
    """Yield what takes the focus, from top to bottom."""
    sort = _sort(type(widget))
    if sort == "words" or (only_shown and not widget.isVisible()):
        return
    if sort == "own":
        yield from widget.way()  # type: ignore[attr-defined] # it is one that has
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if sort == "line":  # a button inside it has no layout
        yield from widget.findChildren(QAbstractButton)
    inside = widget.widget() if sort == "scrolls" else None  # type: ignore[attr-defined] # it is a scroll area
    if inside is not None:
        yield from _stops(inside, only_shown=only_shown)
    layout = widget.layout()
    if layout is not None:
        yield from _inside(widget, layout, only_shown=only_shown)


def _inside(widget: QWidget, layout: QLayout, *, only_shown: bool) -> Iterator[QWidget]:
    """Yield the stops of one layout of a widget in its order.

    The layout is asked where its parts stand, never for its items: PySide keeps an item it handed out, also after Qt
    has deleted it, and takes whatever comes to lie at that address for it (a crash, measured).
    """
    parts = [each for each in (*widget.children(), *layout.children()) if isinstance(each, QWidget | QLayout)]
    placed = sorted(((layout.indexOf(each), at, each) for at, each in enumerate(parts)), key=lambda spot: spot[:2])
    for index, _at, part in placed:
        if index < 0:
            continue
        if isinstance(part, QWidget):
            yield from _stops(part, only_shown=only_shown)
        else:
            yield from _inside(widget, part, only_shown=only_shown)
