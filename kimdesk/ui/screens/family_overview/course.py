"""The course of a case beside its first page: how it was taken up, where the family lives, phases, closing."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QT_TRANSLATE_NOOP

from kimdesk.base.ids import RecordId
from kimdesk.casework import family
from kimdesk.domain.records import RECORDS
from kimdesk.ui.forms.form import FormContext, remaining
from kimdesk.ui.forms.records import Line, RecordsCard
from kimdesk.ui.forms.records_presenter import RecordsPresenter, connect
from kimdesk.ui.i18n import translated
from kimdesk.ui.screens.family_overview.state import APPOINTMENTS, CLOSING, HOUSING, INTAKE, PHASES
from kimdesk.ui.shell.directory import interpreter_choices, partner_choices
from kimdesk.ui.shell.family_rows import call_name
from kimdesk.ui.shell.screen import Context

PARTS: tuple[tuple[str, str, tuple[Line, ...]], ...] = (
    (
        APPOINTMENTS,
        str(QT_TRANSLATE_NOOP("Course", "Termine")),
        (
            ("date", "time"),
            "title",
            "persons",
            ("place", "minutes"),
            ("form", "state"),
            ("partner", "interpreter"),
        ),
    ),
    (
        INTAKE,
        str(QT_TRANSLATE_NOOP("Course", "Aufnahme")),
        (
            "date",
            "complex_need",
            "several_providers",
            "regular_routes_fail",
            "resources_lacking",
            "family_agrees",
            "reasons",
            "outcome",
            "referred_to",
        ),
    ),
    (
        HOUSING,
        str(QT_TRANSLATE_NOOP("Course", "Wohnen")),
        (
            "kind",
            ("since", "until"),
            ("persons", "rooms"),
            ("square_metres", "warm_rent"),
            ("contract", "landlord_confirmation_on"),
            ("notice_until", "eviction_risk"),
            "housing_permit",
            "defects",
        ),
    ),
    (PHASES, str(QT_TRANSLATE_NOOP("Course", "Phasen bisher")), ("date", "phase", "reason")),
    (
        CLOSING,
        str(QT_TRANSLATE_NOOP("Course", "Abschluss")),
        (
            "date",
            "summary",
            "feedback",
            "satisfaction",
            ("handed_to", "partner"),
            "open_deadlines",
            "running_referrals",
            ("documents_returned", "aftercare_on"),
            "findings",
        ),
    ),
)


def parts(context: Context, form: FormContext, case: RecordId) -> Iterator[tuple[RecordsCard, RecordsPresenter]]:
    """Yield a card and its presenter for each part."""
    desk = context.desk

    def choices() -> dict[str, tuple[tuple[str, str], ...]]:
        persons = family.persons(desk, case)
        return {
            "partner": partner_choices(desk),
            "interpreter": interpreter_choices(desk),
            "person": tuple((each.id.hex(), call_name(each, persons)) for each in persons),
        }

    for name, heading, lines in PARTS:
        kind = RECORDS[name]
        placed = [each for line in lines for each in ((line,) if isinstance(line, str) else line)]
        card = RecordsCard(translated("Course", heading), kind, (*lines, *remaining(kind, placed)), form)
        card.setObjectName(name)
        begins = {"date": desk.today} if name in {INTAKE, CLOSING} else {}
        presenter = RecordsPresenter(
            context,
            kind,
            card,
            case=case,
            lang=form.language,
            choices=choices if name in {CLOSING, APPOINTMENTS} else dict,
            given=lambda begins=begins: begins,  # type: ignore[misc]  # mypy sees no type in a lambda's default
        )
        connect(card, presenter)
        yield card, presenter
