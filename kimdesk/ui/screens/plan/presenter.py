"""The plan editor's doings: versions, goals, measures, signing; what is typed goes through the forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Protocol, TypeVar

from kimdesk.base.errors import KimError, UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import editing, family, interpreters, plans, printing
from kimdesk.casework.desk import Desk
from kimdesk.casework.plans import Signing
from kimdesk.casework.printing import PrintOrder
from kimdesk.domain.changes import Changes
from kimdesk.domain.records import RECORDS
from kimdesk.ui.forms.records_presenter import RecordsPresenter
from kimdesk.ui.screens.plan.paper import GERMAN, Languages, PaperPresenter, Press, Rest
from kimdesk.ui.screens.plan.reading import PlanReader
from kimdesk.ui.screens.plan.state import Content, PaperState, PlanState, SigningQuestion

if TYPE_CHECKING:
    from kimdesk.ui.shell.screen import Context

T = TypeVar("T")
KINDS = ("support_plan", "goal", "measure", "person", "partner", "plan_review")


class View(Protocol):
    """What the presenter needs of the screen."""

    def show_state(self, state: PlanState) -> None:
        """Show the editor."""
        ...

    def show_paper(self, state: PaperState) -> None:
        """Show the paper."""
        ...

    def settle(self) -> None:
        """Turn what was typed into changes."""
        ...

    def go_to(self, record: RecordId) -> None:
        """Put the cursor into a record that was just added."""
        ...

    def ask_signing(self, question: SigningQuestion) -> None:
        """Ask once before a version is signed and frozen."""
        ...

    def ask_age(self) -> None:
        """Ask in the talk about the plan whether whoever interprets is 18."""
        ...

    def say_removed(self, kind: str) -> None:
        """Say that a goal or a measure was taken away, and offer to bring it back."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class Part(Protocol):
    """Something below the plan that is about the version shown."""

    presenter: RecordsPresenter

    def show(self) -> None:
        """Show what belongs to the version shown."""
        ...


class PlanPresenter:
    """Listens to the editor and to what changes in the vault."""

    def __init__(self, context: Context, case: RecordId, view: View, press: Press, rest: Rest) -> None:
        self._context = context
        self._desk = context.desk
        self._case = case
        self._view = view
        self._reader = PlanReader(context.desk, case)
        self._chosen: RecordId | None = None
        self._goal: RecordId | None = None
        self._measure: RecordId | None = None
        self._state = PlanState()
        self._shown = False
        self.parts: list[Part] = []
        self.paper = PaperPresenter(context.runner, press, view.show_paper, rest)

    @property
    def state(self) -> PlanState:
        """What is shown now."""
        return self._state

    # the shell ------------------------------------------------------------

    def opened(self) -> None:
        """Show the newest version, its first goal unfolded."""
        state = self._reader.read(self._chosen, lambda _record: False)
        if not self._shown and state.goals:
            self._goal = state.goals[0].content.record
        self._shown = True
        self._load()

    def refresh(self, changes: Changes) -> None:
        """Show what changed in this family."""
        if changes.touches("partner"):
            self._reader.forget()
        if self._shown and changes.touches(*KINDS) and (not changes.cases or self._case in changes.cases):
            self._load()

    def leave(self) -> None:
        """Turn what was typed into changes."""
        self._settle()

    def _settle(self) -> None:
        self._view.settle()
        for part in self.parts:
            part.presenter.leave()

    def fail(self, error: KimError) -> None:
        """Say that something typed could not be stored."""
        self._view.fail(error)

    def stored(self, at: int | None) -> None:
        """Let the paper follow: something is being typed (None), or has become durable."""
        if at is None:
            self.paper.typing()
        elif self._shown:
            self._load()

    def _load(self) -> None:
        unfolded = {self._goal, self._measure}
        self._state = self._reader.read(self._chosen, lambda record: record in unfolded)
        self._view.show_state(self._state)
        for part in self.parts:
            part.show()
        self.paper.show_plan(self._state)

    # versions -------------------------------------------------------------

    def begin(self) -> None:
        """Begin the plan, or its next version with what is still open."""

        def begun(_plan: RecordId) -> None:
            self._chosen, self._goal, self._measure = None, None, None
            self._told("support_plan", "goal", "measure")
            self.opened()

        self._do(lambda: plans.start(self._desk, self._case), begun)

    def choose_version(self, plan: RecordId) -> None:
        """Show another version."""
        self._settle()
        self._chosen, self._goal, self._measure = plan, None, None
        self._load()

    # goals and measures ---------------------------------------------------

    def fold_goal(self, goal: RecordId) -> None:
        """Unfold a goal and fold the others, or fold it."""
        self._view.settle()
        self._goal = None if self._goal == goal else goal
        self._measure = None
        self._load()

    def fold_measure(self, measure: RecordId) -> None:
        """Unfold a measure to change it, or fold it."""
        self._view.settle()
        self._measure = None if self._measure == measure else measure
        self._load()
        if self._measure is not None:
            self._view.go_to(measure)

    def add_goal(self) -> None:
        """Add an empty goal at the end and go there."""
        plan = self._plan()
        if plan is None or self._refuse_frozen():
            return

        def added(goal: RecordId) -> None:
            self._goal, self._measure = goal, None
            self._told("goal")
            self._load()
            self._view.go_to(goal)

        self._view.settle()
        self._do(lambda: plans.add_goal(self._desk, plan), added)

    def add_measure(self, goal: RecordId) -> None:
        """Add an empty measure to a goal and go there."""
        if self._refuse_frozen():
            return

        def added(measure: RecordId) -> None:
            self._goal, self._measure = goal, measure
            self._told("measure")
            self._load()
            self._view.go_to(measure)

        self._view.settle()
        self._do(lambda: plans.add_measure(self._desk, goal), added)

    def tick(self, measure: RecordId, *, done: bool) -> None:
        """Mark a measure as done, or as open again; possible in a signed version as well."""
        self._do(lambda: family.done(self._desk, measure, is_done=done), self._changed)

    def add_who(self, measure: RecordId, who: str) -> None:
        """Add who does a step, where the name of a body says it."""
        self._do(lambda: editing.toggle(self._desk, "measure", measure, "who", who, on=True), self._changed)

    def remove(self, kind: str, record: RecordId) -> None:
        """Take a goal or a measure away; it can be brought back."""
        if self._refuse_frozen():
            return

        def removed(changes: Changes) -> None:
            self._changed(changes)
            self._view.say_removed(kind)

        self._view.settle()
        self._do(lambda: family.delete(self._desk, kind, record), removed)

    def undo(self) -> None:
        """Take back the last step."""
        self._do(lambda: editing.undo(self._desk), self._changed)

    # the paper and signing ------------------------------------------------

    def choose_languages(self, languages: Languages) -> None:
        """Print in other languages; a draft remembers its second one while nothing is translated yet.

        Once something is, its translations stay in their language, and other papers say what is not translated.
        """
        self.paper.choose_languages(languages)
        plan, second = self._state.plan, next((code for code in languages if code != GERMAN), "")
        if plan is None or self._state.frozen or not second:
            return
        own = self._state.language if is_translated(self._contents()) else second
        if own and own != plan.values.get("language"):
            self._do(lambda: editing.put(self._desk, "support_plan", plan.record, "language", own), self._changed)

    def ask_signing(self) -> None:
        """Ask once before signing; only a plan with a goal that can be printed can be signed."""
        self._view.settle()
        self._load()
        if self._state.plan is None or self._refuse_frozen():
            return
        paper = self.paper.state
        if not any(goal.wording.strip() for goal in self._state.goals):
            self._view.fail(UserProblem("plan.empty"))
        elif paper.problem is not None:
            self._view.fail(paper.problem)
        elif self._is_grown_up(self._state.plan):
            self._view.ask_signing(
                SigningQuestion(
                    number=self._state.number,
                    today=self._desk.today,
                    languages=paper.languages,
                    interpreter=self._state.plan.text("interpreter"),
                    pages=paper.pages,
                )
            )

    def _is_grown_up(self, plan: Content) -> bool:
        """Ask first about an interpreter whose age nobody knows; a child's plan is not signed."""
        try:
            interpreters.require_grown_up(self._desk, self._case, plan.record, plan.text("interpreter"))
        except UserProblem as problem:
            self._view.fail(problem)
            self._view.ask_age()
            return False
        return True

    def sign(self, signing: Signing) -> None:
        """Freeze this version as agreed; the paper shown is stored as it is."""
        plan, paper = self._plan(), self.paper.state
        if plan is None:
            return
        edition: printing.Edition = "full" if paper.edition == "full" else "family"
        order = PrintOrder(languages=paper.languages, edition=edition)
        records = tuple(self._contents())

        def work() -> Changes:
            settle_everything(self._desk, records)
            return printing.sign_plan(self._desk, plan, signing, order)

        self._do(work, self._changed)

    # helpers --------------------------------------------------------------

    def _contents(self) -> Iterator[Content]:
        if self._state.plan is not None:
            yield self._state.plan
        for goal in self._state.goals:
            yield goal.content
            yield from (measure.content for measure in goal.measures)

    def _plan(self) -> RecordId | None:
        return self._state.plan.record if self._state.plan is not None else None

    def _refuse_frozen(self) -> bool:
        if self._state.frozen:
            self._view.fail(UserProblem("record.frozen", kind=RECORDS["support_plan"].de))
        return self._state.frozen

    def _do(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._context.runner.run(lambda _steps: work(), done, failed=self._view.fail)

    def _changed(self, changes: Changes) -> None:
        self._context.tell(changes)
        self._load()

    def _told(self, *kinds: str) -> None:
        self._context.tell(Changes(kinds=frozenset(kinds), cases=frozenset({self._case}), undoable=True))


def is_translated(contents: Iterable[Content]) -> bool:
    """Tell whether any text has a translation."""
    return any(
        content.text(spec.name).strip()
        for content in contents
        for spec in RECORDS[content.kind].form_fields()
        if spec.name.endswith("_translation")
    )


def settle_everything(desk: Desk, contents: Iterable[Content]) -> None:
    """Turn all that was typed into changes; raises UserProblem(plan.unfinished) where something is not valid yet."""
    for content in contents:
        if editing.settle(desk, content.kind, content.record).problems:
            raise UserProblem("plan.unfinished")
