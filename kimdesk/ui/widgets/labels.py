"""Text on the screen: titles, labels, paragraphs, and one line that shortens itself."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kimdesk.ui import privacy
from kimdesk.ui.theme import icons
from kimdesk.ui.theme.look import current

Role = Literal[
    "", "title", "headline", "native", "section", "strong", "dim", "small", "label", "hint", "error", "visit"
]


_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
"""What html.escape does; the module behind it takes 2 ms before the first window."""


def isolate(name: str) -> str:
    """Return a name so that its script's direction does not disturb the line it stands in (Unicode FSI … PDI)."""
    return f"\u2068{name}\u2069" if name else ""


class Label(QLabel):
    """One line of plain text in a role of the look; `text` returns it whole, whatever the privacy key hides."""

    def __init__(self, text: str = "", role: Role = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802
        """Say something else."""
        self._whole = text
        super().setText(privacy.mask(text))

    def text(self) -> str:
        """Return what it says, whole."""
        return self._whole

    def shown(self) -> str:
        """Return what is to be seen of it."""
        return super().text()

    def names_changed(self) -> None:
        """Follow the privacy key."""
        self.setText(self._whole)


class Paragraph(QLabel):
    """Running text that wraps, with the line height of the look; `body` is what it says."""

    def __init__(self, text: str = "", role: Role = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = ""
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_body(text)

    def set_body(self, text: str) -> None:
        """Say something else; line breaks stay."""
        self.body = text
        shown = privacy.mask(text)
        lines = "<br>".join(line.translate(_ESCAPED) for line in shown.split("\n"))
        small = self.property("role") in {"small", "hint", "error", "label"}
        self.setText(f'<p dir="ltr" style="margin:0; line-height:{134 if small else 118}%">{lines}</p>' if text else "")
        self.setAccessibleName(shown)

    def names_changed(self) -> None:
        """Follow the privacy key."""
        self.set_body(self.body)


class ElidedLabel(Label):
    """One line that ends in … where there is no room; the whole text is its tooltip.

    With `drops` its last parts (between " · ") go whole before a word is cut.
    """

    def __init__(self, text: str = "", role: Role = "", parent: QWidget | None = None, *, drops: bool = False) -> None:
        super().__init__(text, role, parent)
        self._drops = drops
        self.setProperty("elides", True)  # noqa: FBT003 - Qt's way
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Ask for a few letters only."""
        whole = super().minimumSizeHint()
        return QSize(min(self.fontMetrics().horizontalAdvance("MMMM…"), whole.width()), whole.height())

    def fitting(self, width: int) -> str:
        """Return what of the text fits into so many pixels."""
        metrics, shown = self.fontMetrics(), self.shown()
        while self._drops and " · " in shown and metrics.horizontalAdvance(shown) > width:
            shown = shown.rpartition(" · ")[0]
        return metrics.elidedText(shown, Qt.TextElideMode.ElideRight, width)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the text, shortened where it must be."""
        painter = QPainter(self)
        area = self.contentsRect()
        whole, shown = self.shown(), self.fitting(area.width())
        self.setToolTip(whole if shown != whole else "")
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class FieldLabel(Label):
    """The name above a field; a click on it goes to the field."""

    def __init__(self, text: str, buddy: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text, "label", parent)
        if buddy is not None:
            self.setBuddy(buddy)
            if not buddy.accessibleName():
                buddy.setAccessibleName(text)


class IconLabel(QWidget):
    """A Lucide icon that says nothing of its own; a word always stands beside it."""

    def __init__(self, name: str, role: str = "text", size: float = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._role = role
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, role: str = "text") -> None:
        """Show another icon."""
        self._name, self._role = name, role
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's size at the font scale."""
        edge = current().px(self._size)
        return QSize(edge, edge)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font scale."""
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the icon."""
        icons.paint(QPainter(self), self._name, self.rect(), self._role)
