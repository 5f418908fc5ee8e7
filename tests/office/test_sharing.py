"""Cases shared with the office: taken in as the gate released them, gone with the consent, whatever comes first."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from kimdesk.domain.views.exchange import Head, StreamHead
from kimdesk.office import sharing
from kimdesk.office.imports import import_bundle
from kimdesk.office.office import open_office
from kimdesk.office.shared import CaseList, case_list
from kimdesk.store.district import Imported as Row
from tests.support.districts import Pair, pair
from tests.support.shared import Family, bundle, elena, released, take, withdrawn
from tests.support.vaults import PASSPHRASE

__all__ = ["elena", "pair"]


def kept(pair: Pair) -> dict[str, Any]:
    """Return every field the office holds of shared cases, by name."""
    rows = [row for each in pair.office.post.district.shared() for row in each.value["fields"]]
    return {name: value for name, value, _ in rows}


def test_what_the_gate_released_arrives_and_nothing_else(pair: Pair, elena: Family) -> None:
    assert take(pair, "a.kimb", named=released(pair, elena)).refused == ()
    assert kept(pair)["given_name"] == "Elena"
    assert kept(pair)["phone"] == "02553 000000"
    assert "wish" not in kept(pair)


def test_a_withdrawal_deletes_what_it_covered_and_says_so(pair: Pair, elena: Family) -> None:
    take(pair, "a.kimb", named=released(pair, elena))
    assert take(pair, "b.kimb", withdrawals=[withdrawn(pair, elena.reach)]).refused == ()
    assert "phone" not in kept(pair)
    assert kept(pair)["given_name"] == "Elena"
    (done,) = pair.office.post.district.withdrawals()
    assert (done.value["deleted"], done.value["done"], done.value["on"]) == (1, "2026-11-20", "2026-11-19")
    take(pair, "c.kimb", withdrawals=[withdrawn(pair, elena.name), withdrawn(pair, elena.reach)])
    assert kept(pair) == {}
    assert pair.office.post.district.withdrawals()[0].value["deleted"] == 1


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 2, 0), (2, 0, 1)])
def test_the_withdrawal_wins_in_any_order(pair: Pair, elena: Family, order: tuple[int, ...]) -> None:
    both = [withdrawn(pair, elena.name), withdrawn(pair, elena.reach)]
    paths = [
        bundle(pair, "0.kimb", named=released(pair, elena)),
        bundle(pair, "1.kimb", withdrawals=both),
        bundle(pair, "2.kimb", named=released(pair, elena)),  # a device put back to before the withdrawal
    ]
    for number in order:
        import_bundle(pair.office, paths[number])
    assert kept(pair) == {}
    again = take(pair, "3.kimb", named=released(pair, elena))
    assert {each.code for each in again.refused} == {"office.withdrawn"}


def test_a_record_no_longer_shared_goes(pair: Pair, elena: Family) -> None:
    records = released(pair, elena)
    take(pair, "a.kimb", named=records)
    assert take(pair, "b.kimb", named=[{**each, "fields": []} for each in records]).refused == ()
    assert kept(pair) == {}


def test_the_end_of_a_consent_is_kept_without_anybody_doing_anything(pair: Pair, elena: Family, tmp_path: Path) -> None:
    services = pair.office.services
    take(pair, "a.kimb", named=released(pair, elena, until=dt.date(2026, 11, 20)))
    assert kept(pair)
    late = [{**each, "until": "2026-11-19"} for each in released(pair, elena)]
    assert {each.code for each in take(pair, "b.kimb", named=late).refused} == {"office.consent_over"}
    pair.office.close()
    pair.office.clock.advance(days=1)  # type: ignore[attr-defined]  # a clock that stands
    with open_office(services, tmp_path / "office", PASSPHRASE) as office:
        assert office.post.district.shared() == ()


def test_the_office_itself_refuses_what_no_consent_releases(pair: Pair, elena: Family) -> None:
    (record, *_) = released(pair, elena)
    consent, judge = [elena.name.hex()], sharing.Judge(pair.office)
    for change, code in (
        ({"kind": "gossip"}, "office.unknown_field"),
        ({"fields": [["shoe_size", "38", consent]]}, "office.unknown_field"),
        ({"fields": [["first_contact", "gestern", consent]]}, "office.unknown_field"),
        ({"fields": [["wish", "Ein Zimmer", consent]]}, "office.confided"),
        ({"kind": "person", "fields": [["protection_note", "…", consent]]}, "office.confided"),
        ({"fields": [["phase", "gossip", consent]]}, "office.unknown_code"),
        ({"purpose": "gossip"}, "office.unknown_code"),
    ):
        assert judge.refused({**record, **change}) == code
    assert judge.refused(record) is None


def test_cases_without_names_are_shown_mixed_and_never_from_fewer_than_three_devices(pair: Pair) -> None:
    place = StreamHead(bytes(16), Head(1, bytes(32)))
    assert case_list(pair.office) == CaseList()
    for desk in range(3):
        line = {"id": f"{3 - desk}" * 32, "phase": "planning", "since": f"2026-0{desk + 1}",
                "persons": [["1990-1994", "unknown"]], "domains": ["housing"]}  # fmt: skip
        row = Row(partner=bytes([desk]) * 32, contents="pseudonymised", first_day="", last_day="9999-12-31", value=line)
        pair.office.post.district.put([row], place)
        assert case_list(pair.office).too_few == (desk < 2)
        assert len(case_list(pair.office).cases) == (0 if desk < 2 else 3)
    first = case_list(pair.office).cases[0]
    assert (first.mark, first.phase, first.since, first.persons, first.domains) == (
        "111111", "planning", "2026-03", 1, ("housing",),
    )  # fmt: skip
    assert "partner" not in repr(first)
