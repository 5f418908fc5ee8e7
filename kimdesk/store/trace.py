"""Which statements a question puts to the database, so that a benchmark can put the same ones without us."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from kimdesk.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement as the driver got it."""

    sql: str
    parameters: Any  # a tuple or a mapping, whatever the driver takes


@contextmanager
def traced(reader: Reader) -> Iterator[list[Statement]]:
    """Collect the statements a reader executes meanwhile."""
    found: list[Statement] = []

    def note(_conn: Any, _cursor: Any, sql: str, parameters: Any, _context: Any, _many: bool) -> None:  # noqa: FBT001
        found.append(Statement(sql, parameters))

    with reader.connection() as conn:
        engine = conn.engine
    sa.event.listen(engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        sa.event.remove(engine, "before_cursor_execute", note)
