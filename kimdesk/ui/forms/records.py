"""Records that hang on another one: a card that lists them, and opens one at a time as a form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kimdesk.base.errors import KimError, Lang
from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import FieldSpec, Kind, Record, Type
from kimdesk.domain.reference import Reference
from kimdesk.domain.values import Value, lower_bound, show
from kimdesk.ui.forms.beside import Beside
from kimdesk.ui.forms.form import Form, FormContext
from kimdesk.ui.forms.port import Target
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.closed import reads
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.fold import FoldButton
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import Card, clear, column, row
from kimdesk.ui.widgets.tab_order import follow_reading
from kimdesk.ui.widgets.tags import Tag, Tone

Line = str | tuple[str, ...]
SUMMARY_PARTS = 5
BESIDE_THE_ARROW = 32
"""Pixels by which a second line stands under the words of the first."""

NEARER = 6
"""Pixels that a second line is nearer to its own first line than to the next record."""


@dataclass(frozen=True, slots=True)
class RowAction:
    """Something that can be done with a record; `always` shows it at the line itself, not only below the open form."""

    id: str
    word: str
    icon: str = ""
    always: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How a record stands, as a tag: word and tone."""

    word: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordItem:
    """One record of a card: key (hex), what its line says, its values and what is being typed."""

    key: str
    line: str
    detail: str = ""
    values: dict[str, Value] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    exists: bool = True
    frozen: bool = False
    standing: Standing | None = None
    actions: tuple[RowAction, ...] = ()
    beside: str = ""
    """What stands next to the open form, for example what was said the last time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsState:
    """What a card shows: the records of one kind below one parent (hex), and which of them is open."""

    parent: str
    items: tuple[RecordItem, ...] = ()
    open: str = ""
    choices: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """By kind of record, what fields that point at one may name: (id in hex, name)."""


def spoken(act: RowAction, item: RecordItem) -> str:
    """Return what a screen reader says for an action: what is done, and with which record."""
    return f"{act.word}: {item.line}" if item.line else act.word


def summary(kind: Kind, record: Record, reference: Reference, lang: Lang) -> str:
    """Return a record in one line: its first values as people read them; notes and other people's names stay out."""
    parts = []
    for spec in kind.form_fields():
        value: Value = getattr(record, spec.name)
        if value and spec.type not in {Type.NOTE, Type.REF, Type.REFS}:
            parts.append(_part(spec, value, reference, lang))
    return " · ".join(parts[:SUMMARY_PARTS])


def _part(spec: FieldSpec, value: Value, reference: Reference, lang: Lang) -> str:
    shown = show(spec, value, reference, lang)
    if spec.name == "date":
        return shown
    if spec.type in {Type.DATE, Type.PARTIAL_DATE, Type.NUMBER} or spec.codes in {"yes_no", "criterion"}:
        return f"{spec.label(lang)} {shown}"
    return shown


def newest_first(kind: Kind, records: Sequence[Record]) -> tuple[Record, ...]:
    """Return records with the latest first; those without a date come first of all."""
    dates = [spec.name for spec in kind.fields if spec.type in {Type.DATE, Type.PARTIAL_DATE}]

    def when(record: Record) -> tuple[bool, str]:
        value = next((getattr(record, name) for name in dates if getattr(record, name)), None)
        text = "" if value is None else lower_bound(str(value)).isoformat()
        return (value is None, text)

    return tuple(sorted(records, key=when, reverse=True))


class RecordRow(QWidget):
    """One record: a line that opens it, and its form below while it is open."""

    opened = Signal(str)
    closed = Signal()
    acted = Signal(str, str)

    def __init__(self, label: str, key: str, *, touch: bool) -> None:
        super().__init__()
        self.key = key
        self._label = label
        self.form: Form | None = None
        self.button = FoldButton(touch=touch)
        self.button.clicked.connect(self._pressed)
        self.detail = Paragraph("", "small")
        under = column(self.detail)
        under.setContentsMargins(BESIDE_THE_ARROW, 0, 0, NEARER)
        self._body = column(spacing=8)
        self._end = row()
        line = row(self.button)
        line.setStretch(0, 1)
        line.addLayout(self._end)
        self._shown: tuple[Standing | None, tuple[RowAction, ...]] = (None, ())
        self._acts: list[Button] = []
        self.setLayout(column(line, under, self._body, spacing=0))

    def show_item(self, item: RecordItem, word: str) -> None:
        """Show the record's line."""
        self.button.say(item.line or word, f"{self._label}: {item.line or word}")
        self.detail.set_body(item.detail)
        self.detail.setVisible(bool(item.detail) and not (self.form is not None and item.beside))
        self._show_end(item)

    def _show_end(self, item: RecordItem) -> None:
        """Show how it stands and what can be done at the line itself."""
        wanted = (item.standing, tuple(each for each in item.actions if each.always))
        if wanted == self._shown:
            for act, button in zip(wanted[1], self._acts, strict=True):
                button.setAccessibleName(spoken(act, item))
            return
        self._shown = wanted
        clear(self._end)
        standing, acts = wanted
        parts: list[QWidget] = [Tag(standing.word, standing.tone)] if standing is not None else []
        self._acts = [self.action_button(act, item) for act in acts]
        for part in (*parts, *self._acts):
            self._end.addWidget(part)
            part.show()  # at once, so that the Tab key comes by

    def action_button(self, act: RowAction, item: RecordItem) -> Button:
        """Return a button that asks for an action of this record."""
        button = Button(act.word, icon=act.icon)
        button.setAccessibleName(spoken(act, item))
        button.clicked.connect(lambda: self.acted.emit(act.id, self.key))
        return button

    def unfold(
        self, form: Form, buttons: Sequence[QPushButton], beside: str = "", inner: QWidget | None = None
    ) -> None:
        """Show the form below the line, beside it what is to be read, below it what else belongs to the record."""
        self.form = form
        self.button.set_open(is_open=True)
        both = Beside(form)
        both.say(beside)
        self.detail.setVisible(bool(self.detail.body) and not beside)
        self._body.addWidget(both)
        if inner is not None:
            self._body.addWidget(inner)
        self._body.addLayout(row(*buttons, None))
        self._body.setContentsMargins(0, 4, 0, 8)
        for part in (both, form, *buttons):  # at once, so that the cursor can go there
            part.show()

    def fold(self) -> None:
        """Hide the form; what was typed has been settled before."""
        self.form = None
        self.detail.setVisible(bool(self.detail.body))
        self.button.set_open(is_open=False)
        self._body.setContentsMargins(0, 0, 0, 0)
        clear(self._body)

    def _pressed(self) -> None:
        if self.form is None:
            self.opened.emit(self.key)
        else:
            self.closed.emit()


class RecordsCard(Card):
    """Lists the records of one kind; add, open, type, remove and bring back.

    Its presenter is a `RecordsPresenter`; both together serve any screen that shows child records.
    """

    open_asked = Signal(str)
    add_asked = Signal()
    first_key = Signal(str)
    remove_asked = Signal(str, str)
    restore_asked = Signal(str)
    action_asked = Signal(str, str)

    def __init__(
        self, heading: str, kind: Kind, fields: Sequence[Line], context: FormContext, *, empty: str = ""
    ) -> None:
        super().__init__(heading)
        self._kind, self._fields, self._context = kind, fields, context
        self._rows: dict[str, RecordRow] = {}
        self._state = RecordsState(parent="")
        self._inner: QWidget | None = None
        self.strip = Strip()
        self.empty = Paragraph(empty or self.tr("Noch nicht erfasst."), "dim")
        self.add_button = Button(self.tr("Eintragen"), icon="plus", touch=context.touch)
        self.add_button.setAccessibleName(self.tr("{kind} eintragen").format(kind=heading))
        self.add_button.clicked.connect(self.add_asked)
        self.add_to_head(self.add_button)
        self._list = column(spacing=8)
        self.add(self.strip, self.empty, self._list)

    def set_inner(self, inner: QWidget) -> None:
        """Show a widget below the open form of a record that exists: what hangs on that record in turn."""
        self._inner = inner
        inner.setParent(self)
        inner.hide()

    def _put_inner_away(self) -> None:
        """Keep the inner widget while the row around it goes."""
        if self._inner is not None:
            self._inner.setParent(self)
            self._inner.hide()

    def show_state(self, state: RecordsState) -> None:
        """Show the records; the form that is open keeps what is being typed."""
        moved = (state.parent, state.open) != (self._state.parent, self._state.open)
        self._state = state
        self.empty.setVisible(not state.items)
        self._arrange([item.key for item in state.items])
        self._fold_others(state.open)
        for item in state.items:
            line = self._rows[item.key]
            line.show_item(item, self.tr("Neuer Eintrag"))
            self._unfold(line, item)
        if moved and state.open in self._rows:
            form = self._rows[state.open].form
            if form is not None:
                form.focus_first()
        follow_reading(self)

    def _arrange(self, keys: list[str]) -> None:
        if list(self._rows) == keys:
            return
        for key in [key for key in self._rows if key not in keys]:
            gone = self._rows.pop(key)
            if gone.form is not None:
                self._put_inner_away()
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        rows = {key: self._rows.get(key) or self._new_row(key) for key in keys}
        for at, line in enumerate(rows.values()):
            self._list.insertWidget(at, line)
            line.show()
        self._rows = rows

    def _new_row(self, key: str) -> RecordRow:
        made = RecordRow(self._kind.label(self._context.language), key, touch=self._context.touch)
        made.opened.connect(self.open_asked)
        made.closed.connect(lambda: self.open_asked.emit(""))
        made.acted.connect(self.action_asked)
        return made

    def _fold_others(self, key: str) -> None:
        """Fold what is no longer open, before anything else unfolds."""
        for line in self._rows.values():
            if line.form is not None and line.key != key:
                self._put_inner_away()
                line.fold()

    def _unfold(self, line: RecordRow, item: RecordItem) -> None:
        wanted = item.key == self._state.open
        if wanted and line.form is None:
            acts = [line.action_button(act, item) for act in item.actions if not act.always]
            line.unfold(self._form(item), [*acts, *self._buttons(item)], item.beside, self._inner)
        if wanted and self._inner is not None:
            self._inner.setVisible(item.exists)
        if line.form is not None:
            parent = RecordId(bytes.fromhex(self._state.parent)) if self._state.parent else None
            target = Target(kind=self._kind.name, record=RecordId(bytes.fromhex(item.key)), parent=parent)
            line.form.show_record(target, item.values, item.drafts, exists=item.exists)
            line.form.set_read_only(read_only=item.frozen)

    def _form(self, item: RecordItem) -> Form:
        form = Form(self._kind, self._fields, self._form_context())
        if not item.exists and not item.drafts:
            form.typed.connect(lambda _name, _text: self.first_key.emit(item.key))
        return form

    def _form_context(self) -> FormContext:
        chosen = {kind: [Option(key, name) for key, name in options] for kind, options in self._state.choices.items()}
        return replace(self._context, records={**self._context.records, **chosen})

    def _buttons(self, item: RecordItem) -> list[QPushButton]:
        done = Button(self.tr("Fertig"), icon="check")
        done.setAccessibleName(self.tr("{kind}: fertig").format(kind=self._kind.label(self._context.language)))
        done.clicked.connect(lambda: self.open_asked.emit(""))
        reads(done)
        if item.frozen:
            return [done]
        gone = Button(self.tr("Entfernen") if item.exists else self.tr("Verwerfen"), icon="trash-2", kind="quiet")
        gone.setAccessibleName(self.tr("{kind} entfernen").format(kind=self._kind.label(self._context.language)))
        gone.clicked.connect(lambda: self.remove_asked.emit(item.key, item.line))
        return [done, gone]

    def say_removed(self, key: str, line: str) -> None:
        """Say what was removed, and offer to bring it back."""
        back = Button(self.tr("Rückgängig"), icon="undo-2", kind="quiet")
        back.clicked.connect(lambda: self._bring_back(key))
        self.strip.say(self.tr("Entfernt: {name}").format(name=line), buttons=(back,))
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_back(self, key: str) -> None:
        self.strip.hide()
        self.restore_asked.emit(key)

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)

    def ask_age(self, name: str) -> None:
        """Ask below a field of the open form whether whoever stands there is 18."""
        for line in self._rows.values():
            if line.form is not None:
                line.form.ask_age(name)

    def settle(self) -> None:
        """Turn what was typed into changes."""
        for line in self._rows.values():
            if line.form is not None:
                line.form.settle()
