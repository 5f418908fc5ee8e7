"""What is stored about one person (Art. 15 DSGVO): content derived from the declarations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kimdesk.base.errors import Lang
from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import Kind, Record, Registry, Sensitivity, Type
from kimdesk.domain.reference import Reference
from kimdesk.domain.values import Value, show


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessSection:
    """One record about the person: its kind and (label, value) lines."""

    kind: str
    title: str
    lines: tuple[tuple[str, str], ...]


def access_report(
    person: RecordId,
    records: Mapping[str, tuple[Record, ...]],
    registry: Registry,
    reference: Reference,
    lang: Lang = "de",
) -> tuple[AccessSection, ...]:
    """Return everything recorded about a person; other people's names and talks held with others stay out."""
    sections = []
    for kind in registry:
        for record in records.get(kind.name, ()):
            if concerns(kind, record, person):
                lines = _lines(kind, record, reference, lang)
                sections.append(AccessSection(kind=kind.name, title=kind.label(lang), lines=lines))
    return tuple(sections)


def concerns(kind: Kind, record: Record, person: RecordId) -> bool:
    """Tell whether a record is about a person and may be shown to them."""
    only_with = getattr(record, kind.discuss_only) if kind.discuss_only else frozenset()
    if only_with and person not in only_with:
        return False
    if record.id == person:
        return True
    return any(person in _named(record, spec.name) for spec in kind.fields if spec.type in _POINTING)


_POINTING = frozenset({Type.REF, Type.REFS, Type.PARENT})


def _named(record: Record, name: str) -> frozenset[bytes]:
    value = getattr(record, name)
    if isinstance(value, frozenset):
        return value
    return frozenset({value}) if isinstance(value, bytes) else frozenset()


def _lines(kind: Kind, record: Record, reference: Reference, lang: Lang) -> tuple[tuple[str, str], ...]:
    lines = []
    for spec in kind.form_fields():
        value: Value = getattr(record, spec.name)
        if spec.sensitivity is Sensitivity.PROTECTED or spec.type in _POINTING or not value:
            continue
        lines.append((spec.label(lang), show(spec, value, reference, lang)))
    return tuple(lines)
