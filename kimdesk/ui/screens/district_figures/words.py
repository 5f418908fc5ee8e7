"""Periods, figures and their cells in the language spoken now."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, QLocale

from kimdesk.base.errors import Lang
from kimdesk.domain.figures import FIGURES, REST, TOTAL, Figure, Period
from kimdesk.domain.reference import Reference
from kimdesk.domain.views.pictures import Bar, BarsView
from kimdesk.ui.screens.district_figures.state import Shown, Split
from kimdesk.ui.widgets.dates import show_day

_FIGURES = {figure.number: figure for figure in FIGURES}
_CODES = {"F7": "contact_form", "F9": "phase"}


def period_name(period: Period) -> str:
    """Return a period as people say it: Oktober 2026, 3. Quartal 2026, 2026; else its days."""
    start, end, year = period.start, period.end, period.start.year
    after = end + dt.timedelta(days=1)
    whole = start.day == 1 and after.day == 1 and end.year == year
    months = end.month - start.month + 1 if whole else 0
    if months == 1:
        return f"{QLocale().standaloneMonthName(start.month)} {year}"
    if months == 12:
        return str(year)
    if months == 3 and start.month % 3 == 1:
        text = QCoreApplication.translate("DistrictFigures", "{n}. Quartal {year}")
        return text.format(n=end.month // 3, year=year)
    return f"{show_day(start)} – {show_day(end)}"


def figure_of(number: str) -> Figure:
    """Return a figure's declaration."""
    return _FIGURES[number]


def title(figure: Figure, split: Split, lang: Lang) -> str:
    """Return a figure's name, and of a split one what is counted."""
    name = figure.de if lang == "de" else figure.en
    if split == "all" or figure.number != "F1":
        return name
    return QCoreApplication.translate("DistrictFigures", "{figure} am Ende des Zeitraums").format(figure=name)


def cell_name(number: str, code: str, split: Split, reference: Reference, lang: Lang) -> str:
    """Return the name of one cell."""
    merged = {
        REST: QCoreApplication.translate("DistrictFigures", "übrige, zusammengefasst"),
        TOTAL: QCoreApplication.translate("DistrictFigures", "zusammen"),
        "unknown": QCoreApplication.translate("DistrictFigures", "nicht bekannt"),
        "not_recorded": QCoreApplication.translate("DistrictFigures", "nicht erfasst"),
    }
    if code in merged:
        return merged[code]
    if split == "place":
        return reference.label("municipality", code, lang)
    if split == "provider":
        return code
    return _plain_name(number, code, reference, lang)


def _plain_name(number: str, code: str, reference: Reference, lang: Lang) -> str:
    stages = {
        "start": QCoreApplication.translate("DistrictFigures", "am Beginn"),
        "new": QCoreApplication.translate("DistrictFigures", "neu"),
        "closed": QCoreApplication.translate("DistrictFigures", "abgeschlossen"),
        "end": QCoreApplication.translate("DistrictFigures", "am Ende"),
    }
    if number == "F1":
        return stages.get(code, code)
    if number == "F2":
        return QCoreApplication.translate("DistrictFigures", "{band} Jahre").format(band=code)
    return reference.label(_CODES[number], code, lang)


def bars_of(shown: Shown, split: Split, reference: Reference, lang: Lang) -> BarsView:
    """Return a figure as bars, in the order of its table."""
    figure = figure_of(shown.table.number)
    bars = tuple(
        Bar(cell_name(figure.number, code, split, reference, lang), count) for code, count in shown.table.cells
    )
    name = title(figure, split, lang)
    adds_up = figure.number != "F1" or split != "all"
    return BarsView(title=name, unit=name, bars=bars, adds_up=adds_up)
