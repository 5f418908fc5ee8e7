"""Failures of the database as codes, unwrapped from SQLAlchemy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from kimdesk.vault.trouble import from_database_error, from_os_error


@contextmanager
def translated() -> Iterator[None]:
    """Run a block whose database failures come out as KimError; bugs stay what they are."""
    try:
        yield
    except OSError as error:
        raise from_os_error(error) from error
    except (sa.exc.DBAPIError, MemoryError) as error:
        cause = error if isinstance(error, MemoryError) else error.orig
        known = from_database_error(cause) if cause is not None else None
        if known is None:
            raise
        raise known from error
