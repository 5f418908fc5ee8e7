"""Relations as written become partnerships, families and rows; what does not fit together is left out and named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from kimdesk.domain.views.pictures import GenogramPerson, GenogramRelation, GenogramView
from kimdesk.drawings.genogram.levels import Levels

Descent = Literal["birth", "adopted", "foster", "grandparent"]

MOST_UNIONS = 6
"""Partnerships drawn for one person; lines beyond that could not be told apart."""
MOST_FAMILIES = 4
"""Lines drawn into one person from above."""
MOST_ALONE = 8
"""People without relations who still stand beside the others."""
_DESCENT: dict[str, Descent] = {
    "parent_of": "birth",
    "adoptive_parent_of": "adopted",
    "foster_parent_of": "foster",
    "grandparent_of": "grandparent",
}
_END_STATES = ("divorced_from", "separated_from", "married_to", "partner_of")
"""Where several partnerships are recorded for two people, the first of these counts."""


@dataclass(frozen=True, slots=True)
class Union:
    """Two people joined; `kind` is a relation code, or `parents` where only their children are known."""

    one: str
    other: str
    kind: str

    def joins(self, one: str, other: str) -> bool:
        """Tell whether these two are meant."""
        return {self.one, self.other} == {one, other}


@dataclass(frozen=True, slots=True)
class Family:
    """Parents (none: siblings whose parents are not known) and children, each with how it descends."""

    key: str
    parents: tuple[str, ...]
    children: tuple[tuple[str, Descent], ...]


@dataclass(frozen=True, slots=True)
class Kin:
    """What is drawn, with each person's row from the top, and the relations that are only listed."""

    persons: dict[str, GenogramPerson]
    unions: tuple[Union, ...]
    families: tuple[Family, ...]
    rows: dict[str, int]
    listed: tuple[GenogramRelation, ...]


def find_kin(view: GenogramView) -> Kin:
    """Return what can be drawn of a view; any input gives a result, contradictions end in `listed`."""
    persons: dict[str, GenogramPerson] = {}
    for person in view.persons:
        persons.setdefault(person.key, person)
    work = _Work(persons)
    relations = tuple(
        each
        for each in dict.fromkeys(view.relations)
        if each.person in persons and each.other in persons and each.person != each.other
    )
    work.take(relations)
    root = next((key for key, person in persons.items() if person.index), next(iter(persons), None))
    hints = {key: person.generation for key, person in persons.items() if person.generation}
    rows = work.levels.rows(hints, root)
    families = work.families(rows)
    tied = {key for each in families for key in (*each.parents, *dict(each.children))}
    tied |= {key for union in work.unions for key in (union.one, union.other)}
    _stack([key for key in persons if key not in tied], persons, rows)
    listed = tuple(each for each in relations if each in work.listed)
    return Kin(persons, tuple(work.unions), families, rows, listed)


def _stack(alone: list[str], persons: dict[str, GenogramPerson], rows: dict[str, int]) -> None:
    """Put many people without any drawn relation into rows of their own below, instead of one endless row."""
    if len(alone) <= MOST_ALONE:
        return
    kept = Counter(row for key, row in rows.items() if key not in set(alone))
    used = {row: place for place, row in enumerate(sorted(kept))}
    for key, row in rows.items():
        rows[key] = used.get(row, 0)
    wide = max([MOST_ALONE, *kept.values()])
    for number, key in enumerate(sorted(alone, key=lambda key: persons[key].generation)):
        rows[key] = len(used) + number // wide


class _Work:
    def __init__(self, persons: dict[str, GenogramPerson]) -> None:
        self.persons = persons
        self.place = {key: place for place, key in enumerate(persons)}
        self.levels = Levels(persons)
        self.unions: list[Union] = []
        self.listed: set[GenogramRelation] = set()
        self._parents: dict[str, list[tuple[str, Descent]]] = {key: [] for key in persons}
        self._count: Counter[str] = Counter()
        self._siblings: list[tuple[str, str]] = []
        self._pairs: set[frozenset[str]] = set()

    def take(self, relations: Sequence[GenogramRelation]) -> None:
        """Accept relations in the order of their certainty: descent, partners, siblings, grandparents."""
        coded: dict[str, list[GenogramRelation]] = {}
        for each in relations:
            coded.setdefault(each.relation, []).append(each)
        steps: list[tuple[str, Callable[[GenogramRelation], None]]] = [
            *((code, self._descent) for code in ("parent_of", "adoptive_parent_of", "foster_parent_of")),
            *((code, self._partners) for code in _END_STATES),
            ("sibling_of", self._sibling),
            ("grandparent_of", self._grandparent),
            ("step_parent_of", self._step_parent),
            ("uncle_aunt_of", self._uncle_aunt),
            ("cousin_of", self._cousin),
        ]
        for code, accept in steps:
            if code == "sibling_of":
                self._pair_parents()
            for each in coded.pop(code, []):
                accept(each)
        self.listed.update(each for rest in coded.values() for each in rest)

    def _step_parent(self, each: GenogramRelation) -> None:
        """Place a step-parent above; where the parent's partnership is drawn, that says it all."""
        if not any(frozenset((each.person, parent)) in self._pairs for parent in self._known(each.other)):
            self.levels.below(each.person, each.other)
            self.listed.add(each)

    def _uncle_aunt(self, each: GenogramRelation) -> None:
        """Place an uncle or aunt above; where the tie to a parent is drawn, nothing is missing."""
        if not any(self._are_siblings(each.person, parent) for parent in self._known(each.other)):
            self.levels.below(each.person, each.other)
            self.listed.add(each)

    def _cousin(self, each: GenogramRelation) -> None:
        parents = [(a, b) for a in self._known(each.person) for b in self._known(each.other)]
        if not any(self._are_siblings(a, b) for a, b in parents):
            self.levels.same(each.person, each.other)
            self.listed.add(each)

    def _known(self, child: str) -> set[str]:
        return {parent for parent, _ in self._parents[child]}

    def _are_siblings(self, one: str, other: str) -> bool:
        joined = any({one, other} == set(pair) for pair in self._siblings)
        return joined or bool(self._known(one) & self._known(other))

    def _grandparent(self, each: GenogramRelation) -> None:
        if not self.levels.descends(each.other, each.person):
            self._descent(each, 2)

    def _descent(self, each: GenogramRelation, gap: int = 1) -> None:
        parents = self._parents[each.other]
        if each.person in (person for person, _ in parents):
            return
        if len(parents) < MOST_FAMILIES and self.levels.below(each.person, each.other, gap):
            parents.append((each.person, _DESCENT[each.relation]))
        else:
            self.listed.add(each)

    def _partners(self, each: GenogramRelation) -> None:
        pair = frozenset((each.person, each.other))
        if pair in self._pairs:
            return
        if not self._join(each.person, each.other, each.relation):
            self.listed.add(each)

    def _join(self, one: str, other: str, kind: str) -> bool:
        if max(self._count[one], self._count[other]) >= MOST_UNIONS or not self.levels.same(one, other):
            return False
        one, other = sorted((one, other), key=self.place.__getitem__)
        self.unions.append(Union(one, other, kind))
        self._pairs.add(frozenset((one, other)))
        self._count.update((one, other))
        return True

    def _pair_parents(self) -> None:
        """Join two birth parents of a child even where nobody wrote how they belong together."""
        for parents in self._parents.values():
            birth = [person for person, kind in parents if kind == "birth"]
            if len(birth) == 2 and frozenset(birth) not in self._pairs:
                self._join(birth[0], birth[1], "parents")

    def _sibling(self, each: GenogramRelation) -> None:
        if self._are_siblings(each.person, each.other):
            return
        if self.levels.same(each.person, each.other):
            self._siblings.append((each.person, each.other))
        else:
            self.listed.add(each)

    def families(self, rows: dict[str, int]) -> tuple[Family, ...]:
        """Return the families, parents above the children, children by age."""
        found: dict[tuple[str, ...], list[tuple[str, Descent]]] = {}
        for child, parents in self._parents.items():
            for group, kind in self._groups(parents):
                found.setdefault(group, []).append((child, kind))
        made = list(found.items())
        made += [((), [(person, "birth") for person in group]) for group in self._sibling_groups()]
        return tuple(
            Family(f"~{number}", parents, tuple(sorted(children, key=lambda child: self.by_age(child[0]))))
            for number, (parents, children) in enumerate(made)
            if parents or len({rows[child] for child, _ in children}) == 1
        )

    def _groups(self, parents: list[tuple[str, Descent]]) -> list[tuple[tuple[str, ...], Descent]]:
        """Return parents of one child in pairs where they are joined, otherwise alone."""
        left = list(parents)
        found: list[tuple[tuple[str, ...], Descent]] = []
        for one, other in combinations(parents, 2):
            joined = frozenset((one[0], other[0])) in self._pairs and one[1] == other[1]
            if joined and one in left and other in left:
                left = [parent for parent in left if parent not in (one, other)]
                pair = sorted((one[0], other[0]), key=self.place.__getitem__)
                found.append((tuple(pair), one[1]))
        return found + [((person,), kind) for person, kind in left]

    def _sibling_groups(self) -> list[list[str]]:
        groups: list[list[str]] = []
        for pair in self._siblings:
            touched = [group for group in groups if set(pair) & set(group)]
            merged = list(dict.fromkeys([person for group in touched for person in group] + list(pair)))
            groups = [group for group in groups if group not in touched] + [merged]
        return groups

    def by_age(self, key: str) -> tuple[str, int]:
        """Return what sorts siblings: the oldest first, unknown ages last, then as they were entered."""
        return (self.persons[key].born or "~", self.place[key])
