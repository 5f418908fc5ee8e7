"""Text blocks: a small list that filters while one types, and the dialog in which they are written."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QTextEdit, QWidget
from shiboken6 import isValid

from kimdesk.base.ids import RecordId
from kimdesk.casework import editing, family, text_blocks
from kimdesk.domain.changes import Changes
from kimdesk.domain.records import RECORDS, TextBlock
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.command import CommandDialog
from kimdesk.ui.dialogs.command_presenter import Found
from kimdesk.ui.forms.form import Form, FormContext
from kimdesk.ui.forms.port import Target
from kimdesk.ui.i18n import language
from kimdesk.ui.shell.family_rows import values_of
from kimdesk.ui.shell.family_words import beginning
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.fold import FoldButton
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.surfaces import clear, column

BLOCK = RECORDS["text_block"]
FIELDS = ("title", "text", "topic")
"""What is written here is one's own; the provider's blocks come as a file and are only read."""
TALLEST = 420
"""Pixels the scrolling part takes at most, so that the dialog fits 768 lines."""
Note = QPlainTextEdit | QTextEdit


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where a block goes: the note, and the family or the contact it is written about."""

    note: Note
    case: RecordId | None = None
    contact: RecordId | None = None


class TextBlocksDialog(CommandDialog):
    """Chooses a block by typing a few of its letters; Return puts it in."""

    def __init__(self, parent: QWidget | None, context: Context, where: Where) -> None:
        super().__init__(parent)
        self._context = context
        self._where = where
        self._blocks: dict[str, TextBlock] = {}
        self.set_title(self.tr("Textbaustein einfügen"))
        self.field.setPlaceholderText(self.tr("Kürzel oder Wörter"))
        self.nothing.set_body(self.tr("Noch kein Baustein mit diesen Wörtern."))
        self.manage_button = self.add_button(self.tr("Bausteine verwalten …"), self._manage, icon="pencil")
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.typed.connect(self.look)
        self.chosen.connect(self._insert)
        self.look("")

    def look(self, words: str) -> None:
        """Show the blocks with these words."""
        self._context.runner.run(
            lambda _steps: text_blocks.blocks(self._context.desk, words),
            lambda found: self._show(found, words),
            failed=self.fail,
            lane="query",
        )

    def _show(self, found: tuple[TextBlock, ...], words: str) -> None:
        if not isValid(self):
            return
        self._blocks = {each.id.hex(): each for each in found}
        lines = [
            Found(
                sort="record",
                title=each.title,
                detail=" · ".join([*self._whose(each), beginning(each.text, 90)]),
                icon="building-2" if text_blocks.is_providers(each) else "quote",
                target=each.id.hex(),
            )
            for each in found
        ]
        self.show_found(lines, words or " ")

    def _whose(self, block: TextBlock) -> list[str]:
        """Return whose it is, where it is not one's own."""
        reference = self._context.desk.reference
        known = text_blocks.is_providers(block)
        return [reference.label("text_block_scope", text_blocks.PROVIDER, language())] if known else []

    def _insert(self, found: Found) -> None:
        block, where, context = self._blocks[found.target], self._where, self._context

        def put(values: dict[str, str]) -> None:
            if isValid(where.note) and not where.note.isReadOnly():
                where.note.textCursor().insertText(text_blocks.fill(block.text, values))
                where.note.setFocus()

        context.runner.run(
            lambda _steps: text_blocks.values_for(context.desk, where.case, where.contact),
            put,
            failed=self.fail,
            lane="query",
        )

    def _manage(self) -> None:
        parent = self.parentWidget()
        self.close()
        ManageDialog(parent, self._context).open()


class ManageDialog(Dialog):
    """Writes, changes and removes blocks; what is typed is kept by itself."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None, context: Context) -> None:
        why = QCoreApplication.translate("ManageDialog", "In Klammern steht, was beim Einfügen ergänzt wird: {words}.")
        words = ", ".join(f"{{{word}}}" for word in text_blocks.PLACEHOLDERS)
        super().__init__(parent, "", width=640)
        self.set_title(self.tr("Textbausteine"), why.format(words=words))
        self._context = context
        desk = context.desk
        shared = FormContext(reference=desk.reference, today=desk.today, language=language(), port=context.port)
        self.form = Form(BLOCK, FIELDS, shared)
        self.form.settled.connect(lambda _exists: self.load())
        self._record: RecordId | None = None
        self._list = column(spacing=2)
        self.add_block = Button(self.tr("Neuer Baustein"), icon="plus")
        self.add_block.clicked.connect(self.begin)
        self.empty = Paragraph(self.tr("Hier stehen Ihre Bausteine und die Ihres Trägers. Noch gibt es keinen."), "dim")
        for part in (self.add_block, self.empty):
            self.box.addWidget(part)
        self.box.addWidget(self._scrolling())
        self.remove_button = self.add_button(self.tr("Baustein entfernen"), self._remove, icon="trash-2")
        self.add_button(self.tr("Fertig"), self.accept, kind="primary", icon="check")
        self.form.hide()
        self.finished.connect(lambda _result: self.form.settle())
        self.load()

    def _scrolling(self) -> QScrollArea:
        """Return list and form in a part that scrolls, so that the dialog fits small screens and large type."""
        inner = QWidget()
        inner.setLayout(column(self._list, 8, self.form, None))
        area = QScrollArea()
        area.setWidget(inner)
        for part in (inner, area):
            part.setProperty("role", "clear")
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFixedHeight(min(current().px(400), TALLEST))
        return area

    def load(self) -> None:
        """Show all blocks, the open one below."""
        if not isValid(self):
            return
        clear(self._list)
        found = text_blocks.blocks(self._context.desk)
        own = [each for each in found if not text_blocks.is_providers(each)]
        theirs = [each for each in found if text_blocks.is_providers(each)]
        for heading, listed in ((self.tr("Eigene"), own), (self.tr("Vom Träger, nur zu lesen"), theirs)):
            if listed and theirs:
                self._list.addWidget(Label(heading, "label"))
            for each in listed:
                self._list.addWidget(self._line(each))
        self.empty.setVisible(not found)
        self.remove_button.setVisible(any(each.id == self._record for each in own))

    def _line(self, block: TextBlock) -> FoldButton:
        line = FoldButton()
        name = (
            self.tr("Baustein ansehen: {title}")
            if text_blocks.is_providers(block)
            else self.tr("Baustein ändern: {title}")
        )
        shown = " · ".join(part for part in (block.title, beginning(block.text, 60)) if part)
        line.say(shown, name.format(title=block.title))
        line.set_open(is_open=block.id == self._record)
        line.clicked.connect(lambda _on=False: self.turn_to(block.id))
        return line

    def begin(self) -> None:
        """Begin a new block."""
        self.turn_to(editing.mint(self._context.desk))

    def turn_to(self, record: RecordId) -> None:
        """Open a block in the form."""
        self.form.settle()
        self._record = record
        desk = self._context.desk
        found = desk.page.get(TextBlock, record)
        drafts = {each.field: each.text for each in family.drafts(desk, record)}
        target = Target(kind=BLOCK.name, record=record)
        self.form.show()
        self.form.show_record(target, values_of(BLOCK, found), drafts, exists=found is not None)
        self.form.set_read_only(read_only=found is not None and text_blocks.is_providers(found))
        self.form.focus_first()
        self.load()

    def _remove(self) -> None:
        record = self._record
        if record is None:
            return

        def removed(changes: Changes) -> None:
            self._record = None
            self.form.hide()
            self._context.tell(changes)
            self.load()

        self._context.runner.run(
            lambda _steps: family.delete(self._context.desk, BLOCK.name, record), removed, failed=self.strip.fail
        )


def open_blocks(parent: QWidget, context: Context, where: Where) -> TextBlocksDialog:
    """Offer the blocks for the note one is writing in."""
    dialog = TextBlocksDialog(parent, context, where)
    dialog.open()
    dialog.field.setFocus()
    return dialog
