"""Layouts that give way: what has no room beside goes below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from kimdesk.ui.theme import tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.theme.tokens import GRID


class ItemsLayout(QLayout):
    """Keeps items in order; how they are placed at a width is said by `arrange`."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def arrange(self, area: QRect, *, move: bool) -> int:
        """Place the items in an area, or only try; returns the height they need at its width, in pixels."""
        raise NotImplementedError

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Take in an item, as Qt asks for it."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return one item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Take one item out, or return None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the items need at a width."""
        return self.arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:  # noqa: N802
        """Place the items."""
        super().setGeometry(area)
        self.arrange(area, move=True)

    def sizeHint(self) -> QSize:
        """Return the size with everything on one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the size of the widest item: the rest may move below."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size


class FlowLayout(ItemsLayout):
    """Puts widgets side by side and wraps them where the line is full."""

    def __init__(self, *, spacing: int = 2 * GRID) -> None:
        super().__init__()
        self.setSpacing(spacing)
        self.trailing = False

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Ask for no extra room."""
        return Qt.Orientation(0)

    def arrange(self, area: QRect, *, move: bool) -> int:
        """Place the items line by line, each in the middle of its line."""
        y = area.y()
        for line in self._lines(area.width()):
            tallest = max(size.height() for _item, size in line)
            used = sum(size.width() for _item, size in line) + self.spacing() * (len(line) - 1)
            x = area.x() + (max(0, area.width() - used) if self.trailing else 0)
            for item, size in line:
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (tallest - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += tallest + self.spacing()
        return max(0, y - self.spacing() - area.y())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(width, 1), 16_777_215))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if lines and used + self.spacing() + size.width() <= width:
                lines[-1].append((item, size))
                used += self.spacing() + size.width()
            else:
                lines.append([(item, size)])
                used = size.width()
        return lines


class ColumnsLayout(ItemsLayout):
    """Places items side by side by weight; where the room does not do, the last ones move below."""

    def __init__(self, weights: Sequence[int], narrowest: int) -> None:
        super().__init__()
        self.setSpacing(tokens.GAP)
        self._weights = tuple(weights)
        self._narrowest = narrowest

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Use all the width there is."""
        return Qt.Orientation.Horizontal

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the width of the widest column; its height follows the width."""
        return QSize(super().minimumSize().width(), 0)

    def arrange(self, area: QRect, *, move: bool) -> int:
        """Place the columns."""
        least = current().px(self._narrowest) + tokens.GAP
        count = max(1, min(len(self._items), (area.width() + tokens.GAP) // least))
        room = area.width() - tokens.GAP * (count - 1)
        weights = self._weights[:count]
        x, bottoms = area.x(), [area.y()] * count
        for at, item in enumerate(self._items):
            spot = min(at, count - 1)
            if 0 < at == spot:
                x += room * weights[spot - 1] // sum(weights) + tokens.GAP
            width = area.right() + 1 - x if spot == count - 1 else room * weights[spot] // sum(weights)
            top = bottoms[spot] + (tokens.GAP if at > spot else 0)
            height = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            if move:
                item.setGeometry(QRect(x, top, width, height))
            bottoms[spot] = top + height
        return max(bottoms) - area.y()


class ApartLayout(ItemsLayout):
    """Two items: words at the left, what can be done at the right end, or below the words where that is too narrow."""

    def __init__(self, *, spacing: int = 3 * GRID) -> None:
        super().__init__()
        self.setSpacing(spacing)

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Use all the width there is."""
        return Qt.Orientation.Horizontal

    def arrange(self, area: QRect, *, move: bool) -> int:
        """Place both beside each other, each in the middle of the line, or one below the other."""
        words, *rest = self._items
        ends = next((each for each in rest if not each.isEmpty()), None)
        if ends is None:
            return _put(words, area, move=move)
        end = ends.sizeHint()
        left = area.width() - end.width() - self.spacing()
        if words.sizeHint().width() > left:
            top = _put(words, area, move=move)
            below = QRect(area.x(), area.y() + top + 2 * GRID, min(end.width(), area.width()), 0)
            return top + 2 * GRID + _put(ends, below, move=move)
        height = max(_put(words, QRect(0, 0, left, 0), move=False), end.height())
        if move:
            words.setGeometry(QRect(area.x(), area.y(), left, height))
            middle = area.y() + (height - end.height()) // 2
            ends.setGeometry(QRect(QPoint(area.x() + left + self.spacing(), middle), end))
        return height


def _put(item: QLayoutItem, area: QRect, *, move: bool) -> int:
    """Place one item over the width of an area and return its height."""
    height = item.heightForWidth(area.width()) if item.hasHeightForWidth() else item.sizeHint().height()
    if move:
        item.setGeometry(QRect(area.x(), area.y(), area.width(), height))
    return height


def follow_width(widget: QWidget, across: QSizePolicy.Policy = QSizePolicy.Policy.Preferred) -> None:
    """Let a widget be as high as its contents need at its width."""
    policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
