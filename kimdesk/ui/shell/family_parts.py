"""Parts that a family's screens share: columns that give way, a name in two scripts, a promise to tick."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kimdesk.ui import privacy
from kimdesk.ui.forms.form import Form
from kimdesk.ui.shell.family_rows import Promise
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.theme import icons, tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Button, Skin, box, ring
from kimdesk.ui.widgets.closed import still
from kimdesk.ui.widgets.keyed_list import KeyedButton
from kimdesk.ui.widgets.labels import ElidedLabel, Paragraph
from kimdesk.ui.widgets.layouts import ColumnsLayout, follow_width
from kimdesk.ui.widgets.surfaces import Card, Flow, Page, column
from kimdesk.ui.widgets.tags import Tag, tag_height


def compact(card: Card) -> None:
    """Let a card's heading be as high as the button beside it, and no higher."""
    card.box.setContentsMargins(tokens.CARD_PADDING, 9, tokens.CARD_PADDING, tokens.CARD_PADDING)
    card.box.setSpacing(6)
    card.head.addStrut(current().control())


def quiet(text: str, icon: str = "") -> Button:
    """Return a quiet button whose word ends where the card's lines end."""
    button = Button(text, icon=icon, kind="quiet")
    button.padding = 4
    return button


def keep_edge(page: Page, right: int = 24) -> None:
    """Let contents end at the same line whether a page scrolls or not."""
    bar = page.verticalScrollBar()

    def fit(_least: int, most: int) -> None:
        margins = page.box.contentsMargins()
        margins.setRight(right - bar.sizeHint().width() if most > 0 else right)
        page.box.setContentsMargins(margins)

    bar.rangeChanged.connect(fit)


class Columns(QWidget):
    """Columns side by side; `boxes` takes what stands in each."""

    def __init__(self, weights: Sequence[int], *, narrowest: int = 270) -> None:
        super().__init__()
        layout = ColumnsLayout(weights, narrowest)
        self.boxes: list[QVBoxLayout] = []
        for _weight in weights:
            part = QWidget()
            inner = QVBoxLayout(part)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(tokens.GAP)
            self.boxes.append(inner)
            layout.addWidget(part)
        self.setLayout(layout)
        follow_width(self, QSizePolicy.Policy.Expanding)


class NameLine(Flow):
    """A name, and dim beside it the name in the person's own script."""

    def __init__(self, name: str, native: str = "") -> None:
        strong = ElidedLabel(name, "strong")
        parts = [strong, ElidedLabel(native, "dim")] if native else [strong]
        super().__init__(*parts, spacing=5)


class Tick(QAbstractButton):
    """A round box to tick: 34 px to hit, 18 px to see; ticked it is green with a check."""

    def __init__(self, name: str, *, ticked: bool) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setChecked(ticked)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the target."""
        return QSize(current().px(18) + 8, current().control())

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and font scale."""
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return tick as well."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the circle, the check and the focus."""
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = look.px(18)
        circle = QRectF(1, (self.height() - edge) / 2, edge, edge)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("green"))
            painter.drawEllipse(circle)
            icons.paint(painter, "check", circle.adjusted(3, 3, -3, -3), "surface")
        else:
            painter.setPen(QPen(look.color("accent" if self.underMouse() else "text"), 1.8))
            painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("accent"), look.palette.focus_width))
            painter.drawEllipse(circle.adjusted(-1, -1, 1, 1).translated(1, 0))


class PromiseRow(QWidget):
    """A promise to tick off: what, by whom, until when, and how late it is."""

    ticked = Signal(str, bool)

    def __init__(self, promise: Promise, words: Words) -> None:
        super().__init__()
        self.key = promise.key
        text = promise.text or self.tr("ohne Text")
        self.tick = Tick(self.tr("Erledigt: {text}").format(text=text), ticked=promise.done)
        still(self.tick)
        self.tick.clicked.connect(lambda: self.ticked.emit(self.key, self.tick.isChecked()))
        what = Paragraph(text, "dim" if promise.done else "")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(7, what, self._detail(promise, words), None, spacing=1), 1)

    def _detail(self, promise: Promise, words: Words) -> Flow:
        """Return the line below: the alarm first, then who and until when."""
        detail = ElidedLabel(self.tr("erledigt") if promise.done else words.promise(promise), "small")
        word, tone = words.due(promise)
        self.tick.setAccessibleDescription(" · ".join(part for part in (word, detail.text()) if part))
        below = Flow()
        if word:
            below.add(Tag(word, tone, icon="alarm-clock"))
            detail.setMinimumHeight(tag_height())
        if detail.text():
            below.add(detail)
        if not word and not detail.text():
            below.hide()
        return below


class EditCard(Card):
    """A card that reads calmly and, asked to, shows its form in place; leaving the form keeps everything."""

    opened = Signal()

    def __init__(self, heading: str, edit: str, make: Callable[[], Form]) -> None:
        super().__init__(heading)
        self._make = make
        self.form: Form | None = None
        self.reading = QWidget()
        self.lines = QVBoxLayout(self.reading)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(6)
        self.edit_button = quiet(self.tr("Ändern"), "pencil")
        self.edit_button.setAccessibleName(edit)
        self.edit_button.clicked.connect(self.edit)
        self.done_button = quiet(self.tr("Fertig"), "check")
        self.done_button.setAccessibleName(self.tr("{heading}: fertig").format(heading=heading))
        self.done_button.clicked.connect(self.read)
        self.done_button.hide()
        compact(self)
        self.add_to_head(self.edit_button, self.done_button)
        self.add(self.reading)

    def edit(self) -> None:
        """Show the form and put the cursor into it."""
        if self.form is None:
            self.form = self._make()
            self.add(self.form)
        self._swap(editing=True)
        self.opened.emit()
        self.form.focus_first()

    def read(self) -> None:
        """Settle what was typed and show the card again."""
        if self.form is None or not self.editing:
            return
        self.form.settle()
        self._swap(editing=False)
        self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def editing(self) -> bool:
        """Tell whether the form is shown."""
        return self.form is not None and not self.form.isHidden()

    def settle(self) -> None:
        """Turn what was typed into a change."""
        if self.form is not None:
            self.form.settle()

    def _swap(self, *, editing: bool) -> None:
        assert self.form is not None
        self.form.setVisible(editing)
        self.reading.setHidden(editing)
        self.done_button.setVisible(editing)
        self.edit_button.setHidden(editing)
        self.set_marked(marked=editing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form; what was typed stays."""
        if event.key() == Qt.Key.Key_Escape and self.editing:
            self.read()
            return
        super().keyPressEvent(event)


class PersonButton(KeyedButton):
    """A person in a list: name in two scripts, a dim line below."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self._name, self._native, self._detail = "", "", ""
        self.setProperty("elides", True)  # noqa: FBT003 - Qt's way
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, name: str, native: str, detail: str) -> None:
        """Show a person."""
        if (name, native, detail) == (self._name, self._native, self._detail):
            return
        self._name, self._native, self._detail = name, native, detail
        self.setText(name)
        self.setAccessibleName(" ".join(part for part in (name, native) if part))
        self.setAccessibleDescription(detail)
        self.update()

    def names_changed(self) -> None:
        """Follow the privacy key."""
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for two lines."""
        return QSize(current().px(220), current().px(41) + 16)

    def minimumSizeHint(self) -> QSize:
        """Let long names be shortened."""
        return QSize(current().px(120), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and font scale."""
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw both lines, the choice and the focus."""
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.isChecked():
            edge = "accent" if look.theme == "contrast" else ""
            box(painter, area, Skin("accent_soft", edge, ""), tokens.RADIUS_CONTROL)
        elif self.underMouse():
            box(painter, area, Skin("raised", "", ""), tokens.RADIUS_CONTROL)
        inner = area.adjusted(12, 8, -12, -8)
        self._first_line(painter, QRectF(inner.left(), inner.top(), inner.width(), look.px(21)))
        painter.setFont(look.font(tokens.SMALL))
        painter.setPen(look.color("dim"))
        below = QRectF(inner.left(), inner.top() + look.px(21), inner.width(), look.px(20))
        self._elided(painter, below, self._detail)
        if self.hasFocus():
            ring(painter, area)

    def _first_line(self, painter: QPainter, area: QRectF) -> None:
        look = current()
        painter.setFont(look.font(tokens.BODY, 500))
        painter.setPen(look.color("accent" if self.isChecked() else "text"))
        taken = self._elided(painter, area, self._name)
        painter.setFont(look.font())
        painter.setPen(look.color("dim"))
        self._elided(painter, area.adjusted(taken + 5, 0, 0, 0), self._native)

    def _elided(self, painter: QPainter, area: QRectF, text: str) -> int:
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(privacy.mask(text), Qt.TextElideMode.ElideRight, max(0, int(area.width())))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        return metrics.horizontalAdvance(shown)
