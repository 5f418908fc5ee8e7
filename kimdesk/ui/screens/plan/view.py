"""The plan editor: goals at the left, the paper at the right; where it is narrow, one of them at a time."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.ui.dialogs.memory import Remember, forget
from kimdesk.ui.forms.form import FormContext
from kimdesk.ui.screens.plan.editor import Editor
from kimdesk.ui.screens.plan.pane import PaperPane
from kimdesk.ui.screens.plan.signing import SigningDialog
from kimdesk.ui.screens.plan.state import PaperState, PlanState, SigningQuestion
from kimdesk.ui.screens.plan.words import PlanWords
from kimdesk.ui.tasks import Runner
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.notices import EmptyState
from kimdesk.ui.widgets.stepper import SectionTabs, Step
from kimdesk.ui.widgets.surfaces import Card, Page

WIDE = 860
PAPER_SHARE = 0.415


class PlanView(QWidget):
    """Shows a PlanState and a PaperState, tells what is wanted."""

    begin_asked = Signal()
    signed = Signal(object)

    def __init__(self, shared: FormContext, runner: Runner) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._shared = shared
        self._words = PlanWords(shared.reference, shared.language, shared.today)
        self._state = PlanState()
        self.remember: Remember = forget
        self.editor = Editor(shared, self._words)
        self.paper = PaperPane(runner, self._words)
        self.tabs = SectionTabs(
            self.tr("Ansicht"), [Step("edit", self.tr("Bearbeiten")), Step("paper", self.tr("Druckbild"))]
        )
        self.tabs.set_current("edit")
        self.tabs.pressed.connect(lambda _key: self._arrange())
        self.begin_button = Button(self.tr("Plan beginnen"), icon="plus", kind="primary")
        self.begin_button.clicked.connect(self.begin_asked)
        self.editor.new_version_asked.connect(self.begin_asked)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._both())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)

    def _empty(self) -> Page:
        page = Page()
        why = self.tr(
            "Hier stehen bald der Wunsch der Familie, ihre Ziele und wer was bis wann tut. "
            "Rechts daneben entsteht das Blatt, das die Familie mitnimmt."
        )
        page.box.addWidget(
            Card().add(EmptyState(self.tr("Noch kein Plan"), why, icon="target", step=self.begin_button))
        )
        page.box.addStretch(1)
        return page

    def _both(self) -> QWidget:
        both = QWidget()
        outer = QVBoxLayout(both)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(24, 4, 24, 0)
        tabs.addWidget(self.tabs)
        outer.addLayout(tabs)
        self._side = Page(margins=(2, 12, 24, 16))
        self._side.box.addWidget(self.paper)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.editor, round(100 * (1 - PAPER_SHARE)))
        line.addWidget(self._side, round(100 * PAPER_SHARE))
        outer.addLayout(line, 1)
        return both

    # what is shown --------------------------------------------------------

    def show_state(self, state: PlanState) -> None:
        """Show the editor."""
        if state.persons != self._state.persons:
            options = [Option(each.person.hex(), each.name) for each in state.persons]
            self._shared = replace(self._shared, records={"person": options})
            self.editor.set_shared(self._shared)
        self._state = state
        self._stack.setCurrentIndex(0 if state.plan is None else 1)
        if state.plan is not None:
            self.editor.show_state(state)
            self.paper.set_frozen(frozen=state.frozen)
            self._arrange()

    def show_paper(self, state: PaperState) -> None:
        """Show the paper."""
        self.paper.show_paper(state)

    def settle(self) -> None:
        """Turn what was typed into changes."""
        self.editor.settle()

    def go_to(self, record: RecordId) -> None:
        """Put the cursor into a record that was just added."""
        self.editor.go_to(record)

    def ask_signing(self, question: SigningQuestion) -> None:
        """Ask once before a version is signed and frozen."""
        dialog = SigningDialog(self, question, self._words)
        dialog.agreed.connect(self.signed)
        if self._state.plan is not None:
            self.remember(dialog, f"sign:{self._state.plan.record.hex()}", dialog.kept())
        dialog.open()

    def ask_age(self) -> None:
        """Ask in the talk about the plan whether whoever interprets is 18."""
        self.editor.ask_age()

    def say_removed(self, kind: str) -> None:
        """Say that a goal or a measure was taken away, and offer to bring it back."""
        self.editor.say_removed(kind)

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.editor.strip.fail(error)

    # room -----------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        """Ask for no height of its own: both sides scroll."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put both side by side where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= current().px(WIDE)
        self.tabs.setVisible(not wide)
        self.editor.setVisible(wide or self.tabs.current() == "edit")
        self._side.setVisible(wide or self.tabs.current() == "paper")
        self._side.box.setContentsMargins(0 if wide else 24, 12, 24, 16)
        self.paper.preview.setMinimumHeight(current().px(160 if wide else 300))
