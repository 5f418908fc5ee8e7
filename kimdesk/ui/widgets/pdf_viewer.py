"""A PDF to look through: small pages to jump to, larger and smaller, words to find."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kimdesk.ui import privacy
from kimdesk.ui.tasks import Job, Runner
from kimdesk.ui.theme import tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import IconButton, ring
from kimdesk.ui.widgets.inputs import SearchField
from kimdesk.ui.widgets.labels import Label
from kimdesk.ui.widgets.pdf import PdfPreview, coarse, render
from kimdesk.ui.widgets.pdf_search import Hit, find
from kimdesk.ui.widgets.surfaces import Flow, row

THUMB = 64
ROOM_FOR_THUMBS = 330
ZOOMS = (1.0, 1.25, 1.5, 2.0, 3.0)


class Thumb(QAbstractButton):
    """One page, small: a press goes there; the page shown has a thick edge."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self.number = number
        self.picture: QPixmap | None = None
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def names_changed(self) -> None:
        """Follow the privacy key."""
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a small page with its number below."""
        width = current().px(THUMB)
        return QSize(width, round(width * 1.42) + current().px(18))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw page, edge and number."""
        painter, look = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        below = look.px(18)
        paper = QRectF(2, 2, self.width() - 4, self.height() - below - 4)
        painter.fillRect(paper, Qt.GlobalColor.white)
        if self.picture is not None:
            shown = coarse(self.picture) if privacy.hidden() else self.picture
            painter.drawPixmap(paper.toRect(), shown)
        marked = self.isChecked()
        pen = painter.pen()
        pen.setColor(look.color("accent" if marked else "control"))
        pen.setWidth(2 if marked else 1)
        painter.setPen(pen)
        painter.drawRect(paper)
        painter.setPen(look.color("text" if self.isChecked() else "dim"))
        painter.setFont(look.font(weight=600 if self.isChecked() else 400))
        place = QRectF(0, self.height() - below, self.width(), below)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), str(self.number + 1))
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), tokens.RADIUS_TAG)


class PdfViewer(QWidget):
    """A preview with its pages, its size and its search around it."""

    hits_changed = Signal(int)

    def __init__(self, name: str, runner: Runner) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._runner = runner
        self._pdf = b""
        self._jobs: list[Job] = []
        self._hits: tuple[Hit, ...] = ()
        self._at = 0
        self._zoom = 0
        self._begun = False
        self.preview = PdfPreview(name, runner)
        self.page_label = Label("", "small")
        self.smaller = IconButton("zoom-out", self.tr("Seiten kleiner"))
        self.larger = IconButton("zoom-in", self.tr("Seiten größer"))
        self.search = SearchField(self.tr("In den Seiten suchen"), placeholder=self.tr("Wort suchen …"))
        self.count = Label("", "small")
        self.before = IconButton("chevron-up", self.tr("Vorheriger Treffer"))
        self.next = IconButton("chevron-down", self.tr("Nächster Treffer"))
        self.thumbs: list[Thumb] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        self._strip = QScrollArea()
        self._strip.setFrameShape(QFrame.Shape.NoFrame)
        self._strip.setWidgetResizable(True)
        self._strip.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._strip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        body.setProperty("role", "page")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(4, 4, 4, 4)
        self._column.addStretch(1)
        self._strip.setWidget(body)
        size, found = QWidget(), QWidget()
        size.setLayout(row(self.page_label, self.smaller, self.larger, spacing=4))
        found.setLayout(row(self.search, self.count, self.before, self.next, spacing=4))
        self.search.setMaximumWidth(current().px(190))
        pages = QHBoxLayout()
        pages.setSpacing(4)
        pages.addWidget(self._strip)
        pages.addWidget(self.preview, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addWidget(Flow(size, found, spacing=4))
        outer.addLayout(pages, 1)
        self._show_hits()

    def _connect(self) -> None:
        self.preview.laid_out.connect(self._laid_out)
        self.preview.page_changed.connect(self._page_changed)
        self.smaller.clicked.connect(lambda: self._resize_pages(-1))
        self.larger.clicked.connect(lambda: self._resize_pages(1))
        self.search.searched.connect(self._search)
        self.search.returnPressed.connect(self._return)
        self.before.clicked.connect(lambda: self._go(-1))
        self.next.clicked.connect(lambda: self._go(1))

    def show_pdf(self, pdf: bytes) -> None:
        """Show another document; what was searched for is searched again."""
        self._pdf = pdf
        for job in self._jobs:
            job.forget()
        self._jobs = []
        self.preview.show_pdf(pdf)
        if self.search.text():
            self._search(self.search.text())

    def page_count(self) -> int:
        """Return how many pages are shown."""
        return self.preview.page_count()

    # pages ----------------------------------------------------------------

    def _laid_out(self, pages: int) -> None:
        for thumb in self.thumbs:
            self._column.removeWidget(thumb)
            thumb.hide()
            thumb.deleteLater()
        self.thumbs = [self._thumb(number, pages) for number in range(pages)] if pages > 1 else []
        for place, thumb in enumerate(self.thumbs):
            self._column.insertWidget(place, thumb)
            self._draw(thumb)
        self._strip.setFixedWidth(current().px(THUMB) + 22)
        self._arrange()
        self._page_changed(0)

    def _thumb(self, number: int, pages: int) -> Thumb:
        thumb = Thumb(number, self.tr("Zu Seite {n} von {all}").format(n=number + 1, all=pages))
        thumb.clicked.connect(lambda: self._turn_to(number))
        return thumb

    def _turn_to(self, number: int) -> None:
        self.preview.turn_to(number)
        self._page_changed(number)

    def _draw(self, thumb: Thumb) -> None:
        pdf, width = self._pdf, round(current().px(THUMB) * self.devicePixelRatioF())

        def show(image: QImage) -> None:
            if pdf == self._pdf and thumb in self.thumbs:
                thumb.picture = QPixmap.fromImage(image)
                thumb.update()

        self._jobs.append(self._runner.run(lambda _steps: render(pdf, thumb.number, width), show, lane="side"))

    def _page_changed(self, number: int) -> None:
        for thumb in self.thumbs:
            thumb.setChecked(thumb.number == number)
        pages = self.page_count()
        self.page_label.setText(self.tr("Seite {n} von {all}").format(n=number + 1, all=pages) if pages else "")

    def _resize_pages(self, step: int) -> None:
        self._zoom = min(max(self._zoom + step, 0), len(ZOOMS) - 1)
        self.preview.set_zoom(ZOOMS[self._zoom])
        self.smaller.setEnabled(self._zoom > 0)
        self.larger.setEnabled(self._zoom < len(ZOOMS) - 1)

    # search ---------------------------------------------------------------

    def _return(self) -> None:
        """Go to the next place, unless this Return has just begun the search."""
        if not self._begun:
            self._go(1)

    def _rested(self) -> None:
        self._begun = False

    def _search(self, words: str) -> None:
        pdf = self._pdf
        self._begun = True
        QTimer.singleShot(0, self, self._rested)

        def found(hits: tuple[Hit, ...]) -> None:
            if pdf == self._pdf and words == self.search.text():
                self._hits, self._at = hits, 0
                self._show_hits()

        if words.strip() and pdf:
            self._jobs.append(self._runner.run(lambda _steps: find(pdf, words), found, lane="side"))
        else:
            self._hits = ()
            self._show_hits()

    def _go(self, step: int) -> None:
        if self._hits:
            self._at = (self._at + step) % len(self._hits)
            self._show_hits()

    def _show_hits(self) -> None:
        self.preview.mark(self._hits, self._at)
        some, asked = bool(self._hits), bool(self.search.text().strip())
        said = self.tr("nichts gefunden") if asked else ""
        if some:
            said = self.tr("{n} von {all}").format(n=self._at + 1, all=len(self._hits))
        self.count.setText(said)
        self.count.setVisible(bool(said))
        for button in (self.before, self.next):
            button.setVisible(some)
        self.smaller.setEnabled(self._zoom > 0)
        self.hits_changed.emit(len(self._hits))

    # room -----------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the small pages where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._strip.setVisible(len(self.thumbs) > 1 and self.width() >= current().px(ROOM_FOR_THUMBS))
