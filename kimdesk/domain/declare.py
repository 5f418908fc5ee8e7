"""How a record is declared: one frozen dataclass a kind, one specification a field, nothing said twice."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NewType, TypeVar, dataclass_transform

from kimdesk.base.errors import Lang
from kimdesk.base.ids import RecordId

PartialDate = NewType("PartialDate", str)
Code = NewType("Code", str)


class Sensitivity(StrEnum):
    """How closely a field is kept (protection.md); a field without one does not load."""

    GENERAL = "general"
    IDENTITY = "identity"
    REACH = "reach"
    STATUS = "status"
    SPECIAL = "special"
    CONFIDED = "confided"
    PROTECTED = "protected"


class Merge(StrEnum):
    """Whose value stands when two devices changed the same field."""

    OWNER = "owner"
    PROVIDER = "provider"
    UNION = "union"
    APPEND = "append"


class Find(StrEnum):
    """How a field is found: as a name in any script, as a number, as words of a text."""

    NAME = "name"
    NUMBER = "number"
    WORDS = "words"


class Type(StrEnum):
    """What a field holds."""

    TEXT = "text"
    NOTE = "note"
    DATE = "date"
    PARTIAL_DATE = "partial_date"
    NUMBER = "number"
    CODE = "code"
    CODES = "codes"
    REF = "ref"
    REFS = "refs"
    PARENT = "parent"


MANY = frozenset({Type.CODES, Type.REFS})


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """Everything that is known about one field."""

    name: str = ""
    type: Type
    de: str
    en: str
    sensitivity: Sensitivity
    required: bool = False
    codes: str = ""
    target: str = ""
    find: Find | None = None
    merge: Merge = Merge.OWNER
    consent: str = ""
    figure: bool = False
    pseudonym: Callable[[Any], str] | None = None
    group: str = ""
    help_de: str = ""
    help_en: str = ""
    max_length: int = 0
    after_freeze: bool = False
    machinery: bool = False

    def label(self, lang: Lang) -> str:
        """Return the field's label."""
        return self.de if lang == "de" else self.en

    def help(self, lang: Lang) -> str:
        """Return the sentence under the field, or an empty text."""
        return self.help_de if lang == "de" else self.help_en

    @property
    def many(self) -> bool:
        """Tell whether the field holds a set, stored as a link table."""
        return self.type in MANY


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of record with its fields in the order people read them."""

    name: str
    de: str
    en: str
    plural: str
    fields: tuple[FieldSpec, ...]
    cls: type[Record]
    sort_by: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    subject: str = ""
    discuss_only: str = ""
    freezes: str = ""
    frozen_by: str = ""
    ended_by: str = ""
    """The field of a top kind that, once it is set, lets nothing of the record and below it be written any more."""
    category: str = "plan"
    """The kind of data (code list data_category) a consent must name for the general fields of these records."""

    def label(self, lang: Lang) -> str:
        """Return the kind's name for people."""
        return self.de if lang == "de" else self.en

    def field(self, name: str) -> FieldSpec:
        """Return one field's specification; raises KeyError for a name that is not declared."""
        for spec in self.fields:
            if spec.name == name:
                return spec
        raise KeyError(f"{self.name}.{name}")

    @property
    def parent(self) -> FieldSpec | None:
        """The field that names the record this one belongs to."""
        return next((spec for spec in self.fields if spec.type is Type.PARENT), None)

    def form_fields(self) -> tuple[FieldSpec, ...]:
        """Return the fields a person fills in."""
        return tuple(spec for spec in self.fields if spec.type is not Type.PARENT and not spec.machinery)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has."""

    id: RecordId

    def __repr__(self) -> str:
        """Never show what a record says."""
        return f"<{type(self).__name__} {self.id.hex()[-6:]}>"


T = TypeVar("T", bound=Record)


class Registry:
    """The kinds a program knows, in the order they were declared."""

    def __init__(self) -> None:
        self._kinds: dict[str, Kind] = {}
        self._by_class: dict[type[Record], Kind] = {}

    def __iter__(self) -> Iterator[Kind]:
        return iter(self._kinds.values())

    def __getitem__(self, name: str) -> Kind:
        return self._kinds[name]

    def __contains__(self, name: str) -> bool:
        return name in self._kinds

    def of(self, cls: type[Record]) -> Kind:
        """Return the kind a record class declares."""
        return self._by_class[cls]

    def children(self, name: str) -> tuple[Kind, ...]:
        """Return the kinds whose records belong to a record of this kind."""
        return tuple(kind for kind in self if kind.parent is not None and kind.parent.target == name)

    def top(self, kind: Kind) -> Kind:
        """Return the kind at the top of what a kind belongs to: the case of a goal, the kind itself of a case."""
        while kind.parent is not None:
            kind = self[kind.parent.target]
        return kind

    def add(self, kind: Kind) -> None:
        """Take in a kind; raises ValueError where it contradicts itself or another."""
        if kind.name in self._kinds:
            raise ValueError(f"kind {kind.name} is declared twice")
        for spec in kind.fields:
            if spec.type is Type.PARENT and spec.target not in self._kinds:
                raise ValueError(f"{kind.name}.{spec.name}: unknown parent {spec.target}")
        for name in (*kind.sort_by, *kind.one_of, *filter(None, (kind.subject, kind.discuss_only, kind.ended_by))):
            kind.field(name)
        self._kinds[kind.name] = kind
        self._by_class[kind.cls] = kind


def _specifier(type_: Type, de: str, en: str, sensitivity: Sensitivity, options: Mapping[str, Any]) -> Any:
    if not isinstance(sensitivity, Sensitivity):
        raise TypeError(f"field “{de}” has no sensitivity")
    spec = FieldSpec(type=type_, de=de, en=en, sensitivity=sensitivity, **options)
    return dataclasses.field(default=None, metadata={"spec": spec})


def line(de: str, en: str, sensitivity: Sensitivity, **options: Any) -> Any:
    """Declare a line of text."""
    return _specifier(Type.TEXT, de, en, sensitivity, {"max_length": 200, **options})


def note(de: str, en: str, sensitivity: Sensitivity, **options: Any) -> Any:
    """Declare a text of several lines."""
    return _specifier(Type.NOTE, de, en, sensitivity, {"max_length": 20_000, "find": Find.WORDS, **options})


def day(de: str, en: str, sensitivity: Sensitivity, *, partial: bool = False, **options: Any) -> Any:
    """Declare a calendar date; `partial` allows a year, a month or an estimate (EDTF level 0/1)."""
    return _specifier(Type.PARTIAL_DATE if partial else Type.DATE, de, en, sensitivity, options)


def number(de: str, en: str, sensitivity: Sensitivity, **options: Any) -> Any:
    """Declare a whole number."""
    return _specifier(Type.NUMBER, de, en, sensitivity, options)


def choice(de: str, en: str, sensitivity: Sensitivity, *, codes: str, **options: Any) -> Any:
    """Declare one choice from a code list."""
    return _specifier(Type.CODE, de, en, sensitivity, {"codes": codes, **options})


def many(de: str, en: str, sensitivity: Sensitivity, *, codes: str = "", target: str = "", **options: Any) -> Any:
    """Declare a set of codes, or of references to records of the kind `target`; merged as a union."""
    type_ = Type.REFS if target else Type.CODES
    return _specifier(type_, de, en, sensitivity, {"codes": codes, "target": target, "merge": Merge.UNION, **options})


def link(de: str, en: str, sensitivity: Sensitivity, *, target: str, **options: Any) -> Any:
    """Declare a reference to another record of the same case."""
    return _specifier(Type.REF, de, en, sensitivity, {"target": target, **options})


def parent(target: str) -> Any:
    """Declare the record this one belongs to and disappears with."""
    return _specifier(Type.PARENT, "gehört zu", "belongs to", Sensitivity.GENERAL, {"target": target})


@dataclass_transform(
    kw_only_default=True,
    frozen_default=True,
    field_specifiers=(line, note, day, number, choice, many, link, parent),
)
def record(registry: Registry, name: str, de: str, en: str, **about: Any) -> Callable[[type[T]], type[T]]:
    """Declare a kind: makes the class a frozen, slotted dataclass and enters it into the registry."""

    def declare(cls: type[T]) -> type[T]:
        made = dataclass(frozen=True, slots=True, kw_only=True, repr=False)(cls)
        fields = tuple(_named(made, field) for field in dataclasses.fields(made) if field.name != "id")
        registry.add(Kind(name=name, de=de, en=en, fields=fields, cls=made, **{"plural": f"{name}s", **about}))
        return made

    return declare


def _named(cls: type[Record], field: dataclasses.Field[Any]) -> FieldSpec:
    spec = field.metadata.get("spec")
    if not isinstance(spec, FieldSpec):
        raise TypeError(f"{cls.__name__}.{field.name} is not declared")
    hint = typing.get_type_hints(cls)[field.name]
    optional = typing.get_origin(hint) in {typing.Union, types.UnionType} and type(None) in typing.get_args(hint)
    return dataclasses.replace(spec, name=field.name, required=not optional and not spec.many)
