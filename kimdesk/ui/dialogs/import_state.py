"""What the dialog for taking over a caseload shows: three steps, then how it went."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from kimdesk.base.errors import KimError

Step = Literal["file", "columns", "preview", "done"]
Busy = Literal["", "reading", "judging", "taking"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnChoice:
    """One column of the table: its heading, what stands in it, and the key of what it becomes ("": not taken)."""

    heading: str = field(default="", repr=False)
    examples: tuple[str, ...] = field(default=(), repr=False)
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportState:
    """Everything the dialog shows; `heading` is the row of the headings counted from 0, -1 for none."""

    step: Step = "file"
    file: str = field(default="", repr=False)
    tables: tuple[str, ...] = field(default=(), repr=False)
    table: int = 0
    heading: int = -1
    headings: tuple[tuple[int, str], ...] = field(default=(), repr=False)
    columns: tuple[ColumnChoice, ...] = field(default=(), repr=False)
    more: bool = False
    rows: int = 0
    chosen: int = 0
    families: int = 0
    doubtful: int = 0
    impossible: int = 0
    only_hints: bool = False
    busy: Busy = ""
    share: float = 0.0
    stopped: bool = False
    problem: KimError | None = None

    @property
    def may_go_on(self) -> bool:
        """Tell whether the next step can be taken."""
        return not self.busy and {"columns": bool(self.columns), "preview": self.chosen > 0}.get(self.step, False)
