"""Two versions of the plan compared for humans: goal by goal in sentences, and the way to paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kimdesk.base.errors import KimError, Lang
from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.casework.papers.comparing import compare
from kimdesk.domain.views.plan_changes import Told, ToldGoal
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.screens.plan.state import VersionState
from kimdesk.ui.tasks import Runner
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.choice import ChoiceChip
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.dates import show_day
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.surfaces import Card, Flow, Page, clear, column, row
from kimdesk.ui.widgets.tags import Tag, Tone

TONES: dict[str, Tone] = {"new": "blue", "changed": "accent", "reached": "green"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareState:
    """Which two of the versions (the newest first) are compared, and what is different."""

    versions: tuple[VersionState, ...]
    older: RecordId
    newer: RecordId
    told: Told | None = None
    problem: KimError | None = None


class View(Protocol):
    """What the presenter needs of the dialog."""

    def show_state(self, state: CompareState) -> None:
        """Show the comparison."""
        ...


class ComparePresenter:
    """Compares anew whenever another version is chosen; only the newest answer counts."""

    def __init__(self, desk: Desk, runner: Runner, case: RecordId, lang: Lang, view: View) -> None:
        self._desk, self._runner, self._case, self._lang, self._view = desk, runner, case, lang, view
        self._state: CompareState | None = None

    def begin(self, versions: Sequence[VersionState], shown: RecordId) -> None:
        """Compare the version shown with the one before it; the oldest with the one after it."""
        plans = [each.plan for each in versions]
        at = min(plans.index(shown), len(plans) - 2)
        self._ask(CompareState(versions=tuple(versions), older=plans[at + 1], newer=plans[at]))

    @property
    def state(self) -> CompareState:
        """What is shown now."""
        assert self._state is not None
        return self._state

    def choose(self, older: RecordId, newer: RecordId) -> None:
        """Compare two others, the older one always first."""
        plans = [each.plan for each in self.state.versions]
        if older != newer:
            newer, older = sorted((older, newer), key=plans.index)
            self._ask(replace(self.state, older=older, newer=newer))

    def _ask(self, state: CompareState) -> None:
        self._tell(replace(state, told=None, problem=None))

        def answered(told: Told) -> None:
            if (self.state.older, self.state.newer) == (state.older, state.newer):
                self._tell(replace(self.state, told=told))

        self._runner.run(
            lambda _steps: compare(self._desk, self._case, state.older, state.newer, self._lang),
            answered,
            failed=lambda error: self._tell(replace(self.state, problem=error)),
            lane="query",
        )

    def _tell(self, state: CompareState) -> None:
        self._state = state
        self._view.show_state(state)


class CompareDialog(Dialog):
    """Shows a CompareState."""

    chosen = Signal(bytes, bytes)
    print_asked = Signal(bytes, bytes)

    def __init__(self, parent: QWidget | None) -> None:
        title = QCoreApplication.translate("CompareDialog", "Was sich im Plan geändert hat")
        super().__init__(parent, title, width=760)
        self.presenter: ComparePresenter | None = None
        self._state: CompareState | None = None
        self.older = ChoiceChip(self.tr("Frühere Version"), icon="history")
        self.newer = ChoiceChip(self.tr("Spätere Version"), icon="file-text")
        self.older.chosen.connect(lambda _code: self._choose())
        self.newer.chosen.connect(lambda _code: self._choose())
        self.versions = Paragraph("", "dim")
        self._page = Page(margins=(0, 0, 12, 0))
        for part in (self._page, self._page.body):
            part.setProperty("role", "clear")
        self._list = column(spacing=12)
        self._page.box.addLayout(self._list)
        self._page.box.addStretch(1)
        self._page.setMinimumHeight(current().px(320))
        self.box.addWidget(Flow(self.older, self.newer))
        self.box.addWidget(self.versions)
        self.box.addWidget(self._page, 1)
        self.least_height = min(current().px(600), 700)
        self.add_button(self.tr("Schließen"), self.reject)
        self.print_button = self.add_button(self.tr("Drucken …"), self._print, kind="primary", icon="printer")

    def show_state(self, state: CompareState) -> None:
        """Show the comparison."""
        before, self._state = self._state, state
        options = [Option(each.plan.hex(), self._word(each)) for each in state.versions]
        for chip, plan in ((self.older, state.older), (self.newer, state.newer)):
            chip.set_options(options)
            chip.set_code(plan.hex())
        self.print_button.setEnabled(state.told is not None)
        if state.problem is not None:
            self.strip.fail(state.problem)
        if before is None or before.told != state.told:
            self._tell(state.told)

    def _word(self, version: VersionState) -> str:
        if version.signed_on is None:
            return self.tr("Version {number}, Entwurf").format(number=version.number)
        return self.tr("Version {number} vom {day}").format(number=version.number, day=show_day(version.signed_on))

    def _tell(self, told: Told | None) -> None:
        clear(self._list)
        self.versions.set_body(told.versions if told is not None else self.tr("wird verglichen …"))
        if told is None:
            return
        if told.nothing:
            self._list.addWidget(Paragraph(told.nothing, "strong"))
        if told.wish:
            self._list.addWidget(Card(self.tr("Wunsch der Familie")).add(*map(Paragraph, told.wish)))
        for goal in told.goals:
            self._list.addWidget(_card(goal))

    def _choose(self) -> None:
        self.chosen.emit(bytes.fromhex(self.older.code()), bytes.fromhex(self.newer.code()))

    def _print(self) -> None:
        if self._state is not None:
            self.print_asked.emit(self._state.older, self._state.newer)


def _card(goal: ToldGoal) -> Card:
    card = Card()
    card.setAccessibleName(f"{goal.heading}. {goal.word}")
    head = row(Paragraph(goal.heading, "strong"), Tag(goal.word, TONES.get(goal.turn, "")))
    head.setStretch(0, 1)
    card.add(head, *(Paragraph(sentence) for sentence in goal.sentences))
    return card
