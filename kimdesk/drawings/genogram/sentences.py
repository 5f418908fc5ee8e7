"""A genogram in sentences, for those who cannot see it: who belongs to whom, with how many children."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kimdesk.domain.views.pictures import GenogramPerson
from kimdesk.drawings.genogram.kin import Family, Kin
from kimdesk.drawings.words import Words, isolated


def shown_name(person: GenogramPerson, words: Words) -> str:
    """Return what the symbol is called."""
    return person.shown_name or words.say("genogram.nameless")


def listed_relations(kin: Kin, words: Words) -> tuple[str, ...]:
    """Return what is not drawn, a sentence each."""
    names = {key: isolated(shown_name(person, words)) for key, person in kin.persons.items()}
    return tuple(
        words.say("genogram.relation", person=names[each.person], word=each.word or "–", other=names[each.other])
        for each in kin.listed
    )


def genogram_sentences(kin: Kin, words: Words) -> tuple[str, ...]:
    """Return the whole picture in words, oldest generation first."""
    if not kin.persons:
        return (words.say("genogram.empty"),)
    speaker = _Speaker(kin, words)
    return (*speaker.size(), *speaker.families(), *speaker.groups(), *speaker.listed())


class _Speaker:
    def __init__(self, kin: Kin, words: Words) -> None:
        self.kin = kin
        self.words = words
        self.names = {key: isolated(shown_name(person, words)) for key, person in kin.persons.items()}

    def size(self) -> Iterator[str]:
        persons = self.words.count("genogram.persons", len(self.kin.persons))
        tied = self._tied() or set(list(self.names)[:1])
        generations = self.words.count("genogram.generations", len({self.kin.rows[key] for key in tied}))
        whole = self.words.say("genogram.size", persons=persons, generations=generations)
        yield whole[:1].upper() + whole[1:]
        yield from self._who("index", lambda person: person.index)

    def families(self) -> Iterator[str]:
        """Yield partnerships and parents with their children, from the top row down."""
        rows = self.kin.rows
        by_parents = {family.parents: family for family in self.kin.families if family.parents}
        groups: list[tuple[int, str]] = []
        for union in self.kin.unions:
            family = by_parents.pop((union.one, union.other), None)
            parents = self.words.say(
                f"genogram.union.{union.kind}", one=self.names[union.one], other=self.names[union.other]
            )
            groups.append((rows[union.one], self._with_children(parents, family)))
        for keys, family in by_parents.items():
            parents = self.words.listed([self.names[key] for key in keys])
            groups.append((rows[keys[0]], self._with_children(parents, family)))
        yield from (sentence for _, sentence in sorted(groups, key=lambda group: group[0]))
        for family in self.kin.families:
            if not family.parents:
                names = [self.names[child] for child, _ in family.children]
                yield self.words.say("genogram.siblings", names=self.words.listed(names))

    def _with_children(self, parents: str, family: Family | None) -> str:
        if family is None:
            return self.words.say("genogram.no_children", parents=parents)
        far = all(kind == "grandparent" for _, kind in family.children)
        names = self.words.listed([self._child(child, kind) for child, kind in family.children])
        key = "genogram.grandchildren" if far else "genogram.children"
        return self.words.count(key, len(family.children), parents=parents, names=names)

    def _child(self, key: str, kind: str) -> str:
        person = self.kin.persons[key]
        remarks = [str(person.age)] if person.age is not None and not person.deceased else []
        if kind in ("adopted", "foster"):
            remarks.append(self.words.say(f"genogram.{kind}"))
        return self._remarked(self.names[key], ", ".join(remarks))

    def _remarked(self, name: str, remark: str) -> str:
        return self.words.say("genogram.remark", name=name, remark=remark) if remark else name

    def _tied(self) -> set[str]:
        """Return everybody whom a line leads to."""
        tied = {key for union in self.kin.unions for key in (union.one, union.other)}
        for family in self.kin.families:
            tied |= {*family.parents, *(child for child, _ in family.children)}
        return tied

    def groups(self) -> Iterator[str]:
        tied = self._tied()
        if len(self.kin.persons) > 1:
            yield from self._who("alone", lambda person: person.key not in tied)
        yield from self._who("household", lambda person: person.in_household)
        yield from self._who("deceased", lambda person: person.deceased)
        abroad = [
            self._remarked(self.names[key], person.abroad)
            for key, person in self.kin.persons.items()
            if person.abroad is not None
        ]
        yield from self._say("living_abroad", abroad)

    def listed(self) -> Iterator[str]:
        found = listed_relations(self.kin, self.words)
        if found:
            yield self.words.say("genogram.listed")
            yield from found

    def _who(self, key: str, belongs: Callable[[GenogramPerson], bool]) -> Iterator[str]:
        yield from self._say(key, [self.names[k] for k, person in self.kin.persons.items() if belongs(person)])

    def _say(self, key: str, names: Iterable[str]) -> Iterator[str]:
        if listed := list(names):
            yield self.words.say(f"genogram.{key}", names=self.words.listed(listed))
