"""The part of the settings about this device: green, amber or red, and what to do about each point."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal

from kimdesk.base.errors import KimError, explain
from kimdesk.casework import device
from kimdesk.casework.device import DeviceCheck, Point
from kimdesk.domain.changes import Changes
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.settings.frame import PartPage
from kimdesk.ui.shell.family_parts import compact
from kimdesk.ui.shell.screen import Screen
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.surfaces import Card, ListRow, clear, column, row, rule
from kimdesk.ui.widgets.tags import Tag
from kimdesk.ui.widgets.tick import Tick

if TYPE_CHECKING:
    from kimdesk.ui.screens.settings.around import Around

POST = Changes(kinds=frozenset({"post"}))
"""What taking note changes for other screens: Heute stops reminding."""


class DevicePage(PartPage):
    """Shows what was found, tells what is said about it."""

    noted = Signal()
    shared_switched = Signal(bool)

    def __init__(self, folder: Path) -> None:
        self.card = Card(self.tr("Dieses Gerät"))
        compact(self.card)
        super().__init__(self.card)
        self._folder = folder
        self.again = Button(self.tr("Noch einmal ansehen"), icon="rotate-ccw")
        self.card.add_to_head(self.again)
        self._rows = column(spacing=2)
        self.shared = Tick(self.tr("Mehrere Personen arbeiten an diesem Gerät unter demselben Konto"))
        self.shared.toggled.connect(self.shared_switched)
        why = Paragraph(
            self.tr(
                "Der Tresor ist überall verschlüsselt. Manche Orte gefährden ihn auf andere Weise: abgeglichene Ordner,"
                " Netzlaufwerke, Sticks, und ein Speicher, den das System offen auslagert."
            ),
            "small",
        )
        self.card.add(rule(), why, self._rows, rule(), self.shared)

    def show_check(self, found: DeviceCheck | None, *, shared: bool = False, reminds: bool = False) -> None:
        """Show every point, the worst first; None while it is being looked at."""
        with QSignalBlocker(self.shared):
            self.shared.setChecked(shared)
        clear(self._rows)
        if found is None:
            self._rows.addWidget(Paragraph(self.tr("wird nachgesehen …"), "dim"))
            return
        self._rows.addWidget(self._light(found))
        for point in found.points:
            self._rows.addWidget(rule())
            self._rows.addWidget(self._row(point))
        if reminds:
            noted = Button(self.tr("Zur Kenntnis genommen"), icon="check")
            noted.clicked.connect(self.noted)
            self._rows.addLayout(row(noted, None))

    def _light(self, found: DeviceCheck) -> ListRow:
        line = ListRow(self.tr("Ort des Tresors"), str(self._folder), icon="laptop")
        return line.add_end(self._tag(found.light))

    def _tag(self, light: str) -> Tag:
        if light == "red":
            return Tag(self.tr("bitte ändern"), "red", icon="circle-alert")
        if light == "amber":
            return Tag(self.tr("bitte ansehen"), "amber", icon="triangle-alert")
        return Tag(self.tr("in Ordnung"), "green", icon="check")

    def _row(self, point: Point) -> ListRow:
        text = explain(KimError(point.code, **dict(point.params)), language())
        line = ListRow(text.what, " ".join(part for part in (text.safe, text.next) if part), icon="info")
        return line.add_end(self._tag(point.light))


class DevicePresenter:
    """Looks at the device whenever the page is opened."""

    def __init__(self, context: Around, page: DevicePage) -> None:
        self._context = context
        self._page = page
        self._found = DeviceCheck(())

    def opened(self) -> None:
        """Look anew; the system may take its time to answer."""
        desk = self._context.desk
        self._context.runner.run(
            lambda _steps: (found := device.check_of(desk), device.shared(desk), device.reminds(desk, found)),
            lambda answer: self._show(*answer),
            failed=self._page.fail,
        )

    def _show(self, found: DeviceCheck, shared: bool, reminds: bool) -> None:  # noqa: FBT001 - an answer in three parts
        self._found = found
        self._page.show_check(found, shared=shared, reminds=reminds)

    def note(self) -> None:
        """Note that what was found has been read."""
        self._run(lambda: device.accept(self._context.desk, self._found))

    def share(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Note whether the account is shared."""
        self._run(lambda: device.set_shared(self._context.desk, on=on))

    def _run(self, act: Callable[[], None]) -> None:
        def done(_none: None) -> None:
            self._context.tell(POST)
            self.opened()

        self._context.runner.run(lambda _steps: act(), done, failed=self._page.fail)


def build_device(context: Around) -> Screen:
    """Return the part about this device."""
    page = DevicePage(context.desk.info.folder)
    presenter = DevicePresenter(context, page)
    page.again.clicked.connect(presenter.opened)
    page.noted.connect(presenter.note)
    page.shared_switched.connect(presenter.share)
    page.show_check(None)
    return Screen("settings_device", page, presenter)
