"""The ways into a vault as a worker knows them: each can be replaced, and a spent code opens nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import KimError
from kimdesk.casework import backups, escrow, ways
from kimdesk.casework.desk import Desk, NewDesk, create_desk, open_desk, open_desk_with_code
from kimdesk.casework.escrow import Answered
from kimdesk.domain.records import Case
from kimdesk.office import holders
from kimdesk.store.events import events
from kimdesk.store.session import Founding, Services, Session, create_session
from kimdesk.vault.phrase import suggest
from kimdesk.vault.policy import PRODUCTION
from kimdesk.vault.recovery import RecoveryCode
from tests.support.vaults import PASSPHRASE, PROFILE

FRESH = "kanne falter ufer nebel dorn pilz"


def happened(session: Session) -> list[str]:
    return [event.what for event in events(session)]


@pytest.fixture
def made(services: Services, tmp_path: Path) -> tuple[Path, RecoveryCode]:
    """A closed desk vault and its recovery code."""
    folder = tmp_path / "mein Tresor"
    desk, code = create_desk(services, NewDesk(folder=folder, label="Büro", passphrase=PASSPHRASE, profile=PROFILE))
    desk.close()
    return folder, code


def test_a_code_opens_once_and_a_new_one_is_issued(services: Services, made: tuple[Path, RecoveryCode]) -> None:
    folder, code = made
    with open_desk_with_code(services, folder, code.text) as desk:
        assert ways.must_renew(desk)
        with pytest.raises(KimError, match=r"ways\.renew_first"):
            ways.change_passphrase(desk, FRESH)
        fresh = ways.renew(desk, FRESH)
        assert not ways.must_renew(desk)
        assert happened(desk) == ["code_renewed", "opened_by_code"]
    with pytest.raises(KimError, match=r"vault\.wrong_code"):
        open_desk_with_code(services, folder, code.text)
    with pytest.raises(KimError, match=r"vault\.wrong_passphrase"):
        open_desk(services, folder, PASSPHRASE)
    open_desk_with_code(services, folder, fresh.text).close()


def test_who_stops_before_the_new_code_is_asked_again(services: Services, made: tuple[Path, RecoveryCode]) -> None:
    folder, code = made
    open_desk_with_code(services, folder, code.text).close()
    with open_desk_with_code(services, folder, code.text) as desk:
        with pytest.raises(KimError, match=r"vault\.passphrase_weak"):
            ways.renew(desk, "sommer2026")
        assert ways.must_renew(desk)
        assert happened(desk) == ["opened_by_code"]
    with open_desk(services, folder, PASSPHRASE) as desk:
        assert ways.must_renew(desk)


def test_heute_reminds_until_the_code_lies_with_the_provider(desk: Desk, clock: FixedClock) -> None:
    assert ways.code_state(desk).remind
    clock.advance(days=1)
    ways.code_is_kept(desk)
    state = ways.code_state(desk)
    assert not state.remind
    assert state.kept_since == desk.today
    ways.new_recovery_code(desk)
    assert ways.code_state(desk).remind, "a new code lies nowhere yet"
    ways.code_is_kept(desk)
    ways.code_is_not_kept(desk)
    assert ways.code_state(desk).remind


def test_another_vault_key_keeps_the_journal_and_is_told(services: Services, made: tuple[Path, RecoveryCode]) -> None:
    folder, _ = made
    with open_desk(services, folder, PASSPHRASE) as opened:
        ways.change_passphrase(opened, FRESH)
    code = ways.change_vault_key(services, folder, FRESH)
    with open_desk(services, folder, FRESH) as opened:
        assert opened.store.broken_journal_rows() == []
        assert happened(opened) == ["key_changed", "passphrase_changed"]
    open_desk_with_code(services, folder, code.text).close()


def test_events_cannot_be_undone(desk: Desk) -> None:
    ways.new_recovery_code(desk)
    assert not desk.store.can_undo()


def test_offered_passphrases_are_strong_german_words() -> None:
    offered = {suggest() for _ in range(40)}
    assert len(offered) == 40
    for passphrase in offered:
        assert len(passphrase.split()) == 5
        assert PRODUCTION.strength(passphrase) >= PRODUCTION.passphrase_bits


def test_the_strength_asked_for_is_said(services: Services) -> None:
    assert not ways.strength(services, "Sommer2026!").enough
    assert ways.strength(services, ways.suggestion(services)).enough


# the deposit with the provider ------------------------------------------------


@pytest.fixture
def keepers(services: Services, tmp_path: Path) -> list[Session]:
    """Two open provider vaults, one for each holder."""
    found = []
    for name in ("Anna", "Birgit"):
        founding = Founding(folder=tmp_path / name, kind="provider", label=name, passphrase=PASSPHRASE)
        found.append(create_session(services, founding, Session)[0])
    return found


def cards(keepers: list[Session], folder: Path) -> list[tuple[Path, str]]:
    found = []
    for keeper in keepers:
        file = folder / f"{keeper.info.label}.kimh"
        holders.write_card(keeper, f"Träger, {keeper.info.label}", file)
        found.append((file, holders.own_words(keeper)))
    return found


def deposit(desk: Session, keepers: list[Session], folder: Path) -> None:
    escrow.agree(desk, cards(keepers, folder))


def answered(services: Services, source: Path, keepers: list[Session], folder: Path) -> Answered:
    request, pending = folder / "Anfrage.kimn", folder / "pending"
    words = escrow.ask(services, source, request, pending, FRESH)
    files = []
    for keeper in keepers:
        assert holders.look_at(keeper, request).is_ours
        files.append(folder / f"Antwort {keeper.info.label}.kima")
        holders.give_share(keeper, request, words, "Passphrase vergessen, Code verbrannt", files[-1])
    return Answered(request=request, answers=tuple(files), pending=pending)


def test_two_holders_let_a_worker_in_again(
    services: Services, made: tuple[Path, RecoveryCode], keepers: list[Session], tmp_path: Path
) -> None:
    folder, old = made
    with open_desk(services, folder, PASSPHRASE) as desk:
        deposit(desk, keepers, tmp_path)
        assert [holder.label for holder in escrow.holders(desk)] == ["Träger, Anna", "Träger, Birgit"]
        assert [way.kind for way in ways.listed(desk)] == ["passphrase", "recovery", "escrow"]
    got = answered(services, folder, keepers, tmp_path)
    session, code = escrow.open_with_answers(services, folder, got, FRESH)
    with session:
        assert not ways.must_renew(session)
        assert happened(session) == ["code_renewed", "opened_by_holders", "escrow_set"]
        assert len(escrow.holders(session)) == 2, "the deposit is made anew for the same two"
    assert not got.pending.exists()
    assert [happened(keeper) for keeper in keepers] == [["share_given"]] * 2
    with pytest.raises(KimError, match=r"vault\.wrong_code"):
        open_desk_with_code(services, folder, old.text)
    open_desk_with_code(services, folder, code.text).close()
    open_desk(services, folder, FRESH).close()
    for keeper in keepers:
        keeper.close()


def test_a_new_device_is_made_from_a_backup_and_two_answers(
    services: Services, made: tuple[Path, RecoveryCode], keepers: list[Session], tmp_path: Path
) -> None:
    folder, _ = made
    stick = tmp_path / "Stick"
    stick.mkdir()
    with open_desk(services, folder, PASSPHRASE) as desk:
        deposit(desk, keepers, tmp_path)
        backup = backups.back_up(desk, stick)
    shutil.rmtree(folder)
    got = answered(services, backup.folder, keepers, tmp_path)
    session, _ = escrow.restore_with_answers(services, backup.folder, tmp_path / "neues Gerät", got, FRESH)
    with session:
        assert session.query.every(Case) == ()
        assert "restored" in happened(session)
    open_desk(services, tmp_path / "neues Gerät", FRESH).close()
    for keeper in keepers:
        keeper.close()


def test_words_and_reason_are_asked_for_before_anything_is_given(
    services: Services, desk: Desk, keepers: list[Session], tmp_path: Path
) -> None:
    given = cards(keepers, tmp_path)
    with pytest.raises(KimError, match=r"escrow\.words_differ"):
        escrow.agree(desk, [(given[0][0], given[1][1]), given[1]])
    assert escrow.holders(desk) == ()
    escrow.agree(desk, given)
    request, answer = tmp_path / "Anfrage.kimn", tmp_path / "Antwort.kima"
    words = escrow.ask(services, desk.info.folder, request, tmp_path / "pending", FRESH)
    for said, reason, code in ((given[0][1], "x", "words_differ"), (words, "  ", "reason")):
        with pytest.raises(KimError, match=rf"escrow\.{code}"):
            holders.give_share(keepers[0], request, said, reason, answer)
    assert not answer.exists()
    assert happened(keepers[0]) == []
    with pytest.raises(KimError, match=r"vault\.wrong_kind"):
        holders.own_words(desk)
    escrow.end(desk)
    with pytest.raises(KimError, match=r"escrow\.none"):
        escrow.ask(services, desk.info.folder, tmp_path / "zu spät.kimn", tmp_path / "pending 2", FRESH)
    for keeper in keepers:
        keeper.close()
