"""Invented caseloads: the same from the same seed, plausible, and findable in every script."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kimdesk.app.compose import services as build_services
from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import Cancelled
from kimdesk.base.progress import SILENT, Cancel, Progress
from kimdesk.casework import families
from kimdesk.casework.desk import Desk, NewDesk, Services, create_desk
from kimdesk.casework.families import NewFamily, create_family
from kimdesk.casework.generate import CHANGES_AT_ONCE, generate, write_families
from kimdesk.domain.declare import Type
from kimdesk.domain.holidays import is_working_day
from kimdesk.domain.records import RECORDS, Case, Consent, Contact, Goal, Measure, Person, SupportPlan
from kimdesk.domain.values import age_on, lower_bound
from kimdesk.store.upkeep import Stale
from tests.support.vaults import CHEAP, PASSPHRASE, PROFILE

REFS = {Type.REF, Type.REFS, Type.PARENT}


def values_of(desk: Desk) -> list[tuple[object, ...]]:
    """Return everything a desk holds but ids, in the order it was made."""
    return [
        tuple(getattr(record, spec.name) for spec in kind.fields if spec.type not in REFS)
        for kind in RECORDS
        for record in sorted(desk.query.every(kind.cls), key=lambda each: each.id)
    ]


def generated(services: Services, folder: Path, *, seed: int) -> list[tuple[object, ...]]:
    new = NewDesk(folder=folder, label="Tresor", passphrase=PASSPHRASE, profile=PROFILE)
    with create_desk(services, new)[0] as desk:
        generate(desk, families=6, seed=seed, contacts=3)
        return values_of(desk)


@pytest.fixture(scope="module")
def caseload(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Return a desk with sixty invented families; only read from."""
    folder = tmp_path_factory.mktemp("generated") / "tresor"
    clock = FixedClock.at(dt.date(2026, 11, 20))
    new = NewDesk(folder=folder, label="Tresor", passphrase=PASSPHRASE, profile=PROFILE)
    with create_desk(build_services(clock, CHEAP), new)[0] as desk:
        generate(desk, families=60, seed=7, contacts=5)
        yield desk


def scripts(text: str) -> set[str]:
    return {unicodedata.name(letter).split()[0] for letter in text if letter.isalpha()}


def test_the_same_seed_gives_the_same_families(services: Services, tmp_path: Path) -> None:
    first = generated(services, tmp_path / "a", seed=3)
    assert first == generated(services, tmp_path / "b", seed=3)
    assert first != generated(services, tmp_path / "c", seed=4)


def test_as_many_as_asked_for(caseload: Desk) -> None:
    counts = families.counts(caseload)
    assert (counts.active, counts.total) == (24, 60)
    assert len(caseload.query.every(Contact)) == 300
    assert len({case.case_number for case in caseload.query.every(Case)}) == 60


def test_families_have_two_to_seven_people(caseload: Desk) -> None:
    sizes = [len(caseload.query.of_case(Person, case.id)) for case in caseload.query.every(Case)]
    assert set(sizes) <= set(range(2, 8))
    assert len(set(sizes)) >= 4


def test_people_are_of_plausible_ages(caseload: Desk) -> None:
    for person in caseload.query.every(Person):
        assert person.birth_date is not None
        age = age_on(person.birth_date, caseload.today)
        assert lower_bound(person.birth_date) <= caseload.today
        assert age < 18 if person.role == "child" else 20 <= age < 60


def test_phones_are_reserved_for_media(caseload: Desk) -> None:
    phones = {person.phone for person in caseload.query.every(Person) if person.phone}
    assert len(phones) > 10
    assert not [phone for phone in phones if not re.fullmatch(r"0176 040690 \d{2}", phone)]


def test_days_lie_in_the_time_of_the_case_and_on_working_days(caseload: Desk) -> None:
    for case in caseload.query.every(Case):
        assert case.first_contact is not None
        end = case.closed_on or caseload.today
        contacts = caseload.query.of_case(Contact, case.id)
        assert all(case.first_contact <= contact.date <= end for contact in contacts)
        assert all(is_working_day(contact.date) for contact in contacts)
        assert (case.closed_on is None) == (case.phase not in {"closure", "aftercare"}) == (not case.closing_reason)


def test_open_promises_belong_to_active_families(caseload: Desk) -> None:
    open_ = [measure for measure in caseload.query.every(Measure) if measure.state == "open"]
    assert open_
    closed = {case.id for case in caseload.query.every(Case) if case.closed_on}
    assert not [measure for measure in open_ if measure.case in closed]
    assert all(m.done_on is not None for m in caseload.query.every(Measure) if m.state == "done")


def test_there_are_plans_goals_and_consents(caseload: Desk) -> None:
    plans = caseload.query.every(SupportPlan)
    assert any(plan.signed_on for plan in plans)
    assert any(plan.signed_on is None for plan in plans)
    assert len(caseload.query.every(Goal)) >= len(plans)
    assert any(consent.withdrawn_on is None for consent in caseload.query.every(Consent))


def test_every_code_is_in_its_list(caseload: Desk) -> None:
    unknown = {
        (spec.codes, code)
        for kind in RECORDS
        for record in caseload.query.every(kind.cls)
        for spec in kind.fields
        if spec.codes and getattr(record, spec.name)
        for code in (getattr(record, spec.name) if spec.many else [getattr(record, spec.name)])
        if code not in caseload.reference[spec.codes]
    }
    assert not unknown


def test_families_are_found_by_both_spellings(caseload: Desk) -> None:
    seen: set[str] = set()
    numbers = {row.id: row.n for row in families.rows(caseload, range(1, 61)).values()}
    for person in caseload.query.every(Person):
        for name in (person.family_name, person.given_name, person.family_name_native, person.given_name_native):
            if name:
                seen |= scripts(name)
                assert numbers[person.case] in (families.hits(caseload, name) or ())
    assert {"LATIN", "CYRILLIC", "ARABIC", "ETHIOPIC", "GREEK"} <= seen


def test_numbers_go_on_after_those_there_are(desk: Desk) -> None:
    create_family(desk, NewFamily(family_name="Muster", case_number="KD-2026-0100"))
    generate(desk, families=12, seed=1, contacts=1)
    numbers = [case.case_number for case in desk.query.every(Case)]
    assert len(set(numbers)) == 13
    assert not [number for number in numbers if number.startswith("KD-2026") and number < "KD-2026-0100"]


def test_a_cancelled_run_keeps_what_was_written(desk: Desk) -> None:
    cancel = Cancel()

    def report(done: int, total: int) -> None:
        assert total == 40
        if done:
            cancel.request()

    with pytest.raises(Cancelled):
        generate(desk, families=40, seed=1, contacts=6, progress=Progress(report, cancel))
    assert 0 < families.counts(desk).total < 40
    assert desk.store.broken_journal_rows() == []
    assert not desk.store.differences()
    assert desk.store.stale() == Stale()


class Recorder:
    """A desk that only counts what it is given."""

    def __init__(self) -> None:
        self.sizes: list[int] = []

    def apply(self, *changes: object, undoable: bool = True) -> None:
        assert not undoable
        self.sizes.append(len(changes))


def test_transactions_stay_short_and_never_split_a_family() -> None:
    recorder: Any = Recorder()
    made: list[Any] = [["change"] * 60] * 9 + [["change"] * 400]
    write_families(recorder, made, total=10, at_once=CHANGES_AT_ONCE, progress=SILENT)
    assert recorder.sizes == [180, 180, 180, 400]
