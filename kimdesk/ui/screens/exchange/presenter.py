"""The exchange's doings: prepare and show what would leave, save it, take receipts in, get to know an office."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol, TypeVar

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.base.progress import Progress
from kimdesk.casework.exchange import Candidate, Contents, GrantView, NewAgreement, PartnerView, PreparedBundle, Receipt
from kimdesk.casework.exchange import WrittenBundle as Written
from kimdesk.domain.changes import Changes
from kimdesk.domain.records import Agreement
from kimdesk.ui.screens.exchange.state import Arrived, Busy, ExchangeState, Loaded, Page, Wish
from kimdesk.ui.tasks import Job, Lane, Runner, Work

T = TypeVar("T")
SUFFIX, REQUEST, GRANT = ".kimb", ".kimr", ".kimg"
SHOWN = ("case", "person", "consent", "structural_observation", "contact", "support_plan", "goal", "measure")


class Gateway(Protocol):
    """What the exchange needs from the rest of the program."""

    def load(self) -> Loaded:
        """Return whom this desk knows and what it sent."""
        ...

    def prepare(self, wish: Wish, progress: Progress) -> PreparedBundle:
        """Return what would leave."""
        ...

    def write(self, prepared: PreparedBundle, path: Path, progress: Progress) -> Written:
        """Write what was shown, and read it back."""
        ...

    def suggested_name(self) -> str:
        """Return a file name that tells nobody anything."""
        ...

    def candidates(self, partner: str, purpose: str) -> tuple[Candidate, ...]:
        """Return the families that may be named to a partner for a purpose."""
        ...

    def record_agreement(self, new: NewAgreement) -> Changes:
        """Record a signed agreement."""
        ...

    def end_agreement(self, agreement: RecordId) -> Changes:
        """End an agreement."""
        ...

    def receive(self, paths: Sequence[Path], progress: Progress) -> tuple[Receipt | KimError, ...]:
        """Take receipts in."""
        ...

    def save_request(self, label: str, path: Path) -> str:
        """Write a request and return this device's words."""
        ...

    def look_at_grant(self, path: Path) -> GrantView:
        """Return what a grant says."""
        ...

    def accept(self, path: Path, words: str) -> PartnerView:
        """Enter whoever signed a grant."""
        ...


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: ExchangeState) -> None:
        """Show a moment."""
        ...

    def offer_families(self, offered: tuple[Candidate, ...], wish: Wish) -> None:
        """Let families be chosen among those that may be named."""
        ...

    def ask_place(self, name: str) -> None:
        """Ask where the bundle goes."""
        ...


class ExchangePresenter:
    """Turns choices into a bundle and files into news; slow work runs beside the window."""

    def __init__(self, gateway: Gateway, runner: Runner, view: View) -> None:
        self._gateway = gateway
        self._runner = runner
        self._view = view
        self._job: Job | None = None
        self._loaded = False
        self._stale = False
        self.state = ExchangeState()

    # coming and going -----------------------------------------------------

    def opened(self) -> None:
        """Load everything when the screen is first shown; show anew what changed meanwhile."""
        if not self._loaded:
            self.load()
        elif self._stale and self.state.page == "leaving" and not self.state.busy:
            self.prepare()

    def load(self) -> None:
        """Read whom this desk knows and what it sent."""
        self._run("loading", lambda _steps: self._gateway.load(), self._show_loaded)

    def _show_loaded(self, loaded: Loaded) -> None:
        self._loaded = True
        known = {each.short_name for each in loaded.partners}
        wish = self.state.wish
        if wish.partner not in known:
            wish = replace(wish, partner=loaded.partners[0].short_name if loaded.partners else "", families=())
        enrolment = replace(self.state.enrolment, own_words=loaded.own_words)
        if not enrolment.label:
            enrolment = replace(enrolment, label=loaded.label[:60])
        page: Page = self.state.page if loaded.partners else "enrol"
        self._tell(
            partners=loaded.partners,
            history=loaded.history,
            agreements=loaded.agreements,
            wish=_allowed(wish, loaded.agreements),
            enrolment=enrolment,
            page=page,
        )

    def refresh(self, changes: Changes) -> None:
        """Prepare anew what is shown if a record it may hold has changed."""
        if changes.touches("agreement") and self._loaded and not self.state.busy:
            self.load()
        if self.state.prepared is not None and changes.touches(*SHOWN):
            self._stale = True

    def turn_to(self, page: Page) -> None:
        """Show another page; what was prepared is forgotten on the way back."""
        if not self.state.busy:
            prepared = self.state.prepared if page == "leaving" else None
            self._tell(page=page, prepared=prepared, problem=None, written=None)

    def back(self) -> None:
        """Return to composing."""
        self.turn_to("compose" if self.state.partners else "enrol")

    def dismiss(self) -> None:
        """Forget what the strip said."""
        self._tell(problem=None, written=None)

    # composing ------------------------------------------------------------

    def choose_partner(self, short_name: str) -> None:
        """Make the bundle for somebody else; families agreed to this one only."""
        wish = replace(self.state.wish, partner=short_name, families=())
        self._wish(_allowed(wish, self.state.agreements))

    def choose_period(self, period: str) -> None:
        """Count the figures for another period."""
        self._wish(replace(self.state.wish, period=period))

    def choose_contents(self, contents: Contents, *, on: bool) -> None:
        """Add contents or leave them out."""
        chosen = self.state.wish.contents | {contents} if on else self.state.wish.contents - {contents}
        self._wish(replace(self.state.wish, contents=chosen))

    def ask_families(self, purpose: str = "") -> None:
        """Offer the families that may be named to this partner for a purpose; nobody is known before the first load."""
        if not self._loaded:
            return
        wish = self.state.wish
        wanted = purpose or wish.purpose
        offered = replace(wish, purpose=wanted, families=wish.families if wanted == wish.purpose else ())
        self._run(
            "loading",
            lambda _steps: self._gateway.candidates(wish.partner, wanted),
            lambda found: self._offer(found, offered),
            lane="query",
        )

    def _offer(self, found: tuple[Candidate, ...], wish: Wish) -> None:
        self._tell()
        self._view.offer_families(found, wish)

    def choose_families(self, purpose: str, families: tuple[Candidate, ...]) -> None:
        """Name these families and no others."""
        self._wish(replace(self.state.wish, purpose=purpose, families=families))

    # an agreement about the list -------------------------------------------

    def record_agreement(self, new: NewAgreement) -> None:
        """Record what was signed, and put the list among the contents."""
        wish = replace(self.state.wish, contents=self.state.wish.contents | {"pseudonymised"})

        def recorded(_changes: Changes) -> None:
            self.state = replace(self.state, wish=wish)
            self._reload()

        self._run("loading", lambda _steps: self._gateway.record_agreement(new), recorded)

    def end_agreement(self) -> None:
        """End the agreement; what was listed is taken back with the next bundle."""
        agreement = self.state.agreement()
        if agreement is not None:
            self._run(
                "loading", lambda _steps: self._gateway.end_agreement(agreement.id), lambda _changes: self._reload()
            )

    def _wish(self, wish: Wish) -> None:
        self._tell(wish=wish, problem=None, written=None)

    # preparing and saving -------------------------------------------------

    def prepare(self) -> None:
        """Put together what would leave, and show it."""
        wish = self.state.wish
        self._stale = False
        self._run("preparing", lambda steps: self._gateway.prepare(wish, steps), self._prepared, lane="query")

    def _prepared(self, prepared: PreparedBundle) -> None:
        self._tell(prepared=prepared, page="leaving")

    def ask_place(self) -> None:
        """Ask where the bundle goes; whoever asks has shown that they may."""
        if self.state.prepared is not None and not self.state.busy:
            self._view.ask_place(self._gateway.suggested_name())

    def save(self, path: Path) -> None:
        """Write the bundle and read it back, beside the window."""
        prepared = self.state.prepared
        if prepared is None or self.state.busy:
            return
        target = path if path.suffix else path.with_suffix(SUFFIX)
        self._run("saving", lambda steps: self._gateway.write(prepared, target, steps), self._saved, lane="side")

    def _saved(self, written: Written) -> None:
        wish = replace(self.state.wish, families=())
        self._tell(written=written, prepared=None, page="compose", wish=wish)
        self._reload(written=written)

    def cancel(self) -> None:
        """Ask what is running to stop; what is already past stopping still says that it was done."""
        if self._job is not None:
            self._job.stop.request()
            self._job = None
        self._tell()

    # receipts -------------------------------------------------------------

    def receive(self, paths: Sequence[Path]) -> None:
        """Take receipts in; a grant among the files is shown for comparing words."""
        grants = [path for path in paths if path.suffix.casefold() == GRANT]
        bundles = [path for path in paths if path not in grants]
        if self.state.busy or not paths:
            return
        if grants:
            self.look_at(grants[0])
        if bundles and not self.state.busy:
            self._run(
                "receiving",
                lambda steps: self._gateway.receive(bundles, steps),
                lambda found: self._received(bundles, found),
            )

    def _received(self, paths: Sequence[Path], found: Sequence[Receipt | KimError]) -> None:
        arrived = tuple(
            Arrived(file=path.name, problem=each)
            if isinstance(each, KimError)
            else Arrived(file=path.name, receipt=each)
            for path, each in zip(paths, found, strict=True)
        )
        self._tell(arrived=arrived)
        self._reload()

    def _reload(self, written: Written | None = None) -> None:
        """Read the history anew without taking away what was just said."""
        self._run("loading", lambda _steps: self._gateway.load(), self._show_loaded, written=written)

    # getting to know each other -------------------------------------------

    def save_request(self, label: str, path: Path) -> None:
        """Write a request for the office."""
        target = path if path.suffix else path.with_suffix(REQUEST)
        self._keep_label(label)
        self._run("saving", lambda _steps: self._gateway.save_request(label, target), self._requested)

    def _keep_label(self, label: str) -> None:
        self.state = replace(self.state, enrolment=replace(self.state.enrolment, label=label))

    def _requested(self, words: str) -> None:
        self._tell(enrolment=replace(self.state.enrolment, own_words=words, requested=True))

    def look_at(self, path: Path) -> None:
        """Show who signed a grant, so that words can be compared."""
        self._run("loading", lambda _steps: self._gateway.look_at_grant(path), lambda grant: self._looked(path, grant))

    def _looked(self, path: Path, grant: GrantView) -> None:
        self._tell(page="enrol", enrolment=replace(self.state.enrolment, grant=grant, grant_file=path))

    def accept(self, words: str) -> None:
        """Enter the office of the grant whose words were typed as they were heard."""
        path = self.state.enrolment.grant_file
        if path is not None:
            self._run("loading", lambda _steps: self._gateway.accept(path, words), self._accepted)

    def _accepted(self, partner: PartnerView) -> None:
        enrolment = replace(self.state.enrolment, grant=None, grant_file=None, requested=False)
        wish = replace(self.state.wish, partner=partner.short_name, families=())
        self._tell(page="compose", enrolment=enrolment, wish=wish)
        self._reload()

    # machinery ------------------------------------------------------------

    def _run(
        self,
        busy: Busy,
        work: Work[T],
        done: Callable[[T], None],
        *,
        lane: Lane = "vault",
        written: Written | None = None,
    ) -> None:
        """Do one piece of work beside the window; only one runs at a time."""
        self._tell(busy=busy, done=0, total=0, problem=None, written=written)

        def finished(result: T) -> None:
            self._job = None
            self.state = replace(self.state, busy="")
            done(result)

        job = self._runner.run(work, finished, failed=self._failed, progress=self._step, lane=lane)
        self._job = job if self.state.busy else None

    def _step(self, done: int, total: int) -> None:
        if self._job is not None:
            self._tell(busy=self.state.busy, done=done, total=total)

    def _failed(self, error: KimError) -> None:
        self._job = None
        self._tell(problem=error)

    def _tell(self, **changed: Any) -> None:
        """Show the state with something changed; unless told otherwise nothing is running."""
        self.state = replace(self.state, **{"busy": "", **changed})
        self._view.show_state(self.state)


def _allowed(wish: Wish, agreements: Mapping[str, Agreement]) -> Wish:
    """Return the wish without the list where no agreement lets it go."""
    return wish if wish.partner in agreements else replace(wish, contents=wish.contents - {"pseudonymised"})


def _arrived(file: str, found: Receipt | KimError) -> Arrived:
    return Arrived(file=file, problem=found) if isinstance(found, KimError) else Arrived(file=file, receipt=found)
