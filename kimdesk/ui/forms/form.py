"""A form for one record: rows made from declarations, drafts at every keystroke, changes when a field is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from kimdesk.base.errors import KimError, Lang, UserProblem, explain
from kimdesk.domain.declare import FieldSpec, Kind, Type
from kimdesk.domain.interpreting import names_interpreter
from kimdesk.domain.reference import Reference
from kimdesk.domain.values import Value, parse
from kimdesk.ui.forms.age import AgeQuestion
from kimdesk.ui.forms.editors import (
    ComboEditor,
    DateEditor,
    Editor,
    LineEditor,
    ManyEditor,
    NoteEditor,
    options_of,
    raw_text,
)
from kimdesk.ui.forms.port import FormPort, Outcome, Target
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.closed import follow, is_closed
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.labels import FieldLabel, Paragraph

IDLE_MS = 20_000
NARROWEST = 184
"""Pixels at 100 % below which fields no longer stand side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormContext:
    """What every form of a screen shares. `records` are the choices of reference fields, by target kind."""

    reference: Reference
    today: dt.date
    language: Lang
    port: FormPort
    records: Mapping[str, Sequence[Option]] = field(default_factory=dict)
    touch: bool = False


def remaining(kind: Kind, placed: Iterable[str]) -> tuple[str, ...]:
    """Return the fields of a kind that no form has placed: they show up under “Weiteres”."""
    known = set(placed)
    return tuple(spec.name for spec in kind.form_fields() if spec.name not in known)


def make_editor(spec: FieldSpec, context: FormContext) -> Editor:
    """Return the editor for a field."""
    name, touch = spec.label(context.language), context.touch
    if spec.type is Type.NOTE:
        return NoteEditor(name, touch=touch)
    if spec.type in {Type.DATE, Type.PARTIAL_DATE}:
        return DateEditor(name, context.today, partial=spec.type is Type.PARTIAL_DATE, touch=touch)
    if spec.type in {Type.CODE, Type.REF}:
        return ComboEditor(name, _options(spec, context), touch=touch)
    if spec.many:
        return ManyEditor(name, _options(spec, context), touch=touch)
    return LineEditor(name, touch=touch)


def _options(spec: FieldSpec, context: FormContext) -> Sequence[Option]:
    if spec.target:
        return context.records.get(spec.target, ())
    return options_of(spec, context.reference, context.language, context.today)


class Row(QWidget):
    """Label, editor, help and hint of one field."""

    def __init__(self, spec: FieldSpec, context: FormContext) -> None:
        super().__init__()
        self.spec = spec
        self.pending = False
        self.stored = ""
        self.refused: KimError | None = None
        self._context = context
        self.editor = make_editor(spec, context)
        label = spec.label(context.language)
        if spec.required:
            label = self.tr("{label} (nötig)").format(label=label)
        self.label = FieldLabel(label, self.editor.widget)
        self.help = Paragraph(spec.help(context.language), "small")
        if not self.help.body:
            self.help.hide()
        self.hint = Paragraph("", "error")
        self.hint.hide()
        self.editor.widget.setAccessibleDescription(self.help.body)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for part in (self.label, self.editor.widget, self.help, self.hint):
            box.addWidget(part)
        self.age = AgeQuestion(touch=context.touch) if names_interpreter(spec) else None
        if self.age is not None:
            box.addWidget(self.age)
        box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_read_only(self, *, read_only: bool) -> None:
        """Let nothing be typed; on a page that is only read nothing ever is."""
        fixed = read_only or is_closed(self)
        self.editor.set_read_only(read_only=fixed)
        if fixed:
            self.ask_age("")

    def problem(self) -> KimError | None:
        """Return why the text is not valid yet, or None."""
        try:
            parse(self.spec, self.editor.text(), today=self._context.today)
        except UserProblem as problem:
            return problem
        return None

    def show_problem(self, problem: KimError | None) -> None:
        """Show a hint below the field, or none."""
        text = explain(problem, self._context.language) if problem is not None else None
        hint = " ".join(part for part in (text.what, text.next) if part) if text else ""
        self.hint.set_body(hint)
        self.hint.setVisible(bool(hint))
        self.editor.mark(invalid=problem is not None)
        self.editor.widget.setAccessibleDescription(hint or self.help.body)

    def ask_age(self, name: str, *, waits: bool = False) -> None:
        """Ask below the field whether somebody is 18; without a name ask nothing."""
        if self.age is not None:
            asked = self.age.ask(name, waits=waits)
            self.editor.widget.setAccessibleDescription(asked or self.hint.body or self.help.body)

    def asks(self) -> bool:
        """Tell whether a question waits for its answer."""
        return self.age is not None and not self.age.isHidden()


class Line(QWidget):
    """Short fields side by side; where the room does not do, as with large type, one below the other."""

    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__()
        self._rows = tuple(rows)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        for each in rows:
            self._box.addWidget(each, 1)

    def widen_first(self, times: int) -> None:
        """Give the first field so many times the room of each other."""
        self._box.setStretch(0, times)

    def minimumSizeHint(self) -> QSize:
        """Need the width of one field: the others move below it."""
        widest = max((each.minimumSizeHint().width() for each in self._rows if not each.isHidden()), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction."""
        super().resizeEvent(event)
        wide = event.size().width() >= len(self._rows) * current().px(NARROWEST)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)


class Form(QWidget):
    """Edits one record; shows values and drafts, tells its port what is typed.

    `fields` places names in order, a tuple puts short fields side by side:
    ("given_name", ("birth_date", "gender"), "note").
    """

    typed = Signal(str, str)
    settled = Signal(bool)

    def __init__(self, kind: Kind, fields: Sequence[str | tuple[str, ...]], context: FormContext) -> None:
        super().__init__()
        self._kind = kind
        self._context = context
        self._target: Target | None = None
        self._exists = True
        self._goes = False
        self._waiting: dict[str, str] = {}
        self.rows: dict[str, Row] = {}
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self.settle)
        grid = QVBoxLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        self.lines = [self._line((names,) if isinstance(names, str) else names) for names in fields]
        for line in self.lines:
            grid.addWidget(line)

    def _line(self, names: tuple[str, ...]) -> Line:
        for name in names:
            self.rows[name] = Row(self._kind.field(name), self._context)
            self._connect(name, self.rows[name])
        return Line([self.rows[name] for name in names])

    def _connect(self, name: str, row: Row) -> None:
        row.editor.typed.connect(lambda text: self._typed(name, text))
        row.editor.settled.connect(lambda: self._left(name))
        row.editor.toggled.connect(lambda code, on: self._toggled(name, code, on=on))
        if row.age is not None:
            row.age.answered.connect(lambda of_age: self._answered(name, of_age=of_age))

    def show_record(
        self, target: Target, values: Mapping[str, Value], drafts: Mapping[str, str], *, exists: bool = True
    ) -> None:
        """Show a record's values with drafts laid over; a field somebody types in is left alone.

        Nobody types in a form that is out of sight: it shows what another screen made of the same record meanwhile.
        """
        same = target == self._target and self.isVisible()
        if target != self._target:
            self._waiting = {}
        self._target, self._exists = target, exists
        for name, row in self.rows.items():
            if same and (row.editor.busy() or row.pending):
                continue
            row.pending, row.stored = name in drafts, raw_text(row.spec, values.get(name))
            shown = drafts.get(name, row.stored)
            if not same or row.editor.text() != shown:
                row.ask_age("")
                row.refused = row.refused if same and not shown else None
            row.editor.set_text(shown)
            row.show_problem(row.problem() if row.pending else row.refused)
        self._ask_again()

    def _ask_again(self) -> None:
        """Ask once more where a name was left without an answer the last time, once for each."""
        waiting = {name: row.editor.text() for name, row in self.rows.items() if row.pending}
        known = waiting == self._waiting
        self._waiting = waiting
        if waiting and not known and all(self.rows[name].age is not None for name in waiting):
            self.settle()

    def ask_age(self, name: str) -> None:
        """Ask about whoever stands in a field already, as before something is signed, and go there."""
        row = self.rows[name]
        if self._target is not None and row.editor.text():
            row.pending = self._goes = True
            self._context.port.draft(self._target, name, row.editor.text())
            self.settle()

    def set_read_only(self, *, read_only: bool) -> None:
        """Let nothing be typed, for example while a long transaction runs or a record is frozen."""
        for row in self.rows.values():
            row.set_read_only(read_only=read_only)

    def follow_closed(self) -> None:
        """Let nothing be typed where the page around is only read."""
        self.set_read_only(read_only=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Look once shown whether the page around is only read."""
        super().showEvent(event)
        follow(self)

    def settle(self) -> None:
        """Turn what was typed into a change; called when a field or the screen is left and after 20 s."""
        self._idle.stop()
        target = self._target
        if target is not None and any(row.pending for row in self.rows.values()):
            texts = {name: row.editor.text() for name, row in self.rows.items()}
            self._context.port.settle(target, lambda outcome: self._settled(target, texts, outcome))

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        for row in self.rows.values():
            row.editor.widget.setFocus()
            return

    def _typed(self, name: str, text: str) -> None:
        row = self.rows[name]
        if self._target is None or (row.spec.many and self._exists):
            return
        row.pending, row.refused = True, None
        row.ask_age("")
        self._context.port.draft(self._target, name, text)
        self._idle.start()
        if not row.hint.isHidden():
            row.show_problem(row.problem())
        self.typed.emit(name, text)

    def _left(self, name: str) -> None:
        row = self.rows[name]
        if row.pending:
            row.show_problem(row.problem())
            self.settle()

    def _toggled(self, name: str, code: str, *, on: bool) -> None:
        if self._target is None:
            return
        if self._exists:
            self._context.port.toggle(self._target, name, code, on=on)
        else:
            self._left(name)

    def _settled(self, target: Target, texts: Mapping[str, str], outcome: Outcome) -> None:
        """Take the answer in, unless the form is gone, shows another record, or a field was typed into since."""
        if not isValid(self) or target != self._target:
            return
        self._exists = outcome.exists
        for name, row in self.rows.items():
            if row.editor.text() != texts[name]:
                continue
            problem, asked = outcome.problems.get(name), outcome.asks.get(name, "")
            if row.pending:
                row.ask_age(asked, waits=problem is not None)
            row.pending = problem is not None or (row.pending and not outcome.exists)
            if problem is not None or not row.pending:
                row.show_problem(None if asked else problem)
        self._go_to_question()
        self.settled.emit(outcome.exists)

    def _go_to_question(self) -> None:
        for row in self.rows.values():
            if self._goes and row.age is not None and row.asks():
                self._goes = False
                row.age.grown_up.setFocus()

    def _answered(self, name: str, *, of_age: bool) -> None:
        target, row = self._target, self.rows[name]
        if target is None:
            return
        texts = {name: row.editor.text() for name, row in self.rows.items()}

        def told(outcome: Outcome) -> None:
            self._settled(target, texts, outcome)
            if not of_age and isValid(self) and target == self._target:
                self._unname(row, texts[name])

        row.pending = True
        row.editor.widget.setFocus()
        self._context.port.answer_age(target, name, told, of_age=of_age)

    def _unname(self, row: Row, name: str) -> None:
        """Take the name of a child out of its field, and say why."""
        row.pending, row.refused = False, UserProblem("interpreter.under_age")
        row.editor.set_text("" if row.stored == name else row.stored)
        row.show_problem(row.refused)
