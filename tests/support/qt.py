"""Finds widgets as people do, by their accessible names, and types like a keyboard."""

from __future__ import annotations

from typing import TypeVar, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeyEvent
from PySide6.QtWidgets import QWidget

Widget = TypeVar("Widget", bound=QWidget)
Role = QAccessible.Role
NEED_A_NAME = frozenset(
    {
        Role.EditableText,
        Role.Button,
        Role.CheckBox,
        Role.RadioButton,
        Role.ComboBox,
        Role.List,
        Role.Table,
        Role.Tree,
        Role.ProgressBar,
        Role.SpinBox,
        Role.Slider,
        Role.Dialog,
        Role.PageTab,
    }
)
HOLDS_DATA = frozenset({Role.Table, Role.Tree, Role.List})


def type_text(widget: QWidget, text: str) -> None:
    """Type any characters into a widget; `qtbot.keyClicks` aborts the process on umlauts."""
    widget.setFocus()
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
            QCoreApplication.sendEvent(widget, event)


def spoken_name(widget: QWidget) -> str:
    """Return what a screen reader says for a widget, without shortcut marks."""
    interface = _interface(widget)
    return interface.text(QAccessible.Text.Name).replace("&", "") if interface else ""


def find_by_name(root: QWidget, accessible_name: str, cls: type[Widget]) -> Widget:
    """Return the one visible widget of a class with this name; AssertionError lists what is there."""
    named = [(spoken_name(found), found) for found in _family(root, cls) if found.isVisible()]
    matches = [found for name, found in named if name == accessible_name]
    if len(matches) != 1:
        there = sorted(name for name, _ in named)
        raise AssertionError(f"{len(matches)} {cls.__name__} named {accessible_name!r}; there are {there}")
    return matches[0]


def unnamed(root: QWidget) -> list[str]:
    """Return the visible parts that a screen reader could not name, as role, class and object name."""
    interface = _interface(root)
    found: list[str] = []
    if interface:
        _collect_unnamed(interface, found)
    return found


def _family(root: QWidget, cls: type[Widget]) -> list[Widget]:
    own = [root] if isinstance(root, cls) else []
    return own + root.findChildren(cls)


def _interface(widget: QWidget) -> QAccessibleInterface | None:
    return QAccessible.queryAccessibleInterface(widget)


def _collect_unnamed(interface: QAccessibleInterface, found: list[str]) -> None:
    role = interface.role()
    if interface.state().invisible:
        return
    if role in NEED_A_NAME and not interface.text(QAccessible.Text.Name):
        found.append(_describe(role, interface.object()))
    if role in HOLDS_DATA:
        return
    for index in range(interface.childCount()):
        child = cast("QAccessibleInterface | None", interface.child(index))
        if child is not None:
            _collect_unnamed(child, found)


def _describe(role: QAccessible.Role, part: QObject | None) -> str:
    if part is None:
        return role.name
    return f"{role.name} {part.metaObject().className()} {part.objectName()}".strip()
