"""What the page of a family's persons shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kimdesk.domain.values import Value
from kimdesk.ui.shell.family_rows import Age

FREE_MOVEMENT, RESIDENCE_TITLE = "free_movement", "residence_title"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonItem:
    """Someone in the list; one without a name yet is still a draft."""

    key: str
    name: str
    native: str = ""
    age: Age | None = None
    role: str = ""
    household: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationItem:
    """How one person belongs to another."""

    key: str
    person: str
    relation: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonsState:
    """The whole page; `values` and `drafts` are those of the person shown in the form."""

    case: str
    items: tuple[PersonItem, ...] = ()
    selected: str = ""
    exists: bool = True
    values: Mapping[str, Value] = field(default_factory=dict)
    drafts: Mapping[str, str] = field(default_factory=dict)
    relations: tuple[RelationItem, ...] = ()
    hints: tuple[str, ...] = ()
    """Codes of what cannot be true as it stands."""
    residence: frozenset[str] = frozenset()
    """Which of the two models of residence apply; both where nothing is known."""

    @property
    def deletable(self) -> bool:
        """Tell whether the person shown may be removed: a case keeps at least one."""
        return not self.exists or sum(1 for item in self.items if not item.draft) > 1
