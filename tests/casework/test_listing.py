"""The case list without names: only under an agreement with exactly this body, and taken back when it ends."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from pathlib import Path

import pytest

from kimdesk.base.errors import UserProblem, explain
from kimdesk.base.ids import RecordId
from kimdesk.casework import exchange
from kimdesk.casework.desk import Desk, Services
from kimdesk.domain.changes import Set
from kimdesk.domain.declare import Code
from kimdesk.office.imports import Imported, import_bundle
from kimdesk.office.receipts import receipts
from tests.support.consents import OFFICE, Told, told
from tests.support.districts import PERIOD, Pair, introduce, make_office, pair

__all__ = ["pair"]

LIST: tuple[exchange.Contents, ...] = ("pseudonymised",)
NOTHING: tuple[exchange.Contents, ...] = ()


@pytest.fixture
def story(pair: Pair) -> Told:
    return told(pair.desk)


def agree(desk: Desk, recipient: str = OFFICE, until: dt.date | None = None) -> RecordId:
    new = exchange.NewAgreement(
        recipient=recipient, reference="Az. 50-12/3", signed_on=dt.date(2026, 3, 1), valid_until=until
    )
    (made,) = exchange.record_agreement(desk, new).records
    return made


def prepare(
    desk: Desk, contents: tuple[exchange.Contents, ...] = LIST, to: str = "steinfurt"
) -> exchange.PreparedBundle:
    return exchange.prepare_bundle(desk, to, period=PERIOD, contents=contents)


def arrive(pair: Pair, name: str, contents: tuple[exchange.Contents, ...] = LIST) -> Imported:
    exchange.write_bundle(pair.desk, prepare(pair.desk, contents), pair.folder / name)
    imported = import_bundle(pair.office, pair.folder / name)
    exchange.receive(pair.desk, receipts(pair.office, pair.folder)[0].path)
    return imported


def test_without_an_agreement_no_list_leaves(pair: Pair, story: Told) -> None:
    agree(pair.desk, "Kreis Borken")
    for until in (dt.date(2026, 11, 19), None):
        with pytest.raises(UserProblem) as refused:
            prepare(pair.desk)
        assert refused.value.code == "list.no_agreement"
        assert all(explain(refused.value, lang).next for lang in ("de", "en"))
        if until:
            agree(pair.desk, until=until)
    agree(pair.desk)
    assert len(prepare(pair.desk).records["pseudonymised"]) == 1


def test_a_line_holds_bands_months_and_codes_and_nobody(pair: Pair, story: Told) -> None:
    pair.desk.apply(
        Set("case", story.case, "first_contact", dt.date(2026, 2, 17)),
        Set("person", story.elena, "residence_status", Code("eu")),
    )
    agree(pair.desk, until=dt.date(2027, 12, 31))
    (line,) = prepare(pair.desk).records["pseudonymised"]
    assert {key: value for key, value in line.items() if key != "id"} == {
        "phase": "planning",
        "since": "2026-02",
        "until": "2027-12-31",
        "domains": [],
        "persons": [["1990-1994", "eu"], ["1990-1994", "unknown"], ["2015-2019", "unknown"]],
    }
    text = json.dumps(line)
    for staying in ("Elena", "Dimitrova", "KD-2026-0017", story.case.hex(), "0201555", "Asthma", "2026-02-17"):
        assert staying not in text


def test_a_case_is_called_otherwise_for_everybody_else(
    pair: Pair, story: Told, services: Services, tmp_path: Path
) -> None:
    agree(pair.desk)
    agree(pair.desk, "Kreis Borken")
    with make_office(services, tmp_path / "borken", "borken", "Kreis Borken") as other:
        introduce(pair.desk, other)
        one, two = (prepare(pair.desk, to=to).records["pseudonymised"][0]["id"] for to in ("steinfurt", "borken"))
    assert one != two
    assert prepare(pair.desk).records["pseudonymised"][0]["id"] == one


def test_the_list_arrives_changes_and_is_taken_back_when_the_agreement_ends(pair: Pair, story: Told) -> None:
    agreement = agree(pair.desk)
    assert arrive(pair, "a.kimb").refused == ()
    (row,) = pair.office.post.district.listed()
    assert row.value["phase"] == "planning"
    with pytest.raises(UserProblem, match=r"bundle\.nothing_new"):
        prepare(pair.desk)
    pair.desk.apply(Set("case", story.case, "phase", Code("monitoring")))
    assert set(prepare(pair.desk).changes.values()) == {"changed"}
    arrive(pair, "b.kimb")
    exchange.end_agreement(pair.desk, agreement)
    assert set(prepare(pair.desk, NOTHING).changes.values()) == {"gone"}
    arrive(pair, "c.kimb", NOTHING)
    assert pair.office.post.district.listed() == ()


def test_a_restricted_family_leaves_the_list_by_itself(pair: Pair, story: Told) -> None:
    agree(pair.desk)
    arrive(pair, "a.kimb")
    pair.desk.apply(Set("case", story.case, "restricted", Code("yes")))
    arrive(pair, "b.kimb", NOTHING)
    assert pair.office.post.district.listed() == ()
    with pytest.raises(UserProblem, match=r"bundle\.nothing_new"):
        prepare(pair.desk)


def test_an_unknown_code_is_refused_by_the_office(pair: Pair, story: Told) -> None:
    agree(pair.desk)
    made = prepare(pair.desk)
    (line,) = made.records["pseudonymised"]
    forged = dataclasses.replace(made, records={"pseudonymised": ({**line, "phase": "gossip"},)})
    exchange.write_bundle(pair.desk, forged, pair.folder / "x.kimb")
    (state,) = import_bundle(pair.office, pair.folder / "x.kimb").refused
    assert state.code == "office.unknown_code"
