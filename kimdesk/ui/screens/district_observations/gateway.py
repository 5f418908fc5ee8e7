"""What the observations need of the office's use cases."""

from __future__ import annotations

from collections.abc import Sequence

from kimdesk.office.observations import DistrictObservation, clusters, observations
from kimdesk.office.office import Office
from kimdesk.ui.screens.district_observations.state import Group, Observed


class OfficeGateway:
    """The observations of an open office."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def load(self) -> tuple[Observed, ...]:
        """Return every observation."""
        return tuple(_observed(each) for each in observations(self._office))

    def together(self, observed: Sequence[Observed]) -> tuple[Group, ...]:
        """Put observations together, the largest group first."""
        return together(observed)


def together(observed: Sequence[Observed]) -> tuple[Group, ...]:
    """Put observations together by topic and kind of body, the largest group first."""
    found = clusters(_plain(each) for each in observed)
    return tuple(
        Group(
            topic=each.topic, actor=each.actor_type or "", observed=tuple(_observed(one) for one in each.observations)
        )
        for each in found
    )


def _observed(each: DistrictObservation) -> Observed:
    return Observed(
        day=each.date,
        topic=each.topic,
        text=each.description,
        proposal=each.proposal or "",
        actor=each.actor_type or "",
        frequency=each.frequency or "",
    )


def _plain(each: Observed) -> DistrictObservation:
    return DistrictObservation(
        date=each.day,
        topic=each.topic,
        description=each.text,
        proposal=each.proposal or None,
        actor_type=each.actor or None,
        frequency=each.frequency or None,
    )
