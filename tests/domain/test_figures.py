"""Figures that leave: no small cell, sums that still add up, nothing fine from a small desk."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kimdesk.domain.figures import Table, age_band, count_table, for_office, merge_small

counts = st.dictionaries(st.sampled_from("abcdefghij"), st.integers(0, 40), max_size=10)


def table(cells: dict[str, int], number: str = "F2") -> Table:
    return Table(number=number, cells=tuple(cells.items()))


@given(counts)
def test_no_cell_under_five_leaves_unless_it_is_the_total(cells: dict[str, int]) -> None:
    merged = merge_small(table(cells))
    assert merged.total == sum(cells.values())
    assert all(count >= 5 or name == "total" or count == 0 for name, count in merged.cells)


def test_a_small_rest_takes_the_smallest_neighbour_with_it() -> None:
    merged = merge_small(table({"a": 20, "b": 6, "c": 2}))
    assert merged.cells == (("a", 20), ("other", 8))


def test_small_cells_that_suffice_together_leave_the_others_alone() -> None:
    assert merge_small(table({"a": 20, "b": 3, "c": 2})).cells == (("a", 20), ("other", 5))


def test_a_desk_below_twenty_cases_sends_only_how_many_cases() -> None:
    tables = {"F1": table({"start": 3, "new": 1}, "F1"), "F2": table({"0–2": 30})}
    assert [each.number for each in for_office(tables, active_cases=19)] == ["F1"]
    assert [each.number for each in for_office(tables, active_cases=20)] == ["F1", "F2"]


def test_ages_fall_into_bands() -> None:
    assert [age_band(age) for age in (0, 2, 3, 15, 16, 17, 18, 64, 65, 101, None)] == [
        "0–2", "0–2", "3–5", "10–15", "16–17", "16–17", "18–26", "45–64", "65+", "65+", "unknown",
    ]  # fmt: skip


def test_counting_makes_cells_in_order() -> None:
    assert count_table("F9", ["b", "a", "b"]).cells == (("a", 1), ("b", 2))
