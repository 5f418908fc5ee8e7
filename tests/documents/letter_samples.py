"""Letters and papers around a case conference, of the same fictional family."""

from __future__ import annotations

from kimdesk.domain.views.documents import MeasureView
from kimdesk.domain.views.letters import (
    ConferenceView,
    InvitationView,
    LetterView,
    MinutesView,
    ParticipantLine,
    ReferralView,
)
from kimdesk.domain.views.papers import AppointmentLine, PaperView, PersonLine
from tests.documents.paper_samples import COMMON
from tests.documents.samples import D

SENDER = "Bahnhofstraße 12, 48607 Ochtrup"
HOME = ("Elena Dimitrova", "Georgi Dimitrov", "Weinerstraße 7", "48607 Ochtrup")
SCHOOL = ("Grundschule am Stadtpark", "Schulweg 3", "48607 Ochtrup")
PEOPLE = (
    ParticipantLine(name="Elena Dimitrova", attended="yes"),
    ParticipantLine(name="Frau Kaya", function="Klassenlehrerin", attended="yes"),
    ParticipantLine(name="Herr Brandt", function="VHS Ochtrup", attended="no"),
)
LETTER = LetterView(
    **COMMON,
    address=HOME,
    sender=SENDER,
    greeted=("Elena Dimitrova", "Georgi Dimitrov"),
    subject="Ihr Antrag auf einen Platz in der Kita",
    subject_translation="Вашето заявление за място в детската градина",
    words=(
        "am 18. November habe ich mit der Leiterin der Kita gesprochen. Sofia steht auf der Liste für Januar.",
        "Bitte bringen Sie zum nächsten Treffen das gelbe Untersuchungsheft mit.",
    ),
    words_translation=(
        "на 18 ноември разговарях с директорката на детската градина. София е в списъка за януари.",
        "Моля, донесете на следващата среща жълтата тетрадка с прегледите.",
    ),
)
INVITATION = InvitationView(
    **COMMON,
    address=HOME,
    sender=SENDER,
    greeted=("Elena Dimitrova", "Georgi Dimitrov"),
    appointment=AppointmentLine(date=D(2026, 12, 3), time="10:00", title="Schule und Kita", place="Weinerstraße 7"),
    form="home_visit",
    people=("Elena Dimitrova", "Georgi Dimitrov"),
    interpreter="Frau I. Petrova",
)
REFERRAL = ReferralView(
    **COMMON,
    address=SCHOOL,
    sender=SENDER,
    consent_on=D(2026, 11, 19),
    persons=(
        PersonLine(name="Elena Dimitrova", role="mother", languages=("bg", "de"), interpreter_needed=True),
        PersonLine(name="Ivan Dimitrov", role="child"),
    ),
    reach=("Weinerstraße 7, 48607 Ochtrup", "0170 1234567"),
    domain="education",
    concern="Ivan soll im Februar in die erste Klasse aufgenommen werden. Bitte laden Sie die Eltern zum Gespräch ein.",
    wish="Elena möchte selbst mit der Lehrerin sprechen.",
    done=(MeasureView(text="Anmeldung ausgefüllt", who=("family",), state="done"),),
)
CONFERENCE = ConferenceView(
    **COMMON,
    address=SCHOOL,
    sender=SENDER,
    on=D(2026, 12, 10),
    time="14:00",
    place="Rathaus Ochtrup, Raum 12",
    occasion="Wie Ivan gut in die Schule kommt",
    participants=PEOPLE,
    interpreter="Frau I. Petrova",
    answer_by=D(2026, 12, 3),
)
MINUTES = MinutesView(
    **COMMON,
    on=D(2026, 12, 10),
    place="Rathaus Ochtrup, Raum 12",
    occasion="Wie Ivan gut in die Schule kommt",
    present=PEOPLE[:2],
    excused=PEOPLE[2:],
    interpreter="Frau I. Petrova",
    lines=("Ivan geht gern in die Vorschulgruppe.", "Frau Kaya schlägt eine Patenschaft mit einem älteren Kind vor."),
    agreed=(
        MeasureView(
            text="Termin zum Schnuppern vereinbaren",
            text_translation="да уговори пробен ден",
            who=("family", "third"),
            who_name="Frau Kaya",
            until=D(2026, 12, 18),
        ),
        MeasureView(text="Antrag auf Bildung und Teilhabe", who=("case_manager",), until=D(2027, 1, 15)),
    ),
    next_on=D(2027, 2, 4),
    correct_by=D(2026, 12, 24),
)
LETTERS: dict[str, tuple[str, PaperView]] = {
    "letter": ("letter", LETTER),
    "invitation": ("invitation", INVITATION),
    "referral": ("referral", REFERRAL),
    "conference": ("conference", CONFERENCE),
    "minutes": ("minutes", MINUTES),
}
"""Name in tests → (name of the document, its view)."""
