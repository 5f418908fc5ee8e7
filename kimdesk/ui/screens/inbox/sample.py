"""The inbox for the gallery: no vault behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from kimdesk.base.errors import Untrusted
from kimdesk.base.progress import Progress
from kimdesk.ui.screens.inbox.presenter import InboxPresenter
from kimdesk.ui.screens.inbox.state import Contents, InboxState, Lack, Refused, Result
from kimdesk.ui.screens.inbox.view import InboxView
from kimdesk.ui.shell.screen import Context, Screen

RESULTS = (
    Result(outcome="new", name="kim-1.kimb", label="Laptop 3", seq=14, items=6),
    Result(outcome="replay", name="kim-2.kimb", label="Laptop Rathaus", seq=9),
    Result(outcome="missing", name="kim-3.kimb", label="Laptop Greven", seq=7, items=5, missing=(5, 6)),
    Result(outcome="partly", name="kim-4.kimb", label="Laptop 2", seq=3, items=3, reasons=("office.small_cells",)),
    Result(outcome="refused", name="kim-5.kimb", problem=Untrusted("bundle.revoked_sender", partner="Laptop 1")),
    Result(outcome="refused", name="IMG_2044.jpg", problem=Untrusted("office.not_a_bundle")),
)


def _contents(today: dt.date) -> Contents:
    week = dt.timedelta(days=7)
    return Contents(
        devices=17,
        lacks=(
            Lack(label="Laptop Greven", missing=(5, 6), last=today),
            Lack(label="Laptop Rathaus", weeks=9, last=today - 9 * week),
            Lack(label="Laptop Neu", weeks=7),
        ),
        refused=(
            Refused(n=2, day=today, code="bundle.revoked_sender", params={"partner": "Laptop 1"}, kept=True),
            Refused(n=1, day=today - week, code="bundle.altered", params={}, kept=False),
        ),
    )


class Show:
    """A gateway that takes nothing in."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents

    def load(self) -> Contents:
        """Return what is missing."""
        return self._contents

    def files(self, paths: Sequence[Path]) -> tuple[Path, ...]:
        """Return the files."""
        return tuple(paths)

    def judge(self, path: Path, progress: Progress) -> Result:  # noqa: ARG002 - as the Protocol names them
        """Refuse."""
        return RESULTS[-1]

    def retry(self, n: int, progress: Progress) -> Result:  # noqa: ARG002 - as above
        """Refuse."""
        return RESULTS[-2]

    def dismiss(self, n: int) -> None:
        """Do nothing."""


def make(context: Context, state: str) -> Screen:
    """Return the inbox in one of its states: empty, results, working."""
    view = InboxView()
    contents = Contents(devices=17) if state == "empty" else _contents(context.desk.today)
    presenter = InboxPresenter(Show(contents), context.runner, view, tell=lambda: None)
    view.attach(presenter)
    presenter.opened()
    if state == "results":
        view.show_state(InboxState(results=RESULTS, contents=contents, loaded=True))
    elif state == "working":
        view.show_state(
            InboxState(busy=True, done=2, total=6, share=0.4, results=RESULTS[:2], contents=contents, loaded=True)
        )
    return Screen("inbox", view, None)
