"""From the first plan to after-care: what is done on each day, and what must be seen then."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kimdesk.domain.records import (
    Assessment,
    Closing,
    Contact,
    Employment,
    FreeMovement,
    Goal,
    Housing,
    Livelihood,
    PhaseStep,
    Referral,
    StructuralObservation,
    SupportPlan,
)
from kimdesk.ui.dialogs.observation import ObservationDialog
from kimdesk.ui.screens.family_assessment.view import AssessmentView
from kimdesk.ui.screens.plan.compare import CompareDialog
from tests.journeys.story import Story, row
from tests.journeys.story_spring import HELPED, MOSTLY, UNSURE, rate, sign
from tests.support.hand_cards import amend, enter, fill

CONTROL = Qt.KeyboardModifier.ControlModifier
NO_COURSE = "Mütter aus der EU bekommen keinen Kursplatz."
SECOND = {
    "Sprache": UNSURE,
    "Arbeit und Ausbildung": MOSTLY,
    "Wohnen": HELPED,
    "Gesundheit": MOSTLY,
    "Finanzen": HELPED,
    "Schule und Kita": MOSTLY,
    "Familie": MOSTLY,
    "Soziale Teilhabe": HELPED,
}


@row
def observation(story: Story) -> None:
    hand = story.hand
    story.tab("Kontakte")
    (begin,) = story.named("Wo hakt es im System?")
    hand.click(begin)
    form = hand.front
    assert isinstance(form, ObservationDialog)
    fill(hand, form, {form.topic.accessibleName(): "Sprache", form.text.accessibleName(): NO_COURSE})
    hand.press("Weiter")
    hand.press("Festhalten")
    (seen,) = story.desk.query.every(StructuralObservation)
    assert (seen.topic, seen.description) == ("language", NO_COURSE)


@row
def goal_1(story: Story) -> None:
    reached = story.set_goal(1, "erreicht")
    assert (reached.state, reached.reached_on) == ("reached", story.desk.today)


@row
def dismissed(story: Story) -> None:
    story.tab("Personen")
    story.choose_person("Georgi")
    amend(story.hand, "employment", "Zerleger", {"bis": "17.7.2026"})
    assert story.only(Employment).until == "2026-07-17"


@row
def worker_status(story: Story) -> None:
    amend(story.hand, "free_movement", "Arbeit oder Berufsausbildung", {"bis": "17.7.2026"})
    kept = "Arbeitnehmerstatus bleibt erhalten (§ 2 Abs. 3)"
    enter(story.hand, "free_movement", {"Grund": kept, "seit": "18.7.2026"})
    assert {each.reason for each in story.every(FreeMovement)} == {"worker", "worker_retained"}


@row
def legal_sphere(story: Story) -> None:
    enter(story.hand, "livelihood", {"Rechtskreis": "SGB II (Grundsicherung für Arbeitsuchende)", "seit": "1.7.2026"})
    assert {each.benefit_regime for each in story.every(Livelihood)} == {"kindergeld", "sgb2"}


@row
def day_care(story: Story) -> None:
    assert story.set_goal(2, "erreicht").state == "reached"


@row
def objection(story: Story) -> None:
    story.tab("Vermittlung")
    fields = {"Stelle (frei)": "MBE Steinfurt", "Art der Stelle": "Migrationsberatung (MBE)", "Anliegen": "Widerspruch"}
    enter(story.hand, "referral", fields)
    assert {each.partner_type for each in story.every(Referral)} == {"doctor", "mbe"}


@row
def course(story: Story) -> None:
    assert story.set_goal(3, "teilweise erreicht").state == "partly_reached"


@row
def plan_2(story: Story) -> None:
    hand = story.hand
    hand.begin_visit()
    hand.type("Was ich beobachte", "Schimmel an der Außenwand.")
    hand.press("Elena")
    hand.press("Besuch beenden")
    hand.press("60 min")
    hand.press("Besuch beenden")
    story.tab("Plan")
    hand.press("Neue Version beginnen")
    sign(story)
    first, second = sorted(story.every(SupportPlan), key=lambda each: each.version)
    assert (first.version, second.version, second.signed_on) == (1, 2, story.desk.today)
    hand.press("Zwei Versionen vergleichen")
    assert isinstance(hand.front, CompareDialog)
    hand.press("Schließen")
    carried = [each for each in story.every(Goal) if each.plan == second.id]
    assert {each.state for each in carried} <= {"open", "in_progress", "partly_reached"}
    story.tab("Überblick")
    amend(story.hand, "housing", "eigene Mietwohnung", {"Mängel": "Schimmel", "Wohnberechtigungsschein": "ja"})
    assert {each.housing_permit for each in story.every(Housing)} == {None, "yes"}
    assert len(story.every(Contact)) == 2


@row
def work_again(story: Story) -> None:
    story.tab("Personen")
    story.choose_person("Georgi")
    enter(story.hand, "employment", {"Tätigkeit": "Lager", "seit": "2.11.2026", "Stunden in der Woche": "30"})
    assert {each.hours for each in story.every(Employment)} == {None, 30}


@row
def evaluation(story: Story) -> None:
    rate(story, SECOND)
    assert len(story.every(Assessment)) == 2
    comparison = story.page(AssessmentView).comparison
    assert comparison.isVisible()


@row
def closing(story: Story) -> None:
    hand = story.hand
    story.tab("Überblick")
    hand.press("Abschluss", inside="Phase")
    hand.press("Phase ändern")
    fields = {"Was erreicht wurde": "Ziele teilweise erreicht.", "Wer weiter begleitet": "MBE Steinfurt"}
    enter(hand, "closing", {**fields, "Nachsorge am": "10.3.2027"})
    assert story.only(Closing).handed_to == "MBE Steinfurt"
    hand.press("Angaben zum Fall ändern")
    hand.choose("Abschlussgrund", "an Regeldienst übergeben")
    hand.press("Zum Fall: fertig")
    assert (story.case.closing_reason, story.case.closed_on) == ("regular_service", story.desk.today)


@row
def after_care(story: Story) -> None:
    hand = story.hand
    hand.press("Nachsorge", inside="Phase")
    hand.press("Phase ändern")
    assert story.case.retention_until is not None
    assert any(each.phase == "aftercare" for each in story.every(PhaseStep))
