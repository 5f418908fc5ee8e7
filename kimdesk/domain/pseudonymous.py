"""A text about a family without its names: each person gets a role and number, the rest of the text stays."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from kimdesk.base.ids import RecordId
from kimdesk.domain.names import fold, words
from kimdesk.domain.persons_in_text import SHORTEST
from kimdesk.domain.records import Person

_ROLES: Final[Mapping[str | None, str]] = {
    "mother": "Mutter",
    "father": "Vater",
    "parent": "Elternteil",
    "partner": "Partner/in",
    "child": "Kind",
    "grandparent": "Großelternteil",
    "sibling": "Geschwister",
}
_ENDINGS: Final = ("", "s", "es", "a", "as", "n", "en")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NAMES: Final = (
    "given_name", "family_name", "given_name_native", "family_name_native", "birth_name", "further_names", "patronymic",
)  # fmt: skip


def stand_ins(persons: Iterable[Person]) -> dict[RecordId, str]:
    """Return what stands for each person, in the order given: Mutter, Kind 1, Kind 2, Person 1."""
    people = list(persons)
    labels = [_ROLES.get(each.role, "Person") for each in people]
    several = {label for label, count in Counter(labels).items() if count > 1} | {"Person"}
    seen: Counter[str] = Counter()
    found: dict[RecordId, str] = {}
    for person, label in zip(people, labels, strict=True):
        seen[label] += 1
        found[person.id] = f"{label} {seen[label]}" if label in several else label
    return found


def without_names(text: str, persons: Iterable[Person], stands: Mapping[RecordId, str]) -> str:
    """Return a text with every known name of these persons replaced, in any script, spelling and German ending.

    A name several of them bear becomes „Familie“. A name of two letters is replaced only where it is written just so.
    """
    persons = tuple(persons)
    bearers: dict[str, set[str]] = {}
    for person in persons:
        for part in _parts(person):
            bearers.setdefault(part, set()).add(stands[person.id])

    short = _short_names(persons, stands)

    def replaced(match: re.Match[str]) -> str:
        pieces = words(match[0])
        who = [found for piece in pieces if (found := _bearers(piece, bearers))]
        who += [short[match[0]]] if match[0] in short else []
        if not who:
            return match[0]
        same = set.intersection(*who)
        return min(same) if len(same) == 1 else "Familie"

    once = _WORD.sub(replaced, text)
    return _without_doubles(once, set(stands.values()) | {"Familie"})


def _parts(person: Person) -> set[str]:
    return {part for name in _NAMES for part in words(getattr(person, name) or "") if len(part) >= SHORTEST}


def _short_names(persons: Iterable[Person], stands: Mapping[RecordId, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for person in persons:
        for name in _NAMES:
            for word in _WORD.findall(getattr(person, name) or ""):
                if 1 < len(word) < SHORTEST:
                    found.setdefault(word, set()).add(stands[person.id])
    return found


def _bearers(word: str, known: Mapping[str, set[str]]) -> set[str]:
    plain = fold(word)
    for ending in _ENDINGS:
        stem = plain.removesuffix(ending) if ending and plain.endswith(ending) else plain if not ending else ""
        if stem in known:
            return known[stem]
    return set()


def _without_doubles(text: str, stands: Iterable[str]) -> str:
    """Let given and family name side by side become one stand-in: „Kind 1 Familie“ and „Kind 1 Kind 1“ are „Kind 1“."""
    alternatives = "|".join(re.escape(each) for each in sorted(stands, key=len, reverse=True))
    return re.sub(rf"\b({alternatives})(?:\s+(?:\1|Familie))+\b", r"\1", text) if alternatives else text
