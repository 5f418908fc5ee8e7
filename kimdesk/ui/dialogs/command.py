"""The box behind Ctrl+K: a field and what was found, chosen with arrow keys, mouse or touch."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kimdesk.base.errors import KimError
from kimdesk.ui import privacy
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.command_presenter import Found
from kimdesk.ui.theme import icons, tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Skin, box, text_width
from kimdesk.ui.widgets.inputs import SearchField
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.surfaces import clear

SHOWN = 8


class FoundRow(QAbstractButton):
    """One line: icon, what was found, and where."""

    def __init__(self, found: Found, title: str) -> None:
        super().__init__()
        self.found = found
        self.setProperty("elides", True)  # noqa: FBT003 - Qt's way
        self.setCheckable(True)
        self.setText(title)
        self.setAccessibleName(" · ".join(part for part in (title, found.detail) if part))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def names_changed(self) -> None:
        """Follow the privacy key."""
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line's room."""
        return QSize(current().px(440), current().control() + 6)

    def minimumSizeHint(self) -> QSize:
        """Let long lines be shortened."""
        return QSize(current().px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw icon, line and place."""
        look, area = current(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        edge = "accent" if chosen and look.theme == "contrast" else ""
        fill = "accent_soft" if chosen else ("raised" if self.underMouse() else "")
        box(painter, area, Skin(fill, edge, ""), tokens.RADIUS_CONTROL, 2)
        size = look.px(tokens.ICON)
        icons.paint(painter, self.found.icon, QRectF(10, area.center().y() - size / 2, size, size), "accent")
        room = area.adjusted(10 + size + 10, 0, -12, 0)
        painter.setFont(look.font(tokens.SMALL))
        painter.setPen(look.color("dim"))
        left = room.width() - text_width(look.font(weight=600), self.text()) - 12
        most = int(max(room.width() / 2, left))
        detail = painter.fontMetrics().elidedText(self.found.detail, Qt.TextElideMode.ElideRight, most)
        taken = painter.fontMetrics().horizontalAdvance(detail)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), detail)
        painter.setFont(look.font(weight=600 if chosen else 400))
        painter.setPen(look.color("text"))
        text = room.adjusted(0, 0, -taken - 12, 0)
        shown = painter.fontMetrics().elidedText(
            privacy.mask(self.text()), Qt.TextElideMode.ElideRight, int(text.width())
        )
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class CommandDialog(Dialog):
    """Tells what is typed and what was chosen; closes itself then. Keeps its presenter alive: Qt does not."""

    typed = Signal(str)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, self.tr("Suchen und tun"), width=620)
        self.presenter: object = None
        self.field = SearchField(self.tr("Suchen"), placeholder=self.tr("Familie, Person, Notiz oder Aktion suchen …"))
        self.field.installEventFilter(self)
        self.field.searched.connect(self.typed)
        self.nothing = Paragraph(self.tr("Dazu wurde nichts gefunden."), "dim")
        self.nothing.hide()
        self._rows: list[FoundRow] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        inner = QWidget()
        inner.setLayout(self._list)
        self.list = QScrollArea()
        self.list.setWidget(inner)
        for part in (self.list, inner):
            part.setProperty("role", "clear")
        self.list.setWidgetResizable(True)
        self.list.setFrameShape(QScrollArea.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Gefunden"))
        self.list.setMinimumHeight(SHOWN * (current().control() + 8))
        for part in (self.field, self.nothing, self.list):
            self.box.addWidget(part)

    def show_found(self, found: Sequence[Found], asked: str) -> None:
        """Show what was found; the first line is chosen."""
        clear(self._list)
        self._rows = []
        for each in found:
            line = FoundRow(each, self._title(each))
            line.clicked.connect(lambda _checked=False, each=each: self._take(each))
            self._rows.append(line)
            self._list.addWidget(line)
            line.show()
        self._list.addStretch(1)
        self.nothing.setVisible(bool(asked) and not found)
        self.list.setVisible(bool(found))
        self._choose(0)

    def _title(self, found: Found) -> str:
        if found.sort == "family":
            return self.tr("Familie {name}").format(name=found.title)
        if found.sort == "visit":
            return self.tr("Besuch beginnen: Familie {name}").format(name=found.title)
        return found.title

    def _choose(self, at: int) -> None:
        for number, line in enumerate(self._rows):
            line.setChecked(number == at)
        if 0 <= at < len(self._rows):
            self.list.ensureWidgetVisible(self._rows[at])
            self.field.setAccessibleDescription(self._rows[at].accessibleName())

    def current(self) -> int:
        """Return which line is chosen, -1 for none."""
        return next((number for number, line in enumerate(self._rows) if line.isChecked()), -1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys choose while the cursor stays in the field."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and self._rows:
                self._choose((self.current() + step) % len(self._rows))
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current() >= 0:
                self._take(self._rows[self.current()].found)
                return True
        return super().eventFilter(watched, event)

    def _take(self, found: Found) -> None:
        self.close()
        self.chosen.emit(found)

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)
