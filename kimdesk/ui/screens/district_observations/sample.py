"""The district's observations for the gallery: no vault behind them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from kimdesk.ui import i18n
from kimdesk.ui.screens.district_observations.gateway import together
from kimdesk.ui.screens.district_observations.presenter import ObservationsPresenter
from kimdesk.ui.screens.district_observations.state import Filter, Group, Observed
from kimdesk.ui.screens.district_observations.view import ObservationsView
from kimdesk.ui.shell.screen import Context, Screen

_SEEN = (
    Observed(day=dt.date(2026, 6, 10), topic="language", actor="jobcenter", frequency="often",
             text="EU-Bürgerinnen mit Kleinkind finden keinen Kurs mit Kinderbetreuung.",
             proposal="Ein Kurs am Vormittag neben einer Kita, auch ohne Berechtigungsschein."),
    Observed(day=dt.date(2026, 9, 2), topic="language", actor="jobcenter", frequency="often",
             text="Wer zwischen zwei Rechtskreisen wechselt, wartet bis zu vier Monate auf die nächste Zusage."),
    Observed(day=dt.date(2026, 10, 21), topic="language", actor="jobcenter", frequency="sometimes",
             text="Absagen kommen nur auf Deutsch und ohne Ansprechperson."),
    Observed(day=dt.date(2026, 10, 28), topic="language", actor="jobcenter", frequency="sometimes",
             text="Fahrtkosten zum Kurs in der Nachbarstadt werden erst nachträglich erstattet."),
    Observed(day=dt.date(2026, 8, 19), topic="residence", actor="immigration_office", frequency="often",
             text="Termine gibt es nur über das Internet, Bestätigungen nur per E-Mail.",
             proposal="Ein Nachmittag in der Woche ohne Termin."),
    Observed(day=dt.date(2026, 11, 4), topic="residence", actor="immigration_office", frequency="often",
             text="Fiktionsbescheinigungen laufen ab, bevor der nächste Termin frei ist."),
    Observed(day=dt.date(2026, 11, 11), topic="housing", text="Für Familien mit fünf Kindern gibt es keine Wohnung."),
)  # fmt: skip


class Show:
    """A gateway with invented observations."""

    def __init__(self, seen: tuple[Observed, ...]) -> None:
        self._seen = seen

    def load(self) -> tuple[Observed, ...]:
        """Return them."""
        return self._seen

    def together(self, observed: Sequence[Observed]) -> tuple[Group, ...]:
        """Put them together."""
        return together(observed)


def make(context: Context, state: str) -> Screen:
    """Return the observations in one of their states: all, filter, nothing, empty."""
    view = ObservationsView(context.desk.reference, i18n.language(), context.desk.today)
    presenter = ObservationsPresenter(Show(() if state == "empty" else _SEEN), context.runner, view)
    view.attach(presenter)
    presenter.opened()
    if state == "filter":
        presenter.narrow(Filter(topic="residence"))
    elif state == "nothing":
        presenter.narrow(Filter(text="zzyzx"))
    return Screen("district_observations", view, presenter)
