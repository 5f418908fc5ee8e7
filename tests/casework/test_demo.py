"""The demo caseload is true to its notation, kind in its words, and alive on whatever day it is loaded."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kimdesk.app.compose import services as build_services
from kimdesk.base.clock import FixedClock
from kimdesk.base.ids import RecordId
from kimdesk.base.progress import Progress
from kimdesk.base.resources import resource
from kimdesk.casework import families, family
from kimdesk.casework.demo import load_demo, main_family
from kimdesk.casework.demo_notation import Notation
from kimdesk.casework.desk import Desk, NewDesk, Profile, create_desk
from kimdesk.casework.text_blocks import PLACEHOLDERS, fill
from kimdesk.domain.declare import Kind, Type
from kimdesk.domain.holidays import is_working_day
from kimdesk.domain.records import RECORDS, Contact, Goal, Measure, Person, StructuralObservation, SupportPlan
from kimdesk.domain.reference import Reference
from kimdesk.domain.values import age_on
from kimdesk.store.upkeep import Stale
from tests.support.vaults import CHEAP, PASSPHRASE

MONDAY = dt.date(2026, 11, 23)
EASTER_MONDAY = dt.date(2027, 3, 29)
WAITING = {"deadline", "health_check", "letter", "reminder"}
# Bundesnetzagentur, Mitteilung 148/2021: numbers kept free for media
RESERVED = re.compile(r"0171 39200 \d{2}|0176 040690 \d{2}|0221 4710 \d{3}|030 23125 \d{3}")
LIKE_PHONE = re.compile(r"\b0\d{2,}[ /-]?\d[\d /-]*\d|\+\d[\d /-]{6,}\d")
MUNICIPALITY = re.compile(r"05566\d{3}")
DU = re.compile(r"\b(du|dich|dir|dein\w*|euch|eure\w*)\b", re.IGNORECASE)
FILES = sorted(resource("demo").rglob("*.toml"))
TOLD = sorted(resource("demo", "families").glob("*.toml"))
DAYS = [dt.date(2026, 1, 1) + dt.timedelta(days=17 * step) for step in range(100)]


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def rows(data: dict[str, Any], kind: str = "case") -> Iterator[tuple[Kind, dict[str, Any]]]:
    """Yield every row of a declared kind below a data file or row."""
    if kind == "case" and "case" in data:
        yield RECORDS["case"], data["case"]
    for name, below in data.items():
        if name in RECORDS and nested(below):
            for row in below:
                yield RECORDS[name], row
                yield from rows(row, name)


def nested(value: object) -> bool:
    """Tell whether a value is a list of rows below."""
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def fields(types: set[Type]) -> list[tuple[str, str, Any]]:
    """Return file, field and value of every field of these types in the told families."""
    return [
        (path.stem, name, value)
        for path in FILES
        for kind, row in rows(read(path))
        for name, value in row.items()
        if not isinstance(value, list | dict) or types & {Type.CODES, Type.REFS}
        if name not in {"key", "number"} and not nested(value) and kind.field(name).type in types
    ]


def texts() -> list[tuple[str, str]]:
    """Return every text of the data files with the file it stands in."""

    def walk(node: object) -> Iterator[str]:
        if isinstance(node, dict):
            for value in node.values():
                yield from walk(value)
        elif isinstance(node, list):
            for value in node:
                yield from walk(value)
        elif isinstance(node, str):
            yield node

    return [(path.stem, text) for path in FILES for text in walk(read(path))]


def make_desk(folder: Path, day: dt.date) -> Desk:
    new = NewDesk(folder=folder, label="Beispiel", passphrase=PASSPHRASE, profile=Profile())
    return create_desk(build_services(FixedClock.at(day), CHEAP), new)[0]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Return a desk with the demo of a Monday; only read from."""
    with make_desk(tmp_path_factory.mktemp("demo") / "tresor", MONDAY) as made:
        load_demo(made)
        yield made


@pytest.fixture
def dimitrov(demo: Desk) -> RecordId:
    return main_family(demo)


# the data ---------------------------------------------------------------------


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_code_is_in_its_list(path: Path, services: Any) -> None:
    reference: Reference = services.reference
    unknown = [
        (kind.name, name, code)
        for kind, row in rows(read(path))
        for name, value in row.items()
        if name not in {"key", "number"} and not nested(value) and kind.field(name).codes
        for code in (value if isinstance(value, list) else [value])
        if code not in reference[kind.field(name).codes]
    ]
    assert not unknown


def test_names_and_notes_use_known_codes(services: Any) -> None:
    origins, topics = read(resource("demo", "names.toml"))["origin"], read(resource("demo", "notes.toml"))["topic"]
    reference: Reference = services.reference
    assert all(origin["country"] in reference["country"] for origin in origins)
    languages = {code for origin in origins for code in [*origin["languages"], *origin.get("also", [])]}
    assert all(code in reference["language"] for code in languages)
    assert all(status in reference["residence_status"] for origin in origins for status in origin["status"])
    assert all(topic["code"] in reference["life_domain"] for topic in topics)
    assert all(len(each["family"]) == len(each.get("family_women", each["family"])) for each in origins)


def test_what_waits_for_later_records_is_marked_and_readable() -> None:
    waiting = [row for path in TOLD for row in read(path).get("waiting", [])]
    assert {row["waiting_for"] for row in waiting} == WAITING
    assert not WAITING & {kind.name for kind in RECORDS}, "these records exist now: load them"
    notation = Notation(MONDAY)
    for row in waiting:
        for name in {"date", "due", "posted", "known", "handled", "trigger", "kept_on", "from", "valid_until"} & set(
            row
        ):
            assert notation.day(row[name])


def test_days_are_working_days_unless_meant_exactly() -> None:
    written = {value for _, _, value in fields({Type.DATE})}
    rolled = {value for value in written if not value.endswith("!") and not value.startswith("month")}
    assert len(rolled) > 50
    assert [(text, day) for text in rolled for day in DAYS if not is_working_day(Notation(day).day(text))] == []


def test_ages_stay_true_on_every_day() -> None:
    written = [value for _, _, value in fields({Type.PARTIAL_DATE})]
    assert len(written) > 20
    for day in [*DAYS, dt.date(2028, 2, 29), dt.date(2028, 12, 31)]:
        for text in written:
            years = int(re.search(r"\d+", text)[0])  # type: ignore[index]
            assert age_on(Notation(day).birth(text), day) == years, (text, day)


def test_phones_are_reserved_for_media_and_mail_goes_nowhere() -> None:
    written = [(where, text) for where, text in texts() if not MUNICIPALITY.fullmatch(text)]
    found = [(where, number) for where, text in written for number in LIKE_PHONE.findall(text)]
    assert len(found) > 10
    assert [(where, number) for where, number in found if not RESERVED.fullmatch(number)] == []
    mails = [text for _, text in texts() if "@" in text]
    assert mails
    assert all(mail.endswith("@example.org") for mail in mails)


def test_texts_are_kind_and_set_properly() -> None:
    for where, text in texts():
        assert not DU.search(text), (where, text)
        assert text.count("„") == text.count("“"), (where, text)
        assert '"' not in text, (where, text)
        assert Notation(MONDAY).text(text).isprintable(), (where, text)


def test_goals_are_the_familys_own_and_never_supervision() -> None:
    wordings = [value for _, name, value in fields({Type.TEXT}) if name == "wording"]
    assert len(wordings) > 15
    bossy = re.compile(r"\b(muss|soll|sollen|pünktlich|regelmäßig)\b")
    assert [text for text in wordings if bossy.search(text)] == []


def test_nobody_below_eighteen_interprets() -> None:
    children = {row["given_name"] for path in TOLD for row in read(path)["person"] if row.get("role") == "child"}
    helpers = [value for _, name, value in fields({Type.TEXT}) if name == "interpreter"]
    assert helpers
    assert not [helper for helper in helpers if any(child in helper for child in children)]


@pytest.mark.parametrize("text", ["gestern", "today-", "today+x", "22.11.2026", "tomorrow", "10y"])
def test_other_notations_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="notation"):
        Notation(MONDAY).day(text)


def test_the_notation_reads_as_its_page_says() -> None:
    notation = Notation(MONDAY)
    assert notation.day("today-8") == dt.date(2026, 11, 13)
    assert notation.day("today+5") == dt.date(2026, 11, 30)
    assert notation.day("today-8!") == dt.date(2026, 11, 15)
    assert notation.day("month-end+3") == dt.date(2027, 2, 28)
    assert notation.birth("year-64~") == "1962~"
    assert notation.text("{today-11}, {today-11|short}, {month+2}, {month-2|name}") == (
        "12.11.2026, 12.11., 01/2027, September"
    )


# the desk ---------------------------------------------------------------------


def test_the_list_looks_like_a_desk(demo: Desk) -> None:
    counts = families.counts(demo)
    assert (counts.active, counts.total) == (34, 211)
    listed = families.rows(demo, families.order(demo, "case_number")).values()
    assert len({row.case_number for row in listed}) == 34
    assert all(row.last_contact and row.last_contact <= MONDAY for row in listed)
    assert len({row.phase for row in listed}) >= 6
    assert len({row.place for row in listed}) >= 10
    assert demo.profile.name == "M. Sommer"
    assert len(demo.query.every(StructuralObservation)) == 4


def test_the_main_family_is_told_in_full(demo: Desk, dimitrov: RecordId) -> None:
    head = family.header(demo, dimitrov)
    assert (head.row.case_number, head.row.label, head.row.native) == ("KD-2026-0017", "Dimitrov", "Димитров")
    assert (head.row.persons, head.row.since, head.row.last_contact) == (5, dt.date(2026, 4, 16), dt.date(2026, 11, 12))
    assert (head.consents_valid, head.consents_withdrawn) == (4, 1)
    forms = {contact.form for contact in demo.query.of_case(Contact, dimitrov)}
    assert {"home_visit", "office", "phone", "accompaniment", "case_conference"} <= forms
    ages = {p.given_name: age_on(p.birth_date, MONDAY) for p in demo.query.of_case(Person, dimitrov) if p.birth_date}
    assert ages == {"Georgi": 35, "Elena": 32, "Mariya": 10, "Ivan": 5, "Sofia": 2, "Stefka": 64}


def test_two_plans_are_frozen_and_the_third_is_open(demo: Desk, dimitrov: RecordId) -> None:
    plans = demo.query.of_case(SupportPlan, dimitrov)
    assert [(plan.version, plan.signed_on is not None) for plan in plans] == [(1, True), (2, True), (3, False)]
    goals = [goal for goal in demo.query.of_case(Goal, dimitrov) if goal.plan == plans[2].id]
    assert [(goal.position, goal.domain) for goal in goals] == [
        (1, "housing"), (2, "language"), (3, "education"), (4, "finance")
    ]  # fmt: skip
    measures = demo.query.of_case(Measure, dimitrov)
    assert {measure.carried_from for measure in measures if measure.carried_from} <= {each.id for each in measures}
    assert all(plan.wish_translation for plan in plans)
    told = demo.query.of_case(Goal, dimitrov)
    assert all(goal.wording_translation and goal.indicator_translation for goal in told)
    assert all(each.text_translation for each in measures if each.goal)


def test_the_list_counts_promises_as_the_page_does(demo: Desk, dimitrov: RecordId) -> None:
    page = family.overview(demo, dimitrov)
    assert page.header.row.promises == len(page.promises) == 5
    assert page.header.row.next_due == page.promises[0].until == dt.date(2026, 11, 19)


@pytest.mark.parametrize(
    ("text", "label"),
    [("Димитрова", "Dimitrov"), ("الحسن", "Al-Hassan"), ("ተስፋይ", "Tesfay"), ("Yildiz", "Yıldız"),
     ("Коваленко", "Kovalenko"), ("rahimi rheine", "Rahimi"), ("0176 040690 61", "Berisha"),
     ("KD-2026-0023", "Camara")],
)  # fmt: skip
def test_a_family_is_found_in_every_script(demo: Desk, text: str, label: str) -> None:
    hits = families.hits(demo, text)
    assert hits
    assert label in {row.label for row in families.rows(demo, sorted(hits)).values()}


def test_nothing_of_the_notation_is_left_in_a_text(demo: Desk) -> None:
    for kind in RECORDS:
        for record in demo.query.every(kind.cls):
            values = [getattr(record, spec.name) for spec in kind.fields if spec.type in {Type.TEXT, Type.NOTE}]
            if kind.name == "text_block":  # keeps placeholders for the note it is put into
                values = [fill(value or "", dict.fromkeys(PLACEHOLDERS, "x")) for value in values]
            assert not [value for value in values if value and re.search(r"[{}|]|today|month", value)]


def test_the_journal_holds_and_there_is_nothing_to_undo(demo: Desk) -> None:
    assert demo.store.broken_journal_rows() == []
    assert not demo.store.differences()
    assert demo.store.stale() == Stale()
    assert not demo.store.can_undo()


def test_on_another_day_the_story_moves_along(demo: Desk, dimitrov: RecordId, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    with make_desk(tmp_path / "tresor", EASTER_MONDAY) as later:
        load_demo(later, progress=Progress(lambda done, total: steps.append((done, total))))
        moved = family.header(later, main_family(later)).row
        assert families.counts(later) == families.counts(demo)
        assert later.query.of_case(Contact, moved.id)[0].date == dt.date(2026, 8, 20)
        assert moved.last_contact == dt.date(2027, 3, 18)
        assert moved.next_due == dt.date(2027, 3, 25)
        names = [person.given_name for person in family.persons(later, moved.id)]
    assert names == [person.given_name for person in family.persons(demo, dimitrov)]
    assert steps[0] == (0, 211)
    assert steps[-1] == (211, 211)
