"""The exchange's doings without a window: what runs, what is shown meanwhile, what is said afterwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from kimdesk.base.errors import Cancelled, KimError, Surroundings, Untrusted
from kimdesk.base.ids import RecordId
from kimdesk.base.progress import Progress
from kimdesk.casework.exchange import (
    Candidate,
    GrantView,
    NewAgreement,
    PartnerView,
    PreparedBundle,
    Receipt,
    SentBundle,
    Sharing,
    WrittenBundle,
)
from kimdesk.domain.changes import Changes
from kimdesk.domain.records import Agreement
from kimdesk.ui.screens.exchange.presenter import ExchangePresenter
from kimdesk.ui.screens.exchange.state import ExchangeState, Loaded, Wish
from kimdesk.ui.tasks import InlineRunner, Job

WORDS = "wolke anker birne tisch regen fuchs leiter mond"
FAMILY = Candidate(case=RecordId(bytes(16)), case_number="KD-2026-0017", label="Dimitrova", shared=False)


def office(name: str = "steinfurt") -> PartnerView:
    return PartnerView(
        short_name=name,
        label=f"Kreis {name.title()}",
        role="office",
        district="05566",
        words=WORDS,
        valid_from=0,
        valid_until=10**15,
        revoked=False,
    )


def agreement() -> Agreement:
    return Agreement(
        id=RecordId(bytes(16)),
        recipient="Kreis Steinfurt",
        reference="Az. 1",
        signed_on=dt.date(2026, 3, 1),
        valid_until=None,
        ended_on=None,
    )


@dataclass
class Paper:
    """A gateway of paper: remembers what it was asked, fails where told."""

    partners: list[PartnerView] = field(default_factory=lambda: [office(), office("borken")])
    history: list[SentBundle] = field(default_factory=list)
    asked: list[Any] = field(default_factory=list)
    agreements: dict[str, Agreement] = field(default_factory=dict)
    fails: KimError | None = None

    def load(self) -> Loaded:
        return Loaded(
            own_words=WORDS,
            label="Tresor 1",
            partners=tuple(self.partners),
            history=tuple(self.history),
            agreements=self.agreements,
        )

    def prepare(self, wish: Wish, progress: Progress) -> PreparedBundle:
        progress.step(0, 1)
        self.asked.append(wish)
        self._fail()
        return PreparedBundle(
            partner=office(),
            day=dt.date(2026, 11, 20),
            revision=0,
            named=wish.named(),
            seq=7,
            tables=(),
            observations=(),
            sharing=Sharing(),
            records={},
            changes={},
        )

    def write(self, prepared: PreparedBundle, path: Path, progress: Progress) -> WrittenBundle:
        progress.step(1, 4)
        self._fail()
        self.asked.append(path)
        sent = SentBundle(partner=prepared.partner.label, seq=prepared.seq, at=0, arrived_at=None, items=())
        self.history.insert(0, sent)
        return WrittenBundle(seq=prepared.seq, size=9000)

    def suggested_name(self) -> str:
        return "kim-00000000.kimb"

    def candidates(self, partner: str, purpose: str) -> tuple[Candidate, ...]:
        self.asked.append((partner, purpose))
        return (FAMILY,)

    def record_agreement(self, new: NewAgreement) -> Changes:
        self._fail()
        self.asked.append(new)
        self.agreements = {"steinfurt": agreement()}
        return Changes(kinds=frozenset({"agreement"}))

    def end_agreement(self, agreement: RecordId) -> Changes:
        self.asked.append(agreement)
        self.agreements = {}
        return Changes(kinds=frozenset({"agreement"}))

    def receive(self, paths: Sequence[Path], progress: Progress) -> tuple[Receipt | KimError, ...]:
        progress.step(0, len(paths))
        good = Receipt(status="new", partner="Kreis Steinfurt", seq=7, arrived=(), refused=())
        return tuple(good if "gut" in path.name else Untrusted("bundle.altered") for path in paths)

    def save_request(self, label: str, path: Path) -> str:
        self._fail()
        self.asked.append((label, path))
        return WORDS

    def look_at_grant(self, path: Path) -> GrantView:
        self._fail()
        return GrantView(label="Kreis Steinfurt", role="office", words=WORDS)

    def accept(self, path: Path, words: str) -> PartnerView:
        self._fail()
        self.asked.append((path, words))
        self.partners = [office()]
        return office()

    def _fail(self) -> None:
        if self.fails is not None:
            raise self.fails


@dataclass
class Screen:
    """Remembers every moment shown."""

    states: list[ExchangeState] = field(default_factory=list)
    offered: list[tuple[tuple[Candidate, ...], Wish]] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    def show_state(self, state: ExchangeState) -> None:
        self.states.append(state)

    def offer_families(self, offered: tuple[Candidate, ...], wish: Wish) -> None:
        self.offered.append((offered, wish))

    def ask_place(self, name: str) -> None:
        self.places.append(name)


class Later(InlineRunner):
    """Keeps work until it is told to do it, as threads do."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(self, work: Any, done: Any, *, failed: Any = None, progress: Any = None, lane: Any = "vault") -> Job:
        job = Job()

        def perform() -> None:
            try:
                result = work(Progress(progress, job.stop))
            except Cancelled:
                return
            done(result)

        self.waiting.append(perform)
        return job

    def go_on(self) -> None:
        """Do what waits."""
        work, self.waiting = self.waiting, []
        for each in work:
            each()


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def presenter(paper: Paper, screen: Screen) -> ExchangePresenter:
    made = ExchangePresenter(paper, InlineRunner(), screen)
    made.opened()
    return made


def test_without_an_office_one_gets_to_know_one_first(paper: Paper, screen: Screen) -> None:
    paper.partners = []
    made = ExchangePresenter(paper, InlineRunner(), screen)
    made.opened()
    assert (made.state.page, made.state.enrolment.own_words) == ("enrol", WORDS)
    made.save_request("Laptop 3", Path("anfrage"))
    assert paper.asked == [("Laptop 3", Path("anfrage.kimr"))]
    assert made.state.enrolment.requested
    made.receive([Path("Zusage.KIMG")])
    assert made.state.enrolment.grant is not None
    made.accept("anker wolke")
    assert paper.asked[-1] == (Path("Zusage.KIMG"), "anker wolke")
    assert (made.state.page, made.state.wish.partner, made.state.enrolment.grant) == ("compose", "steinfurt", None)


def test_figures_and_observations_are_chosen_from_the_start_and_no_family(presenter: ExchangePresenter) -> None:
    wish = presenter.state.wish
    assert (wish.partner, wish.contents, wish.families) == ("steinfurt", {"figures", "observations"}, ())


def test_what_was_chosen_is_what_is_prepared(paper: Paper, presenter: ExchangePresenter) -> None:
    presenter.choose_period("last_year")
    presenter.choose_contents("observations", on=False)
    presenter.choose_families("application", (FAMILY,))
    presenter.prepare()
    (wish,) = paper.asked
    assert (wish.period, wish.contents, wish.named()) == ("last_year", {"figures"}, {FAMILY.case: "application"})
    assert presenter.state.page == "leaving"


def test_another_office_means_other_families(presenter: ExchangePresenter) -> None:
    presenter.choose_families("support", (FAMILY,))
    presenter.choose_partner("borken")
    assert presenter.state.wish.families == ()


def test_another_purpose_offers_families_anew_and_keeps_none(
    paper: Paper, screen: Screen, presenter: ExchangePresenter
) -> None:
    presenter.choose_families("support", (FAMILY,))
    presenter.ask_families()
    presenter.ask_families("application")
    assert paper.asked == [("steinfurt", "support"), ("steinfurt", "application")]
    assert [wish.families for _, wish in screen.offered] == [(FAMILY,), ()]


def test_nothing_is_saved_before_it_was_shown(screen: Screen, presenter: ExchangePresenter, paper: Paper) -> None:
    presenter.ask_place()
    presenter.save(Path("x.kimb"))
    assert (screen.places, paper.asked) == ([], [])


def test_saved_is_said_only_once_it_was_read_back(paper: Paper, screen: Screen, presenter: ExchangePresenter) -> None:
    presenter.choose_families("support", (FAMILY,))
    presenter.prepare()
    presenter.ask_place()
    assert screen.places == ["kim-00000000.kimb"]
    presenter.save(Path("stick/kim-1"))
    assert paper.asked[-1] == Path("stick/kim-1.kimb")
    while_saving = [state for state in screen.states if state.busy == "saving"]
    assert while_saving
    assert all(state.written is None for state in while_saving)
    state = presenter.state
    assert state.written is not None
    assert (state.page, state.written.seq, state.prepared, state.busy) == ("compose", 7, None, "")
    assert [bundle.seq for bundle in state.history] == [7]
    assert state.wish.families == ()


@pytest.mark.parametrize("code", ["medium.gone", "medium.full", "medium.read_only", "medium.exists"])
def test_a_medium_that_fails_leaves_the_bundle_on_the_screen(
    paper: Paper, presenter: ExchangePresenter, code: str
) -> None:
    presenter.prepare()
    paper.fails = Surroundings(code)
    presenter.save(Path("x.kimb"))
    state = presenter.state
    assert state.problem is not None
    assert (state.problem.code, state.page, state.written) == (code, "leaving", None)
    assert state.prepared is not None
    paper.fails = None
    presenter.save(Path("y.kimb"))
    assert presenter.state.written is not None


def test_cancelled_in_time_nothing_was_saved_and_nothing_is_said(paper: Paper, screen: Screen) -> None:
    runner = Later()
    presenter = ExchangePresenter(paper, runner, screen)
    presenter.opened()
    runner.go_on()
    presenter.prepare()
    runner.go_on()
    presenter.save(Path("x.kimb"))
    assert presenter.state.busy == "saving"
    presenter.save(Path("twice.kimb"))
    presenter.back()
    assert len(runner.waiting) == 1
    presenter.cancel()
    runner.go_on()
    assert (presenter.state.page, presenter.state.busy, presenter.state.written) == ("leaving", "", None)
    assert paper.history == []


def test_several_receipts_at_once_each_with_its_own_word(presenter: ExchangePresenter) -> None:
    presenter.receive([Path("gut.kimb"), Path("falsch.kimb")])
    good, bad = presenter.state.arrived
    assert good.receipt is not None
    assert (good.file, good.receipt.seq) == ("gut.kimb", 7)
    assert bad.problem is not None
    assert bad.problem.code == "bundle.altered"
    assert "gut" not in repr(presenter.state)


def test_what_changed_elsewhere_is_prepared_anew_when_one_comes_back(
    paper: Paper, presenter: ExchangePresenter
) -> None:
    presenter.prepare()
    presenter.refresh(Changes(kinds=frozenset({"partner"})))
    presenter.opened()
    assert len(paper.asked) == 1
    presenter.refresh(Changes(kinds=frozenset({"consent"})))
    presenter.opened()
    assert len(paper.asked) == 2


def test_going_back_forgets_what_was_prepared(presenter: ExchangePresenter) -> None:
    presenter.prepare()
    presenter.back()
    assert (presenter.state.page, presenter.state.prepared) == ("compose", None)
    presenter.turn_to("history")
    presenter.back()
    assert presenter.state.page == "compose"


def test_nothing_to_send_is_said(paper: Paper, presenter: ExchangePresenter) -> None:
    paper.fails = Untrusted("bundle.nothing_new")
    presenter.prepare()
    assert presenter.state.problem is paper.fails
    presenter.dismiss()
    assert presenter.state.problem is None


def test_the_list_goes_along_only_while_an_agreement_holds(paper: Paper, presenter: ExchangePresenter) -> None:
    assert presenter.state.agreement() is None
    new = NewAgreement(recipient="Kreis Steinfurt", reference="Az. 1", signed_on=dt.date(2026, 3, 1))
    presenter.record_agreement(new)
    assert paper.asked == [new]
    assert "pseudonymised" in presenter.state.wish.contents
    presenter.choose_partner("borken")
    assert "pseudonymised" not in presenter.state.wish.contents
    presenter.choose_partner("steinfurt")
    presenter.choose_contents("pseudonymised", on=True)
    presenter.end_agreement()
    assert presenter.state.agreement() is None
    assert "pseudonymised" not in presenter.state.wish.contents
