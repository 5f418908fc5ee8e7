"""The forms of the plan editor: laid out from declarations, tuned to the pane they are in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from kimdesk.domain.records import RECORDS
from kimdesk.ui.forms.form import Form, FormContext
from kimdesk.ui.forms.port import Target
from kimdesk.ui.screens.plan.state import Content
from kimdesk.ui.widgets.inputs import NoteEdit

WISH = ("wish", "wish_translation")
TALK = ("participants", "interpreter", ("date", "review_date"))
GOAL = (("wording", "due"), "wording_translation")
GOAL_MORE = ("indicator", "indicator_translation", ("domain", "state", "priority"))
MEASURE = ("text", "text_translation", "who", ("who_name", "until", "state"))
AFTER_FREEZE = "state"


class RecordForm(Form):
    """A form over a Content; when frozen only the state can still be changed."""

    def __init__(self, kind: str, fields: Sequence[str | tuple[str, ...]], context: FormContext) -> None:
        super().__init__(RECORDS[kind], fields, context)

    def show_content(self, content: Content, *, frozen: bool) -> None:
        """Show a record."""
        target = Target(kind=content.kind, record=content.record, parent=content.parent)
        self.show_record(target, content.values, content.drafts)
        for name, row in self.rows.items():
            row.editor.set_read_only(read_only=frozen and name != AFTER_FREEZE)
            _show_beginning(row.editor.widget)

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
        layout = self.layout()
        item = layout.itemAt(at) if layout is not None else None
        line = item.layout() if item is not None else None
        if isinstance(line, QGridLayout):
            line.setColumnStretch(0, 4)


def _show_beginning(field: QWidget) -> None:
    if isinstance(field, QLineEdit) and not field.hasFocus():
        field.setCursorPosition(0)
