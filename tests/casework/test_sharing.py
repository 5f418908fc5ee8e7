"""Families by name: only what a consent covers for exactly this body and purpose, and back again when it does not."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from kimdesk.base.errors import UserProblem, explain
from kimdesk.casework import exchange
from kimdesk.casework.desk import Desk, Services, open_desk
from kimdesk.domain.changes import Delete, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.values import Value
from kimdesk.office.imports import Imported, import_bundle
from kimdesk.office.receipts import receipts
from kimdesk.store.ledger import INCARNATION
from kimdesk.store.post import post_of
from tests.support.consents import EVERY_CATEGORY, Told, told
from tests.support.districts import PERIOD, Pair, introduce, make_office, pair
from tests.support.vaults import PASSPHRASE

__all__ = ["pair"]

NOTHING: tuple[exchange.Contents, ...] = ()


@pytest.fixture
def story(pair: Pair) -> Told:
    return told(pair.desk)


def prepared(story: Told, *, chosen: bool = True, desk: Desk | None = None) -> exchange.PreparedBundle:
    named = {story.case: "support"} if chosen else {}
    return exchange.prepare_bundle(desk or story.desk, "steinfurt", period=PERIOD, contents=NOTHING, named=named)


def arrive(pair: Pair, story: Told, name: str, *, chosen: bool = True) -> Imported:
    """Send a bundle, let the office take it in, and take its receipt in."""
    exchange.write_bundle(pair.desk, prepared(story, chosen=chosen), pair.folder / name)
    imported = import_bundle(pair.office, pair.folder / name)
    (receipt,) = receipts(pair.office, pair.folder)
    exchange.receive(pair.desk, receipt.path)
    return imported


def at_the_office(pair: Pair) -> dict[str, Any]:
    """Return the fields the office holds by name, over all records."""
    rows = [row for each in pair.office.post.district.shared() for row in each.value["fields"]]
    return {name: value for name, value, _consents in rows}


def nothing_new(story: Told, *, chosen: bool = False) -> None:
    with pytest.raises(UserProblem, match=r"bundle\.nothing_new"):
        prepared(story, chosen=chosen)


def test_a_family_travels_as_its_current_values_and_arrives(pair: Pair, story: Told) -> None:
    story.consent(story.elena, "identity", "reach")
    assert arrive(pair, story, "a.kimb").refused == ()
    held = at_the_office(pair)
    assert (held["given_name"], held["phone"], held["birth_date"]) == ("Elena", "0201555", "1994")
    pair.desk.apply(Set("person", story.elena, "phone", "0201556"))
    assert prepared(story).sharing.families[0].changes == {"changed": 1}
    arrive(pair, story, "b.kimb")
    assert at_the_office(pair)["phone"] == "0201556"
    nothing_new(story, chosen=True)


def test_only_what_is_covered_leaves_and_the_preview_is_exactly_that(story: Told) -> None:
    story.consent(story.elena, "identity")
    made = prepared(story)
    (family,) = made.sharing.families
    (part,) = family.parts
    assert (family.case_number, part.person) == ("KD-2026-0017", "Elena Dimitrova")
    assert {(each.kind, each.name) for each in part.values} == {
        ("person", "given_name"),
        ("person", "family_name"),
        ("person", "birth_date"),
    }
    (cover,) = part.consents
    assert (cover.person, cover.given_on) == ("Elena Dimitrova", dt.date(2026, 11, 1))
    (record,) = made.records["named"]
    assert [name for name, _value, _consents in record["fields"]] == ["birth_date", "family_name", "given_name"]
    assert repr(made) == "<PreparedBundle>"
    assert "Elena" not in repr((family, part, made.sharing))


def test_nothing_withheld_can_be_told_from_the_bundle(story: Told) -> None:
    for person in (story.elena, story.georgi):
        story.consent(person, *EVERY_CATEGORY)
    text = json.dumps(prepared(story).records, ensure_ascii=False)
    for staying in ("Anvertrautes", "Frauenberatung", "Gefaehrdung", "Mariya", story.child.hex(), story.alone.hex()):
        assert staying not in text
    for leaving in ("Asthma", "0201555", "Eine trockene Wohnung", "Antrag ausfüllen", "2026-11-02", "Georgi"):
        assert leaving in text


def test_the_preview_is_the_same_whether_protected_records_exist_or_not(pair: Pair, story: Told) -> None:
    story.consent(story.elena, "identity")
    before = prepared(story)
    pair.desk.apply(
        Set("person", story.elena, "protection_note", None),
        Set("case", story.case, "wish", None),
        Delete("contact", story.alone),
    )
    after = prepared(story)
    assert (after.sharing, after.records) == (before.sharing, before.records)


OTHERWISE: tuple[tuple[str, Value], ...] = (
    ("recipient", "Kreis Borken"),
    ("recipient", None),
    ("purpose", Code("application")),
    ("direction", Code("in")),
    ("given_on", dt.date(2026, 11, 21)),
    ("valid_until", dt.date(2026, 11, 19)),
    ("withdrawn_on", dt.date(2026, 11, 2)),
    ("withdrawn_on", dt.date(2020, 1, 1)),  # older than the grant, by a wrong clock
    ("withdrawn_on", dt.date(2099, 1, 1)),
)


def test_a_consent_for_something_else_releases_nothing(story: Told) -> None:
    consent = story.consent(story.elena)
    for name, value in OTHERWISE:
        story.desk.apply(Set("consent", consent, name, value))
        assert exchange.may_be_named(story.desk, "steinfurt", "support") == (), name
        with pytest.raises(UserProblem) as refused:
            prepared(story)
        assert refused.value.code == "named.not_covered", name
        assert all(explain(refused.value, lang).next for lang in ("de", "en"))
        story.desk.store.undo()
        assert prepared(story).records["named"]


def test_a_consent_for_one_office_gives_the_other_nothing(
    pair: Pair, story: Told, services: Services, tmp_path: Path
) -> None:
    story.consent(story.elena)
    with make_office(services, tmp_path / "borken", "borken", "Kreis Borken") as other:
        introduce(pair.desk, other)
        assert exchange.may_be_named(pair.desk, "borken", "support") == ()
        with pytest.raises(UserProblem, match=r"named\.not_covered"):
            exchange.prepare_bundle(pair.desk, "borken", period=PERIOD, named={story.case: "support"})


def test_families_that_may_be_named_are_offered_by_name(pair: Pair, story: Told) -> None:
    assert exchange.may_be_named(pair.desk, "steinfurt", "support") == ()
    story.consent(story.elena)
    assert exchange.may_be_named(pair.desk, "steinfurt", "application") == ()
    (offered,) = exchange.may_be_named(pair.desk, "steinfurt", "support")
    assert (offered.case, offered.label, offered.shared) == (story.case, "Dimitrova", False)
    arrive(pair, story, "a.kimb")
    assert exchange.may_be_named(pair.desk, "steinfurt", "support")[0].shared


def test_a_withdrawal_travels_by_itself_and_the_office_deletes(pair: Pair, story: Told) -> None:
    name, reach = story.consent(story.elena, "identity"), story.consent(story.elena, "reach")
    arrive(pair, story, "a.kimb")
    story.withdraw(reach)
    made = prepared(story, chosen=False)
    (gone,) = made.sharing.withdrawn
    assert (gone.label, gone.person, gone.on) == ("Dimitrova", "Elena Dimitrova", dt.date(2026, 11, 20))
    arrive(pair, story, "b.kimb", chosen=False)
    assert "phone" not in at_the_office(pair)
    assert at_the_office(pair)["given_name"] == "Elena"
    nothing_new(story)
    story.withdraw(name)
    arrive(pair, story, "c.kimb", chosen=False)
    assert at_the_office(pair) == {}
    nothing_new(story)


def test_a_withdrawal_goes_again_until_the_office_confirms_it(pair: Pair, story: Told) -> None:
    consent = story.consent(story.elena)
    arrive(pair, story, "a.kimb")
    story.withdraw(consent)
    exchange.write_bundle(pair.desk, prepared(story, chosen=False), pair.folder / "lost.kimb")
    assert prepared(story, chosen=False).records["withdrawals"]
    arrive(pair, story, "b.kimb", chosen=False)
    assert at_the_office(pair) == {}


ORDERS = [
    pytest.param(order, marks=() if order == (2, 0, 1) else pytest.mark.slow)
    for order in itertools.permutations(range(3))
]


@pytest.mark.parametrize("order", ORDERS)
def test_whatever_arrives_first_the_withdrawal_wins(pair: Pair, story: Told, order: tuple[int, ...]) -> None:
    consent = story.consent(story.elena)
    for number in range(2):
        pair.desk.apply(Set("person", story.elena, "birth_name", f"Name {number}"))
        exchange.write_bundle(pair.desk, prepared(story), pair.folder / f"{number}.kimb")
    story.withdraw(consent, dt.date(2019, 1, 1))
    exchange.write_bundle(pair.desk, prepared(story, chosen=False), pair.folder / "2.kimb")
    for number in order:
        import_bundle(pair.office, pair.folder / f"{number}.kimb")
    assert at_the_office(pair) == {}


def test_what_was_deleted_here_does_not_come_back_there_by_a_late_bundle(pair: Pair, story: Told) -> None:
    story.consent(story.elena)
    exchange.write_bundle(pair.desk, prepared(story), pair.folder / "0.kimb")
    pair.desk.apply(Delete("person", story.elena))
    made = prepared(story, chosen=False)
    assert made.sharing.families[0].changes == {"gone": 1}
    exchange.write_bundle(pair.desk, made, pair.folder / "1.kimb")
    for number in (1, 0):
        import_bundle(pair.office, pair.folder / f"{number}.kimb")
    assert at_the_office(pair) == {}


@pytest.mark.slow
def test_a_laptop_restored_to_before_the_withdrawal_gives_nothing_away(
    pair: Pair, story: Told, services: Services, tmp_path: Path
) -> None:
    consent = story.consent(story.elena)
    pair.desk.close()
    shutil.copytree(tmp_path / "desk", tmp_path / "old")
    with open_desk(services, tmp_path / "desk", PASSPHRASE) as desk:
        pair.desk = story.desk = desk
        arrive(pair, story, "a.kimb")
        story.withdraw(consent)
        arrive(pair, story, "b.kimb", chosen=False)
    with open_desk(services, tmp_path / "old", PASSPHRASE) as old:
        post_of(old.store).ledger.keep_secrets({INCARNATION: bytes(16)})  # as restoring a backup does
        exchange.write_bundle(old, prepared(story, desk=old), pair.folder / "c.kimb")
        imported = import_bundle(pair.office, pair.folder / "c.kimb")
        assert {each.code for each in imported.refused} == {"office.withdrawn"}
    assert at_the_office(pair) == {}


@pytest.mark.slow
def test_a_withdrawal_taken_back_covers_nothing_once_it_was_told(pair: Pair, story: Told) -> None:
    consent = story.consent(story.elena)
    arrive(pair, story, "a.kimb")
    story.withdraw(consent)
    arrive(pair, story, "b.kimb", chosen=False)
    pair.desk.apply(Set("consent", consent, "withdrawn_on", None))
    assert exchange.may_be_named(pair.desk, "steinfurt", "support") == ()
    story.consent(story.elena)
    arrive(pair, story, "c.kimb")
    assert at_the_office(pair)["given_name"] == "Elena"


def test_a_consent_that_ran_out_is_taken_back(pair: Pair, story: Told) -> None:
    consent = story.consent(story.elena, valid_until=dt.date(2026, 12, 1))
    (record,) = prepared(story).records["named"]
    assert record["until"] == "2026-12-01"
    arrive(pair, story, "a.kimb")
    pair.desk.apply(Set("consent", consent, "valid_until", dt.date(2026, 11, 10)))
    made = prepared(story, chosen=False)
    assert (made.sharing.withdrawn, made.sharing.families[0].changes) == ((), {"gone": 1})
    arrive(pair, story, "b.kimb", chosen=False)
    assert at_the_office(pair) == {}


def test_a_restricted_family_is_taken_back_and_nobody_is_told_why(pair: Pair, story: Told) -> None:
    story.consent(story.elena)
    arrive(pair, story, "a.kimb")
    pair.desk.apply(Set("case", story.case, "restricted", Code("yes")))
    made = prepared(story, chosen=False)
    assert [record["fields"] for record in made.records["named"]] == [[]]
    assert set(made.records) == {"named"}
    arrive(pair, story, "b.kimb", chosen=False)
    assert at_the_office(pair) == {}


def test_a_family_nobody_chose_again_tells_nothing_new(pair: Pair, story: Told) -> None:
    story.consent(story.elena)
    arrive(pair, story, "a.kimb")
    pair.desk.apply(Set("person", story.elena, "birth_name", "Neu"))
    nothing_new(story)
    exchange.write_bundle(pair.desk, prepared(story), pair.folder / "lost.kimb")
    pair.desk.apply(Set("person", story.elena, "birth_name", "Neuer"))
    (record,) = prepared(story, chosen=False).records["named"]
    assert ["birth_name", "Neu"] in [row[:2] for row in record["fields"]]


def test_the_history_says_what_became_of_each_item(pair: Pair, story: Told) -> None:
    story.consent(story.elena)
    arrive(pair, story, "a.kimb")
    (sent,) = exchange.history(pair.desk)
    (item,) = sent.items
    assert (item.contents, item.state, item.about) == ("named", "imported", "Dimitrova")
    assert "Dimitrova" not in repr(item)


def test_a_medium_that_holds_backups_takes_no_bundle(pair: Pair, story: Told) -> None:
    story.consent(story.elena)
    (pair.folder / "KIM-Sicherungen.txt").write_text("x", "utf-8")
    with pytest.raises(UserProblem) as refused:
        exchange.write_bundle(pair.desk, prepared(story), pair.folder / "a.kimb")
    assert refused.value.code == "medium.holds_backups"
    assert [path.name for path in pair.folder.iterdir()] == ["KIM-Sicherungen.txt"]
    assert exchange.history(pair.desk) == ()
