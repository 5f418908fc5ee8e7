"""Parts households, puts double entries together, looks for people known already. Knows no widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from kimdesk.base.errors import KimError, Lang
from kimdesk.base.ids import RecordId, from_hex
from kimdesk.casework import duplicates, family, merging, splitting
from kimdesk.casework.duplicates import Alike, Entered
from kimdesk.casework.merging import Differing
from kimdesk.casework.splitting import Split
from kimdesk.domain.changes import Changes
from kimdesk.domain.deciding import Deciding, deciding
from kimdesk.domain.records import Person, Relation
from kimdesk.domain.values import show_partial
from kimdesk.ui.screens.family_persons.household_state import HouseholdState, Known, Minor, Resident
from kimdesk.ui.shell.family_rows import call_name, full_name

if TYPE_CHECKING:
    from kimdesk.domain.splitting import Fate
    from kimdesk.ui.shell.screen import Context


class View(Protocol):
    """What the presenter asks of the page."""

    def show_state(self, state: HouseholdState) -> None:
        """Show everything."""
        ...

    def show_known(self, known: Known | None) -> None:
        """Say that somebody may be entered already, or nothing."""
        ...

    def say_merged(self) -> None:
        """Say that double entries are one now."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class Comparing(Protocol):
    """A dialog that shows where two entries differ."""

    def show_differences(self, found: Sequence[Differing]) -> None:
        """Show it."""
        ...


class HouseholdPresenter:
    """Listens to the household's cards."""

    def __init__(self, context: Context, case: RecordId, view: View, lang: Lang = "de") -> None:
        self._context, self._case, self._view, self._lang = context, case, view, lang
        self._asked: Entered | None = None

    def show(self) -> None:
        """Show who is there and who decides for the minors."""
        desk = self._context.desk
        persons = family.persons(desk, self._case)
        minors = deciding(persons, desk.page.of_case(Relation, self._case), desk.today)
        self._view.show_state(
            HouseholdState(
                residents=tuple(
                    Resident(
                        key=each.id.hex(),
                        name=full_name(each),
                        detail=show_partial(each.birth_date) if each.birth_date else "",
                    )
                    for each in persons
                ),
                minors=tuple(_minor(each, persons) for each in minors),
            )
        )

    def look_for(self, record: RecordId | None) -> None:
        """Look whether the person shown may be entered already, here or in another family."""
        person = self._context.desk.page.get(Person, record) if record is not None else None
        if person is None:
            self._asked = None
            self._view.show_known(None)
            return
        entered = Entered(names=full_name(person), born=person.birth_date or "", record=person.id)
        self._asked = entered

        def told(found: Alike | None) -> None:
            if self._asked == entered:
                self._view.show_known(self._known(person.id, found) if found is not None else None)

        desk = self._context.desk
        self._context.runner.run(
            lambda _steps: duplicates.alike(desk, entered), told, failed=self._view.fail, lane="query"
        )

    def _known(self, entered: RecordId, found: Alike) -> Known:
        born = show_partial(found.born) if found.born else ""
        return Known(
            entered=entered.hex(),
            person=found.person.hex(),
            case=found.case.hex(),
            who=" · ".join(part for part in (found.name, born) if part),
            where=" · ".join(part for part in (found.family, found.case_number) if part),
            same_family=found.case == self._case,
        )

    # acts -----------------------------------------------------------------

    def split(self, halves: Mapping[str, Fate]) -> None:
        """Part the household and show the new half."""
        chosen = {from_hex(key): fate for key, fate in halves.items()}

        def told(made: Split) -> None:
            self._context.tell(made.changes)
            self._context.go("family_persons", made.case.hex())

        desk = self._context.desk
        self._context.runner.run(lambda _steps: splitting.split(desk, self._case, chosen), told, failed=self._view.fail)

    def merge(self, keep: str, drop: str) -> None:
        """Put two entries of this family together."""
        desk = self._context.desk
        self._context.runner.run(
            lambda _steps: merging.merge_persons(desk, from_hex(keep), from_hex(drop)),
            self._merged,
            failed=self._view.fail,
        )

    def compare(self, dialog: Comparing, keep: str, drop: str) -> None:
        """Tell a dialog where two entries contradict each other."""
        desk, lang = self._context.desk, self._lang
        self._context.runner.run(
            lambda _steps: merging.differing(desk, from_hex(keep), from_hex(drop), lang),
            dialog.show_differences,
            failed=self._view.fail,
            lane="query",
        )

    def merge_case(self, other: str) -> None:
        """Let everything of another case belong to this one."""
        desk = self._context.desk
        self._context.runner.run(
            lambda _steps: merging.merge_cases(desk, self._case, from_hex(other)),
            self._merged,
            failed=self._view.fail,
        )

    def _merged(self, changes: Changes) -> None:
        self._context.tell(changes)
        self._view.say_merged()

    def open_family(self, case: str) -> None:
        """Go to the other family."""
        self._context.go("family_persons", case)


def _minor(each: Deciding, persons: tuple[Person, ...]) -> Minor:
    return Minor(
        name=call_name(each.minor, persons),
        decides=each.decides,
        guardians=tuple(call_name(guardian, persons) for guardian in each.guardians),
        judged=each.judged,
        of_age=each.of_age,
        soon=each.soon,
    )
