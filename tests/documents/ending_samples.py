"""Papers at the end of a support, and the answer to what is stored, of the same fictional family."""

from __future__ import annotations

from dataclasses import replace

from kimdesk.domain.access import HIDDEN, AccessSection
from kimdesk.domain.views.access import AccessView, CorrectionView, GivenLine
from kimdesk.domain.views.assessing import Holdings, IncidentView
from kimdesk.domain.views.ending import AftercareView, ChangeLine, ClosingView, ServiceLine
from kimdesk.domain.views.guarding import CaseSummaryView, YouthNoticeView
from kimdesk.domain.views.papers import PaperView
from kimdesk.domain.views.protection import ProtectedEntry, ProtectedPerson, ProtectionTold
from tests.documents.paper_samples import COMMON
from tests.documents.samples import PLAN, D

CLOSING = ClosingView(
    **COMMON,
    start=D(2026, 3, 2),
    end=D(2026, 11, 22),
    contacts=17,
    goals=PLAN.goals,
    changes=(
        ChangeLine(domain="housing", client=("2", "4"), own=("1", "3")),
        ChangeLine(domain="language", client=("2", None), own=("2", "4")),
    ),
    reached=("Die Familie wohnt trocken.", "Elena spricht mit der Lehrerin allein."),
    feedback=("Wir haben uns nicht mehr allein gefühlt.",),
    satisfaction="very",
    reason="goals_reached",
    running=(ServiceLine(name="VHS Ochtrup", domain="language", state="taken_up"),),
    running_words=("Der Kurs geht bis März.",),
    deadlines=("15.01.2027 Bildung und Teilhabe: Familie Dimitrov",),
    continues="Migrationsberatung der Caritas, Frau Linde",
    returned=True,
    kept_until=D(2029, 12, 31),
)
AFTERCARE = AftercareView(
    **COMMON,
    on=D(2026, 11, 19),
    form="phone",
    now=("Es geht uns gut. Ivan hat Freunde gefunden.",),
    lasting=PLAN.goals[1:],
    pointed_to=(ServiceLine(name="Schuldnerberatung Steinfurt"), ServiceLine(name="", partner_type="daycare")),
)
ACCESS = AccessView(
    **COMMON,
    person="Elena Dimitrova",
    sections=(
        AccessSection(
            kind="person",
            title="Person",
            lines=(("Vorname", "Elena"), ("Nachname", "Dimitrova"), ("Geburtsdatum", "03.1992")),
        ),
        AccessSection(
            kind="contact",
            title="Kontakt",
            lines=(
                ("Datum", "19.11.2026"),
                ("Sprachmittlung durch", HIDDEN),
                ("Was die Familie sagt", f"{HIDDEN} sucht Arbeit.\nDie Wohnung ist feucht."),
            ),
        ),
        AccessSection(kind="contact", title="Kontakt", lines=(("Datum", "12.11.2026"), ("Kontaktform", "Telefonat"))),
    ),
    given=(GivenLine(date=D(2026, 11, 20), what="Vermittlungsschreiben", recipient="Grundschule am Stadtpark"),),
    source="Kita am Park",
    authority="Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen",
)
CORRECTION = CorrectionView(**COMMON, person="Elena Dimitrova")
TOLD = ProtectionTold(
    persons=(
        ProtectedPerson(name="Kind 1", concerned=True, role="child", age=5),
        ProtectedPerson(name="Kind 2", concerned=False, role="child", age=2),
        ProtectedPerson(name="Mutter", concerned=False, role="mother", age=34),
    ),
    entries=(
        ProtectedEntry(
            date=D(2026, 11, 12),
            children=("Kind 1",),
            observed="Blaue Flecken am Arm.\nKind 1 weicht zurück.",
            said="Kind 1 sagt: „Ich bin hingefallen.“",
            assessment="Die Erklärung passt nicht zu dem, was zu sehen ist.",
            agreed="Termin in der Kinderarztpraxis am 13.11.2026",
            told_family="no",
            not_told_reason="Es ist zu befürchten, dass das Kind unter Druck gesetzt wird.",
            consulted_on=D(2026, 11, 13),
        ),
    ),
)
NOBODY = {**COMMON, "case_number": "", "reader_initials": "", "family_name": ""}
SUMMARY = CaseSummaryView(**NOBODY, told=TOLD)  # type: ignore[arg-type]
NOTICE = YouthNoticeView(
    **COMMON,
    address=("Jugendamt Kreis Steinfurt", "Tecklenburger Straße 10", "48565 Steinfurt"),
    sender="Bahnhofstraße 12, 48607 Ochtrup",
    told=replace(
        TOLD,
        persons=(
            ProtectedPerson(name="Ivan Dimitrov", concerned=True, role="child", birth_date="2021-03-04"),
            ProtectedPerson(
                name="Elena Dimitrova", name_native="Елена Димитрова", concerned=False, role="mother",
                address="Weinerstraße 7, 48607 Ochtrup", phone="0170 1234567", languages=("bg", "de"),
            ),
        ),
    ),
    custody=(("Ivan Dimitrov", "gemeinsame Sorge"),),
)  # fmt: skip
BREACH = IncidentView(**NOBODY)  # type: ignore[arg-type]
LOST = Holdings(
    counted_on=COMMON["date"],  # type: ignore[arg-type]
    families=38,
    persons=141,
    kinds=(("person", 141), ("contact", 612), ("consent", 97), ("support_plan", 44), ("assessment", 51)),
    sensitivities=("identity", "reach", "status", "special", "confided"),
)
GIVEN = "Unterstützungsplan · KD-2026-0017 · 22.11.2026 · gedruckt · Deutsch, Bulgarisch"
ENDINGS: dict[str, tuple[str, PaperView]] = {
    "closing": ("closing", CLOSING),
    "aftercare": ("aftercare", AFTERCARE),
    "access": ("access", ACCESS),
    "correction": ("correction", CORRECTION),
    "case summary": ("case_summary", SUMMARY),
    "youth notice": ("youth_notice", NOTICE),
    "incident": ("incident", BREACH),
    "incident laptop": ("incident", replace(BREACH, happened="laptop", holdings=LOST)),
    "incident paper": ("incident", replace(BREACH, happened="paper", given=GIVEN)),
}
"""Name in tests → (name of the document, its view)."""
