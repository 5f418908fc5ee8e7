"""What should not be typed: a clear hint, never a lost keystroke, never a blocked page."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kimdesk.base.errors import UserProblem, explain
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import course, family, pictures
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code, Type
from kimdesk.domain.records import Person
from kimdesk.drawings.genogram.draw import draw_genogram
from kimdesk.drawings.network.draw import draw_network
from kimdesk.drawings.picture import Style
from kimdesk.text.shaping import load_faces
from kimdesk.ui.forms.form import Row
from kimdesk.ui.screens.family_persons.build import build
from kimdesk.ui.screens.family_persons.household import SplitDialog
from kimdesk.ui.screens.family_persons.view import PersonsView
from kimdesk.ui.shell.family_head import HeadWords
from kimdesk.ui.shell.family_parts import PersonButton
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.widgets.buttons import Button
from tests.drawings.seen import colliding, letters, outside
from tests.support.qt import find_by_name
from tests.ui.screens.family_story import Stage, Story

HEBREW = "שָׁלוֹם (123) abc"


@pytest.fixture
def page(stage: Stage, story: Story) -> PersonsView:
    shown = stage.show(build, story.case)
    assert isinstance(shown, PersonsView)
    return shown


def person(desk: Desk, record: RecordId) -> Person:
    found = desk.query.get(Person, record)
    assert found is not None
    return found


def paste(page: PersonsView, name: str, text: str) -> Row:
    """Put a text into a field as pasting does, and leave the field."""
    row = next(form.rows[name] for form in page.form.forms if name in form.rows)
    field = row.editor.widget
    if isinstance(field, QLineEdit):
        field.setFocus()
        field.selectAll()
        field.insert(text)
    else:
        row.editor.set_text(text)
        row.editor.typed.emit(text)
    page.settle()
    QCoreApplication.sendPostedEvents()
    return row


def drafts(desk: Desk, record: RecordId) -> dict[str, str]:
    return {each.field: each.text for each in desk.page.drafts(record)}


def test_a_day_that_never_was_stays_as_typed_with_a_hint(page: PersonsView, stage: Stage, story: Story) -> None:
    row = paste(page, "birth_date", "31.02.1994")
    assert row.hint.isVisible()
    assert row.editor.text() == "31.02.1994"
    assert drafts(stage.context.desk, story.elena) == {"birth_date": "31.02.1994"}
    assert person(stage.context.desk, story.elena).birth_date == "1994"


def test_dead_before_born_and_a_child_older_than_its_mother_are_asked_about(
    page: PersonsView, stage: Stage, story: Story
) -> None:
    desk = stage.context.desk
    paste(page, "died_on", "1990")
    assert "Sterbedatum" in page.hints.accessibleName()
    assert person(desk, story.elena).died_on == "1990"
    relation = {"case": story.case, "person": story.elena, "other": story.mariya, "relation": Code("parent_of")}
    stage.tell(
        desk.apply(
            Set("person", story.elena, "died_on", None),
            Set("person", story.mariya, "birth_date", "1980"),
            Create("relation", new_id(desk.clock), relation),
        )
    )
    assert "Kind" in page.hints.accessibleName()
    assert page.hints.isVisible()


def test_a_permit_that_ends_before_it_begins_is_asked_about(page: PersonsView, stage: Stage, story: Story) -> None:
    desk = stage.context.desk
    days = {"valid_from": dt.date(2026, 3, 1), "valid_until": dt.date(2026, 2, 1)}
    title = {"person": story.elena, "title": Code("h24"), **days}
    stage.tell(desk.apply(Create("residence_title", new_id(desk.clock), title)))
    assert page.hints.isVisible()
    assert explain(UserProblem("plausible.ends_before_it_begins"), "de").what in page.hints.accessibleName()


def test_forty_people_with_long_names_stand_apart_in_genogram_and_network_map(stage: Stage, story: Story) -> None:
    desk, sectors = stage.context.desk, ("family", "friends", "work", "professional")
    long = "Wolfeschlegelstein " * 10 + "hausenberg"
    people = [new_id(desk.clock) for _ in range(38)]
    made = [
        Create("person", each, {"case": story.case, "given_name": long, "in_household": Code("yes")}) for each in people
    ]
    made += [
        Create(
            "relation",
            new_id(desk.clock),
            {"case": story.case, "person": story.elena, "other": each, "relation": Code("parent_of")},
        )
        for each in people[:20]
    ]
    made += [
        Create(
            "network_contact",
            new_id(desk.clock),
            {"case": story.case, "name": f"{number} {long}"[:80], "sector": Code(sectors[number % 4]),
             "horizon": Code("close")},
        )
        for number in range(40)
    ]  # fmt: skip
    desk.apply(*made)
    style = Style(load_faces())
    for picture, count in (
        (draw_genogram(pictures.genogram(desk, story.case, "de"), style), 40),
        (draw_network(pictures.network(desk, story.case, "Elena", "de"), style), 40),
    ):
        assert len(picture.areas) >= count
        assert colliding(letters(picture)) == []
        assert outside(picture) == []


def test_forty_people_in_one_household(page: PersonsView, stage: Stage, story: Story, qtbot: QtBot) -> None:
    desk = stage.context.desk
    people = [
        Create("person", new_id(desk.clock), {"case": story.case, "given_name": f"Person {number}"})
        for number in range(38)
    ]
    stage.tell(desk.apply(*people))
    QCoreApplication.sendPostedEvents()
    assert len([each for each in page.list.findChildren(PersonButton) if each.isVisibleTo(page)]) == 40
    current = page.list.current()
    assert current is not None
    current.setFocus()
    qtbot.keyClick(current, Qt.Key.Key_Down)  # type: ignore[no-untyped-call]
    assert page.form.name.text() == "Mariya"
    page.list.findChildren(PersonButton)[-1].click()
    assert page.form.name.text() == page.list.findChildren(PersonButton)[-1].text()
    find_by_name(page, "Haushalt trennen …", Button).click()
    (dialog,) = page.findChildren(SplitDialog)
    QCoreApplication.sendPostedEvents()
    assert len(dialog.choices) == 40
    assert dialog.height() < 768
    dialog.reject()


def test_one_name_is_enough_and_the_longest_is_taken_whole(page: PersonsView, stage: Stage, story: Story) -> None:
    desk = stage.context.desk
    long = "Wolfeschlegelstein " * 10 + "hausenberg"
    assert len(long) == 200
    paste(page, "family_name", "")
    paste(page, "given_name", long)
    kept = person(desk, story.elena)
    assert (kept.given_name, kept.family_name) == (long, None)
    assert page.form.name.text() == long
    row = paste(page, "given_name", long + "er")
    assert (row.editor.text(), row.hint.isVisible()) == (long + "er", True)
    assert person(desk, story.elena).given_name == long
    assert drafts(desk, story.elena) == {"given_name": long + "er"}


def test_pasted_from_a_word_processor(page: PersonsView, stage: Stage, story: Story) -> None:
    desk = stage.context.desk
    paste(page, "given_name", "\x0bEle\x00na\u00a0\x07")
    paste(page, "health_note", "Zeile eins\x0b\x1f\r\nZeile „zwei“ – gut\x00")
    kept = person(desk, story.elena)
    assert kept.given_name == "Elena"
    assert kept.health_note is not None
    assert not [sign for sign in kept.health_note if ord(sign) < 32 and sign != "\n"]
    assert "Zeile „zwei“ – gut" in kept.health_note
    assert drafts(desk, story.elena) == {}


def test_right_to_left_in_every_field(page: PersonsView, stage: Stage, story: Story) -> None:
    desk = stage.context.desk
    names = [
        name
        for form in page.form.forms
        for name, row in form.rows.items()
        if row.spec.type in {Type.TEXT, Type.NOTE} and not row.spec.max_length < len(HEBREW)
    ]
    assert len(names) > 15
    for name in names:
        paste(page, name, HEBREW)
    kept = person(desk, story.elena)
    assert {getattr(kept, name) for name in names} == {HEBREW}
    assert drafts(desk, story.elena) == {}


def test_a_case_handed_over_takes_nothing_and_loses_no_keystroke(page: PersonsView, stage: Stage, story: Story) -> None:
    desk = stage.context.desk
    desk.apply(Set("case", story.case, "handed_to", "A. Yıldız"), Set("case", story.case, "handed_on", desk.today))
    row = paste(page, "given_name", "Versehen")
    assert (row.editor.text(), row.hint.isVisible()) == ("Versehen", True)
    assert person(desk, story.elena).given_name == "Elena"
    assert drafts(desk, story.elena) == {"given_name": "Versehen"}
    words = Words(desk.reference, desk.today)
    tags = [tag.text for tag in HeadWords(words).head(family.header(desk, story.case)).tags]
    assert tags[0] == "Übergeben an A. Yıldız"


def test_a_closed_case_says_so_on_every_page_and_takes_changes_back(stage: Stage, story: Story) -> None:
    desk = stage.context.desk
    course.set_phase(desk, story.case, Code("closure"))
    words = Words(desk.reference, desk.today)
    tags = [tag.text for tag in HeadWords(words).head(family.header(desk, story.case)).tags]
    assert tags[0] == "Fall abgeschlossen"
    desk.apply(Set("person", story.elena, "given_name", "Versehen"))
    assert any(line.before == "Elena" and line.after == "Versehen" for line in desk.query.case_history(story.case))
    desk.store.undo()
    assert person(desk, story.elena).given_name == "Elena"
