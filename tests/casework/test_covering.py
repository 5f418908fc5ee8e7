"""The PIN of the cover: six digits, not the easiest, kept as a hash that another vault cannot use."""

from __future__ import annotations

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.casework.covering import CoverLock
from kimdesk.casework.desk import Desk
from tests.support.vaults import PASSPHRASE

PIN = "482915"


def code(act: object, *given: str) -> str:
    assert callable(act)
    with pytest.raises(UserProblem) as caught:
        act(*given)
    return caught.value.code


def test_without_a_pin_the_passphrase_is_asked_for(desk: Desk) -> None:
    lock = CoverLock(desk)
    assert lock.asks == "passphrase"
    assert code(lock.try_passphrase, "falsch") == "vault.wrong_passphrase"
    lock.try_passphrase(PASSPHRASE)


def test_a_pin_is_in_force_at_once_and_after_the_next_start(desk: Desk) -> None:
    lock = CoverLock(desk)
    lock.set_pin(PIN)
    for each in (lock, CoverLock(desk)):
        assert each.asks == "pin"
        each.try_pin(PIN)
        assert code(each.try_pin, "482916") == "pin.wrong"


@pytest.mark.parametrize("pin", ["", "12345", "1234567", "48291a", "４８２９１５", "48291²"])
def test_a_pin_has_six_digits(desk: Desk, pin: str) -> None:
    assert code(CoverLock(desk).set_pin, pin) == "pin.digits"
    assert CoverLock(desk).asks == "passphrase"


@pytest.mark.parametrize("pin", ["000000", "777777", "123456", "654321", "890123"])
def test_the_easiest_pins_are_refused(desk: Desk, pin: str) -> None:
    assert code(CoverLock(desk).set_pin, pin) == "pin.easy"


def test_the_same_pin_is_stored_differently_each_time_and_never_itself(desk: Desk) -> None:
    stored = []
    for _ in range(2):
        CoverLock(desk).set_pin(PIN)
        stored.append(desk.get_state("cover_pin") or "")
    assert stored[0] != stored[1]
    assert all(PIN not in each for each in stored)
    assert PIN not in repr(CoverLock(desk))


def test_the_example_asks_for_nothing(desk: Desk) -> None:
    desk.practice = True
    assert CoverLock(desk).asks == ""
