"""The cover: the whole window blank but for the product's name, until somebody goes on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimdesk.ui.widgets.brand import Brand
from kimdesk.ui.widgets.buttons import Button


class Cover(QWidget):
    """Lies over everything in the window and holds its keys still; “Weiter” or F5 takes it away."""

    go_on = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Abgedeckt"))
        self._held: list[QAction] = []
        self.button = Button(self.tr("Weiter"), key="F5", touch=True)
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.go_on)
        brand = Brand(size=28)
        box = QVBoxLayout(self)
        box.addStretch(1)
        box.addWidget(brand, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(24)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)
        on = QShortcut(QKeySequence(Qt.Key.Key_F5), self)
        on.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        on.activated.connect(self.go_on)
        window.installEventFilter(self)
        self.hide()

    def put_on(self) -> None:
        """Cover the window; its actions rest meanwhile, locking excepted."""
        window = self.parentWidget()
        if window is None or not self.isHidden():
            return
        locking = QKeySequence("Ctrl+L")
        self._held = [each for each in window.findChildren(QAction) if each.isEnabled() and each.shortcut() != locking]
        for action in self._held:
            action.setEnabled(False)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.button.setFocus()

    def take_off(self) -> None:
        """Show the window again."""
        for action in self._held:
            action.setEnabled(True)
        self._held = []
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the size of the window."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget() and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False
