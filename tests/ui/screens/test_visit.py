from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import families, family, observations, plans, visits
from kimdesk.casework.desk import Desk
from kimdesk.casework.families import NewFamily, create_family
from kimdesk.domain.changes import Changes, Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Contact, Interpreter, Person
from kimdesk.ui.dialogs.observation import ObservationDialog
from kimdesk.ui.screens.visit.build import build
from kimdesk.ui.screens.visit.finish import FinishDialog
from kimdesk.ui.screens.visit.presenter import VisitPresenter
from kimdesk.ui.screens.visit.view import VisitView
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.widgets.buttons import Button, Chip, IconButton
from kimdesk.ui.widgets.choice import ChoiceChip
from kimdesk.ui.widgets.done import TextButton
from tests.support.qt import find_by_name, type_text, unnamed

SECRET = "Hier stimmt etwas nicht."


@dataclass
class Visit:
    """Visit mode under test with everything around it."""

    desk: Desk
    contact: RecordId
    window: QWidget
    view: VisitView
    presenter: VisitPresenter
    went: list[tuple[str, str]]
    saved: list[int | None]

    def record(self) -> Contact:
        found = self.desk.page.get(Contact, self.contact)
        assert found is not None
        return found

    def agreed(self) -> list[str]:
        measures = family.agreements(self.desk, self.record().case)
        return [each.text or "" for each in measures if each.contact == self.contact]

    def box(self, name: str) -> QTextEdit:
        return find_by_name(self.view, name, QTextEdit)


def visit(qtbot: QtBot, context: Context, contact: RecordId) -> Visit:
    news: list[Callable[[Changes], None]] = []
    went: list[tuple[str, str]] = []
    saved: list[int | None] = []

    def tell(changes: Changes) -> None:
        news[0](changes)

    heard = replace(
        context,
        tell=tell,
        go=lambda key, record: went.append((key, record)),
        saved=saved.append,
    )
    screen = build(heard, contact.hex())
    view, presenter = cast("VisitView", screen.widget), cast("VisitPresenter", screen.presenter)
    news.append(presenter.refresh)
    window = QWidget()
    view.setParent(window)
    qtbot.addWidget(window)
    window.resize(1366, 740)
    view.resize(1366, 740)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    presenter.opened()
    view.opened()
    return Visit(context.desk, contact, window, view, presenter, went, saved)


def press(qtbot: QtBot, key: Qt.Key, control: bool = False) -> None:
    where = QApplication.focusWidget()
    assert where is not None
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(where, key, held)


def test_the_cursor_waits_where_the_family_speaks(qtbot: QtBot, context: Context, family: RecordId) -> None:
    shown = visit(qtbot, context, visits.begin(context.desk, family))
    assert shown.box("Was die Familie sagt").hasFocus()


def test_every_keystroke_is_durable_and_becomes_a_change(qtbot: QtBot, context: Context, family: RecordId) -> None:
    shown = visit(qtbot, context, visits.begin(context.desk, family))
    box = shown.box("Was die Familie sagt")
    type_text(box, "Größer")
    drafts = {draft.field: draft.text for draft in context.desk.query.drafts(shown.contact)}
    assert drafts == {"family_says": "Größer"}
    assert shown.saved[-1] == context.clock.now_ms()
    press(qtbot, Qt.Key.Key_Tab)
    assert shown.record().family_says == "Größer"
    assert context.desk.query.drafts(shown.contact) == ()


def test_what_was_typed_before_a_crash_is_there_again(qtbot: QtBot, context: Context, family: RecordId) -> None:
    contact = visits.begin(context.desk, family)
    shown = visit(qtbot, context, contact)
    type_text(shown.box("Was ich beobachte"), "Fleck")
    shown.presenter.agree()
    type_text(find_by_name(shown.view, "Was ist vereinbart?", QLineEdit), "Anruf")
    again = visit(qtbot, context, contact)
    assert again.box("Was ich beobachte").toPlainText() == "Fleck"
    assert find_by_name(again.view, "Was ist vereinbart?", QLineEdit).text() == "Anruf"
    again.presenter.leave()
    assert again.agreed() == ["Anruf"]


def test_a_short_visit_with_the_keyboard_alone(qtbot: QtBot, context: Context, family: RecordId) -> None:
    shown = visit(qtbot, context, visits.begin(context.desk, family))
    type_text(shown.box("Was die Familie sagt"), "Alles gut.")
    press(qtbot, Qt.Key.Key_Return, control=True)
    type_text(find_by_name(shown.view, "Was ist vereinbart?", QLineEdit), "Kita anrufen")
    press(qtbot, Qt.Key.Key_Return, control=True)
    press(qtbot, Qt.Key.Key_E, control=True)
    dialog = shown.view.findChild(FinishDialog)
    assert dialog is not None
    type_text(find_by_name(dialog, "Dauer in Minuten", QLineEdit), "45")
    type_text(find_by_name(dialog, "Nächster Termin", QLineEdit), "04.12.2026")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    record = shown.record()
    assert (record.family_says, record.minutes, record.next_appointment) == (
        "Alles gut.",
        45,
        dt.date(2026, 12, 4),
    )
    assert shown.agreed() == ["Kita anrufen"]
    assert shown.went == [("family_contacts", family.hex())]


def test_who_is_there_and_what_it_is_about(qtbot: QtBot, context: Context, family: RecordId) -> None:
    shown = visit(qtbot, context, visits.begin(context.desk, family))
    find_by_name(shown.view, "Elena", Chip).click()
    find_by_name(shown.view, "Wohnen", Chip).click()
    find_by_name(shown.view, "mehr …", Chip).click()
    find_by_name(shown.view, "Alltag", Chip).click()
    record = shown.record()
    assert len(record.present) == 1
    assert record.topics == frozenset({"housing", "daily_living"})
    find_by_name(shown.view, "Elena", Chip).click()
    assert shown.record().present == frozenset()


def test_the_interpreter_is_named(qtbot: QtBot, context: Context, family: RecordId) -> None:
    shown = visit(qtbot, context, visits.begin(context.desk, family))
    chip = shown.view.head.interpreting.mode
    pool = next(entry for entry in chip.menu_.actions() if entry.data() == "pool")
    pool.trigger()
    name = find_by_name(shown.view, "Sprachmittlung durch", QLineEdit)
    assert name.hasFocus()
    type_text(name, "Frau I.")
    press(qtbot, Qt.Key.Key_Return)
    assert (shown.record().interpreting, shown.record().interpreter) == ("pool", "Frau I.")
    assert chip.text() == "Sprachmittlung: Frau I."


def chosen(chip: ChoiceChip, code: str) -> None:
    next(entry for entry in chip.menu_.actions() if entry.data() == code).trigger()


def test_the_interpreter_comes_from_the_directory(qtbot: QtBot, context: Context, family: RecordId) -> None:
    desk, grown, child = context.desk, new_id(context.clock), new_id(context.clock)
    for record, name, of_age in ((grown, "Frau I.", "yes"), (child, "Kind K.", "no")):
        desk.apply(Create("interpreter", record, {"name": name, "of_age": Code(of_age)}))
    shown = visit(qtbot, context, visits.begin(desk, family))
    line = shown.view.head.interpreting
    chosen(line.mode, "pool")
    assert line.who.hasFocus()
    offered = [str(entry.data()) for entry in line.who.menu_.actions()]
    assert offered == [grown.hex(), ""], "nobody under 18 can be chosen"
    chosen(line.who, grown.hex())
    assert line.silence.text() == "Verschwiegenheit nicht unterschrieben"
    chosen(line.agreed, "no")
    line.known.click()
    record = shown.record()
    assert (record.interpreter_record, record.interpreter) == (grown, "Frau I.")
    assert (record.interpreter_accepted, record.interpreter_known) == ("no", "yes")
    chosen(line.who, "")
    assert shown.record().interpreter_record is None
    assert line.name.hasFocus()


def test_an_unknown_age_is_asked_before_somebody_of_the_directory_is_chosen(
    qtbot: QtBot, context: Context, family: RecordId
) -> None:
    desk, asked = context.desk, new_id(context.clock)
    desk.apply(Create("interpreter", asked, {"name": "Frau N."}))
    shown = visit(qtbot, context, visits.begin(desk, family))
    line = shown.view.head.interpreting
    chosen(line.mode, "pool")
    chosen(line.who, asked.hex())
    assert shown.record().interpreter_record is None, "nothing is assumed"
    assert line.question.text() == "Ist Frau N. mindestens 18 Jahre alt?"
    assert line.grown_up.hasFocus()
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Space)
    assert shown.record().interpreter_record is None
    assert [str(each.data()) for each in line.who.menu_.actions()] == [""], "the directory knows it from now on"
    desk.apply(Set("interpreter", asked, "of_age", None))
    shown.presenter.refresh(Changes(kinds=frozenset({"interpreter"})))
    chosen(line.who, asked.hex())
    press(qtbot, Qt.Key.Key_Space)
    found = desk.page.get(Interpreter, asked)
    assert found is not None
    assert (shown.record().interpreter_record, found.of_age) == (asked, "yes")
    assert not line.question.isVisible()


def test_the_age_of_another_name_is_asked_and_a_child_does_not_stay_named(
    qtbot: QtBot, context: Context, family: RecordId
) -> None:
    shown = visit(qtbot, context, visits.begin(context.desk, family))
    line = shown.view.head.interpreting
    chosen(line.mode, "relative")
    type_text(line.name, "Cousine")
    press(qtbot, Qt.Key.Key_Return)
    assert (shown.record().interpreter, shown.record().interpreter_of_age) == ("Cousine", None)
    assert line.question.text() == "Ist Cousine mindestens 18 Jahre alt?"
    press(qtbot, Qt.Key.Key_Space)
    assert shown.record().interpreter_of_age == "yes"
    assert not line.question.isVisible()
    line.name.setFocus()
    type_text(line.name, "n")
    assert shown.record().interpreter_of_age is None, "the answer was about another name"
    press(qtbot, Qt.Key.Key_Return)
    line.too_young.click()
    record = shown.record()
    assert (record.interpreter, record.child_interpreted, record.interpreter_of_age) == (None, "yes", None)


@pytest.mark.parametrize("later", [False, True])
def test_where_the_system_gets_stuck_is_written_down_from_the_visit(
    qtbot: QtBot, context: Context, family: RecordId, *, later: bool
) -> None:
    desk = context.desk
    day = desk.today - dt.timedelta(days=2)
    begun = visits.enter_later(desk, family, day, minutes=30) if later else visits.begin(desk, family)
    shown = visit(qtbot, context, begun)
    assert shown.view.head.overline.text().endswith("Nachtragen, 18.11.2026" if later else "Mitschreiben")
    find_by_name(shown.view, "Wohnen", Chip).click()
    type_text(shown.box("Was ich beobachte"), "Das Jobcenter antwortet seit Wochen nicht.")
    press(qtbot, Qt.Key.Key_7, control=True)
    dialog = shown.view.findChild(ObservationDialog)
    assert dialog is not None
    assert (dialog.topic.code(), dialog.actor.code()) == ("housing", "jobcenter")
    assert dialog.text.toPlainText() == "", "not a word of the note goes along"
    qtbot.waitUntil(dialog.text.hasFocus)
    type_text(dialog.text, "Bescheide dauern drei Monate.")
    dialog.next_button.click()
    dialog.next_button.click()
    (kept,) = observations.every(desk)
    assert (kept.description, kept.topic) == ("Bescheide dauern drei Monate.", "housing")
    assert shown.record().observation == "Das Jobcenter antwortet seit Wochen nicht."
    assert "Strukturbeobachtung" in everything(shown.window)
    assert shown.went == [], "the visit is not left"


def test_a_child_is_only_noted_and_legal_papers_wait(qtbot: QtBot, context: Context, family: RecordId) -> None:
    born = f"{context.desk.today.year - 10}"
    context.desk.apply(
        Create("person", new_id(context.clock), {"case": family, "given_name": "Mariya", "birth_date": born})
    )
    shown = visit(qtbot, context, visits.begin(context.desk, family))
    line = shown.view.head.interpreting
    chosen(line.mode, "relative")
    type_text(line.name, "mariya")
    press(qtbot, Qt.Key.Key_Return)
    record = shown.record()
    assert (record.interpreter, record.child_interpreted, record.interpreting) == (None, "yes", "missing")
    assert line.child.isVisible()
    assert "warten" in line.child.body
    chosen(line.mode, "none")
    assert shown.record().child_interpreted is None
    assert not line.isVisible()


def test_a_note_can_be_completed_when_the_visit_ends(qtbot: QtBot, context: Context, family: RecordId) -> None:
    shown = visit(qtbot, context, visits.begin(context.desk, family))
    type_text(shown.box("Was die Familie sagt"), "Alles gut.")
    press(qtbot, Qt.Key.Key_E, control=True)
    dialog = shown.view.findChild(FinishDialog)
    assert dialog is not None
    dialog.complete.click()
    type_text(find_by_name(dialog, "Fahrzeit in Minuten", QLineEdit), "20")
    find_by_name(dialog, "Besuch beenden", Button).click()
    record = shown.record()
    assert (record.completed_on, record.family_says) == (context.desk.today, "Alles gut.")
    assert record.travel_minutes == 20


# the assessment and the cover -----------------------------------------------------


def test_the_assessment_is_closed_until_a_key_opens_it(qtbot: QtBot, context: Context, family: RecordId) -> None:
    contact = visits.begin(context.desk, family)
    context.desk.apply(Set("contact", contact, "assessment", SECRET))
    shown = visit(qtbot, context, contact)
    assert shown.presenter is not None
    assert SECRET not in everything(shown.window)
    press(qtbot, Qt.Key.Key_F8)
    assert shown.box("Meine Einschätzung").toPlainText() == SECRET
    assert shown.box("Meine Einschätzung").hasFocus()
    type_text(shown.box("Meine Einschätzung"), "!")
    press(qtbot, Qt.Key.Key_F8)
    assert SECRET not in everything(shown.window)
    assert (shown.record().assessment or "").replace("!", "") == SECRET


def test_esc_asks_for_the_cover_and_closes_the_assessment(qtbot: QtBot, context: Context, family: RecordId) -> None:
    covered: list[str] = []
    shown = visit(qtbot, replace(context, cover=lambda: covered.append("covered")), visits.begin(context.desk, family))
    press(qtbot, Qt.Key.Key_F8)
    type_text(shown.box("Was die Familie sagt"), "Privat")
    press(qtbot, Qt.Key.Key_Escape)
    assert covered == ["covered"]
    assert shown.view.assessment.box is None
    assert shown.record().family_says == "Privat"


# agreements -----------------------------------------------------------------------


def test_an_agreement_says_who_until_when_and_for_which_goal(qtbot: QtBot, context: Context, family: RecordId) -> None:
    desk = context.desk
    goal = plans.add_goal(desk, plans.start(desk, family))
    shown = visit(qtbot, context, visits.begin(desk, family))
    entry = shown.view.agreed.entry
    type_text(entry.text, "WBS beantragen")
    entry.who["family"].click()
    type_text(entry.until, "04.12.2026")
    next(each for each in entry.goal.menu_.actions() if each.data() == goal.hex()).trigger()
    find_by_name(shown.view, "Vereinbarung hinzufügen", Button).click()
    measure = plans.page(desk, plans.start(desk, family)).goals[0].measures[0]
    assert (measure.text, measure.who, measure.until, measure.state) == (
        "WBS beantragen",
        frozenset({"case_manager", "family"}),
        dt.date(2026, 12, 4),
        "open",
    )
    assert measure.contact == shown.contact
    assert entry.text.text() == ""
    assert entry.text.hasFocus()


def test_a_day_that_is_none_is_said_before_adding(qtbot: QtBot, context: Context, family: RecordId) -> None:
    shown = visit(qtbot, context, visits.begin(context.desk, family))
    entry = shown.view.agreed.entry
    type_text(entry.text, "Anruf")
    type_text(entry.until, "bald")
    press(qtbot, Qt.Key.Key_Return, control=True)
    assert shown.agreed() == []
    assert shown.view.agreed.hint.isVisible()
    assert entry.text.text() == "Anruf"


def test_an_agreement_can_be_changed_and_taken_away(qtbot: QtBot, context: Context, family: RecordId) -> None:
    desk = context.desk
    contact = visits.begin(desk, family)
    visits.agree(desk, visits.Agreement(case=family, contact=contact, text="Anruf"))
    shown = visit(qtbot, context, contact)
    find_by_name(shown.view, "Vereinbarung ändern: Anruf", TextButton).click()
    field = find_by_name(shown.view, "Was ist vereinbart?", QLineEdit)
    assert field.text() == "Anruf"
    field.end(False)
    type_text(field, " bei der Kita")
    press(qtbot, Qt.Key.Key_Return, control=True)
    assert shown.agreed() == ["Anruf bei der Kita"]
    find_by_name(shown.view, "Vereinbarung entfernen: Anruf bei der Kita", IconButton).click()
    assert shown.agreed() == []
    find_by_name(shown.view, "Rückgängig", Button).click()
    assert shown.agreed() == ["Anruf bei der Kita"]


# the end, and other families --------------------------------------------------------


def test_a_talk_held_alone_is_proposed_to_be_discussed_with_that_person_only(
    qtbot: QtBot, context: Context, family: RecordId
) -> None:
    desk = context.desk
    person = Create("person", RecordId(b"p" * 16), {"case": family, "given_name": "Georgi"})
    desk.apply(person)
    contact = visits.begin(desk, family)
    shown = visit(qtbot, context, contact)
    find_by_name(shown.view, "Elena", Chip).click()
    shown.presenter.ask_finish()
    elena = next(each for each in desk.page.of_case(Person, family) if each.given_name == "Elena")
    assert shown.record().discuss_only_with == frozenset({elena.id})


def test_a_visit_without_a_word_can_be_thrown_away(qtbot: QtBot, context: Context, family: RecordId) -> None:
    contact = visits.begin(context.desk, family)
    shown = visit(qtbot, context, contact)
    shown.presenter.ask_finish()
    dialog = shown.view.findChild(FinishDialog)
    assert dialog is not None
    find_by_name(dialog, "Besuch verwerfen", Button).click()
    assert context.desk.page.get(Contact, contact) is None


def test_nothing_of_another_family_appears(qtbot: QtBot, context: Context, family: RecordId) -> None:
    desk = context.desk
    other = create_family(desk, NewFamily(family_name="Yıldız", given_name="Aylin"))
    theirs = visits.begin(desk, other)
    desk.apply(Set("contact", theirs, "family_says", "Nur hier gesagt"))
    visits.agree(desk, visits.Agreement(case=other, contact=theirs, text="Nur dort vereinbart"))
    goal = plans.add_goal(desk, plans.start(desk, other))
    desk.apply(Set("goal", goal, "wording", "Fremdes Ziel"))
    shown = visit(qtbot, context, visits.begin(desk, family))
    shown.presenter.refresh(Changes(kinds=frozenset({"contact"}), cases=frozenset({other})))
    seen = everything(shown.window)
    for foreign in ("Yıldız", "Aylin", "Nur hier gesagt", "Nur dort vereinbart", "Fremdes Ziel"):
        assert foreign not in seen
    assert families.rows(desk, families.order(desk))


def test_everything_has_a_name_and_is_large_enough(qtbot: QtBot, context: Context, family: RecordId) -> None:
    contact = visits.begin(context.desk, family)
    visits.agree(context.desk, visits.Agreement(case=family, contact=contact, text="Anruf"))
    shown = visit(qtbot, context, contact)
    press(qtbot, Qt.Key.Key_F8)
    assert unnamed(shown.view) == []
    touched = [each for each in shown.view.findChildren(Chip) if each.isVisible()]
    assert touched
    assert min(each.height() for each in touched) >= 44


def test_no_clock_runs_while_people_talk(qtbot: QtBot, context: Context, family: RecordId) -> None:
    shown = visit(qtbot, context, visits.begin(context.desk, family))
    assert "12:00" not in everything(shown.window)


def everything(root: QWidget) -> str:
    """Return every text a person or a screen reader finds in the window now."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.isVisible():
            texts = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
            for reading in ("text", "toPlainText", "placeholderText"):
                read = getattr(widget, reading, None)
                texts += [str(read())] if callable(read) else []
            found += texts
    return "\n".join(found)
