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
    except sa.exc.DBAPIError as error:
        known = from_database_error(error.orig) if error.orig is not None else None
        if known is None:
            raise
        raise known from error
