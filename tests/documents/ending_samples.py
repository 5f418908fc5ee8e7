"""Papers at the end of a support, and the answer to what is stored, of the same fictional family."""

from __future__ import annotations

from kimdesk.domain.access import HIDDEN, AccessSection
from kimdesk.domain.views.access import AccessView, CorrectionView, GivenLine
from kimdesk.domain.views.ending import AftercareView, ChangeLine, ClosingView, ServiceLine
from kimdesk.domain.views.papers import PaperView
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
ENDINGS: dict[str, tuple[str, PaperView]] = {
    "closing": ("closing", CLOSING),
    "aftercare": ("aftercare", AFTERCARE),
    "access": ("access", ACCESS),
    "correction": ("correction", CORRECTION),
}
"""Name in tests → (name of the document, its view)."""
