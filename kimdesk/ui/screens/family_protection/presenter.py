"""Opens and closes the page of child protection. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.casework import family, protection
from kimdesk.casework.protection import ProtectionWay, YouthOffice
from kimdesk.domain.changes import Changes
from kimdesk.domain.records import Case, Person, ProtectionEntry
from kimdesk.ui.screens.family_protection.state import EntryLine, LeavingState, OfficeLine, ProtectionState
from kimdesk.ui.shell.family_rows import call_name

if TYPE_CHECKING:
    from kimdesk.ui.forms.records_presenter import RecordsPresenter
    from kimdesk.ui.shell.screen import Context


class View(Protocol):
    """What the presenter asks of the page."""

    def show_open(self, state: ProtectionState) -> None:
        """Show everything."""
        ...

    def show_closed(self) -> None:
        """Show the closed door and nothing else."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class ProtectionPresenter:
    """Listens to the page; `unfold` puts the list of entries on it and returns what fills that list."""

    def __init__(self, context: Context, case: RecordId, view: View, unfold: Callable[[], RecordsPresenter]) -> None:
        self._context, self._case, self._view, self._unfold = context, case, view, unfold
        self._listed: RecordsPresenter | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether the entries are to be seen."""
        return self._listed is not None

    def open(self) -> None:
        """Show the entries: the passphrase was given."""
        if self._listed is not None:
            return
        self._listed = self._unfold()
        self._show()

    def close(self) -> None:
        """Settle what was typed and shut the page."""
        if self._listed is None:
            return
        listed, self._listed = self._listed, None
        listed.leave()
        self._view.show_closed()

    def leave(self) -> None:
        """Shut the page when it is left."""
        self.close()

    def refresh(self, changes: Changes) -> None:
        """Show what changed in this family, while the page is open."""
        if self._case in changes.cases and changes.touches("protection_entry", "case", "person"):
            self._show()

    def leaving(self, way: ProtectionWay) -> LeavingState:
        """Return what can leave now; what was typed is settled first."""
        if self._listed is not None:
            self._listed.leave()
        desk = self._context.desk
        persons = family.persons(desk, self._case)
        office = protection.youth_office(desk, self._case)
        row = desk.page.case_row(self._case)
        number = row.case_number if row is not None and way == "notice" else "Falldarstellung"
        return LeavingState(
            entries=tuple(
                EntryLine(key=each.id.hex(), line=entry_line(each, persons))
                for each in protection.entries(desk, self._case)
            ),
            office=office.name if office is not None else "",
            file_name=f"{number}.pdf",
        )

    def _show(self) -> None:
        if self._listed is None:
            return
        desk = self._context.desk
        found = desk.page.get(Case, self._case)
        responsible = protection.youth_office(desk, self._case)
        offices = (responsible,) if responsible is not None else protection.youth_offices(desk)
        self._view.show_open(
            ProtectionState(
                place=desk.reference.label("municipality", found.municipality) if found is not None else "",
                offices=tuple(_line(each) for each in offices),
                has_entries=bool(protection.entries(desk, self._case)),
            )
        )
        self._listed.show()


def entry_line(entry: ProtectionEntry, persons: tuple[Person, ...]) -> str:
    """Return an entry in one line: its day and the children it is about."""
    names = [call_name(each, persons) for each in persons if each.id in entry.children]
    return " · ".join(part for part in (f"{entry.date:%d.%m.%Y}", ", ".join(names)) if part)


def _line(office: YouthOffice) -> OfficeLine:
    return OfficeLine(name=office.name, phone=office.phone, out_of_hours=office.out_of_hours, address=office.address)
