"""Enrolment: two files and eight words that two people compare."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import Untrusted, UserProblem
from kimdesk.base.words import same_words, spoken, word_list, words_of
from kimdesk.exchange.enrolment import Authority, Request, accept, grant, make_request, read_grant, read_request
from kimdesk.exchange.keys import ROLES, DeviceKeys, Role, partner_from_card
from tests.exchange.fakes import DESK, OFFICE, OTHER_DESK, OTHER_OFFICE, keys_from

CLOCK = FixedClock.at(date(2026, 5, 28))
PROVIDER = keys_from("provider", 1)


def request(keys: DeviceKeys = DESK) -> Request:
    return read_request(make_request(keys, label="Laptop 3", clock=CLOCK))


def authority(keys: DeviceKeys = OFFICE) -> Authority:
    return Authority(keys, "Kreis Steinfurt", "steinfurt", "05566")


def granted(keys: DeviceKeys = OFFICE, asking: DeviceKeys = DESK) -> bytes:
    return grant(
        request(asking),
        words=asking.public.words,
        authority=authority(keys),
        clock=CLOCK,
    )[0]


def test_a_device_and_an_office_come_to_know_each_other() -> None:
    asked = request()
    assert (asked.keys, asked.label) == (DESK.public, "Laptop 3")
    raw, partner = grant(asked, words=DESK.public.words, authority=authority(), clock=CLOCK)
    assert (partner.keys, partner.label, partner.district) == (DESK.public, "Laptop 3", "05566")
    found = accept(raw, words=OFFICE.public.words, keys=DESK, clock=CLOCK)
    assert found.partner().keys == OFFICE.public
    assert (found.partner().label, found.partner().short_name) == ("Kreis Steinfurt", "steinfurt")
    assert (found.role, found.key_list.version, found.request_hash) == ("desk", 1, asked.file_hash)


@pytest.mark.parametrize(
    ("giver", "asker", "allowed"),
    [
        (OFFICE, DESK, True),
        (OFFICE, PROVIDER, True),
        (PROVIDER, DESK, True),
        (PROVIDER, PROVIDER, False),
        (DESK, OTHER_DESK, False),
    ],
)
def test_who_may_enrol_whom(giver: DeviceKeys, asker: DeviceKeys, *, allowed: bool) -> None:
    if allowed:
        assert read_grant(granted(giver, asker)).authority == giver.public
    else:
        with pytest.raises(Untrusted, match=r"enrol\.role"):
            granted(giver, asker)


def test_an_office_asks_nobody() -> None:
    with pytest.raises(Untrusted, match=r"enrol\.role"):
        request(OFFICE)


def test_wrong_words_stop_both_sides() -> None:
    for words in ("", DESK.public.words, " ".join(OFFICE.public.words.split()[:-1]), OTHER_OFFICE.public.words):
        with pytest.raises(UserProblem, match=r"enrol\.words_differ"):
            accept(granted(), words=words, keys=DESK, clock=CLOCK)
    with pytest.raises(UserProblem, match=r"enrol\.words_differ"):
        grant(request(), words=OFFICE.public.words, authority=authority(), clock=CLOCK)


def test_a_grant_is_for_one_device_and_for_a_time() -> None:
    with pytest.raises(Untrusted, match=r"enrol\.other_device"):
        accept(granted(), words=OFFICE.public.words, keys=OTHER_DESK, clock=CLOCK)
    later = FixedClock(CLOCK.ms)
    later.advance(days=731)
    with pytest.raises(Untrusted, match=r"enrol\.expired"):
        accept(granted(), words=OFFICE.public.words, keys=DESK, clock=later)


def test_request_and_grant_are_not_mistaken_for_each_other() -> None:
    with pytest.raises(Untrusted, match=r"enrol\.file"):
        read_request(granted())
    with pytest.raises(Untrusted, match=r"enrol\.file"):
        read_grant(make_request(DESK, label="x", clock=CLOCK))


@pytest.mark.parametrize("make", [lambda: make_request(DESK, label="Laptop 3", clock=CLOCK), granted])
def test_every_flip_and_cut_of_an_enrolment_file_is_refused(make: object) -> None:
    raw: bytes = make()  # type: ignore[operator]  # one of the two above
    read = read_request if b"REQUEST" in raw[:60] else read_grant
    broken = [raw[:length] for length in range(0, len(raw), 7)] + [raw + b"\n"]
    for position in range(len(raw)):
        flipped = bytearray(raw)
        flipped[position] ^= 1 << position % 8
        broken.append(bytes(flipped))
    for data in broken:
        with pytest.raises(Untrusted):
            read(data)


@pytest.mark.parametrize("label", ["", "  ", "x" * 61, "a\nb", "a\x00b", "a\u202eb"])
def test_labels_are_short_plain_lines(label: str) -> None:
    with pytest.raises(UserProblem, match=r"enrol\.label"):
        make_request(DESK, label=label, clock=CLOCK)


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("", "a", "1"), "enrol.label"),
        (("A", "zwei Wörter", "1"), "enrol.short_name"),
        (("A", "a", ""), "enrol.district"),
    ],
)
def test_an_authority_has_usable_names(names: tuple[str, str, str], code: str) -> None:
    with pytest.raises(UserProblem) as refused:
        grant(request(), words=DESK.public.words, authority=Authority(OFFICE, *names), clock=CLOCK)
    assert refused.value.code == code


def test_a_request_can_be_read_by_people_and_names_no_secret() -> None:
    raw = make_request(DESK, label="Laptop 3", clock=CLOCK)
    assert raw.isascii()
    assert b'"label":"Laptop 3"' in raw
    assert DESK.signing.seed.hex().encode() not in raw
    assert DESK.age.seed.hex().encode() not in raw


def test_keys_show_no_secret() -> None:
    keys = DeviceKeys.generate("desk")
    for shown in (repr(keys), str(keys), repr(keys.signing), repr(keys.age), repr(keys.public)):
        assert keys.signing.seed.hex() not in shown
        assert repr(keys.signing.seed)[2:-1] not in shown
        assert repr(keys.age.seed)[2:-1] not in shown


@pytest.mark.parametrize("role", ROLES)
def test_the_fingerprint_covers_every_part_of_the_card(role: Role) -> None:
    keys = keys_from(role, 1).public
    assert partner_from_card(keys.card(), keys.signing) == keys
    others = [keys_from(role, 2).public, *(keys_from(other, 1).public for other in ROLES if other != role)]
    mixed = type(keys)(role, keys.signing, others[0].age)
    moved = type(keys)(next(other for other in ROLES if other != role), keys.signing, keys.age)
    assert len({keys.fingerprint, mixed.fingerprint, moved.fingerprint, *(k.fingerprint for k in others)}) == 6


def test_the_word_list_can_be_read_out_and_typed() -> None:
    words = word_list()
    assert len(set(words)) == 2_048
    assert len({word[:4] for word in words}) == 2_048
    assert list(words) == sorted(words)
    assert all(re.fullmatch("[a-z]{4,8}", word) for word in words)


def test_words_say_the_first_88_bits() -> None:
    assert words_of(bytes(32)) == ("abbau",) * 8
    assert words_of(b"\xff" * 32) == ("zyklus",) * 8
    assert words_of(bytes(10) + b"\x01" + bytes(21))[-1] == word_list()[1]


@settings(max_examples=60, deadline=None)
@given(st.binary(min_size=32, max_size=32), st.sampled_from([" ", "-", ", ", "\n", " . "]))
def test_however_the_words_are_typed(fingerprint: bytes, mark: str) -> None:
    said = spoken(fingerprint)
    assert same_words(mark.join(said.upper().split()), fingerprint)
    assert same_words(" ".join(word[:4] for word in said.split()), fingerprint)
    assert not same_words(said + " abbau", fingerprint)
    assert not same_words(" ".join(said.split()[:-1]), fingerprint)
    assert not same_words(said, bytes([fingerprint[0] ^ 0x80]) + fingerprint[1:])
