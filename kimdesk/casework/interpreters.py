"""Who may interpret: grown-ups, wherever somebody is named; an unknown age is asked (protection.md)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Change, Changes, Set
from kimdesk.domain.declare import Code, Kind
from kimdesk.domain.interpreting import ANSWER, ANSWERED, NAME, names_interpreter
from kimdesk.domain.names import fold
from kimdesk.domain.records import Interpreter, Person
from kimdesk.domain.values import Value, age_on

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


Age = Literal["grown_up", "child", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Somebody who cannot simply be named: whether it is to be asked if they are 18, and why they are not taken yet."""

    field: str
    name: str
    open: bool
    problem: UserProblem | None


def judge(desk: Desk, kind: Kind, case: RecordId, values: Mapping[str, Value]) -> Iterator[Judged]:
    """Yield who is about to be named as interpreting and is under 18, or of whom nobody knows it.

    The note of a talk keeps a name while its age is asked: it tells who was there. Everything else waits.
    """
    for field, value in tuple(values.items()):
        if not value or not names_interpreter(kind.field(field)):
            continue
        entry = _found(desk, RecordId(value)) if isinstance(value, bytes) else None
        name = entry.name if entry is not None else str(value)
        age = age_of_entry(entry) if entry is not None else age_of(desk, case, name, answered=values.get(ANSWER))
        waits = age != "grown_up" and not (age == "open" and kind.name == "contact" and entry is None)
        if age != "grown_up" and not (entry is None and values.get(ANSWER) == UNDER_AGE):
            yield Judged(field=field, name=name, open=age == "open", problem=_problem(age) if waits else None)


def _problem(age: Age) -> UserProblem:
    return UserProblem("interpreter.under_age" if age == "child" else "interpreter.age_unknown")


def age_of_entry(entry: Interpreter) -> Age:
    """Return what the directory knows of somebody's age."""
    return "child" if entry.of_age == UNDER_AGE else "grown_up" if entry.of_age == GROWN_UP else "open"


def age_of(desk: Desk, case: RecordId, name: str, *, answered: Value = None) -> Age:
    """Return what is known of the age of somebody named: by birth dates, the directory, and answers in this case."""
    persons, wanted = desk.query.of_case(Person, case), fold(name).strip()
    if is_child(persons, name, desk.today):
        return "child"
    if answered == GROWN_UP or is_grown_up(persons, name, desk.today):
        return "grown_up"
    ages = {age_of_entry(each) for each in desk.query.every(Interpreter) if fold(each.name).strip() == wanted}
    if "grown_up" in ages or _answered(desk, case, wanted):
        return "grown_up"
    return "child" if "child" in ages else "open"


def _answered(desk: Desk, case: RecordId, wanted: str) -> bool:
    """Tell whether somebody answered of this name in this case that they are 18."""
    kinds = [desk.services.registry[name] for name in ANSWERED]
    records = (each for kind in kinds for each in desk.query.of_case(kind.cls, case))
    return any(
        getattr(each, ANSWER) == GROWN_UP and fold(getattr(each, NAME) or "").strip() == wanted for each in records
    )


def require_grown_up(desk: Desk, case: RecordId, record: RecordId, name: str | None) -> None:
    """Let nothing be signed that was interpreted by somebody under 18, or of whom nobody knows.

    A name still waiting for its answer counts. Raises UserProblem interpreter.under_age, interpreter.age_unknown.
    """
    typed = {each.field: each.text for each in desk.query.drafts(record)}
    named = (typed.get(NAME, name) or "").strip()
    age = age_of(desk, case, named) if named else "grown_up"
    if age != "grown_up":
        raise _problem(age)


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
