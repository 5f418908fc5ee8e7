"""From arrival to the first plan: what is done on each day, and what must be seen then."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt

from kimdesk.domain.records import (
    Assessment,
    CaseConference,
    Consent,
    Contact,
    DomainRating,
    Employment,
    FreeMovement,
    Goal,
    HealthInsurance,
    Housing,
    Intake,
    Livelihood,
    NetworkContact,
    Person,
    Referral,
    Schooling,
    SupportPlan,
)
from kimdesk.ui.screens.family_assessment.view import AssessmentView
from kimdesk.ui.screens.family_linking.view import LinkingView
from kimdesk.ui.screens.family_network.view import NetworkView
from tests.journeys.story import Story, row
from tests.support.hand_cards import amend, done, enter, fill

CONTROL = Qt.KeyboardModifier.ControlModifier
CRISIS, UNSURE, HELPED, MOSTLY = (
    "1 – akute Krise",
    "2 – unsicher",
    "3 – stabil mit Hilfe",
    "4 – überwiegend selbständig",
)
FIRST = {
    "Sprache": CRISIS,
    "Arbeit und Ausbildung": HELPED,
    "Wohnen": UNSURE,
    "Gesundheit": UNSURE,
    "Finanzen": UNSURE,
    "Schule und Kita": UNSURE,
    "Familie": MOSTLY,
    "Soziale Teilhabe": CRISIS,
}
GOALS = (
    ("Alle sind krankenversichert.", "30.6.2026"),
    ("Ivan hat einen Kita-Platz.", "1.8.2026"),
    ("Elena beginnt mit Deutsch.", "1.9.2026"),
    ("Die Familie wohnt sicher.", "31.12.2026"),
    ("Die Schulden sind im Griff.", "31.12.2026"),
)


@row
def arrival(story: Story) -> None:
    hand = story.hand
    hand.families()
    hand.press("Erste Familie anlegen")
    hand.type("Nachname", "Dimitrov")
    hand.type("Vorname", "Georgi")
    hand.choose("Ort", "Ochtrup")
    hand.choose("Sprache", "Bulgarisch")
    hand.press("Anlegen")
    enter(hand, "housing", {"Wohnform": "Arbeiterunterkunft", "seit": "12.1.2026", "Personen": "6"})
    housing = story.only(Housing)
    assert (housing.since, housing.persons) == ("2026-01-12", 6)
    story.tab("Personen")
    story.person({"Geburtsdatum": "1991", "In Deutschland seit": "12.1.2026", "Rolle in der Familie": "Vater"})
    assert story.only(Person).entered_germany == "2026-01-12"


@row
def first_job(story: Story) -> None:
    hand = story.hand
    work = {"Tätigkeit": "Zerleger", "seit": "19.1.2026", "Probezeit bis": "18.7.2026"}
    enter(hand, "employment", work)
    enter(hand, "free_movement", {"Grund": "Arbeit oder Berufsausbildung (§ 2 Abs. 2 Nr. 1)", "seit": "19.1.2026"})
    enter(hand, "health_insurance", {"Art": "selbst gesetzlich versichert", "seit": "19.1.2026"})
    assert story.only(Employment).probation_until == dt.date(2026, 7, 18)
    assert story.only(FreeMovement).reason == "worker"
    assert story.only(HealthInsurance).since == "2026-01-19"


@row
def family_comes(story: Story) -> None:
    for name, more in (
        ("Elena", {"Nachname": "Dimitrova", "Geburtsdatum": "1994", "Rolle in der Familie": "Mutter"}),
        ("Mariya", {"Geburtsdatum": "3.3.2016", "Rolle in der Familie": "Kind"}),
        ("Ivan", {"Geburtsdatum": "20.1.2021", "Rolle in der Familie": "Kind"}),
        ("Sofia", {"Geburtsdatum": "14.8.2024", "Rolle in der Familie": "Kind"}),
    ):
        story.hand.press("Person hinzufügen")
        story.person({"Vorname": name, **more, "Lebt im Haushalt": "ja"})
    assert len(story.every(Person)) == 5
    story.tab("Überblick")
    amend(story.hand, "housing", "Arbeiterunterkunft", {"bis": "31.3.2026"})
    flat = {"Wohnform": "eigene Mietwohnung", "seit": "1.4.2026", "Zimmer": "2", "Fläche in m²": "58"}
    enter(story.hand, "housing", flat)
    assert {each.until for each in story.every(Housing)} == {"2026-03-31", None}


@row
def family_registered(story: Story) -> None:
    amend(story.hand, "housing", "eigene Mietwohnung", {"Wohnungsgeberbestätigung vom": "10.4.2026"})
    flat = max(story.every(Housing), key=lambda each: each.since)
    assert flat.landlord_confirmation_on == dt.date(2026, 4, 10)


@row
def intake(story: Story) -> None:
    hand = story.hand
    hand.press("Angaben zum Fall ändern")
    hand.choose("Zugangsweg", "Stadt oder Gemeinde")
    hand.press("Zum Fall: fertig")
    criteria = (
        "Mehrere Anliegen, die zusammenhängen",
        "Mehrere Stellen sind beteiligt",
        "Die üblichen Wege reichen hier nicht",
        "Die eigenen Kräfte reichen gerade nicht",
        "Die Familie möchte das",
    )
    enter(hand, "intake", {**dict.fromkeys(criteria, "ja"), "Ergebnis": "Case Management beginnt"})
    taken = story.only(Intake)
    assert {taken.complex_need, taken.several_providers, taken.regular_routes_fail} == {"yes"}
    assert {taken.resources_lacking, taken.family_agrees} == {"yes"}
    assert taken.outcome == "case"
    assert story.case.access_route == "municipality"


@row
def first_visit(story: Story) -> None:
    hand = story.hand
    hand.begin_visit()
    hand.type("Was die Familie sagt", "Wir möchten bleiben. Ivan braucht die U9.")
    hand.press("Elena")
    hand.press("Besuch beenden")
    hand.press("60 min")
    hand.press("Besuch beenden")
    story.tab("Einwilligungen")
    hand.press("Heute übergeben und besprochen")
    for scope, whom in (
        ("Führen der Akte", "Musterträger e. V."),
        ("Gespräch mit Schule oder Kita", "Grundschule Ochtrup"),
        ("Gespräch mit einer Behörde", "Familienkasse"),
    ):
        hand.press("Einwilligungen eintragen")
        hand.type("An wen", whom)
        hand.choose("Person", "Elena")
        hand.choose("Wofür", scope)
        hand.choose("Zweck", "Unterstützung im Einzelfall")
        hand.press("Name und Person")
        hand.choose("Erklärt auf", "Bulgarisch")
        hand.press(f"Einwilligen: Elena · {scope} · {whom}")
        hand.press("auf Papier")
        hand.press("Einwilligung festhalten")
    given = story.every(Consent)
    assert [each.given_on for each in given] == [story.desk.today] * 3
    assert all(each.pdf and each.explained_in == "bg" for each in given)
    assert story.only(Contact).minutes == 60


@row
def health_checks(story: Story) -> None:
    story.tab("Personen")
    for child in ("Ivan", "Sofia"):
        story.choose_person(child)
        enter(story.hand, "schooling", {"Schulform": "kein Platz", "Masernschutz nachgewiesen": "nein"})
    assert [each.measles_proof for each in story.every(Schooling)] == ["no", "no"]


@row
def child_benefit(story: Story) -> None:
    story.choose_person("Elena")
    enter(
        story.hand, "livelihood", {"Rechtskreis": "Kindergeld (EStG, BKGG)", "Anmerkung": "beantragt; Steuer-ID fehlt"}
    )
    enter(story.hand, "health_insurance", {"Art": "familienversichert", "seit": "28.3.2026"})
    assert story.only(Livelihood).benefit_regime == "kindergeld"
    assert {each.kind for each in story.every(HealthInsurance)} == {"own", "family"}


def rate(story: Story, ratings: dict[str, str]) -> None:
    """Begin an assessment, rate life domains, complete it."""
    story.tab("Assessment")
    story.hand.press("Assessment beginnen")
    for domain, rating in ratings.items():
        amend(story.hand, story.page(AssessmentView).domains, domain, {"Meine Bewertung": rating})
    (complete,) = story.named("Fertigstellen …")
    story.hand.click(complete)
    story.hand.press("Fertigstellen")


@row
def assessment(story: Story) -> None:
    rate(story, FIRST)
    rated = {each.domain: each.own_rating for each in story.every(DomainRating) if each.own_rating}
    assert rated["language"] == "1"
    assert len(rated) == len(FIRST)
    assert story.only(Assessment).completed_on == story.desk.today
    story.tab("Netzwerkkarte")
    people = story.page(NetworkView).contacts
    name = "Vorname, Rolle oder Stelle"
    enter(story.hand, people, {name: "Tante in Gronau", "Bereich": "Familie", "Nähe": "nah"})
    enter(story.hand, people, {name: "Stefka", "Bereich": "Familie", "Nähe": "mittel"})
    enter(story.hand, people, {name: "Vorarbeiter", "Bereich": "Arbeit, Schule, Vereine", "Nähe": "mittel"})
    assert {each.horizon for each in story.every(NetworkContact)} == {"close", "middle"}


@row
def school(story: Story) -> None:
    story.tab("Personen")
    story.choose_person("Mariya")
    place = {"Schulform": "Grundschule", "Klasse oder Gruppe": "4", "seit": "11.5.2026"}
    enter(story.hand, "schooling", {**place, "Erstförderung": "ja", "Erstförderung seit": "11.5.2026"})
    newcomer = next(each for each in story.every(Schooling) if each.school_form == "primary")
    assert newcomer.initial_support_since == dt.date(2026, 5, 11)


@row
def hearing_test(story: Story) -> None:
    story.tab("Vermittlung")
    fields = {"Stelle (frei)": "Praxis am Markt", "Art der Stelle": "Praxis oder Klinik", "Anliegen": "Hörtest"}
    enter(story.hand, "referral", fields)
    referral = story.only(Referral)
    assert (referral.partner_name, referral.state) == ("Praxis am Markt", "made")


@row
def conference(story: Story) -> None:
    hand, page = story.hand, story.page(LinkingView)
    hand.click(page.conferences.add_button)
    fill(hand, page.conferences, {"Datum": "21.5.2026", "Anlass": "Schule und Kita", "Protokoll": "Platz ab August."})
    done(hand, page.conferences)
    held = story.only(CaseConference)
    assert (held.date, held.minutes) == (dt.date(2026, 5, 21), "Platz ab August.")


@row
def plan_1(story: Story) -> None:
    hand = story.hand
    story.tab("Plan")
    hand.press("Plan beginnen")
    for wording, due in GOALS:
        hand.press("Ziel hinzufügen")
        hand.wait(lambda: story.focused() == "Was soll erreicht sein?")
        hand.write(wording)
        hand.tab()
        hand.write(due)
    hand.press("Maßnahme hinzufügen")
    hand.wait(lambda: story.focused() == "Was ist zu tun?")
    hand.write("Schuldnerberatung anfragen")
    hand.press("Fertig")
    sign(story)
    assert [each.wording for each in story.every(Goal)] == [wording for wording, _due in GOALS]
    plan = story.only(SupportPlan)
    assert (plan.version, plan.signed_on) == (1, story.desk.today)
    assert plan.pdf


def sign(story: Story) -> None:
    """Let the family agree on paper."""
    story.hand.press("Unterschreiben …")
    story.hand.press("auf Papier")
    story.hand.press("So festhalten")
