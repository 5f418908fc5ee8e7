"""Engines over the vault's connections: one writer, readers that can only read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, Protocol

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool

Connect = Callable[[Literal["writer", "page", "query"]], Any]


class Driver(Protocol):
    """The driver's own connection, for the few questions asked at every keystroke (measured: kimdesk bench)."""

    def execute(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = (), /) -> Any:
        """Run one statement, a read transaction of its own, and return the driver's cursor."""
        ...

    def interrupt(self) -> None:
        """Break off what runs; allowed from another thread."""
        ...


def make_engine(connect: Connect, role: Literal["writer", "page", "query"], module: Any) -> sa.Engine:
    """Return an engine with exactly one connection; the writer begins IMMEDIATE, readers plainly."""
    engine = sa.create_engine(
        "sqlite://",
        module=module,
        creator=lambda: connect(role),
        poolclass=StaticPool,
        hide_parameters=True,
    )
    begin = "BEGIN IMMEDIATE" if role == "writer" else "BEGIN"

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def driver_of(engine: sa.Engine) -> Driver:
    """Return the one driver connection of an engine; it lives as long as the engine's pool."""
    lent = engine.raw_connection()
    try:
        driver: Driver = lent.driver_connection  # type: ignore[assignment]  # the dialect's own type is wider
        return driver
    finally:
        lent.close()
