"""How the exchange says periods, contents, states and what is shared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QLocale, QObject

from kimdesk.base.clock import day_of
from kimdesk.base.errors import KimError, Lang, error_table, explain
from kimdesk.casework.exchange import Change, CoveredBy, Period, SentBundle, SentItem, SharedPart, SharedValue
from kimdesk.domain.declare import Registry
from kimdesk.domain.figures import FIGURES, REST, TOTAL, Table
from kimdesk.domain.reference import Reference
from kimdesk.domain.values import show, show_partial
from kimdesk.domain.wire import SPLITS
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.exchange.state import period_of
from kimdesk.ui.widgets.dates import show_day
from kimdesk.ui.widgets.tags import Tone

_FIGURES = {figure.number: figure for figure in FIGURES}
_COUNTED = ("support_plan", "goal", "measure", "contact", "relation", "housing")


class ExchangeWords(QObject):
    """Words of the language spoken when it was made."""

    def __init__(self, reference: Reference, registry: Registry, today: dt.date) -> None:
        super().__init__()
        self._reference = reference
        self._registry = registry
        self.today = today
        self.lang: Lang = language()

    # periods and figures --------------------------------------------------

    def period(self, period: Period) -> str:
        """Return a period: Oktober 2026, 2025, 01.07. – 30.09.2026."""
        start, end = period.start, period.end
        whole_months = start.day == 1 and (end + dt.timedelta(days=1)).day == 1
        if whole_months and (start.year, start.month) == (end.year, end.month):
            return f"{QLocale().standaloneMonthName(start.month)} {start.year}"
        if whole_months and (start.month, end.month) == (1, 12) and start.year == end.year:
            return str(start.year)
        return f"{start:%d.%m.} – {end:%d.%m.%Y}" if start.year == end.year else f"{show_day(start)} – {show_day(end)}"

    def period_choice(self, key: str) -> str:
        """Return a choice of period with its days."""
        names = {
            "last_month": self.tr("letzter Monat"),
            "this_month": self.tr("dieser Monat bis heute"),
            "last_quarter": self.tr("letztes Quartal"),
            "this_year": self.tr("dieses Jahr bis heute"),
            "last_year": self.tr("letztes Jahr"),
        }
        return f"{self.period(period_of(key, self.today))} ({names[key]})"

    def figure(self, number: str) -> str:
        """Return a figure's name."""
        figure = _FIGURES[number]
        return figure.de if self.lang == "de" else figure.en

    def cells(self, table: Table) -> str:
        """Return a one-way table as a line: 0–2: 5 · 3–5: 7."""
        return " · ".join(f"{self._cell(table.number, name)}: {count}" for name, count in table.cells)

    def _cell(self, number: str, name: str) -> str:
        own = {
            "start": self.tr("am Beginn"),
            "new": self.tr("neu"),
            "closed": self.tr("abgeschlossen"),
            "end": self.tr("am Ende"),
            REST: self.tr("übrige, zusammengefasst"),
            TOTAL: self.tr("zusammen"),
            "unknown": self.tr("unbekannt"),
            "not_recorded": self.tr("nicht erfasst"),
        }
        if name in own:
            return own[name]
        codes = SPLITS[number]
        return self._reference.label(codes, name, self.lang) if codes in self._reference else name

    def figure_counts(self, tables: Iterable[tuple[Period, Table]]) -> str:
        """Return what the figures count, in short: 34 Fälle, 121 Personen, 58 Kontakte."""
        newest = {table.number: table for _, table in tables}
        found = []
        if "F1" in newest:
            found.append(self.tr("%n Fälle", "", dict(newest["F1"].cells).get("end", 0)))
        if "F2" in newest:
            found.append(self.tr("%n Personen", "", newest["F2"].total))
        if "F7" in newest:
            found.append(self.tr("%n Kontakte", "", newest["F7"].total))
        return ", ".join(found)

    # codes ----------------------------------------------------------------

    def purpose(self, code: str) -> str:
        """Return a purpose."""
        return self._reference.label("purpose", code, self.lang)

    def topic(self, code: str) -> str:
        """Return an observation's topic."""
        return self._reference.label("life_domain", code, self.lang)

    def day(self, instant: int) -> str:
        """Return the day of an instant (UTC ms), with the year where it is not this one."""
        day = day_of(instant)
        return f"{day:%d.%m.}" if day.year == self.today.year else show_day(day)

    def whole_day(self, instant: int) -> str:
        """Return the day of an instant (UTC ms) with its year."""
        return show_day(day_of(instant))

    # what is shared -------------------------------------------------------

    def part(self, part: SharedPart) -> str:
        """Return what kinds of data leave: field names of a person, numbers of a family's records."""
        counted = [self._count(kind, part.counts[kind]) for kind in _COUNTED if part.counts.get(kind)]
        single = [each for each in part.values if each.kind not in _COUNTED]
        names = dict.fromkeys(self._field(each) for each in single)
        return ", ".join([*names, *counted])

    def _count(self, kind: str, count: int) -> str:
        words = {
            "support_plan": self.tr("%n Pläne", "", count),
            "goal": self.tr("%n Ziele", "", count),
            "measure": self.tr("%n Maßnahmen", "", count),
            "contact": self.tr("%n Kontakte", "", count),
            "relation": self.tr("%n Beziehungen", "", count),
            "housing": self.tr("%n Wohnungen", "", count),
        }
        return words[kind]

    def _field(self, value: SharedValue) -> str:
        return self._registry[value.kind].field(value.name).label(self.lang)

    def values(self, part: SharedPart) -> str:
        """Return everything that leaves of a part, field by field, a line for each kind of record."""
        lines: dict[str, list[str]] = {}
        for each in part.values:
            kind = self._registry[each.kind]
            said = show(kind.field(each.name), each.value, self._reference, self.lang)
            lines.setdefault(kind.label(self.lang), []).append(f"{self._field(each)}: {said}")
        return "\n".join(f"{kind} – {' · '.join(said)}" for kind, said in lines.items())

    def covered(self, cover: CoveredBy) -> str:
        """Return which consent covers something: Einwilligung von Elena vom 22.04.2026, gültig bis 30.04.2027."""
        if cover.valid_until is not None:
            return self.tr("Einwilligung von {name} vom {day}, gültig bis {until}").format(
                name=cover.person, day=show_day(cover.given_on), until=show_day(cover.valid_until)
            )
        return self.tr("Einwilligung von {name} vom {day}").format(name=cover.person, day=show_day(cover.given_on))

    # against the last bundle ----------------------------------------------

    def change(self, change: Change) -> str:
        """Return how something differs from what was given last."""
        words = {
            "new": self.tr("neu"),
            "changed": self.tr("geändert"),
            "again": self.tr("noch einmal"),
            "same": self.tr("unverändert"),
            "gone": self.tr("wird zurückgenommen"),
        }
        return words[change]

    def changes(self, changes: Mapping[Change, int]) -> str:
        """Return how many records differ how: 3 neu, 1 geändert."""
        order: tuple[Change, ...] = ("new", "changed", "again", "gone")
        return ", ".join(f"{changes[each]} {self.change(each)}" for each in order if changes.get(each))

    # what became of it ----------------------------------------------------

    def bundle_state(self, bundle: SentBundle) -> tuple[str, Tone, str]:
        """Return word, tone and icon of a bundle's state."""
        refused = sum(item.state == "refused" for item in bundle.items)
        if refused:
            return self.tr("%n Punkte abgelehnt", "", refused), "amber", "triangle-alert"
        if bundle.arrived_at is not None:
            return self.tr("angekommen"), "green", "check"
        return self.waiting(), "", ""

    def waiting(self) -> str:
        """Return the state before anything came back."""
        return self.tr("noch keine Eingangsbestätigung")

    def widest_state(self) -> str:
        """Return the longest state there is, for the width of a column."""
        refused = self.tr("%n Punkte abgelehnt", "", 88)
        return max((self.waiting(), f"{refused} MM"), key=len)  # two letters make room for the icon

    def item_state(self, item: SentItem) -> tuple[str, Tone, str]:
        """Return word, tone and icon of an item's state."""
        if item.state == "imported":
            return self.tr("angekommen"), "green", "check"
        if item.state == "refused":
            return self.tr("abgelehnt"), "amber", "triangle-alert"
        return self.waiting(), "", ""

    def because(self, item: SentItem) -> str:
        """Return why an item was refused: abgelehnt, weil …; empty where it was not."""
        if item.state != "refused":
            return ""
        why = error_table().get(item.code or "")
        if why is None:  # an office of a later version
            return self.tr("Den Grund kennt diese Version von KIM Desk nicht.")
        return f"{why[self.lang]['what']} {why[self.lang]['next']}"

    def listed(self, line: Mapping[str, Any]) -> str:
        """Return a line of the case list as people read it."""
        label = self._reference.label
        facts = [
            label("phase", line.get("phase"), self.lang),
            label("access_route", line.get("access_route"), self.lang),
            self.tr("seit {month}").format(month=show_partial(line["since"], self.lang)) if "since" in line else "",
            self.tr("abgeschlossen {month}").format(month=show_partial(line["closed"], self.lang))
            if "closed" in line
            else "",
            ", ".join(label("life_domain", code, self.lang) for code in line.get("domains", ())),
            ", ".join(self._person(band, status) for band, status in line.get("persons", ())),
        ]
        return " · ".join(fact for fact in facts if fact)

    def _person(self, band: str, status: str) -> str:
        born = self.tr("geboren {years}").format(years=band) if band != "unknown" else self.tr("Alter unbekannt")
        known = self._reference.label("residence_status", status, self.lang) if status != "unknown" else ""
        return f"{born} ({known})" if known else born

    def item(self, item: SentItem) -> str:
        """Return what an item is about."""
        if item.contents == "pseudonymised":
            return self.tr("Fallliste: eine Zeile")
        if item.contents == "figures":
            when = self.period(item.period) if item.period is not None else ""
            return self.tr("Zahlen: {figure}, {period}").format(figure=self.figure(item.about), period=when)
        if item.contents == "observations":
            return self.tr("Strukturbeobachtung: {text}").format(text=_shortened(item.about))
        if item.contents == "withdrawals":
            return self.tr("Widerruf: Familie {name}").format(name=item.about or "—")
        return self.tr("Mit Namen: Familie {name}").format(name=item.about or "—")

    def problem(self, error: KimError) -> str:
        """Return a failure as running text."""
        return explain(error, self.lang).sentence()


def _shortened(text: str, most: int = 90) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
