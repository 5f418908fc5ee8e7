"""Which statements a question puts to the database, so that a benchmark can put the same ones without us."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from kimdesk.store.engines import Driver
from kimdesk.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement as the driver got it."""

    sql: str
    parameters: Sequence[Any] | Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Recorder:
    """Stands before the driver and notes what passes."""

    driver: Driver
    found: list[Statement] = field(default_factory=list)

    def execute(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = (), /) -> Any:
        """Note and pass on."""
        self.found.append(Statement(sql, parameters))
        return self.driver.execute(sql, parameters)

    def interrupt(self) -> None:
        """Pass on."""
        self.driver.interrupt()


@contextmanager
def traced(reader: Reader) -> Iterator[list[Statement]]:
    """Collect the statements a reader asks the driver meanwhile."""
    recorder = _Recorder(reader.driver)
    reader.driver = recorder
    try:
        yield recorder.found
    finally:
        reader.driver = recorder.driver
