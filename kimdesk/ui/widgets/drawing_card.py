"""A picture with what belongs to it: larger and smaller, its sentences, and the same as a table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QWidget

from kimdesk.drawings.picture import Picture, Table
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import IconButton
from kimdesk.ui.widgets.drawing import DrawingView
from kimdesk.ui.widgets.fold import FoldButton
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.surfaces import Card, clear, column

NAMES, NUMBERS = 130, 84
"""Pixels at 100 % for the first column of a table and for the others."""


class DrawingTable(QScrollArea):
    """Shows the table of a picture; a wide one scrolls sideways, with the arrow keys as well."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("role", "clear")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ground = QWidget()
        self._ground.setProperty("role", "clear")
        self._grid = QGridLayout(self._ground)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self.setWidget(self._ground)
        self.viewport().setAutoFillBackground(False)
        self._ground.setAutoFillBackground(False)

    def show_table(self, table: Table) -> None:
        """Show other rows; each cell says its row and column."""
        clear(self._grid)
        for column_, word in enumerate(table.head):
            self._cell(word, word, 0, column_, "small")
        for at, cells in enumerate(table.rows, start=1):
            for column_, text in enumerate(cells):
                spoken = f"{cells[0]}, {table.head[column_]}: {text}" if column_ else text
                self._cell(text, spoken, at, column_, "" if column_ else "strong")
        self._grid.setColumnStretch(len(table.head), 1)
        self.updateGeometry()

    def _cell(self, text: str, spoken: str, at: int, column_: int, role: str) -> None:
        cell = Paragraph(text, "small" if role == "small" else "strong" if role == "strong" else "")
        cell.setAccessibleName(spoken)
        cell.setFixedWidth(current().px(NUMBERS if column_ else NAMES))
        self._grid.addWidget(cell, at, column_, Qt.AlignmentFlag.AlignTop)

    def sizeHint(self) -> QSize:
        """Return the whole height, with the room of a scroll bar."""
        size = self._ground.sizeHint()
        return QSize(size.width(), size.height() + self.horizontalScrollBar().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Give way to narrow windows: the table scrolls."""
        return QSize(current().px(NAMES), self.sizeHint().height())


class DrawingCard(Card):
    """A picture in a card. `redraw_asked` says that names are to be hidden or shown: it is drawn anew, masked."""

    redraw_asked = Signal()

    def __init__(self, heading: str, *, movable: bool = False, opens_table: bool = False) -> None:
        super().__init__(heading)
        self.drawing = DrawingView(movable=movable)
        self.sentences = Paragraph("", "small")
        self._smaller = IconButton("zoom-out", self.tr("{picture}: kleiner").format(picture=heading))
        self._larger = IconButton("zoom-in", self.tr("{picture}: größer").format(picture=heading))
        self._smaller.clicked.connect(lambda: self.drawing.zoom(-1))
        self._larger.clicked.connect(lambda: self.drawing.zoom(1))
        self.add_to_head(self._smaller, self._larger)
        words, rows = self.tr("In Worten"), self.tr("Als Tabelle")
        self.words_fold = self._fold(words, f"{heading}: {words}")
        self.table_fold = self._fold(rows, f"{heading}: {rows}")
        self.table = DrawingTable(f"{heading}: {rows}")
        self.words_fold.clicked.connect(lambda: self._turn(self.words_fold, self.sentences))
        self.table_fold.clicked.connect(lambda: self._turn(self.table_fold, self.table))
        self.add(
            self.drawing,
            column(self.words_fold, self.sentences, spacing=2),
            column(self.table_fold, self.table, spacing=2),
        )
        self.sentences.hide()
        self.table.hide()
        if opens_table:
            self._turn(self.table_fold, self.table)

    def _fold(self, word: str, name: str) -> FoldButton:
        button = FoldButton()
        button.say(word, name)
        return button

    def _turn(self, button: FoldButton, part: QWidget) -> None:
        part.setVisible(part.isHidden())
        button.set_open(is_open=not part.isHidden())

    def show_picture(self, picture: Picture) -> None:
        """Show a picture drawn with the stand-in colours, its sentences and its table."""
        self.drawing.show_picture(picture)
        self.sentences.set_body("\n".join(picture.sentences))
        self.table_fold.setVisible(picture.table is not None)
        if picture.table is None:
            self.table.hide()
            self.table_fold.set_open(is_open=False)
        else:
            self.table.show_table(picture.table)

    def names_changed(self) -> None:
        """Follow the privacy key."""
        self.redraw_asked.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font scale: columns are as wide as their letters need."""
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "drawing") and self.drawing.sheet.picture:
            table = self.drawing.sheet.picture.table
            if table is not None:
                self.table.show_table(table)
        super().changeEvent(event)
