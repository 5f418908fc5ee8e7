"""The card that leads to the protection at the screen: cover, lock, PIN, pictures."""

from __future__ import annotations

from PySide6.QtCore import Signal

from kimdesk.ui import actions
from kimdesk.ui.shell.family_parts import compact
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.surfaces import Card, ListRow, rule


class ScreenCard(Card):
    """Says what is behind it; `asked` opens it."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Bildschirm"))
        compact(self)
        open_it = Button(self.tr("Einstellen …"), icon="sliders-horizontal")
        open_it.setToolTip(actions.key_text("protection"))
        open_it.clicked.connect(self.asked)
        what = self.tr("Abdecken und Sperren")
        why = self.tr("PIN für die Abdeckung, wann gesperrt wird, Bildschirmaufnahmen")
        self.add(rule(), ListRow(what, why, icon="shield-check").add_end(open_it))
