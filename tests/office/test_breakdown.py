"""By municipality and provider: no group for fewer than three workers or five people, and totals that add up."""

from __future__ import annotations

import datetime as dt
from typing import Any

from kimdesk.domain.figures import Period
from kimdesk.office.breakdown import breakdown
from kimdesk.office.district import PeriodSent, periods
from kimdesk.office.observations import DistrictObservation, clusters
from tests.support.districts import PERIOD, Pair, pair, settle

__all__ = ["pair"]


def cells(pair: Pair, by: Any = "place", period: Period = PERIOD) -> dict[str, int]:
    (found,) = breakdown(pair.office, period, by)
    return dict(found.table.cells)


GROUPS: dict[str, tuple[list[tuple[str, int]], dict[str, int]]] = {
    "two groups": ([("A", 30), ("A", 20), ("A", 10), ("B", 9), ("B", 8), ("B", 7)], {"A": 60, "B": 24}),
    "place not known": ([("A", 30), ("A", 20), ("A", 10), ("B", 9), ("B", 8), ("", 7)], {"A": 60, "other": 24}),
    "a lone desk pulls the smallest group in": (
        [("A", 30), ("A", 20), ("A", 10), ("B", 9), ("B", 8), ("B", 7), ("C", 40)],
        {"A": 60, "other": 64},
    ),
    "few people": ([("A", 1), ("A", 1), ("A", 1), ("B", 9), ("B", 8), ("B", 7)], {"total": 27}),
    "two desks": ([("A", 30), ("B", 20)], {"total": 50}),
    "one desk": ([("A", 30)], {"total": 30}),
}


def test_groups_too_small_to_show_are_merged(pair: Pair) -> None:
    for year, (name, (desks, expected)) in enumerate(GROUPS.items(), 2020):
        period = Period(start=dt.date(year, 1, 1), end=dt.date(year, 12, 31))
        settle(pair, desks, period=period)
        assert cells(pair, period=period) == expected, name
        assert sum(expected.values()) == sum(count for _, count in desks)


def test_other_figures_count_everything_of_a_group_and_periods_are_offered(pair: Pair) -> None:
    assert periods(pair.office) == ()
    settle(pair, [("A", 30), ("A", 20), ("A", 10), ("B", 9), ("B", 8), ("B", 7)], "F2")
    assert cells(pair) == {"A": 60, "B": 24}
    assert cells(pair, "provider") == {"not_recorded": 84}
    assert periods(pair.office) == (PeriodSent(period=PERIOD, desks=6),)


def test_observations_about_the_same_thing_stand_together() -> None:
    def said(day: int, topic: str, actor: str | None) -> DistrictObservation:
        return DistrictObservation(
            date=dt.date(2026, 6, day),
            topic=topic,
            description=f"{day}",
            proposal=None,
            actor_type=actor,
            frequency=None,
        )

    found = clusters([said(1, "language", "bamf"), said(2, "housing", None), said(3, "language", "bamf"),
                      said(4, "language", None)])  # fmt: skip
    assert [(each.topic, each.actor_type, len(each.observations)) for each in found] == [
        ("language", "bamf", 2),
        ("language", None, 1),
        ("housing", None, 1),
    ]
    assert [each.date.day for each in found[0].observations] == [3, 1]
