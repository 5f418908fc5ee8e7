"""Fictional families as views of the papers besides plan and visit summary."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypedDict

from kimdesk.domain.views.assessing import AssessmentView, DomainLine, GenogramPaperView, NetworkPaperView
from kimdesk.domain.views.consents import ConsentView, InformationView
from kimdesk.domain.views.documents import Correction, MeasureView
from kimdesk.domain.views.papers import (
    AloudView,
    AppointmentLine,
    BriefingView,
    DeadlineLine,
    FridgeView,
    LastContact,
    PaperView,
    PersonLine,
    TalkLine,
    TaskView,
    VisitSheetView,
)
from kimdesk.domain.views.pictures import (
    ComparisonView,
    GenogramPerson,
    GenogramRelation,
    GenogramView,
    NetworkContact,
    NetworkView,
    RatedDomain,
    Rating,
)
from kimdesk.domain.views.plan_changes import GoalChange, PlanChangesView, StepChange, VersionLine
from kimdesk.domain.views.veiled import veiled
from tests.documents.samples import PLAN, VISIT, D


class _Common(TypedDict):
    case_number: str
    reader_initials: str
    family_name: str
    date: D
    phone: str
    provider: str
    author: str


COMMON: _Common = {
    "case_number": "KD-2026-0017",
    "reader_initials": "E. D.",
    "family_name": "Dimitrov",
    "date": D(2026, 11, 22),
    "phone": "0201 8839-4500",
    "provider": "Musterträger e. V.",
    "author": "M. Sommer",
}
BRIEFING = BriefingView(
    **COMMON,
    named=True,
    safety="Bitte vorher anrufen. Im Hof läuft ein Hund.",
    household=(
        PersonLine(name="Elena Dimitrova", role="mother", age=34, languages=("bg", "de"), interpreter_needed=True),
        PersonLine(name="Georgi Dimitrov", role="father", age=38, languages=("bg",)),
        PersonLine(name="Ivan", role="child", age=5, languages=("bg", "de")),
        PersonLine(name="Sofia", role="child", age=2),
    ),
    reach=("Lindenweg 4, 48607 Ochtrup", "0170 1234567"),
    interpreter="Frau I. Petrova",
    last=LastContact(
        corrections=(Correction(date=D(2026, 11, 21), said=("Ivan hat dort zwei Freunde.",)),),
        date=D(2026, 11, 19),
        form="home_visit",
        days=3,
        topics=("housing", "education"),
        said=VISIT.family_says,
    ),
    only_with=(TalkLine(date=D(2026, 11, 12), form="office", only_with="E. D."),),
    ours=(MeasureView(text="Mängelanzeige schreiben", who=("case_manager",), until=D(2026, 11, 25)),),
    familys=(MeasureView(text="Wohnberechtigungsschein beantragen", who=("family",), until=D(2026, 12, 4)),),
    deadlines=(
        DeadlineLine(date=D(2026, 12, 1), matter="consent_ends", text="consent_scope.contact_school"),
        DeadlineLine(date=D(2026, 12, 20), matter="approved_until", text="Georgi Dimitrov"),
        DeadlineLine(date=D(2027, 1, 8), matter="plan_review"),
    ),
    goals=PLAN.goals,
    appointments=(AppointmentLine(date=D(2026, 12, 3), time="10:00", title="Hausbesuch", place="Ochtrup"),),
)
SHEET = VisitSheetView(**COMMON)
SHEET_WITH_FRONT = VisitSheetView(**COMMON, briefing=BRIEFING)
FRIDGE = FridgeView(
    **COMMON,
    tasks=(
        TaskView(
            text="Fotos vom Schimmel machen und zeigen",
            translation="да направи снимки на мухъла и да ги покаже",
            who="family",
            until=D(2026, 11, 24),
            domain="housing",
        ),
        TaskView(
            text="Deutschkurs am Vormittag besuchen",
            translation="да посещава курс по немски сутрин",
            who="family",
            domain="language",
        ),
        TaskView(
            text="mit der Kita sprechen",
            translation="разговор с детската градина",
            who="case_manager",
            until=D(2026, 11, 23),
            domain="education",
        ),
        TaskView(text="Platz im Kurs bestätigen", translation="да потвърди мястото", who="third", domain="language"),
        TaskView(text="Brief an die Vermieterin", translation="писмо до хазяйката", who="case_manager",
                 domain="housing", done=True),
    ),
    appointment=AppointmentLine(date=D(2026, 12, 3), time="10:00"),
)  # fmt: skip
ALOUD = AloudView(
    **COMMON,
    wish=PLAN.wish,
    wish_translation=PLAN.wish_translation,
    goals=PLAN.goals,
    appointment=AppointmentLine(date=D(2026, 12, 3), time="10:00"),
)
CONSENT = ConsentView(
    **COMMON,
    person="Elena Dimitrova",
    scope="contact_school",
    recipient="Grundschule am Stadtpark",
    categories=("identity", "plan", "reach"),
    direction="both",
    law="Art. 6 Abs. 1 Buchst. a DSGVO",
    child="Ivan Dimitrov",
    child_born=D(2021, 3, 4),
    minor=True,
    signers=2,
    valid_until=D(2027, 11, 22),
    information_on=D(2026, 11, 19),
    explained_by="M. Sommer",
    explained_in="bg",
    interpreter="Frau I. Petrova",
)
DOCTOR = replace(
    CONSENT, scope="contact_doctor", recipient="Praxis Dr. Linde", categories=("identity", "special_categories"),
    child="", child_born=None, minor=False, signers=1, information_on=None, interpreter="", valid_until=None,
)  # fmt: skip
INFORMATION = InformationView(
    **COMMON,
    address="Musterweg 1, 48607 Ochtrup",
    officer="Frau Beispiel",
    officer_contact="datenschutz@example.org",
    authority="Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen",
    office="Kreis Steinfurt",
)
CHART = ComparisonView(
    dates=(D(2026, 3, 2), D(2026, 11, 19)),
    domains=(
        RatedDomain("housing", "Wohnen", (Rating(2, 1), Rating(3, 2))),
        RatedDomain("language", "Sprache", (Rating(2, 2), Rating(4, 3))),
        RatedDomain("education", "Schule und Kita", (Rating(3, 3), Rating(4, 4))),
    ),
)
ASSESSMENT = AssessmentView(
    **COMMON,
    on=D(2026, 11, 19),
    participants=("Elena Dimitrova", "Georgi Dimitrov"),
    interpreter="Frau I. Petrova",
    chart=CHART,
    domains=(
        DomainLine(
            domain="housing",
            client="3",
            own="2",
            priority="high",
            words=(
                ("situation", "Das Kinderzimmer ist feucht."),
                ("client_view", "Wir möchten in Ochtrup bleiben."),
                ("resources", "Die Nachbarin hilft beim Lüften."),
            ),
        ),
        DomainLine(domain="language", client="4", own="3", priority="normal"),
        DomainLine(domain="education", client="4", own="4"),
    ),
)
GENOGRAM = GenogramPaperView(
    **COMMON,
    tree=GenogramView(
        persons=(
            GenogramPerson(key="e", given_name="Elena", gender="f", age=34, in_household=True),
            GenogramPerson(key="g", given_name="Georgi", gender="m", age=38, in_household=True),
            GenogramPerson(key="i", given_name="Ivan", gender="m", age=5, in_household=True),
            GenogramPerson(key="s", given_name="Sofia", gender="f", age=2, in_household=True),
        ),
        relations=(
            GenogramRelation("e", "g", "married_to", "verheiratet mit"),
            GenogramRelation("e", "i", "parent_of", "Elternteil von"),
            GenogramRelation("g", "i", "parent_of", "Elternteil von"),
            GenogramRelation("e", "s", "parent_of", "Elternteil von"),
            GenogramRelation("g", "s", "parent_of", "Elternteil von"),
        ),
    ),
)
CHILDREN = tuple(
    GenogramPerson(key=name, given_name=name, gender="fm"[k % 2], age=18 - 2 * k, in_household=True)
    for k, name in enumerate(("Elitsa", "Ivan", "Maria", "Petar", "Sofia", "Dimo", "Vesela", "Kiril"))
)
WIDE_GENOGRAM = GenogramPaperView(
    **COMMON,
    tree=GenogramView(
        persons=(*GENOGRAM.tree.persons[:2], *CHILDREN),
        relations=(
            GENOGRAM.tree.relations[0],
            *(GenogramRelation(one, each.key, "parent_of", "Elternteil von") for each in CHILDREN for one in "eg"),
        ),
    ),
)
NETWORK = NetworkPaperView(
    **COMMON,
    net=NetworkView(
        anchor="Dimitrov",
        sectors=("Familie", "Freunde, Nachbarn", "Arbeit, Schule", "Fachleute"),
        horizons=("nah", "mittel", "locker"),
        contacts=(
            NetworkContact(key="1", name="Tante in Gronau", sector="family", horizon="close"),
            NetworkContact(key="2", name="Nachbarin", sector="friends", horizon="middle"),
            NetworkContact(key="3", name="Frau K., Kita", sector="professional", horizon="middle"),
        ),
        ties=(("1", "2"),),
    ),
)
SIGNED = (((10.0, 40.0), (30.0, 12.0), (50.0, 44.0), (80.0, 20.0)),)
"""Strokes of a signature."""
STEP = MeasureView(
    text="Mängelanzeige schreiben",
    text_translation="да напише писмо за дефектите",
    who=("case_manager",),
    until=D(2026, 11, 25),
)
CHANGES = PlanChangesView(
    **COMMON,
    older=VersionLine(number=2, date=D(2026, 10, 8), signed=True),
    newer=VersionLine(number=3, date=D(2026, 11, 22)),
    wish="Eine trockene Wohnung und wieder Arbeit für Georgi.",
    wish_translation="Сухо жилище и отново работа за Георги.",
    wish_before="Eine trockene Wohnung.",
    wish_before_translation="Сухо жилище.",
    goals=(
        GoalChange(
            turn="changed",
            domain="housing",
            wording="Wir wohnen sicher und trocken.",
            wording_translation="Живеем сигурно и на сухо.",
            wording_before="Wir wohnen trocken.",
            wording_before_translation="Живеем на сухо.",
            indicator="Die Wände sind trocken.",
            indicator_translation="Стените са сухи.",
            due=D(2026, 12, 31),
            due_before=D(2026, 11, 30),
            due_changed=True,
            state="in_progress",
            state_before="open",
            steps=(
                StepChange(turn="changed", step=STEP, before=replace(STEP, until=None)),
                StepChange(turn="new", step=MeasureView(text="Mieterverein fragen", who=("family",))),
                StepChange(
                    turn="done", step=MeasureView(text="Fotos machen", who=("family",)), done_on=D(2026, 11, 20)
                ),
                StepChange(turn="dropped", step=MeasureView(text="Makler anrufen")),
            ),
        ),
        GoalChange(turn="new", domain=None, wording="Georgi findet Arbeit.", due=D(2027, 1, 31), due_changed=True),
        GoalChange(turn="same", domain="finance", wording="Wir zahlen die zwei Raten in kleinen Schritten ab."),
        GoalChange(turn="reached", domain="health", wording="Alle sind versichert.", reached_on=D(2026, 11, 3)),
        GoalChange(turn="dropped", domain="language", wording="Elena besucht den Abendkurs."),
    ),
)


def without_names(words: str) -> str:
    """Return words as a briefing without names has them."""
    return re.sub("Elena|Georgi|Ivan|Sofia|Dimitrov", "…", words)


SAMPLES: dict[str, tuple[str, PaperView]] = {
    "briefing": ("briefing", BRIEFING),
    "briefing without names": ("briefing", veiled(replace(BRIEFING, named=False), without_names)),
    "visit sheet": ("visit_sheet", SHEET),
    "visit sheet front": ("visit_sheet", SHEET_WITH_FRONT),
    "fridge": ("fridge", FRIDGE),
    "aloud": ("aloud", ALOUD),
    "assessment": ("assessment", ASSESSMENT),
    "genogram": ("genogram", GENOGRAM),
    "genogram wide": ("genogram", WIDE_GENOGRAM),
    "network": ("network", NETWORK),
    "consent": ("consent", CONSENT),
    "consent doctor": ("consent", DOCTOR),
    "consent given": ("consent", replace(CONSENT, form="screen", given_on=CONSENT.date, signatures=(SIGNED,))),
    "release": ("release", CONSENT),
    "withdrawal": ("withdrawal", CONSENT),
    "information": ("information", INFORMATION),
    "plan changes": ("plan_changes", CHANGES),
}
"""Name in tests → (name of the document, its view)."""
