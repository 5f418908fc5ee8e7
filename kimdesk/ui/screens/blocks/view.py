"""The provider's text blocks on the screen."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kimdesk.base.errors import KimError
from kimdesk.domain.block_file import Block
from kimdesk.domain.records import RECORDS
from kimdesk.domain.reference import Reference
from kimdesk.ui.dialogs.ask import Dialog, confirm
from kimdesk.ui.dialogs.files import ask_save
from kimdesk.ui.dialogs.memory import Kept, Remember, forget, kept
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.blocks.state import BlockRow, BlocksState
from kimdesk.ui.shell.family_words import beginning
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import FieldLabel, Paragraph
from kimdesk.ui.widgets.notes import NoteEdit
from kimdesk.ui.widgets.notices import EmptyState, Strip
from kimdesk.ui.widgets.surfaces import Card, ListRow, Page, PageHead, clear, column, rule

if TYPE_CHECKING:
    from kimdesk.ui.screens.blocks.presenter import BlocksPresenter

FILE_NAME = "Textbausteine.toml"
KIND = RECORDS["text_block"]
SHOWN = 90


class BlockDialog(Dialog):
    """Asks for short name, topic and text of one block."""

    wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None, reference: Reference, today: dt.date, row: BlockRow | None) -> None:
        super().__init__(parent, "", width=600)
        self._key = row.key if row is not None else ""
        self.set_title(
            self.tr("Textbaustein"),
            self.tr("Für alle Arbeitsplätze, deshalb ohne Namen. {vorname}, {familie} oder {datum} werden ergänzt."),
        )
        lang = language()
        entries = [each for each in reference["life_domain"].entries if each.valid_on(today)]
        self.name = LineEdit(KIND.field("title").label(lang))
        self.name.setMaxLength(KIND.field("title").max_length)
        self.topic = CodeCombo(
            KIND.field("topic").label(lang), [Option(each.code, each.label(lang)) for each in entries]
        )
        self.text = NoteEdit(KIND.field("text").label(lang), lines=6)
        for field in (self.name, self.topic, self.text):
            self.box.addLayout(column(FieldLabel(field.accessibleName(), field), field, spacing=4))
        if row is not None:
            self.name.setText(row.title)
            self.topic.set_code(row.topic)
            self.text.set_text(row.text)
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.done_button = self.add_button(self.tr("Festhalten"), self._keep, kind="primary", icon="check")
        self.name.textChanged.connect(self._check)
        self.text.edited.connect(self._check)
        self._check()

    def kept(self) -> dict[str, Kept]:
        """Return the fields whose text outlives the program."""
        return kept(name=self.name, topic=self.topic, text=self.text)

    def _check(self, _text: str = "") -> None:
        self.done_button.setEnabled(bool(self.name.text().strip() and self.text.toPlainText().strip()))

    def _keep(self) -> None:
        block = Block(title=self.name.text(), text=self.text.toPlainText(), topic=self.topic.code())
        self.accept()
        self.wanted.emit(self._key, block)


class BlocksView(Page):
    """Shows the blocks, each with what can be done, and gives them out."""

    def __init__(self, reference: Reference, today: dt.date) -> None:
        super().__init__()
        self._reference, self._today = reference, today
        self._presenter: BlocksPresenter | None = None
        self.strip = Strip()
        self.remember: Remember = forget
        self.new = Button(self.tr("Neuer Baustein …"), icon="plus")
        self.new.clicked.connect(lambda: self.ask(None))
        self.give = Button(self.tr("Datei für die Arbeitsplätze speichern …"), icon="save", kind="primary")
        self.give.clicked.connect(self._ask_place)
        self._list = Card()
        self._list.setAccessibleName(self.tr("Textbausteine"))
        self._lay_out()

    def attach(self, presenter: BlocksPresenter) -> None:
        """Connect the presenter; once."""
        self._presenter = presenter

    @property
    def _asks(self) -> BlocksPresenter:
        if self._presenter is None:
            raise RuntimeError("no presenter")
        return self._presenter

    def _lay_out(self) -> None:
        head = PageHead(self.tr("Textbausteine"), self.new, self.give)
        self._count = head.count
        why = self.tr(
            "Kurze Texte, die an allen Arbeitsplätzen gleich lauten sollen. Die Arbeitsplätze laden die Datei unter"
            " „Einstellungen“, „Träger“; mit {key} stehen die Texte dann neben den eigenen."
        ).format(key="F4")
        self.box.addWidget(head)
        self.box.addWidget(Paragraph(why, "dim"))
        self.box.addWidget(self.strip)
        self.box.addWidget(self._list)
        self.box.addStretch(1)

    def show_state(self, state: BlocksState) -> None:
        """Show every block."""
        clear(self._list.box)
        self._count.setText(str(len(state.rows)) if state.rows else "")
        self.give.setEnabled(bool(state.rows))
        for at, row in enumerate(state.rows):
            if at:
                self._list.box.addWidget(rule())
            self._list.box.addWidget(self._row(row))
        if state.loaded and not state.rows:
            why = self.tr("Zum Beispiel, wie Sie auf die Freiwilligkeit hinweisen oder einen Termin bestätigen.")
            self._list.box.addWidget(EmptyState(self.tr("Noch gibt es keinen Baustein"), why, icon="quote"))

    def _row(self, row: BlockRow) -> ListRow:
        topic = self._reference.label("life_domain", row.topic, language()) if row.topic else ""
        detail = " · ".join(part for part in (topic, beginning(row.text, SHOWN)) if part)
        made = ListRow(row.title, detail, icon="quote")
        for word, name, act in (
            (self.tr("Ändern …"), self.tr("Baustein ändern: {title}"), self.ask),
            (self.tr("Entfernen …"), self.tr("Baustein entfernen: {title}"), self._ask_remove),
        ):
            button = Button(word, kind="quiet")
            button.setAccessibleName(name.format(title=row.title))
            button.clicked.connect(lambda _on=False, act=act: act(row))
            made.add_end(button)
        return made

    # asking -----------------------------------------------------------------

    def ask(self, row: BlockRow | None) -> BlockDialog:
        """Ask for a block's words."""
        dialog = BlockDialog(self, self._reference, self._today, row)
        dialog.wanted.connect(self._asks.keep)
        self.remember(dialog, f"block:{row.key if row is not None else ''}", dialog.kept())
        dialog.open()
        return dialog

    def _ask_remove(self, row: BlockRow) -> Dialog:
        return confirm(
            self,
            self.tr("Baustein „{title}“ entfernen?").format(title=row.title),
            self.tr("Aus den Arbeitsplätzen verschwindet er mit der nächsten Datei."),
            yes=self.tr("Entfernen"),
            act=lambda: self._asks.remove(row.key),
        )

    def _ask_place(self) -> None:
        ask_save(self, self.tr("Textbausteine speichern"), FILE_NAME, "TOML (*.toml)", self._asks.write)

    def say_written(self, count: int) -> None:
        """Say that the file is written."""
        self.strip.say(
            self.tr("Die Datei mit %n Bausteinen ist gespeichert.", "", count),
            self.tr("Sie ist lesbar und enthält keine Daten über Familien."),
            tone="green",
        )

    def show_error(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)
