"""What the proofs call undetectable offline is what the handbook names, with how it is found at the next contact.

Each way to put something genuine but older, or something forged, in the place of a vault's files is tried out. What
nothing finds has to be a passage of the handbook, in both languages; and every passage is proved here to be true.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from kimdesk.app.attempts import Attempts
from kimdesk.base.errors import KimError, explain
from kimdesk.casework import attachments, backups, exchange, ways
from kimdesk.casework.desk import Desk, open_desk
from kimdesk.casework.health import check_vault
from kimdesk.domain.records import Case
from kimdesk.office.imports import import_bundle
from kimdesk.office.office import Office, open_office
from kimdesk.office.receipts import receipts
from kimdesk.vault.canonical import checked, stamped
from kimdesk.vault.database import DATABASE_NAME
from kimdesk.vault.info import INFO_NAME
from kimdesk.vault.slots import SLOTS_NAME, SPARE_NAME
from tests.faults.conftest import in_memory
from tests.faults.flipping import LOG_NAME
from tests.faults.tallying import Tally
from tests.faults.unnoticed import OUTCOMES, passages, require_passage, unnoticed
from tests.faults.world import NEW_PASSPHRASE, services
from tests.support.districts import add_cases, introduce, make_desk, make_office, observe, send
from tests.support.vaults import PASSPHRASE

FORGED_MS = 4_102_444_800_000


@dataclass(frozen=True)
class States:
    """One vault at four moments: `before` and `after` a bundle, `crashed` behind it, `changed` its passphrase."""

    place: Path

    def copy(self, state: str, target: Path) -> Path:
        """Return a copy of a state."""
        return Path(shutil.copytree(self.place / state, target))

    def put(self, state: str, *names: str) -> Callable[[Path], None]:
        """Return what puts files of a state in the place of others."""
        return lambda folder: [shutil.copy(self.place / state / name, folder / name) for name in names] and None


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> Iterator[States]:
    with in_memory(tmp_path_factory.mktemp("states")) as place:
        kit, vault = services(), place / "tresor"
        with make_desk(kit, vault) as desk, make_office(kit, place / "amt") as office:
            introduce(desk, office)
            add_cases(desk, 2)
            write(desk, "Alt", place / "1.kimb")
            import_bundle(office, place / "1.kimb")
        shutil.copytree(vault, place / "before")
        with open_desk(kit, vault, PASSPHRASE) as desk:
            write(desk, "Neu", place / "2.kimb")
            shutil.copytree(vault, place / "crashed", ignore=shutil.ignore_patterns("*-shm", "lock"))
        shutil.copytree(vault, place / "after")
        with open_desk(kit, vault, PASSPHRASE) as desk:
            ways.change_passphrase(desk, NEW_PASSPHRASE)
        shutil.copytree(vault, place / "changed")
        yield States(place)


def write(desk: Desk, word: str, bundle: Path) -> None:
    """Observe something, keep a file, send a bundle."""
    observe(desk, word)
    attachments.keep(desk, word.encode() * 500, mime="text/plain", record=desk.query.every(Case)[0].id)
    send(desk, bundle)


@pytest.fixture
def office(states: States, tmp_path: Path) -> Iterator[Office]:
    """Return the office, which has taken in both bundles."""
    folder = Path(shutil.copytree(states.place / "amt", tmp_path / "amt"))
    with open_office(services(), folder, PASSPHRASE) as opened:
        import_bundle(opened, states.place / "2.kimb")
        yield opened


def noticed(folder: Path, passphrase: str = PASSPHRASE) -> list[str]:
    """Return what opening and `vault check` find, but for mere notices."""
    try:
        findings = check_vault(services(), folder, passphrase)
    except KimError as error:
        return [error.code]
    return [finding.code for finding in findings if finding.severity != "notice"]


def halve(name: str) -> Callable[[Path], None]:
    def alter(folder: Path) -> None:
        content = (folder / name).read_bytes()
        (folder / name).write_bytes(content[: len(content) // 2])

    return alter


def forge(**fields: object) -> Callable[[Path], None]:
    """Return what writes the small file anew, with a checksum that fits."""

    def alter(folder: Path) -> None:
        body = checked((folder / INFO_NAME).read_bytes())
        (folder / INFO_NAME).write_bytes(stamped(body | fields))

    return alter


def attached(folder: Path, number: int) -> Path:
    return sorted((folder / "blobs").glob("*/*"))[number]


@dataclass(frozen=True)
class Tampering:
    """What somebody does to a vault in a state; `passage` is what the handbook calls it, empty where it is noticed."""

    what: str
    state: str
    do: Callable[[States, Path], object]
    passage: str = ""
    passphrase: str = PASSPHRASE


SLOTS = (SLOTS_NAME, SPARE_NAME)
TAMPERINGS = (
    Tampering("the whole vault older", "before", lambda s, f: None, "older-vault"),
    Tampering("the database older", "after", lambda s, f: s.put("before", DATABASE_NAME)(f), "older-database"),
    Tampering(
        "the database older than a new passphrase", "changed",
        lambda s, f: s.put("before", DATABASE_NAME)(f), "older-database", NEW_PASSPHRASE,
    ),
    Tampering(
        "database and slots older", "changed", lambda s, f: s.put("before", DATABASE_NAME, *SLOTS)(f), "older-database"
    ),
    Tampering("the log gone after a crash", "crashed", lambda s, f: (f / LOG_NAME).unlink(), "last-changes"),
    Tampering("the log cut after a crash", "crashed", lambda s, f: halve(LOG_NAME)(f), "last-changes"),
    Tampering("a copy carried on", "after", lambda s, f: None, "second-copy"),
    Tampering("an old copy, its old passphrase", "before", lambda s, f: None, "old-passphrase"),
    Tampering("another label", "after", lambda s, f: forge(label="Gefälscht")(f), "small-file"),
    Tampering("another backup's day", "after", lambda s, f: forge(last_backup_ms=FORGED_MS)(f), "small-file"),
    Tampering("another kind", "after", lambda s, f: forge(kind="provider")(f)),
    Tampering("another id", "after", lambda s, f: forge(vault_id="0" * 32)(f)),
    Tampering("the slots older", "changed", lambda s, f: s.put("after", *SLOTS)(f)),
    Tampering("one copy of the slots older", "changed", lambda s, f: s.put("after", SLOTS_NAME)(f), "", NEW_PASSPHRASE),
    Tampering("the database cut", "after", lambda s, f: halve(DATABASE_NAME)(f)),
    Tampering("an attachment swapped", "after", lambda s, f: shutil.copy(attached(f, 0), attached(f, 1))),
    Tampering("an attachment gone", "after", lambda s, f: attached(f, 0).unlink()),
)  # fmt: skip


@pytest.mark.parametrize("tampering", TAMPERINGS, ids=lambda each: each.what)
def test_what_nothing_finds_is_told_in_the_handbook(states: States, tampering: Tampering, tmp_path: Path) -> None:
    folder = states.copy(tampering.state, tmp_path / "v")
    tampering.do(states, folder)
    found = noticed(folder, tampering.passphrase)
    assert bool(found) is not bool(tampering.passage), found
    if tampering.passage:
        require_passage(tampering.passage)


def test_the_handbook_names_nothing_that_is_not_proved(states: States, tally: Tally, tmp_path: Path) -> None:
    Attempts(tmp_path / "home").failed("v", 1)
    shutil.rmtree(tmp_path / "home")
    assert Attempts(tmp_path / "home").take("v").count == 0
    proved = {each.passage for each in TAMPERINGS if each.passage} | {"attempts"} | set(OUTCOMES.values())
    for lang in ("de", "en"):
        assert set(passages(lang)) == proved  # type: ignore[arg-type] # one of the two
    open_to_all = sum(bool(each.passage) for each in TAMPERINGS)
    tally(
        "files put back or forged",
        {"tried": len(TAMPERINGS), "noticed": len(TAMPERINGS) - open_to_all, "named in the handbook": open_to_all},
    )


def test_an_outcome_without_words_is_no_outcome() -> None:
    assert unnoticed("earlier") == "earlier"
    with pytest.raises(KeyError):
        unnoticed("changed")
    with pytest.raises(AssertionError, match="says nothing"):
        require_passage("never-written")


# how it is found --------------------------------------------------------------

BY_RECEIPT = {
    each.what: each for each in TAMPERINGS if each.passage in {"older-vault", "older-database", "last-changes"}
}


@pytest.mark.parametrize("what", BY_RECEIPT)
def test_the_next_receipt_finds_it(states: States, office: Office, what: str, tmp_path: Path) -> None:
    tampering = BY_RECEIPT[what]
    folder = states.copy(tampering.state, tmp_path / "v")
    tampering.do(states, folder)
    (receipt,) = receipts(office, tmp_path)
    with (
        open_desk(services(), folder, tampering.passphrase) as desk,
        pytest.raises(KimError) as refused,
    ):
        exchange.receive(desk, receipt.path)
    assert refused.value.code == "bundle.ack_ahead"
    assert explain(refused.value).next


def test_a_copy_that_sends_on_its_own_is_found(states: States, tmp_path: Path, office: Office) -> None:
    bundles: Mapping[str, Path] = {name: tmp_path / f"{name}.kimb" for name in ("own", "copied")}
    for name, bundle in bundles.items():
        with open_desk(services(), states.copy("after", tmp_path / name), PASSPHRASE) as desk:
            write(desk, name, bundle)
    import_bundle(office, bundles["own"])
    with pytest.raises(KimError) as refused:
        import_bundle(office, bundles["copied"])
    assert refused.value.code == "bundle.fork"


def test_an_old_copy_does_not_open_with_another_key(states: States, tmp_path: Path) -> None:
    folder = states.copy("changed", tmp_path / "v")
    states.put("before", *SLOTS)(folder)
    assert noticed(folder) == ["vault.slots_stale"]


def test_a_forged_day_does_not_stand_beside_the_backups(states: States, tmp_path: Path) -> None:
    folder = states.copy("after", tmp_path / "v")
    (tmp_path / "stick").mkdir()
    with open_desk(services(), folder, PASSPHRASE) as desk:
        backups.back_up(desk, tmp_path / "stick")
        assert not backups.state(desk).gone
    forge(last_backup_ms=FORGED_MS)(folder)
    with open_desk(services(), folder, PASSPHRASE) as desk:
        told = backups.state(desk)
    assert told.last_ms == FORGED_MS
    assert told.gone
