"""Visit mode on the screen: who is there, what it is about, the boxes, what is agreed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.ui import actions
from kimdesk.ui.forms.form import IDLE_MS, FormContext
from kimdesk.ui.screens.visit.agreed import AgreedCard
from kimdesk.ui.screens.visit.boxes import ClosedBox, NoteBox
from kimdesk.ui.screens.visit.finish import FinishDialog
from kimdesk.ui.screens.visit.head import Head
from kimdesk.ui.screens.visit.state import ASSESSMENT, FinishQuestion, VisitState
from kimdesk.ui.screens.visit.words import VisitWords
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Label
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import Card, Page, row

WIDE = 900
KEYS = {
    "cover": "Esc",
    "assessment": "F8",
    "agree": "Ctrl+Return",
    "agree_too": "Ctrl+Enter",
    "finish": "Ctrl+E",
    "turn": "Ctrl+T",
    "observe": "Ctrl+7",
}
"""Ctrl+7 leads to the observations elsewhere; here it writes one down."""


def key_word(name: str) -> str:
    """Return a key as people read it on their keyboard."""
    return QKeySequence(KEYS[name]).toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "↵")


class VisitView(QWidget):
    """Shows a VisitState, tells what is typed and wanted."""

    typed = Signal(str, str)
    settle_asked = Signal()
    assessment_flipped = Signal()
    cover_asked = Signal()
    turn_asked = Signal()
    turn_wanted = Signal(object)
    agree_asked = Signal()
    finish_asked = Signal()
    undo_asked = Signal()
    finished = Signal(object, object, object)
    discarded = Signal()
    observe_asked = Signal()

    def __init__(self, shared: FormContext) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._shared = shared
        self.words = VisitWords(shared.reference, shared.language, shared.today)
        keys = {name: key_word(name) for name in ("cover", "turn", "finish")}
        self.head = Head(self.words, **keys)
        block = Label(self.tr("Textbaustein: {key}").format(key=actions.key_text("text_block")), "small")
        self.says = NoteBox("family_says", self.tr("Was die Familie sagt"), "message-circle", lines=4, end=block)
        self.observes = NoteBox("observation", self.tr("Was ich beobachte"), "eye")
        self.assessment = ClosedBox(
            ASSESSMENT,
            self.tr("Meine Einschätzung"),
            self.tr("Meine Einschätzung ist zugedeckt"),
            key_word("assessment"),
        )
        self.seen = NoteBox("seen", self.tr("Gesehen und übergeben"), "paperclip", lines=2)
        self.observe = Button(
            self.tr("Wo hakt es im System?"), icon="construction", kind="quiet", key=key_word("observe"), touch=True
        )
        self.agreed = AgreedCard(shared.today, self.words, key_word("agree"))
        self.strip = Strip()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self.settle_asked)
        self._all = self._page()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._all)
        self._connect()

    def _page(self) -> Page:
        page = Page(margins=(24, 16, 24, 16))
        page.box.setSpacing(12)
        left, right, last = Card(), Card(), Card()
        for card, part in ((left, self.says), (right, self.observes), (last, self.seen)):
            card.box.setContentsMargins(16, 8, 16, 16)
            card.box.addWidget(part, 1)
        right.box.addWidget(self.assessment)
        last.box.addLayout(row(self.observe, None))
        self._boxes = row(left, right, spacing=14)
        self._below = row(self.agreed, last, spacing=14)
        for line, shares in ((self._boxes, (1, 1)), (self._below, (2, 1))):
            for place, share in enumerate(shares):
                line.setStretch(place, share)
        page.box.addWidget(self.head)
        page.box.addWidget(self.strip)
        page.box.addLayout(self._boxes, 3)
        page.box.addLayout(self._below, 1)
        return page

    def _connect(self) -> None:
        for part in (self.says, self.observes, self.seen, self.assessment):
            part.typed.connect(self._typed)
            part.left.connect(self.settle_asked)
        self.assessment.flipped.connect(self.assessment_flipped)
        self.head.cover_asked.connect(self.cover_asked)
        self.head.turn_asked.connect(self.turn_asked)
        self.head.finish_asked.connect(self.finish_asked)
        self.observe.clicked.connect(self.observe_asked)
        self.agreed.add_asked.connect(self.agree_asked)
        self.agreed.entry.done.connect(self.agree_asked)
        wanted = {
            "cover": self.cover_asked,
            "assessment": self.assessment_flipped,
            "agree": self.agree_asked,
            "agree_too": self.agree_asked,
            "finish": self.finish_asked,
            "turn": self.turn_asked,
            "observe": self.observe_asked,
        }
        for name, signal in wanted.items():
            shortcut = QShortcut(QKeySequence(KEYS[name]), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(signal)

    def _typed(self, name: str, text: str) -> None:
        self._idle.start()
        self.typed.emit(name, text)

    # what is shown --------------------------------------------------------

    def show_state(self, state: VisitState) -> None:
        """Show the visit."""
        self.head.show_head(state)
        self.says.show_text(state.family_says)
        self.observes.show_text(state.observation)
        self.seen.show_text(state.seen)
        self._show_assessment(state.assessment)
        self.agreed.show_agreements(state.agreements)
        self.agreed.entry.show_entry(state.entry, state.goals)

    def _show_assessment(self, text: str | None) -> None:
        was_open = self.assessment.box is not None
        self.assessment.show_text(text)
        box = self.assessment.box
        if box is not None and not was_open:
            box.note.setFocus()
        elif was_open and box is None:
            self.observes.note.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the boxes one below the other where it is narrow for the size of the text."""
        super().resizeEvent(event)
        wide = self.width() >= current().px(WIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        for line in (self.head.top, self._boxes, self._below, self.agreed.entry.line):
            line.setDirection(way)

    def opened(self) -> None:
        """Put the cursor where the family's words go."""
        self.says.note.setFocus()

    def go_to_entry(self) -> None:
        """Put the cursor into the line for an agreement."""
        self.agreed.entry.text.setFocus()
        self._all.ensureWidgetVisible(self.agreed.entry)

    def mark_entry(self, problem: KimError | None) -> None:
        """Say what is not valid yet in the line for an agreement."""
        self.agreed.mark(problem)

    def ask_turn(self, case: RecordId) -> None:
        """Ask to whom the screen is turned."""
        self.turn_wanted.emit(case)

    def ask_finish(self, question: FinishQuestion) -> None:
        """Ask how long it took and when one meets again."""
        dialog = FinishDialog(self, question, self._shared, self.tr("Besuch beenden"))
        dialog.finished_with.connect(self.finished)
        dialog.discarded.connect(self.discarded)
        dialog.open()

    def say_removed(self) -> None:
        """Say that an agreement was taken away, and offer to bring it back."""
        back = Button(self.tr("Rückgängig"), icon="undo-2", kind="quiet")
        back.clicked.connect(self.undo_asked)
        back.clicked.connect(self.strip.hide)
        self.strip.say(self.tr("Die Vereinbarung ist entfernt."), buttons=(back,))

    def say_observed(self) -> None:
        """Say that an observation was kept; nothing leads away from the visit."""
        self.strip.say(
            self.tr("Als Strukturbeobachtung festgehalten"),
            self.tr("Ohne Namen und ohne Bezug zu dieser Familie."),
            tone="green",
        )

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)
