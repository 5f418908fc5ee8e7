"""A table as it was read from a file: text cells, and what became of formulas and merged cells."""

from __future__ import annotations

from dataclasses import dataclass, field

Place = tuple[int, int]
"""Row and column of a cell, both counted from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table of a file. Dates stand as 1991-03-14 whatever the file showed; empty cells are empty texts.

    `computed` are cells with a formula: their text is what the file last showed, nothing was calculated.
    `continued` are cells merged with the one above. `more` tells that rows or columns beyond the bounds were left.
    """

    name: str = ""
    rows: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    computed: frozenset[Place] = frozenset()
    continued: frozenset[Place] = frozenset()
    more: bool = False

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((len(row) for row in self.rows), default=0)

    def cell(self, row: int, column: int) -> str:
        """Return a cell's text; outside the table everything is empty."""
        cells = self.rows[row] if 0 <= row < len(self.rows) else ()
        return cells[column] if 0 <= column < len(cells) else ""

    def __repr__(self) -> str:
        """Never show what stands in it."""
        return f"<Sheet of {len(self.rows)} rows>"
