"""Every page of a case that is led elsewhere is only read, and says why in one line."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.app.desk_window import TABS
from kimdesk.base.ids import new_id
from kimdesk.casework import family
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Person
from kimdesk.ui.shell.family import FamilyFrame, Section
from kimdesk.ui.shell.family_head import HeadWords, phase_steps
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.shell.screen import Context, Screen
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.done import DoneCircle
from kimdesk.ui.widgets.fold import FoldButton
from kimdesk.ui.widgets.inputs import SearchField
from kimdesk.ui.widgets.notices import ClosedLine
from tests.support.qt import spoken_name, type_text, unnamed
from tests.ui.screens.family_story import Stage, Story

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
READING = {
    "Alle Kontakte",
    "Zum Plan",
    "Personen",
    "Übergeben …",
    "Ältere Kontakte zeigen",
    "Ansehen",
    "Meine Einschätzung öffnen",
    "Meine Einschätzung schließen",
    "Mehr anzeigen",
    "Zu den Einwilligungen",
    "Öffnen",
    "Fertig",
}
"""The words of buttons that only show something, or write the file of the hand-over once more."""
CHOOSES_WHAT_IS_SHOWN = {"Zeigen", "Fassung", "Version"}


@pytest.fixture
def frame(stage: Stage, story: Story) -> FamilyFrame:
    """Return a family's page with its real sections, as the window puts them together."""
    desk = stage.context.desk
    day = dt.date(2026, 11, 2)
    desk.apply(
        Create("contact", new_id(desk.clock), {"case": story.case, "date": day, "observation": "Ruhig."}),
        Create("case_conference", new_id(desk.clock), {"case": story.case, "date": day}),
        Create(
            "network_contact",
            new_id(desk.clock),
            {"case": story.case, "name": "Oma Stefka", "sector": Code("family"), "horizon": Code("near")},
        ),
        Create("assessment", new_id(desk.clock), {"case": story.case, "date": day}),
        Create(
            *("consent", new_id(desk.clock)),
            {"case": story.case, "person": story.elena, "scope": Code("contact_school"), "recipient": "Kita"},
        ),
    )
    head = HeadWords(words := Words(desk.reference, desk.today))
    sections = [
        Section(key, key, lambda build=build: build(stage.context, story.case.hex())) for key, build in TABS.items()
    ]
    made = FamilyFrame(phase_steps(words), sections)

    def build(context: Context, _record: str) -> Screen:
        made.show_header(head.head(family.header(desk, story.case)))
        made.open_section("overview")
        return Screen("family", made, Head(made, head, stage, story), family=True)

    stage.show(build, story.case)
    return made


class Head:
    """Shows the head again after news, as the window does."""

    def __init__(self, made: FamilyFrame, words: HeadWords, stage: Stage, story: Story) -> None:
        self._made, self._words, self._stage, self._story = made, words, stage, story

    def refresh(self, _changes: object) -> None:
        """Show who leads the case now."""
        self._made.show_header(self._words.head(family.header(self._stage.context.desk, self._story.case)))


def hand_over(stage: Stage, story: Story) -> None:
    desk = stage.context.desk
    done = (Set("case", story.case, "handed_to", "A. Yıldız"), Set("case", story.case, "handed_on", desk.today))
    stage.tell(desk.apply(*done))
    QCoreApplication.sendPostedEvents()


def writes(widget: QWidget) -> bool:
    """Tell whether somebody could type into a widget, or press something that writes."""
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        return widget.isEnabled() and not widget.isReadOnly() and not isinstance(widget, SearchField)
    if isinstance(widget, QComboBox):
        return widget.isEnabled() and widget.accessibleName() not in CHOOSES_WHAT_IS_SHOWN
    if isinstance(widget, DoneCircle):
        return widget.isEnabled()
    word = widget.text().replace("&", "") if isinstance(widget, Button) else ""
    return isinstance(widget, Button) and widget.isEnabled() and word not in READING


def open_everything(frame: FamilyFrame) -> list[str]:
    """Unfold every record that can be unfolded; return what could be written there."""
    seen: set[str] = set()
    found: list[str] = []
    for _round in range(12):
        shown = [each for each in frame.findChildren(FoldButton) if each.isVisible()]
        fresh = [each for each in shown if spoken_name(each) not in seen]
        if not fresh:
            break
        seen.add(spoken_name(fresh[0]))
        fresh[0].click()
        QCoreApplication.sendPostedEvents()
        found += offering(frame)
    return found


def offering(frame: FamilyFrame) -> list[str]:
    return [spoken_name(each) for each in frame.findChildren(QWidget) if each.isVisible() and writes(each)]


def test_no_page_of_it_offers_to_write(frame: FamilyFrame, stage: Stage, story: Story) -> None:
    for tab in list(TABS)[:6]:  # some are open when it happens, the others are made afterwards
        frame.open_section(tab)
    assert offering(frame), "ours is written to"
    hand_over(stage, story)
    offered: dict[str, list[str]] = {}
    for tab in TABS:
        frame.open_section(tab)
        QCoreApplication.sendPostedEvents()
        offered[tab] = offering(frame) + open_everything(frame)
        assert unnamed(frame) == []
    assert {tab: found for tab, found in offered.items() if found} == {}
    assert not frame.visit_button.isVisible()
    assert not frame.print_button.isVisible()


def test_one_line_says_why_on_every_page(frame: FamilyFrame, stage: Stage, story: Story) -> None:
    (line,) = frame.findChildren(ClosedLine)
    assert not line.isVisible()
    hand_over(stage, story)
    for tab in ("history", "protection", "overview"):
        frame.open_section(tab)
        assert line.isVisible()
    assert line.accessibleName() == (
        "Nur zum Lesen: Dieser Fall ist seit 20.11.2026 an A. Yıldız übergeben. Neues bitte dort sagen."
    )
    assert line.text.body == line.accessibleName()
    frame.opened()
    assert line.hasFocus(), "whoever hears the page hears this first"


def test_what_is_typed_all_the_same_reaches_nothing(
    frame: FamilyFrame, stage: Stage, story: Story, qtbot: QtBot
) -> None:
    frame.open_section("persons")
    field = next(
        each for each in frame.findChildren(QLineEdit) if each.isVisible() and each.accessibleName() == "Vorname"
    )
    field.setFocus()
    hand_over(stage, story)
    type_text(field, "Versehen")
    qtbot.keyClick(field, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    desk = stage.context.desk
    assert field.text() == "Elena"
    assert desk.query.drafts(story.elena) == ()
    found = desk.page.get(Person, story.elena)
    assert found is not None
    assert found.given_name == "Elena"


def test_another_phase_is_not_asked_for_but_the_reason_said(frame: FamilyFrame, stage: Stage, story: Story) -> None:
    asked: list[str] = []
    frame.phase_asked.connect(asked.append)
    frame.phases.pressed.emit("planning")
    hand_over(stage, story)
    frame.phases.pressed.emit("evaluation")
    assert asked == ["planning"]
    assert frame.closed.hasFocus()


def test_the_records_are_still_opened_and_read(frame: FamilyFrame, stage: Stage, story: Story) -> None:
    hand_over(stage, story)
    frame.open_section("consents")
    QCoreApplication.sendPostedEvents()
    fold = next(each for each in frame.findChildren(FoldButton) if each.isVisible() and "Kita" in spoken_name(each))
    fold.click()
    fields = [each for each in frame.findChildren(QLineEdit) if each.isVisible() and each.text() == "Kita"]
    assert [each.isReadOnly() for each in fields] == [True]
    assert any(
        isinstance(each, QAbstractButton) and spoken_name(each).endswith("fertig")
        for each in frame.findChildren(Button)
        if each.isVisible()
    )
