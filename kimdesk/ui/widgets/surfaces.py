"""What things lie on: pages, cards, lines, rows, and a layout that wraps."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kimdesk.ui.theme.tokens import CARD_PADDING, GAP, GRID
from kimdesk.ui.widgets.labels import IconLabel, Label, Paragraph


def rule() -> QFrame:
    """Return a thin line between the rows of a card."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


def row(*parts: QWidget | int | None, spacing: int = 2 * GRID) -> QHBoxLayout:
    """Return widgets side by side; a number is a fixed gap, None takes the room that is left."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    _fill(layout, parts)
    return layout


def column(*parts: QWidget | QLayout | int | None, spacing: int = 2 * GRID) -> QVBoxLayout:
    """Return widgets one below the other; a number is a fixed gap, None takes the room that is left."""
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    _fill(layout, parts)
    return layout


def _fill(layout: QHBoxLayout | QVBoxLayout, parts: tuple[QWidget | QLayout | int | None, ...]) -> None:
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


class Card(QFrame):
    """A white card: 16 px inside, optionally with a heading and a line under it."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(CARD_PADDING, CARD_PADDING, CARD_PADDING, CARD_PADDING)
        self.box.setSpacing(2 * GRID)
        self.head = QHBoxLayout()
        self.head.setSpacing(2 * GRID)
        self.title = Label(heading, "section")
        if heading:
            self.head.addWidget(self.title)
            self.head.addStretch(1)
            self.box.addLayout(self.head)
            self.setAccessibleName(heading)

    def add(self, *parts: QWidget | QLayout | int | None) -> Card:
        """Append widgets or layouts; a number is a gap, None takes the room that is left."""
        _fill(self.box, parts)
        return self

    def add_to_head(self, *parts: QWidget) -> Card:
        """Append widgets at the right end of the heading's line."""
        for part in parts:
            self.head.addWidget(part)
        return self

    def set_marked(self, *, marked: bool) -> None:
        """Draw the card's border in the accent colour: this is the one being worked on."""
        self.setProperty("marked", marked)
        self.style().unpolish(self)
        self.style().polish(self)


class ListRow(QWidget):
    """A row in a card: icon, what, a dim line below, and tags or buttons at the end."""

    def __init__(self, what: str, detail: str = "", *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, GRID)
        layout.setSpacing(3 * GRID)
        if icon:
            layout.addWidget(IconLabel(icon))
        self.what = Paragraph(what, "strong")
        self.detail = Paragraph(detail, "small")
        if not detail:
            self.detail.hide()
        self._words = column(self.what, self.detail, spacing=0)
        layout.addLayout(self._words, 1)
        self._end = layout

    def add_end(self, *parts: QWidget) -> ListRow:
        """Append widgets at the row's end."""
        for part in parts:
            self._end.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        return self

    def add_below(self, *parts: QWidget) -> ListRow:
        """Append widgets below the words, where a narrow column has no room at the end."""
        self._words.addSpacing(GRID)
        self._words.addLayout(row(*parts, None))
        return self


class _Ground(QWidget):
    """What a page scrolls: as high as its contents need at its width, not at the narrowest width they could have."""

    def minimumSizeHint(self) -> QSize:
        """Leave the height to the width."""
        layout = self.layout()
        least = super().minimumSizeHint()
        return QSize(least.width(), 0) if layout is not None and layout.hasHeightForWidth() else least


class Page(QScrollArea):
    """A screen's ground: scrolls when the text is large; `box` takes the contents."""

    def __init__(self, *, margins: tuple[int, int, int, int] = (24, 20, 24, 20)) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = _Ground()
        self.body.setProperty("role", "page")
        self.box = QVBoxLayout(self.body)
        self.box.setContentsMargins(*margins)
        self.box.setSpacing(GAP)
        self.setWidget(self.body)


class FlowLayout(QLayout):
    """Puts widgets side by side and wraps them where the line is full."""

    def __init__(self, *, spacing: int = 2 * GRID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

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

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Ask for no extra room."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the items need at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:  # noqa: N802
        """Place the items."""
        super().setGeometry(area)
        self._arrange(area, move=True)

    def sizeHint(self) -> QSize:
        """Return the size with everything on one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the size of the widest item."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size.grownBy(QMargins(self.contentsMargins()))

    def _arrange(self, area: QRect, *, move: bool) -> int:
        """Place the items line by line, each in the middle of its line; returns the height used."""
        y = area.y()
        for line in self._lines(area.width()):
            tallest = max(size.height() for _item, size in line)
            x = area.x()
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


class Flow(QWidget):
    """Widgets that wrap into as many lines as they need."""

    def __init__(self, *parts: QWidget, spacing: int = 2 * GRID) -> None:
        super().__init__()
        self._layout = FlowLayout(spacing=spacing)
        self.setLayout(self._layout)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for part in parts:
            self._layout.addWidget(part)

    def add(self, part: QWidget) -> None:
        """Append a widget."""
        self._layout.addWidget(part)

    def refill(self, *parts: QWidget) -> None:
        """Replace everything."""
        clear(self._layout)
        for part in parts:
            self._layout.addWidget(part)
