"""Puts the page of the network map together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kimdesk.base.ids import RecordId
from kimdesk.casework import family
from kimdesk.domain.declare import Record
from kimdesk.domain.records import RECORDS, NetworkContact
from kimdesk.domain.views.pictures import HORIZONS, SECTORS
from kimdesk.ui.dialogs.print_flow import open_print
from kimdesk.ui.dialogs.print_state import PrintJob
from kimdesk.ui.forms.form import FormContext
from kimdesk.ui.forms.records import Line, RecordsCard
from kimdesk.ui.forms.records_presenter import RecordsPresenter, connect
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.family_network.presenter import CONTACT, NetworkPresenter
from kimdesk.ui.screens.family_network.view import NetworkView
from kimdesk.ui.shell.directory import partner_choices
from kimdesk.ui.shell.family_rows import call_name
from kimdesk.ui.shell.screen import Context, Screen

FIELDS: tuple[Line, ...] = ("name", ("sector", "horizon"), ("person", "partner"), "note")


def build(context: Context, record: str) -> Screen:
    """Return the network map of the case with this id (hex)."""
    desk, case = context.desk, RecordId(bytes.fromhex(record))
    form = FormContext(reference=desk.reference, today=desk.today, language=language(), port=context.port)
    card = RecordsCard(
        QCoreApplication.translate("Network", "Menschen und Stellen"),
        RECORDS[CONTACT],
        FIELDS,
        form,
        empty=QCoreApplication.translate("Network", "Noch niemand eingetragen. Vorname, Rolle oder Stelle genügt."),
    )
    view = NetworkView(card)
    presenter = NetworkPresenter(context, case, view, form.language)

    def choices() -> dict[str, tuple[tuple[str, str], ...]]:
        found = family.persons(desk, case)
        return {
            "person": tuple((each.id.hex(), call_name(each, found)) for each in found),
            "partner": partner_choices(desk),
        }

    def place(found: Record) -> str:
        assert isinstance(found, NetworkContact)
        sector = desk.reference.label("network_sector", found.sector, form.language)
        horizon = desk.reference.label("network_horizon", found.horizon, form.language)
        return f"{sector} · {horizon}"

    contacts = RecordsPresenter(
        context,
        RECORDS[CONTACT],
        card,
        case=case,
        lang=form.language,
        choices=choices,
        given=presenter.given,
        line=_name,
        detail=place,
        rank=_rank,
    )
    presenter.attach(contacts)
    connect(card, contacts)
    card.add_asked.disconnect(contacts.add)
    card.add_asked.connect(presenter.begin)
    _connect(view, presenter)
    view.print_button.clicked.connect(lambda: _print(context, view, case))
    return Screen("family_network", view, presenter, family=True)


def _name(record: Record) -> str:
    assert isinstance(record, NetworkContact)
    return record.name


def _rank(record: Record) -> int:
    """Return where somebody stands in the list: by sector, and the nearest first."""
    assert isinstance(record, NetworkContact)
    sector = SECTORS.index(record.sector) if record.sector in SECTORS else len(SECTORS)
    horizon = HORIZONS.index(record.horizon) if record.horizon in HORIZONS else len(HORIZONS)
    return sector * (len(HORIZONS) + 1) + horizon


def _connect(view: NetworkView, presenter: NetworkPresenter) -> None:
    view.contacts.open_asked.connect(view.mark)
    view.map.drawing.element_opened.connect(presenter.open)
    view.map.drawing.element_moved.connect(presenter.move)
    view.map.drawing.ground_opened.connect(presenter.begin_at)
    view.map.redraw_asked.connect(presenter.draw)
    view.ties.wanted.connect(presenter.tie)
    view.ties.unwanted.connect(presenter.untie)
    view.ties.restore_asked.connect(presenter.tie_again)


def _print(context: Context, view: NetworkView, case: RecordId) -> None:
    """Ask for whom the map is printed, after everything typed was settled."""
    view.settle()
    open_print(view, context, PrintJob(what="network", case=case))
