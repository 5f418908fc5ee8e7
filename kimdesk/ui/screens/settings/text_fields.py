"""Lines of text that are kept by themselves a moment after the last key, and at once when they are left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import FieldLabel, Paragraph
from kimdesk.ui.widgets.notes import NoteEdit
from kimdesk.ui.widgets.surfaces import column

WAIT_MS = 600


@dataclass(frozen=True, slots=True)
class Line:
    """One field: its key and name, how many lines it has, and a hint below it."""

    key: str
    name: str
    lines: int = 1
    hint: str = ""


class TextFields(QWidget):
    """Fields one below the other; `changed` carries all texts by their keys."""

    changed = Signal(object)

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__()
        self._fields: dict[str, LineEdit | NoteEdit] = {}
        self._kept: dict[str, str] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        for line in lines:
            field = self._field(line)
            self._fields[line.key] = field
            parts: list[QWidget] = [FieldLabel(line.name, field), field]
            if line.hint:
                parts.append(Paragraph(line.hint, "small"))
            box.addLayout(column(*parts, spacing=4))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self.settle)

    def _field(self, line: Line) -> LineEdit | NoteEdit:
        if line.lines > 1:
            note = NoteEdit(line.name, lines=line.lines, most=line.lines + 2)
            note.edited.connect(lambda _text: self._wait.start())
            note.left.connect(self.settle)
            return note
        field = LineEdit(line.name)
        field.textEdited.connect(lambda _text: self._wait.start())
        field.editingFinished.connect(self.settle)
        return field

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Show texts without telling anybody."""
        self._kept = {key: texts.get(key, "") for key in self._fields}
        shown = self.texts()
        for key, field in self._fields.items():
            if field.hasFocus() and shown[key].split() == self._kept[key].split():
                continue  # somebody types there: the space or line just begun stays
            if isinstance(field, NoteEdit):
                field.set_text(self._kept[key])
            elif field.text() != self._kept[key]:
                field.setText(self._kept[key])
                field.setCursorPosition(0)

    def texts(self) -> dict[str, str]:
        """Return what is written."""
        return {
            key: field.toPlainText() if isinstance(field, NoteEdit) else field.text()
            for key, field in self._fields.items()
        }

    def settle(self) -> None:
        """Tell what was typed, where something was."""
        self._wait.stop()
        texts = self.texts()
        if texts != self._kept:
            self._kept = texts
            self.changed.emit(texts)
