"""The registry of this product; each module beside it enters its kinds."""

from __future__ import annotations

from kimdesk.domain.declare import Registry

RECORDS = Registry()
