"""The paper beside the editor: follows what is typed, keeps the last good picture, says why it cannot be printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.casework import printing
from kimdesk.casework.desk import Desk
from kimdesk.casework.printing import Edition, FrozenFile, PrintOrder
from kimdesk.ui.screens.plan.state import GoalState, PaperState, PlanState
from kimdesk.ui.tasks import Runner

GERMAN = "de"
EASY_GERMAN = "de-simple"
"""Not a language to choose: printing offers easy language as a variant of German."""
Languages = tuple[str, ...]
Rest = Callable[[Callable[[], None]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A finished document; `original` where it is the very file that was signed."""

    data: bytes
    pages: int
    original: bool = False

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<Sheet>"


class Press(Protocol):
    """Draws a version of the plan."""

    def languages(self) -> Sequence[str]:
        """Return the languages there are."""
        ...

    def draw(self, source: Source) -> Sheet:
        """Return the document; raises KimError where it cannot be printed rightly."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Which version is drawn, and how. `signed` is the stored file of a frozen version, as its record names it."""

    plan: RecordId
    signed: str = ""
    languages: Languages = (GERMAN,)
    edition: Edition = "family"


class DeskPress:
    """Draws from the open vault: a draft as it is being typed, a signed version as it was signed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def languages(self) -> Sequence[str]:
        """Return the languages documents can be printed in."""
        return printing.languages(self._desk)

    def draw(self, source: Source) -> Sheet:
        """Return the document; raises KimError where it cannot be printed rightly."""
        if not source.signed:
            pdf = printing.preview_plan(self._desk, source.plan, languages=source.languages, edition=source.edition)
            return Sheet(data=pdf.data, pages=pdf.pages)
        order = PrintOrder(languages=source.languages, edition=source.edition)
        pdf = printing.prepare_plan(self._desk, source.plan, order).pdf
        original = pdf.sha256 == FrozenFile.parse(source.signed).sha256
        return Sheet(data=pdf.data, pages=pdf.pages, original=original)


class PaperPresenter:
    """Draws one sheet at a time beside the window; what changes meanwhile is drawn after a short rest, once.

    `rest` calls back after that rest: it leaves the processor to whoever is typing.
    """

    def __init__(self, runner: Runner, press: Press, show: Callable[[PaperState], None], rest: Rest) -> None:
        self._runner = runner
        self._press = press
        self._show = show
        self._rest = rest
        self._state = PaperState()
        self._source: Source | None = None
        self._drawing = False
        self._again = False

    @property
    def state(self) -> PaperState:
        """What is shown now."""
        return self._state

    def show_plan(self, state: PlanState) -> None:
        """Follow the editor: another version, another language, other words."""
        if state.plan is None:
            self._source = None
            return
        source = self._source
        if source is None or source.plan != state.plan.record or bool(source.signed) != state.frozen:
            source = self._first(state)
            self._tell(replace(self._state, pdf=b"", pages=0, problem=None, original=False))
        self._source = source
        choices = _choices(self._press.languages(), state.language, source.languages)
        self._tell(
            replace(
                self._state,
                choices=choices,
                languages=source.languages,
                edition=source.edition,
                untranslated=(
                    untranslated(state, spoken=state.language in source.languages) if len(source.languages) > 1 else 0
                ),
            )
        )
        self.draw()

    def _first(self, state: PlanState) -> Source:
        assert state.plan is not None
        signed = state.plan.text("pdf")
        if signed:
            stored = FrozenFile.parse(signed)
            return Source(plan=state.plan.record, signed=signed, languages=stored.languages, edition=stored.edition)
        both = state.language in self._press.languages() and state.language != GERMAN
        return Source(plan=state.plan.record, languages=(GERMAN, state.language) if both else (GERMAN,))

    def choose_languages(self, languages: Languages) -> None:
        """Draw in other languages."""
        if self._source is not None:
            self._source = replace(self._source, languages=languages)
            self._tell(replace(self._state, languages=languages))
            self.draw()

    def choose_edition(self, edition: Edition) -> None:
        """Draw the family's edition, or everything."""
        if self._source is not None:
            self._source = replace(self._source, edition=edition)
            self._tell(replace(self._state, edition=edition))
            self.draw()

    def typing(self) -> None:
        """Say that the picture is about to be older than the words."""
        if self._source is not None and not self._state.updating:
            self._tell(replace(self._state, updating=True))

    def draw(self) -> None:
        """Draw the newest words; while a sheet is being drawn, once more after it."""
        if self._source is None:
            return
        if self._drawing:
            self._again = True
            return
        source, self._drawing, self._again = self._source, True, False
        self._tell(replace(self._state, updating=True))
        self._runner.run(
            lambda _steps: self._press.draw(source),
            lambda sheet: self._drawn(source, sheet),
            failed=lambda error: self._failed(source, error),
            lane="side",
        )

    def _drawn(self, source: Source, sheet: Sheet) -> None:
        self._finish(
            source, replace(self._state, pdf=sheet.data, pages=sheet.pages, original=sheet.original, problem=None)
        )

    def _failed(self, source: Source, error: KimError) -> None:
        self._finish(source, replace(self._state, problem=error))

    def _finish(self, source: Source, state: PaperState) -> None:
        again = self._again or source != self._source
        if source == self._source:
            self._tell(replace(state, updating=again))
        if again:
            self._rest(self._next)
        else:
            self._drawing = False

    def _next(self) -> None:
        self._drawing = False
        self.draw()

    def _tell(self, state: PaperState) -> None:
        if state != self._state:
            self._state = state
            self._show(state)


def _choices(shipped: Sequence[str], family: str, shown: Languages) -> tuple[Languages, ...]:
    """Return German, German beside each language (the family's first), each language alone, and what is shown."""
    others = [code for code in (family, *shipped) if code and code in shipped and code not in (GERMAN, EASY_GERMAN)]
    unique = tuple(dict.fromkeys(others))
    offered = ((GERMAN,), *((GERMAN, code) for code in unique), *((code,) for code in unique))
    return offered if shown in offered else (*offered, shown)


def untranslated(state: PlanState, *, spoken: bool = True) -> int:
    """Return how many texts of the plan have no second language yet; all of them where another one is printed."""
    found = [] if state.plan is None else [(state.plan.text("wish"), state.plan.text("wish_translation"))]
    for goal in state.goals:
        found += _texts(goal)
    return sum(1 for text, translation in found if text.strip() and not (spoken and translation.strip()))


def _texts(goal: GoalState) -> list[tuple[str, str]]:
    own = [(goal.content.text(name), goal.content.text(f"{name}_translation")) for name in ("wording", "indicator")]
    return own + [(each.text, each.content.text("text_translation")) for each in goal.measures]
