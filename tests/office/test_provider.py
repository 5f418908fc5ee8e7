"""The provider lets desks in and keeps sheets and backups in view; it holds no caseload and no key of a desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kimdesk.base.errors import KimError
from kimdesk.casework import escrow, exchange
from kimdesk.casework.backups import back_up
from kimdesk.casework.desk import Desk, Services, open_desk
from kimdesk.office import deposits, holders
from kimdesk.office.enrolment import Belonging, devices, enrol, move, revoke
from kimdesk.office.office import open_office
from kimdesk.office.provider import NewProvider, Provider, create_provider, open_provider, open_provider_with_code
from tests.support.vaults import PASSPHRASE


@pytest.fixture
def provider(services: Services, tmp_path: Path) -> Iterator[Provider]:
    new = NewProvider(
        folder=tmp_path / "provider", label="Musterträger e. V.", short_name="mustertraeger", district="05566",
        passphrase=PASSPHRASE,
    )  # fmt: skip
    with create_provider(services, new)[0] as made:
        yield made


def let_in(provider: Provider, desk: Desk, label: str = "Laptop 3") -> str:
    grant, enrolled = enrol(provider, exchange.enrol_request(desk, label), exchange.own_words(desk))
    exchange.accept_grant(desk, grant, provider.words)
    return enrolled.short_name


def code_of(call: object, *arguments: object) -> str:
    with pytest.raises(KimError) as error:
        call(*arguments)  # type: ignore[operator]  # the function under test
    return error.value.code


def test_a_provider_is_no_office_and_no_desk(services: Services, tmp_path: Path) -> None:
    new = NewProvider(
        folder=tmp_path / "p", label="Musterträger", short_name="muster", district="05566", passphrase=PASSPHRASE
    )
    made, code = create_provider(services, new)
    made.close()
    assert made.info.kind == "provider"
    assert code_of(open_office, services, new.folder, PASSPHRASE) == "vault.wrong_kind"
    assert code_of(open_desk, services, new.folder, PASSPHRASE) == "vault.wrong_kind"
    with open_provider_with_code(services, new.folder, code.text) as again:
        words = again.words
    with open_provider(services, new.folder, PASSPHRASE) as again:
        assert (again.words, again.names.short_name) == (words, "muster")


def test_desks_are_let_in_and_shut_out(provider: Provider, desk: Desk) -> None:
    short_name = let_in(provider, desk)
    (known,) = devices(provider)
    assert (known.label, known.role, known.revoked, known.over(provider.clock.now_ms())) == (
        "Laptop 3", "desk", False, False,
    )  # fmt: skip
    (partner,) = exchange.partners(desk)
    assert (partner.role, partner.label) == ("provider", "Musterträger e. V.")
    revoke(provider, short_name)
    assert devices(provider)[0].revoked


def test_wrong_words_let_nobody_in(provider: Provider, desk: Desk) -> None:
    request = exchange.enrol_request(desk, "Laptop 3")
    assert code_of(enrol, provider, request, "fuchs " * 8) == "enrol.words_differ"
    assert devices(provider) == ()


def test_where_a_desk_belongs_can_be_said_later(provider: Provider, desk: Desk) -> None:
    short_name = let_in(provider, desk)
    move(provider, short_name, Belonging(provider="Musterträger", place="05566068"))
    assert (devices(provider)[0].provider, devices(provider)[0].place) == ("Musterträger", "05566068")
    assert code_of(move, provider, short_name, Belonging(place="nirgends")) == "office.unknown_code"
    assert code_of(move, provider, short_name, Belonging(provider="x" * 81)) == "enrol.label"


def test_sealed_sheets_are_listed_per_desk(provider: Provider, desk: Desk) -> None:
    short_name = let_in(provider, desk)
    assert [(each.label, each.since) for each in deposits.sheets(provider)] == [("Laptop 3", None)]
    deposits.take_sheet(provider, short_name, "Stahlschrank, Fach 2")
    provider.clock.advance(days=3)  # type: ignore[attr-defined]  # a clock that stands
    deposits.take_sheet(provider, short_name, "Stahlschrank,  Fach 3")
    (sheet,) = deposits.sheets(provider)
    assert sheet.where == "Stahlschrank, Fach 3"
    assert sheet.since == provider.clock.now_ms() - 3 * 86_400_000
    revoke(provider, short_name)
    assert deposits.sheets(provider)[0].since is not None
    deposits.give_sheet_back(provider, short_name)
    assert deposits.sheets(provider) == ()
    assert code_of(deposits.take_sheet, provider, "niemand", "") == "partner.unknown"


def test_backups_are_verified_without_any_key(provider: Provider, desk: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    made = back_up(desk, stick)
    assert deposits.take_backups(provider, stick) == 1
    assert deposits.take_backups(provider, made.folder) == 0
    (listed,) = deposits.backups(provider)
    assert (listed.label, listed.whole, listed.made, listed.share) == ("Tresor 1", None, made.made_ms, False)
    assert deposits.verify_backup(provider, listed.key).whole is True
    database = made.folder / "vault.db"
    content = bytearray(database.read_bytes())
    content[5000] ^= 1
    database.write_bytes(bytes(content))
    assert code_of(deposits.verify_backup, provider, listed.key) == "backup.damaged"
    (listed,) = deposits.backups(provider)
    assert listed.whole is False
    assert listed.verified == provider.clock.now_ms()
    deposits.forget_backup(provider, listed.key)
    assert deposits.backups(provider) == ()
    assert made.folder.is_dir()


def test_a_place_without_backups_says_so(provider: Provider, tmp_path: Path) -> None:
    assert code_of(deposits.take_backups, provider, tmp_path) == "backup.none_here"


def test_another_backup_in_the_same_place_is_not_taken_for_it(provider: Provider, desk: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    first = back_up(desk, stick)
    deposits.take_backups(provider, stick)
    desk.clock.advance(days=1)  # type: ignore[attr-defined]  # a clock that stands
    second = back_up(desk, stick)
    for path in sorted(first.folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    first.folder.rmdir()
    second.folder.rename(first.folder)
    (listed,) = deposits.backups(provider)
    assert code_of(deposits.verify_backup, provider, listed.key) == "backup.none_here"


def test_a_backup_with_a_share_for_this_holder_is_known_for_one(
    provider: Provider, desk: Desk, services: Services, tmp_path: Path
) -> None:
    holders.write_card(provider, "Leitung", tmp_path / "a.kimh")
    other = NewProvider(folder=tmp_path / "b", label="B", short_name="b", district="05566", passphrase=PASSPHRASE)
    with create_provider(services, other)[0] as second:
        holders.write_card(second, "Datenschutz", tmp_path / "b.kimh")
        words = holders.own_words(second)
    escrow.agree(desk, [(tmp_path / "a.kimh", holders.own_words(provider)), (tmp_path / "b.kimh", words)])
    stick = tmp_path / "stick"
    stick.mkdir()
    back_up(desk, stick)
    deposits.take_backups(provider, stick)
    assert [each.share for each in deposits.backups(provider)] == [True]
    assert holders.shares_given(provider) == ()
