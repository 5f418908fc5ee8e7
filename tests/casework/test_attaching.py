"""Files of a case: all of it or nothing is taken in, what is lost is said, and a camera's card can be emptied."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kimdesk.base.errors import Cancelled, KimError, explain
from kimdesk.base.ids import RecordId, new_id
from kimdesk.base.progress import Cancel, Progress
from kimdesk.casework import attaching, attachments, editing
from kimdesk.casework.attaching import add_file, delete_source, enter, is_portable, take_data, take_in
from kimdesk.casework.desk import Desk
from kimdesk.casework.family import delete, restore
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Attachment
from kimdesk.vault import blobs
from tests.support.letters import letter as pdf_letter
from tests.support.photos import SECRETS, jpeg, opened, png

LETTER = pdf_letter("Bescheid des Jobcenters. ", 20_000)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "Bescheid.pdf"
    path.write_bytes(LETTER)
    return path


def blob_files(desk: Desk) -> list[Path]:
    return [path for path in (desk.info.folder / "blobs").rglob("*") if path.is_file()]


def record(desk: Desk, key: RecordId) -> Attachment:
    found = desk.query.get(Attachment, key)
    assert found is not None
    return found


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(KimError) as caught:
        act()
    assert explain(caught.value, "de").safe
    return caught.value.code


def test_a_file_comes_back_as_it_was(desk: Desk, family: RecordId, letter: Path) -> None:
    added = add_file(desk, family, letter, {"kind": Code("notice")})
    kept = record(desk, added.record)
    assert (kept.title, kept.kind, kept.media_type, kept.size) == (
        "Bescheid.pdf", "notice", "application/pdf", len(LETTER),
    )  # fmt: skip
    assert (kept.confidentiality, kept.category, kept.date) == (None, None, desk.today)
    assert attachments.content(desk, added.record).data == LETTER
    assert letter.read_bytes() == LETTER
    assert all(b"Jobcenter" not in path.read_bytes() for path in blob_files(desk))


def test_a_photo_comes_in_without_its_traces(desk: Desk, family: RecordId, tmp_path: Path) -> None:
    path = tmp_path / "IMG_0815.JPG"
    path.write_bytes(jpeg(orientation=6))
    added = add_file(desk, family, path)
    kept = attachments.content(desk, added.record)
    assert kept.media_type == "image/jpeg"
    assert not any(secret in kept.data for secret in SECRETS)
    assert opened(kept.data).size == (60, 80)
    assert record(desk, added.record).kind == "photo"


def test_a_picture_from_the_clipboard(desk: Desk, family: RecordId) -> None:
    added = enter(desk, family, take_data(desk, png(), "Bildschirmfoto"))
    assert not any(secret in attachments.content(desk, added.record).data for secret in SECRETS)
    assert record(desk, added.record).title == "Bildschirmfoto"


def test_adding_and_removing_are_undone(desk: Desk, family: RecordId, letter: Path) -> None:
    added = add_file(desk, family, letter)
    editing.undo(desk)
    assert desk.query.of_case(Attachment, family) == ()
    editing.redo(desk)
    delete(desk, "attachment", added.record)
    assert desk.query.of_case(Attachment, family) == ()
    editing.undo(desk)
    assert attachments.content(desk, added.record).data == LETTER
    delete(desk, "attachment", added.record)
    restore(desk, "attachment", added.record)
    assert attachments.content(desk, added.record).data == LETTER


# bad input ------------------------------------------------------------------------


def make_nothing(path: Path) -> None:
    path.write_bytes(b"")


def make_folder(path: Path) -> None:
    path.mkdir()


def make_huge(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"\xff\xd8\xff\xe0")
        file.truncate(2 << 30)


def make_large_photo(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"\xff\xd8\xff\xe0")
        file.truncate(65 << 20)


def make_broken(path: Path) -> None:
    path.write_bytes(jpeg()[:600])


def make_liar(path: Path) -> None:
    path.write_bytes(b"MZ\x90 not a picture at all")


def make_heic(path: Path) -> None:
    path.write_bytes(b"\0\0\0\x18ftypheic" + b"GPS" * 100)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (make_nothing, "attachment.empty"),
        (make_folder, "medium.not_a_file"),
        (make_huge, "attachment.too_large"),
        (make_large_photo, "attachment.image_unreadable"),
        (make_broken, "attachment.image_unreadable"),
        (make_liar, "attachment.image_unreadable"),
        (make_heic, "attachment.image_unreadable"),
        (lambda _path: None, "medium.gone"),
    ],
    ids=["nothing", "folder", "2 GB", "65 MB photo", "half a photo", "no photo", "telephone's own format", "gone"],
)
def test_what_cannot_be_taken_in_leaves_nothing(
    make: Callable[[Path], None], code: str, desk: Desk, family: RecordId, tmp_path: Path
) -> None:
    path = tmp_path / "bild.jpg"
    make(path)
    assert refused(lambda: add_file(desk, family, path)) == code
    if path.is_file() and path.stat().st_size < 1000:
        assert refused(lambda: take_data(desk, path.read_bytes(), path.name)) == code
    assert blob_files(desk) == []
    assert desk.query.of_case(Attachment, family) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes among files")
def test_a_pipe_is_no_file(desk: Desk, family: RecordId, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    assert refused(lambda: add_file(desk, family, tmp_path / "pipe.pdf")) == "medium.not_a_file"


def test_a_picture_can_be_kept_unchanged(desk: Desk, family: RecordId, tmp_path: Path) -> None:
    path = tmp_path / "bild.jpg"
    make_broken(path)
    added = enter(desk, family, take_in(desk, path, unchanged=True))
    assert attachments.content(desk, added.record).data == jpeg()[:600]
    assert refused(lambda: attachments.thumbnail(desk, added.record, most=64)) == "attachment.image_unreadable"


@pytest.mark.parametrize("length", [10, len(LETTER) * 2], ids=["shrinks", "grows"])
def test_a_file_that_changes_while_it_is_read(desk: Desk, family: RecordId, letter: Path, length: int) -> None:
    def meanwhile(done: int, _total: int) -> None:
        if done:
            os.truncate(letter, length)

    assert refused(lambda: take_in(desk, letter, progress=Progress(meanwhile))) == "attachment.source_changed"
    assert blob_files(desk) == []


def test_a_stick_pulled_while_it_is_read(
    desk: Desk, family: RecordId, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pulled(self: object, _size: int) -> bytes:
        with attaching.watched():
            raise OSError(errno.EIO, "gone")

    monkeypatch.setattr(attaching._Reading, "read", pulled)
    assert refused(lambda: add_file(desk, family, letter)) == "medium.failing"
    assert blob_files(desk) == []


def test_cancelling_leaves_nothing(desk: Desk, family: RecordId, letter: Path) -> None:
    stop = Cancel()

    def meanwhile(done: int, _total: int) -> None:
        if done:
            stop.request()

    with pytest.raises(Cancelled):
        take_in(desk, letter, progress=Progress(meanwhile, stop))
    assert blob_files(desk) == []
    assert desk.query.of_case(Attachment, family) == ()


def test_a_full_disk_is_said_and_leaves_nothing(
    desk: Desk, family: RecordId, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(blobs, "write_all", full)
    assert refused(lambda: add_file(desk, family, letter)) == "disk.full"
    assert blob_files(desk) == []


def test_a_record_the_vault_refuses_leaves_no_file(desk: Desk, family: RecordId, letter: Path) -> None:
    assert refused(lambda: add_file(desk, family, letter, {"title": "x" * 300})) == "field.too_long"
    assert blob_files(desk) == []


# what is lost -----------------------------------------------------------------------


def test_a_missing_or_altered_file_is_told_apart(desk: Desk, family: RecordId, letter: Path) -> None:
    added = add_file(desk, family, letter)
    (path,) = blob_files(desk)
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert refused(lambda: attachments.content(desk, added.record)) == "blob.damaged"
    path.unlink()
    assert refused(lambda: attachments.content(desk, added.record)) == "blob.missing"
    assert record(desk, added.record).title == "Bescheid.pdf"


def test_nobody_gets_another_familys_file(desk: Desk, family: RecordId, letter: Path) -> None:
    added = add_file(desk, family, letter)
    thief = new_id(desk.clock)
    stolen = {"case": family, "title": "x", "blob": record(desk, added.record).blob}
    desk.apply(Create("attachment", thief, stolen))
    assert refused(lambda: attachments.content(desk, thief)) == "blob.missing"
    desk.apply(Set("attachment", thief, "blob", "../../vault.db"))
    assert refused(lambda: attachments.content(desk, thief)) == "blob.missing"


def test_a_large_file_is_not_loaded_to_be_shown(desk: Desk, family: RecordId, letter: Path) -> None:
    added = add_file(desk, family, letter)
    code = refused(lambda: attachments.content(desk, added.record, most=1000))
    assert code == "attachment.too_large_to_show"


def test_a_thumbnail_is_small_and_only_of_pictures(desk: Desk, family: RecordId, letter: Path, tmp_path: Path) -> None:
    photo = tmp_path / "a.jpg"
    photo.write_bytes(jpeg((800, 400)))
    made = attachments.thumbnail(desk, add_file(desk, family, photo).record, most=64)
    assert made is not None
    assert opened(made).size == (64, 32)
    assert attachments.thumbnail(desk, add_file(desk, family, letter).record, most=64) is None


# the card of the service camera -----------------------------------------------------


@pytest.fixture
def on_card(tmp_path: Path) -> Path:
    path = tmp_path / "DCIM" / "100MEDIA" / "DSC_0001.JPG"
    path.parent.mkdir(parents=True)
    path.write_bytes(jpeg())
    return path


def test_a_cameras_card_is_known(on_card: Path, letter: Path) -> None:
    assert is_portable(on_card)
    assert not is_portable(letter)


def test_the_source_goes_once_it_is_safe(desk: Desk, family: RecordId, on_card: Path) -> None:
    added = add_file(desk, family, on_card)
    assert added.source is not None
    assert added.source.portable
    assert on_card.exists()
    delete_source(desk, added)
    assert not on_card.exists()
    attachments.verify(desk, added.record)


def test_another_photo_under_the_same_name_stays(desk: Desk, family: RecordId, on_card: Path) -> None:
    added = add_file(desk, family, on_card)
    on_card.write_bytes(jpeg((90, 60)))
    assert refused(lambda: delete_source(desk, added)) == "attachment.source_changed"
    assert on_card.exists()


def test_what_is_not_safe_here_is_not_deleted_there(desk: Desk, family: RecordId, on_card: Path) -> None:
    added = add_file(desk, family, on_card)
    (path,) = blob_files(desk)
    path.unlink()
    assert refused(lambda: delete_source(desk, added)) == "blob.missing"
    assert on_card.exists()


def test_a_card_that_is_no_longer_there(desk: Desk, family: RecordId, on_card: Path) -> None:
    added = add_file(desk, family, on_card)
    on_card.unlink()
    assert refused(lambda: delete_source(desk, added)) == "medium.gone"
