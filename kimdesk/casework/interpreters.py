"""Who may interpret: the grown-ups of the directory (protection.md, People in the room)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Change, Changes, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.names import fold
from kimdesk.domain.records import Interpreter, Person
from kimdesk.domain.values import age_on

GROWN_UP: Final = "yes"
UNDER_AGE: Final = "no"
OF_AGE: Final = 18
CHILD: Final = "child"
BY_SOMEBODY: Final = frozenset({"pool", "phone", "relative"})
ABOUT_SOMEBODY: Final = (
    "interpreter_record",
    "interpreter",
    "interpreter_of_age",
    "interpreter_accepted",
    "interpreter_known",
)


def choices(desk: Desk) -> tuple[Interpreter, ...]:
    """Return who can be chosen, by name; whoever is known to be under 18 never can."""
    found = (each for each in desk.query.every(Interpreter) if each.of_age != UNDER_AGE)
    return tuple(sorted(found, key=lambda each: each.name.casefold()))


def is_child(persons: Iterable[Person], name: str, today: dt.date) -> bool:
    """Tell whether a name is that of somebody of the family under 18: they never interpret."""
    wanted = fold(name).strip()
    return bool(wanted) and any(
        wanted in _names_of(each)
        for each in persons
        if each.birth_date and 0 <= age_on(each.birth_date, today) < OF_AGE
    )


def is_grown_up(persons: Iterable[Person], name: str, today: dt.date) -> bool:
    """Tell whether a name is that of somebody of the family whose birth date makes them at least 18."""
    wanted = fold(name).strip()
    return bool(wanted) and any(
        each.birth_date and age_on(each.birth_date, today) >= OF_AGE for each in persons if wanted in _names_of(each)
    )


def _names_of(person: Person) -> set[str]:
    given, family = person.given_name or "", person.family_name or ""
    return {fold(given), fold(f"{given} {family}").strip()}


def choose(desk: Desk, contact: RecordId, interpreter: RecordId | None) -> Changes:
    """Note who of the directory interpreted, or nobody of it.

    Raises UserProblem(record.missing, interpreter.under_age, interpreter.age_unknown); `answer_age` comes first then.
    """
    found = _found(desk, interpreter) if interpreter is not None else None
    if found is not None and found.of_age == UNDER_AGE:
        raise UserProblem("interpreter.under_age")
    if found is not None and found.of_age != GROWN_UP:
        raise UserProblem("interpreter.age_unknown")
    return _chosen(desk, contact, found)


def _found(desk: Desk, interpreter: RecordId) -> Interpreter:
    found = desk.query.get(Interpreter, interpreter)
    if found is None:
        raise UserProblem("record.missing", kind=desk.services.registry["interpreter"].de)
    return found


def _chosen(desk: Desk, contact: RecordId, found: Interpreter | None, *first: Change) -> Changes:
    changes = desk.apply(
        *first,
        Set("contact", contact, "interpreter_record", found.id if found is not None else None),
        Set("contact", contact, "interpreter", found.name if found is not None else None),
        Set("contact", contact, "interpreter_of_age", None),
        Set("contact", contact, "interpreter_accepted", None),
        Set("contact", contact, "interpreter_known", None),
    )
    desk.store.drop_drafts(contact, "interpreter")
    return changes


def answer_age(desk: Desk, contact: RecordId, interpreter: RecordId, *, of_age: bool) -> Changes:
    """Keep in the directory what was answered; a grown-up is chosen by it, a child is not. Raises record.missing."""
    found = _found(desk, interpreter)
    answer = Set("interpreter", interpreter, "of_age", Code(GROWN_UP if of_age else UNDER_AGE))
    return _chosen(desk, contact, found, answer) if of_age else desk.apply(answer)


def set_mode(desk: Desk, contact: RecordId, mode: str) -> Changes:
    """Note how it was interpreted (a code of `interpreting`), or that only a child could translate (`child`)."""
    by_child = mode == CHILD
    changes: list[Change] = [
        Set("contact", contact, "interpreting", Code("missing" if by_child else mode) if mode else None),
        Set("contact", contact, "child_interpreted", Code("yes") if by_child else None),
    ]
    if mode not in BY_SOMEBODY:
        changes += [Set("contact", contact, name, None) for name in ABOUT_SOMEBODY]
    return desk.apply(*changes)
