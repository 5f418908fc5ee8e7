"""The cards of the plan editor: a goal with its measures, folded or unfolded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kimdesk.base.ids import RecordId
from kimdesk.casework.standard import Offers
from kimdesk.ui.forms.form import FormContext
from kimdesk.ui.screens.plan.forms import GOAL, GOAL_MORE, MEASURE, RecordForm
from kimdesk.ui.screens.plan.state import GoalState, MeasureState
from kimdesk.ui.screens.plan.words import STATE_ICONS, STATE_TONES, PlanWords
from kimdesk.ui.widgets.buttons import Button, IconButton
from kimdesk.ui.widgets.closed import reads, still
from kimdesk.ui.widgets.done import DoneCircle, TextButton
from kimdesk.ui.widgets.surfaces import Card, column, row, rule
from kimdesk.ui.widgets.tags import Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What every card of a version needs to know: the second language, whether it is signed, what is offered."""

    language: str
    frozen: bool
    offers: Offers


class MeasureCard(QWidget):
    """A measure: a row to tick, or unfolded its form."""

    ticked = Signal(bytes, bool)
    folded = Signal(bytes)
    remove_asked = Signal(str, bytes)
    body_named = Signal(bytes, str)

    def __init__(self, record: RecordId, context: FormContext, words: PlanWords) -> None:
        super().__init__()
        self.record = record
        self._bodies: Mapping[str, str] = {}
        self._context = context
        self._words = words
        self.form: RecordForm | None = None
        self._circle = DoneCircle()
        still(self._circle)
        self._text = TextButton("")
        self._who = Tag("")
        self._until = Tag("")
        self._circle.clicked.connect(lambda done: self.ticked.emit(self.record, done))
        self._text.clicked.connect(lambda: self.folded.emit(self.record))
        self._row = QWidget()
        line = row(self._circle, self._text, self._who, self._until, spacing=8)
        line.setStretch(1, 1)
        self._row.setLayout(line)
        self._frame = QFrame()
        self._frame.setProperty("role", "raised")
        self._inner = QVBoxLayout(self._frame)
        self._inner.setContentsMargins(12, 12, 12, 12)
        self._inner.setSpacing(12)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(column(self._row, self._frame, spacing=0))
        self._frame.hide()

    def show_measure(self, measure: MeasureState, around: Around) -> None:
        """Show a measure."""
        text = measure.text or self.tr("Maßnahme, noch ohne Worte")
        self._circle.setChecked(measure.state == "done")
        self._circle.say(text)
        self._text.say(text)
        self._text.setAccessibleName(self.tr("Maßnahme ändern: {text}").format(text=text))
        who, until = self._words.who(measure.who, measure.who_name), self._words.until(measure.until)
        for tag, word in ((self._who, who), (self._until, until)):
            tag.set_state(word)
            tag.setVisible(bool(word))
        if measure.opened:
            form = self._made()
            form.offer("text", around.offers.measures)
            form.offer("who_name", dict.fromkeys(around.offers.bodies, ""))
            form.show_content(measure.content, frozen=around.frozen)
            form.name_translation("text_translation", self._words.in_language(around.language))
            self._bodies = around.offers.bodies
            self._remove.setVisible(not around.frozen)
        self._row.setVisible(not measure.opened)
        self._frame.setVisible(measure.opened)

    def _made(self) -> RecordForm:
        if self.form is None:
            self.form = RecordForm("measure", MEASURE, self._context)
            self.form.suggestion_taken.connect(self._named)
            self._done = Button(self.tr("Fertig"), icon="check", kind="quiet")
            self._remove = Button(self.tr("Maßnahme entfernen"), icon="trash-2", kind="quiet")
            reads(self._done)
            self._done.clicked.connect(lambda: self.folded.emit(self.record))
            self._remove.clicked.connect(lambda: self.remove_asked.emit("measure", self.record))
            self._inner.addWidget(self.form)
            self._inner.addLayout(row(self._done, None, self._remove))
            for part in (self.form, self._done):
                part.show()
        return self.form

    def _named(self, name: str, word: str) -> None:
        """Add who a body of the directory is, an authority or others, where its name was taken."""
        if name == "who_name" and word in self._bodies:
            self.body_named.emit(self.record, str(self._bodies[word]))


class GoalCard(Card):
    """A goal: its head in one line, or unfolded its form and its measures."""

    folded = Signal(bytes)
    measure_folded = Signal(bytes)
    ticked = Signal(bytes, bool)
    measure_asked = Signal(bytes)
    remove_asked = Signal(str, bytes)
    body_named = Signal(bytes, str)

    def __init__(self, record: RecordId, context: FormContext, words: PlanWords) -> None:
        super().__init__()
        self.record = record
        self._context = context
        self._words = words
        self._opened = False
        self.form: RecordForm | None = None
        self._more: RecordForm | None = None
        self.measures: dict[bytes, MeasureCard] = {}
        self._name = Tag("", "accent")
        self._wording = TextButton("")
        self._state = Tag("")
        self._fold = IconButton("chevron-down", self.tr("aufklappen"))
        self._wording.clicked.connect(lambda: self.folded.emit(self.record))
        self._fold.clicked.connect(lambda: self.folded.emit(self.record))
        self._head = row(self._name, self._wording, self._state, self._fold, spacing=8)
        self._head.setStretch(1, 1)
        self._body = QWidget()
        self._inner = QVBoxLayout(self._body)
        self._inner.setContentsMargins(0, 0, 4, 4)
        self._inner.setSpacing(12)
        self.box.setContentsMargins(16, 10, 12, 12)
        self.add(self._head, self._body)
        self._body.hide()

    def show_goal(self, goal: GoalState, around: Around) -> None:
        """Show a goal."""
        self._opened = goal.opened
        self._show_head(goal)
        if goal.opened:
            form, more = self._made()
            form.offer("wording", around.offers.goals)
            form.show_content(goal.content, frozen=around.frozen)
            more.show_content(goal.content, frozen=around.frozen)
            more.show_attainment(goal.state)
            label = self._words.in_language(around.language)
            form.name_translation("wording_translation", label)
            more.name_translation("indicator_translation", label)
            self._show_measures(goal, around)
            self._add.setVisible(not around.frozen)
            self._remove.setVisible(not around.frozen)
        self._body.setVisible(goal.opened)
        self.set_marked(marked=goal.opened)

    def _show_head(self, goal: GoalState) -> None:
        domain = self._words.domain(goal.domain)
        number = self.tr("Ziel {number}").format(number=goal.number)
        name = f"{number} · {domain}" if domain else number
        self._name.set_state(name, "accent")
        self.setAccessibleName(name)
        self._wording.say(goal.wording or self.tr("noch ohne Worte"))
        self._wording.setVisible(not goal.opened)
        self._wording.setAccessibleName(self.tr("{goal} aufklappen: {text}").format(goal=name, text=goal.wording))
        tone, icon = STATE_TONES.get(goal.state, ""), STATE_ICONS.get(goal.state, "")
        self._state.set_state(self._words.state(goal.state), tone, icon)
        self._fold.set_icon("chevron-up" if goal.opened else "chevron-down")
        fold = self.tr("{goal} zuklappen") if goal.opened else self.tr("{goal} aufklappen")
        self._fold.setAccessibleName(fold.format(goal=name))
        self._fold.setToolTip(fold.format(goal=name))
        self._head.setStretch(2, 1 if goal.opened else 0)
        self._head.setAlignment(self._state, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _show_measures(self, goal: GoalState, around: Around) -> None:
        wanted = [bytes(each.content.record) for each in goal.measures]
        for record in [known for known in self.measures if known not in wanted]:
            gone = self.measures.pop(record)
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, measure in enumerate(goal.measures):
            card = self.measures.get(measure.content.record) or self._new_measure(measure.content.record, place)
            card.show_measure(measure, around)

    def _new_measure(self, record: RecordId, place: int) -> MeasureCard:
        card = self.measures[record] = MeasureCard(record, self._context, self._words)
        card.ticked.connect(self.ticked)
        card.folded.connect(self.measure_folded)
        card.remove_asked.connect(self.remove_asked)
        card.body_named.connect(self.body_named)
        self._list.insertWidget(place, card)
        card.show()
        return card

    def _made(self) -> tuple[RecordForm, RecordForm]:
        if self.form is None or self._more is None:
            self.form = RecordForm("goal", GOAL, self._context)
            self._more = RecordForm("goal", GOAL_MORE, self._context)
            self.form.widen_first(0)
            self._more.widen_first(3)
            self._list = QVBoxLayout()
            self._list.setSpacing(4)
            self._add = Button(self.tr("Maßnahme"), icon="plus", kind="quiet")
            self._add.setAccessibleName(self.tr("Maßnahme hinzufügen"))
            self._remove = Button(self.tr("Ziel entfernen"), icon="trash-2", kind="quiet")
            self._add.clicked.connect(lambda: self.measure_asked.emit(self.record))
            self._remove.clicked.connect(lambda: self.remove_asked.emit("goal", self.record))
            self._inner.addWidget(self.form)
            self._inner.addLayout(column(rule(), self._list, row(self._add, None), rule(), spacing=4))
            self._inner.addWidget(self._more)
            self._inner.addLayout(row(None, self._remove))
            for part in (self.form, self._more):
                part.show()
        return self.form, self._more

    def settle(self) -> None:
        """Turn what was typed into changes."""
        for form in (self.form, self._more, *(measure.form for measure in self.measures.values())):
            if form is not None:
                form.settle()

    def go_to(self, record: bytes) -> None:
        """Put the cursor into this goal, or into one of its measures."""
        if record == self.record and self.form is not None:
            self.form.focus_first()
        measure = self.measures.get(record)
        if measure is not None and measure.form is not None:
            measure.form.focus_first()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Unfold with a press anywhere on a folded card."""
        if not self._opened:
            self.folded.emit(self.record)
        super().mousePressEvent(event)
