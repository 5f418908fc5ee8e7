"""Engines over the vault's connections: one writer, readers that can only read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool

Connect = Callable[[Literal["writer", "page", "query"]], Any]


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
