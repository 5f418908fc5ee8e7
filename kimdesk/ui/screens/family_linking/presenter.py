"""Fills the page of a family's referrals and conferences; the gate says who may hear what. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.casework import family, linking
from kimdesk.casework.desk import Desk
from kimdesk.casework.linking import Standing
from kimdesk.domain.changes import Changes
from kimdesk.domain.records import CaseConference, ConferenceParticipant, Partner, PartnerPerson, Referral
from kimdesk.domain.values import Value
from kimdesk.ui.screens.family_linking.state import (
    DONE,
    PREPARE,
    PRINT,
    REOPEN,
    TAKEN_UP,
    HandedOn,
    LinkingState,
)

if TYPE_CHECKING:
    from kimdesk.ui.forms.records_presenter import RecordsPresenter
    from kimdesk.ui.shell.screen import Context

SHOWS = (*linking.KINDS, "partner_person", "measure")


class View(Protocol):
    """What the presenter asks of the page."""

    def show_state(self, state: LinkingState) -> None:
        """Show a moment."""
        ...

    def say_prepared(self, count: int) -> None:
        """Say that consents lie ready to be explained, and lead there."""
        ...

    def print_conference(self, conference: RecordId, *, past: bool) -> None:
        """Ask for whom the invitation or the minutes are."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


@dataclass(frozen=True, slots=True)
class Known:
    """What the gate says of everybody: by record of a referral or of somebody invited."""

    referrals: Mapping[RecordId, Standing] = field(default_factory=dict)
    participants: Mapping[RecordId, Standing] = field(default_factory=dict)
    handed_on: tuple[HandedOn, ...] = ()


def read(desk: Desk, case: RecordId) -> Known:
    """Ask the gate about every referral and every conference of a case; belongs beside the window."""
    return Known(
        referrals=linking.referrals(desk, case),
        participants=linking.participants(desk, case),
        handed_on=tuple(_handed_on(desk, each) for each in desk.query.of_case(Referral, case) if each.hand_on == "yes"),
    )


def _handed_on(desk: Desk, referral: Referral) -> HandedOn:
    partner = desk.query.get(Partner, referral.partner) if referral.partner is not None else None
    people = desk.query.of_case(PartnerPerson, partner.id) if partner is not None else ()
    reach = [" · ".join(part for part in (each.name, each.phone) if part) for each in people]
    body = partner.name if partner is not None else referral.partner_name or ""
    return HandedOn(
        body=body,
        since=referral.state_on or referral.date,
        domain=referral.domain or "",
        state=referral.state or "",
        people=tuple(reach or ([partner.phone] if partner is not None and partner.phone else [])),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The four lists of the page; the last two belong to the conference that is open."""

    referrals: RecordsPresenter
    conferences: RecordsPresenter
    participants: RecordsPresenter
    agreements: RecordsPresenter

    def every(self) -> tuple[RecordsPresenter, ...]:
        """Return all of them, what hangs on another one first."""
        return (self.agreements, self.participants, self.conferences, self.referrals)


class LinkingPresenter:
    """Listens to the page and to what changes in the vault."""

    def __init__(self, context: Context, case: RecordId, view: View) -> None:
        self._context, self._case, self._view = context, case, view
        self._desk: Desk = context.desk
        self._lists: Lists | None = None
        self.known = Known()
        self.conference: RecordId | None = None

    def take(self, lists: Lists) -> None:
        """Get to know the lists; once."""
        self._lists = lists

    @property
    def lists(self) -> Lists:
        """The lists of the page."""
        assert self._lists is not None
        return self._lists

    def opened(self) -> None:
        """Show the page."""
        self._show()
        self._load()

    def refresh(self, changes: Changes) -> None:
        """Show what changed in this family or in the directory."""
        if not changes.touches(*SHOWS):
            return
        if self._case in changes.cases or changes.touches("partner", "partner_person"):
            self._show()
            self._load()

    def leave(self) -> None:
        """Turn what was typed into changes."""
        for each in self.lists.every():
            each.leave()

    # showing --------------------------------------------------------------

    def _load(self) -> None:
        desk, case = self._desk, self._case
        self._context.runner.run(lambda _steps: read(desk, case), self._loaded, failed=self._view.fail, lane="query")

    def _loaded(self, known: Known) -> None:
        self.known = known
        self._show()

    def _show(self) -> None:
        self.lists.referrals.show()
        self.lists.conferences.show()
        self._follow()

    def _follow(self) -> None:
        """Show what belongs to the conference that is open, if it exists."""
        opened = self.lists.conferences.opened_record
        found = self._desk.page.get(CaseConference, opened) if opened is not None else None
        now = found.id if found is not None else None
        if now != self.conference:
            self.lists.agreements.turn_away()
        self.conference = now
        self.lists.participants.belong_to(self.conference)
        self.lists.agreements.show()
        self._view.show_state(
            LinkingState(
                handed_on=self.known.handed_on,
                conference=self.conference.hex() if self.conference is not None else "",
                lacking=self.lacking(self.conference),
                past=found is not None and found.date < self._desk.today,
            )
        )

    def lacking(self, conference: RecordId | None) -> tuple[str, ...]:
        """Return the bodies invited to a conference for which a consent is missing."""
        invited = self._desk.page.of_case(ConferenceParticipant, self._case)
        found = [self.known.participants.get(each.id) for each in invited if each.case_conference == conference]
        return tuple(dict.fromkeys(each.body for each in found if each is not None and not each.complete))

    # events ---------------------------------------------------------------

    def open_conference(self, key: str) -> None:
        """Open a conference, or none; what was typed into the one before is settled."""
        self.lists.agreements.leave()
        self.lists.participants.leave()
        self.lists.conferences.open(key)
        self._follow()

    def add_conference(self) -> None:
        """Begin a conference."""
        self.open_conference("")
        self.lists.conferences.add()
        self._follow()

    def given_agreement(self) -> Mapping[str, Value]:
        """Return what an agreement of the open conference begins with: it becomes a measure of the case."""
        return {
            "case_conference": self.conference,
            "state": "open",
            "position": linking.next_position(self._desk, self._case),
        }

    def act(self, kind: str, action: str, key: str) -> None:
        """Do what was asked for at a line; what was typed is settled first."""
        self.leave()
        record, desk = RecordId(bytes.fromhex(key)), self._desk
        if action == PRINT:
            found = desk.page.get(CaseConference, record)
            if found is not None:
                self._view.print_conference(record, past=found.date <= desk.today)
            return
        work = _ACTS[kind, action]

        def told(changes: Changes) -> None:
            self._context.tell(changes)
            if action == PREPARE:
                self._view.say_prepared(len(changes.records))

        self._context.runner.run(lambda _steps: work(desk, record), told, failed=self._view.fail)


_ACTS: dict[tuple[str, str], Callable[[Desk, RecordId], Changes]] = {
    ("referral", TAKEN_UP): linking.taken_up,
    ("referral", PREPARE): linking.prepare_for_referral,
    ("conference_participant", PREPARE): linking.prepare_for_conference,
    ("measure", DONE): lambda desk, record: family.done(desk, record, is_done=True),
    ("measure", REOPEN): lambda desk, record: family.done(desk, record, is_done=False),
}
