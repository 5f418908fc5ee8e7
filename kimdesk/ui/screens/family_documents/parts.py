"""Parts of the page of a family's files: the list with small pictures, and what is seen of the file chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from kimdesk.base.errors import KimError, explain
from kimdesk.ui import privacy
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.family_documents.state import FileItem, Preview
from kimdesk.ui.screens.family_documents.words import DocumentWords
from kimdesk.ui.tasks import Runner
from kimdesk.ui.theme import icons, tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Skin, box, ring
from kimdesk.ui.widgets.keyed_list import KeyedButton, KeyedList
from kimdesk.ui.widgets.labels import IconLabel, Paragraph
from kimdesk.ui.widgets.pdf import PdfPreview, coarse

EDGE = 44
"""Pixels of a small picture in the list, at 100 %."""


class FileButton(KeyedButton):
    """A file in the list: a small picture or an icon, its name, a dim line below."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self._title, self._detail, self._icon, self._confided = "", "", "file-text", True
        self._picture: QPixmap | None = None
        self.setProperty("elides", True)  # noqa: FBT003 - Qt's way
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, title: str, detail: str, icon: str, *, confided: bool) -> None:
        """Show a file."""
        self._title, self._detail, self._icon, self._confided = title, detail, icon, confided
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.update()

    def show_picture(self, data: bytes | None) -> None:
        """Show a small picture, or a sign that there is none to be had."""
        if data is None:
            self._icon = "triangle-alert"
        else:
            self._picture = QPixmap.fromImage(QImage.fromData(data))
        self.update()

    def has_picture(self) -> bool:
        """Tell whether a small picture is shown."""
        return self._picture is not None

    def names_changed(self) -> None:
        """Follow the privacy key."""
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the picture and two lines."""
        return QSize(current().px(220), current().px(EDGE) + 16)

    def minimumSizeHint(self) -> QSize:
        """Let long names be shortened."""
        return QSize(current().px(140), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and font scale."""
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw picture, lines, choice and focus."""
        look, painter, area = current(), QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.isChecked():
            edge = "accent" if look.theme == "contrast" else ""
            box(painter, area, Skin("accent_soft", edge, ""), tokens.RADIUS_CONTROL)
        elif self.underMouse():
            box(painter, area, Skin("raised", "", ""), tokens.RADIUS_CONTROL)
        side = look.px(EDGE)
        spot = QRectF(10, (area.height() - side) / 2, side, side)
        self._draw_picture(painter, spot)
        text = area.adjusted(spot.right() + 12, 8, -12, -8)
        self._draw_lines(painter, text)
        if self.hasFocus():
            ring(painter, area)

    def _draw_picture(self, painter: QPainter, spot: QRectF) -> None:
        look = current()
        if self._picture is None or privacy.hidden():
            box(painter, spot, Skin("raised", "line", ""), tokens.RADIUS_TAG)
            side = look.px(20)
            middle = QRectF(spot.center().x() - side / 2, spot.center().y() - side / 2, side, side)
            icons.paint(painter, self._icon, middle, "dim")
            return
        path = QPainterPath()
        path.addRoundedRect(spot, tokens.RADIUS_TAG, tokens.RADIUS_TAG)
        painter.save()
        painter.setClipPath(path)
        painter.drawPixmap(spot, self._picture, _middle_square(self._picture))
        painter.restore()

    def _draw_lines(self, painter: QPainter, area: QRectF) -> None:
        look = current()
        half = area.height() / 2
        painter.setFont(look.font(tokens.BODY, 500))
        painter.setPen(look.color("accent" if self.isChecked() else "text"))
        self._elided(painter, QRectF(area.left(), area.top(), area.width(), half), self._title)
        below = QRectF(area.left(), area.top() + half, area.width(), half)
        if self._confided:
            side = look.px(13)
            icons.paint(painter, "lock", QRectF(below.left(), below.center().y() - side / 2, side, side), "dim")
            below.setLeft(below.left() + side + 5)
        painter.setFont(look.font(tokens.SMALL))
        painter.setPen(look.color("dim"))
        self._elided(painter, below, self._detail)

    def _elided(self, painter: QPainter, area: QRectF, text: str) -> None:
        shown = painter.fontMetrics().elidedText(
            privacy.mask(text), Qt.TextElideMode.ElideRight, max(0, int(area.width()))
        )
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def _middle_square(picture: QPixmap) -> QRectF:
    side = min(picture.width(), picture.height())
    return QRectF((picture.width() - side) / 2, (picture.height() - side) / 2, side, side)


class FileList(KeyedList[FileButton]):
    """The files of a case."""

    def __init__(self, words: DocumentWords) -> None:
        super().__init__(QCoreApplication.translate("FileList", "Dateien der Familie"), FileButton)
        self._words = words

    def show_items(self, items: Sequence[FileItem], selected: str) -> None:
        """Show these files."""
        for button, item in zip(self.show_keys([item.key for item in items], selected), items, strict=True):
            button.say(item.title, self._words.detail(item), self._words.icon(item), confided=item.confided)


class PictureSheet(QWidget):
    """A picture from memory, as large as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()

    def show_picture(self, data: bytes) -> None:
        """Show a picture."""
        self._picture = QPixmap.fromImage(QImage.fromData(data))
        self.update()

    def names_changed(self) -> None:
        """Follow the privacy key: faces and letters are names as well."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the picture in the middle, never larger than it is."""
        if self._picture.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shown = coarse(self._picture) if privacy.hidden() else self._picture
        size = self._picture.size()
        if size.width() > self.width() or size.height() > self.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        spot = QRectF(
            (self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height()
        )
        painter.drawPixmap(spot, shown, QRectF(shown.rect()))


class Notice(QWidget):
    """What stands in the place of a picture: an icon, what it is or what happened, and what to do."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("file-text", "dim", 28)
        self.what = Paragraph("", "strong")
        self.why = Paragraph("", "dim")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 24, 16, 24)
        layout.setSpacing(8)
        layout.addStretch(1)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (self.what, self.why):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(text)
        layout.addStretch(2)

    def say(self, what: str, why: str, *, icon: str, role: str = "dim") -> None:
        """Show a notice."""
        self._icon.set_icon(icon, role)
        self.what.set_body(what)
        self.why.set_body(why)
        self.why.setVisible(bool(why))
        self.setAccessibleName(f"{what} {why}".strip())


class Seen(QStackedWidget):
    """What is seen of a file: a picture, the pages of a PDF, or a notice in their place."""

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self.picture = PictureSheet()
        self.pdf = PdfPreview(self.tr("Seiten der Datei"), runner)
        self.notice = Notice()
        for part in (self.notice, self.picture, self.pdf):
            self.addWidget(part)
        self.pdf.unreadable.connect(self.fail)

    def sizeHint(self) -> QSize:
        """Return a readable size."""
        return QSize(current().px(420), current().px(420))

    def minimumSizeHint(self) -> QSize:
        """Let narrow windows have it."""
        return QSize(current().px(200), current().px(260))

    def show_preview(self, preview: Preview, name: str) -> None:
        """Show what there is; `name` is read out with a picture."""
        if preview.kind == "picture":
            self.picture.setAccessibleName(self.tr("Bild: {name}").format(name=name))
            self.picture.show_picture(preview.data)
            self.setCurrentWidget(self.picture)
        elif preview.kind == "pdf":
            self.pdf.show_pdf(preview.data)
            self.setCurrentWidget(self.pdf)
        elif preview.kind == "problem" and preview.error is not None:
            self.fail(preview.error)
        else:
            self._say(preview)

    def _say(self, preview: Preview) -> None:
        if preview.kind == "reading":
            self.notice.say(self.tr("Wird geöffnet …"), "", icon="loader")
        else:
            why = self.tr("Bilder und PDF-Dateien sind hier zu sehen. Diese Datei ist vollständig gespeichert.")
            self.notice.say(self.tr("Keine Vorschau"), why, icon="file-text")
        self.setCurrentWidget(self.notice)

    def fail(self, error: KimError) -> None:
        """Say in the place of the file what happened, what is safe and what to do."""
        text = explain(error, language())
        why = " ".join(part for part in (text.safe, text.next) if part)
        self.notice.say(text.what, why, icon="triangle-alert", role="red")
        self.setCurrentWidget(self.notice)
