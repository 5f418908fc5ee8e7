"""The journal holds what happened, in a chain that tells of every tampering and survives redaction."""

from __future__ import annotations

from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Delete, Redact, Set
from kimdesk.domain.records import Person
from kimdesk.store.store import Store


def tamper(store: Store, sql: str) -> None:
    with store.write() as conn:
        conn.exec_driver_sql(sql)


def test_an_untouched_chain_is_whole(desk: Desk, family: RecordId) -> None:
    person = desk.query.of_case(Person, family)[0]
    for name in ("Mariya", "Sofia", "Elena"):
        desk.apply(Set("person", person.id, "given_name", name))
    assert desk.store.broken_journal_rows() == []


def test_a_changed_value_shows(desk: Desk, family: RecordId) -> None:
    tamper(desk.store, "UPDATE journal SET value = '\"x\"' WHERE n = 1")
    assert desk.store.broken_journal_rows() == [1]


def test_a_changed_author_shows(desk: Desk, family: RecordId) -> None:
    tamper(desk.store, "UPDATE journal SET actor = 'jemand' WHERE n = 2")
    assert 2 in desk.store.broken_journal_rows()


def test_a_missing_row_shows(desk: Desk, family: RecordId) -> None:
    person = desk.query.of_case(Person, family)[0]
    desk.apply(Set("person", person.id, "given_name", "Mariya"))
    tamper(desk.store, "DELETE FROM journal WHERE n = 2")
    assert desk.store.broken_journal_rows() == [3]


def test_redaction_keeps_the_chain_whole(desk: Desk, family: RecordId) -> None:
    person = desk.query.of_case(Person, family)[0].id
    desk.apply(Set("person", person, "given_name", "Mariya"))
    desk.apply(Delete("person", person))
    desk.apply(Redact("person", person))
    assert desk.store.broken_journal_rows() == []
    with desk.query.connection() as conn:
        told = conn.exec_driver_sql("SELECT value FROM journal WHERE record = ? AND op != 'delete'", (person,))
        assert told.scalars().all() == [None, None, "null"]


def test_a_value_emptied_without_a_word_shows(desk: Desk, family: RecordId) -> None:
    tamper(desk.store, "UPDATE journal SET value = NULL, salt = NULL WHERE n = 2")
    assert desk.store.broken_journal_rows() == [2]


def test_history_names_field_before_and_after(desk: Desk, family: RecordId) -> None:
    person = desk.query.of_case(Person, family)[0]
    desk.apply(Set("person", person.id, "german_level", "A1"))
    desk.apply(Set("person", person.id, "german_level", "A2"))
    last = desk.query.history(person.id)[-1]
    assert (last.field, last.before, last.after, last.actor) == ("Deutsch (GER)", "A1", "A2", "Maria Sommer")
