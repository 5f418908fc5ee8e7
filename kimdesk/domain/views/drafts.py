"""A draft as screens and use cases see it."""

from __future__ import annotations

from dataclasses import dataclass

from kimdesk.base.ids import RecordId
from kimdesk.domain.changes import Revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The text of one field that is not yet a change; `base` is the revision it would replace."""

    kind: str
    record: RecordId
    field: str
    text: str
    parent: RecordId | None = None
    base: Revision | None = None
    at: int = 0

    def __repr__(self) -> str:
        """Never show what was typed."""
        return f"<Draft {self.kind}.{self.field}>"
