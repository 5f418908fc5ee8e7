"""Who decides for a minor: the minor, whoever has custody, both where custody is joint (§§ 1626, 1629, 1687 BGB)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kimdesk.base.ids import RecordId
from kimdesk.domain.capacity import eighteenth, is_adult
from kimdesk.domain.records import Person, Relation

Decides = Literal["minor", "joint", "one", "guardian", "unknown"]
SOON: Final = dt.timedelta(days=30)
_PARENTS: Final = frozenset({"parent_of", "adoptive_parent_of"})
_ROLES: Final = frozenset({"mother", "father", "parent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """How things stand with one minor: who decides, by name where they are known here, and the eighteenth birthday.

    `decides`: the minor alone, both parents, one of them, a guardian, or nobody knows yet. `judged`: whether somebody
    looked at what the minor understands.
    """

    minor: Person
    decides: Decides
    guardians: tuple[Person, ...] = ()
    judged: bool = False
    of_age: dt.date | None = None
    soon: bool = False


def deciding(persons: Sequence[Person], relations: Iterable[Relation], day: dt.date) -> tuple[Deciding, ...]:
    """Return every minor of a family, those who come of age first at the top; whose age is unknown come last."""
    known = list(relations)
    found = [_of(each, persons, known, day) for each in persons if not is_adult(each, day) and each.died_on is None]
    return tuple(sorted(found, key=lambda each: (each.of_age is None, each.of_age or day)))


def _of(minor: Person, persons: Sequence[Person], relations: Sequence[Relation], day: dt.date) -> Deciding:
    of_age = eighteenth(minor)
    decides, guardians = _who(minor, persons, relations)
    return Deciding(
        minor=minor,
        decides=decides,
        guardians=guardians,
        judged=minor.capacity in {"yes", "no", "unclear"},
        of_age=of_age,
        soon=of_age is not None and day <= of_age <= day + SOON,
    )


def _who(minor: Person, persons: Sequence[Person], relations: Sequence[Relation]) -> tuple[Decides, tuple[Person, ...]]:
    if minor.capacity == "yes":
        return "minor", ()
    parents = _parents(minor, persons, relations)
    match minor.custody:
        case "joint":
            return "joint", parents
        case "mother" | "father" as role:
            return "one", tuple(each for each in parents if each.role == role or _gender(each) == role)
        case "guardian" | "shared_guardian":
            return "guardian", _related(minor, persons, relations, frozenset({"guardian_of"}))
        case _:
            return "unknown", parents


def _parents(minor: Person, persons: Sequence[Person], relations: Sequence[Relation]) -> tuple[Person, ...]:
    """Return the parents recorded as such; without any relation those whose role says it."""
    return _related(minor, persons, relations, _PARENTS) or tuple(each for each in persons if each.role in _ROLES)


def _related(
    minor: Person, persons: Sequence[Person], relations: Sequence[Relation], kinds: frozenset[str]
) -> tuple[Person, ...]:
    above: set[RecordId] = {each.person for each in relations if each.other == minor.id and each.relation in kinds}
    return tuple(each for each in persons if each.id in above)


def _gender(person: Person) -> str:
    return {"f": "mother", "m": "father"}.get(person.gender or "", "")
