"""Pages of a case that is led elsewhere: everything can be read, nothing is offered that cannot be kept.

Forms are only read there, buttons with a word are gone unless they serve reading, and the rest stands still. Whatever
appears later follows, because each widget asks once it is shown.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QWidget

_CLOSED = "caseClosed"
_ACTS = "acts"
_GONE, _STILL = "gone", "still"


@runtime_checkable
class Follows(Protocol):
    """A widget that becomes read-only by itself."""

    def follow_closed(self) -> None:
        """Let nothing be typed where the page around is closed."""
        ...


class _Pages:
    some = False
    """Whether any page was ever closed: as long as none was, no widget looks for one."""


class _Watch(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            follow(watched)
        return False


_watches: list[_Watch] = []


def close(page: QWidget) -> None:
    """Let a page be read only from now on, with everything on it and everything that comes."""
    _Pages.some = True
    page.setProperty(_CLOSED, True)  # noqa: FBT003 - Qt's way
    for each in page.findChildren(QWidget):
        follow(each)


def is_closed(widget: QWidget) -> bool:
    """Tell whether a widget stands on a page of a case that is led elsewhere; its dialogs do not."""
    each: QWidget | None = widget if _Pages.some else None
    while each is not None and not each.property(_CLOSED):
        each = None if each.isWindow() else each.parentWidget()
    return each is not None


def acts(*buttons: QAbstractButton) -> None:
    """Name buttons that write or give something away."""
    for button in buttons:
        button.setProperty(_ACTS, _GONE)


def reads(*buttons: QAbstractButton) -> None:
    """Name buttons that serve reading and stay."""
    for button in buttons:
        button.setProperty(_ACTS, "")


def omit(*widgets: QWidget) -> None:
    """Let widgets that are no buttons of ours be hidden where the page is closed."""
    _watch(widgets, _GONE)


def still(*widgets: QWidget) -> None:
    """Let widgets that show something be seen but not pressed where the page is closed."""
    _watch(widgets, _STILL)


def _watch(widgets: tuple[QWidget, ...], how: str) -> None:
    if not _watches:
        _watches.append(_Watch())
    for each in widgets:
        each.setProperty(_ACTS, how)
        each.installEventFilter(_watches[0])


def follow(widget: QWidget) -> None:
    """Hide, stop or leave a widget as it was named, if the page around is closed."""
    if not _Pages.some:
        return
    how = widget.property(_ACTS)
    if not (how or isinstance(widget, Follows)) or not is_closed(widget):
        return
    if how == _GONE:
        widget.hide()
    elif how == _STILL:
        widget.setEnabled(False)
    if isinstance(widget, Follows):
        widget.follow_closed()
