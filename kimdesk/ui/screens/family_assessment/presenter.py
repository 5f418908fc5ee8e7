"""Fills the page of a family's assessments; begins one, chooses one, completes one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId, from_hex
from kimdesk.casework import assessments, pictures
from kimdesk.domain.changes import Changes
from kimdesk.domain.records import DomainRating
from kimdesk.domain.views.pictures import ComparisonView
from kimdesk.drawings.comparison import draw_comparison
from kimdesk.drawings.picture import Picture
from kimdesk.ui.forms.records_presenter import RecordsPresenter
from kimdesk.ui.screens.family_assessment.words import COMPLETE, PRINT, AssessmentWords
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.widgets.picture import stand_in_style

KINDS = ("assessment", "domain_rating")


class View(Protocol):
    """What the presenter needs of the page."""

    def show_any(self, *, some: bool) -> None:
        """Show the list, or what will stand here and the first step."""
        ...

    def show_domains(self, heading: str, *, shown: bool, can_add: bool) -> None:
        """Show the life domains of one assessment under its day."""
        ...

    def show_comparison(self, picture: Picture | None) -> None:
        """Show the picture; nothing before something was rated."""
        ...

    def ask_completing(self, act: Callable[[], None], *, rated: bool) -> None:
        """Ask once before an assessment is frozen."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...

    def settle(self) -> None:
        """Turn what was typed into changes."""
        ...


class AssessmentPresenter:
    """Listens to the page and to what changes in the vault."""

    def __init__(
        self,
        context: Context,
        case: RecordId,
        view: View,
        words: AssessmentWords,
        cards: tuple[RecordsPresenter, RecordsPresenter],
        printing: Callable[[RecordId], None],
    ) -> None:
        self._context, self._case, self._view, self._words = context, case, view, words
        self._list, self._domains = cards
        self._print = printing
        self._chosen: RecordId | None = None

    def opened(self) -> None:
        """Show the page."""
        self._list.show()
        self._show()

    def refresh(self, changes: Changes) -> None:
        """Show what changed in this family."""
        if self._case in changes.cases and changes.touches(*KINDS):
            self.opened()

    def leave(self) -> None:
        """Turn what was typed into changes."""
        self._view.settle()

    def begin(self) -> None:
        """Begin an assessment and open its first life domain."""
        desk, case = self._context.desk, self._case
        self._view.settle()

        def told(made: RecordId) -> None:
            self._chosen = made
            self._context.tell(Changes(kinds=frozenset(KINDS), cases=frozenset({case}), undoable=True))
            self.opened()
            self._open_first(made)

        self._context.runner.run(lambda _steps: assessments.begin(desk, case), told, failed=self._view.fail)

    def fill(self) -> None:
        """Add the life domains that are missing in the assessment shown."""
        desk, chosen = self._context.desk, self._chosen
        self._view.settle()
        if chosen is not None:
            self._do(lambda: assessments.fill(desk, chosen))

    def act(self, action: str, key: str) -> None:
        """Complete an assessment, or print it."""
        self._view.settle()
        if action == COMPLETE:
            self._ask(from_hex(key))
        elif action == PRINT:
            self._print(from_hex(key))

    def choose(self, key: str) -> None:
        """Show the life domains of an assessment; none chosen leaves them as they are."""
        if key:
            self._chosen = from_hex(key)
            self._show()

    def compare(self) -> None:
        """Draw all assessments side by side."""
        desk, case, lang = self._context.desk, self._case, self._words.words.lang
        self._context.runner.run(
            lambda _steps: _drawn(pictures.comparison(desk, case, lang)),
            self._view.show_comparison,
            failed=self._view.fail,
            lane="query",
        )

    def _ask(self, assessment: RecordId) -> None:
        desk = self._context.desk
        ratings = desk.page.of_case(DomainRating, self._case)
        rated = any(each.client_rating or each.own_rating for each in ratings if each.assessment == assessment)
        self._view.ask_completing(lambda: self._do(lambda: assessments.complete(desk, assessment)), rated=rated)

    def _do(self, work: Callable[[], Changes]) -> None:
        def told(changes: Changes) -> None:
            self._context.tell(changes)
            self.opened()

        self._context.runner.run(lambda _steps: work(), told, failed=self._view.fail)

    def _show(self) -> None:
        page = assessments.page(self._context.desk, self._case, self._chosen)
        self._words.page = page
        self._chosen = page.shown.id if page.shown is not None else None
        self._domains.belong_to(self._chosen)
        can_add = page.shown is not None and page.shown.completed_on is None and bool(page.missing)
        self._view.show_any(some=page.shown is not None)
        self._view.show_domains(self._words.heading(), shown=page.shown is not None, can_add=can_add)
        self.compare()

    def _open_first(self, assessment: RecordId) -> None:
        found = self._context.desk.page.of_case(DomainRating, self._case)
        own = [each for each in found if each.assessment == assessment]
        if own:
            self._domains.open(min(own, key=self._words.rank).id.hex())


def _drawn(found: ComparisonView) -> Picture | None:
    """Return the picture, None before something was rated."""
    rated = any(each.client or each.case_manager for domain in found.domains for each in domain.ratings)
    return draw_comparison(found, stand_in_style()) if rated else None
