"""What the inbox needs of the office's use cases, in one place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kimdesk.base.clock import day_of
from kimdesk.base.progress import Progress
from kimdesk.office import deliveries, inbox
from kimdesk.office.deliveries import QUIET_WEEKS, Delivery
from kimdesk.office.office import Office
from kimdesk.ui.screens.inbox.state import Contents, Lack, Outcome, Refused, Result

BUNDLES = "*.kimb"


class OfficeGateway:
    """The inbox of an open office."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def load(self) -> Contents:
        """Return what is missing and what was refused."""
        found = [each for each in deliveries.overview(self._office) if not each.revoked]
        lacks = (self._lack(each) for each in found)
        refused = tuple(
            Refused(n=each.n, day=day_of(each.at), code=each.code, params=each.params, kept=each.kept is not None)
            for each in inbox.refusals(self._office)
        )
        shown = tuple(each for each in lacks if each.missing or each.weeks >= QUIET_WEEKS)
        return Contents(devices=len(found), lacks=shown, refused=refused)

    def _lack(self, delivery: Delivery) -> Lack:
        last = day_of(delivery.last_at) if delivery.last_at is not None else None
        weeks = delivery.weeks_quiet(self._office.clock.now_ms())
        return Lack(label=delivery.label, missing=delivery.missing, weeks=weeks, last=last)

    def files(self, paths: Sequence[Path]) -> tuple[Path, ...]:
        """Return the files given, and for a folder the bundles in it; a folder without any stands for itself."""
        found: list[Path] = []
        for path in paths:
            inside = sorted(path.glob(BUNDLES)) if path.is_dir() else []
            found += inside or [path]
        return tuple(found)

    def judge(self, path: Path, progress: Progress) -> Result:
        """Take one file in."""
        return _result(inbox.judge(self._office, path, progress))

    def retry(self, n: int, progress: Progress) -> Result:
        """Try a kept bundle again."""
        return _result(inbox.retry(self._office, n, progress))

    def dismiss(self, n: int) -> None:
        """Take a refusal off the list."""
        inbox.dismiss(self._office, n)


def _result(verdict: inbox.Verdict) -> Result:
    imported = verdict.imported
    if imported is None:
        return Result(outcome="refused", name=verdict.name, problem=verdict.problem)
    reasons = tuple(sorted({each.code for each in imported.refused if each.code}))
    outcome: Outcome = "replay" if imported.status == "replay" else "new"
    if outcome == "new" and reasons:
        outcome = "partly"
    elif outcome == "new" and verdict.missing:
        outcome = "missing"
    return Result(
        outcome=outcome,
        name=verdict.name,
        label=imported.label,
        seq=imported.seq,
        items=len(imported.states) - len(imported.refused),
        missing=verdict.missing,
        reasons=reasons,
        clock_suspect=imported.clock_suspect,
    )
