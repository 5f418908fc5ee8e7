"""What the screen of standing in shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from kimdesk.domain.views.deputies import Package, PackageFile


@dataclass(frozen=True, slots=True, kw_only=True)
class DeputyshipState:
    """One moment: packages found to choose from, or the one that is open and why it was opened."""

    found: tuple[PackageFile, ...] = ()
    busy: bool = False
    package: Package | None = None
    reason: str = field(default="", repr=False)
