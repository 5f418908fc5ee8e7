"""The print dialog's doings: asks the gate for these readers, shows what would leave, lets it out once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.casework import family, plans, print_list, printing
from kimdesk.casework.desk import Desk
from kimdesk.casework.papers import assessing
from kimdesk.casework.papers.choosing import LINES, bodies, lines, talk_lines
from kimdesk.casework.printing import Edition, Prepared, PrintOrder
from kimdesk.domain.capacity import is_adult
from kimdesk.domain.disclosure import OWN_RECORD, Recipient
from kimdesk.domain.records import Contact, Person
from kimdesk.ui.dialogs.print_state import Languages, Leaving, Line, PrintJob, PrintState, Reader
from kimdesk.ui.i18n import language
from kimdesk.ui.shell.family_rows import full_name
from kimdesk.ui.tasks import Runner

GERMAN = "de"
BODY = "body:"
"""How the key of a body among the readers begins."""
EASY_GERMAN = "de-simple"
"""Not a language to choose: it takes the place of German where easy language is wanted."""


class View(Protocol):
    """What the presenter needs of the dialog."""

    def show_state(self, state: PrintState) -> None:
        """Show everything."""
        ...

    def ask_place(self, suggested: str) -> None:
        """Ask where the file goes."""
        ...

    def ask_printer(self, pdf: bytes) -> None:
        """Ask for a printer and print."""
        ...


class PrintPresenter:
    """Prepares anew whenever something is chosen; only the newest answer counts."""

    def __init__(self, desk: Desk, runner: Runner, job: PrintJob, view: View) -> None:
        self._desk = desk
        self._runner = runner
        self._job = job
        self._view = view
        self._prepared: Prepared | None = None
        self._ticket = 0
        self._handout: RecordId | None = None
        persons = family.persons(desk, job.case)
        only_own = printing.only_own(job.what)
        self._bodies = dict(bodies(desk, job.what, job.case, job.record))
        may = printing.readers_of(job.what) if job.fixed is None else frozenset()
        self._state = PrintState(
            what=job.what,
            code=printing.code_of(job.what),
            own=only_own,
            only_own=only_own,
            may_own="own" in may,
            readers=tuple(self._offered_to(may, persons)),
            choices=_choices(_offered(desk, job, persons), job.languages),
            languages=job.languages,
            edition=job.edition,
            variants=printing.variants(job.what),
            may_sign=job.what == "plan" and not job.signed,
            lines=_said(desk, job),
            children=tuple(_minors(desk, persons)) if job.what == "access" else (),
            may_hide_names=job.what == "briefing",
            may_prepare=job.what == "visit_sheet",
        )

    def _offered_to(self, may: frozenset[str], persons: tuple[Person, ...]) -> Iterator[Reader]:
        """Yield who may be named: persons of the case, bodies this paper is written to, or whom it is settled for."""
        if "readers" in may:
            yield from (Reader(key=each.id.hex(), name=full_name(each)) for each in persons)
        if "body" in may:
            yield from (Reader(key=f"{BODY}{name}", name=name) for name in self._bodies)
        if self._job.fixed is not None:
            yield Reader(key=f"{BODY}{self._job.fixed.recipient.name}", name=self._job.fixed.recipient.name)

    @property
    def state(self) -> PrintState:
        """What is shown now."""
        return self._state

    def opened(self) -> None:
        """Show the question; nothing is prepared before somebody is named, except for the own record alone."""
        self._view.show_state(self._state)
        if self._state.only_own:
            self._choose(self._state)

    # choosing -------------------------------------------------------------

    def choose_own(self, *, on: bool) -> None:
        """Print for the own record, which no person of the case reads."""
        readers = tuple(replace(each, on=False) for each in self._state.readers)
        self._choose(replace(self._state, own=on, readers=readers))

    def choose_reader(self, key: str, *, on: bool) -> None:
        """Add or take away a reader; a body reads alone."""
        alone = key.startswith(BODY)
        readers = tuple(
            replace(each, on=on) if each.key == key else replace(each, on=each.on and not (alone or _is_body(each)))
            for each in self._state.readers
        )
        self._choose(replace(self._state, own=False, readers=readers))

    def choose_about(self, key: str) -> None:
        """Ask about a child, or about the reader."""
        self._choose(replace(self._state, about=key))

    def choose_languages(self, languages: Languages) -> None:
        """Print in other languages."""
        self._choose(replace(self._state, languages=languages))

    def choose_edition(self, edition: str) -> None:
        """Print the family's edition, or everything."""
        self._choose(replace(self._state, edition=edition))

    def choose_variant(self, variant: str) -> None:
        """Print in ordinary or big type, or in easy language."""
        for each in self._state.variants:
            if each == variant:
                self._choose(replace(self._state, variant=each))

    def accept_latin(self) -> None:
        """Print letters no font has in Latin spelling."""
        self._choose(replace(self._state, latin=True))

    def choose_signature(self, *, on: bool) -> None:
        """Print with lines to sign, or as a draft."""
        self._choose(replace(self._state, for_signature=on))

    def choose_named(self, *, on: bool) -> None:
        """Print a briefing with the family's names, or without them."""
        self._choose(replace(self._state, named=on))

    def choose_front(self, *, on: bool) -> None:
        """Print the briefing before a blank visit sheet."""
        self._choose(replace(self._state, front=on))

    def choose_line(self, number: int, *, on: bool) -> None:
        """Pick a line of what the family said, or leave it out."""
        lines = tuple(replace(each, on=on) if each.number == number else each for each in self._state.lines)
        self._choose(replace(self._state, lines=lines))

    def choose_all_lines(self) -> None:
        """Pick every line: somebody has read them through."""
        self._choose(replace(self._state, lines=tuple(replace(each, on=True) for each in self._state.lines)))

    def _choose(self, state: PrintState) -> None:
        self._ticket += 1
        self._prepared = None
        self._state = state
        state = replace(state, lines=self._lines())
        self._tell(replace(state, leaving=None, problem=None, done="", may_give=False, busy=state.addressed))
        if state.addressed:
            self._prepare(self._ticket)
        else:
            self._tell(replace(self._state, pdf=b""))

    # preparing ------------------------------------------------------------

    def _order(self) -> PrintOrder:
        state = self._state
        edition: Edition = "full" if state.edition == "full" else "family"
        return replace(
            self._job.fixed or self._for_whom(),
            languages=state.languages,
            edition=edition,
            variant=state.variant,
            latin=state.latin,
            for_signature=state.for_signature,
            lines=frozenset(each.number for each in state.lines if each.on),
            about=self._job.record,
            before=self._job.before,
            named=state.named,
            front=state.front,
            wording=self._job.wording,
            asked=RecordId(bytes.fromhex(state.about)) if state.about else None,
        )

    def _for_whom(self) -> PrintOrder:
        if self._state.own:
            return PrintOrder(recipient=OWN_RECORD)
        chosen = [each for each in self._state.readers if each.on]
        for each in filter(_is_body, chosen):
            return PrintOrder(recipient=Recipient(kind="body", name=each.name), purpose=self._bodies[each.name])
        readers = frozenset(RecordId(bytes.fromhex(each.key)) for each in chosen)
        purpose = "access_report" if self._job.what == "access" else "family_copy"
        return PrintOrder(recipient=Recipient(kind="readers", persons=readers), purpose=purpose)

    def _lines(self) -> tuple[Line, ...]:
        """Return what can be picked, as far as it is known who reads; what was picked stays picked."""
        if self._job.what not in LINES:
            return self._state.lines
        picked = {(each.number, each.text) for each in self._state.lines if each.on}
        found = lines(self._desk, self._job.what, self._job.case, self._order())
        return tuple(Line(number=number, text=text, on=(number, text) in picked) for number, text in enumerate(found))

    def _prepare(self, ticket: int) -> None:
        order, job = self._order(), self._job
        self._runner.run(
            lambda _steps: printing.prepare(self._desk, job.what, job.case, job.record, order),
            lambda prepared: self._ready(ticket, prepared),
            failed=lambda error: self._failed(ticket, error),
        )

    def _ready(self, ticket: int, prepared: Prepared) -> None:
        if ticket != self._ticket:
            return
        self._prepared = prepared
        self._tell(replace(self._state, leaving=self._leaving(prepared), pdf=prepared.pdf.data, busy=False))

    def _failed(self, ticket: int, error: KimError) -> None:
        if ticket == self._ticket:
            self._tell(replace(self._state, problem=error, pdf=b"", busy=False))

    def _leaving(self, prepared: Prepared) -> Leaving:
        goals = measures = 0
        if self._job.what == "plan" and self._job.record is not None:
            entries = plans.page(self._desk, self._job.record).goals
            shown = [each for each in entries if prepared.disclosure.shows(each.goal.id) and each.goal.wording]
            goals = len(shown)
            steps = [step for each in shown for step in each.measures]
            measures = sum(1 for each in steps if prepared.disclosure.allows(each.id, "text") and each.text)
        return Leaving(
            names=prepared.names,
            case_number=prepared.case_number,
            languages=prepared.languages,
            pages=prepared.pdf.pages,
            goals=goals,
            measures=measures,
            original=prepared.original,
        )

    # letting out ----------------------------------------------------------

    def ask_save(self) -> None:
        """Ask where the file goes."""
        if self._prepared is not None:
            self._view.ask_place(self._prepared.suggested_name)

    def ask_print(self) -> None:
        """Ask for a printer."""
        if self._prepared is not None:
            self._view.ask_printer(self._prepared.pdf.data)

    def save(self, path: Path, password: str | None = None) -> None:
        """Write the file where it was asked for; whole or not at all, with a password encrypted."""
        prepared = self._prepared
        if prepared is None:
            return
        target = path if path.suffix else path.with_suffix(".pdf")

        def saved(_none: None) -> None:
            self._keep(prepared, "file")
            self._tell(replace(self._state, done="saved" if password is None else "protected", problem=None))

        def failed(error: KimError) -> None:
            self._tell(replace(self._state, problem=error))

        self._runner.run(
            lambda _steps: printing.save(prepared, target, password=password), saved, failed=failed, lane="side"
        )

    def printed(self) -> None:
        """Say that the printer has it."""
        if self._prepared is not None:
            self._keep(self._prepared, "print")
        self._tell(replace(self._state, done="printed", problem=None))

    def fail(self, error: KimError) -> None:
        """Say why nothing was printed."""
        self._tell(replace(self._state, problem=error, done=""))

    def put_on_list(self) -> None:
        """Print it later, at the office: the order is kept, the paper asks the gate anew then."""
        if self._prepared is None:
            return
        order, job = self._order(), self._job
        self._runner.run(
            lambda _steps: print_list.add(self._desk, job.what, job.case, job.record, order),
            lambda _entry: self._tell(replace(self._state, done="listed", problem=None)),
            failed=self.fail,
        )

    def given(self) -> None:
        """Note that the paper is in the family's hands."""
        handout = self._handout
        if handout is None:
            return
        self._runner.run(
            lambda _steps: printing.given(self._desk, handout),
            lambda _changes: self._tell(replace(self._state, done="given", may_give=False)),
            failed=self.fail,
        )

    def _keep(self, prepared: Prepared, way: str) -> None:
        """Keep what was given to whom."""

        def kept(handout: RecordId | None) -> None:
            self._handout = handout
            self._tell(replace(self._state, may_give=handout is not None))

        self._runner.run(lambda _steps: printing.handed_out(self._desk, prepared, way), kept, failed=self.fail)

    def _tell(self, state: PrintState) -> None:
        self._state = state
        self._view.show_state(state)


def _offered(desk: Desk, job: PrintJob, persons: tuple[Person, ...]) -> tuple[str, ...]:
    """Return the languages there are; those somebody of the family reads or speaks come first."""
    shipped = printing.languages(desk, job.what)
    reads = sorted({str(code) for each in persons for code in each.reads or frozenset()})
    speaks = sorted({str(code) for each in persons for code in each.languages or frozenset()})
    return tuple(dict.fromkeys([code for code in (*reads, *speaks) if code in shipped] + list(shipped)))


def _choices(shipped: tuple[str, ...], wanted: Languages) -> tuple[Languages, ...]:
    others = [code for code in shipped if code not in (GERMAN, EASY_GERMAN)]
    offered: tuple[Languages, ...] = ((GERMAN,), *((GERMAN, code) for code in others), *((code,) for code in others))
    return offered if wanted in offered else (*offered, wanted)


def _minors(desk: Desk, persons: tuple[Person, ...]) -> Iterator[Reader]:
    for each in persons:
        if not is_adult(each, desk.today):
            yield Reader(key=each.id.hex(), name=full_name(each))


def _is_body(reader: Reader) -> bool:
    return reader.key.startswith(BODY)


def _said(desk: Desk, job: PrintJob) -> tuple[Line, ...]:
    """Return what is confided and printed only as picked, as the document counts it: lines of a talk, life domains."""
    if job.what == "assessment":
        words, lang = desk.reference, language()
        found = assessing.described(desk, job.case, job.record)
        return tuple(
            Line(number=at, text=f"{words.label('life_domain', domain, lang)}: {text}") for at, domain, text in found
        )
    contacts = desk.page.of_case(Contact, job.case) if job.what == "visit" else ()
    talk = next((each for each in contacts if each.id == job.record), None)
    said = talk_lines(talk, contacts) if talk is not None else ()
    return tuple(Line(number=number, text=text) for number, text in enumerate(said))
