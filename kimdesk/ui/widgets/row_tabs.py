"""Tabs that stay in one row: what does not fit stands in a menu at its end, the chosen one always in the row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLayout, QSizePolicy

from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.choice import ChoiceChip
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.stepper import Items, PhaseStepper, SectionTabs, Step


class InOneRow(Items):
    """Steps in one row: large letters and narrow windows take no second row from the content."""

    def _begin_row(self, name: str) -> None:
        self.more = ChoiceChip(name, word=QCoreApplication.translate("RowTabs", "Mehr"))
        self.more.taken.connect(self._take)
        row = self._layout
        row.addWidget(self.more)
        if isinstance(row, QHBoxLayout):
            row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fit()

    def _make_layout(self) -> QLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        return row

    def set_current(self, key: str) -> None:
        """Choose a step without telling anybody; it stands in the row."""
        super().set_current(key)
        self._fit()

    def _take(self, key: str) -> None:
        """Press what was chosen in the menu."""
        for item in self._items:
            if item.key == key:
                item.click()

    def _fit(self) -> None:
        """Show as many as there is room for, the rest in the menu."""
        if not hasattr(self, "more"):
            return
        widths = [item.sizeHint().width() for item in self._items]
        count, chosen = len(widths), self.current()
        if sum(widths) > self.width():
            here = next((at for at, item in enumerate(self._items) if item.key == chosen), 0)
            room = self.width() - self.more.sizeHint().width() - widths[here]
            others = [width for at, width in enumerate(widths) if at != here]
            fitting = sum(1 for at in range(len(others)) if sum(others[: at + 1]) <= room)
            count = fitting + 1 if here <= fitting else fitting
        for at, item in enumerate(self._items):
            item.setVisible(at < count or item.key == chosen)
        hidden = [item for at, item in enumerate(self._items) if at >= count and item.key != chosen]
        self.more.set_options([Option(item.key, item.text()) for item in hidden])
        self.more.set_code("")
        self.more.setVisible(bool(hidden))

    def minimumSizeHint(self) -> QSize:
        """Need room for one tab and the menu."""
        widest = max((item.sizeHint().width() for item in self._items), default=0)
        return QSize(widest + self.more.sizeHint().width(), current().control())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()


class RowTabs(InOneRow, SectionTabs):
    """The tabs of a page with many sections; one taken from the menu comes into the row."""

    def __init__(self, name: str, steps: Sequence[Step]) -> None:
        SectionTabs.__init__(self, name, steps)
        self._begin_row(QCoreApplication.translate("RowTabs", "Weitere Abschnitte"))

    def _clicked(self, item: QAbstractButton) -> None:
        hidden = not item.isVisible()
        if hidden and item in self._items:
            self.set_current(self._items[self._items.index(item)].key)
            item.setFocus(Qt.FocusReason.TabFocusReason)
        super()._clicked(item)


class RowPhases(InOneRow, PhaseStepper):
    """The phases of a case; one taken from the menu is asked for like any other."""

    def __init__(self, name: str, steps: Sequence[Step]) -> None:
        PhaseStepper.__init__(self, name, steps)
        self._begin_row(QCoreApplication.translate("RowTabs", "Weitere Phasen"))
