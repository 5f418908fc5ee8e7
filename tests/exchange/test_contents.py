"""Records of shared cases and withdrawals: a field too many, too few or of another form condemns the bundle."""

from __future__ import annotations

import pytest

from kimdesk.base.errors import Untrusted
from kimdesk.exchange.contents import rules_for
from kimdesk.exchange.strict_json import Json

ID, OTHER = "0" * 31 + "1", "0" * 31 + "2"
PERSON: dict[str, Json] = {
    "id": ID,
    "revision": "0" * 16,
    "case": OTHER,
    "kind": "person",
    "purpose": "support",
    "fields": [["given_name", "Elena", [ID, OTHER]], ["languages", ["bg", "de"], [ID]], ["epoch", 3, [ID]]],
}
PERSON["fields"] = sorted(PERSON["fields"], key=str)  # type: ignore[arg-type]  # a list of rows
GOOD: tuple[dict[str, Json], ...] = (PERSON, {**PERSON, "fields": []}, {**PERSON, "until": "2027-12-31"})


@pytest.mark.parametrize("record", GOOD, ids=["fields", "nothing left", "until"])
def test_a_shared_record_as_the_gate_released_it(record: dict[str, Json]) -> None:
    assert rules_for("named").check(record) == record


@pytest.mark.parametrize(
    "fields",
    [
        None,
        {"given_name": "Elena"},
        [["given_name", "Elena"]],
        [["given_name", "Elena", []]],
        [["given_name", "Elena", [OTHER, ID]]],
        [["given_name", "Elena", [ID, ID]]],
        [["given_name", "Elena", ["x"]]],
        [["given_name", "", [ID]]],
        [["given_name", None, [ID]]],
        [["given_name", True, [ID]]],
        [["given_name", 1.5, [ID]]],
        [["given_name", {"de": "Elena"}, [ID]]],
        [["languages", ["de", "bg"], [ID]]],
        [["languages", ["bg", 1], [ID]]],
        [["given name", "Elena", [ID]]],
        [["given_name", "Elena", [ID]], ["family_name", "Dimitrova", [ID]]],
        [["given_name", "Elena", [ID]], ["given_name", "Mila", [ID]]],
    ],
    ids=str,
)
def test_fields_in_any_other_form(fields: Json) -> None:
    with pytest.raises(Untrusted, match=r"bundle\.record"):
        rules_for("named").check({**PERSON, "fields": fields})


def test_a_withdrawal_names_consent_case_and_day() -> None:
    good: dict[str, Json] = {"id": ID, "revision": "0" * 16, "case": OTHER, "on": "2026-11-19"}
    assert rules_for("withdrawals").check(good) == good
    for change in ({"on": "gestern"}, {"case": "KD-2026-0017"}, {"why": "…"}):
        with pytest.raises(Untrusted, match=r"bundle\.record"):
            rules_for("withdrawals").check({**good, **change})


LINE: dict[str, Json] = {
    "id": ID,
    "phase": "planning",
    "since": "2026-02",
    "closed": "2026-11",
    "domains": ["housing", "language"],
    "persons": [["1990-1994", "eu"], ["2015-2019", "unknown"]],
    "until": "2027-12-31",
}


def test_a_line_of_the_list_without_names() -> None:
    for record in (LINE, {"id": ID}):
        assert rules_for("pseudonymised").check(record) == record


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("since", "2026-02-17"),
        ("since", "2026-13"),
        ("closed", 202611),
        ("domains", ["language", "housing"]),
        ("domains", "housing"),
        ("persons", [["2015-2019", "unknown"], ["1990-1994", "eu"]]),
        ("persons", [["1990-1994"]]),
        ("persons", [["1990-1994", "eu", "Elena"]]),
        ("name", "Elena"),
        ("phase", ""),
    ],
)
def test_a_line_with_anything_else_is_condemned(key: str, value: Json) -> None:
    with pytest.raises(Untrusted, match=r"bundle\.record"):
        rules_for("pseudonymised").check({**LINE, key: value})
