"""A caseload kept in a table is taken over as one change: nothing twice, nothing lost, nothing half."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from kimdesk.base.errors import Cancelled, UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.base.progress import Cancel, Progress
from kimdesk.casework import caseload_import as taking
from kimdesk.casework import editing, families
from kimdesk.casework.desk import Desk
from kimdesk.domain.records import Case, Person
from kimdesk.domain.views.drafts import Draft
from kimdesk.domain.views.imports import Hint, ImportPreview
from kimdesk.domain.views.sheets import Sheet
from kimdesk.vault.safety import copies
from tests.support.sheets import workbook

HEAD = ("Vorname", "Nachname", "Geburtsdatum", "Ort", "Staatsangehörigkeit", "Notiz")


def shown(desk: Desk, *rows: Sequence[str], sheet: Sheet | None = None) -> ImportPreview:
    table = sheet or Sheet(rows=tuple(tuple(row) for row in rows))
    heading = taking.heading_row(table)
    return taking.preview(desk, table, heading, taking.guess(table, heading))


def take(desk: Desk, preview: ImportPreview) -> None:
    taking.take(desk, preview, preview.wanted())


def people(desk: Desk) -> dict[str, Person]:
    return {" ".join(filter(None, (each.given_name, each.family_name))): each for each in desk.query.every(Person)}


def hints(preview: ImportPreview) -> list[tuple[Hint, ...]]:
    return [row.hints for row in preview.rows]


def test_rows_become_families_and_one_name_is_enough(desk: Desk) -> None:
    preview = shown(
        desk,
        HEAD,
        ("Elena", "Dimitrova", "14.03.1991", "48431 Rheine", "bulgarisch", "ruft gern abends an"),
        ("", "Yıldız"),
        ("", "", "", "Rheine"),
        (),
        ("Omar", "Haddad", "33311", "Greven", "Syrien, Libanon"),
    )
    assert hints(preview) == [(), (), (Hint("no_name"),), ()]
    take(desk, preview)
    found = people(desk)
    elena, omar = found["Elena Dimitrova"], found["Omar Haddad"]
    assert set(found) == {"Elena Dimitrova", "Yıldız", "Omar Haddad"}
    assert (elena.birth_date, elena.nationalities) == ("1991-03-14", {"BG"})
    assert (omar.birth_date, omar.nationalities) == ("1991-03-14", {"SY", "LB"})
    case = desk.query.get(Case, elena.case)
    assert case is not None
    assert (case.case_number, case.municipality) == ("KD-2026-0001", "05566076")
    assert case.concern == "Notiz: ruft gern abends an"
    assert (case.first_contact, case.phase) == (None, None)
    assert [families.find(desk, f"KD-2026-000{n}").label for n in (2, 3)] == ["Yıldız", "Haddad"]
    assert families.hits(desk, "yildiz")


def test_it_is_one_step_that_can_be_taken_back_and_done_again(desk: Desk, family: RecordId) -> None:
    preview = shown(desk, HEAD, ("Omar", "Haddad"), ("Amira", "Haddad"))
    take(desk, preview)
    assert len(people(desk)) == 3
    editing.undo(desk)
    assert set(people(desk)) == {"Elena Dimitrova"}
    assert families.counts(desk).total == 1
    editing.redo(desk)
    assert len(people(desk)) == 3
    assert desk.store.broken_journal_rows() == []


def test_a_copy_is_made_and_what_is_typed_elsewhere_is_settled_first(desk: Desk, family: RecordId) -> None:
    (person,) = desk.query.of_case(Person, family)
    editing.keep(desk, Draft(kind="person", record=person.id, field="given_name", text="Mariya", parent=family))
    take(desk, shown(desk, HEAD, ("Omar", "Haddad")))
    assert "Mariya Dimitrova" in people(desk)
    assert [each.folder.name.split()[2] for each in copies(desk.info.folder)] == ["import"]


def test_what_cannot_be_read_stays_as_a_note_in_the_words_of_the_table(desk: Desk) -> None:
    long = "Maria " * 40
    preview = shown(
        desk,
        (*HEAD, "Phase"),
        (long, "Popescu", "im Mai", "Atlantis", "Rumänien und Utopia", "", "läuft"),
    )
    assert hints(preview) == [
        (
            Hint("cut", "given_name"),
            Hint("not_read", "birth_date"),
            Hint("not_read", "municipality"),
            Hint("not_read", "nationalities"),
            Hint("not_read", "phase"),
        )
    ]
    take(desk, preview)
    (person,) = desk.query.every(Person)
    (case,) = desk.query.every(Case)
    assert person.given_name == long[:200].strip()
    assert person.nationalities == {"RO"}
    assert case.concern == "\n".join(
        (
            f"Vorname: {long.strip()}",
            "Geburtsdatum: im Mai",
            "Ort: Atlantis",
            "Staatsangehörigkeit: Utopia",
            "Phase: läuft",
        )
    )


def test_control_characters_are_no_name(desk: Desk) -> None:
    preview = shown(desk, HEAD, ("\x07\x1b\u202e", "\x00"), ("El\x07ena\u202e", "Di\nmitrova"))
    assert hints(preview)[0] == (Hint("no_name"),)
    take(desk, preview)
    assert set(people(desk)) == {"Elena Di mitrova"}


def test_a_person_who_may_be_there_already_is_left_out_unless_somebody_says_otherwise(
    desk: Desk, family: RecordId
) -> None:
    number = families.rows(desk, families.order(desk)).popitem()[1].case_number
    preview = shown(
        desk, HEAD, ("Елена", "Димитрова"), ("Omar", "Haddad"), ("Umar", "Hadad"), ("Omar", "Haddad", "2015")
    )
    assert hints(preview) == [
        (Hint("alike_here", where=number),),
        (),
        (Hint("alike_above", where="3"),),
        (Hint("alike_above", where="3"),),
    ]
    assert preview.wanted() == {3}
    taking.take(desk, preview, frozenset({2, 3}))
    assert set(people(desk)) == {"Elena Dimitrova", "Елена Димитрова", "Omar Haddad"}


def test_rows_with_one_number_or_merged_names_are_one_family(desk: Desk, tmp_path: Path) -> None:
    numbered = shown(
        desk,
        ("Fallnummer", "Name", "Rolle", "Ort"),
        ("A-17", "Haddad, Omar", "Vater", "Greven"),
        ("A-18", "Petrova, Vera", "Mutter", ""),
        ("A-17", "Haddad, Amira", "Tochter", "Rheine"),
    )
    assert [row.case for row in numbered.rows] == [1, 2, 1]
    take(desk, numbered)
    row = families.find(desk, "A-17")
    assert row.persons == 2
    case = desk.query.get(Case, row.id)
    assert case is not None
    assert (case.municipality, case.concern) == ("05566012", "Ort: Rheine")
    path = tmp_path / "liste.xlsx"
    path.write_bytes(
        workbook(["Nachname", "Vorname"], ["Kaya", "Ali"], [None, "Aylin"], ["Novak", "Jan"], merged=["A2:A3"])
    )
    (sheet,) = taking.read_table(path)
    merged = shown(desk, sheet=sheet)
    assert [(row.name, row.case) for row in merged.rows] == [("Ali Kaya", 1), ("Aylin Kaya", 1), ("Jan Novak", 2)]
    assert hints(merged)[1] == (Hint("same_family"),)


def test_numbers_that_exist_are_refused_and_new_ones_keep_clear_of_those_brought(desk: Desk, family: RecordId) -> None:
    number = families.rows(desk, families.order(desk)).popitem()[1].case_number
    preview = shown(
        desk, ("Fallnummer", "Name"), (number, "Vera Petrova"), ("KD-2026-0002", "Omar Haddad"), ("", "Jan Novak")
    )
    assert preview.rows[0].impossible
    take(desk, preview)
    assert {each.case_number for each in desk.query.every(Case)} == {number, "KD-2026-0002", "KD-2026-0003"}


def test_a_closed_case_has_its_day_and_its_time_to_go(desk: Desk) -> None:
    preview = shown(
        desk,
        ("Name", "Phase", "Abgeschlossen am", "Erster Kontakt"),
        ("Vera Petrova", "abgeschlossen", "", "1.2.2024"),
        ("Omar Haddad", "", "03.06.2025", "02.2024"),
    )
    assert hints(preview) == [(Hint("closed_today"),), (Hint("not_read", "first_contact"),)]
    take(desk, preview)
    found = {each.closed_on: each for each in desk.query.every(Case)}
    assert set(found) == {desk.today, dt.date(2025, 6, 3)}
    assert found[desk.today].first_contact == dt.date(2024, 2, 1)
    assert all(each.phase == "closure" and each.retention_until for each in found.values())


def test_formulas_are_named(desk: Desk) -> None:
    sheet = Sheet(rows=(("Name", "Telefon"), ("Vera Petrova", "=A1")), computed=frozenset({(1, 1)}))
    assert hints(shown(desk, sheet=sheet)) == [(Hint("formula", "phone"),)]


def test_nothing_is_taken_without_names_without_rows_or_after_stopping(desk: Desk) -> None:
    table = Sheet(rows=(("Ort",), ("Rheine",)))
    with pytest.raises(UserProblem, match=r"import\.no_name_column"):
        taking.preview(desk, table, 0, ("municipality",))
    preview = shown(desk, ("Name",), *((f"Person{chr(97 + n % 26)} Beispiel{chr(97 + n // 26)}",) for n in range(300)))
    with pytest.raises(UserProblem, match=r"import\.nothing_chosen"):
        taking.take(desk, preview, frozenset())
    stop = Cancel()

    def late(done: int, total: int) -> None:
        if total > 1000 and done > total * 0.6:
            stop.request()

    desk.copy_before("import")
    with pytest.raises(Cancelled):
        taking.take(desk, preview, frozenset(row.place for row in preview.rows), Progress(late, stop))
    assert desk.query.every(Case) == ()
    assert not desk.store.can_undo()


def test_a_preview_never_shows_whom_it_is_about(desk: Desk) -> None:
    preview = shown(desk, HEAD, ("Omar", "Haddad"))
    assert "Haddad" not in repr(preview) + repr(preview.rows)
