"""What needs somebody today: a few statements over the whole caseload, none of which loads a family."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from kimdesk.base.ids import RecordId
from kimdesk.domain.views.agenda import Agenda, AgendaAppointment, AgendaItem, Matter, SilentFamily
from kimdesk.store.engines import Driver

SOON: Final = 7
CONSENT_DAYS: Final = 30
TITLE_DAYS: Final = 90
AGE_DAYS: Final = 30
SILENT_WEEKS: Final = 6
MOST: Final = 200
_OF_AGE = 18

_PROMISES = """
SELECT m.root, m.id, s.label, m.until, m.text FROM measures m JOIN case_summary s ON s.id = m.root
WHERE m.deleted = 0 AND s.active = 1 AND coalesce(m.state, 'open') = 'open' AND m.until <= :soon
  AND NOT EXISTS (SELECT 1 FROM measures later
                  WHERE later.root = m.root AND later.deleted = 0 AND later.carried_from = m.id)
ORDER BY m.until, s.sort_key LIMIT :most"""

_REVIEWS = """
SELECT root, id, label, due, version FROM (
  SELECT p.root, p.id, s.label, s.sort_key, p.version,
    CASE WHEN EXISTS (SELECT 1 FROM plan_reviews r WHERE r.root = p.root AND r.plan = p.id AND r.deleted = 0)
      THEN (SELECT max(r.next_review) FROM plan_reviews r WHERE r.root = p.root AND r.plan = p.id AND r.deleted = 0)
      ELSE p.review_date END AS due
  FROM support_plans p JOIN case_summary s ON s.id = p.root
  WHERE p.deleted = 0 AND s.active = 1
    AND NOT EXISTS (SELECT 1 FROM support_plans later
                    WHERE later.root = p.root AND later.deleted = 0 AND later.version > p.version))
WHERE due <= :soon ORDER BY due, sort_key LIMIT :most"""

_CONSENTS = """
SELECT c.root, c.id, s.label, c.valid_until, c.scope FROM consents c JOIN case_summary s ON s.id = c.root
WHERE c.deleted = 0 AND s.active = 1 AND c.withdrawn_on IS NULL AND c.valid_until BETWEEN :today AND :consents
ORDER BY c.valid_until, s.sort_key LIMIT :most"""

_TITLES = """
SELECT t.root, t.id, s.label, t.valid_until, t.title FROM residence_titles t JOIN case_summary s ON s.id = t.root
WHERE t.deleted = 0 AND s.active = 1 AND t.applied_on IS NULL AND t.valid_until BETWEEN :past AND :titles
  AND NOT EXISTS (SELECT 1 FROM residence_titles later WHERE later.root = t.root AND later.person = t.person
                  AND later.deleted = 0 AND later.valid_until > t.valid_until)
ORDER BY t.valid_until, s.sort_key LIMIT :most"""

_GROWN_UP = """
SELECT p.root, p.id, s.label, p.birth_date, coalesce(p.given_name, p.family_name)
FROM persons p JOIN case_summary s ON s.id = p.root
WHERE p.deleted = 0 AND s.active = 1 AND p.birth_date BETWEEN :born_from AND :born_to AND length(p.birth_date) = 10
ORDER BY p.birth_date, s.sort_key LIMIT :most"""

_AFTERCARE = """
SELECT c.root, c.id, s.label, c.aftercare_on, '' FROM closings c JOIN case_summary s ON s.id = c.root
WHERE c.deleted = 0 AND c.aftercare_on BETWEEN :past AND :soon
  AND NOT EXISTS (SELECT 1 FROM cases h WHERE h.id = c.root AND h.handed_on IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM contacts k WHERE k.root = c.root AND k.deleted = 0 AND k.corrects IS NULL
                  AND k.date >= c.aftercare_on)
ORDER BY c.aftercare_on, s.sort_key LIMIT :most"""

_APPOINTMENTS = """
SELECT root, id, label, municipality, time, title, place, conference FROM (
  SELECT a.root, a.id, s.label, s.place AS municipality, a.time, a.title, a.place, 0 AS conference, s.sort_key
  FROM appointments a JOIN case_summary s ON s.id = a.root
  WHERE a.deleted = 0 AND a.date = :today AND coalesce(a.state, 'planned') = 'planned'
  UNION ALL
  SELECT c.root, c.id, s.label, s.place, c.time, coalesce(c.occasion, ''), c.place, 1, s.sort_key
  FROM case_conferences c JOIN case_summary s ON s.id = c.root WHERE c.deleted = 0 AND c.date = :today)
WHERE NOT EXISTS (SELECT 1 FROM cases h WHERE h.id = root AND h.handed_on IS NOT NULL)
ORDER BY time IS NULL, time, sort_key LIMIT :most"""

_SILENT = """
SELECT id, label, coalesce(last_contact, since) AS day FROM case_summary
WHERE active = 1 AND day IS NOT NULL AND day < :silent ORDER BY day, sort_key LIMIT :most"""

_MATTERS: tuple[tuple[Matter, str], ...] = (
    ("promise", _PROMISES),
    ("title_ends", _TITLES),
    ("plan_review", _REVIEWS),
    ("consent_ends", _CONSENTS),
    ("comes_of_age", _GROWN_UP),
    ("aftercare", _AFTERCARE),
)


@dataclass(frozen=True, slots=True)
class AgendaReader:
    """Reads one day's agenda over a driver."""

    driver: Driver
    today: dt.date

    def read(self) -> Agenda:
        """Return everything for the day, at most 200 lines of a kind, soonest first."""
        items = sorted(self._items(), key=lambda each: (each.day, each.family, each.matter))
        return Agenda(
            appointments=tuple(self._appointments()),
            items=tuple(items),
            silent=tuple(
                SilentFamily(case=RecordId(row[0]), family=row[1], since=_day(row[2])) for row in self._rows(_SILENT)
            ),
        )

    def _items(self) -> Iterator[AgendaItem]:
        for matter, statement in _MATTERS:
            for root, record, family, day, text in self._rows(statement):
                due = _birthday(day) if matter == "comes_of_age" else dt.date.fromisoformat(day)
                yield AgendaItem(
                    matter=matter,
                    case=RecordId(root),
                    record=RecordId(record),
                    family=family,
                    day=due,
                    text=str(text or ""),
                )

    def _appointments(self) -> Iterator[AgendaAppointment]:
        for root, record, family, municipality, time, title, place, conference in self._rows(_APPOINTMENTS):
            yield AgendaAppointment(
                case=RecordId(root),
                record=RecordId(record),
                family=family,
                municipality=municipality,
                time=time or "",
                title=title,
                place=place or "",
                conference=bool(conference),
            )

    def _rows(self, statement: str) -> list[Any]:  # a driver's rows, in the order the statement names
        return list(self.driver.execute(statement, self._parameters()))

    def _parameters(self) -> dict[str, str | int]:
        def away(days: int) -> str:
            return (self.today + dt.timedelta(days=days)).isoformat()

        return {
            "today": self.today.isoformat(),
            "past": away(-TITLE_DAYS),
            "soon": away(SOON),
            "consents": away(CONSENT_DAYS),
            "titles": away(TITLE_DAYS),
            "silent": away(-7 * SILENT_WEEKS),
            "born_from": _years_before(self.today).isoformat(),
            "born_to": _years_before(self.today + dt.timedelta(days=AGE_DAYS)).isoformat(),
            "most": MOST,
        }


def _years_before(day: dt.date) -> dt.date:
    leap = (day.month, day.day) == (2, 29)
    return dt.date(day.year - _OF_AGE, 3, 1) if leap else day.replace(year=day.year - _OF_AGE)


def _birthday(born: str) -> dt.date:
    day = dt.date.fromisoformat(born)
    leap = (day.month, day.day) == (2, 29)
    return dt.date(day.year + _OF_AGE, 3, 1) if leap else day.replace(year=day.year + _OF_AGE)


def _day(stored: str | None) -> dt.date | None:
    return dt.date.fromisoformat(stored) if stored else None
