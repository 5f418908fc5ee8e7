"""The page of a family's contacts: newest first, filtered while one types, each opened in place."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from kimdesk.base.errors import KimError
from kimdesk.ui import actions
from kimdesk.ui.dialogs.ask import confirm
from kimdesk.ui.forms.form import FormContext
from kimdesk.ui.screens.family_contacts.editor import ContactEditor
from kimdesk.ui.screens.family_contacts.entry import ClosedBox, EntryRow, month_heading
from kimdesk.ui.screens.family_contacts.state import ContactItem, ContactsState, Editing
from kimdesk.ui.shell.family_parts import Columns, keep_edge
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.shell.papers_chip import PapersChip
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.closed import omit, reads
from kimdesk.ui.widgets.inputs import SearchField
from kimdesk.ui.widgets.labels import Label
from kimdesk.ui.widgets.notices import EmptyState, Strip
from kimdesk.ui.widgets.surfaces import Page, row

OPEN = "assessment"
"""The action that opens and closes all assessments."""


class ContactsView(Page):
    """Shows the timeline, tells what is asked for."""

    searched = Signal(str)
    more_asked = Signal()
    new_asked = Signal()
    edit_asked = Signal(str)
    observe_asked = Signal(str)
    observations_asked = Signal()
    finished = Signal()
    ticked = Signal(str, bool)
    first_key = Signal(str, str)
    remove_asked = Signal(str, str)
    restore_asked = Signal(str, str)
    completed = Signal(str)
    correct_asked = Signal(str)
    paper_asked = Signal(str)
    print_asked = Signal(str)
    planned = Signal(str, str)

    def __init__(self, context: FormContext) -> None:
        super().__init__(margins=(24, 12, 24, 20))
        self._context = context
        self._words = Words(context.reference, context.today)
        self._rows: dict[str, EntryRow] = {}
        self._editor: ContactEditor | None = None
        self._headings: list[Label] = []
        self.strip = Strip()
        self.search = SearchField(self.tr("Kontakte durchsuchen"), placeholder=self.tr("In Kontakten suchen"))
        self.new_button = Button(self.tr("Kontakt nachtragen"), icon="plus")
        self.papers = PapersChip(("briefing", "visit_sheet", "fridge", "aloud"))
        self.count = Label("", "dim")
        self.unfinished = Button(self.tr("Angefangenen Kontakt weiterschreiben"), icon="pen-line")
        self.older = Button(self.tr("Ältere Kontakte zeigen"), icon="chevron-down", kind="quiet")
        self._timeline = QVBoxLayout()
        self._timeline.setSpacing(12)
        self._empty = EmptyState(
            self.tr("Noch kein Kontakt erfasst"),
            self.tr("Hausbesuche, Gespräche und Anrufe erzählen hier, wie es weitergeht."),
            icon="message-circle",
        )
        reads(self.older)
        omit(self.papers)
        self._build()
        self._connect()
        keep_edge(self)

    def _build(self) -> None:
        top = Columns([3, 2], narrowest=420)
        find = row(self.search, self.count, spacing=12)
        find.setStretch(0, 1)
        top.boxes[0].addLayout(find)
        top.boxes[1].addLayout(row(None, self.papers, self.new_button, spacing=12))
        self.box.addWidget(self.strip)
        self.box.addWidget(top)
        self.box.addWidget(self.unfinished)
        self.box.addLayout(self._timeline)
        self.box.addWidget(self._empty)
        self.box.addLayout(row(None, self.older, None))
        self.box.addStretch(1)
        for hidden in (self.unfinished, self.older, self._empty):
            hidden.hide()

    def _connect(self) -> None:
        self.search.searched.connect(self.searched)
        self.new_button.clicked.connect(self.new_asked)
        self.papers.wanted.connect(self.paper_asked)
        self.older.clicked.connect(self.more_asked)
        self.verticalScrollBar().valueChanged.connect(self._read_on)
        self._unfinished_key = ""
        self.unfinished.clicked.connect(lambda: self.edit_asked.emit(self._unfinished_key))
        self._key = QShortcut(QKeySequence(actions.spec(OPEN).key), self)
        self._key.activated.connect(self.toggle_closed)

    # showing --------------------------------------------------------------

    def show_state(self, state: ContactsState) -> None:
        """Show everything; a form that is being typed into keeps its text."""
        self._show_editor(state)
        self._show_timeline(state)
        self.count.setText(self._counted(state))
        self.older.setVisible(state.matching > len(state.items))
        self._unfinished_key = state.unfinished[0] if state.unfinished else ""
        self.unfinished.setVisible(bool(state.unfinished))
        self._empty.setVisible(not state.total and state.editing is None)

    def _read_on(self, at: int) -> None:
        """Bring older contacts before the last one is read: the story goes on without a stop."""
        bar = self.verticalScrollBar()
        if at and at >= bar.maximum() - self.viewport().height() // 2 and self.older.isVisible():
            self.older.hide()
            self.more_asked.emit()

    def _counted(self, state: ContactsState) -> str:
        matching, total = state.matching, state.total
        if not state.filter.strip():
            return self.tr("%n Kontakte", "", total) if total else ""
        return self.tr("{matching} von {total}").format(matching=matching, total=total)

    def _show_timeline(self, state: ContactsState) -> None:
        while self._timeline.takeAt(0) is not None:
            pass
        for heading in self._headings:
            heading.hide()
            heading.deleteLater()
        self._headings.clear()
        keys = [item.key for item in state.items]
        editing = state.editing
        begun = editing.key if editing is not None and not {editing.key, editing.corrects} & set(keys) else ""
        self._drop({*keys, begun})
        if begun:
            self._timeline.addWidget(self._row(begun))
            self._rows[begun].begin(self.tr("neu"))
        for item in state.items:
            self._add_item(item)
        self._place_editor(state)

    def _drop(self, wanted: set[str]) -> None:
        for key in [key for key in self._rows if key not in wanted]:
            gone = self._rows.pop(key)
            gone.hide()
            gone.deleteLater()

    def _add_item(self, item: ContactItem) -> None:
        month = month_heading(item)
        if not self._headings or self._headings[-1].text() != month:
            heading = Label(month, "section")
            self._headings.append(heading)
            self._timeline.addWidget(heading)
        line = self._row(item.key)
        line.show_item(item)
        self._timeline.addWidget(line)

    def _row(self, key: str) -> EntryRow:
        found = self._rows.get(key)
        if found is None:
            found = self._rows[key] = EntryRow(self._words, actions.key_text(OPEN))
            found.edit_asked.connect(self.edit_asked)
            found.observe_asked.connect(self.observe_asked)
            found.ticked.connect(self.ticked)
            found.planned.connect(self.planned)
        return found

    def _show_editor(self, state: ContactsState) -> None:
        wanted = state.editing
        if self._editor is not None and (wanted is None or not self._editor.shows(wanted)):
            for line in self._rows.values():
                line.show_editor(None)
            self._editor = None
        if wanted is None:
            return
        if self._editor is None:
            self._editor = ContactEditor(self._heading(wanted), self._context, state, actions.key_text(OPEN))
            self._editor.first_key.connect(self.first_key)
            self._editor.finished.connect(self.finished)
            self._editor.unwanted.connect(self.remove_asked)
            self._editor.complete_asked.connect(self._ask_complete)
            self._editor.correct_asked.connect(self.correct_asked)
            self._editor.print_asked.connect(self.print_asked)
        self._editor.show_contact(wanted, state.agreements)

    def _heading(self, wanted: Editing) -> str:
        if wanted.completed_on is not None:
            return self.tr("Abgeschlossen am {day}").format(day=self._words.day(wanted.completed_on))
        if wanted.corrects:
            return self.tr("Berichtigung schreiben")
        return self.tr("Kontakt ändern") if wanted.exists else self.tr("Kontakt nachtragen")

    def _place_editor(self, state: ContactsState) -> None:
        if state.editing is not None and self._editor is not None:
            beside = bool(state.editing.corrects) and state.editing.corrects in self._rows
            key = state.editing.corrects if beside else state.editing.key
            self._row(key).show_editor(self._editor, beside=beside)

    # the closed boxes -----------------------------------------------------

    def closed_boxes(self) -> list[ClosedBox]:
        """Return the assessment boxes on the page."""
        return [box for line in self._rows.values() for box in line.closed_boxes()]

    def toggle_closed(self) -> None:
        """Open all assessments, or close them where one is open."""
        boxes = self.closed_boxes()
        opening = not any(box.is_open for box in boxes)
        for box in boxes:
            box.set_open(open_=opening)

    # telling --------------------------------------------------------------

    def say_observed(self) -> None:
        """Say that an observation was kept, and lead to the list."""
        go = Button(self.tr("Zu den Beobachtungen"), icon="arrow-right")
        go.clicked.connect(self.observations_asked)
        self.strip.say(
            self.tr("Als Strukturbeobachtung festgehalten"),
            self.tr("Ohne Namen und ohne Bezug zu dieser Familie."),
            tone="green",
            buttons=(go,),
        )
        self.ensureWidgetVisible(self.strip)

    def say_removed(self, kind: str, key: str) -> None:
        """Say that something was removed, and offer to bring it back."""
        back = Button(self.tr("Rückgängig"), icon="undo-2", kind="quiet")
        back.clicked.connect(lambda: self._bring_back(kind, key))
        what = self.tr("Kontakt entfernt") if kind == "contact" else self.tr("Vereinbarung entfernt")
        self.strip.say(what, buttons=(back,))
        self.ensureWidgetVisible(self.strip)

    def _ask_complete(self, key: str) -> None:
        """Ask before the act: nothing can be changed afterwards."""
        self.settle()
        why = self.tr(
            "Danach lässt sich an dieser Notiz nichts mehr ändern. Was nicht stimmt, schreiben Sie als Berichtigung "
            "daneben; beides bleibt zusammen lesbar."
        )
        confirm(
            self,
            self.tr("Notiz abschließen?"),
            why,
            yes=self.tr("Abschließen"),
            act=lambda: self.completed.emit(key),
        )

    def _bring_back(self, kind: str, key: str) -> None:
        self.strip.hide()
        self.restore_asked.emit(kind, key)

    def begin_typing(self) -> None:
        """Put the cursor into the form."""
        if self._editor is not None:
            self._editor.begin()
            QTimer.singleShot(0, self._editor, self._show_form)  # where it stands is known once it is laid out

    def _show_form(self) -> None:
        if self._editor is not None:
            self.ensureWidgetVisible(self._editor.title, 0, self.viewport().height() // 2)

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)

    def settle(self) -> None:
        """Turn what was typed into changes."""
        if self._editor is not None:
            self._editor.settle()

    def close_all(self) -> None:
        """Close every assessment."""
        for box in self.closed_boxes():
            box.set_open(open_=False)
