from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from kimdesk.base.ids import new_id
from kimdesk.casework import family, visits
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.ui.screens.visit_prepare.build import build
from kimdesk.ui.screens.visit_prepare.view import PrepareView
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Label, Paragraph
from tests.support.qt import find_by_name, unnamed
from tests.ui.screens.family_story import Stage, Story, reached_by_tab

SAFETY = "Hund im Hof."


def shown(stage: Stage, story: Story) -> PrepareView:
    stage.context.desk.apply(Set("case", story.case, "safety_note", SAFETY))
    page = stage.show(build, story.case)
    assert isinstance(page, PrepareView)
    QCoreApplication.sendPostedEvents()
    return page


def said(page: PrepareView) -> str:
    QCoreApplication.sendPostedEvents()
    texts = [each.text() for each in page.findChildren(Label) if each.isVisible()]
    return "\n".join(texts + [each.body for each in page.findChildren(Paragraph) if each.isVisible()])


def test_last_notes_promises_and_people_are_there(stage: Stage, story: Story) -> None:
    texts = said(shown(stage, story))
    for part in (
        "Im Schlafzimmer ist Schimmel.",
        "Schuldnerberatung anfragen (bis 17.11.)",
        "Elena Dimitrova · Mutter",
    ):
        assert part in texts
    assert "Wohnungssuche hat Vorrang." not in texts, "assessments are no part of it"
    assert "unter vier Augen" not in texts, "a talk held alone is named by day only"
    assert "nur mit E. D. besprechen" in texts


def test_a_note_is_never_shown_without_its_correction(stage: Stage, story: Story, desk: Desk) -> None:
    visits.complete(desk, story.visit)
    desk.apply(Set("contact", visits.correct(desk, story.visit), "family_says", "Im Kinderzimmer."))
    texts = said(shown(stage, story))
    assert texts.index("Im Schlafzimmer ist Schimmel.") < texts.index("Im Kinderzimmer.")
    assert "Berichtigung vom" in texts


def test_a_correction_in_which_nothing_stands_yet_is_no_line(stage: Stage, story: Story, desk: Desk) -> None:
    visits.complete(desk, story.visit)
    desk.apply(Set("contact", visits.correct(desk, story.visit), "assessment", "Wohnungssuche zuerst."))
    assert "Berichtigung vom" not in said(shown(stage, story))


def test_the_note_on_safety_is_closed_until_a_key_opens_it(stage: Stage, story: Story, qtbot: QtBot) -> None:
    page = shown(stage, story)
    assert SAFETY not in said(page)
    with qtbot.waitActive(page):
        page.activateWindow()
    qtbot.keyClick(page.write_button, Qt.Key.Key_F8)
    assert SAFETY in said(page)
    stage.leave()
    assert SAFETY not in said(page)


def test_from_here_the_visit_begins(stage: Stage, story: Story, desk: Desk) -> None:
    page = shown(stage, story)
    before = len(family.contacts(desk, story.case))
    find_by_name(page, "Mitschreiben", Button).click()
    newest = family.contacts(desk, story.case)
    assert len(newest) == before + 1
    assert stage.went == [("visit", newest[0].id.hex())]


def test_only_grown_ups_who_speak_the_language_are_offered(stage: Stage, story: Story, desk: Desk) -> None:
    desk.apply(
        Set("person", story.elena, "languages", frozenset({Code("bg")})),
        Set("person", story.elena, "interpreter_needed", Code("yes")),
    )
    for name, languages, of_age in (("Frau I.", "bg", "yes"), ("Kind K.", "bg", "no"), ("Herr P.", "ar", "yes")):
        values = {"name": name, "languages": frozenset({Code(languages)}), "of_age": Code(of_age)}
        desk.apply(Create("interpreter", new_id(desk.clock), values))
    texts = said(shown(stage, story))
    assert "Frau I." in texts
    assert "Verschwiegenheit noch nicht unterschrieben" in texts
    assert "Kind K." not in texts
    assert "Herr P." not in texts


def test_everything_has_a_name_and_is_reached_by_tab(stage: Stage, story: Story) -> None:
    page = shown(stage, story)
    assert unnamed(page) == []
    buttons = {each for each in page.findChildren(Button) if each.isVisible()}
    assert buttons <= reached_by_tab(page)
    assert all(each.height() >= 44 for each in buttons)
