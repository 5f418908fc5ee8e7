"""Child protection on its way out: three ways and no other, each of them confirmed (protection.md, § 4 KKG).

`consultation`: pseudonymised, for an adviser (§ 4 Abs. 2 KKG). `notice`: to the youth office, without consent, after it
was noted whether the family knows (§ 4 Abs. 3 KKG). `handover`: to the next lead of the same provider.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import FieldSpec, Kind, Record, Sensitivity, Type
from kimdesk.domain.records import Person, ProtectionEntry

ProtectionWay = Literal["consultation", "notice", "handover"]

PURPOSES: Final[Mapping[ProtectionWay, str]] = MappingProxyType(
    {"consultation": "protection_consultation", "notice": "protection_notice", "handover": "handover"}
)
"""What each way is for, as the gate is asked; no code list offers the first two, and no consent can name them."""

EXITS: Final[Mapping[ProtectionWay, frozenset[str]]] = MappingProxyType(
    {
        "consultation": frozenset({"paper", "file"}),
        "notice": frozenset({"paper", "file"}),
        "handover": frozenset({"bundle"}),
    }
)

TOLD: Final = frozenset({"date", "children", "observed", "said", "assessment", "agreed", "told_family"})
"""What an adviser needs of an entry to weigh it."""
NOTIFIED: Final = TOLD | {"not_told_reason", "consulted_on"}
PSEUDONYMS: Final = frozenset({"role", "birth_date", "gender", "in_household"})
"""What an adviser learns of people; the writer tells an age in years and a role, never the day or a name."""
CONCERNED: Final = frozenset(
    {
        "given_name", "family_name", "given_name_native", "family_name_native", "birth_date", "gender", "role",
        "in_household", "custody", "address", "phone", "mother_tongue", "languages", "interpreter_needed",
    }
)  # fmt: skip
"""What the youth office needs of the children it is about and of the grown-ups with whom they live."""
_GROWN_UP: Final = frozenset({"mother", "father", "parent", "partner", "grandparent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionRelease:
    """Entries somebody lets leave one way, having given the passphrase again; nothing leaves unconfirmed."""

    way: ProtectionWay
    entries: frozenset[RecordId]
    confirmed: bool


def is_protected(kind: Kind) -> bool:
    """Tell whether a kind is child protection through and through: nobody learns that there is one."""
    told = [spec for spec in kind.fields if spec.type is not Type.PARENT]
    return all(spec.sensitivity is Sensitivity.PROTECTED for spec in told)


def family_was_asked(entry: ProtectionEntry) -> bool:
    """Tell whether it is noted that the family knows, or why it does not (§ 4 Abs. 3 KKG)."""
    return entry.told_family == "yes" or (entry.told_family == "no" and bool((entry.not_told_reason or "").strip()))


class ProtectionDoor:
    """Judges field by field what leaves by one of the three ways; everything else stays."""

    def __init__(
        self,
        release: ProtectionRelease,
        *,
        purpose: str,
        way_out: str,
        body: str,
        entries: Iterable[ProtectionEntry],
    ) -> None:
        asked = release.confirmed and bool(body.strip()) and purpose == PURPOSES[release.way]
        chosen = [entry for entry in entries if entry.id in release.entries]
        answered = release.way != "notice" or all(family_was_asked(entry) for entry in chosen)
        self._open = asked and answered and way_out in EXITS[release.way]
        self._way = release.way
        self._entries = frozenset(entry.id for entry in chosen)
        self._children = frozenset(child for entry in chosen for child in entry.children)

    def lets_out(self, kind: Kind, record: Record, spec: FieldSpec) -> bool:
        """Tell whether a field leaves."""
        if not self._open or not self._entries:
            return False
        if record.id in self._entries:
            return self._of_entry(spec)
        if isinstance(record, Person):
            return self._of_person(record, spec)
        return kind.name == "case" and self._way == "notice" and spec.name in {"case_number", "municipality"}

    def _of_entry(self, spec: FieldSpec) -> bool:
        if self._way == "handover":
            return True
        return spec.name in (TOLD if self._way == "consultation" else NOTIFIED)

    def _of_person(self, person: Person, spec: FieldSpec) -> bool:
        if self._way == "handover":
            return spec.name == "protection_note"
        if self._way == "consultation":
            return spec.name in PSEUDONYMS
        lives_there = person.role in _GROWN_UP and person.in_household != "no"
        return (person.id in self._children or lives_there) and spec.name in CONCERNED
