"""The recovery code: what people mistype is named by its group."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdesk.base.crockford import ALPHABET
from kimdesk.base.errors import UserProblem
from kimdesk.vault import recovery
from kimdesk.vault.recovery import RecoveryCode
from tests.faults.tallying import Tally

SECRETS = st.binary(min_size=20, max_size=20)
PLACES = st.tuples(st.integers(0, 7), st.integers(0, 4))


def wrong_group(text: str) -> int | str:
    with pytest.raises(UserProblem) as caught:
        RecoveryCode.parse(text)
    assert caught.value.code == "recovery.group_wrong"
    return caught.value.params["group"]


@given(SECRETS)
def test_code_is_eight_groups_of_five_and_carries_160_bits(secret: bytes) -> None:
    code = RecoveryCode.of(secret)
    assert [len(group) for group in code.groups] == [5] * 8
    assert RecoveryCode.parse(code.text) == code
    assert bytes(code.secret()) == secret


@given(SECRETS, PLACES, st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_named_by_its_group(secret: bytes, place: tuple[int, int], sign: str) -> None:
    groups = list(RecoveryCode.of(secret).groups)
    group, column = place
    if groups[group][column] == sign:
        return
    groups[group] = groups[group][:column] + sign + groups[group][column + 1 :]
    assert wrong_group("-".join(groups)) == group + 1


@given(SECRETS, st.integers(0, 7), st.integers(0, 3))
def test_two_swapped_neighbours_are_named_by_their_group(secret: bytes, group: int, column: int) -> None:
    groups = list(RecoveryCode.of(secret).groups)
    signs = list(groups[group])
    if signs[column] == signs[column + 1]:
        return
    signs[column], signs[column + 1] = signs[column + 1], signs[column]
    groups[group] = "".join(signs)
    assert wrong_group(" ".join(groups)) == group + 1


@given(SECRETS, st.permutations(range(8)))
def test_groups_in_another_order_are_refused(secret: bytes, order: list[int]) -> None:
    if order == sorted(order):
        return
    groups = RecoveryCode.of(secret).groups
    first_moved = next(place for place, group in enumerate(order) if place != group)
    assert wrong_group("-".join(groups[group] for group in order)) == first_moved + 1


# every slip of one code -------------------------------------------------------------


def slips(code: RecoveryCode) -> Iterator[tuple[int, str]]:
    """Yield every wrong character and every swap of neighbours: the number of the group, and the code as typed."""
    for place, group in enumerate(code.groups):
        wrong = {group[:at] + sign + group[at + 1 :] for at in range(len(group)) for sign in ALPHABET}
        wrong |= {group[:at] + group[at + 1] + group[at] + group[at + 2 :] for at in range(len(group) - 1)}
        for typed in sorted(wrong - {group}):
            yield place + 1, "-".join((*code.groups[:place], typed, *code.groups[place + 1 :]))


def named(code: RecoveryCode) -> dict[str, int]:
    """Count the slips that are named by their group, by another one, and those that are taken for a code."""
    counts = {"slips": 0, "named by their group": 0, "named by another": 0, "believed": 0}
    for group, typed in slips(code):
        counts["slips"] += 1
        try:
            RecoveryCode.parse(typed)
        except UserProblem as refused:
            counts["named by their group" if refused.params.get("group") == group else "named by another"] += 1
        else:
            counts["believed"] += 1
    return counts


def test_every_slip_in_a_code_is_named_by_its_group(tally: Tally) -> None:
    counts = named(RecoveryCode.of(random.Random(tally.seed).randbytes(20)))
    tally("every wrong character and swap in a recovery code", counts)
    assert counts["named by their group"] == counts["slips"] > 1_200


def plain_sum(index: int, data: str) -> str:
    return ALPHABET[sum(map(ALPHABET.index, data), index) % len(ALPHABET)]


BROKEN: dict[str, tuple[str, Callable[..., object]]] = {
    "a check that only adds up": ("_check_character", plain_sum),
    "a check that always agrees": ("_group_is_right", lambda *_: True),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_weak_check_is_found_out(how: str, tally: Tally, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery, *BROKEN[how])
    counts = named(RecoveryCode.of(bytes(range(20))))
    tally(how, counts, sabotaged=True)
    assert counts["believed"] > 0


# what is forgiven, and the rest ------------------------------------------------------


def test_look_alikes_case_and_separators_are_forgiven() -> None:
    code = RecoveryCode.of(bytes(range(20)))
    typed = code.text.replace("0", "o").replace("1", "l").lower().replace("-", " – ")
    assert RecoveryCode.parse(typed) == code
    assert RecoveryCode.parse(code.text.replace("-", "")) == code


def test_a_missing_character_is_found_in_its_group() -> None:
    groups = list(RecoveryCode.of(bytes(range(20))).groups)
    groups[4] = groups[4][:-1]
    assert wrong_group("-".join(groups)) == 5


def test_missing_groups_and_surplus_are_told_apart() -> None:
    code = RecoveryCode.of(bytes(range(20)))
    assert wrong_group("-".join(code.groups[:6])) == 7
    assert wrong_group("") == 1
    with pytest.raises(UserProblem) as caught:
        RecoveryCode.parse(code.text + "-AAAAA")
    assert caught.value.code == "recovery.too_long"


@given(st.text(max_size=60))
def test_any_text_is_refused_politely(text: str) -> None:
    with pytest.raises(UserProblem):
        RecoveryCode.parse(text)
