"""What the caseload needs of casework, in one place; reads are short and run at once, writes on the vault's lane."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import cast

from kimdesk.base.ids import RecordId
from kimdesk.casework import duplicates, families, family
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Changes
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Contact, Person
from kimdesk.domain.values import age_on, show_partial
from kimdesk.domain.views.caseload import CaseCounts, CaseRow
from kimdesk.ui.screens.families.state import KnownFamily, LastContact, NewFamilyForm, Preview, Promise, Resident

PAGE = 128
GLIMPSE = 180


class DeskGateway:
    """The caseload of an open desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def order(self, sort: str, *, descending: bool, active_only: bool) -> array[int]:
        """Return the row numbers in the order of a column."""
        return families.order(self._desk, cast("families.SortBy", sort), descending=descending, active_only=active_only)

    def rows(self, numbers: Sequence[int]) -> dict[int, CaseRow]:
        """Return the rows of at most 128 numbers."""
        return families.rows(self._desk, numbers)

    def every_row(self, numbers: Sequence[int]) -> list[CaseRow]:
        """Return the rows of any number, fetched page by page."""
        found: list[CaseRow] = []
        for start in range(0, len(numbers), PAGE):
            found.extend(self.rows(numbers[start : start + PAGE]).values())
        return found

    def hits(self, text: str) -> frozenset[int] | None:
        """Return the rows a text is found in, None for an empty text."""
        return families.hits(self._desk, text)

    def counts(self) -> CaseCounts:
        """Return how many families there are."""
        return families.counts(self._desk)

    def preview(self, row: CaseRow) -> Preview:
        """Return a family at a glance."""
        header = family.header(self._desk, row.id)
        persons = family.persons(self._desk, row.id)
        contacts = family.contacts(self._desk, row.id)
        promises = family.open_promises(family.agreements(self._desk, row.id))
        return Preview(
            row=header.row,
            languages=header.languages,
            interpreter=header.interpreter_needed,
            residents=tuple(self._resident(each) for each in persons if each.in_household != "no"),
            promises=tuple(Promise(text=each.text or "", who=tuple(sorted(each.who))) for each in promises[:3]),
            last=_last(contacts[0]) if contacts else None,
        )

    def _resident(self, person: Person) -> Resident:
        name = person.given_name or person.family_name or "?"
        return Resident(name=name, age=age_on(person.birth_date, self._desk.today) if person.birth_date else None)

    def known(self, name: str) -> KnownFamily | None:
        """Return who of this name may be in the caseload already."""
        found = duplicates.alike(self._desk, duplicates.Entered(names=name))
        if found is None:
            return None
        born = show_partial(found.born) if found.born else ""
        return KnownFamily(
            case=found.case.hex(),
            who=" · ".join(part for part in (found.name, born) if part),
            where=" · ".join(part for part in (found.family, found.case_number) if part),
        )

    def create(self, form: NewFamilyForm) -> tuple[RecordId, Changes]:
        """Create a family; returns its id and what to tell the screens."""
        wish = families.NewFamily(
            family_name=form.family_name,
            given_name=form.given_name,
            municipality=_code(form.place),
            language=_code(form.language),
            access_route=_code(form.route),
        )
        case = families.create_family(self._desk, wish)
        return case, Changes(kinds=frozenset({"case", "person"}), cases=frozenset({case}), undoable=True)


def _code(text: str) -> Code | None:
    return Code(text) if text else None


def _last(contact: Contact) -> LastContact:
    said = " ".join((contact.observation or contact.family_says or "").split())
    glimpse = said if len(said) <= GLIMPSE else said[:GLIMPSE].rsplit(" ", 1)[0] + " …"
    return LastContact(day=contact.date, form=contact.form, text=glimpse)
