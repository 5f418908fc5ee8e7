"""What is stored about one person (Art. 15 DSGVO): content derived from the declarations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kimdesk.base.errors import Lang
from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import FieldSpec, Kind, Record, Registry, Sensitivity, Type
from kimdesk.domain.protection import is_protected
from kimdesk.domain.reference import Reference
from kimdesk.domain.values import Value, show

Records = Mapping[str, tuple[Record, ...]]
HIDDEN: Final = "█"
"""Stands for what is about somebody else; papers say it in words."""
APART: Final = frozenset({"handout"})
"""Told in a part of their own: to whom something was given."""
_POINTING: Final = frozenset({Type.REF, Type.REFS, Type.PARENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessSection:
    """One record about the person: its kind and (label, value) lines."""

    kind: str
    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What may be shown: which field at all, which lines of a text, and how names of others are hidden in it."""

    allows: Callable[[Record, FieldSpec], bool] = lambda _record, _spec: True
    lines: Callable[[Record, FieldSpec], tuple[str, ...]] | None = None
    mask: Callable[[str], str] = lambda text: text


EVERYTHING: Final = Rules()


def access_report(
    person: RecordId,
    records: Records,
    registry: Registry,
    reference: Reference,
    rules: Rules = EVERYTHING,
    lang: Lang = "de",
) -> tuple[AccessSection, ...]:
    """Return everything recorded about a person; other people's names and talks held with others stay out.

    A record of which nothing may be shown is left out whole, so that nobody learns that it exists; what is said
    twice in the same words is told once.
    """
    sections: dict[AccessSection, None] = {}
    for kind, record in about(person, records, registry):
        lines = tuple(_lines(kind, record, person, (reference, lang), rules))
        if lines:
            sections[AccessSection(kind=kind.name, title=kind.label(lang), lines=lines)] = None
    return tuple(sections)


def about(person: RecordId, records: Records, registry: Registry) -> Iterator[tuple[Kind, Record]]:
    """Yield the records about a person: their own, those that name them, and those of the whole family."""
    known = {record.id: record for each in records.values() for record in each}
    for kind in registry:
        if kind.name in APART or is_protected(kind):
            continue
        for record in records.get(kind.name, ()):
            if concerns(registry, record, person, known):
                yield kind, record


def concerns(registry: Registry, record: Record, person: RecordId, known: Mapping[RecordId, Record]) -> bool:
    """Tell whether a record is about a person and may be shown to them.

    It is where it names them, and is not where it names others alone. What names nobody belongs to what it hangs on, in
    the end to the whole family. A correction goes wherever its original goes, and nowhere else.
    """
    kind = registry.of(type(record))
    only_with = getattr(record, kind.discuss_only) if kind.discuss_only else frozenset()
    if only_with and person not in only_with:
        return False
    corrects: RecordId | None = getattr(record, "corrects", None)
    original = known.get(corrects) if corrects is not None else None
    if original is not None and not concerns(registry, original, person, known):
        return False
    named = only_with | _persons(kind, record)
    if named:
        return person in named
    above = known.get(getattr(record, kind.parent.name)) if kind.parent is not None else None
    return above is None or concerns(registry, above, person, known)


def _persons(kind: Kind, record: Record) -> frozenset[bytes]:
    """Return the persons a record names; a person names itself."""
    if kind.name == "person":
        return frozenset({record.id})
    named: set[bytes] = set()
    for spec in kind.fields:
        if spec.type in _POINTING and spec.target == "person" and spec.name != kind.discuss_only:
            value = getattr(record, spec.name)
            named |= value if isinstance(value, frozenset) else {value} if isinstance(value, bytes) else set()
    return frozenset(named)


def _lines(
    kind: Kind, record: Record, person: RecordId, words: tuple[Reference, Lang], rules: Rules
) -> Iterator[tuple[str, str]]:
    reference, lang = words
    own = record.id == person or getattr(record, kind.parent.name if kind.parent else "", None) == person
    for spec in kind.form_fields():
        value: Value = getattr(record, spec.name)
        if _kept_back(spec) or not value or not rules.allows(record, spec):
            continue
        if spec.sensitivity is Sensitivity.CONFIDED and rules.lines is not None:
            text = "\n".join(rules.lines(record, spec))
        else:
            text = show(spec, value, reference, lang)
        if text:
            yield spec.label(lang), text if own and not confided(spec) else _hidden(spec, text, rules)


def _kept_back(spec: FieldSpec) -> bool:
    return spec.sensitivity is Sensitivity.PROTECTED or spec.type in _POINTING


def confided(spec: FieldSpec) -> bool:
    """Tell whether a field is free text in confidence, of which only lines picked are told."""
    return spec.sensitivity is Sensitivity.CONFIDED and spec.type in {Type.TEXT, Type.NOTE}


def _hidden(spec: FieldSpec, text: str, rules: Rules) -> str:
    """Return a text without other people: a name somebody else bears is hidden whole, who received data is told."""
    if spec.type is Type.TEXT and spec.sensitivity is Sensitivity.IDENTITY and spec.name != "recipient":
        return HIDDEN
    return rules.mask(text) if spec.type in {Type.TEXT, Type.NOTE} else text
