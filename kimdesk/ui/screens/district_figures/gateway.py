"""What the district's figures need of the office's use cases."""

from __future__ import annotations

from kimdesk.domain.figures import Period
from kimdesk.office import breakdown, district
from kimdesk.office.office import Office
from kimdesk.ui.screens.district_figures.state import Offered, Shown, Split


class OfficeGateway:
    """The figures of an open office."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def periods(self) -> tuple[Offered, ...]:
        """Return the periods there are figures for, the latest first."""
        return tuple(Offered(period=each.period, desks=each.desks) for each in district.periods(self._office))

    def figures(self, period: Period, split: Split) -> tuple[Shown, ...]:
        """Return the figures of a period, added up or split."""
        if split == "all":
            summed = district.figures(self._office, period)
            return tuple(Shown(table=each.table, desks=each.desks, merged=each.merged) for each in summed)
        return tuple(
            Shown(table=each.table, desks=each.desks) for each in breakdown.breakdown(self._office, period, split)
        )
