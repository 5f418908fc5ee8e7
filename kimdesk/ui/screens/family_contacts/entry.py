"""One contact on the timeline: what was said and seen, what was agreed; the assessment stays closed."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kimdesk.domain.records import RECORDS
from kimdesk.ui.screens.family_contacts.state import ContactItem
from kimdesk.ui.shell.family_parts import Columns, PromiseRow, compact, quiet
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.surfaces import Card, Flow, column, row
from kimdesk.ui.widgets.tags import Tag

CONTACT = RECORDS["contact"]


class ClosedBox(QWidget):
    """Shows its contents only while it is asked to: by its button or by the page's key."""

    def __init__(self, heading: str, inner: QWidget, key: str) -> None:
        super().__init__()
        self._heading = heading
        self._inner = inner
        self.button = Button("", icon="eye", kind="secondary", key=key)
        self.button.clicked.connect(self.toggle)
        self.setLayout(column(row(self.button, None), inner, spacing=4))
        self.set_open(open_=False)

    @property
    def is_open(self) -> bool:
        """Tell whether the contents can be seen."""
        return not self._inner.isHidden()

    def set_open(self, *, open_: bool) -> None:
        """Show or hide the contents."""
        self._inner.setVisible(open_)
        self.button.set_icon("eye-off" if open_ else "eye")
        word = self.tr("{heading} schließen") if open_ else self.tr("{heading} öffnen")
        self.button.setText(word.format(heading=self._heading))

    def toggle(self) -> None:
        """Show what is hidden, hide what is shown."""
        self.set_open(open_=not self.is_open)


class EntryCard(Card):
    """A contact as it is read."""

    edit_asked = Signal(str)
    ticked = Signal(str, bool)

    def __init__(self, item: ContactItem, words: Words, key: str) -> None:
        super().__init__()
        self._words = words
        self._lang = words.lang
        self.closed: ClosedBox | None = None
        compact(self)
        self._head(item)
        self._tags(item)
        self._texts(item)
        self._assessment(item, key)
        self._rest(item)
        self._agreements(item)

    def _head(self, item: ContactItem) -> None:
        title = self._words.contact(form=item.form, minutes=item.minutes, interpreting=item.interpreting)
        day = f"{item.date:%d.%m.%Y}"
        self.setAccessibleName(self.tr("{day}: {title}").format(day=day, title=title))
        self.edit = quiet(self.tr("Ändern"), "pencil")
        self.edit.setAccessibleName(self.tr("{title} vom {day} ändern").format(title=title, day=day))
        self.edit.clicked.connect(lambda: self.edit_asked.emit(item.key))
        head = Paragraph(title, "strong")
        line = row(head, self.edit)
        line.setStretch(0, 1)
        line.setAlignment(self.edit, Qt.AlignmentFlag.AlignTop)
        self.add(line)

    def _tags(self, item: ContactItem) -> None:
        tags = [Tag(self._words.label("life_domain", code), "accent") for code in item.topics]
        if item.only_with:
            text = self.tr("nur mit {names} besprechen").format(names=self._words.both(item.only_with))
            tags.insert(0, Tag(text, "amber", icon="eye-off"))
        if tags:
            self.add(Flow(*tags, spacing=6), 2)
        if who := self._who(item):
            self.add(Paragraph(who, "small"))

    def _who(self, item: ContactItem) -> str:
        parts = []
        if item.present:
            parts.append(self.tr("Dabei: {names}").format(names=self._words.both(item.present)))
        if item.interpreter:
            parts.append(self.tr("Sprachmittlung durch {name}").format(name=item.interpreter))
        return " · ".join([*parts, *([item.place] if item.place else [])])

    def _label(self, name: str) -> str:
        return CONTACT.field(name).label(self._lang)

    def _texts(self, item: ContactItem) -> None:
        shown = [(name, text) for name in ("family_says", "observation") if (text := getattr(item, name))]
        if not shown:
            return
        columns = Columns([1] * len(shown), narrowest=320)
        for at, (name, text) in enumerate(shown):
            columns.boxes[at].addLayout(self._labelled(name, text))
        self.add(4, columns)

    def _labelled(self, name: str, text: str) -> QVBoxLayout:
        return column(Label(self._label(name), "label"), Paragraph(text), spacing=2)

    def _assessment(self, item: ContactItem, key: str) -> None:
        if not item.assessment:
            return
        if item.found_in_assessment:
            self.add(Paragraph(self.tr("Das Gesuchte steht in „Meine Einschätzung“."), "hint"))
        inner = Paragraph(item.assessment)
        self.closed = ClosedBox(self._label("assessment"), inner, key)
        self.add(4, self.closed)

    def _rest(self, item: ContactItem) -> None:
        if item.seen:
            self.add(4)
            self.add(self._labelled("seen", item.seen))
        if item.next_appointment is not None:
            text = self.tr("Nächster Termin: {day}").format(day=self._words.day(item.next_appointment))
            self.add(4, row(Tag(text, "blue", icon="calendar"), None))

    def _agreements(self, item: ContactItem) -> None:
        if not item.agreements:
            return
        self.add(4, Label(self.tr("Vereinbart"), "label"))
        for each in item.agreements:
            line = PromiseRow(each, self._words)
            line.ticked.connect(self.ticked)
            self.add(line)


class EntryRow(QWidget):
    """A contact with its day on the left, as on a calendar leaf."""

    edit_asked = Signal(str)
    ticked = Signal(str, bool)

    def __init__(self, words: Words, key: str) -> None:
        super().__init__()
        self._words = words
        self._key = key
        self._item: ContactItem | None = None
        self.card: EntryCard | None = None
        self.editor: QWidget | None = None
        self._day = Label("", "strong")
        self._weekday = Label("", "small")
        self._leaf = QWidget()
        self._leaf.setLayout(column(14, self._day, self._weekday, None, spacing=0))
        self._leaf.setFixedWidth(current().px(72))
        self._place = QVBoxLayout()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self._leaf)
        line.addLayout(self._place, 1)

    def show_item(self, item: ContactItem) -> None:
        """Show a contact; one that did not change is left as it is, open boxes and all."""
        if item == self._item and self.card is not None:
            return
        focused = self._focused_promise()
        was_open = self.card is not None and self.card.closed is not None and self.card.closed.is_open
        self._item = item
        self._day.setText(f"{item.date:%d.%m.}")
        self._weekday.setText(QLocale().dayName(item.date.isoweekday()))
        self._put(EntryCard(item, self._words, self._key))
        assert self.card is not None
        self.card.edit_asked.connect(self.edit_asked)
        self.card.ticked.connect(self.ticked)
        if was_open and self.card.closed is not None:
            self.card.closed.set_open(open_=True)
        for promise in self.card.findChildren(PromiseRow):
            if promise.key == focused:
                promise.tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, card: EntryCard) -> None:
        if self.card is not None:
            self._place.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
        self.card = card
        self._place.insertWidget(0, card)
        card.setHidden(self.editor is not None)

    def _focused_promise(self) -> str:
        rows = self.card.findChildren(PromiseRow) if self.card is not None else []
        return next((row_.key for row_ in rows if row_.tick.hasFocus()), "")

    def show_editor(self, editor: QWidget | None) -> None:
        """Show a form in place of what is read, or what is read again."""
        if editor is self.editor:
            return
        if self.editor is not None:
            self._place.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
        self.editor = editor
        if editor is not None:
            self._place.addWidget(editor)
        if self.card is not None:
            self.card.setHidden(editor is not None)

    def begin(self, word: str) -> None:
        """Show that this is a contact just begun."""
        self._day.setText(word)
        self._weekday.setText("")

    def closed_boxes(self) -> list[ClosedBox]:
        """Return the boxes that open only when asked to."""
        return [box for box in self.findChildren(ClosedBox) if not box.isHidden()]


def month_heading(item: ContactItem) -> str:
    """Return the month a contact belongs to, as November 2026."""
    return f"{QLocale().standaloneMonthName(item.date.month)} {item.date.year}"
