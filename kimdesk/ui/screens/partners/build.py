"""Puts the directory together."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import Record
from kimdesk.domain.records import RECORDS, Interpreter, PartnerPerson
from kimdesk.ui.forms.form import FormContext, remaining
from kimdesk.ui.forms.records import Line, RecordsCard
from kimdesk.ui.forms.records_presenter import About, RecordsPresenter, connect
from kimdesk.ui.i18n import language, translated
from kimdesk.ui.screens.partners.presenter import INTERPRETER, PERSON, PartnersPresenter
from kimdesk.ui.screens.partners.view import PartnersView
from kimdesk.ui.shell.screen import Context, Screen

PEOPLE = str(QT_TRANSLATE_NOOP("Partners", "Ansprechpersonen"))
INTERPRETING = str(QT_TRANSLATE_NOOP("Partners", "Sprachmittlerinnen und Sprachmittler"))
PERSON_FIELDS: tuple[Line, ...] = (("name", "function"), ("phone", "email"))
INTERPRETER_FIELDS: tuple[Line, ...] = (
    ("name", "pool"),
    "languages",
    ("phone", "of_age", "confidentiality_on"),
    "remark",
)


def _card(kind: str, heading: str, lines: tuple[Line, ...], form: FormContext) -> RecordsCard:
    placed = [name for line in lines for name in ((line,) if isinstance(line, str) else line)]
    return RecordsCard(
        translated("Partners", heading), RECORDS[kind], (*lines, *remaining(RECORDS[kind], placed)), form
    )


def build(context: Context, record: str = "") -> Screen:
    """Return the directory; with a partner's or an interpreter's id (hex) that entry is open."""
    desk = context.desk
    form = FormContext(reference=desk.reference, today=desk.today, language=language(), port=context.port)
    people, interpreting = (
        _card(PERSON, PEOPLE, PERSON_FIELDS, form),
        _card(INTERPRETER, INTERPRETING, INTERPRETER_FIELDS, form),
    )
    view = PartnersView(form, people, interpreting)

    def person_line(each: Record) -> str:
        assert isinstance(each, PartnerPerson)
        return view.person_line(each)

    def person_detail(each: Record) -> str:
        assert isinstance(each, PartnerPerson)
        return view.person_detail(each)

    def interpreter_line(each: Record) -> str:
        assert isinstance(each, Interpreter)
        return view.interpreter_line(each)

    def interpreter_detail(each: Record) -> str:
        assert isinstance(each, Interpreter)
        return view.interpreter_detail(each)

    def about(each: Record) -> About:
        assert isinstance(each, Interpreter)
        return About(standing=view.interpreter_standing(each))

    def looked_for(each: Record) -> bool:
        return presenter.interpreter_fits(each)

    listed = RecordsPresenter(
        context, RECORDS[PERSON], people, case=None, lang=language(), line=person_line, detail=person_detail
    )
    spoken = RecordsPresenter(
        context,
        RECORDS[INTERPRETER],
        interpreting,
        case=None,
        lang=language(),
        line=interpreter_line,
        detail=interpreter_detail,
        about=about,
        pick=looked_for,
    )
    connect(people, listed)
    connect(interpreting, spoken)
    first = RecordId(bytes.fromhex(record)) if record else None
    presenter = PartnersPresenter(context, view, language(), persons=listed, interpreters=spoken, first=first)
    view.narrowed.connect(presenter.narrow)
    view.chosen.connect(presenter.choose)
    view.add_asked.connect(presenter.add)
    view.remove_asked.connect(presenter.remove)
    view.restore_asked.connect(presenter.restore)
    view.interpreters_searched.connect(presenter.find_interpreters)
    return Screen("partners", view, presenter)
