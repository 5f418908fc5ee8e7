"""Two idle minutes cover, five more lock; a visit may lie covered for half an hour."""

from __future__ import annotations

from kimdesk.ui.shell.attention import Attention


def test_two_minutes_without_a_key_cover() -> None:
    attention = Attention(0)
    attention.touch(100)
    assert attention.due(219, visiting=False) == ""
    assert attention.due(220, visiting=False) == "cover"


def test_five_minutes_of_cover_lock_whoever_touches_the_cover() -> None:
    attention = Attention(0)
    attention.cover(10)
    attention.touch(300)
    attention.cover(300)
    assert attention.due(309, visiting=False) == ""
    assert attention.due(310, visiting=False) == "lock"


def test_a_visit_may_lie_covered_for_half_an_hour() -> None:
    attention = Attention(0)
    attention.cover(0)
    assert attention.due(1799, visiting=True) == ""
    assert attention.due(1800, visiting=True) == "lock"


def test_after_uncovering_everything_begins_anew() -> None:
    attention = Attention(0)
    attention.cover(100)
    attention.uncover(200)
    assert not attention.covered
    assert attention.due(319, visiting=False) == ""
    assert attention.due(320, visiting=False) == "cover"
