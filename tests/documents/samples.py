"""Fictional families as views, small and large."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kimdesk.domain.views.documents import Correction, GoalView, MeasureView, PlanView, RecoverySheetView, VisitView

D = dt.date

HOUSING = GoalView(
    number=1,
    domain="housing",
    wording="Wir wohnen bis Ende Dezember in einer trockenen Wohnung.",
    wording_translation="До края на декември живеем в сухо жилище.",
    indicator="Das Zimmer der Kinder hat keinen Schimmel mehr.",
    due=D(2026, 12, 31),
    priority="high",
    state="stalled",
    measures=(
        MeasureView(
            text="Mängelanzeige schreiben",
            text_translation="да напише писмо до хазяина за дефектите",
            who=("case_manager",),
            until=D(2026, 11, 25),
        ),
        MeasureView(
            text="Wohnberechtigungsschein beantragen",
            text_translation="да подадат заявление за социално жилище",
            who=("family", "case_manager"),
            until=D(2026, 12, 4),
        ),
    ),
)
LANGUAGE = GoalView(
    number=2,
    domain="language",
    wording="Elena spricht selbst mit der Lehrerin.",
    wording_translation="Елена сама говори с учителката.",
    indicator="Elena führt ein Gespräch in der Schule ohne Hilfe.",
    due=D(2027, 3, 31),
    priority="normal",
    state="in_progress",
    measures=(
        MeasureView(
            text="Deutschkurs am Vormittag besuchen, 4 Tage in der Woche",
            text_translation="да посещава курс по немски сутрин, 4 дни в седмицата",
            who=("family",),
        ),
        MeasureView(
            text="Platz im Kurs bestätigen",
            text_translation="да потвърди мястото в курса",
            who=("third",),
            who_name="VHS Ochtrup",
            until=D(2026, 11, 27),
            state="done",
        ),
    ),
)
DAY_CARE = GoalView(
    number=3,
    domain="education",
    wording="Sofia hat ab Januar einen Platz in der Kita.",
    wording_translation="От януари София има място в детската градина.",
    due=D(2027, 1, 1),
    priority="normal",
    state="partly_reached",
    measures=(
        MeasureView(
            text="mit der Kita sprechen",
            text_translation="разговор с детската градина",
            who=("case_manager",),
            until=D(2026, 11, 23),
        ),
    ),
)
FINANCE = GoalView(
    number=4,
    domain="finance",
    wording="Wir wissen, welches Geld uns zusteht, und haben alle Anträge gestellt.",
    wording_translation="Знаем какви средства ни се полагат и сме подали всички заявления.",
    indicator="Es liegt kein unbeantworteter Brief der Familienkasse mehr da.",
    state="reached",
    measures=(MeasureView(text="Kinderzuschlag prüfen", who=("case_manager", "office"), who_name="Familienkasse"),),
)

PLAN = PlanView(
    case_number="KD-2026-0017",
    reader_initials="E. D.",
    version=3,
    date=D(2026, 11, 22),
    state="agreed",
    family_name="Dimitrov",
    wish="Eine trockene Wohnung, und dass ich selbst mit der Lehrerin sprechen kann.",
    wish_translation="Сухо жилище и сама да мога да говоря с учителката.",
    goals=(HOUSING, LANGUAGE, DAY_CARE, FINANCE),
    review_date=D(2027, 1, 8),
    participants=("Elena Dimitrova", "Georgi Dimitrov", "M. Sommer"),
    interpreter="Frau I. Petrova (Sprachmittlerpool)",
    phone="0201 8839-4500",
    provider="Musterträger e. V.",
    author="M. Sommer",
)
VISIT = VisitView(
    case_number="KD-2026-0017",
    reader_initials="E. D.",
    family_name="Dimitrov",
    date=D(2026, 11, 19),
    form="home_visit",
    place="zu Hause, Ochtrup",
    present=("Elena Dimitrova", "Ivan", "Sofia"),
    interpreter="Frau I. Petrova (Sprachmittlerpool)",
    topics=("housing", "education"),
    family_says=(
        "Der Schimmel im Kinderzimmer ist nach dem Regen größer geworden.",
        "Ivan geht gern in die Kita. Er hat dort einen Freund.",
    ),
    agreements=(
        MeasureView(
            text="Fotos vom Schimmel machen und zeigen",
            text_translation="да направи снимки на мухъла и да ги покаже",
            who=("family",),
            until=D(2026, 11, 24),
        ),
        MeasureView(
            text="Mängelanzeige an die Vermieterin schreiben",
            text_translation="да напише писмо до хазяйката",
            who=("case_manager",),
            until=D(2026, 11, 25),
        ),
    ),
    documents_seen=("Brief der Vermieterin vom 16.11.2026", "Impfpass von Sofia"),
    next_appointment=D(2026, 12, 3),
    corrections=(Correction(date=D(2026, 11, 21), said=("Der Schimmel ist im Schlafzimmer, nicht im Kinderzimmer.",)),),
    phone="0201 8839-4500",
    provider="Musterträger e. V.",
    author="M. Sommer",
)
RECOVERY = RecoverySheetView(
    vault_label="Laptop Ochtrup",
    groups=("K7QF2", "9XMPA", "3WTHC", "RB5N8", "D4JYE", "6VKGZ", "P2SXT", "M8CQ7"),
    date=D(2026, 11, 22),
    qr_text="K7QF2-9XMPA-3WTHC-RB5N8-D4JYE-6VKGZ-P2SXT-M8CQ7",
)


def long_plan(goals: int, measures: int, words: str, translation: str) -> PlanView:
    """Return a plan of many goals with long texts."""
    step = MeasureView(text=words, text_translation=translation, who=("family", "case_manager"), until=D(2026, 12, 24))
    return replace(
        PLAN,
        goals=tuple(
            replace(HOUSING, number=k + 1, wording=words, wording_translation=translation, measures=(step,) * measures)
            for k in range(goals)
        ),
    )
