"""The genogram on the page of persons: drawn beside the window, moved by hand, a relative added."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from kimdesk.base.errors import KimError, Lang
from kimdesk.base.ids import RecordId
from kimdesk.casework import pictures
from kimdesk.casework.pictures import Relative
from kimdesk.domain.changes import Changes
from kimdesk.domain.views.pictures import GenogramPerson, GenogramView
from kimdesk.drawings.genogram.draw import draw_genogram
from kimdesk.drawings.picture import Picture
from kimdesk.drawings.svg import prepared
from kimdesk.ui import privacy
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.widgets.picture import stand_in_style


class View(Protocol):
    """What the presenter needs of the pane."""

    def show_picture(self, picture: Picture, *, moved: bool) -> None:
        """Show the tree; `moved` where somebody was moved by hand."""
        ...

    def clear_relative(self) -> None:
        """Empty the fields of a new relative: it is stored."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class GenogramPresenter:
    """Draws only while the genogram is shown."""

    def __init__(self, context: Context, case: RecordId, view: View, lang: Lang) -> None:
        self._context, self._case, self._view, self._lang = context, case, view, lang
        self._shown = False

    def show(self, *, shown: bool) -> None:
        """Begin or end showing the genogram."""
        self._shown = shown
        self.draw()

    def refresh(self, changes: Changes) -> None:
        """Draw anew what changed in this family."""
        if self._case in changes.cases and changes.touches("person", "relation"):
            self.draw()

    def draw(self) -> None:
        """Draw the tree beside the window."""
        if not self._shown:
            return
        desk, case, lang = self._context.desk, self._case, self._lang
        self._context.runner.run(
            lambda _steps: _drawn(pictures.genogram(desk, case, lang)),
            lambda made: self._view.show_picture(made[0], moved=made[1]),
            failed=self._view.fail,
            lane="query",
        )

    def move(self, key: str, dx: int, dy: int) -> None:
        """Move somebody by steps; that stays until it is taken back."""
        self._do(lambda: pictures.move_person(self._context.desk, key, dx, dy))

    def place_again(self) -> None:
        """Let everybody stand where the layout puts them."""
        self._do(lambda: pictures.place_all_again(self._context.desk, self._case))

    def add(self, relative: Relative) -> None:
        """Add a relative outside the household."""
        self._do(lambda: pictures.add_relative(self._context.desk, self._case, relative), self._view.clear_relative)

    def _do(self, work: Callable[[], Changes], then: Callable[[], None] = lambda: None) -> None:
        def told(changes: Changes) -> None:
            self._context.tell(changes)
            then()

        self._context.runner.run(lambda _steps: work(), told, failed=self._view.fail)


def _drawn(view: GenogramView) -> tuple[Picture, bool]:
    """Return the picture, ready to be painted, with the names as they may be shown now; and whether anybody moved."""
    shown = replace(view, persons=tuple(_masked(each) for each in view.persons))
    picture = draw_genogram(shown, stand_in_style())
    prepared(picture)
    return picture, any(each.dx or each.dy for each in view.persons)


def _masked(person: GenogramPerson) -> GenogramPerson:
    given, family = privacy.mask(person.given_name or ""), privacy.mask(person.family_name or "")
    return replace(person, given_name=given or None, family_name=family or None)
