"""The forms of the plan editor: laid out from declarations, tuned to the pane they are in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kimdesk.domain.records import RECORDS
from kimdesk.ui.forms.editors import LineEditor
from kimdesk.ui.forms.form import Form, FormContext
from kimdesk.ui.forms.port import Target
from kimdesk.ui.screens.plan.state import Content
from kimdesk.ui.widgets.closed import is_closed
from kimdesk.ui.widgets.notes import NoteEdit
from kimdesk.ui.widgets.suggest import Suggestions

WISH = ("wish", "wish_translation")
TALK = ("participants", "interpreter", ("date", "review_date"))
GOAL = (("wording", "due"), "wording_translation")
GOAL_MORE = (
    "indicator",
    "indicator_translation",
    ("domain", "state", "priority"),
    ("attainment_note", "reached_on"),
)
MEASURE = ("text", "text_translation", "who", ("who_name", "until", "state"))


class RecordForm(Form):
    """A form over a Content; when frozen only what became of it can still be noted."""

    suggestion_taken = Signal(str, str)

    def __init__(self, kind: str, fields: Sequence[str | tuple[str, ...]], context: FormContext) -> None:
        super().__init__(RECORDS[kind], fields, context)
        self._suggestions: dict[str, Suggestions] = {}
        self._translations: dict[str, Mapping[str, str]] = {}

    def show_content(self, content: Content, *, frozen: bool) -> None:
        """Show a record."""
        target = Target(kind=content.kind, record=content.record, parent=content.parent)
        self.show_record(target, content.values, content.drafts)
        for name, row in self.rows.items():
            row.set_read_only(read_only=frozen and not row.spec.after_freeze)
            _show_beginning(row.editor.widget)
            if name in self._suggestions:
                self._suggestions[name].pause(paused=frozen or is_closed(self))

    def name_translation(self, name: str, label: str) -> None:
        """Call a translation by its language, or hide it where the family needs none."""
        row = self.rows[name]
        row.setVisible(bool(label))
        row.label.setText(label)
        own = self.rows.get(name.removesuffix("_translation"))
        row.editor.widget.setAccessibleName(f"{own.label.text()} {label}" if own is not None else label)

    def fit_notes(self, lines: int, most: int) -> None:
        """Let the notes of the form be lower than usual until more is typed."""
        for note in self.findChildren(NoteEdit):
            note.set_lines(lines, most)

    def widen_first(self, at: int) -> None:
        """Give the first field of a line four times the room of the others."""
        self.lines[at].widen_first(4)

    def show_attainment(self, state: str) -> None:
        """Ask what has changed once something has, and for the day once the goal is reached."""
        self.rows["attainment_note"].setVisible(state not in {"", "open"})
        self.rows["reached_on"].setVisible(state == "reached")

    # words that are offered -----------------------------------------------

    def offer(self, name: str, words: Mapping[str, str]) -> None:
        """Offer words in a line, each with its translation; one that is taken brings its translation along."""
        self._translations[name] = words
        self._suggestions_for(name).offer(words)

    def _suggestions_for(self, name: str) -> Suggestions:
        if name not in self._suggestions:
            editor = self.rows[name].editor
            assert isinstance(editor, LineEditor)
            made = self._suggestions[name] = Suggestions(editor.line)
            made.taken.connect(lambda word: self._taken(name, word))
        return self._suggestions[name]

    def _taken(self, name: str, word: str) -> None:
        self._typed(name, word)
        other = self.rows.get(f"{name}_translation")
        words = self._translations[name].get(word, "")
        if other is not None and other.isVisible() and words:
            other.editor.set_text(words)
            self._typed(f"{name}_translation", words)
        self.settle()
        self.suggestion_taken.emit(name, word)


def _show_beginning(field: QWidget) -> None:
    if isinstance(field, QLineEdit) and not field.hasFocus():
        field.setCursorPosition(0)
