"""A page to be read: headings, paragraphs and lists as one text, for eyes, keyboard and screen readers alike."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextListFormat
from PySide6.QtWidgets import QTextEdit

from kimdesk.domain.handbook import HandbookPage, Part, Section
from kimdesk.ui.theme import tokens
from kimdesk.ui.theme.look import current

_LINE = 130.0
_STYLES = {"point": QTextListFormat.Style.ListDisc, "step": QTextListFormat.Style.ListDecimal}


class ReadingText(QTextEdit):
    """Shows one page of the handbook; arrow keys and the page keys read on, Tab goes on to the next control."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._page: HandbookPage | None = None

    def show_page(self, page: HandbookPage) -> None:
        """Show a page from its beginning."""
        self._page = page
        self.setAccessibleName(page.title)
        self.document().clear()
        writer = QTextCursor(self.document())
        self._heading(writer, page.title, 1, first=True)
        for section in page.sections:
            self._section(writer, section)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and font scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._page is not None:
            self.show_page(self._page)

    def _section(self, writer: QTextCursor, section: Section) -> None:
        if section.heading:
            self._heading(writer, section.heading, 2)
        for kind, parts in groupby(section.parts, key=lambda part: part.kind):
            lines = None if kind == "text" else _marks(_STYLES[kind])
            self._parts(writer, parts, lines)

    def _heading(self, writer: QTextCursor, text: str, level: int, *, first: bool = False) -> None:
        shape = _block(above=0 if first else 16, below=4)
        shape.setHeadingLevel(level)
        if first:
            writer.setBlockFormat(shape)
        else:
            writer.insertBlock(shape, QTextCharFormat())
        size = tokens.TITLE if level == 1 else tokens.SECTION
        writer.insertText(text, _letters(current().font(size, 700 if level == 1 else 600), "text"))

    def _parts(self, writer: QTextCursor, parts: Iterable[Part], marks: QTextListFormat | None) -> None:
        """Write paragraphs one below the other, or the items of one list."""
        items = None
        for part in parts:
            writer.insertBlock(_block(below=4 if marks is None else 2), _letters(current().font(), "text"))
            if marks is not None:
                items = items or writer.createList(marks)
                items.add(writer.block())
            _write(writer, part.words)


def _block(*, above: float = 0, below: float = 0) -> QTextBlockFormat:
    look, shape = current(), QTextBlockFormat()
    shape.setTopMargin(look.px(above) if above else 0)
    shape.setBottomMargin(look.px(below))
    shape.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return shape


def _marks(style: QTextListFormat.Style) -> QTextListFormat:
    marks = QTextListFormat()
    marks.setStyle(style)
    marks.setIndent(1)
    return marks


def _letters(font: QFont, role: str) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFont(font)
    letters.setForeground(current().color(role))
    return letters


def _write(writer: QTextCursor, words: Iterable[tuple[str, bool]]) -> None:
    look = current()
    for text, strong in words:
        writer.insertText(text, _letters(look.font(weight=600 if strong else 400), "text"))
