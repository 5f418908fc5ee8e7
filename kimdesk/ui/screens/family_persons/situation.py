"""The situation of one person, each part with its history: residence, livelihood, work, health cover, school."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QT_TRANSLATE_NOOP

from kimdesk.base.ids import RecordId
from kimdesk.domain.records import RECORDS
from kimdesk.ui.forms.form import FormContext, remaining
from kimdesk.ui.forms.records import Line, RecordsCard
from kimdesk.ui.forms.records_presenter import RecordsPresenter, connect
from kimdesk.ui.i18n import translated
from kimdesk.ui.screens.family_persons.state import FREE_MOVEMENT, RESIDENCE_TITLE
from kimdesk.ui.shell.screen import Context

PARTS: tuple[tuple[str, str, tuple[Line, ...]], ...] = (
    (
        FREE_MOVEMENT,
        str(QT_TRANSLATE_NOOP("Situation", "Freizügigkeit (EU)")),
        ("reason", ("since", "until"), ("registered_on", "card_until"), "proof", "remark"),
    ),
    (
        RESIDENCE_TITLE,
        str(QT_TRANSLATE_NOOP("Situation", "Aufenthaltstitel")),
        (
            "title",
            ("valid_from", "valid_until"),
            ("applied_on", "office"),
            ("work_permitted", "residence_rule_until"),
            "passport_until",
            "conditions",
            "remark",
        ),
    ),
    (
        "livelihood",
        str(QT_TRANSLATE_NOOP("Situation", "Lebensunterhalt")),
        (("benefit_regime", "income"), ("since", "until"), ("approved_until", "office"), "remark"),
    ),
    (
        "employment",
        str(QT_TRANSLATE_NOOP("Situation", "Arbeit")),
        (
            ("occupation", "employer"),
            ("since", "until"),
            ("hours", "probation_until", "fixed_until"),
            "remark",
        ),
    ),
    (
        "schooling",
        str(QT_TRANSLATE_NOOP("Situation", "Schule und Kita")),
        (
            ("school_form", "level"),
            "name",
            ("waitlisted_on", "since", "until"),
            ("initial_support", "initial_support_since"),
            ("measles_proof", "education_package"),
            "remark",
        ),
    ),
    (
        "health_insurance",
        str(QT_TRANSLATE_NOOP("Situation", "Krankenversicherung")),
        (("kind", "fund"), ("since", "until")),
    ),
    (
        "language_skill",
        str(QT_TRANSLATE_NOOP("Situation", "Sprachnachweise")),
        (("language", "skill"), ("level", "evidence"), "date"),
    ),
)


def parts(context: Context, form: FormContext, case: RecordId) -> Iterator[tuple[RecordsCard, RecordsPresenter]]:
    """Yield a card and its presenter for each part, in the order people ask."""
    for name, heading, lines in PARTS:
        kind = RECORDS[name]
        placed = [each for line in lines for each in ((line,) if isinstance(line, str) else line)]
        card = RecordsCard(translated("Situation", heading), kind, (*lines, *remaining(kind, placed)), form)
        card.setObjectName(name)
        presenter = RecordsPresenter(context, kind, card, case=case, lang=form.language)
        connect(card, presenter)
        yield card, presenter
