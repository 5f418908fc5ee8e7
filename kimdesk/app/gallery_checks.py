"""Finds what eyes would complain about: cut-off, overlapping or faint text, targets too small, nameless controls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QTextEdit,
    QWidget,
)

from kimdesk.ui.theme.tokens import contrast
from kimdesk.ui.widgets.paged import CELL_ROLE, Cell
from kimdesk.ui.widgets.tags import tag_width

FAINT = 0.85
"""Antialiasing eats a little contrast of thin strokes: this share of the wanted ratio must be found in pixels."""
SMALLEST_TARGET = 32


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect: what kind, where, and by how much. Texts of the demo caseload may show in it."""

    kind: str
    where: str
    detail: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.where} ({self.detail})"


def check(root: QWidget, picture: QImage, *, wanted_contrast: float = 4.5) -> list[Finding]:
    """Return all defects of a window that was just drawn into a picture (device pixel ratio 1)."""
    texts = [widget for widget in visible(root) if text_of(widget)]
    found = [finding for widget in texts for finding in (*clipped(widget), *outside(widget, root))]
    found += overlapping(texts, root)
    found += [f for w in texts if (f := faint(w, root, picture, wanted_contrast)) is not None]
    found += [f for w in visible(root) if (f := nameless(w) or too_small(w)) is not None]
    found += [finding for table in visible(root) if isinstance(table, QTableView) for finding in cut_tags(table)]
    return found


def cut_tags(table: QTableView) -> Iterator[Finding]:
    """Yield tags in a table whose word is shortened: a state must be read in full."""
    model = table.model()
    for row in range(min(model.rowCount(), 30)):
        for column in range(model.columnCount()):
            cell = model.index(row, column).data(CELL_ROLE)
            if not isinstance(cell, Cell) or not cell.tag or table.isColumnHidden(column):
                continue
            needed = tag_width(cell.text, cell.icon) + 15
            if needed > table.columnWidth(column):
                yield Finding("clipped", f"tag “{cell.text}”", f"needs {needed} px, has {table.columnWidth(column)}")


def visible(root: QWidget) -> Iterator[QWidget]:
    """Yield the widgets one can see, scrolled-away parts included."""
    for child in root.findChildren(QWidget):
        if child.isVisibleTo(root) and child.width() > 0 and child.height() > 0:
            yield child


def text_of(widget: QWidget) -> str:
    """Return the words a widget draws itself, or an empty text."""
    if isinstance(widget, QLabel | QAbstractButton):
        return str(getattr(widget, "body", "") or widget.text())
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def describe(widget: QWidget) -> str:
    """Name a widget for a report."""
    text = text_of(widget)
    return f"{type(widget).__name__} “{text[:40]}{'…' if len(text) > 40 else ''}”"


def clipped(widget: QWidget) -> Iterator[Finding]:
    """Yield what is cut off inside the widget itself."""
    if isinstance(widget, QLabel) and (widget.wordWrap() or widget.textFormat() == Qt.TextFormat.RichText):
        yield from _clipped_paragraph(widget)
    elif widget.property("elides"):
        yield from _too_short(widget)
    elif isinstance(widget, QLabel):
        yield from _smaller(widget, _needs(widget, widget.text()), widget.contentsRect().size())
    elif isinstance(widget, QAbstractButton):
        yield from _smaller(widget, widget.sizeHint(), widget.size())
    elif isinstance(widget, QLineEdit) and not widget.text():
        yield from _smaller(widget, _needs(widget, widget.placeholderText()), _inner(widget))


def _clipped_paragraph(label: QLabel) -> Iterator[Finding]:
    needed = label.heightForWidth(label.width()) if label.hasHeightForWidth() else label.sizeHint().height()
    if needed > label.height() + 1:
        yield Finding("clipped", describe(label), f"needs {needed} px of height, has {label.height()}")
    words = str(getattr(label, "body", "") or label.text()).split()
    longest = max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)
    if longest > label.contentsRect().width() + 1:
        yield Finding("clipped", describe(label), f"a word needs {longest} px, has {label.contentsRect().width()}")


def _too_short(widget: QWidget) -> Iterator[Finding]:
    needed = widget.fontMetrics().horizontalAdvance(text_of(widget)[:5])
    if widget.width() < min(needed, widget.sizeHint().width()):
        yield Finding("clipped", describe(widget), f"less than five letters show in {widget.width()} px")


def _needs(widget: QWidget, text: str) -> QSize:
    metrics = QFontMetrics(widget.font())
    return QSize(metrics.horizontalAdvance(text), metrics.ascent() + metrics.descent() // 2)


def _inner(edit: QLineEdit) -> QSize:
    margins = edit.textMargins()
    return QSize(edit.width() - margins.left() - margins.right() - 16, edit.height())


def _smaller(widget: QWidget, needed: QSize, has: QSize) -> Iterator[Finding]:
    if needed.width() > has.width() + 1:
        yield Finding("clipped", describe(widget), f"needs {needed.width()} px of width, has {has.width()}")
    if needed.height() > has.height() + 1:
        yield Finding("clipped", describe(widget), f"needs {needed.height()} px of height, has {has.height()}")


def outside(widget: QWidget, root: QWidget) -> Iterator[Finding]:
    """Yield where a text sticks out of one of the widgets around it; scrolling reaches the rest of a page."""
    inner, parent = widget, widget.parentWidget()
    while parent is not None and inner is not root:
        if _scrolls(parent):
            return
        place = QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(place):
            yield Finding("outside", describe(widget), f"sticks out of {type(parent).__name__}")
            return
        inner, parent = parent, parent.parentWidget()


def _scrolls(widget: QWidget) -> bool:
    area = widget.parentWidget()
    return isinstance(area, QScrollArea) and area.viewport() is widget


def overlapping(texts: list[QWidget], root: QWidget) -> list[Finding]:
    """Return pairs of texts that lie on each other."""
    places = [(widget, QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())) for widget in texts]
    found = []
    for (one, here), (other, there) in combinations(places, 2):
        shared = here.intersected(there)
        related = one.isAncestorOf(other) or other.isAncestorOf(one)
        if shared.width() > 2 and shared.height() > 2 and not related and _same_ground(one, other):
            found.append(Finding("overlap", describe(one), f"lies on {describe(other)}"))
    return found


def _same_ground(one: QWidget, other: QWidget) -> bool:
    return _ground(one) is _ground(other)


def _ground(widget: QWidget) -> QWidget | None:
    """Return the scroll area a widget is in: what is scrolled away does not lie on what is below."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        parent = parent.parentWidget()
    return parent


def faint(widget: QWidget, root: QWidget, picture: QImage, wanted: float) -> Finding | None:
    """Return a finding where the strongest contrast inside a text's area is too low."""
    seen = widget.visibleRegion().boundingRect()
    area = QRect(widget.mapTo(root, seen.topLeft()), seen.size()).intersected(picture.rect())
    hidden = area.height() < 0.6 * widget.height() or area.width() < 8
    if hidden or not widget.isEnabled() or _password(widget):
        return None
    ratio = strongest_contrast(picture, area)
    if ratio >= wanted * FAINT:
        return None
    return Finding("faint", describe(widget), f"contrast {ratio:.1f}, wanted {wanted}")


def _password(widget: QWidget) -> bool:
    return isinstance(widget, QLineEdit) and widget.echoMode() != QLineEdit.EchoMode.Normal


def strongest_contrast(picture: QImage, area: QRect) -> float:
    """Return the highest contrast between the ground (most frequent colour) of an area and any other colour."""
    part = picture.copy(area).convertToFormat(QImage.Format.Format_RGB32)
    pixels = Counter(memoryview(bytes(part.constBits())).cast("I"))
    colours = [f"#{pixel & 0xFFFFFF:06X}" for pixel, _times in pixels.most_common(64)]
    return max((contrast(colours[0], colour) for colour in colours[1:]), default=1.0)


_NAMED = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox)


def nameless(widget: QWidget) -> Finding | None:
    """Return a finding for a control that a screen reader cannot name."""
    if not isinstance(widget, _NAMED) or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
        return None
    if widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()):
        return None
    return Finding("nameless", type(widget).__name__, widget.objectName() or "no accessible name")


def too_small(widget: QWidget) -> Finding | None:
    """Return a finding for a control that is hard to hit."""
    inside_edit = isinstance(widget.parentWidget(), QLineEdit | QComboBox)
    if not isinstance(widget, _NAMED) or inside_edit or widget.height() >= SMALLEST_TARGET:
        return None
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
        return None
    return Finding("small", describe(widget), f"{widget.height()} px high")


Check = Callable[[QWidget, QImage], list[Finding]]
