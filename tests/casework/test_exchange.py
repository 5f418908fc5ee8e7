"""From the desk's side: enrolled by words, sent, confirmed; every bad arrival is refused and changes nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kimdesk.base.errors import KimError, UserProblem, explain
from kimdesk.base.progress import Progress
from kimdesk.casework import exchange
from kimdesk.casework.desk import Services, open_desk
from kimdesk.domain.changes import Set
from kimdesk.domain.views.exchange import Head
from kimdesk.office.enrolment import enrol
from kimdesk.office.imports import import_bundle
from kimdesk.office.receipts import receipts
from kimdesk.store.ledger import INCARNATION
from kimdesk.store.post import post_of
from tests.support.districts import (
    PERIOD,
    Pair,
    add_cases,
    introduce,
    make_desk,
    make_office,
    observe,
    pair,
    send,
)
from tests.support.vaults import PASSPHRASE

__all__ = ["pair"]


def refused(code: str, call: object, *arguments: object) -> None:
    with pytest.raises(KimError) as error:
        call(*arguments)  # type: ignore[operator]  # the function under test
    assert error.value.code == code
    for lang in ("de", "en"):
        text = explain(error.value, lang)  # type: ignore[arg-type]  # one of the two
        assert text.what
        assert text.next


def test_a_bundle_travels_and_comes_back_as_arrived(pair: Pair) -> None:
    add_cases(pair.desk, 3)
    seen = observe(pair.desk)
    written = send(pair.desk, pair.folder / "a.kimb")
    assert written.seq == 1
    (sent,) = exchange.history(pair.desk)
    assert (sent.seq, sent.arrived_at) == (1, None)
    assert {item.state for item in sent.items} == {"sent"}

    imported = import_bundle(pair.office, pair.folder / "a.kimb")
    assert (imported.status, imported.counts) == ("new", {"figures": 1, "observations": 1})
    (receipt,) = receipts(pair.office, pair.folder)
    taken = exchange.receive(pair.desk, receipt.path)
    assert (taken.status, taken.partner, taken.seq) == ("new", "Kreis Steinfurt", 1)
    assert seen in {state.item for state in taken.arrived}
    assert not taken.refused
    (arrived,) = exchange.history(pair.desk)
    assert arrived.arrived_at == pair.desk.clock.now_ms()
    assert {item.state for item in arrived.items} == {"imported"}


def test_the_preview_shows_everything_that_leaves(pair: Pair) -> None:
    add_cases(pair.desk, 25)
    observe(pair.desk)
    prepared = exchange.prepare_bundle(pair.desk, "steinfurt", period=PERIOD)
    shown = {table.number for _, table in prepared.tables}
    assert shown == {"F1", "F2", "F7", "F9"}
    assert len(prepared.observations) == len(prepared.records["observations"]) == 1
    assert {record["figure"] for record in prepared.records["figures"]} == shown
    assert "Vera" not in str(prepared.records)
    assert "KD-" not in str(prepared.records)


def test_only_what_was_chosen_leaves(pair: Pair) -> None:
    observe(pair.desk)
    only = exchange.prepare_bundle(pair.desk, "steinfurt", period=PERIOD, contents=["figures"])
    assert set(only.records) == {"figures"}
    assert not only.observations


def test_what_has_not_arrived_goes_again_and_what_has_does_not(pair: Pair) -> None:
    observe(pair.desk, "Erste.")
    send(pair.desk, pair.folder / "lost.kimb")
    observe(pair.desk, "Zweite.")
    send(pair.desk, pair.folder / "b.kimb")
    imported = import_bundle(pair.office, pair.folder / "b.kimb")
    assert imported.counts["observations"] == 2
    assert imported.gap
    exchange.receive(pair.desk, receipts(pair.office, pair.folder)[0].path)
    assert all(bundle.arrived_at for bundle in exchange.history(pair.desk))
    after = exchange.prepare_bundle(pair.desk, "steinfurt", period=PERIOD)
    assert not after.observations
    with pytest.raises(UserProblem, match=r"bundle\.nothing_new"):
        exchange.prepare_bundle(pair.desk, "steinfurt", period=PERIOD, contents=["observations"])


def test_a_changed_observation_goes_again(pair: Pair) -> None:
    seen = observe(pair.desk)
    send(pair.desk, pair.folder / "a.kimb")
    import_bundle(pair.office, pair.folder / "a.kimb")
    exchange.receive(pair.desk, receipts(pair.office, pair.folder)[0].path)
    pair.desk.apply(Set("structural_observation", seen, "description", "Neu gefasst."))
    prepared = exchange.prepare_bundle(pair.desk, "steinfurt", period=PERIOD)
    assert [each.description for each in prepared.observations] == ["Neu gefasst."]


def test_a_receipt_taken_in_twice_changes_nothing(pair: Pair) -> None:
    observe(pair.desk)
    send(pair.desk, pair.folder / "a.kimb")
    import_bundle(pair.office, pair.folder / "a.kimb")
    (receipt,) = receipts(pair.office, pair.folder)
    first = exchange.receive(pair.desk, receipt.path)
    before = exchange.history(pair.desk)
    again = exchange.receive(pair.desk, receipt.path)
    assert (first.status, again.status) == ("new", "replay")
    assert again.arrived == first.arrived
    assert exchange.history(pair.desk) == before


def test_an_older_receipt_does_not_take_anything_back(pair: Pair) -> None:
    paths = []
    for number in range(2):
        observe(pair.desk, f"Nummer {number}.")
        send(pair.desk, pair.folder / f"{number}.kimb")
        import_bundle(pair.office, pair.folder / f"{number}.kimb")
        paths.append(receipts(pair.office, pair.folder)[0].path)
    assert exchange.receive(pair.desk, paths[1]).status == "new"
    before = exchange.history(pair.desk)
    assert exchange.receive(pair.desk, paths[0]).status == "older"
    assert exchange.history(pair.desk) == before


@pytest.mark.parametrize("text", ["Frau Dimitrova wartet.", "Еленa wartet.", "Elenas Kurs", "Fall KD 2026 0001"])
def test_observations_that_name_people_do_not_leave(pair: Pair, text: str) -> None:
    from kimdesk.casework.families import NewFamily, create_family

    create_family(pair.desk, NewFamily(family_name="Dimitrova", given_name="Elena", case_number="KD-2026-0001"))
    seen = observe(pair.desk, text)
    refused("observation.names", lambda: exchange.prepare_bundle(pair.desk, "steinfurt", period=PERIOD))
    assert exchange.names_in(pair.desk, pair.desk.query.every(exchange.StructuralObservation)[0])
    pair.desk.apply(Set("structural_observation", seen, "description", "Eine Familie wartet."))
    assert exchange.prepare_bundle(pair.desk, "steinfurt", period=PERIOD).observations


def test_wrong_words_enrol_nobody(services: Services, tmp_path: Path) -> None:
    with make_desk(services, tmp_path / "d") as desk, make_office(services, tmp_path / "o") as office:
        request = exchange.enrol_request(desk, "Laptop 3")
        refused("enrol.words_differ", enrol, office, request, office.words)
        grant, _ = enrol(office, request, exchange.own_words(desk))
        refused("enrol.words_differ", exchange.accept_grant, desk, grant, exchange.own_words(desk))
        assert exchange.partners(desk) == ()
        refused("partner.unknown", lambda: exchange.prepare_bundle(desk, "steinfurt", period=PERIOD))


def test_a_receipt_for_another_desk_is_refused(pair: Pair, services: Services, tmp_path: Path) -> None:
    with make_desk(services, tmp_path / "other") as other:
        introduce(other, pair.office, "Laptop 4")
        observe(other)
        send(other, pair.folder / "o.kimb")
        import_bundle(pair.office, pair.folder / "o.kimb")
        (receipt,) = receipts(pair.office, pair.folder)
        refused("bundle.not_for_us", exchange.receive, pair.desk, receipt.path)


def test_a_tampered_or_foreign_receipt_is_refused(pair: Pair, services: Services, tmp_path: Path) -> None:
    observe(pair.desk)
    send(pair.desk, pair.folder / "a.kimb")
    import_bundle(pair.office, pair.folder / "a.kimb")
    (receipt,) = receipts(pair.office, pair.folder)
    broken = bytearray(receipt.path.read_bytes())
    broken[-5] ^= 1
    (pair.folder / "b.kimb").write_bytes(broken)
    refused("bundle.altered", exchange.receive, pair.desk, pair.folder / "b.kimb")
    (pair.folder / "c.kimb").write_bytes(broken[:2_000])
    refused("bundle.altered", exchange.receive, pair.desk, pair.folder / "c.kimb")
    (pair.folder / "d.kimb").write_bytes(b"")
    refused("bundle.empty", exchange.receive, pair.desk, pair.folder / "d.kimb")
    refused("medium.gone", exchange.receive, pair.desk, pair.folder / "weg.kimb")
    refused("bundle.unknown_sender", exchange.receive, pair.desk, pair.folder / "a.kimb")
    with make_desk(services, tmp_path / "stranger") as stranger:
        refused("bundle.unknown_sender", exchange.receive, stranger, receipt.path)
    assert exchange.history(pair.desk)[0].arrived_at is None


def test_a_copy_of_the_vault_that_sends_on_its_own_is_found_out(pair: Pair, services: Services, tmp_path: Path) -> None:
    pair.desk.close()
    shutil.copytree(tmp_path / "desk", tmp_path / "old")
    with open_desk(services, tmp_path / "desk", PASSPHRASE) as desk:
        observe(desk, "Vom richtigen Gerät.")
        send(desk, pair.folder / "a.kimb")
    with open_desk(services, tmp_path / "old", PASSPHRASE) as old:
        observe(old, "Aus der alten Kopie.")
        send(old, pair.folder / "b.kimb")
        import_bundle(pair.office, pair.folder / "a.kimb")
        refused("bundle.fork", import_bundle, pair.office, pair.folder / "b.kimb")
        (receipt,) = receipts(pair.office, pair.folder)
        refused("bundle.ack_fork", exchange.receive, old, receipt.path)


def test_a_vault_that_was_rolled_back_notices_it_by_the_receipt(pair: Pair, services: Services, tmp_path: Path) -> None:
    pair.desk.close()
    shutil.copytree(tmp_path / "desk", tmp_path / "old")
    with open_desk(services, tmp_path / "desk", PASSPHRASE) as desk:
        observe(desk)
        send(desk, pair.folder / "a.kimb")
    import_bundle(pair.office, pair.folder / "a.kimb")
    (receipt,) = receipts(pair.office, pair.folder)
    with open_desk(services, tmp_path / "old", PASSPHRASE) as old:
        refused("bundle.ack_ahead", exchange.receive, old, receipt.path)
        assert exchange.history(old) == ()


def test_verify_says_intact_by_words_and_enrolled_only_with_a_vault(pair: Pair) -> None:
    send(pair.desk, pair.folder / "a.kimb")
    path = pair.folder / "a.kimb"
    stranger = exchange.verify(path)
    assert (stranger.words, stranger.enrolled) == (exchange.own_words(pair.desk), None)
    assert exchange.verify(path, pair.desk).enrolled is True
    import_bundle(pair.office, path)
    (receipt,) = receipts(pair.office, pair.folder)
    known = exchange.verify(receipt.path, pair.desk)
    assert (known.kind, known.enrolled, known.partner) == ("receipt", True, "Kreis Steinfurt")


def test_keys_and_partners_survive_closing(pair: Pair, services: Services, tmp_path: Path) -> None:
    words = exchange.own_words(pair.desk)
    pair.desk.close()
    with open_desk(services, tmp_path / "desk", PASSPHRASE) as desk:
        assert exchange.own_words(desk) == words
        (office,) = exchange.partners(desk)
        assert (office.short_name, office.words) == ("steinfurt", pair.office.words)


def test_a_receipt_for_an_earlier_life_of_this_vault_changes_nothing(pair: Pair) -> None:
    observe(pair.desk)
    send(pair.desk, pair.folder / "a.kimb")
    import_bundle(pair.office, pair.folder / "a.kimb")
    (receipt,) = receipts(pair.office, pair.folder)
    post_of(pair.desk.store).ledger.keep_secrets({INCARNATION: bytes(16)})  # as restoring a backup does
    send(pair.desk, pair.folder / "b.kimb")
    before = exchange.history(pair.desk)
    taken = exchange.receive(pair.desk, receipt.path)
    assert (taken.status, taken.seq) == ("elsewhere", 1)
    assert exchange.history(pair.desk) == before
    assert before[0].arrived_at is None


def test_several_receipts_at_once_one_of_them_forged(pair: Pair) -> None:
    observe(pair.desk)
    send(pair.desk, pair.folder / "a.kimb")
    import_bundle(pair.office, pair.folder / "a.kimb")
    (receipt,) = receipts(pair.office, pair.folder)
    forged = pair.folder / "x.kimb"
    forged.write_bytes(receipt.path.read_bytes()[:-3] + b"abc")
    steps: list[tuple[int, int]] = []
    paths = [forged, receipt.path, receipt.path, pair.folder / "weg.kimb"]
    found = exchange.receive_all(pair.desk, paths, Progress(lambda done, total: steps.append((done, total))))
    told = [each.code if isinstance(each, KimError) else each.status for each in found]
    assert told == ["bundle.altered", "new", "replay", "medium.gone"]
    assert steps[-1] == (4, 4)


def test_a_hundred_bundles_stay_in_the_history(pair: Pair) -> None:
    ledger = post_of(pair.desk.store).ledger
    (row,) = ledger.partners()
    for number in range(1, 101):
        ledger.record_sent(row.fingerprint, Head(number, bytes(32)))
    assert [bundle.seq for bundle in exchange.history(pair.desk)] == list(range(100, 0, -1))
