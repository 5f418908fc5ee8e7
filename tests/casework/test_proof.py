"""The passphrase once more, and the waits between wrong ones."""

from __future__ import annotations

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.base.patience import Patience
from kimdesk.casework import proof
from kimdesk.casework.desk import Desk
from tests.support.vaults import PASSPHRASE


def refused(desk: Desk, passphrase: str) -> str:
    with pytest.raises(UserProblem) as caught:
        proof.prove(desk, passphrase)
    return caught.value.code


def test_the_waits_grow_to_half_a_minute_and_begin_anew() -> None:
    now = [0.0]
    patience = Patience(lambda: now[0])
    waits = []
    for _ in range(10):
        patience.failed()
        waits.append(patience.remaining())
        now[0] += patience.remaining()
    assert waits == [0, 0, 1, 2, 4, 8, 16, 30, 30, 30]
    patience.succeeded()
    patience.failed()
    assert patience.remaining() == 0


def test_only_the_passphrase_in_force_proves(desk: Desk) -> None:
    proof.prove(desk, PASSPHRASE)
    assert refused(desk, "falsch") == "vault.wrong_passphrase"
    fresh = "kanne falter ufer nebel dorn pilz"
    desk.vault.set_passphrase(fresh, clock=desk.clock, policy=desk.services.policy)
    assert refused(desk, PASSPHRASE) == "vault.wrong_passphrase"
    proof.prove(desk, fresh)


def test_while_one_waits_even_the_right_one_is_not_tried(desk: Desk) -> None:
    now = [0.0]
    desk.patience = Patience(lambda: now[0])
    for _ in range(4):
        refused(desk, "falsch")
        now[0] += 1
    assert proof.waiting(desk) == 1
    assert refused(desk, PASSPHRASE) == "vault.wait"
    now[0] += 1
    proof.prove(desk, PASSPHRASE)
    assert proof.waiting(desk) == 0
