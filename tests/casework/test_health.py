"""`vault check` finds whatever does not agree with the journal, and mends only what can be made again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kimdesk.base.errors import Cancelled, KimError, explain
from kimdesk.base.ids import RecordId, new_id
from kimdesk.base.progress import Cancel, Progress
from kimdesk.casework.attachments import keep
from kimdesk.casework.desk import Desk, Services, open_desk
from kimdesk.casework.families import hits, search
from kimdesk.casework.health import check_open, check_vault, is_damaged, mendable, repair, repair_open
from kimdesk.domain.changes import Add, Create, Delete, Redact, Restore, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Person
from kimdesk.vault.vault import unlock
from tests.support.vaults import PASSPHRASE

PAGE = 4096


def person_of(desk: Desk, family: RecordId) -> Person:
    return desk.query.of_case(Person, family)[0]


def lived(desk: Desk, family: RecordId) -> None:
    """Write of every kind of change once."""
    person = person_of(desk, family)
    contact, note = new_id(desk.clock), new_id(desk.clock)
    desk.apply(Set("person", person.id, "phone", "02553 1"))
    desk.apply(Set("person", person.id, "phone", "02553 2"))
    desk.apply(Add("person", person.id, "languages", Code("bg")), Add("person", person.id, "languages", Code("de")))
    desk.apply(Create("contact", contact, {"case": family, "date": desk.today, "minutes": 0}))
    desk.apply(Create("measure", note, {"case": family, "text": "anrufen"}))
    desk.apply(Delete("measure", note))
    desk.store.undo()
    desk.apply(Delete("contact", contact))
    desk.apply(Delete("case", family))
    desk.apply(Restore("case", family))


def codes(services: Services, folder: Path) -> list[str]:
    return [finding.code for finding in check_vault(services, folder, PASSPHRASE)]


def test_a_vault_that_was_worked_in_is_whole(services: Services, desk: Desk, family: RecordId) -> None:
    lived(desk, family)
    desk.close()
    assert codes(services, desk.info.folder) == []


ALTERED: dict[str, str] = {
    "UPDATE persons SET given_name = 'Helena'": "check.records_differs",
    "UPDATE persons SET phone = NULL": "check.records_differs",
    "UPDATE persons SET rev = rev + 1": "check.records_differs",
    "UPDATE persons SET deleted = 1": "check.records_differs",
    "UPDATE field_rev SET hlc = hlc - 1 WHERE field = 'phone'": "check.records_differs",
    "DELETE FROM persons_languages WHERE value = 'bg'": "check.records_differs",
    "UPDATE contacts SET minutes = NULL": "check.records_differs",
    "DELETE FROM persons": "check.records_missing",
    "INSERT INTO partners (id, root, rev, deleted, name) VALUES (x'00', x'00', 1, 0, 'x')": "check.records_unrecorded",
    "UPDATE measures SET deleted = 2": "check.records_misplaced",
    "UPDATE measures SET root = x'00'": "check.records_misplaced",
    "UPDATE journal SET value = '\"02553 9\"' WHERE value = '\"02553 2\"'": "check.journal",
    "DELETE FROM search WHERE rowid = 1": "check.search_index",
    "INSERT INTO search(rowid, names, words) VALUES (99, 'geist', '')": "check.search_index",
    "DELETE FROM indexed": "check.search_index",
    "DELETE FROM case_search": "check.search_index",
    "UPDATE case_summary SET promises = 7": "check.case_list",
    "DELETE FROM case_summary": "check.case_list",
}


@pytest.mark.parametrize("statement", ALTERED)
def test_whatever_is_altered_beside_the_door_is_found(
    services: Services, desk: Desk, family: RecordId, statement: str
) -> None:
    lived(desk, family)
    with desk.store.write() as conn:
        conn.exec_driver_sql(statement)
    desk.close()
    found = check_vault(services, desk.info.folder, PASSPHRASE)
    assert ALTERED[statement] in [finding.code for finding in found]
    assert is_damaged(found) is not mendable(found) or ALTERED[statement].startswith("check.records")
    for finding in found:
        assert explain(KimError(finding.code, **finding.params), "de").next


def test_a_page_put_back_to_an_earlier_state_is_found_wherever_it_is(
    services: Services, desk: Desk, family: RecordId
) -> None:
    person = person_of(desk, family)
    desk.apply(Set("person", person.id, "phone", "02553 1"))
    desk.close()
    database = desk.info.folder / "vault.db"
    before = database.read_bytes()
    with open_desk(services, desk.info.folder, PASSPHRASE) as again:
        again.apply(Set("person", person.id, "phone", "02553 2"))
    after = database.read_bytes()
    pages = range(PAGE, min(len(before), len(after)), PAGE)
    changed = [at for at in pages if before[at : at + PAGE] != after[at : at + PAGE]]
    true_state, found, harmless = rows_of(services, desk.info.folder), 0, 0
    for at in changed:
        database.write_bytes(after[:at] + before[at : at + PAGE] + after[at + PAGE :])
        if codes(services, desk.info.folder):
            found += 1
        else:  # a page written anew with the same rows in it
            assert rows_of(services, desk.info.folder) == true_state, f"page {at // PAGE}"
            harmless += 1
    assert found > 3
    assert harmless < len(changed)


def rows_of(services: Services, folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table that stands for itself."""
    with unlock(folder, passphrase=PASSPHRASE, clock=services.clock, policy=services.policy) as vault:
        connection = vault.connect("query")
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        names = [name for (name,) in tables if not name.startswith(("search", "case_search"))]
        rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}
        connection.close()
    return rows


def test_a_redacted_value_is_no_difference(services: Services, desk: Desk, family: RecordId) -> None:
    lived(desk, family)
    person = desk.query.of_case(Person, family)[0].id
    desk.apply(Delete("person", person))
    desk.apply(Redact("person", person))
    desk.close()
    assert codes(services, desk.info.folder) == []


# mending ------------------------------------------------------------------------------


def broken(desk: Desk) -> None:
    with desk.store.write() as conn:
        for statement in ("DELETE FROM indexed", "DELETE FROM case_search", "UPDATE case_summary SET label = 'x'"):
            conn.exec_driver_sql(statement)


def test_index_and_list_are_built_anew(services: Services, desk: Desk, family: RecordId) -> None:
    lived(desk, family)
    broken(desk)
    desk.close()
    assert repair(services, desk.info.folder, PASSPHRASE) == ()
    with open_desk(services, desk.info.folder, PASSPHRASE) as again:
        assert hits(again, "dimitrova")
        assert [hit.kind for hit in search(again, "elena")] == ["person"]


def test_an_open_vault_is_checked_and_mended_too(desk: Desk, family: RecordId) -> None:
    lived(desk, family)
    assert check_open(desk) == ()
    broken(desk)
    assert [finding.code for finding in check_open(desk)] == ["check.search_index", "check.case_list"]
    assert repair_open(desk) == ()
    assert hits(desk, "dimitrova")


def test_unknown_files_are_set_aside_not_deleted(services: Services, desk: Desk, tmp_path: Path) -> None:
    keep(desk, b"Bescheid", mime="application/pdf", record=new_id(desk.clock))
    desk.close()
    (desk.info.folder / "blobs" / "ab").mkdir(exist_ok=True)
    (desk.info.folder / "blobs" / "ab" / ("ab" * 16)).write_bytes(b"left by a crash")
    assert codes(services, desk.info.folder) == ["check.blob_orphans"]
    assert [finding.code for finding in repair(services, desk.info.folder, PASSPHRASE)] == ["check.set_aside"]
    assert (desk.info.folder / "quarantine" / f"{'ab' * 16}.blob").read_bytes() == b"left by a crash"


@pytest.mark.parametrize("alter", [lambda path: path.unlink(), lambda path: path.write_bytes(b"x" * 9000)])
def test_an_attachment_that_is_gone_or_altered_is_damage(
    services: Services, desk: Desk, alter: Callable[[Path], object]
) -> None:
    keep(desk, b"Bescheid", mime="application/pdf", record=new_id(desk.clock))
    desk.close()
    alter(next((desk.info.folder / "blobs").glob("*/*")))
    assert codes(services, desk.info.folder) in (["blob.missing"], ["blob.damaged"])


def test_damage_is_left_exactly_as_it_is(services: Services, desk: Desk, family: RecordId) -> None:
    lived(desk, family)
    broken(desk)
    with desk.store.write() as conn:
        conn.exec_driver_sql("UPDATE persons SET given_name = 'Helena'")
    desk.close()
    copy = desk.info.folder.with_name("vorher")
    shutil.copytree(desk.info.folder, copy)
    assert "check.records_differs" in [finding.code for finding in repair(services, desk.info.folder, PASSPHRASE)]
    assert (desk.info.folder / "vault.db").read_bytes() == (copy / "vault.db").read_bytes()


def test_mending_that_is_stopped_leaves_what_the_next_one_mends(desk: Desk, family: RecordId) -> None:
    lived(desk, family)
    broken(desk)

    stopped = Cancel()
    stopped.request()
    with pytest.raises(Cancelled):
        desk.store.rebuild(Progress(cancel=stopped))
    assert desk.store.stale().indexed
    desk.store.rebuild()
    assert desk.store.stale().indexed == desk.store.stale().listed == 0


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE indexed SET kind = 'measure' WHERE kind = 'person'",
        "UPDATE indexed SET record = zeroblob(16) WHERE kind = 'person'",
        "UPDATE indexed SET root = zeroblob(16)",
        "DELETE FROM search WHERE rowid = 1",
        "INSERT INTO search (rowid, names, words) VALUES (9999, 'niemand', '')",
        "INSERT INTO case_search (rowid, terms) VALUES (9999, 'niemand')",
        "DELETE FROM case_summary",
        "UPDATE case_summary SET n = 9999, id = zeroblob(16)",
        "DELETE FROM search_docsize",
        "DELETE FROM case_search_docsize",
    ],
)
def test_whatever_is_wrong_with_index_and_list_is_mended(desk: Desk, family: RecordId, sql: str) -> None:
    lived(desk, family)
    other = new_id(desk.clock)
    desk.apply(Create("case", other, {"case_number": "KD-2026-0901"}), Delete("case", other))
    with desk.store.write() as conn:
        conn.exec_driver_sql(sql)
    assert {finding.code for finding in check_open(desk)} & {"check.search_index", "check.case_list"}
    assert repair_open(desk) == ()
    assert hits(desk, "dimitrova")
    assert [hit.kind for hit in search(desk, "elena")] == ["person"]
    assert not search(desk, "niemand")
