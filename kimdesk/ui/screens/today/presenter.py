"""Fills Heute and deals with its lines in place. Knows no widget."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kimdesk.base.clock import local_time
from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.casework import families, family, print_list, today, ways
from kimdesk.casework.desk import Desk
from kimdesk.casework.today import Standing
from kimdesk.domain.changes import Changes
from kimdesk.domain.views.agenda import Agenda
from kimdesk.domain.views.drafts import Draft
from kimdesk.ui.screens.today.state import Begun, TodayState

if TYPE_CHECKING:
    from kimdesk.ui.shell.screen import Context

PLACES = {
    "promise": "family_overview",
    "title_ends": "family_persons",
    "comes_of_age": "family_persons",
    "plan_review": "family_plan",
    "consent_ends": "family_consents",
    "aftercare": "family_contacts",
    "conference": "family_linking",
}
"""Where each matter is dealt with."""


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: TodayState) -> None:
        """Show a moment."""
        ...

    def say_done(self, record: str, text: str) -> None:
        """Say that a promise is done, and offer to take it back."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


@dataclass(frozen=True, slots=True)
class _Found:
    agenda: Agenda
    active: int
    drafts: tuple[Draft, ...]
    to_print: int


class TodayPresenter:
    """Asks once when the screen is opened and after every write; nothing is kept."""

    def __init__(self, context: Context, view: View) -> None:
        self._context = context
        self._desk: Desk = context.desk
        self._view = view
        self._standing: Standing | None = None
        self._shown: _Found | None = None

    def opened(self) -> None:
        """Load everything anew."""
        self._load()
        self._context.runner.run(lambda _steps: today.standing(self._desk), self._stand, failed=self._view.fail)

    def refresh(self, changes: Changes) -> None:
        """Load again after a write; a bundle or a backup changes how things stand."""
        self._load()
        if not changes.kinds or "post" in changes.kinds:
            self._context.runner.run(lambda _steps: today.standing(self._desk), self._stand, failed=self._view.fail)

    def _load(self) -> None:
        def read(_steps: object) -> _Found:
            active, papers = families.counts(self._desk).active, len(print_list.waiting(self._desk))
            return _Found(today.agenda(self._desk), active, today.unfinished(self._desk), papers)

        self._context.runner.run(read, self._show, failed=self._view.fail, lane="query")

    def _stand(self, standing: Standing) -> None:
        self._standing = standing
        if self._shown is not None:
            self._show(self._shown)

    def _show(self, found: _Found) -> None:
        self._shown = found
        self._view.show_state(
            TodayState(
                day=self._desk.today,
                hour=local_time(self._context.clock.now_ms()).hour,
                active=found.active,
                items=found.agenda.items,
                appointments=found.agenda.appointments,
                silent=found.agenda.silent,
                begun=tuple(self._begun(draft) for draft in found.drafts),
                standing=self._standing,
                to_print=found.to_print,
            )
        )

    def _begun(self, draft: Draft) -> Begun:
        return Begun(kind=draft.kind, text=draft.text, case=draft.parent.hex() if draft.parent is not None else "")

    # events ---------------------------------------------------------------

    def open(self, matter: str, case: str) -> None:
        """Go where a matter is dealt with."""
        self._context.go(PLACES.get(matter, "family_overview"), case)

    def done(self, record: str, text: str, *, is_done: bool) -> None:
        """Mark a promise as done, or as open again."""
        measure = RecordId(bytes.fromhex(record))

        def told(changes: Changes) -> None:
            self._context.tell(changes)
            if is_done:
                self._view.say_done(record, text)

        self._context.runner.run(
            lambda _steps: family.done(self._desk, measure, is_done=is_done), told, failed=self._view.fail
        )

    def move(self, record: str, days: int) -> None:
        """Put a promise off: so many days from today."""
        measure, day = RecordId(bytes.fromhex(record)), self._desk.today + dt.timedelta(days=days)
        self._context.runner.run(
            lambda _steps: today.move(self._desk, measure, day), self._context.tell, failed=self._view.fail
        )

    def keep_code(self) -> None:
        """Note that the recovery sheet lies at the provider."""
        self._context.runner.run(
            lambda _steps: ways.code_is_kept(self._desk),
            lambda _none: self._context.tell(Changes(kinds=frozenset({"post"}))),
            failed=self._view.fail,
        )
