"""What things lie on: pages, cards, lines, rows, heads of pages."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from kimdesk.ui.theme.tokens import CARD_PADDING, GAP, GRID
from kimdesk.ui.widgets.labels import ElidedLabel, IconLabel, Label, Paragraph
from kimdesk.ui.widgets.layouts import ApartLayout, FlowLayout, follow_width


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

    def add_line(self, words: Paragraph) -> ListRow:
        """Append words below the others, over the whole width of them."""
        self._words.addWidget(words)
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


class Flow(QWidget):
    """Widgets that wrap into as many lines as they need."""

    def __init__(self, *parts: QWidget, spacing: int = 2 * GRID) -> None:
        super().__init__()
        self._layout = FlowLayout(spacing=spacing)
        self.setLayout(self._layout)
        follow_width(self)
        for part in parts:
            self._layout.addWidget(part)

    def add(self, part: QWidget) -> None:
        """Append a widget."""
        self._layout.addWidget(part)

    def set_trailing(self, *, trailing: bool) -> None:
        """Let the lines end at the right edge, or begin at the left one again."""
        if trailing != self._layout.trailing:
            self._layout.trailing = trailing
            self._layout.invalidate()

    def refill(self, *parts: QWidget) -> None:
        """Replace everything."""
        clear(self._layout)
        for part in parts:
            self._layout.addWidget(part)


class Apart(QWidget):
    """Words at the left and buttons at the right end, or below the words where that is too narrow."""

    def __init__(self, words: QWidget | QLayout, *ends: QWidget) -> None:
        super().__init__()
        layout = ApartLayout()
        layout.addWidget(words if isinstance(words, QWidget) else _held(words))
        if ends:
            layout.addWidget(ends[0] if len(ends) == 1 else _held(row(*ends)))
        self.setLayout(layout)
        follow_width(self)


def _held(layout: QLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(layout)
    return holder


class PageHead(Apart):
    """A page's title with a dim count beside it, and its buttons."""

    def __init__(self, title: str, *buttons: QWidget) -> None:
        name, count = Label(title, "title"), ElidedLabel("", "dim")
        words = row(name, count, spacing=3 * GRID)
        words.setStretch(1, 1)
        super().__init__(words, *buttons)
        self.title, self.count = name, count
