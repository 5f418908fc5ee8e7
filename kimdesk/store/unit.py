"""A write transaction that several machinery modules join, so that a bundle is applied whole or not at all."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from kimdesk.store.store import Store
from kimdesk.store.tables import Tables


class Unit:
    """Gives each caller the running transaction of its thread, or one of its own."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._local = threading.local()

    @property
    def tables(self) -> Tables:
        """The tables of the store."""
        return self._store.tables

    @property
    def now(self) -> int:
        """The instant in UTC milliseconds."""
        return self._store.clock.now_ms()

    @property
    def store(self) -> Store:
        """The store written to."""
        return self._store

    @contextmanager
    def together(self) -> Iterator[sa.Connection]:
        """Open one transaction that everything inside the block joins; a failure undoes all of it."""
        with self._store.write() as conn:
            self._local.conn = conn
            try:
                yield conn
            finally:
                self._local.conn = None

    @contextmanager
    def join(self) -> Iterator[sa.Connection]:
        """Use the running transaction, or a short one."""
        running: sa.Connection | None = getattr(self._local, "conn", None)
        if running is not None:
            yield running
        else:
            with self._store.write() as conn:
                yield conn
