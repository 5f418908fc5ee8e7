"""The list of partners: two lines each; the arrow keys go from one to the next, Tab enters at the one shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from kimdesk.ui.screens.partners.state import PartnerItem
from kimdesk.ui.shell.family_parts import PersonButton
from kimdesk.ui.shell.family_words import Words


class PartnerList(QWidget):
    """Shows partners, tells which one is chosen; buttons of those who stay are kept, so that the focus stays."""

    chosen = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(self.tr("Stellen"))
        self._group = QButtonGroup(self)
        self._buttons: list[PersonButton] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)

    def show_items(self, items: Sequence[PartnerItem], selected: str) -> None:
        """Show these partners."""
        if [button.key for button in self._buttons] != [item.key for item in items]:
            self._rebuild(items)
        keys = [item.key for item in items]
        entrance = selected if selected in keys else next(iter(keys), "")
        for button, item in zip(self._buttons, items, strict=True):
            button.say(item.name or self.tr("Neue Stelle"), "", self._detail(item))
            button.setChecked(item.key == selected)
            here = item.key == entrance
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def current(self) -> PersonButton | None:
        """Return the button of the partner shown."""
        return next((button for button in self._buttons if button.isChecked()), None)

    def _rebuild(self, items: Sequence[PartnerItem]) -> None:
        kept = {button.key: button for button in self._buttons}
        self._group.setExclusive(False)
        self._buttons = [kept.get(item.key) or self._made(item.key) for item in items]
        for gone in (button for button in kept.values() if button not in self._buttons):
            self._group.removeButton(gone)
            self._box.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at, button in enumerate(self._buttons):
            self._box.insertWidget(at, button)
        self._group.setExclusive(True)

    def _made(self, key: str) -> PersonButton:
        button = PersonButton(key)
        self._group.addButton(button)
        button.clicked.connect(lambda: self.chosen.emit(key))
        button.installEventFilter(self)
        return button

    def _detail(self, item: PartnerItem) -> str:
        if item.draft:
            return self.tr("noch ohne Namen") if not item.name else self.tr("Entwurf")
        parts = [self._words.label("partner_type", item.kind), self._words.label("municipality", item.place)]
        if item.inactive:
            parts.append(self.tr("nicht mehr aktiv"))
        return " · ".join(part for part in parts if part) or self.tr("noch nichts erfasst")

    def eventFilter(self, button: QObject, event: QEvent) -> bool:
        """Let the arrow keys go up and down."""
        if (
            isinstance(button, PersonButton)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and button in self._buttons
        ):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            at = self._buttons.index(button) + step
            if step and 0 <= at < len(self._buttons):
                self._buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
                self._buttons[at].click()
                return True
        return False
