"""How long a closed case is kept: from the end of the year of closure (DIN 66398; the provider's setting)."""

from __future__ import annotations

import datetime as dt
from typing import Final

DEFAULT_YEARS: Final = 3


def delete_on(closed_on: dt.date, years: int = DEFAULT_YEARS) -> dt.date:
    """Return the day after which a closed case is to be deleted: the last day of the last year it is kept."""
    return dt.date(closed_on.year + years, 12, 31)
