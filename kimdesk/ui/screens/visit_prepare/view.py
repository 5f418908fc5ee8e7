"""The preparation of a visit on the screen: who lives there, what was said last, what is open, what comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimdesk.base.errors import KimError
from kimdesk.casework.preparing import LastNote
from kimdesk.domain.records import RECORDS
from kimdesk.domain.views.documents import MeasureView
from kimdesk.ui.screens.visit_prepare.state import PrepareState
from kimdesk.ui.screens.visit_prepare.words import PrepareWords
from kimdesk.ui.shell.family_parts import Columns
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import ElidedLabel, Label, Paragraph
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import Card, Flow, Page, clear, column, row
from kimdesk.ui.widgets.tags import Tag

CONTACT = RECORDS["contact"]
KEYS = {"cover": "Esc", "safety": "F8", "write": "Ctrl+Return"}


class PrepareView(Page):
    """Shows a PrepareState, tells what is wanted."""

    safety_flipped = Signal()
    cover_asked = Signal()
    write_asked = Signal()
    back_asked = Signal()
    print_asked = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__(margins=(24, 16, 24, 16))
        self._family_words = words
        self._words = PrepareWords(words)
        self.overline = ElidedLabel(self.tr("Besuch · Vorbereiten"), "dim")
        self.title = ElidedLabel("", "title")
        self.strip = Strip()
        self.write_button = Button(self.tr("Mitschreiben"), icon="pen-line", kind="primary", touch=True)
        self.cover_button = Button(self.tr("Abdecken"), icon="eye-off", key=KEYS["cover"], touch=True)
        self.back_button = Button(self.tr("Zurück zur Familie"), icon="arrow-left", touch=True)
        self.briefing_button = Button(self.tr("Besuchsvorbereitung drucken"), icon="printer", touch=True)
        self.sheet_button = Button(self.tr("Besuchsbogen drucken"), icon="printer", touch=True)
        self.safety_button = Button("", icon="lock", key=KEYS["safety"], touch=True)
        self._cards = Columns([1, 1], narrowest=420)
        self._build()
        self._connect()

    def _build(self) -> None:
        names = column(self.overline, self.title, spacing=0)
        top = row(spacing=12)
        top.addLayout(names, 1)
        for button in (self.cover_button, self.write_button):
            top.addWidget(button)
        self.box.setSpacing(12)
        self.box.addLayout(top)
        self.box.addWidget(self.strip)
        buttons = (self.back_button, self.safety_button, self.briefing_button, self.sheet_button)
        self.box.addWidget(Flow(*buttons, spacing=8))
        self.box.addWidget(self._cards)
        self.box.addStretch(1)

    def _connect(self) -> None:
        self.write_button.setToolTip(QKeySequence(KEYS["write"]).toString(QKeySequence.SequenceFormat.NativeText))
        self.write_button.clicked.connect(self.write_asked)
        self.cover_button.clicked.connect(self.cover_asked)
        self.back_button.clicked.connect(self.back_asked)
        self.safety_button.clicked.connect(self.safety_flipped)
        self.briefing_button.clicked.connect(lambda: self.print_asked.emit("briefing"))
        self.sheet_button.clicked.connect(lambda: self.print_asked.emit("visit_sheet"))
        wanted = {"cover": self.cover_asked, "safety": self.safety_flipped, "write": self.write_asked}
        for name, signal in wanted.items():
            shortcut = QShortcut(QKeySequence(KEYS[name]), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(signal)

    def opened(self) -> None:
        """Put the cursor on what comes next."""
        self.write_button.setFocus()

    def show_state(self, state: PrepareState) -> None:
        """Show everything."""
        self.title.setText(self.tr("Familie {name}").format(name=state.label))
        self._show_safety_button(state)
        left, right = self._cards.boxes
        for side, cards in ((left, self._left(state)), (right, self._right(state))):
            clear(side)
            for card in cards:
                side.addWidget(card)
                card.show()
            side.addStretch(1)

    def _show_safety_button(self, state: PrepareState) -> None:
        is_open = state.safety is not None
        self.safety_button.setVisible(state.has_safety)
        self.safety_button.set_icon("lock-open" if is_open else "lock")
        self.safety_button.setText(
            self.tr("Zur Sicherheit: zudecken") if is_open else self.tr("Zur Sicherheit: öffnen")
        )

    def _left(self, state: PrepareState) -> Iterator[Card]:
        if state.safety is not None:
            yield self._card(self.tr("Zur Sicherheit"), [Paragraph(state.safety)])
        talks = [Paragraph(self._words.talk(each)) for each in state.briefing.only_with]
        if talks:
            yield self._card(self.tr("Nicht vor allen ansprechen"), talks)
        yield self._card(self.tr("Letzte Notizen"), [part for note in state.notes for part in self._note(note)])
        yield self._card(self.tr("Wer dort wohnt"), self._household(state))
        yield self._card(self.tr("Sprachmittlung"), self._interpreting(state))

    def _right(self, state: PrepareState) -> Iterator[Card]:
        found = state.briefing
        yield self._card(self.tr("Unsere offenen Zusagen"), self._promises(found.ours))
        yield self._card(self.tr("Zusagen der Familie"), self._promises(found.familys))
        yield self._card(self.tr("Fristen"), [Paragraph(self._words.deadline(each)) for each in found.deadlines])
        yield self._card(
            self.tr("Nächste Termine"), [Paragraph(self._words.appointment(each)) for each in found.appointments]
        )
        yield self._card(self.tr("Ziele"), [Paragraph(f"{each.number}. {each.wording or ''}") for each in found.goals])

    def _card(self, title: str, parts: Iterable[QWidget]) -> Card:
        card = Card(title)
        shown = list(parts)
        card.add(*(shown or [Paragraph(self.tr("nichts eingetragen"), "dim")]))
        return card

    def _household(self, state: PrepareState) -> Iterator[QWidget]:
        for each in state.briefing.household:
            yield Paragraph(self._words.person(each))
        if state.briefing.reach:
            yield Paragraph(" · ".join(state.briefing.reach), "dim")

    def _interpreting(self, state: PrepareState) -> Iterator[QWidget]:
        last = state.briefing.interpreter
        if last is None:
            yield Paragraph(self.tr("nicht nötig"), "dim")
            return
        yield Tag(self.tr("Sprachmittlung nötig"), "blue", icon="languages")
        if last:
            yield Paragraph(self.tr("Zuletzt: {name}").format(name=last))
        for each in state.interpreters:
            yield Paragraph(self._words.interpreter(each), "dim")
        yield Paragraph(self.tr("Kinder und Jugendliche dolmetschen nicht."), "small")

    def _note(self, note: LastNote) -> Iterator[QWidget]:
        head = self._family_words.contact(form=note.form, minutes=note.minutes, interpreting="")
        yield Paragraph(f"{self._family_words.day(note.date)} {head}", "strong")
        yield from self._texts(note)
        for each in note.corrections:
            yield Paragraph(self.tr("Berichtigung vom {day}").format(day=self._family_words.day(each.date)), "strong")
            yield from self._texts(each)

    def _texts(self, note: LastNote) -> Iterator[QWidget]:
        for name in ("family_says", "observation", "seen"):
            if text := getattr(note, name):
                part = QWidget()
                box: QVBoxLayout = column(
                    Label(CONTACT.field(name).label(self._family_words.lang), "label"), Paragraph(text), spacing=2
                )
                part.setLayout(box)
                yield part

    def _promises(self, promises: tuple[MeasureView, ...]) -> Iterator[QWidget]:
        for each in promises:
            yield Paragraph(self._words.promise(each))

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)
