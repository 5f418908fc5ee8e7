"""A small dialog: a question or a short form, one primary button, Esc closes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.brand import PRODUCT
from kimdesk.ui.widgets.buttons import Button, Kind
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.tab_order import step


class Dialog(QDialog):
    """A dialog in the look: title, explanation, contents, an error strip, buttons. Use `open()`."""

    least_height = 0

    def __init__(self, parent: QWidget | None, title: str, why: str = "", *, width: int = 480) -> None:
        super().__init__(parent)
        self.setWindowTitle(PRODUCT)  # a task bar shows it to everybody; the title inside may name somebody
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(min(current().px(width), 1100))
        outer = QVBoxLayout(self)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        self.title = Label(title, "title")
        outer.addWidget(self.title)
        outer.addSpacing(-8)
        self.why = Paragraph(why, "dim")
        outer.addWidget(self.why)
        self.why.setVisible(bool(why))
        self.strip = Strip()
        outer.addWidget(self.strip)
        self.box = QVBoxLayout()
        self.box.setSpacing(12)
        outer.addLayout(self.box)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        outer.addSpacing(4)
        outer.addStretch(1)
        outer.addLayout(self.buttons)

    def set_title(self, title: str, why: str = "") -> None:
        """Show another title and explanation."""
        self.setAccessibleName(title)
        self.title.setText(title)
        self.why.set_body(why)
        self.why.setVisible(bool(why))

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the contents need at this width."""
        self._fit(shrink=True)
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        """Grow with the contents, for example when the strip speaks."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit(shrink=False)
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - Qt's way
        """Let Tab go as one reads, also through what came later than its neighbours."""
        return step(self, forward=forward) or super().focusNextPrevChild(forward)

    def _fit(self, *, shrink: bool) -> None:
        layout = self.layout()
        if layout is None:
            return
        least = (
            layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else layout.minimumSize().height()
        )
        needed = max(least, self.least_height)
        self.setMinimumHeight(needed)
        if shrink or self.height() < needed:
            self.resize(self.width(), needed)

    def add_button(self, text: str, act: Callable[[], None], *, kind: Kind = "secondary", icon: str = "") -> Button:
        """Append a button; the primary one answers Return."""
        button = Button(text, kind=kind, icon=icon)
        button.clicked.connect(lambda _checked=False: act())
        if kind == "primary":
            button.setAutoDefault(True)
            button.setDefault(True)
        self.buttons.addWidget(button)
        return button


def confirm(parent: QWidget, title: str, why: str, *, yes: str, act: Callable[[], None]) -> Dialog:
    """Ask once before an act; `act` runs after the dialog closed with its primary button."""
    dialog = Dialog(parent, title, why)
    dialog.add_button(QCoreApplication.translate("Dialog", "Abbrechen"), dialog.reject)
    dialog.add_button(yes, dialog.accept, kind="primary")
    dialog.accepted.connect(act)
    dialog.open()
    return dialog
