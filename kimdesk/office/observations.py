"""Structural observations of the district: who or what they are about, and where several say the same."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kimdesk.domain.figures import Period
from kimdesk.office.office import Office

EVER = Period(start=dt.date.min, end=dt.date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictObservation:
    """One observation, without saying which desk made it."""

    date: dt.date
    topic: str
    description: str
    proposal: str | None
    actor_type: str | None
    frequency: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Observations about the same topic and the same kind of body, the latest first."""

    topic: str
    actor_type: str | None
    observations: tuple[DistrictObservation, ...]

    @property
    def latest(self) -> dt.date:
        """The day of the latest one."""
        return self.observations[0].date


def observations(office: Office, period: Period = EVER) -> tuple[DistrictObservation, ...]:
    """Return the structural observations of a period, oldest first."""
    rows = office.post.district.observations(period.start.isoformat(), period.end.isoformat())
    return tuple(_observation(row.value) for row in rows)


def _observation(value: Mapping[str, Any]) -> DistrictObservation:
    return DistrictObservation(
        date=dt.date.fromisoformat(value["date"]),
        topic=value["topic"],
        description=value["description"],
        proposal=value.get("proposal"),
        actor_type=value.get("actor_type"),
        frequency=value.get("frequency"),
    )


def clusters(found: Iterable[DistrictObservation]) -> tuple[Cluster, ...]:
    """Put observations about the same topic and kind of body together: the largest group first, then the latest."""
    groups: dict[tuple[str, str | None], list[DistrictObservation]] = defaultdict(list)
    for each in found:
        groups[each.topic, each.actor_type].append(each)
    made = [
        Cluster(topic=topic, actor_type=actor, observations=tuple(sorted(many, key=lambda one: one.date, reverse=True)))
        for (topic, actor), many in groups.items()
    ]
    return tuple(sorted(made, key=lambda each: (len(each.observations), each.latest), reverse=True))
