"""A bundle goes round: sealed, verified, received, answered; any order, any loss, any repetition."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest

from kimdesk.base.errors import KimError, Surroundings, Untrusted, UserProblem
from kimdesk.domain.views.exchange import ItemState
from kimdesk.exchange.age import decrypt
from kimdesk.exchange.contents import CATALOGUE, Rules, item_id
from kimdesk.exchange.envelope import read_envelope
from kimdesk.exchange.frames import padded
from kimdesk.exchange.medium import suggested_name
from kimdesk.exchange.receipt import arrival_of, receipt_for
from kimdesk.exchange.receive import Received, Receiver, receive, receive_stream
from kimdesk.exchange.seal import Parcel, seal, write_bundle
from kimdesk.exchange.verify import verify, verify_stream
from kimdesk.vault.media import BACKUPS
from tests.exchange.fakes import (
    DESK,
    OFFICE,
    OTHER_DESK,
    District,
    MemoryBlob,
    MemoryLedger,
    district,
    figure,
    observation,
)


@pytest.fixture
def place() -> District:
    return district()


def refusal(place: District, bundle: bytes) -> str:
    with pytest.raises(KimError) as refused:
        place.office.take(bundle)
    return refused.value.code


def test_what_is_sent_is_what_arrives(place: District) -> None:
    bundle, sealed = place.desk.send(place.sync(observation(2), observation(1), figures=[figure()]), OFFICE.public)
    received = place.office.take(bundle)
    assert received.status == "new"
    assert received.head == sealed.head
    assert received.partner.keys == DESK.public
    assert received.counts == {"figures": 1, "observations": 2}
    assert place.office.frames.staged == {"figures": [figure()], "observations": [observation(1), observation(2)]}
    assert (received.gap, received.late, received.clock_suspect) == (False, False, False)


def test_nothing_readable_leaves_the_house(place: District) -> None:
    bundle, _ = place.desk.send(place.sync(observation(description="MARKER im Freitext")), OFFICE.public)
    assert b"MARKER" not in bundle
    assert b"observations" not in bundle


def test_same_state_same_number_same_nonce_give_the_same_plaintext(place: District) -> None:
    def plaintext(*records: dict[str, object]) -> bytes:
        file = BytesIO()
        seal(place.sync(*records), file, desk=place.desk.desk, recipients=[OFFICE.public], nonce=bytes(32))
        file.seek(read_envelope(BytesIO(file.getvalue())).size)
        return decrypt(file, OFFICE.age).read(1 << 20)

    first = plaintext(observation(1), observation(2))
    assert first == plaintext(observation(2), observation(1))
    assert len(first) == padded(len(first))
    assert first != plaintext(observation(1), observation(3))


def test_many_records_travel_in_several_frames(place: District) -> None:
    rows = [observation(number, "ü" * 9_000) for number in range(60)]
    bundle, sealed = place.desk.send(place.sync(*rows), OFFICE.public)
    assert len(sealed.manifest.batches) > 3
    place.office.take(bundle)
    assert place.office.frames.staged["observations"] == rows


@pytest.mark.parametrize("sizes", [[0], [1], [65_536], [65_537, 200_000]])
def test_attachments_travel_whole(place: District, sizes: list[int]) -> None:
    named = Rules("named", "sync", accepted=True, needed={"id": item_id}, blobs=True)
    catalogue = {**CATALOGUE, "named": named}
    blobs = [MemoryBlob(bytes([number]) * 16, bytes([number]) * size) for number, size in enumerate(sizes)]
    parcel = Parcel(
        "sync", OFFICE.public.fingerprint, {"named": [{"id": "0" * 32}]}, blobs=blobs[::-1], catalogue=catalogue
    )
    bundle, _ = place.desk.send(parcel, OFFICE.public)
    side = place.office
    receiver = Receiver(
        OFFICE,
        side.authority,
        side.partners,
        side.ledger,
        side.frames,
        side.blobs,
        side.clock,
        catalogue=catalogue,
    )
    receive_stream(BytesIO(bundle), receiver)
    assert side.blobs.staged == {blob.id: blob.content for blob in blobs}


def test_a_bundle_without_anything_is_a_bundle(place: District) -> None:
    bundle, _ = place.desk.send(place.sync(), OFFICE.public)
    assert place.office.take(bundle).counts == {}


def test_records_that_nobody_would_take_are_not_sent(place: District) -> None:
    with pytest.raises(Untrusted, match=r"bundle\.record"):
        place.desk.send(place.sync({**observation(), "name": "Elena"}), OFFICE.public)
    with pytest.raises(Untrusted, match=r"bundle\.unknown_contents"):
        place.desk.send(Parcel("sync", place.office.authority, {"confided": [{"id": "0" * 32}]}), OFFICE.public)


def test_every_order_every_loss_every_repetition_is_harmless(place: District) -> None:
    bundles = [place.desk.send(place.sync(observation(number)), OFFICE.public)[0] for number in range(3)]
    for arriving in itertools.product(range(3), repeat=4):
        place.office.ledger = MemoryLedger()
        seen: set[int] = set()
        for number in arriving:
            received = place.office.take(bundles[number])
            assert received.status == ("replay" if number in seen else "new")
            if number not in seen:
                assert received.late == any(number < other for other in seen)
                assert received.gap == (number > max(seen, default=-1) + 1)
            seen.add(number)


def test_the_same_bundle_twice_gets_the_same_answer(place: District) -> None:
    bundle, _ = place.desk.send(place.sync(observation(7)), OFFICE.public)
    place.office.take(bundle)
    again = place.office.take(bundle)
    assert again.status == "replay"
    assert again.answer == (ItemState((7).to_bytes(16, "big"), imported=True),)


def test_the_same_number_with_other_content_is_a_fork(place: District) -> None:
    clone = MemoryLedger()
    first, _ = place.desk.send(place.sync(observation(1)), OFFICE.public)
    place.desk.ledger = clone
    second, _ = place.desk.send(place.sync(observation(2)), OFFICE.public)
    place.office.take(first)
    assert refusal(place, second) == "bundle.fork"


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_broken_chain_is_a_fork_whichever_part_comes_first(place: District, order: tuple[int, int]) -> None:
    first, _ = place.desk.send(place.sync(observation(1)), OFFICE.public)
    place.desk.ledger = MemoryLedger()
    place.desk.send(place.sync(observation(2)), OFFICE.public)
    second, _ = place.desk.send(place.sync(observation(3)), OFFICE.public)
    bundles = [first, second]
    place.office.take(bundles[order[0]])
    assert refusal(place, bundles[order[1]]) == "bundle.fork"


def answer_parcel(place: District, received: Received, states: Sequence[ItemState]) -> Parcel:
    sender, incarnation = received.manifest.sender, received.manifest.incarnation
    office = place.office
    return receipt_for(sender, incarnation, states, authority=office.authority, ledger=office.ledger)


def answered(place: District, bundle: bytes) -> bytes:
    """Let the office take a bundle and return its receipt."""
    received = place.office.take(bundle)
    states = place.office.ledger.answer(received.manifest.sender, received.manifest_hash) or ()
    parcel = answer_parcel(place, received, states)
    return place.office.send(parcel, DESK.public)[0]


def test_the_receipt_says_arrived(place: District) -> None:
    bundle, sealed = place.desk.send(place.sync(observation(1), figures=[figure()]), OFFICE.public)
    receipt = answered(place, bundle)
    received = place.desk.take(receipt)
    arrival = arrival_of(received, place.desk.frames.staged["receipt"], place.desk.ledger)
    assert (arrival.status, arrival.head) == ("new", sealed.head)
    assert {state.item.hex() for state in arrival.states} == {observation(1)["id"], figure()["id"]}
    assert all(state.imported for state in arrival.states)

    place.desk.ledger.record_acknowledged(OFFICE.public.fingerprint, arrival.head)
    assert arrival_of(received, place.desk.frames.staged["receipt"], place.desk.ledger).status == "older"
    following, _ = place.desk.send(place.sync(observation(2)), OFFICE.public)
    assert place.office.take(following).manifest.base == sealed.head


def test_a_refused_item_says_why(place: District) -> None:
    bundle, _ = place.desk.send(place.sync(observation(1)), OFFICE.public)
    received = place.office.take(bundle)
    states = [ItemState((1).to_bytes(16, "big"), imported=False, code="office.period_closed")]
    parcel = answer_parcel(place, received, states)
    taken = place.desk.take(place.office.send(parcel, DESK.public)[0])
    assert arrival_of(taken, place.desk.frames.staged["receipt"], place.desk.ledger).states == tuple(states)


def test_a_receipt_shows_that_the_vault_was_rolled_back(place: District) -> None:
    bundle, _ = place.desk.send(place.sync(observation(1)), OFFICE.public)
    receipt = answered(place, bundle)
    place.desk.ledger = MemoryLedger()
    received = place.desk.take(receipt)
    with pytest.raises(Untrusted, match=r"bundle\.ack_ahead"):
        arrival_of(received, place.desk.frames.staged["receipt"], place.desk.ledger)

    place.desk.ledger = MemoryLedger()
    place.desk.send(place.sync(observation(9)), OFFICE.public)
    with pytest.raises(Untrusted, match=r"bundle\.ack_fork"):
        arrival_of(received, place.desk.frames.staged["receipt"], place.desk.ledger)

    place.desk.ledger = MemoryLedger(incarnation=bytes(16))
    assert arrival_of(received, place.desk.frames.staged["receipt"], place.desk.ledger).status == "elsewhere"


def test_a_bundle_on_an_unknown_base_asks_for_the_missing_one(place: District) -> None:
    bundle, sealed = place.desk.send(place.sync(observation(1)), OFFICE.public)
    answered(place, bundle)
    place.desk.ledger.record_acknowledged(OFFICE.public.fingerprint, sealed.head)
    following, _ = place.desk.send(place.sync(observation(2)), OFFICE.public)
    place.office.ledger = MemoryLedger()
    assert refusal(place, following) == "bundle.base_unknown"


def test_a_clock_far_off_is_noticed_not_refused(place: District) -> None:
    for days in (-3_000, 30_000):
        place.desk.clock.ms = place.office.clock.ms + days * 86_400_000
        bundle, _ = place.desk.send(place.sync(observation(1)), OFFICE.public)
        assert place.office.take(bundle).clock_suspect
    place.desk.clock.ms = place.office.clock.ms
    row = {**observation(1), "revision": f"{4_070_908_800_000 << 16:016x}"}
    assert place.office.take(place.desk.send(place.sync(row), OFFICE.public)[0]).clock_suspect


def test_verify_names_the_signer_by_words_and_knows_partners(place: District) -> None:
    bundle, _ = place.desk.send(place.sync(observation(1)), OFFICE.public)
    stranger = verify_stream(BytesIO(bundle))
    assert (stranger.words, stranger.partner) == (DESK.public.words, None)
    known = verify_stream(BytesIO(bundle), place.office.partners)
    assert known.partner is not None
    assert known.partner.label == "Laptop 3"
    assert verify_stream(BytesIO(bundle), place.desk.partners).partner is None


def test_a_file_is_written_whole_and_read_through_the_quarantine(place: District, tmp_path: Path) -> None:
    stick, quarantine = tmp_path / "stick", tmp_path / "quarantine"
    stick.mkdir()
    quarantine.mkdir()
    path = stick / suggested_name()
    sealed = write_bundle(place.sync(observation(1)), path, desk=place.desk.desk, recipients=[OFFICE.public])
    assert [entry.name for entry in stick.iterdir()] == [path.name]
    assert path.stat().st_size == sealed.size
    assert place.desk.ledger.last[OFFICE.public.fingerprint] == sealed.head
    assert verify(path).words == DESK.public.words
    assert receive(path, quarantine, place.office.receiver).status == "new"
    assert not list(quarantine.iterdir())

    with pytest.raises(Surroundings, match=r"medium\.exists"):
        write_bundle(place.sync(observation(1)), path, desk=place.desk.desk, recipients=[OFFICE.public])
    with pytest.raises(Surroundings, match=r"medium\.gone"):
        receive(stick / "weg.kimb", quarantine, place.office.receiver)
    assert len(list(stick.iterdir())) == 1


def test_no_bundle_is_written_where_backups_are_kept(place: District, tmp_path: Path) -> None:
    stick = tmp_path / "Sicherungsstick"
    stick.mkdir()
    (stick / BACKUPS).touch()
    path = stick / "kim-1.kimb"
    with pytest.raises(UserProblem, match=r"medium\.holds_backups"):
        write_bundle(place.sync(observation(1)), path, desk=place.desk.desk, recipients=[OFFICE.public])
    assert not path.exists()


def test_only_what_somebody_must_clear_up_stays_in_quarantine(place: District, tmp_path: Path) -> None:
    bundle, _ = place.desk.send(place.sync(observation(1)), OFFICE.public)
    path = tmp_path / "a.kimb"
    quarantine = tmp_path / "q"
    quarantine.mkdir()
    path.write_bytes(bundle[:-1])
    with pytest.raises(Untrusted, match=r"bundle\.altered"):
        receive(path, quarantine, place.office.receiver)
    assert not list(quarantine.iterdir())
    place.office.partners.add(DESK.public, revoked=True)
    path.write_bytes(bundle)
    with pytest.raises(Untrusted, match=r"bundle\.revoked_sender"):
        receive(path, quarantine, place.office.receiver)
    assert [entry.read_bytes() for entry in quarantine.iterdir()] == [bundle]


def test_another_desk_cannot_open_it(place: District) -> None:
    bundle, _ = place.desk.send(place.sync(observation(1)), OFFICE.public)
    place.office.keys = OTHER_DESK
    assert refusal(place, bundle) == "bundle.not_for_us"


def test_the_ledger_knows_the_number_before_the_file_has_its_name(place: District, tmp_path: Path) -> None:
    path = tmp_path / "a.kimb"
    seen: list[bool] = []

    class Watching(MemoryLedger):
        def record_sent(self, partner: bytes, head: object) -> None:
            seen.append(path.exists())
            raise OSError(28, "full")

    place.desk.ledger = Watching()
    with pytest.raises(Surroundings, match=r"medium\.full"):
        write_bundle(place.sync(observation(1)), path, desk=place.desk.desk, recipients=[OFFICE.public])
    assert seen == [False]
    assert not list(tmp_path.iterdir())
