"""State that belongs to the vault and to no record: device, revision, profile. Its one writing module."""

from __future__ import annotations

import secrets

import sqlalchemy as sa

from kimdesk.store.tables import Tables


class Working:
    """Reads and writes the tables `state` and `secret`."""

    def __init__(self, tables: Tables) -> None:
        self._state = tables["state"]
        self._secret = tables["secret"]
        self._journal = tables["journal"]

    def device(self, conn: sa.Connection) -> bytes:
        """Return this device's id in the journal, made at the first call."""
        found = self.get_secret(conn, "device")
        if found is None:
            found = secrets.token_bytes(16)
            self.put_secret(conn, "device", found)
        return found

    def last_hlc(self, conn: sa.Connection) -> int:
        """Return the highest revision ever written or received."""
        return int(conn.scalar(sa.select(sa.func.max(self._journal.c.hlc))) or 0)

    def get(self, conn: sa.Connection, key: str) -> str | None:
        """Return a piece of state."""
        return conn.scalar(sa.select(self._state.c.value).where(self._state.c.key == key))

    def put(self, conn: sa.Connection, key: str, value: str) -> None:
        """Keep a piece of state."""
        conn.execute(sa.insert(self._state).prefix_with("OR REPLACE"), {"key": key, "value": value})

    def begins_with(self, conn: sa.Connection, prefix: str) -> dict[str, str]:
        """Return every piece of state whose key begins so."""
        query = sa.select(self._state.c.key, self._state.c.value).where(
            self._state.c.key.startswith(prefix, autoescape=True)
        )
        return {row.key: row.value for row in conn.execute(query)}

    def drop(self, conn: sa.Connection, key: str) -> None:
        """Forget a piece of state."""
        conn.execute(sa.delete(self._state).where(self._state.c.key == key))

    def get_secret(self, conn: sa.Connection, name: str) -> bytes | None:
        """Return a key kept in the encrypted database."""
        return conn.scalar(sa.select(self._secret.c.value).where(self._secret.c.name == name))

    def put_secret(self, conn: sa.Connection, name: str, value: bytes) -> None:
        """Keep a key in the encrypted database."""
        conn.execute(sa.insert(self._secret).prefix_with("OR REPLACE"), {"name": name, "value": value})
