"""The left side of the plan editor: version, wish, goals, and the talk about the plan."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimdesk.base.ids import RecordId
from kimdesk.ui.forms.form import FormContext
from kimdesk.ui.screens.plan.cards import Around, GoalCard
from kimdesk.ui.screens.plan.forms import TALK, WISH, RecordForm
from kimdesk.ui.screens.plan.state import GoalState, PlanState
from kimdesk.ui.screens.plan.words import PlanWords
from kimdesk.ui.shell.family_parts import keep_edge
from kimdesk.ui.widgets.buttons import Button, Chip
from kimdesk.ui.widgets.choice import ChoiceChip
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.dates import show_day
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import Card, Flow, Page, row
from kimdesk.ui.widgets.tags import Tag


class Editor(Page):
    """Cards of one version; they stay while their records stay, so that nobody is disturbed while typing."""

    new_version_asked = Signal()
    version_chosen = Signal(bytes)
    compare_asked = Signal()
    goal_asked = Signal()
    goal_folded = Signal(bytes)
    measure_asked = Signal(bytes)
    measure_folded = Signal(bytes)
    ticked = Signal(bytes, bool)
    remove_asked = Signal(str, bytes)
    body_named = Signal(bytes, str)
    undo_asked = Signal()

    def __init__(self, shared: FormContext, words: PlanWords) -> None:
        super().__init__(margins=(24, 12, 14, 20))
        self._shared = shared
        self._words = words
        self._cards: dict[bytes, GoalCard] = {}
        self._plan: bytes = b""
        self._forms: list[RecordForm] = []
        self.title = Label("", "section")
        self.carried = Tag(self.tr("Offene Punkte übernommen"))
        self.signed = Tag("", "green", icon="check")
        self.versions = ChoiceChip(self.tr("Version"), icon="history", word=self.tr("Versionen"))
        self.compare_button = Chip(self.tr("Vergleichen …"), icon="git-compare", checkable=False)
        self.compare_button.setAccessibleName(self.tr("Zwei Versionen vergleichen"))
        self.add_button = Button(self.tr("Ziel"), icon="plus")
        self.add_button.setAccessibleName(self.tr("Ziel hinzufügen"))
        self.new_button = Button(self.tr("Neue Version beginnen"), icon="plus")
        self.frozen_note = Paragraph(
            self.tr(
                "Diese Version bleibt, wie sie ist. Der Stand der Ziele lässt sich weiter festhalten; "
                "Maßnahmen lassen sich abhaken."
            ),
            "dim",
        )
        self.strip = Strip()
        self._goals = QVBoxLayout()
        self._goals.setSpacing(12)
        self._wish = Card()
        self._talk = Card(self.tr("Gespräch über den Plan"))
        self._connect()
        self._build()

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.goal_asked)
        self.new_button.clicked.connect(self.new_version_asked)
        self.compare_button.clicked.connect(self.compare_asked)
        self.versions.chosen.connect(lambda plan: self.version_chosen.emit(bytes.fromhex(plan)))

    def _build(self) -> None:
        self.box.setSpacing(12)
        keep_edge(self, 14)
        which = Flow(self.title, self.versions, self.compare_button, self.carried, self.signed)
        head = row(which, self.add_button, self.new_button)
        head.setStretch(0, 1)
        head.setAlignment(which, Qt.AlignmentFlag.AlignVCenter)
        self.box.addLayout(head)
        self.box.addWidget(self.frozen_note)
        self.box.addWidget(self.strip)
        self.box.addWidget(self._wish)
        self.box.addLayout(self._goals)
        self.box.addWidget(self._talk)
        self.box.addStretch(1)

    def add_part(self, part: QWidget) -> None:
        """Put something below the talk about the plan."""
        self.box.insertWidget(self.box.count() - 1, part)

    def set_shared(self, shared: FormContext) -> None:
        """Work with other persons; the form about the talk is made anew."""
        self._shared = shared
        self._plan = b""

    # what is shown --------------------------------------------------------

    def show_state(self, state: PlanState) -> None:
        """Show one version."""
        assert state.plan is not None
        if state.plan.record != self._plan:
            self._start(state.plan.record)
        self._show_head(state)
        wish, talk = self._forms
        for form in (wish, talk):
            form.show_content(state.plan, frozen=state.frozen)
        wish.name_translation("wish_translation", self._words.in_language(state.language))
        self._show_goals(state)

    def ask_age(self) -> None:
        """Ask in the talk about the plan whether whoever interprets is 18."""
        self._forms[1].ask_age("interpreter")

    def _start(self, plan: RecordId) -> None:
        self._plan = plan
        self.strip.hide()
        for card in self._cards.values():
            card.hide()
            card.deleteLater()
        self._cards.clear()
        wish = RecordForm("support_plan", WISH, self._shared)
        talk = RecordForm("support_plan", TALK, self._shared)
        for old in self._forms:
            old.hide()
            old.deleteLater()
        self._forms = [wish, talk]
        wish.fit_notes(1, 6)
        self._wish.add(wish)
        self._talk.add(talk)
        wish.show()
        talk.show()

    def _show_head(self, state: PlanState) -> None:
        number = state.number
        draft = self.tr("Version {number}, Entwurf").format(number=number)
        self.title.setText(self.tr("Version {number}").format(number=number) if state.frozen else draft)
        self.carried.setVisible(state.carried and not state.frozen)
        self.signed.setVisible(state.frozen)
        word = self._words.signature(state.signature_form)
        self.signed.set_state(
            f"{word}, {show_day(state.signed_on)}" if word else show_day(state.signed_on), "green", "check"
        )
        options = [Option(each.plan.hex(), self._version_word(each.number, signed=each.signed_on is not None))
                   for each in state.versions]  # fmt: skip
        self.versions.set_options(options)
        self.versions.set_code(self._plan.hex())
        self.versions.setVisible(len(options) > 1)
        self.compare_button.setVisible(len(options) > 1)
        self.add_button.setVisible(not state.frozen)
        self.new_button.setVisible(state.frozen and state.newest)
        self.frozen_note.setVisible(state.frozen)

    def _version_word(self, number: int, *, signed: bool) -> str:
        text = self.tr("Version {number}") if signed else self.tr("Version {number}, Entwurf")
        return text.format(number=number)

    def _show_goals(self, state: PlanState) -> None:
        wanted = [bytes(goal.content.record) for goal in state.goals]
        for record in [known for known in self._cards if known not in wanted]:
            gone = self._cards.pop(record)
            self._goals.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        around = Around(language=state.language, frozen=state.frozen, offers=state.offers)
        for place, goal in enumerate(state.goals):
            card = self._cards.get(goal.content.record) or self._new_card(goal, place)
            card.show_goal(goal, around)

    def _new_card(self, goal: GoalState, place: int) -> GoalCard:
        card = self._cards[goal.content.record] = GoalCard(goal.content.record, self._shared, self._words)
        card.folded.connect(self.goal_folded)
        card.measure_folded.connect(self.measure_folded)
        card.ticked.connect(self.ticked)
        card.measure_asked.connect(self.measure_asked)
        card.remove_asked.connect(self.remove_asked)
        card.body_named.connect(self.body_named)
        self._goals.insertWidget(place, card)
        card.show()
        return card

    # doings ---------------------------------------------------------------

    def settle(self) -> None:
        """Turn what was typed into changes."""
        for form in self._forms:
            form.settle()
        for card in self._cards.values():
            card.settle()

    def go_to(self, record: bytes) -> None:
        """Put the cursor into a goal or a measure."""
        for card in self._cards.values():
            card.go_to(record)
        focus = self.focusWidget()
        if isinstance(focus, QWidget):
            self.ensureWidgetVisible(focus, 0, 120)

    def say_removed(self, kind: str) -> None:
        """Say that a goal or a measure was taken away, and offer to bring it back."""
        back = Button(self.tr("Rückgängig"), icon="undo-2", kind="quiet")
        back.clicked.connect(self.undo_asked)
        back.clicked.connect(self.strip.hide)
        what = self.tr("Das Ziel ist entfernt.") if kind == "goal" else self.tr("Die Maßnahme ist entfernt.")
        self.strip.say(what, buttons=(back,))
        self.ensureWidgetVisible(self.strip)
