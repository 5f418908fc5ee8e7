"""Removed files go for good, never one that anything still needs, and a crash on the way does no harm."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import Cancelled, Surroundings, UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.base.progress import Cancel, Progress
from kimdesk.casework import attachments, editing, erasing, history
from kimdesk.casework.attaching import add_file, enter, take_data
from kimdesk.casework.desk import Desk, Services, open_desk
from kimdesk.casework.erasing import KEPT_DAYS, Removed, erase, removed
from kimdesk.casework.family import delete, restore
from kimdesk.casework.health import check_open, check_vault, repair_open
from kimdesk.casework.papers.frozen import FrozenFile
from kimdesk.domain.changes import Add, Create, Delete, Redact, Restore, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Attachment, Person
from kimdesk.domain.values import Value
from kimdesk.domain.views.drafts import Draft
from kimdesk.store.events import events
from kimdesk.store.store import Store
from kimdesk.store.unneeded import FILE, PAPERS
from kimdesk.vault import safety
from kimdesk.vault.blobs import BlobStore
from tests.support.letters import letter as pdf_letter
from tests.support.vaults import PASSPHRASE

LETTER = pdf_letter("Bescheid ", 1_000)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "Bescheid.txt"
    path.write_bytes(LETTER)
    return path


@pytest.fixture
def file(desk: Desk, family: RecordId, letter: Path) -> RecordId:
    """Return a file of the family."""
    return add_file(desk, family, letter).record


@pytest.fixture
def next_day(services: Services, desk: Desk) -> Iterator[Callable[[], Desk]]:
    """Return what closes the vault and opens it again, as locking does; undo has nothing to offer then."""
    opened = [desk]

    def again() -> Desk:
        opened[-1].close()
        opened.append(open_desk(services, desk.info.folder, PASSPHRASE))
        return opened[-1]

    yield again
    opened[-1].close()


def stored(desk: Desk) -> list[str]:
    return [path.name for path in (desk.info.folder / "blobs").rglob("*") if path.is_file()]


def codes(desk: Desk) -> list[str]:
    return [finding.code for finding in check_open(desk)]


def said_in_the_vault(desk: Desk, *words: str) -> list[str]:
    """Return which of these words stand in any row of any table, as text or as their bytes."""
    with desk.query.connection() as conn:
        names = conn.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars().all()
        rows = [row for name in names for row in conn.exec_driver_sql(f'SELECT * FROM "{name}"')]
    cells = [cell if isinstance(cell, bytes) else str(cell).encode() for row in rows for cell in row]
    return [word for word in words if any(word.encode() in cell or word.lower().encode() in cell for cell in cells)]


WORDS = ("Widerspruch", "Duldungsgrund", "Kindergeldnummer")


@pytest.fixture
def described(desk: Desk, family: RecordId, file: RecordId) -> RecordId:
    """Return a file with a title of its own, remarks of two days, a person, and something typed and not left yet."""
    person = desk.query.of_case(Person, family)[0].id
    desk.apply(Set("attachment", file, "title", WORDS[0]), Add("attachment", file, "persons", person))
    desk.apply(Set("attachment", file, "remark", WORDS[1]))
    desk.apply(Set("attachment", file, "remark", None))
    desk.store.keep_draft(Draft(kind="attachment", record=file, field="remark", text=WORDS[2]))
    return file


def test_a_removed_file_goes_after_thirty_days_and_takes_its_title_along(
    desk: Desk, described: RecordId, next_day: Callable[[], Desk], clock: FixedClock
) -> None:
    kept = desk.query.get(Attachment, described)
    assert kept is not None
    assert kept.sha256
    delete(desk, "attachment", described)
    later = next_day()
    clock.advance(days=KEPT_DAYS - 1)
    assert erase(later) == 0
    assert len(stored(later)) == 1
    assert said_in_the_vault(later, *WORDS, kept.sha256) == [*WORDS, kept.sha256]
    clock.advance(days=1)
    assert erase(later) == 0, "a day's clock may be wrong"
    clock.advance(days=1)
    assert erase(later) == 1
    assert stored(later) == []
    assert codes(later) == []
    assert [(each.what, each.about) for each in events(later)] == [("files_erased", "1")]
    assert said_in_the_vault(later, *WORDS, kept.sha256) == []
    with later.query.connection() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM blob").scalar_one() == 0
        assert conn.exec_driver_sql("SELECT count(*) FROM attachments_persons").scalar_one() == 0
        told = conn.exec_driver_sql("SELECT op FROM journal WHERE kind = 'attachment' ORDER BY n").scalars().all()
    assert (told[0], told[-2:]) == ("create", ["delete", "redact"])


def test_the_history_tells_that_there_was_a_file_and_nothing_of_it(
    desk: Desk, family: RecordId, described: RecordId, next_day: Callable[[], Desk]
) -> None:
    delete(desk, "attachment", described)
    later = next_day()
    erase(later, at_once=True)
    steps = [each for each in history.of_family(later, family) if each.line.kind == "attachment"]
    assert [(each.line.op, each.can_put_back) for each in steps] == [
        ("redact", False), ("delete", False), ("create", False),
    ]  # fmt: skip
    assert all(each.line.before == each.line.after == "" for each in steps)


def test_what_was_erased_before_titles_went_along_is_emptied_now(
    desk: Desk, described: RecordId, next_day: Callable[[], Desk]
) -> None:
    delete(desk, "attachment", described)
    later = next_day()
    with later.store.write() as conn:
        conn.exec_driver_sql("DELETE FROM blob")
    assert said_in_the_vault(later, *WORDS) == [*WORDS]
    assert erase(later, at_once=True) == 0
    assert said_in_the_vault(later, *WORDS) == []
    assert events(later) == ()
    assert codes(later) == ["check.blob_orphans"]
    assert erase(later, at_once=True) == 0


def test_a_family_brought_back_does_not_bring_an_erased_file_back(
    desk: Desk, family: RecordId, described: RecordId, next_day: Callable[[], Desk]
) -> None:
    desk.apply(Delete("case", family))
    later = next_day()
    assert erase(later, at_once=True) == 1
    later.apply(Restore("case", family))
    assert later.query.of_case(Attachment, family) == ()
    assert later.query.of_case(Person, family) != ()
    assert codes(later) == []


def test_files_of_a_family_that_was_handed_over_go_too(
    desk: Desk, family: RecordId, described: RecordId, next_day: Callable[[], Desk]
) -> None:
    delete(desk, "attachment", described)
    desk.apply(Set("case", family, "handed_on", desk.today))
    later = next_day()
    assert erase(later, at_once=True) == 1
    assert said_in_the_vault(later, *WORDS) == []
    assert codes(later) == []


def test_more_files_than_go_at_once(
    desk: Desk, family: RecordId, next_day: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasing, "_AT_ONCE", 2)
    files = [enter(desk, family, take_data(desk, LETTER, f"Brief {each}.txt")).record for each in range(5)]
    for each in files:
        delete(desk, "attachment", each)
    later = next_day()
    assert erase(later, at_once=True) == 5
    assert stored(later) == []
    assert [each.about for each in events(later)] == ["1", "2", "2"]
    assert codes(later) == []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE attachments SET title = 'wieder da'",
        "UPDATE attachments SET deleted = 1",
        "UPDATE attachments SET deleted = 0",
        "INSERT INTO attachments_persons (owner, value) SELECT id, id FROM attachments",
    ],
)
def test_what_was_emptied_and_says_something_again_is_found(
    desk: Desk, described: RecordId, next_day: Callable[[], Desk], sql: str
) -> None:
    delete(desk, "attachment", described)
    later = next_day()
    erase(later, at_once=True)
    with later.store.write() as conn:
        conn.exec_driver_sql(sql)
    assert "check.records_differs" in codes(later)


def test_a_clock_that_is_far_ahead_for_a_day_takes_no_file_early(
    desk: Desk, file: RecordId, next_day: Callable[[], Desk], clock: FixedClock
) -> None:
    delete(desk, "attachment", file)
    right = clock.ms
    later = next_day()
    clock.advance(days=1)
    assert erase(later) == 0
    clock.advance(days=10 * 365)
    assert erase(later) == 0
    clock.advance(seconds=3600)
    assert erase(later) == 0, "the same day once more"
    for day in range(2, KEPT_DAYS + 2):
        clock.ms = right
        clock.advance(days=day)
        assert erase(later) == (day == KEPT_DAYS + 1)


def test_words_left_in_the_index_by_a_stopped_run_go_with_the_next(
    desk: Desk, described: RecordId, next_day: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_store: Store, _progress: Progress) -> None:
        raise Cancelled

    delete(desk, "attachment", described)
    later = next_day()
    with monkeypatch.context() as patch:
        patch.setattr(Store, "clear_indexes", stopped)
        with pytest.raises(Cancelled):
            erase(later, at_once=True)
    assert said_in_the_vault(later, *WORDS) == [WORDS[1]]
    last = next_day()
    assert erase(last) == 0
    assert said_in_the_vault(last, *WORDS) == []
    assert codes(last) == []


def test_only_what_was_removed_can_be_emptied(desk: Desk, file: RecordId) -> None:
    with pytest.raises(UserProblem, match=r"record\.missing"):
        desk.apply(Redact("attachment", file), undoable=False)
    delete(desk, "attachment", file)
    desk.apply(Redact("attachment", file), undoable=False)
    for change in (Redact("attachment", file), Restore("attachment", file), Set("attachment", file, "title", "x")):
        with pytest.raises(UserProblem, match=r"record\.missing"):
            desk.apply(change)


def test_whoever_asks_for_it_need_not_wait_and_the_copies_inside_the_vault_forget_the_key(
    desk: Desk, file: RecordId, next_day: Callable[[], Desk]
) -> None:
    delete(desk, "attachment", file)
    later = next_day()
    later.copy_before("import")
    assert removed(later) == Removed(files=1, size=len(LETTER))
    assert erase(later, at_once=True) == 1
    assert removed(later) == Removed()
    assert stored(later) == []
    assert safety.copies(later.info.folder) == ()


def test_what_undoing_or_doing_again_could_bring_back_stays(desk: Desk, file: RecordId, clock: FixedClock) -> None:
    delete(desk, "attachment", file)
    clock.advance(days=2 * KEPT_DAYS)
    assert erase(desk, at_once=True) == 0
    editing.undo(desk)
    editing.undo(desk)
    assert desk.query.get(Attachment, file) is None
    assert erase(desk, at_once=True) == 0
    editing.redo(desk)
    assert attachments.content(desk, file).data == LETTER


def test_a_family_that_went_takes_its_files_along_only_once_nobody_can_undo_it(
    desk: Desk, family: RecordId, file: RecordId, next_day: Callable[[], Desk]
) -> None:
    desk.apply(Delete("case", family))
    assert erase(desk, at_once=True) == 0
    later = next_day()
    assert erase(later, at_once=True) == 1
    assert stored(later) == []


def test_files_of_a_merged_family_stay(
    desk: Desk, family: RecordId, file: RecordId, next_day: Callable[[], Desk]
) -> None:
    other = new_id(desk.clock)
    desk.apply(Create("case", other, {"case_number": "KD-2026-0900"}))
    desk.apply(Set("attachment", file, "case", other), Delete("case", family))
    later = next_day()
    assert erase(later, at_once=True) == 0
    assert attachments.content(later, file).data == LETTER


def test_a_file_whose_record_was_purged_goes(desk: Desk, file: RecordId, next_day: Callable[[], Desk]) -> None:
    later = next_day()
    with later.store.write() as conn:
        conn.exec_driver_sql("DELETE FROM attachments")
    assert erase(later) == 1
    assert stored(later) == []


@pytest.mark.parametrize(("kind", "name"), PAPERS)
def test_a_signed_paper_stays_whatever_becomes_of_its_record(
    desk: Desk, family: RecordId, next_day: Callable[[], Desk], kind: str, name: str
) -> None:
    record = new_id(desk.clock)
    row = attachments.keep(desk, LETTER, mime="application/pdf", record=record)
    paper = FrozenFile(blob=row.id, sha256=row.sha256.hex(), pages=1, edition="full", languages=("de",)).text()
    person = new_id(desk.clock)
    desk.apply(Create("person", person, {"case": family, "given_name": "Elena"}))
    values: dict[str, dict[str, Value]] = {
        "support_plan": {"case": family, "version": 1},
        "consent": {"case": family, "person": person, "scope": Code("photos")},
    }
    desk.apply(Create(kind, record, values[kind]), Set(kind, record, name, paper))
    later = next_day()
    assert erase(later, at_once=True) == 0
    later.apply(Set(kind, record, name, None), Delete(kind, record))
    last = next_day()
    assert erase(last, at_once=True) == 0
    assert attachments.read(last, row.id) == LETTER


def test_the_fields_that_name_stored_files_are_known(desk: Desk) -> None:
    machinery = {
        (kind.name, spec.name)
        for kind in desk.services.registry
        for spec in kind.fields
        if spec.name in {"blob", "pdf"} or "blob" in spec.name
    }
    assert machinery == {FILE, *PAPERS}


def test_a_file_on_its_way_in_is_never_taken(desk: Desk, family: RecordId, clock: FixedClock) -> None:
    taken = take_data(desk, LETTER, "Bescheid.txt")
    clock.advance(days=400)
    assert erase(desk) == 0
    assert erase(desk, at_once=True) == 0
    assert repair_open(desk) == ()
    assert attachments.content(desk, enter(desk, family, taken).record).data == LETTER


def test_a_paper_stored_and_not_signed_goes_once_it_cannot_be_on_its_way(
    desk: Desk, family: RecordId, next_day: Callable[[], Desk]
) -> None:
    attachments.keep(desk, LETTER, mime="application/pdf", record=new_id(desk.clock))
    assert erase(desk, at_once=True) == 0
    later = next_day()
    assert erase(later) == 1
    assert stored(later) == []


# crashes ------------------------------------------------------------------------------


def test_bytes_left_by_a_crash_are_named_and_go_a_day_later(
    desk: Desk, file: RecordId, next_day: Callable[[], Desk], clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def power_cut(_store: BlobStore, _blob: str) -> None:
        raise Surroundings("disk.failing")

    delete(desk, "attachment", file)
    later = next_day()
    with monkeypatch.context() as patch:
        patch.setattr(BlobStore, "delete", power_cut)
        with pytest.raises(Surroundings):
            erase(later, at_once=True)
    assert codes(later) == ["check.blob_orphans"]
    last = next_day()
    clock.ms = max(clock.ms, newest_ms(last))
    erase(last)
    assert len(stored(last)) == 1
    clock.advance(days=1, seconds=1)
    erase(last)
    assert stored(last) == []
    assert codes(last) == []


def newest_ms(desk: Desk) -> int:
    """Return when the last file was written, by the clock of the disk."""
    return max(path.stat().st_mtime_ns for path in (desk.info.folder / "blobs").rglob("*")) // 1_000_000


def test_what_is_not_durable_takes_no_file_away(
    desk: Desk, file: RecordId, next_day: Callable[[], Desk], services: Services
) -> None:
    delete(desk, "attachment", file)
    later = next_day()
    journal = later.store.journal

    def full(*_args: object) -> int:
        raise Surroundings("disk.full")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journal, "append", full)
        with pytest.raises(Surroundings):
            erase(later, at_once=True)
    assert len(stored(later)) == 1
    restore(later, "attachment", file)
    assert attachments.content(later, file).data == LETTER
    later.close()
    assert check_vault(services, later.info.folder, PASSPHRASE) == ()


def test_a_stopped_run_leaves_only_bytes_without_a_key(
    desk: Desk, file: RecordId, next_day: Callable[[], Desk]
) -> None:
    delete(desk, "attachment", file)
    later, stop = next_day(), Cancel()
    stop.request()
    with pytest.raises(Cancelled):
        erase(later, at_once=True, progress=Progress(None, stop))
    assert codes(later) == ["check.blob_orphans"]


# bringing back ------------------------------------------------------------------------


def test_an_erased_file_is_not_offered_back(
    desk: Desk, family: RecordId, file: RecordId, next_day: Callable[[], Desk]
) -> None:
    delete(desk, "attachment", file)
    later = next_day()
    assert [step.can_put_back for step in history.of_family(later, family) if step.line.op == "delete"] == [True]
    erase(later, at_once=True)
    (gone,) = [step for step in history.of_family(later, family) if step.line.op == "delete"]
    assert not gone.can_put_back
    for act in (lambda: restore(later, "attachment", file), lambda: history.put_back(later, gone.line)):
        with pytest.raises(UserProblem, match=r"attachment\.erased"):
            act()
    assert later.query.get(Attachment, file) is None
    assert codes(later) == []


def test_a_file_stored_now_is_fresh_and_one_of_yesterday_is_not(desk: Desk, next_day: Callable[[], Desk]) -> None:
    stored_now = desk.vault.blobs().put(io.BytesIO(b"x"))
    assert desk.vault.blobs().is_fresh(stored_now.blob_id)
    assert not next_day().vault.blobs().is_fresh(stored_now.blob_id)


def test_the_constant_of_the_handbook(desk: Desk) -> None:
    assert erasing.KEPT_DAYS * 86_400_000 >= safety.KEPT_MS
