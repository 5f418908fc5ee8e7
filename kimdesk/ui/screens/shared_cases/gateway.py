"""What shared cases need of the office's use cases."""

from __future__ import annotations

from kimdesk.base.errors import Lang
from kimdesk.office import shared
from kimdesk.office.office import Office
from kimdesk.office.shared import SharedCase
from kimdesk.ui.screens.shared_cases.state import CaseRow, Listed, Part, Withdrawn


class OfficeGateway:
    """The shared cases of an open office."""

    def __init__(self, office: Office, lang: Lang) -> None:
        self._office = office
        self._lang: Lang = lang

    def cases(self) -> tuple[CaseRow, ...]:
        """Return the shared cases."""
        return tuple(self._row(each) for each in shared.shared_cases(self._office))

    def _row(self, case: SharedCase) -> CaseRow:
        return CaseRow(
            key=_key(case),
            label=case.label,
            case_number=case.case_number,
            desk=case.desk,
            purpose=self._office.reference.label("purpose", case.purpose, self._lang),
            until=case.until,
        )

    def parts(self, key: str) -> tuple[Part, ...]:
        """Return one case as people read it."""
        found = next((each for each in shared.shared_cases(self._office) if _key(each) == key), None)
        if found is None:
            return ()
        return tuple(
            Part(
                kind=each.kind, records=tuple(tuple((one.field, one.value) for one in lines) for lines in each.records)
            )
            for each in shared.sections(self._office, found, self._lang)
        )

    def withdrawn(self) -> tuple[Withdrawn, ...]:
        """Return the withdrawals carried out."""
        return tuple(
            Withdrawn(desk=each.desk, on=each.on, done=each.done, deleted=each.deleted)
            for each in shared.withdrawals(self._office)
        )

    def listed(self) -> tuple[tuple[Listed, ...], bool]:
        """Return the cases without names, and whether there are too few devices behind them to show any."""
        found = shared.case_list(self._office)
        rows = tuple(
            Listed(
                mark=each.mark,
                phase=each.phase,
                since=each.since,
                closed=each.closed,
                persons=each.persons,
                domains=each.domains,
            )
            for each in found.cases
        )
        return rows, found.too_few


def _key(case: SharedCase) -> str:
    return f"{case.case.hex()}/{case.desk}"
