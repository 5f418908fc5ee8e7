"""Long lists: an ordered array of `n`, and pages of 128 rows fetched when they are looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

PAGE = 128
PAGES = 40
CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
N_ROLE = int(Qt.ItemDataRole.UserRole) + 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one cell shows: text, `tone` for a tag (red, amber, green, blue, accent), weight and dimness."""

    text: str
    tone: str = ""
    tag: bool = False
    icon: str = ""
    strong: bool = False
    dim: bool = False


@dataclass(frozen=True, kw_only=True)
class Column(Generic[R]):
    """A column: its title, what it shows of a row, and how wide a typical cell is (`sample`, drawn as a `tag` or not).

    `stretch` shares what is left; columns with the highest `drop` disappear first where it gets narrow
    (0 stays always); `sort` names the order a press on the header asks for.
    """

    key: str
    title: str
    cell: Callable[[R], Cell]
    sample: str
    tag: bool = False
    stretch: int = 0
    drop: int = 0
    sort: str = ""


class PagedTableModel(QAbstractTableModel, Generic[R]):
    """Shows rows of any number; `load` gets at most 128 `n` and returns their rows in the same order."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        load: Callable[[Sequence[int]], Sequence[R]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._load = load
        self._order: array[int] = array("q")
        self._pages: OrderedDict[int, Sequence[R]] = OrderedDict()

    def set_order(self, order: Sequence[int]) -> None:
        """Show these rows in this order."""
        self.beginResetModel()
        self._order = order if isinstance(order, array) else array("q", order)
        self._pages.clear()
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        """Show other columns, for example in another language."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def refresh(self) -> None:
        """Fetch the rows anew; the order stays."""
        self._pages.clear()
        if self._order:
            last = self.index(len(self._order) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def order(self) -> Sequence[int]:
        """Return the `n` of all rows in order."""
        return self._order

    def row_of(self, n: int) -> int:
        """Return the place of a row, or -1."""
        try:
            return self._order.index(n)
        except ValueError:
            return -1

    def item(self, place: int) -> R:
        """Return the row at a place; raises IndexError outside."""
        number, within = divmod(place, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._load(self._order[number * PAGE : (number + 1) * PAGE])
            self._pages[number] = page
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        return page[within]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return a column's title."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title if 0 <= section < len(self.columns) else None
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        """Return text, accessible text (“Spalte: Wert”), the Cell or the row's `n`."""
        if not index.isValid() or index.row() >= len(self._order):
            return None
        if role == N_ROLE:
            return self._order[index.row()]
        if role not in _SERVED:
            return None
        column = self.columns[index.column()]
        cell = column.cell(self.item(index.row()))
        if role == CELL_ROLE:
            return cell
        return f"{column.title}: {cell.text}" if role == Qt.ItemDataRole.AccessibleTextRole else cell.text


_SERVED = {int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole), CELL_ROLE}
