from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kimdesk.base.errors import KimError, UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.base.progress import Cancel, Progress
from kimdesk.ui.screens.plan.paper import PaperPresenter, Sheet, Source, untranslated
from kimdesk.ui.screens.plan.state import Content, GoalState, PaperState, PlanState
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.tasks import Job, QtRunner
from tests.support.qt import find_by_name, type_text
from tests.ui.screens.plan_support import FakePress, editor, with_plan

PLAN = RecordId(b"1" * 16)
OTHER = RecordId(b"2" * 16)


class Patience:
    """A runner that works when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(self, work, done, *, failed=None, progress=None, lane="vault"):  # type: ignore[no-untyped-def]
        assert lane == "side"

        def go() -> None:
            try:
                answer = work(Progress(None, Cancel()))
            except KimError as error:
                failed(error)
            else:
                done(answer)

        self.waiting.append(go)
        return Job()


class Paper:
    """A paper presenter with everything it needs under the test's control."""

    def __init__(self) -> None:
        self.runner = Patience()
        self.press = FakePress()
        self.shown: list[PaperState] = []
        self.resting: list[Callable[[], None]] = []
        self.presenter = PaperPresenter(self.runner, self.press, self.shown.append, self.resting.append)

    def draw(self) -> None:
        self.runner.waiting.pop(0)()

    def rest(self) -> None:
        self.resting.pop(0)()


def state(plan: RecordId = PLAN, wording: str = "", translation: str = "") -> PlanState:
    values = {"wording": wording, "wording_translation": translation}
    goal = GoalState(content=Content(kind="goal", record=OTHER, values=values), number=1, wording=wording)
    return PlanState(plan=Content(kind="support_plan", record=plan), number=1, language="bg", goals=(goal,))


def test_what_is_typed_while_drawing_is_drawn_once_more() -> None:
    paper = Paper()
    paper.presenter.show_plan(state(wording="a"))
    for word in ("ab", "abc", "abcd"):
        paper.presenter.typing()
        paper.presenter.show_plan(state(wording=word))
    assert len(paper.runner.waiting) == 1
    paper.draw()
    assert paper.shown[-1].updating
    paper.rest()
    paper.draw()
    assert not paper.shown[-1].updating
    assert paper.runner.waiting == []
    assert len(paper.press.asked) == 2


def test_a_late_sheet_of_another_version_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = Paper()
    monkeypatch.setattr(paper.press, "draw", lambda source: Sheet(data=bytes(source.plan), pages=1))
    paper.presenter.show_plan(state(PLAN))
    paper.presenter.show_plan(state(OTHER))
    paper.draw()
    assert paper.presenter.state.pdf == b""
    paper.rest()
    paper.draw()
    assert paper.presenter.state.pdf == bytes(OTHER)


def test_a_problem_keeps_the_last_good_picture() -> None:
    paper = Paper()
    paper.presenter.show_plan(state())
    paper.draw()
    good = paper.presenter.state.pdf
    paper.press.problem = UserProblem("document.too_long", pages=2)
    paper.presenter.choose_edition("full")
    paper.draw()
    assert paper.presenter.state.problem is paper.press.problem
    assert paper.presenter.state.pdf == good
    paper.press.problem = None
    paper.presenter.choose_edition("family")
    paper.draw()
    assert paper.presenter.state.problem is None
    assert [source.edition for source in paper.press.asked] == ["family", "full", "family"]


def test_the_familys_language_comes_first_and_is_chosen() -> None:
    paper = Paper()
    paper.presenter.show_plan(state())
    assert paper.presenter.state.languages == ("de", "bg")
    assert paper.presenter.state.choices == (("de",), ("de", "bg"), ("de", "en"), ("bg",), ("en",))


def test_a_language_that_cannot_be_printed_yet_is_not_offered() -> None:
    paper = Paper()
    paper.presenter.show_plan(replace(state(), language="ar"))
    assert paper.presenter.state.languages == ("de",)
    assert all("ar" not in choice for choice in paper.presenter.state.choices)


def test_texts_without_a_translation_are_counted() -> None:
    assert untranslated(state(wording="Ziel")) == 1
    assert untranslated(state(wording="Ziel", translation="Цел")) == 0
    assert untranslated(state(translation="Цел")) == 0
    assert untranslated(PlanState()) == 0


def test_a_source_shows_nothing_of_the_sheet() -> None:
    assert "geheim" not in repr(Sheet(data=b"geheim", pages=1))
    assert Source(plan=PLAN).languages == ("de",)


@pytest.fixture
def beside(context: Context) -> Iterator[Context]:
    """Return a context whose work really runs beside the window."""
    runner = QtRunner()
    yield replace(context, runner=runner)
    runner.shut_down()


def test_the_paper_follows_beside_the_window(qtbot: QtBot, beside: Context, family: RecordId) -> None:
    with_plan(beside.desk, family)
    shown = editor(qtbot, beside, family)
    paper = shown.presenter.paper
    qtbot.waitUntil(lambda: bool(paper.state.pdf) and not paper.state.updating, timeout=10_000)
    type_text(find_by_name(shown.view, "Was soll erreicht sein?", QLineEdit), "Bald wohnen sie trocken.")
    qtbot.waitUntil(lambda: "Bald wohnen sie trocken." in words_of(paper.state.pdf), timeout=10_000)
    qtbot.waitUntil(lambda: not paper.state.updating and beside.runner.idle(), timeout=10_000)  # type: ignore[attr-defined]
    assert shown.view.paper.preview.page_count() == 1


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)
    finally:
        document.close()
