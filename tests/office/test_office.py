"""From the office's side: devices let in by words, bundles taken over whole or not at all, sums, receipts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kimdesk.base.errors import KimError, explain
from kimdesk.casework import exchange
from kimdesk.casework.desk import Services, open_desk
from kimdesk.domain.changes import Set
from kimdesk.domain.figures import Period
from kimdesk.office.deliveries import overview
from kimdesk.office.district import figures
from kimdesk.office.enrolment import enrol, enrol_file, look, revoke
from kimdesk.office.imports import figure_refused, import_bundle, observation_refused
from kimdesk.office.observations import observations
from kimdesk.office.office import NewOffice, create_office, open_office
from kimdesk.office.receipts import receipts
from kimdesk.store.ledger import INCARNATION
from kimdesk.store.post import post_of
from kimdesk.store.store import Store
from tests.support.districts import PERIOD, Pair, add_cases, introduce, make_desk, make_office, observe, pair, send
from tests.support.vaults import PASSPHRASE

__all__ = ["pair"]


def code_of(call: object, *arguments: object) -> str:
    with pytest.raises(KimError) as error:
        call(*arguments)  # type: ignore[operator]  # the function under test
    assert explain(error.value, "de").next
    assert explain(error.value, "en").next
    return error.value.code


def cells(office: object, number: str) -> dict[str, int]:
    return dict(next(each.table for each in figures(office, PERIOD) if each.table.number == number).cells)  # type: ignore[arg-type]  # an open office


def test_enrolment_by_files(services: Services, tmp_path: Path) -> None:
    with make_desk(services, tmp_path / "d") as desk, make_office(services, tmp_path / "o") as office:
        words = exchange.save_request(desk, "Laptop 3", tmp_path / "a.kimr")
        asked = look((tmp_path / "a.kimr").read_bytes())
        assert (asked.label, asked.role, asked.words) == ("Laptop 3", "desk", words)
        enrolled = enrol_file(office, tmp_path / "a.kimr", words, tmp_path / "a.kimg")
        assert enrolled.short_name == "-".join(words.split()[:2])
        assert exchange.grant_words(tmp_path / "a.kimg") == office.words
        partner = exchange.accept_file(desk, tmp_path / "a.kimg", office.words)
        assert (partner.short_name, partner.label, partner.role) == ("steinfurt", "Kreis Steinfurt", "office")
        assert code_of(exchange.save_request, desk, "x", tmp_path / "a.kimr") == "medium.exists"


def test_a_late_bundle_from_before_a_restore_says_nothing_newer(pair: Pair) -> None:
    def written(name: str, description: str) -> Path:
        pair.desk.apply(Set("structural_observation", seen, "description", description))
        send(pair.desk, pair.folder / name)
        return pair.folder / name

    def taken(bundle: Path) -> list[str]:
        pair.office.clock.ms += 1000  # type: ignore[attr-defined]  # the clock of the tests
        import_bundle(pair.office, bundle)
        return [each.description for each in observations(pair.office, PERIOD)]

    seen = observe(pair.desk)
    assert taken(written("a.kimb", "Erst.")) == ["Erst."]
    late = written("b.kimb", "Vor dem Wiederherstellen.")
    post_of(pair.desk.store).ledger.keep_secrets({INCARNATION: bytes(16)})
    assert taken(written("c.kimb", "Danach.")) == ["Danach."]
    assert taken(late) == ["Danach."]


def test_the_same_bundle_twice_changes_nothing_and_is_answered_again(pair: Pair) -> None:
    observe(pair.desk)
    send(pair.desk, pair.folder / "a.kimb")
    first = import_bundle(pair.office, pair.folder / "a.kimb")
    (one,) = receipts(pair.office, pair.folder)
    assert receipts(pair.office, pair.folder) == ()
    again = import_bundle(pair.office, pair.folder / "a.kimb")
    assert (first.status, again.status) == ("new", "replay")
    assert again.states == first.states
    assert len(observations(pair.office, PERIOD)) == 1
    (two,) = receipts(pair.office, pair.folder)
    assert set(exchange.receive(pair.desk, two.path).arrived) == set(first.states)
    assert exchange.receive(pair.desk, one.path).status == "older"


def test_out_of_order_ends_in_the_same_sums(pair: Pair) -> None:
    for number in range(3):
        add_cases(pair.desk, 1)
        send(pair.desk, pair.folder / f"{number}.kimb")
    results = [import_bundle(pair.office, pair.folder / f"{number}.kimb") for number in (2, 0, 1)]
    assert [result.gap for result in results] == [True, False, False]
    assert [result.late for result in results] == [False, True, True]
    assert cells(pair.office, "F1") == {"start": 0, "new": 3, "closed": 0, "end": 3}
    (receipt,) = receipts(pair.office, pair.folder)
    assert receipt.seq == 3
    exchange.receive(pair.desk, receipt.path)
    assert all(bundle.arrived_at for bundle in exchange.history(pair.desk))


def test_a_bundle_for_another_office_is_refused(pair: Pair, services: Services, tmp_path: Path) -> None:
    send(pair.desk, pair.folder / "a.kimb")
    with make_office(services, tmp_path / "elsewhere", "borken") as elsewhere:
        assert code_of(import_bundle, elsewhere, pair.folder / "a.kimb") == "bundle.unknown_sender"
        introduce(pair.desk, elsewhere)
        assert code_of(import_bundle, elsewhere, pair.folder / "a.kimb") == "bundle.not_for_us"
        assert figures(elsewhere, PERIOD) == ()


def test_bad_files_are_refused_and_nothing_changes(pair: Pair) -> None:
    observe(pair.desk)
    send(pair.desk, pair.folder / "a.kimb")
    good = (pair.folder / "a.kimb").read_bytes()
    bad = pair.folder / "b.kimb"
    for data, code in (
        (b"", "bundle.empty"),
        (b"Guten Tag\n", "bundle.not_ours"),
        (good.replace(b"BUNDLE 1", b"BUNDLE 2"), "bundle.version"),
        (good[:300], "bundle.envelope"),
        (good[:-1], "bundle.altered"),
        (good + b"x", "bundle.altered"),
        (good[:-9] + b"X" + good[-8:], "bundle.altered"),
    ):
        bad.write_bytes(data)
        assert code_of(import_bundle, pair.office, bad) == code
    assert observations(pair.office, PERIOD) == ()
    assert receipts(pair.office, pair.folder) == ()
    assert import_bundle(pair.office, pair.folder / "a.kimb").status == "new"


def test_a_revoked_device_is_kept_out_and_its_bundle_kept(pair: Pair, tmp_path: Path) -> None:
    send(pair.desk, pair.folder / "a.kimb")
    revoke(pair.office, overview(pair.office)[0].short_name)
    assert code_of(import_bundle, pair.office, pair.folder / "a.kimb") == "bundle.revoked_sender"
    assert len(list((tmp_path / "office" / "quarantine").iterdir())) == 1
    assert overview(pair.office)[0].revoked


def test_a_failure_while_applying_leaves_nothing_half_done(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    from kimdesk.store.ledger import Ledger

    observe(pair.desk)
    send(pair.desk, pair.folder / "a.kimb")

    def fail(*arguments: object) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patched:
        patched.setattr(Ledger, "remember_answer", fail)
        assert code_of(import_bundle, pair.office, pair.folder / "a.kimb") == "disk.full"
    assert observations(pair.office, PERIOD) == ()
    assert overview(pair.office)[0].last_seq == 0
    assert import_bundle(pair.office, pair.folder / "a.kimb").status == "new"


def test_sums_of_few_desks_show_totals_only(pair: Pair, services: Services, tmp_path: Path) -> None:
    desks = [pair.desk, *(make_desk(services, tmp_path / f"d{number}") for number in range(2))]
    for number, desk in enumerate(desks):
        if number:
            introduce(desk, pair.office, f"Laptop {number}")
        add_cases(desk, 20, phase="planning" if number else "assessment")
        send(desk, pair.folder / f"{number}.kimb")
        import_bundle(pair.office, pair.folder / f"{number}.kimb")
        expected = {"total": 20 * (number + 1)} if number < 2 else {"assessment": 20, "planning": 40}
        assert cells(pair.office, "F9") == expected
    assert cells(pair.office, "F1") == {"start": 0, "new": 60, "closed": 0, "end": 60}
    assert cells(pair.office, "F2") == {"27–44": 60}
    assert all(each.desks == 3 and not each.merged for each in figures(pair.office, PERIOD))
    assert figures(pair.office, Period(start=dt.date(2025, 1, 1), end=dt.date(2025, 12, 31))) == ()
    for desk in desks[1:]:
        desk.close()


def test_the_overview_says_what_is_missing_and_what_waits(pair: Pair) -> None:
    for number in range(3):
        send(pair.desk, pair.folder / f"{number}.kimb")
    for number in (0, 2):
        import_bundle(pair.office, pair.folder / f"{number}.kimb")
    (row,) = overview(pair.office)
    assert (row.label, row.last_seq, row.missing, row.unanswered) == ("Laptop 3", 3, (2,), 2)
    receipts(pair.office, pair.folder)
    assert overview(pair.office)[0].unanswered == 0


def test_items_the_office_cannot_use_are_refused_one_by_one(pair: Pair) -> None:
    add_cases(pair.desk, 25)
    prepared = exchange.prepare_bundle(pair.desk, "steinfurt", period=PERIOD)
    by_number = {record["figure"]: record for record in prepared.records["figures"]}
    reference = pair.office.reference
    assert [figure_refused(record, reference) for record in by_number.values()] == [None] * 4
    for change, code in (
        ({"figure": "F99"}, "office.unknown_figure"),
        ({"definition": 9}, "office.unknown_figure"),
        ({"id": "0" * 32}, "office.unknown_figure"),  # the same figure twice under two ids
        ({"date_to": "2020-01-01"}, "office.period"),
        ({"cells": [["Maria_Sommer", 40]]}, "office.unknown_code"),
        ({"cells": [["0-2", 4]]}, "office.small_cells"),
        ({"cells": [["0-2", 0]]}, "office.small_cells"),
        ({"cells": [["27-44", 20], ["other", 4]]}, "office.small_cells"),
        ({"cells": [["27-44", 20], ["total", 4]]}, "office.small_cells"),
        ({"cells": [["total", 4]]}, None),
    ):
        assert figure_refused({**by_number["F2"], **change}, reference) == code
    assert figure_refused({**by_number["F1"], "cells": [["total", 3]]}, reference) == "office.unknown_code"
    good = {"topic": "language", "frequency": reference["frequency"].entries[0].code}
    assert observation_refused(good, reference) is None
    assert observation_refused({**good, "topic": "gossip"}, reference) == "office.unknown_code"


def test_a_refused_item_reaches_the_desk_with_its_reason(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    observe(pair.desk)
    send(pair.desk, pair.folder / "a.kimb")
    monkeypatch.setattr("kimdesk.office.imports.observation_refused", lambda record, reference: "office.unknown_code")
    assert len(import_bundle(pair.office, pair.folder / "a.kimb").refused) == 1
    taken = exchange.receive(pair.desk, receipts(pair.office, pair.folder)[0].path)
    assert [state.code for state in taken.refused] == ["office.unknown_code"]
    states = {item.contents: (item.state, item.code) for item in exchange.history(pair.desk)[0].items}
    assert states["observations"] == ("refused", "office.unknown_code")
    assert not exchange.prepare_bundle(pair.desk, "steinfurt", period=PERIOD).observations


def test_offices_and_desks_are_not_mistaken_for_each_other(pair: Pair, services: Services, tmp_path: Path) -> None:
    pair.desk.close()
    pair.office.close()
    assert code_of(open_office, services, tmp_path / "desk", PASSPHRASE) == "vault.wrong_kind"
    assert code_of(open_desk, services, tmp_path / "office", PASSPHRASE) == "vault.wrong_kind"
    with open_office(services, tmp_path / "office", PASSPHRASE) as office:
        assert office.names.short_name == "steinfurt"
        assert len(overview(office)) == 1


def test_an_office_needs_usable_names_before_anything_is_made(services: Services, tmp_path: Path) -> None:
    new = NewOffice(folder=tmp_path / "o", label="Kreis", short_name="zwei Wörter", district="05566", passphrase="x")
    assert code_of(create_office, services, new) == "enrol.short_name"
    assert not (tmp_path / "o").exists()


def test_an_office_enrols_no_office(services: Services, tmp_path: Path) -> None:
    from kimdesk.exchange.enrolment import make_request

    with make_office(services, tmp_path / "a") as one, make_office(services, tmp_path / "b") as other:
        request = make_request(other.keys, label="Amt", clock=other.clock)
        assert code_of(enrol, one, request, other.words) == "enrol.role"


def test_nothing_of_the_exchange_lies_readable_on_the_disk(pair: Pair, tmp_path: Path) -> None:
    observe(pair.desk, "MARKERTEXT ohne Namen.")
    send(pair.desk, pair.folder / "a.kimb")
    import_bundle(pair.office, pair.folder / "a.kimb")
    receipts(pair.office, pair.folder)
    assert isinstance(pair.office.store, Store)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert b"MARKERTEXT" not in data
            assert pair.office.keys.signing.seed not in data
            assert pair.office.keys.age.seed not in data
