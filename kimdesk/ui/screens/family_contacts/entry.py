"""One contact on the timeline: what was said and seen, what was agreed; the assessment stays closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kimdesk.domain.records import RECORDS
from kimdesk.ui.screens.family_contacts.state import ContactItem
from kimdesk.ui.shell.family_parts import Columns, PromiseRow, compact, quiet
from kimdesk.ui.shell.family_rows import Promise
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.choice import ChoiceChip
from kimdesk.ui.widgets.closed import omit, reads
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.surfaces import Apart, Card, Flow, column, row, rule
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
        reads(self.button)
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
    observe_asked = Signal(str)
    ticked = Signal(str, bool)
    planned = Signal(str, str)

    def __init__(self, item: ContactItem, words: Words, key: str) -> None:
        super().__init__()
        self._words = words
        self._lang = words.lang
        self._key = key
        self.closed: list[ClosedBox] = []
        compact(self)
        self._head(item)
        self._tags(item)
        self._texts(item)
        self._assessment(item)
        self._rest(item)
        self._agreements(item)
        for each in item.corrections:
            self._correction(each)

    def _title(self, item: ContactItem) -> str:
        if item.correction:
            return self.tr("Berichtigung")
        return self._words.contact(form=item.form, minutes=item.minutes, interpreting=item.interpreting)

    def _open_button(self, item: ContactItem) -> Button:
        """Return what opens a contact: to be changed, or once it is completed to be read."""
        day, frozen = f"{item.date:%d.%m.%Y}", item.completed_on is not None
        name = self.tr("{title} vom {day} ansehen") if frozen else self.tr("{title} vom {day} ändern")
        button = quiet(self.tr("Ansehen") if frozen else self.tr("Ändern"), "eye" if frozen else "pencil")
        button.setAccessibleName(name.format(title=self._title(item), day=day))
        button.clicked.connect(lambda: self.edit_asked.emit(item.key))
        if frozen:
            reads(button)
        return button

    def _observe(self, item: ContactItem) -> Button:
        """Return what leads from this note to an observation about the system."""
        button = quiet(self.tr("Wo hakt es im System?"), "construction")
        button.setAccessibleName(
            self.tr("Wo hakt es im System? Zu {title} vom {day}").format(
                title=self._title(item), day=f"{item.date:%d.%m.%Y}"
            )
        )
        button.clicked.connect(lambda: self.observe_asked.emit(item.key))
        return button

    def _correction(self, item: ContactItem) -> None:
        """Show what was corrected later, below what it corrects."""
        head = Paragraph(self.tr("Berichtigung vom {day}").format(day=f"{item.date:%d.%m.%Y}"), "strong")
        line = row(head, self._open_button(item))
        line.setStretch(0, 1)
        self.add(6, rule(), 2, line)
        if item.completed_on is not None:
            self.add(row(self._completed(item.completed_on), None))
        for name in ("family_says", "observation", "seen"):
            if text := getattr(item, name):
                self.add(self._labelled(name, text))
        if item.assessment:
            self.add(self._closed(item.assessment))

    def _completed(self, day: dt.date) -> Tag:
        return Tag(self.tr("abgeschlossen am {day}").format(day=self._words.day(day)), icon="lock")

    def _closed(self, assessment: str) -> ClosedBox:
        box = ClosedBox(self._label("assessment"), Paragraph(assessment), self._key)
        self.closed.append(box)
        return box

    def _head(self, item: ContactItem) -> None:
        title = self._title(item)
        self.setAccessibleName(self.tr("{day}: {title}").format(day=f"{item.date:%d.%m.%Y}", title=title))
        self.edit = self._open_button(item)
        head = Paragraph(title, "strong")
        self.observe = self._observe(item)
        self.add(Apart(head, self.observe, self.edit))

    def _tags(self, item: ContactItem) -> None:
        tags = [Tag(self._words.label("life_domain", code), "accent") for code in item.topics]
        if item.only_with:
            text = self.tr("nur mit {names} besprechen").format(names=self._words.both(item.only_with))
            tags.insert(0, Tag(text, "amber", icon="eye-off"))
        if item.child_interpreted:
            tags.append(Tag(self.tr("nur ein Kind konnte übersetzen"), "amber", icon="circle-alert"))
        if item.completed_on is not None:
            tags.append(self._completed(item.completed_on))
        if tags:
            self.add(Flow(*tags, spacing=6), 2)
        if who := self._who(item):
            self.add(Paragraph(who, "small"))

    def _who(self, item: ContactItem) -> str:
        parts = []
        if item.present:
            parts.append(self.tr("Dabei: {names}").format(names=self._words.both(item.present)))
        if item.others:
            parts.append(self.tr("außerdem {names}").format(names=item.others))
        if item.interpreter:
            parts.append(self.tr("Sprachmittlung durch {name}").format(name=item.interpreter))
        return " · ".join([*parts, *([item.place] if item.place else []), *self._effort(item)])

    def _effort(self, item: ContactItem) -> Iterator[str]:
        if item.travel:
            yield self.tr("{minutes} min Fahrt").format(minutes=item.travel)
        if item.effort:
            yield self.tr("{minutes} min Vor- und Nachbereitung").format(minutes=item.effort)

    def _label(self, name: str) -> str:
        return CONTACT.field(name).label(self._lang)

    def _texts(self, item: ContactItem) -> None:
        if item.occasion:
            self.add(self._labelled("occasion", item.occasion), 4)
        shown = [(name, text) for name in ("family_says", "observation") if (text := getattr(item, name))]
        if not shown:
            return
        columns = Columns([1] * len(shown), narrowest=320)
        for at, (name, text) in enumerate(shown):
            columns.boxes[at].addLayout(self._labelled(name, text))
        self.add(4, columns)

    def _labelled(self, name: str, text: str) -> QVBoxLayout:
        return column(Label(self._label(name), "label"), Paragraph(text), spacing=2)

    def _assessment(self, item: ContactItem) -> None:
        if item.found_in_assessment:
            self.add(Paragraph(self.tr("Das Gesuchte steht in „Meine Einschätzung“."), "hint"))
        if not item.assessment:
            return
        self.add(4, self._closed(item.assessment))

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
            if item.goals and each.key in item.outside_plan:
                self.add(row(26, self._into_plan(each, item), None))

    def _into_plan(self, promise: Promise, item: ContactItem) -> ChoiceChip:
        """Return what makes an agreement a step of the plan."""
        word = self.tr("in den Plan übernehmen")
        name = self.tr("In den Plan übernehmen: {text}").format(text=promise.text)
        chip = ChoiceChip(name, [Option(*goal) for goal in item.goals], icon="target", word=word)
        omit(chip)
        chip.taken.connect(lambda goal: self.planned.emit(promise.key, goal))
        return chip


class EntryRow(QWidget):
    """A contact with its day on the left, as on a calendar leaf."""

    edit_asked = Signal(str)
    observe_asked = Signal(str)
    ticked = Signal(str, bool)
    planned = Signal(str, str)

    def __init__(self, words: Words, key: str) -> None:
        super().__init__()
        self._words = words
        self._key = key
        self._item: ContactItem | None = None
        self.card: EntryCard | None = None
        self.editor: QWidget | None = None
        self._beside = False
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
        was_open = self.card is not None and any(box.is_open for box in self.card.closed)
        self._item = item
        self._day.setText(f"{item.date:%d.%m.}")
        self._weekday.setText(QLocale().dayName(item.date.isoweekday()))
        self._put(EntryCard(item, self._words, self._key))
        assert self.card is not None
        self.card.edit_asked.connect(self.edit_asked)
        self.card.observe_asked.connect(self.observe_asked)
        self.card.ticked.connect(self.ticked)
        self.card.planned.connect(self.planned)
        for closed in self.card.closed:
            closed.set_open(open_=was_open)
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
        card.setHidden(self.editor is not None and not self._beside)

    def _focused_promise(self) -> str:
        rows = self.card.findChildren(PromiseRow) if self.card is not None else []
        return next((row_.key for row_ in rows if row_.tick.hasFocus()), "")

    def show_editor(self, editor: QWidget | None, *, beside: bool = False) -> None:
        """Show a form in place of what is read or below it, or what is read again."""
        self._beside = beside
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
            self.card.setHidden(editor is not None and not beside)

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
