"""Puts the page of a family's consents together."""

from __future__ import annotations

import datetime as dt

from kimdesk.base.ids import RecordId
from kimdesk.casework import consent_paper, consents, family, printing
from kimdesk.domain.records import RECORDS, Consent, Person
from kimdesk.domain.values import Value
from kimdesk.ui.dialogs.print_flow import open_print
from kimdesk.ui.dialogs.print_state import PrintJob
from kimdesk.ui.forms.form import FormContext, remaining
from kimdesk.ui.forms.records import RecordsCard
from kimdesk.ui.forms.records_presenter import About, RecordsPresenter, connect
from kimdesk.ui.i18n import language, translated
from kimdesk.ui.screens.family_consents.presenter import ConsentsPresenter
from kimdesk.ui.screens.family_consents.view import ConsentsView
from kimdesk.ui.shell.family_rows import call_name
from kimdesk.ui.shell.screen import Context, Screen

KIND = RECORDS["consent"]
YEAR = dt.timedelta(days=365)
FIELDS = (
    ("person", "scope"),
    ("recipient", "purpose"),
    "categories",
    ("direction", "valid_until"),
    ("explained_by", "explained_in"),
    ("interpreter", "read_aloud", "repeated"),
    ("guardian", "second_guardian"),
)
ACTS = ("form", "given_on", "withdrawn_on", "withdrawn_how", "witness", "text_version", "information_on")
"""What an act writes, never typing."""


def build(context: Context, record: str) -> Screen:
    """Return the consents of the case with this id (hex)."""
    desk, case = context.desk, RecordId(bytes.fromhex(record))
    form = FormContext(reference=desk.reference, today=desk.today, language=language(), port=context.port)
    placed = [name for line in FIELDS for name in ((line,) if isinstance(line, str) else line)]
    card = RecordsCard(translated("Tabs", "Einwilligungen"), KIND, (*FIELDS, *remaining(KIND, (*placed, *ACTS))), form)
    view = ConsentsView(form, card, context.runner)
    view.remember = context.remember

    def named(consent: Consent) -> tuple[str, Person | None]:
        persons = family.persons(desk, case)
        person = next((each for each in persons if each.id == consent.person), None)
        return (call_name(person, persons) if person is not None else ""), person

    def about(consent: object) -> About:
        assert isinstance(consent, Consent)
        state = consents.state_of(consent, named(consent)[1], desk.today)
        frozen = state != "prepared"
        return About(standing=view.standing(state, consent), actions=view.acts(state), frozen=frozen)

    def line(consent: object) -> str:
        assert isinstance(consent, Consent)
        return view.line(consent, named(consent)[0])

    def choices() -> dict[str, tuple[tuple[str, str], ...]]:
        persons = family.persons(desk, case)
        return {"person": tuple((each.id.hex(), call_name(each, persons)) for each in persons)}

    def given() -> dict[str, Value]:
        return {"explained_by": desk.profile.name or None, "valid_until": desk.today + YEAR, "direction": "out"}

    listed = RecordsPresenter(
        context, KIND, card, case=case, lang=language(), choices=choices, given=given, about=about, line=line
    )
    connect(card, listed)
    presenter = ConsentsPresenter(context, case, view, listed)
    card.action_asked.connect(presenter.act)
    view.handed.connect(presenter.hand_over)
    view.given.connect(presenter.give)
    view.withdrawn.connect(presenter.withdraw)
    view.sheet_asked.connect(lambda spoken: open_print(view, context, _job(context, "information", case, spoken)))
    view.print_asked.connect(lambda consent: open_print(view, context, _consent_job(context, consent)))
    return Screen("family_consents", view, presenter, family=True)


def _job(context: Context, document: str, case: RecordId, spoken: str, record: RecordId | None = None) -> PrintJob:
    both = spoken != "de" and spoken in printing.languages(context.desk, document)
    return PrintJob(what=document, case=case, record=record, languages=("de", spoken) if both else ("de",))


def _consent_job(context: Context, consent: Consent) -> PrintJob:
    """Return the very document that was given, or the one to be explained, beside the language it is explained in."""
    document = consent_paper.document_of(consent.scope)
    if consent.pdf is None:
        return _job(context, document, consent.case, str(consent.explained_in or "de"), consent.id)
    kept = printing.FrozenFile.parse(consent.pdf).languages
    return PrintJob(what=document, case=consent.case, record=consent.id, languages=kept)
