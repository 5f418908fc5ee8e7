"""The real PDF beside the editor: pages drawn by PDFium from memory, only those one looks at."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from kimdesk.base.errors import KimError, UserProblem
from kimdesk.base.progress import Progress
from kimdesk.ui import privacy
from kimdesk.ui.tasks import Job, Runner
from kimdesk.ui.theme.look import current

Sizes = tuple[tuple[float, float], ...]
Box = tuple[float, float, float, float]
_MARK = QColor("#B26A00")
"""Marks lie on white paper in every look."""
MOST_PAGES = 2000
"""Pages shown of a document from outside."""
LONGEST = 20
"""So many times as high as wide a page may be: drawing it takes memory."""

_one_at_a_time = threading.Lock()


@contextmanager
def opened_pdf(pdf: bytes) -> Iterator[Any]:
    """Yield a PDF opened from memory; PDFium knows no threads, so one at a time, whoever asks.

    Raises UserProblem attachment.pdf_unreadable for what is damaged or wants a password.
    """
    import pypdfium2  # noqa: PLC0415 - 41 ms that only a preview needs

    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(pdf)
            try:
                yield document
            finally:
                document.close()
        except pypdfium2.PdfiumError as error:
            raise UserProblem("attachment.pdf_unreadable") from error


def page_sizes(pdf: bytes) -> Sizes:
    """Return width and height of every page in points; raises UserProblem attachment.pdf_unreadable."""
    with opened_pdf(pdf) as document:
        sizes = tuple(document.get_page_size(number) for number in range(min(len(document), MOST_PAGES)))
    if not sizes or any(width <= 0 or height <= 0 or height > LONGEST * width for width, height in sizes):
        raise UserProblem("attachment.pdf_unreadable")
    return sizes


def render(pdf: bytes, number: int, width: int) -> QImage:
    """Return one page as a picture of a width in pixels."""
    with opened_pdf(pdf) as document:
        page = document[number]
        picture = _to_image(page.render(scale=width / page.get_width()))
        page.close()
        return picture


def _to_image(bitmap: Any) -> QImage:
    forms = {"BGR": QImage.Format.Format_BGR888, "BGRx": QImage.Format.Format_RGB32}
    form = forms.get(bitmap.mode, QImage.Format.Format_ARGB32)
    image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form)
    return image.copy()


COARSE = 40


def coarse(picture: QPixmap) -> QPixmap:
    """Return a page in which lines can be seen but no letter read: names stand anywhere on a paper."""
    return picture.scaledToWidth(COARSE, Qt.TransformationMode.SmoothTransformation)


class Marked(Protocol):
    """A place where something was found."""

    @property
    def page(self) -> int:
        """The page, from 0."""
        ...

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Left, top, right, bottom as parts of the page."""
        ...


class _Sheet(QWidget):
    """One page: white paper with a line around it until its picture is there."""

    def __init__(self, number: int, ratio: float, name: str) -> None:
        super().__init__()
        self.number = number
        self.picture: QPixmap | None = None
        self.asked_width = 0
        self._ratio = ratio
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        self._marks: tuple[tuple[Box, bool], ...] = ()

    def mark(self, marks: tuple[tuple[Box, bool], ...]) -> None:
        """Mark boxes (parts of the page), the one looked at more strongly."""
        if marks != self._marks:
            self._marks = marks
            self.update()

    def names_changed(self) -> None:
        """Follow the privacy key."""
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Keep the page's proportions."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the page's height at a width."""
        return round(width * self._ratio)

    def sizeHint(self) -> QSize:
        """Return a readable size."""
        return QSize(420, round(420 * self._ratio))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw paper, picture and edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self.picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self.rect(), coarse(self.picture) if privacy.hidden() else self.picture)
        self._paint_marks(painter)
        painter.setPen(current().color("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_marks(self, painter: QPainter) -> None:
        for (left, top, right, bottom), looked_at in self._marks:
            width, height = self.width(), self.height()
            place = QRectF(left * width, top * height, (right - left) * width, (bottom - top) * height)
            painter.setPen(QPen(_MARK, 2) if looked_at else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(_MARK.red(), _MARK.green(), _MARK.blue(), 110 if looked_at else 70))
            painter.drawRect(place.adjusted(-1, -1, 1, 1))


class PdfPreview(QScrollArea):
    """Shows a PDF held in memory; keeps the scroll position when a new version of it arrives."""

    laid_out = Signal(int)
    page_changed = Signal(int)
    unreadable = Signal(object)

    def __init__(self, name: str, runner: Runner) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("reads", "yes")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._runner = runner
        self._pdf = b""
        self._version = 0
        self._zoom = 1.0
        self._page = 0
        self._sheets: list[_Sheet] = []
        self._jobs: list[Job] = []
        self._body = QWidget()
        self._body.setProperty("role", "page")
        self._box = QVBoxLayout(self._body)
        self._box.setContentsMargins(12, 12, 12, 12)
        self._box.setSpacing(12)
        self._box.addStretch(1)
        self.setWidget(self._body)
        self.verticalScrollBar().valueChanged.connect(self._look)

    def show_pdf(self, pdf: bytes) -> None:
        """Show a document; pages keep their old picture until the new one is drawn."""
        self._version += 1
        self._pdf = pdf
        for job in self._jobs:
            job.forget()
        sizes = self._runner.run(
            lambda _steps: page_sizes(pdf), self._lay_out, failed=self._tell_unreadable, lane="side"
        )
        self._jobs = [sizes]

    def _tell_unreadable(self, error: KimError) -> None:
        if isValid(self):
            self.unreadable.emit(error)

    def page_count(self) -> int:
        """Return how many pages are shown."""
        return len(self._sheets)

    def set_zoom(self, zoom: float) -> None:
        """Show pages as wide as the room (1), or wider; then they can be moved sideways."""
        self._zoom = zoom
        wide = Qt.ScrollBarPolicy.ScrollBarAsNeeded if zoom > 1 else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(wide)
        self._widen()
        self._look()

    def _widen(self) -> None:
        for sheet in self._sheets:
            sheet.setMinimumWidth(self._page_width() if self._zoom > 1 else 0)

    def _page_width(self) -> int:
        return max(200, round((self.viewport().width() - 24) * self._zoom))

    def turn_to(self, number: int, at: float = 0.0) -> None:
        """Scroll to a page, or to a part of it (0 top, 1 bottom)."""
        if number < len(self._sheets):
            self._settle()
            place = self._sheets[number].geometry()
            above = 12 if at == 0 else self.viewport().height() // 3
            self.verticalScrollBar().setValue(round(place.top() + at * place.height() - above))

    def _settle(self) -> None:
        layout = self._body.layout()
        if layout is not None:
            layout.activate()

    def mark(self, hits: Sequence[Marked], at: int) -> None:
        """Mark places where words were found, and show the one looked at."""
        for sheet in self._sheets:
            here = [
                (box, place == at) for place, hit in enumerate(hits) if hit.page == sheet.number for box in hit.boxes
            ]
            sheet.mark(tuple(here))
        if at < len(hits):
            self.turn_to(hits[at].page, hits[at].boxes[0][1])

    def _lay_out(self, sizes: Sizes) -> None:
        if not isValid(self):  # closed before its document was read
            return
        old = [sheet.picture for sheet in self._sheets]
        if len(sizes) != len(self._sheets):
            for sheet in self._sheets:
                self._box.removeWidget(sheet)
                sheet.hide()
                sheet.deleteLater()
            self._sheets = []
            for number, (width, height) in enumerate(sizes):
                name = self.tr("Seite {n} von {all}").format(n=number + 1, all=len(sizes))
                sheet = _Sheet(number, height / width, name)
                sheet.picture = old[number] if number < len(old) else None
                self._sheets.append(sheet)
                self._box.insertWidget(number, sheet)
        for sheet in self._sheets:
            sheet.asked_width = 0
        self._widen()
        self.laid_out.emit(len(self._sheets))
        self._look()

    def _look(self) -> None:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        width = self._page_width()
        self._tell_page(top + self.viewport().height() // 3)
        for sheet in self._sheets:
            place = sheet.geometry()
            seen = place.bottom() >= top - 400 and place.top() <= bottom + 400
            if (seen or sheet.number == 0) and sheet.asked_width != width:
                sheet.asked_width = width
                self._ask(sheet, width)

    def _tell_page(self, height: int) -> None:
        page = next((each.number for each in self._sheets if each.geometry().bottom() >= height), 0)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def _ask(self, sheet: _Sheet, width: int) -> None:
        pdf, version, pixels = self._pdf, self._version, round(width * self.devicePixelRatioF())

        def work(_steps: Progress) -> QImage:
            return render(pdf, sheet.number, pixels)

        drawn = self._runner.run(work, self._shower(sheet, version), failed=lambda _error: None, lane="side")
        self._jobs.append(drawn)  # a page that cannot be drawn stays white

    def _shower(self, sheet: _Sheet, version: int) -> Callable[[QImage], None]:
        def show(image: QImage) -> None:
            if version == self._version and isValid(sheet):
                sheet.picture = QPixmap.fromImage(image)
                sheet.update()

        return show

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the pages anew in the new width."""
        super().resizeEvent(event)
        self._widen()
        self._look()

    def event(self, event: QEvent) -> bool:
        """Look again once the layout is done."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._look()
        return super().event(event)
