"""The table view of long lists: calm lines, tags in cells, columns that give way where it gets narrow."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
)

from kimdesk.ui import privacy
from kimdesk.ui.theme import tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import text_width
from kimdesk.ui.widgets.paged import CELL_ROLE, N_ROLE, Cell, PagedTableModel
from kimdesk.ui.widgets.tags import paint_tag, tag_height, tag_width

_PAD = 10


class CellDelegate(QStyledItemDelegate):
    """Draws a Cell: text or tag, a line below, two pixels of accent around the current row."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        look = current()
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, look.color("accent_soft"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), look.color("line"))
        self._contents(painter, area.adjusted(_PAD, 0, -_PAD / 2, 0), cell)
        view = self.parent()
        if chosen and isinstance(view, PagedTable) and view.hasFocus():
            self._focus(painter, area, index.column() == 0)
        painter.restore()

    def _contents(self, painter: QPainter, area: QRectF, cell: Cell) -> None:
        look = current()
        if cell.tag:
            width, height = min(tag_width(cell.text, cell.icon), area.width()), tag_height()
            place = QRectF(area.left(), area.center().y() - height / 2, width, height)
            paint_tag(painter, place, cell.text, tone=cell.tone, icon=cell.icon)
            return
        painter.setFont(look.font(weight=500 if cell.strong else 400))
        painter.setPen(look.color("dim" if cell.dim else "text"))
        shown = painter.fontMetrics().elidedText(
            privacy.mask(cell.text), Qt.TextElideMode.ElideRight, int(area.width())
        )
        metrics = painter.fontMetrics()
        baseline = area.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(area.left(), baseline), shown)

    def _focus(self, painter: QPainter, area: QRectF, first: bool) -> None:  # noqa: FBT001 - private
        accent, wide = current().color("accent"), current().palette.focus_width
        painter.fillRect(QRectF(area.left(), area.top(), area.width(), wide), accent)
        painter.fillRect(QRectF(area.left(), area.bottom() - wide, area.width(), wide), accent)
        if first:
            painter.fillRect(QRectF(area.left(), area.top(), wide + 1, area.height()), accent)


class PagedTable(QTableView):
    """Shows a PagedTableModel; arrow keys choose, Return or a double press opens."""

    chosen = Signal(int)
    opened = Signal(int)
    order_asked = Signal(str)

    def __init__(self, name: str, model: PagedTableModel[Any]) -> None:
        super().__init__()
        self.rows = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self._ask_order)
        self.doubleClicked.connect(self._open)
        model.modelReset.connect(self._fit)
        self.selectionModel().currentRowChanged.connect(self._choose)
        self._fit()

    def names_changed(self) -> None:
        """Follow the privacy key."""
        self.viewport().update()

    def current_n(self) -> int | None:
        """Return the `n` of the chosen row, or None."""
        index = self.currentIndex()
        return int(index.data(N_ROLE)) if index.isValid() else None

    def choose(self, n: int) -> None:
        """Choose a row by its `n`, if it is shown."""
        place = self.rows.row_of(n)
        if place >= 0:
            index = self.rows.index(place, 0)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(int(index.data(N_ROLE)))

    def _open(self) -> None:
        n = self.current_n()
        if n is not None:
            self.opened.emit(n)

    def _ask_order(self, section: int) -> None:
        wanted = self.rows.columns[section].sort
        if wanted:
            self.order_asked.emit(wanted)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first row if none is chosen: whoever comes with the keyboard sees where they are."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection() and self.rows.rowCount():
            self.selectRow(max(self.currentIndex().row(), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the chosen row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and font scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for the header and three rows."""
        return QSize(current().px(240), current().px(41) * 4)

    def _fit(self) -> None:
        look = current()
        self.verticalHeader().setDefaultSectionSize(look.px(41))
        self.horizontalHeader().setFixedHeight(look.px(36))
        widths = self._widths(self.viewport().width())
        for place, width in enumerate(widths):
            self.setColumnHidden(place, width == 0)
            if width:
                self.setColumnWidth(place, width)

    def _widths(self, room: int) -> list[int]:
        columns = self.rows.columns
        look = current()
        metrics = QFontMetrics(look.font(weight=500))
        header = look.font(tokens.SMALL, 600)
        need = [
            max(
                tag_width(column.sample) + 4 if column.tag else metrics.horizontalAdvance(column.sample),
                text_width(header, column.title),
            )
            + 2 * _PAD
            + 2
            for column in columns
        ]
        for place in sorted(range(len(columns)), key=lambda at: -columns[at].drop):
            if sum(need) > room and columns[place].drop:
                need[place] = 0
        spare, shares = room - sum(need), sum(c.stretch for c, n in zip(columns, need, strict=True) if n)
        if spare > 0 and shares:
            need = [n + (spare * c.stretch // shares if n else 0) for c, n in zip(columns, need, strict=True)]
        return need


def framed(view: QTableView) -> QFrame:
    """Return a card around a table, without inner margins."""
    card = QFrame()
    card.setProperty("role", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(1, 4, 1, 4)
    layout.addWidget(view)
    return card
