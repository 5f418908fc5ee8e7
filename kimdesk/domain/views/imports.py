"""What taking over a caseload from a table shows before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from kimdesk.domain.values import Value

NO_NAME: Final = "no_name"
NUMBER_KNOWN: Final = "number_known"
ALIKE_HERE: Final = "alike_here"
ALIKE_ABOVE: Final = "alike_above"
NOT_READ: Final = "not_read"
CUT: Final = "cut"
FORMULA: Final = "formula"
CLOSED_TODAY: Final = "closed_today"
SAME_FAMILY: Final = "same_family"

IMPOSSIBLE: Final = frozenset({NO_NAME, NUMBER_KNOWN})
DOUBTFUL: Final = frozenset({ALIKE_HERE, ALIKE_ABOVE})


@dataclass(frozen=True, slots=True)
class Hint:
    """Something to know about a row, as a code; the window has the words.

    `field` is the key of the field it is about, `where` the case number or row it points to.
    """

    code: str
    field: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRow:
    """One row as it would become a person; `place` is its number in the table as people count, `case` its family."""

    place: int
    case: int = 0
    case_values: Mapping[str, Value] = field(default_factory=dict, repr=False)
    person_values: Mapping[str, Value] = field(default_factory=dict, repr=False)
    remarks: tuple[str, ...] = field(default=(), repr=False)
    hints: tuple[Hint, ...] = ()

    @property
    def impossible(self) -> bool:
        """Tell whether the row cannot be taken."""
        return any(hint.code in IMPOSSIBLE for hint in self.hints)

    @property
    def doubtful(self) -> bool:
        """Tell whether the person may be there already; such a row is taken only if somebody says so."""
        return any(hint.code in DOUBTFUL for hint in self.hints)

    @property
    def name(self) -> str:
        """The name people read."""
        parts = (self.person_values.get("given_name"), self.person_values.get("family_name"))
        return " ".join(str(part) for part in parts if part)

    def __repr__(self) -> str:
        """Never show what stands in it."""
        return f"<ImportRow {self.place}>"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """All rows that hold something, in the order of the table."""

    rows: tuple[ImportRow, ...] = ()

    def wanted(self) -> frozenset[int]:
        """Return the places of the rows that are taken unless somebody decides otherwise."""
        return frozenset(row.place for row in self.rows if not row.impossible and not row.doubtful)

    def families(self, chosen: frozenset[int]) -> int:
        """Count the families the chosen rows make."""
        return len({row.case for row in self.rows if row.place in chosen})

    def __repr__(self) -> str:
        """Never show what stands in it."""
        return f"<ImportPreview of {len(self.rows)} rows>"
