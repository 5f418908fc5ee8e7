"""`case …` and `search`: what a script reads and writes."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from kimdesk.casework.desk import Services, open_desk
from kimdesk.domain.changes import Set
from kimdesk.domain.records import Person
from tests.support import casefiles
from tests.support.commands import Kimdesk
from tests.support.vaults import PASSPHRASE

SMALL: dict[str, Any] = {
    "case_number": "KD-2026-0007",
    "persons": [
        {"id": "mutter", "given_name": "Elena", "family_name": "Dimitrova"},
        {"id": "vater", "given_name": "Georgi", "family_name": "Dimitrov"},
    ],
    "relations": [{"person": "mutter", "other": "vater", "relation": "married_to"}],
    "contacts": [{"id": "besuch", "date": "2026-11-12", "form": "home_visit", "present": ["mutter"]}],
    "support_plans": [
        {"date": "2026-11-13", "signed_on": "2026-11-14", "goals": [{"id": "ziel", "wording": "Wohnung"}]}
    ],
    "measures": [{"goal": "ziel", "contact": "besuch", "text": "Anrufen", "who": ["case_manager"]}],
}


def bring(kimdesk: Kimdesk, vault: Path, folder: Path, *cases: dict[str, Any]) -> Any:
    return kimdesk.open("case", "import", vault, casefiles.write(folder / "cases.json", cases))


def test_everything_of_a_file_comes_back_under_its_own_names(kimdesk: Kimdesk, filled: Path) -> None:
    told = kimdesk.open("case", "show", filled, "KD-2026-00001", "--json").json()
    assert dict(casefiles.values(casefiles.case(1))).items() <= dict(casefiles.values(told)).items()


def test_ids_of_the_files_own_join_records(kimdesk: Kimdesk, vault: Path, tmp_path: Path) -> None:
    assert bring(kimdesk, vault, tmp_path, SMALL).out == "ok KD-2026-0007\n"
    told = kimdesk.open("case", "show", vault, "KD-2026-0007", "--json").json()
    ids = {each["given_name"]: each["id"] for each in told["persons"]}
    assert told["contacts"][0]["present"] == [ids["Elena"]]
    assert (told["relations"][0]["person"], told["relations"][0]["other"]) == (ids["Elena"], ids["Georgi"])
    plan = told["support_plans"][0]
    assert (plan["version"], plan["signed_on"]) == (1, "2026-11-14")
    assert told["measures"][0]["goal"] == plan["goals"][0]["id"]


def test_the_same_file_again_changes_nothing(kimdesk: Kimdesk, vault: Path, tmp_path: Path) -> None:
    first = bring(kimdesk, vault, tmp_path, SMALL)
    before = kimdesk.open("case", "show", vault, "KD-2026-0007", "--json").out
    again = bring(kimdesk, vault, tmp_path, SMALL)
    assert (again.exit, again.out) == (first.exit, first.out)
    assert kimdesk.open("case", "show", vault, "KD-2026-0007", "--json").out == before


def test_another_content_under_the_same_number_is_refused_and_the_others_are_taken(
    kimdesk: Kimdesk, vault: Path, tmp_path: Path
) -> None:
    bring(kimdesk, vault, tmp_path, SMALL)
    other = copy.deepcopy(SMALL)
    other["measures"][0]["text"] = "Schreiben"
    answered = bring(kimdesk, vault, tmp_path, other, casefiles.case(3))
    assert (answered.exit, answered.out) == (1, "ok KD-2026-00003\n")
    assert answered.err.startswith("KD-2026-0007: ")
    assert answered.code() == "case.differs"
    told = kimdesk.open("case", "show", vault, "KD-2026-0007", "--json").json()
    assert told["measures"][0]["text"] == "Anrufen"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"colour": "red"}, "field.unknown"),
        ({"phase": "asleep"}, "field.invalid"),
        ({"first_contact": "gestern"}, "field.invalid"),
        ({"first_contact": 3}, "field.invalid"),
        ({"case_number": None}, "field.required"),
        ({"case_number": "x" * 33}, "field.too_long"),
        ({"persons": [{"role": "mother"}]}, "field.one_of"),
        ({"persons": {"given_name": "Elena"}}, "casefile.unreadable"),
        ({"persons": [{"given_name": "Elena", "protection_note": "x"}]}, "casefile.protected"),
        ({"contacts": [{"date": "2026-11-12", "present": ["niemand"]}]}, "field.invalid"),
        ({"contacts": [{"form": "home_visit"}]}, "field.required"),
        ({"goals": [{"wording": "ohne Plan"}]}, "field.invalid"),
        ({"persons": [{"id": "a", "given_name": "A"}, {"id": "a", "given_name": "B"}]}, "casefile.unreadable"),
    ],
)
def test_one_wrong_case_keeps_the_whole_file_out(
    kimdesk: Kimdesk, vault: Path, tmp_path: Path, change: dict[str, Any], code: str
) -> None:
    wrong = {"case_number": "KD-2026-0008", "persons": [{"given_name": "Elena"}], **change}
    answered = bring(kimdesk, vault, tmp_path, SMALL, wrong)
    assert (answered.exit, answered.out, answered.code()) == (1, "", code)
    assert answered.err.startswith("cases[1]: ")
    assert kimdesk.open("case", "list", vault, "--json").json() == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"cases": {}}',
        b'{"cases": [1]}',
        b'{"cases": [], "more": 1}',
        b'{"cases": [{"case_number": "A", "case_number": "B"}]}',
        b'{"cases": [{"case_number": NaN}]}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_case_file_is_refused(kimdesk: Kimdesk, vault: Path, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "cases.json"
    file.write_bytes(content)
    answered = kimdesk.open("case", "import", vault, file)
    assert (answered.exit, answered.out, answered.code()) == (1, "", "casefile.unreadable")


def test_a_missing_file_is_named_as_such(kimdesk: Kimdesk, vault: Path, tmp_path: Path) -> None:
    assert kimdesk.open("case", "import", vault, tmp_path / "nichts.json").code() == "medium.gone"


def test_the_list_is_in_the_order_of_names(kimdesk: Kimdesk, filled: Path) -> None:
    told = kimdesk.open("case", "list", filled, "--json").json()
    assert [each["case_number"] for each in told] == ["KD-2026-00001", "KD-2026-00002"]
    assert told[0] | {"label": "Haddad", "persons": 3, "promises": 3, "last_contact": "2026-09-06"} == told[0]
    assert "Haddad" in kimdesk.open("case", "list", filled).out


def test_child_protection_shows_nowhere(kimdesk: Kimdesk, services: Services, filled: Path) -> None:
    secret = "Geheimnis des Kindes"
    with open_desk(services, filled, PASSPHRASE) as desk:
        person = desk.query.every(Person)[0]
        desk.apply(Set("person", person.id, "protection_note", secret))
    shown = [
        kimdesk.open("case", "show", filled, "KD-2026-00001", "--json"),
        kimdesk.open("case", "show", filled, "KD-2026-00001"),
        kimdesk.open("case", "list", filled),
        kimdesk.open("search", filled, "Geheimnis", "--json"),
    ]
    assert all("Geheimnis" not in each.out and "protection_note" not in each.out for each in shown)
    again = kimdesk.open("case", "import", filled, filled.parent / "two.json")
    assert again.out == "ok KD-2026-00001\nok KD-2026-00002\n"


def test_search_finds_names_in_any_script(kimdesk: Kimdesk, filled: Path) -> None:
    for query in ("haddad", "حداد", "Hadda"):
        hits = kimdesk.open("search", filled, query, "--json").json()
        assert ("KD-2026-00001", "Amina Haddad") in [(each["case_number"], each["person"]) for each in hits]
        assert set(hits[0]) == {"case_number", "person", "score", "why"}
        assert [each["score"] for each in hits] == sorted((each["score"] for each in hits), reverse=True)
    assert len(kimdesk.open("search", filled, "KD", "--limit", "1", "--json").json()) == 1
    assert kimdesk.open("search", filled, "gibtesnicht").out == "Nichts gefunden.\n"


def test_a_case_nobody_knows(kimdesk: Kimdesk, filled: Path) -> None:
    answered = kimdesk.open("case", "show", filled, "KD-1999-1", "--json")
    assert answered.exit == 1
    assert json.loads(answered.err) == {"code": "case.not_found", "params": {}}


def test_a_note_of_ten_thousand_characters_survives(kimdesk: Kimdesk, vault: Path, tmp_path: Path) -> None:
    note = ("Die Wohnung ist zu klein – ñ, Ж, 日, 👩‍👧. " * 300)[:10_000].strip()
    long = {**SMALL, "contacts": [{"date": "2026-11-12", "family_says": note}], "measures": []}
    assert bring(kimdesk, vault, tmp_path, long).exit == 0
    told = kimdesk.open("case", "show", vault, "KD-2026-0007", "--json").json()
    assert told["contacts"][0]["family_says"] == note
