"""Puts the page of a family's assessments together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kimdesk.base.ids import RecordId
from kimdesk.casework import family
from kimdesk.domain.records import RECORDS
from kimdesk.ui.dialogs.print_flow import open_print
from kimdesk.ui.dialogs.print_state import PrintJob
from kimdesk.ui.forms.form import FormContext
from kimdesk.ui.forms.records import Line, RecordsCard
from kimdesk.ui.forms.records_presenter import RecordsPresenter, connect
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.family_assessment.presenter import AssessmentPresenter
from kimdesk.ui.screens.family_assessment.view import AssessmentView
from kimdesk.ui.screens.family_assessment.words import AssessmentWords
from kimdesk.ui.shell.family_rows import call_name
from kimdesk.ui.shell.screen import Context, Screen

FIELDS: tuple[Line, ...] = (("date", "interpreter"), "participants", "summary")
RATING: tuple[Line, ...] = (
    ("client_rating", "own_rating"),
    ("client_view", "own_view"),
    "situation",
    ("resources", "need"),
    ("next_step", "priority"),
)
"""The domain itself is not chosen: each one has its entry from the start."""


def build(context: Context, record: str) -> Screen:
    """Return the assessments of the case with this id (hex)."""
    desk, case = context.desk, RecordId(bytes.fromhex(record))
    form = FormContext(reference=desk.reference, today=desk.today, language=language(), port=context.port)
    words = AssessmentWords(form)
    every, domains = _cards(form)

    def persons() -> dict[str, tuple[tuple[str, str], ...]]:
        found = family.persons(desk, case)
        return {"person": tuple((each.id.hex(), call_name(each, found)) for each in found)}

    listed = RecordsPresenter(
        context,
        RECORDS["assessment"],
        every,
        case=case,
        lang=form.language,
        choices=persons,
        about=words.assessment,
        line=words.day,
    )
    rated = RecordsPresenter(
        context,
        RECORDS["domain_rating"],
        domains,
        case=case,
        lang=form.language,
        detail=words.detail,
        about=words.rating,
        line=words.line,
        rank=words.rank,
    )
    view = AssessmentView(every, domains)

    def printing(assessment: RecordId) -> None:
        open_print(view, context, PrintJob(what="assessment", case=case, record=assessment))

    presenter = AssessmentPresenter(context, case, view, words, (listed, rated), printing)
    connect(domains, rated)
    connect(every, listed)
    every.add_asked.disconnect(listed.add)
    every.add_asked.connect(presenter.begin)
    domains.add_asked.disconnect(rated.add)
    domains.add_asked.connect(presenter.fill)
    every.open_asked.connect(presenter.choose)
    every.action_asked.connect(presenter.act)
    view.comparison.redraw_asked.connect(presenter.compare)
    return Screen("family_assessment", view, presenter, family=True)


def _cards(form: FormContext) -> tuple[RecordsCard, RecordsCard]:
    """Return the card of all assessments and that of one's life domains."""
    every = RecordsCard(QCoreApplication.translate("Assessment", "Assessments"), RECORDS["assessment"], FIELDS, form)
    every.add_button.setText(QCoreApplication.translate("Assessment", "Beginnen"))
    every.add_button.setAccessibleName(QCoreApplication.translate("Assessment", "Assessment beginnen"))
    domains = RecordsCard(
        QCoreApplication.translate("Assessment", "Lebensbereiche"), RECORDS["domain_rating"], RATING, form
    )
    domains.add_button.setText(QCoreApplication.translate("Assessment", "Fehlende ergänzen"))
    domains.add_button.setAccessibleName(QCoreApplication.translate("Assessment", "Fehlende Lebensbereiche ergänzen"))
    return every, domains
