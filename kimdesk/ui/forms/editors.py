"""One editor per type of field; all speak raw text, as drafts do (codes as codes, sets comma-separated)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kimdesk.base.errors import Lang
from kimdesk.domain.declare import FieldSpec, Type
from kimdesk.domain.reference import Reference
from kimdesk.domain.values import Value
from kimdesk.ui.widgets.buttons import Chip
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.dates import DateEdit, show_day, typed_partial
from kimdesk.ui.widgets.inputs import LineEdit, set_invalid
from kimdesk.ui.widgets.notes import NoteEdit
from kimdesk.ui.widgets.surfaces import Flow
from kimdesk.ui.widgets.token_picker import TokenPicker

CHIPS_UP_TO = 14


def raw_text(spec: FieldSpec, value: Value) -> str:
    """Return a stored value the way it is typed."""
    if value is None:
        return ""
    if isinstance(value, frozenset):
        return ",".join(sorted(item.hex() if isinstance(item, bytes) else item for item in value))
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dt.date):
        return show_day(value)
    return typed_partial(str(value)) if spec.type is Type.PARTIAL_DATE else str(value)


def options_of(spec: FieldSpec, reference: Reference, lang: Lang, today: dt.date) -> tuple[Option, ...]:
    """Return the codes of a field's list that may be chosen today."""
    return tuple(
        Option(entry.code, entry.label(lang)) for entry in reference[spec.codes].entries if entry.valid_on(today)
    )


class Editor(QObject):
    """Base of all editors: `typed` at every keystroke, `settled` when the text is complete."""

    typed = Signal(str)
    settled = Signal()
    toggled = Signal(str, bool)
    widget: QWidget
    wide = False

    def text(self) -> str:
        """Return the raw text."""
        raise NotImplementedError

    def set_text(self, text: str) -> None:
        """Show raw text without telling anybody."""
        raise NotImplementedError

    def set_read_only(self, *, read_only: bool) -> None:
        """Let nothing be typed."""
        self.widget.setEnabled(not read_only)

    def mark(self, *, invalid: bool) -> None:
        """Mark the field as not valid yet."""
        set_invalid(self.widget, invalid=invalid)

    def busy(self) -> bool:
        """Tell whether somebody is typing here now."""
        return self.widget.hasFocus()


class LineEditor(Editor):
    """A line of text, or a number."""

    def __init__(self, name: str, *, touch: bool = False) -> None:
        super().__init__()
        self.line = LineEdit(name, touch=touch)  # too long a text is kept with a hint, never cut
        self.widget = self.line
        self.line.textEdited.connect(self.typed)
        self.line.editingFinished.connect(self.settled)

    def text(self) -> str:
        """Return the line."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Show a line."""
        if text != self.line.text():
            self.line.setText(text)

    def set_read_only(self, *, read_only: bool) -> None:
        """Keep the text readable and selectable."""
        self.line.setReadOnly(read_only)


class DateEditor(LineEditor):
    """A date."""

    def __init__(self, name: str, today: dt.date, *, partial: bool, touch: bool = False) -> None:
        Editor.__init__(self)
        self.line = DateEdit(name, today, partial=partial, touch=touch)
        self.widget = self.line
        self.line.edited.connect(self.typed)
        self.line.left.connect(self.settled)


class NoteEditor(Editor):
    """A text of several lines."""

    wide = True

    def __init__(self, name: str, *, touch: bool = False) -> None:
        super().__init__()
        self.note = NoteEdit(name, touch=touch)
        self.widget = self.note
        self.note.edited.connect(self.typed)
        self.note.left.connect(self.settled)

    def text(self) -> str:
        """Return the text."""
        return self.note.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text."""
        self.note.set_text(text)

    def set_read_only(self, *, read_only: bool) -> None:
        """Keep the text readable and selectable."""
        self.note.setReadOnly(read_only)


class ComboEditor(Editor):
    """One code or one record."""

    def __init__(self, name: str, options: Sequence[Option], *, touch: bool = False) -> None:
        super().__init__()
        self.combo = CodeCombo(name, options, touch=touch)
        self.widget = self.combo
        self.combo.chosen.connect(self._chosen)

    def _chosen(self, code: str) -> None:
        self.typed.emit(code)
        self.settled.emit()

    def text(self) -> str:
        """Return the chosen code."""
        return self.combo.code()

    def set_text(self, text: str) -> None:
        """Choose a code."""
        self.combo.set_code(text)

    def mark(self, *, invalid: bool) -> None:
        """Do nothing: what is offered is valid."""


class _Set(Protocol):
    def codes(self) -> list[str]: ...

    def set_codes(self, codes: Sequence[str]) -> None: ...


class ManyEditor(Editor):
    """Several codes or records: chips to press where there are few, a picker where there are many."""

    wide = True

    def __init__(self, name: str, options: Sequence[Option], *, touch: bool = False) -> None:
        super().__init__()
        self._known: set[str] = set()
        few = len(options) <= CHIPS_UP_TO
        made = ChipSet(name, options, touch=touch) if few else TokenPicker(name, options)
        made.changed.connect(self._changed)
        self.widget = made
        self._set: _Set = made

    def _changed(self, codes: list[str]) -> None:
        before, self._known = self._known, set(codes)
        self.typed.emit(self.text())
        for code in sorted(before ^ self._known):
            self.toggled.emit(code, code in self._known)

    def text(self) -> str:
        """Return the chosen codes, comma-separated."""
        return ",".join(sorted(self._set.codes()))

    def set_text(self, text: str) -> None:
        """Choose codes."""
        codes = [code for code in text.split(",") if code]
        self._known = set(codes)
        self._set.set_codes(codes)

    def mark(self, *, invalid: bool) -> None:
        """Do nothing: what is offered is valid."""


class ChipSet(Flow):
    """Chips that are pressed or not; the arrow keys and Tab reach each."""

    changed = Signal(list)

    def __init__(self, name: str, options: Sequence[Option], *, touch: bool = False) -> None:
        self._chips: dict[str, Chip] = {}
        for option in options:
            chip = Chip(option.word, touch=touch)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._chips[option.code] = chip
        super().__init__(*self._chips.values())
        self.setAccessibleName(name)
        for option in options:
            self._chips[option.code].setAccessibleDescription(name)
            self._chips[option.code].clicked.connect(self._tell)
        self._unknown: list[str] = []

    def _tell(self) -> None:
        self.changed.emit(self.codes())

    def codes(self) -> list[str]:
        """Return the pressed codes; ones this list does not offer are kept."""
        return [*(code for code, chip in self._chips.items() if chip.isChecked()), *self._unknown]

    def set_codes(self, codes: Sequence[str]) -> None:
        """Press these chips."""
        for code, chip in self._chips.items():
            chip.setChecked(code in codes)
        self._unknown = [code for code in codes if code not in self._chips]
