"""Rows of what was agreed: a circle to tick, the words to press."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy

from kimdesk.ui import privacy
from kimdesk.ui.theme import tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Drawn, IconButton, Skin, text_width


class DoneCircle(IconButton):
    """A circle that is ticked when something is done; `what` is read out with it."""

    def __init__(self, what: str = "", *, touch: bool = False) -> None:
        super().__init__("circle", what, touch=touch)
        self.padding = 7
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(self._shape)
        self.say(what)

    def say(self, what: str) -> None:
        """Name what is ticked."""
        self._what = what
        self._shape(self.isChecked())

    def _shape(self, done: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.set_icon("circle-check" if done else "circle")
        name = self.tr("erledigt: {what}") if done else self.tr("noch offen: {what}")
        self.setAccessibleName(name.format(what=self._what))
        self.setToolTip(self.tr("erledigt") if done else self.tr("noch offen"))

    def skin(self) -> Skin:
        """Draw a ticked circle in green."""
        return Skin("", "", "green" if self.isChecked() else "text")


class TextButton(Drawn):
    """Words in a row that can be pressed; shortened where there is no room, whole in the tooltip."""

    padding = 6

    def __init__(self, text: str, *, touch: bool = False, strong: bool = False) -> None:
        super().__init__(text.replace("&", "&&"), touch=touch)
        self._strong = strong
        self.setProperty("elides", True)  # noqa: FBT003 - Qt's way
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.say(text)

    def say(self, text: str) -> None:
        """Show other words."""
        self.words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def word_font(self) -> QFont:
        """Return the font of the words."""
        return current().font(tokens.VISIT if self._touch else tokens.BODY, 500 if self._strong else 400)

    def skin(self) -> Skin:
        """Draw words alone."""
        return Skin("", "", "text")

    def minimumSizeHint(self) -> QSize:
        """Ask for a few letters only."""
        return QSize(text_width(self.word_font(), "MMMMM…") + 2 * self.padding, self.sizeHint().height())

    def _contents(self, painter: QPainter, area: QRectF, ink: str) -> None:
        painter.setPen(current().color(ink))
        painter.setFont(self.word_font())
        room = area.adjusted(self.padding, 0, -self.padding, 0)
        whole = privacy.mask(self.words)
        shown = painter.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        self.setToolTip(whole if shown != whole else "")
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
