"""One box for everything: families, persons, words in notes, actions. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.casework import families
from kimdesk.casework.desk import Desk
from kimdesk.domain.names import fold, words
from kimdesk.domain.views.caseload import CaseRow, SearchHit

if TYPE_CHECKING:
    from kimdesk.ui.shell.screen import Context
    from kimdesk.ui.tasks import Job

Sort = Literal["action", "family", "visit", "person", "record"]
MOST_FAMILIES = 5
MOST_LOOKED_AT = 128
MOST_RECORDS = 8
MOST_ACTIONS = 4
VISIT_WORDS = frozenset({"besuch", "besuche", "visit"})
SCREENS = {
    "person": "family_persons",
    "language_skill": "family_persons",
    "contact": "family_contacts",
    "measure": "family_plan",
    "goal": "family_plan",
    "support_plan": "family_plan",
    "referral": "family_linking",
}
"""Where a found record is shown; everything else on the family's first page."""
DIRECTORY = {"partner": "building-2", "partner_person": "building-2", "interpreter": "languages"}
"""Kinds of the directory with their icons: they belong to no family and are found there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """An action that can be used now: its id, word and icon."""

    id: str
    word: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One line of the box. `target` is an action's id, a screen's key, or the case to visit (hex)."""

    sort: Sort
    title: str
    detail: str = ""
    icon: str = ""
    target: str = ""
    record: str = ""


class View(Protocol):
    """What the presenter asks of the box."""

    def show_found(self, found: Sequence[Found], asked: str) -> None:
        """Show what was found for a text."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What the box can do: run an action, begin a visit of a case."""

    act: Callable[[str], None]
    visit: Callable[[RecordId], None]


class CommandPresenter:
    """Finds while one types; the latest text wins."""

    def __init__(self, context: Context, view: View, commands: Sequence[Command], doing: Doing) -> None:
        self._context = context
        self._view = view
        self._commands = commands
        self._doing = doing
        self._job: Job | None = None

    def search(self, text: str) -> None:
        """Look for a text; without one the actions are shown."""
        if self._job is not None:
            self._job.cancel()
        desk = self._context.desk
        self._job = self._context.runner.run(
            lambda _steps: find(desk, text, self._commands),
            lambda found: self._view.show_found(found, text),
            failed=self._view.fail,
            lane="query",
        )

    def choose(self, found: Found) -> None:
        """Go there, or do it."""
        if found.sort == "action":
            self._doing.act(found.target)
        elif found.sort == "visit":
            self._doing.visit(RecordId(bytes.fromhex(found.target)))
        else:
            self._context.go(found.target, found.record)


def find(desk: Desk, text: str, commands: Sequence[Command]) -> tuple[Found, ...]:
    """Return families first, then visits of them, records in which the words stand, and actions."""
    wanted = words(text)
    if not wanted:
        return tuple(_action(each) for each in commands)
    visiting = any(word in VISIT_WORDS for word in wanted)
    name = " ".join(word for word in wanted if word not in VISIT_WORDS and word not in {"neuer", "new"})
    rows = _families(desk, name)
    found = [_family(row) for row in rows]
    visits = [_visit(row) for row in rows[: MOST_FAMILIES if visiting else 1] if row.active]
    actions = [_action(each) for each in commands if _matches(each.word, wanted)][:MOST_ACTIONS]
    records = [] if visiting else [_record(desk, hit) for hit in families.search(desk, name, limit=MOST_RECORDS)]
    return (*visits, *found, *records, *actions) if visiting else (*found, *actions, *visits, *records)


def _families(desk: Desk, text: str) -> list[CaseRow]:
    hits = families.hits(desk, text)
    if not hits:
        return []
    numbers = [number for number in families.order(desk, active_only=False) if number in hits][:MOST_LOOKED_AT]
    rows = families.rows(desk, numbers)
    found = [rows[number] for number in numbers if number in rows]
    start = fold(text)
    return sorted(found, key=lambda row: (not fold(row.label).startswith(start), not row.active))[:MOST_FAMILIES]


def _matches(word: str, wanted: Sequence[str]) -> bool:
    have = words(word)
    return all(any(each.startswith(start) for each in have) for start in wanted)


def _action(command: Command) -> Found:
    return Found(sort="action", title=command.word, icon=command.icon, target=command.id)


def _family(row: CaseRow) -> Found:
    return Found(
        sort="family",
        title=row.label,
        detail=row.case_number,
        icon="users",
        target="family",
        record=row.id.hex(),
    )


def _visit(row: CaseRow) -> Found:
    return Found(sort="visit", title=row.label, detail=row.case_number, icon="house", target=row.id.hex())


def _record(desk: Desk, hit: SearchHit) -> Found:
    kind = desk.services.registry[hit.kind]
    entry = hit.kind in DIRECTORY
    title = hit.person or hit.why.partition(": ")[2] or kind.de
    if entry and (name := _entry_name(desk, hit)):
        title = name
    icon = DIRECTORY.get(hit.kind, "user" if hit.kind == "person" else "file-text")
    screen = "partners" if entry else SCREENS.get(hit.kind, "family_overview")
    return Found(
        sort="person" if hit.kind == "person" else "record",
        title=title,
        detail=f"{kind.de} · {hit.case_number}" if hit.case_number else kind.de,
        icon=icon,
        target=screen if entry or hit.case_number else "",
        record=hit.case.hex() if entry or hit.case_number else "",
    )


def _entry_name(desk: Desk, hit: SearchHit) -> str:
    """Return the name of an entry of the directory, whichever of its words was found."""
    found = desk.query.get(desk.services.registry[hit.kind].cls, hit.record)
    return str(getattr(found, "name", "") or "")
