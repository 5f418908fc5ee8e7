"""A file leaves for whom it may, whole, and it is kept that it left; another program gets a copy that goes again."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kimdesk.base.errors import Cancelled, KimError, explain
from kimdesk.base.ids import RecordId, new_id
from kimdesk.base.progress import Cancel, Progress
from kimdesk.casework import giving, outside
from kimdesk.casework.attaching import add_file, enter, take_data
from kimdesk.casework.desk import Desk, Services, open_desk
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Handout, Person
from tests.support.letters import letter as pdf_letter
from tests.support.vaults import PASSPHRASE

LETTER = pdf_letter("Bescheid. ", 10_000)
JOBCENTER = "Jobcenter Kreis Steinfurt"


@pytest.fixture
def her(desk: Desk, family: RecordId) -> RecordId:
    return desk.query.of_case(Person, family)[0].id


@pytest.fixture
def letter(desk: Desk, family: RecordId, her: RecordId, tmp_path: Path) -> RecordId:
    path = tmp_path / "Bescheid.pdf"
    path.write_bytes(LETTER)
    return add_file(desk, family, path, {"persons": frozenset({her})}).record


@pytest.fixture
def consent(desk: Desk, family: RecordId, her: RecordId) -> RecordId:
    made = new_id(desk.clock)
    desk.apply(
        Set("person", her, "birth_date", "1994"),
        Create(
            "consent",
            made,
            {
                "case": family,
                "person": her,
                "scope": Code("contact_authority"),
                "recipient": JOBCENTER,
                "purpose": Code("application"),
                "categories": frozenset({Code("status")}),
                "direction": Code("out"),
                "given_on": desk.today,
            },
        ),
    )
    return made


def choice(desk: Desk, record: RecordId, name: str) -> giving.Choice:
    return next(each for each in giving.choices(desk, record) if each.name == name)


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(KimError) as caught:
        act()
    assert explain(caught.value, "de").next
    return caught.value.code


def test_it_can_be_meant_for_the_record_the_people_and_bodies_with_a_consent(
    desk: Desk, letter: RecordId, consent: RecordId
) -> None:
    found = [(each.name, each.purpose) for each in giving.choices(desk, letter)]
    assert found == [("", "own_record"), ("Elena Dimitrova", "family_copy"), (JOBCENTER, "application")]


def test_a_body_gets_it_once_it_is_marked_and_covered(
    desk: Desk, family: RecordId, letter: RecordId, consent: RecordId, tmp_path: Path
) -> None:
    wanted = choice(desk, letter, JOBCENTER)
    assert refused(lambda: giving.prepare(desk, letter, wanted)) == "attachment.not_covered"
    desk.apply(Set("attachment", letter, "confidentiality", Code("shareable")))
    assert refused(lambda: giving.prepare(desk, letter, wanted)) == "attachment.not_covered"
    desk.apply(Set("attachment", letter, "category", Code("status")))
    leaving = giving.prepare(desk, letter, wanted)
    assert "Bescheid" not in leaving.suggested_name
    giving.save(desk, leaving, tmp_path / leaving.suggested_name)
    giving.handed_out(desk, leaving)
    assert (tmp_path / leaving.suggested_name).read_bytes() == LETTER
    (kept,) = desk.query.of_case(Handout, family)
    assert (kept.document, kept.recipient, kept.purpose, kept.way) == ("kept_file", JOBCENTER, "application", "file")
    desk.apply(Set("consent", consent, "withdrawn_on", desk.today))
    assert refused(lambda: giving.prepare(desk, letter, wanted)) == "attachment.not_covered"


def test_what_is_hers_alone_is_not_given_to_him(desk: Desk, family: RecordId, letter: RecordId, her: RecordId) -> None:
    him = new_id(desk.clock)
    desk.apply(
        Create("person", him, {"case": family, "given_name": "Georgi"}),
        Set("attachment", letter, "discuss_only_with", frozenset({her})),
    )
    assert refused(lambda: giving.prepare(desk, letter, choice(desk, letter, "Georgi"))) == "attachment.not_given"
    assert giving.prepare(desk, letter, choice(desk, letter, "Elena Dimitrova")).handout is not None


def test_the_own_record_leaves_no_handout(desk: Desk, family: RecordId, letter: RecordId, tmp_path: Path) -> None:
    leaving = giving.prepare(desk, letter, giving.OWN)
    giving.save(desk, leaving, tmp_path / "kopie.pdf")
    giving.handed_out(desk, leaving)
    assert (tmp_path / "kopie.pdf").read_bytes() == LETTER
    assert desk.query.of_case(Handout, family) == ()


def test_nothing_half_is_written(desk: Desk, family: RecordId, letter: RecordId, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    leaving = giving.prepare(desk, letter, choice(desk, letter, "Elena Dimitrova"))
    stop = Cancel()
    stop.request()
    with pytest.raises(Cancelled):
        giving.save(desk, leaving, stick / "a.pdf", Progress(None, stop))
    assert refused(lambda: giving.save(desk, leaving, tmp_path / "gone" / "a.pdf")) == "medium.gone"
    (blob,) = [path for path in (desk.info.folder / "blobs").rglob("*") if path.is_file()]
    blob.write_bytes(blob.read_bytes()[:-3] + b"xyz")
    assert refused(lambda: giving.save(desk, leaving, stick / "a.pdf")) == "blob.damaged"
    (stick / "a.pdf").write_bytes(b"ein anderes")
    assert refused(lambda: giving.save(desk, leaving, stick / "a.pdf")) == "medium.exists"
    assert [path.name for path in stick.iterdir()] == ["a.pdf"]
    assert (stick / "a.pdf").read_bytes() == b"ein anderes"
    assert desk.query.of_case(Handout, family) == ()


# another program ---------------------------------------------------------------------


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "runtime"
    folder.mkdir()
    monkeypatch.setattr(outside, "place", lambda: folder)
    return folder


def test_another_program_gets_a_copy_that_goes_again(desk: Desk, letter: RecordId, runtime: Path) -> None:
    path = outside.open_copy(desk, letter)
    assert path.read_bytes() == LETTER
    assert path.suffix == ".pdf"
    assert "Bescheid" not in str(path.relative_to(runtime))
    if sys.platform != "win32":
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert outside.clean(desk) == 0
    assert list(runtime.iterdir()) == []
    assert desk.states("outside/") == {}


def test_a_copy_left_by_a_crash_goes_at_the_next_start(
    desk: Desk, services: Services, letter: RecordId, runtime: Path
) -> None:
    outside.open_copy(desk, letter)
    desk.close()
    with open_desk(services, desk.info.folder, PASSPHRASE) as again:
        assert list(runtime.iterdir()) != []
        assert outside.clean(again) == 0
    assert list(runtime.iterdir()) == []


def test_a_copy_another_program_holds_is_tried_again(
    desk: Desk, letter: RecordId, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside.open_copy(desk, letter)
    with monkeypatch.context() as patch:
        patch.setattr(outside.shutil, "rmtree", lambda *_given, **_named: None)
        assert outside.clean(desk) == 1
    assert outside.clean(desk) == 0
    assert list(runtime.iterdir()) == []


def test_nothing_that_could_do_harm_is_handed_on(desk: Desk, family: RecordId, runtime: Path) -> None:
    added = enter(desk, family, take_data(desk, b"MZ\x90\0 program", "Bescheid.pdf.exe"))
    assert refused(lambda: outside.open_copy(desk, added.record)) == "attachment.not_opened"
    assert list(runtime.iterdir()) == []


def test_a_copy_that_fails_leaves_nothing(desk: Desk, letter: RecordId, runtime: Path) -> None:
    (blob,) = [path for path in (desk.info.folder / "blobs").rglob("*") if path.is_file()]
    blob.write_bytes(blob.read_bytes()[:-3] + b"xyz")
    assert refused(lambda: outside.open_copy(desk, letter)) == "blob.damaged"
    assert list(runtime.iterdir()) == []
    assert desk.states("outside/") == {}


def test_only_folders_of_ours_are_removed(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "Dokumente"
    other.mkdir()
    desk.put_state("outside/x", str(other))
    assert outside.clean(desk) == 0
    assert other.exists()


def test_copies_lie_in_memory_where_the_system_offers_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside.sys, "platform", "linux")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert outside.place() == tmp_path
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "gone"))
    assert outside.place() != tmp_path
