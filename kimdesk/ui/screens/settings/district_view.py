"""The part of an office's or a provider's settings about its district: places to choose from, from a file."""

from __future__ import annotations

from pathlib import Path

from kimdesk.domain.changes import Changes
from kimdesk.office import places
from kimdesk.office.places import District
from kimdesk.ui.screens.settings.around import Around
from kimdesk.ui.screens.settings.frame import PartPage
from kimdesk.ui.screens.settings.provider_view import DistrictCard
from kimdesk.ui.shell.screen import Screen

NAMES = Changes(kinds=frozenset({"post"}))
"""What another district changes for other screens: the places at which desks are."""


class DistrictPage(PartPage):
    """The card."""

    def __init__(self) -> None:
        self.district = DistrictCard()
        super().__init__(self.district)

    def say_loaded(self, name: str) -> None:
        """Say which district is in force now."""
        self.strip.say(self.tr("Es gilt: {name}").format(name=name), tone="green")


class DistrictPresenter:
    """Listens to the part."""

    def __init__(self, around: Around, page: DistrictPage) -> None:
        self._around, self._page = around, page

    def opened(self) -> None:
        """Show what is in force."""
        vault = self._around.desk
        self._page.district.show_district(places.current(vault), own=places.is_own(vault))

    def load(self, path: Path) -> None:
        """Take a file."""
        vault = self._around.desk
        self._around.runner.run(lambda _steps: places.load(vault, path), self._loaded, failed=self._page.fail)

    def _loaded(self, found: District) -> None:
        self.opened()
        self._around.tell(NAMES)
        self._page.say_loaded(found.name)

    def restore(self) -> None:
        """Return to the district that is shipped."""
        vault = self._around.desk

        def back(_steps: object) -> District:
            places.restore_default(vault)
            return places.current(vault)

        self._around.runner.run(back, self._loaded, failed=self._page.fail)

    def save_template(self, path: Path) -> None:
        """Write the file to fill in."""
        self._around.runner.run(
            lambda _steps: places.save_template(path), lambda _none: None, failed=self._page.fail, lane="side"
        )


def build_district(around: Around) -> Screen:
    """Return the part about the district."""
    page = DistrictPage()
    presenter = DistrictPresenter(around, page)
    page.district.load_wanted.connect(presenter.load)
    page.district.template_wanted.connect(presenter.save_template)
    page.district.default_wanted.connect(presenter.restore)
    return Screen("settings_district", page, presenter)
