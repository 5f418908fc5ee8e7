"""Fills the directory: looks for partners, opens one, adds, removes and brings back. Knows no widget."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kimdesk.base.errors import KimError, Lang
from kimdesk.base.ids import RecordId
from kimdesk.casework import editing, family, partners
from kimdesk.casework.desk import Desk
from kimdesk.casework.partners import Entry
from kimdesk.domain.changes import Changes
from kimdesk.domain.declare import Record
from kimdesk.domain.names import fold
from kimdesk.domain.records import RECORDS, Interpreter, Partner
from kimdesk.domain.reference import Reference
from kimdesk.ui.screens.partners.state import Filter, PartnerDetail, PartnerItem, PartnersState, Went
from kimdesk.ui.shell.family_rows import values_of

if TYPE_CHECKING:
    from kimdesk.ui.forms.records_presenter import RecordsPresenter
    from kimdesk.ui.shell.screen import Context

PARTNER, PERSON, INTERPRETER = "partner", "partner_person", "interpreter"
SHOWS = (PARTNER, PERSON, INTERPRETER, "referral")
MOST = 200
"""So many partners are listed at once; more are found by looking for them."""


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: PartnersState) -> None:
        """Show a moment."""
        ...

    def show_interpreters(self) -> None:
        """Turn to the interpreters."""
        ...

    def begin_typing(self) -> None:
        """Open the form and put the cursor into it."""
        ...

    def say_removed(self, key: str, name: str) -> None:
        """Say what was removed, and offer to bring it back."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...

    def settle(self) -> None:
        """Turn what was typed into changes."""
        ...


@dataclass(frozen=True, slots=True)
class Known:
    """A partner with its words folded, so that a filter costs no more than a look."""

    partner: Partner
    words: str


def known_of(entry: Entry, reference: Reference, lang: Lang) -> Known:
    """Return a partner with all its words, those of its codes and of its contact persons among them."""
    partner = entry.partner
    codes = (("partner_type", [partner.partner_type]), ("municipality", [partner.municipality]))
    coded = [reference.label(name, code, lang) for name, found in codes for code in found]
    coded += [reference.label("life_domain", code, lang) for code in partner.topics]
    coded += [reference.label("language", code, lang) for code in partner.languages]
    own = (partner.name, partner.address, partner.phone, partner.email, partner.website, partner.opening_hours)
    texts = [*own, partner.offers, partner.good_to_know]
    people = [text for each in entry.persons for text in (each.name, each.function, each.phone, each.email)]
    return Known(partner, fold(" ".join(text for text in (*texts, *coded, *people) if text)))


def fits(known: Known, wanted: Filter) -> bool:
    """Tell whether a partner is looked for."""
    partner = known.partner
    return (
        (wanted.inactive or partner.inactive_since is None)
        and (not wanted.kind or partner.partner_type == wanted.kind)
        and (not wanted.topic or wanted.topic in partner.topics)
        and (not wanted.language or wanted.language in partner.languages)
        and all(word in known.words for word in fold(wanted.text).split())
    )


class PartnersPresenter:
    """Listens to the screen and to what changes in the vault."""

    def __init__(
        self,
        context: Context,
        view: View,
        lang: Lang,
        *,
        persons: RecordsPresenter,
        interpreters: RecordsPresenter,
        first: RecordId | None = None,
    ) -> None:
        self._context, self._view, self._lang = context, view, lang
        self._desk: Desk = context.desk
        self._persons, self._interpreters = persons, interpreters
        self._known: tuple[Known, ...] = ()
        self._filter = Filter()
        self._selected: RecordId | None = first
        self._fresh: RecordId | None = None
        self._detail: PartnerDetail | None = None
        self._loaded_once = False
        self._wanted = ""

    def opened(self) -> None:
        """Show the directory; an interpreter that was looked for is opened beside it."""
        if self._selected is not None and self._desk.page.get(Interpreter, self._selected) is not None:
            self._interpreters.open(self._selected.hex())
            self._view.show_interpreters()
            self._selected = None
        self._interpreters.show()
        self._load()

    def refresh(self, changes: Changes) -> None:
        """Show what changed."""
        if changes.touches(*SHOWS):
            self._persons.refresh(changes)
            self._interpreters.refresh(changes)
            self._load()

    def leave(self) -> None:
        """Turn what was typed into changes."""
        self._view.settle()
        self._persons.leave()
        self._interpreters.leave()

    # showing --------------------------------------------------------------

    def _load(self) -> None:
        def work(_steps: object) -> tuple[Known, ...]:
            reference = self._desk.reference
            return tuple(known_of(each, reference, self._lang) for each in partners.directory(self._desk))

        self._context.runner.run(work, self._loaded, failed=self._view.fail, lane="query")

    def _loaded(self, known: tuple[Known, ...]) -> None:
        self._known, self._loaded_once = known, True
        self._open(self._selected if self._there(self._selected) else self._first())

    def _there(self, record: RecordId | None) -> bool:
        return record is not None and (record == self._fresh or any(record == each.partner.id for each in self._known))

    def _first(self) -> RecordId | None:
        found = [each for each in self._known if fits(each, self._filter)]
        return found[0].partner.id if found else None

    def _open(self, record: RecordId | None) -> None:
        """Show one partner; what is known of it is read beside the window."""
        self._selected = record
        if record is None:
            self._detail = None
            self._show()
            return
        partner = next((each.partner for each in self._known if each.partner.id == record), None)
        drafts = {each.field: each.text for each in self._desk.page.drafts(record)}
        before = self._detail if self._detail is not None and self._detail.key == record.hex() else None
        self._detail = PartnerDetail(
            key=record.hex(),
            exists=partner is not None,
            values=values_of(RECORDS[PARTNER], partner),
            drafts=drafts,
            went=before.went if before is not None else (),
            deletable=partner is None or (before is not None and before.deletable),
            names=before.names if before is not None else (),
        )
        self._show()
        if partner is not None:
            self._look_closer(record, self._detail)

    def _look_closer(self, record: RecordId, shown: PartnerDetail) -> None:
        def work(_steps: object) -> PartnerDetail:
            went = tuple(
                Went(domain=each.domain, state=each.state, count=each.count)
                for each in partners.experience(self._desk, record)
            )
            return PartnerDetail(
                key=shown.key,
                values=shown.values,
                drafts=shown.drafts,
                went=went,
                deletable=not partners.is_named(self._desk, record),
                names=partners.family_names_in(self._desk, record),
            )

        def found(detail: PartnerDetail) -> None:
            if self._detail is shown:
                self._detail = detail
                self._show()

        self._context.runner.run(work, found, failed=self._view.fail, lane="query")

    def _show(self) -> None:
        found = [each for each in self._known if fits(each, self._filter)]
        items = [*self._unborn(), *(_item(each.partner) for each in found[:MOST])]
        every = [each.partner for each in self._known]
        self._view.show_state(
            PartnersState(
                items=tuple(items),
                matching=len(found),
                total=sum(1 for each in every if each.inactive_since is None),
                inactive=sum(1 for each in every if each.inactive_since is not None),
                selected=self._detail,
                filter=self._filter,
                kinds=_occurring([each.partner_type] for each in every),
                topics=_occurring(each.topics for each in every),
                languages=_occurring(each.languages for each in every),
                loaded=self._loaded_once,
            )
        )
        belongs = self._detail is not None and self._detail.exists
        self._persons.belong_to(self._selected if belongs else None)

    def _unborn(self) -> list[PartnerItem]:
        """Return partners that were begun and have no name yet."""
        known = {each.partner.id for each in self._known}
        drafts = [each for each in self._desk.page.drafts() if each.kind == PARTNER and each.record not in known]
        names = {each.record: each.text for each in drafts if each.field == "name"}
        records = dict.fromkeys([each.record for each in drafts])
        if self._fresh is not None and self._fresh not in known:
            records[self._fresh] = None
        return [PartnerItem(key=each.hex(), name=names.get(each, ""), draft=True) for each in records]

    # events ---------------------------------------------------------------

    def narrow(self, wanted: Filter) -> None:
        """Show the partners looked for."""
        self._filter = wanted
        shown = self._selected is not None and any(
            each.partner.id == self._selected and fits(each, wanted) for each in self._known
        )
        if shown or self._selected == self._fresh is not None:
            self._show()
        else:
            self.choose_record(self._first())

    def choose(self, key: str) -> None:
        """Open a partner."""
        self.choose_record(RecordId(bytes.fromhex(key)))

    def choose_record(self, record: RecordId | None) -> None:
        """Open a partner, or none; what was typed before is settled."""
        self._view.settle()
        self._open(record)

    def add(self) -> None:
        """Begin a partner: it exists with its name."""
        self._view.settle()
        self._fresh = editing.mint(self._desk)
        self._open(self._fresh)
        self._view.begin_typing()

    def remove(self, key: str, name: str) -> None:
        """Take a partner away that nothing names, or what was typed of one that never was."""
        record, desk = RecordId(bytes.fromhex(key)), self._desk
        exists = desk.page.get(Partner, record) is not None

        def work(_steps: object) -> Changes:
            changes = family.delete(desk, PARTNER, record) if exists else Changes()
            editing.forget(desk, record)
            return changes

        def told(changes: Changes) -> None:
            self._selected = self._fresh = None
            self._context.tell(changes)
            if exists:
                self._view.say_removed(key, name)
            else:
                self._load()

        self._context.runner.run(work, told, failed=self._view.fail)

    def restore(self, key: str) -> None:
        """Bring back what was removed."""
        record = RecordId(bytes.fromhex(key))

        def told(changes: Changes) -> None:
            self._selected = record
            self._context.tell(changes)

        self._context.runner.run(
            lambda _steps: family.restore(self._desk, PARTNER, record), told, failed=self._view.fail
        )

    # interpreters -----------------------------------------------------------

    def find_interpreters(self, text: str) -> None:
        """Show the interpreters whose words match."""
        self._wanted = text
        self._interpreters.show()

    def interpreter_fits(self, record: Record) -> bool:
        """Tell whether an interpreter is looked for."""
        assert isinstance(record, Interpreter)
        spoken = [self._desk.reference.label("language", code, self._lang) for code in record.languages]
        words = fold(" ".join(text for text in (record.name, record.pool, record.remark, *spoken) if text))
        return all(word in words for word in fold(self._wanted).split())


def _item(partner: Partner) -> PartnerItem:
    return PartnerItem(
        key=partner.id.hex(),
        name=partner.name,
        kind=partner.partner_type or "",
        place=partner.municipality or "",
        inactive=partner.inactive_since is not None,
    )


def _occurring(codes: Iterable[Iterable[str | None]]) -> tuple[str, ...]:
    return tuple(sorted({code for some in codes for code in some if code}))


def ordered(codes: Sequence[str], reference: Reference, name: str) -> tuple[str, ...]:
    """Return codes in the order of their list."""
    return tuple(entry.code for entry in reference[name].entries if entry.code in codes)
