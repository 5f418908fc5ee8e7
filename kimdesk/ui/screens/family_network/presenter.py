"""Fills the page of the network map; moves somebody, connects two, begins somebody at a place of the map."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

from kimdesk.base.errors import KimError, Lang
from kimdesk.base.ids import RecordId, from_hex
from kimdesk.casework import family, pictures
from kimdesk.domain.changes import Changes
from kimdesk.domain.declare import Code
from kimdesk.domain.records import NetworkContact, NetworkTie
from kimdesk.domain.values import Value
from kimdesk.domain.views.pictures import NetworkView
from kimdesk.drawings.network.draw import draw_network
from kimdesk.drawings.network.moves import cell_at, moved_contact
from kimdesk.drawings.picture import Picture
from kimdesk.drawings.svg import prepared
from kimdesk.ui import privacy
from kimdesk.ui.forms.records_presenter import RecordsPresenter
from kimdesk.ui.screens.family_network.state import TieItem, TiesState
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.widgets.picture import stand_in_style

CONTACT, TIE = "network_contact", "network_tie"


class View(Protocol):
    """What the presenter needs of the page."""

    def show_picture(self, picture: Picture) -> None:
        """Show the map."""
        ...

    def show_ties(self, state: TiesState) -> None:
        """Show who knows whom."""
        ...

    def say_removed(self, key: str, line: str) -> None:
        """Say which tie was removed."""
        ...

    def mark(self, key: str) -> None:
        """Choose somebody on the map."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...

    def settle(self) -> None:
        """Turn what was typed into changes."""
        ...


class NetworkPresenter:
    """Listens to the page and to what changes in the vault."""

    def __init__(self, context: Context, case: RecordId, view: View, lang: Lang) -> None:
        self._context, self._case, self._view, self._lang = context, case, view, lang
        self._drawn: NetworkView | None = None
        self._cell: tuple[str, str] | None = None
        self._list: RecordsPresenter | None = None

    def attach(self, contacts: RecordsPresenter) -> None:
        """Take the presenter of the list; once."""
        self._list = contacts

    def opened(self) -> None:
        """Show the page."""
        if self._list is not None:
            self._list.show()
        self._show_ties()
        self.draw()

    def refresh(self, changes: Changes) -> None:
        """Show what changed in this family."""
        if self._case in changes.cases and changes.touches(CONTACT, TIE, "person"):
            self.opened()

    def leave(self) -> None:
        """Turn what was typed into changes."""
        self._view.settle()

    def draw(self) -> None:
        """Draw the map beside the window."""
        desk, case, lang = self._context.desk, self._case, self._lang

        def drawn(made: tuple[NetworkView, Picture]) -> None:
            self._drawn = made[0]
            self._view.show_picture(made[1])

        row = family.header(desk, case).row
        self._context.runner.run(
            lambda _steps: _drawn(pictures.network(desk, case, row.label or row.case_number, lang)),
            drawn,
            failed=self._view.fail,
            lane="query",
        )

    def given(self) -> Mapping[str, Value]:
        """Return what somebody begun at a place of the map already has."""
        if self._cell is None:
            return {}
        sector, horizon = self._cell
        return {"sector": Code(sector), "horizon": Code(horizon)}

    # events ---------------------------------------------------------------

    def open(self, key: str) -> None:
        """Open somebody of the map as a form."""
        if self._list is not None:
            self._list.open(key)

    def begin(self) -> None:
        """Begin somebody without a place."""
        self._cell = None
        if self._list is not None:
            self._list.add()

    def begin_at(self, x: float, y: float) -> None:
        """Begin somebody at a place of the map, in points of the picture; outside of the circles nobody."""
        drawn, style = self._drawn, stand_in_style()
        if drawn is None:
            return
        self._context.runner.run(
            lambda _steps: cell_at(drawn, style, x, y), self._begin_in, failed=self._view.fail, lane="query"
        )

    def _begin_in(self, cell: tuple[str, str] | None) -> None:
        if cell is not None and self._list is not None:
            self._cell = cell
            self._list.add()

    def move(self, key: str, dx: int, dy: int) -> None:
        """Put somebody into another place or cell."""
        desk, drawn, style = self._context.desk, self._drawn, stand_in_style()

        def work() -> Changes:
            moved = moved_contact(drawn, style, key, dx, dy) if drawn is not None else None
            return pictures.move_contact(desk, moved) if moved is not None else Changes()

        self._do(work)

    def tie(self, one: str, other: str) -> None:
        """Record that two know each other; twice is once."""
        desk, case = self._context.desk, self._case
        self._do(lambda: pictures.tie_contacts(desk, case, from_hex(one), from_hex(other)))

    def untie(self, key: str, line: str) -> None:
        """Take a tie away."""
        desk = self._context.desk
        self._do(lambda: family.delete(desk, TIE, from_hex(key)), lambda: self._view.say_removed(key, line))

    def tie_again(self, key: str) -> None:
        """Bring back a tie that was removed."""
        desk = self._context.desk
        self._do(lambda: family.restore(desk, TIE, from_hex(key)))

    def _do(self, work: Callable[[], Changes], then: Callable[[], None] = lambda: None) -> None:
        def told(changes: Changes) -> None:
            self._context.tell(changes)
            then()

        self._context.runner.run(lambda _steps: work(), told, failed=self._view.fail)

    def _show_ties(self) -> None:
        page = self._context.desk.page
        names = {each.id: each.name for each in page.of_case(NetworkContact, self._case)}
        ties = [each for each in page.of_case(NetworkTie, self._case) if {each.one, each.other} <= set(names)]
        self._view.show_ties(
            TiesState(
                items=tuple(TieItem(each.id.hex(), names[each.one], names[each.other]) for each in ties),
                people=tuple((each.hex(), name) for each, name in names.items()),
            )
        )


def _drawn(view: NetworkView) -> tuple[NetworkView, Picture]:
    """Return what is drawn, with the names as they may be shown now, and the picture, ready to be painted."""
    contacts = tuple(replace(each, name=privacy.mask(each.name)) for each in view.contacts)
    shown = replace(view, anchor=privacy.mask(view.anchor), contacts=contacts)
    picture = draw_network(shown, stand_in_style())
    prepared(picture)
    return shown, picture
