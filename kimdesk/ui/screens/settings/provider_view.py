"""The part of the settings about the provider: the law it is bound by, and the district it works in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal

from kimdesk.casework import district, provider_blocks
from kimdesk.casework.district import District
from kimdesk.domain.block_file import BlockFile
from kimdesk.domain.changes import Changes
from kimdesk.domain.law import REGIMES, Regime, citations
from kimdesk.ui.dialogs.files import ask_files, ask_save
from kimdesk.ui.screens.settings.frame import PartPage
from kimdesk.ui.shell.family_parts import compact
from kimdesk.ui.shell.screen import Screen
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.labels import FieldLabel, Paragraph
from kimdesk.ui.widgets.surfaces import Card, Flow, ListRow, clear, column, rule

if TYPE_CHECKING:
    from kimdesk.ui.shell.screen import Context

NAMES = Changes(kinds=frozenset({"case"}))
"""What another district changes for other screens: names of places."""
KINDS = "TOML (*.toml)"


class LawCard(Card):
    """Asks by which law the provider is bound; the papers cite it."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Datenschutzrecht des Trägers"))
        compact(self)
        words = {
            "dsgvo_dsg_nrw": self.tr("DSGVO und DSG NRW: Kommunen und Kreise"),
            "dsgvo_bdsg": self.tr("DSGVO und BDSG: Vereine und andere freie Träger"),
            "kdg": self.tr("KDG: Caritas und andere katholische Träger"),
            "dsg_ekd": self.tr("DSG-EKD: Diakonie und andere evangelische Träger"),
        }
        self.regime = CodeCombo(self.tr("Welches Recht gilt"), [Option(each, words[each]) for each in REGIMES])
        self.regime.removeItem(0)
        self.regime.chosen.connect(self.chosen)
        self.cited = Paragraph("", "small")
        self.add(rule(), FieldLabel(self.regime.accessibleName(), self.regime), self.regime, self.cited)

    def show_regime(self, regime: Regime) -> None:
        """Show the law in force and what papers cite from it."""
        with QSignalBlocker(self.regime):
            self.regime.set_code(regime)
        found = citations(regime)
        self.cited.set_body(
            self.tr("Papiere nennen: {consent}; {information}; {access}. Aufsicht: {authority}.").format(
                consent=found.consent, information=found.information, access=found.access, authority=found.authority
            )
        )


class DistrictCard(Card):
    """Shows the district in force: its places and youth offices; another one comes from a file."""

    load_wanted = Signal(object)
    template_wanted = Signal(object)
    default_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Bezirk"))
        compact(self)
        why = Paragraph(
            self.tr(
                "Orte und zuständige Jugendämter kommen aus einer Datei, die der Träger ausfüllt und prüft. "
                "Mitgeliefert ist der Kreis Steinfurt ohne Telefonnummern."
            ),
            "small",
        )
        self._rows = column(spacing=2)
        load = Button(self.tr("Datei laden …"), icon="folder-open")
        load.clicked.connect(self._ask_load)
        template = Button(self.tr("Vorlage speichern …"), icon="save")
        template.clicked.connect(self._ask_template)
        self.default = Button(self.tr("Zurück zum Kreis Steinfurt"), icon="rotate-ccw")
        self.default.clicked.connect(self.default_wanted)
        self.add(rule(), why, self._rows, Flow(load, template, self.default))

    def show_district(self, found: District, *, own: bool) -> None:
        """Show a district."""
        clear(self._rows)
        places = self.tr("%n Orte", "", len(found.municipalities)) if found.municipalities else ""
        self._rows.addWidget(ListRow(found.name, places, icon="map-pin"))
        for office in found.youth_offices:
            numbers = " · ".join(part for part in (office.phone, office.out_of_hours, office.address) if part)
            self._rows.addWidget(ListRow(office.name, numbers or self.tr("noch keine Nummer"), icon="phone"))
        self.default.setVisible(own)

    def _ask_load(self) -> None:
        ask_files(self, self.tr("Bezirksdatei laden"), [KINDS], lambda paths: self.load_wanted.emit(paths[0]))

    def _ask_template(self) -> None:
        ask_save(self, self.tr("Vorlage speichern"), "bezirk.toml", KINDS, self.template_wanted.emit)


class BlocksCard(Card):
    """Shows how many text blocks came from the provider, and takes its file."""

    load_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Textbausteine des Trägers"))
        compact(self)
        why = Paragraph(
            self.tr("Der Träger schreibt sie in seinem Tresor und gibt sie als Datei weiter. Ihre eigenen bleiben."),
            "small",
        )
        self._rows = column(spacing=2)
        load = Button(self.tr("Textbausteine laden …"), icon="folder-open")
        load.clicked.connect(self._ask_load)
        self.add(rule(), why, self._rows, Flow(load))

    def show_count(self, count: int) -> None:
        """Show how many there are."""
        clear(self._rows)
        words = self.tr("%n Bausteine vom Träger", "", count) if count else self.tr("noch keine Bausteine vom Träger")
        self._rows.addWidget(ListRow(words, "", icon="quote"))

    def _ask_load(self) -> None:
        ask_files(self, self.tr("Textbausteine laden"), [KINDS], lambda paths: self.load_wanted.emit(paths[0]))


class ProviderPage(PartPage):
    """The cards."""

    def __init__(self) -> None:
        self.law = LawCard()
        self.district = DistrictCard()
        self.blocks = BlocksCard()
        super().__init__(self.law, self.blocks, self.district)

    def say_blocks(self, name: str, count: int) -> None:
        """Say whose blocks were taken."""
        self.strip.say(
            self.tr("%n Textbausteine von {name} sind da.", "", count).format(name=name),
            self.tr("Was der Träger gestrichen hat, ist hier auch gestrichen. Rückgängig geht wie immer."),
            tone="green",
        )

    def say_loaded(self, name: str) -> None:
        """Say which district is in force now."""
        self.strip.say(self.tr("Es gilt: {name}").format(name=name), tone="green")


class ProviderPresenter:
    """Listens to the part."""

    def __init__(self, context: Context, page: ProviderPage) -> None:
        self._context, self._page = context, page

    def opened(self) -> None:
        """Show what is in force."""
        desk = self._context.desk
        self._page.law.show_regime(desk.profile.regime)
        self._page.district.show_district(district.current(desk), own=district.is_own(desk))
        self._page.blocks.show_count(len(provider_blocks.of_provider(desk)))

    def load_blocks(self, path: Path) -> None:
        """Take the provider's text blocks."""

        def loaded(found: tuple[BlockFile, Changes]) -> None:
            file, changes = found
            self.opened()
            self._context.tell(changes)
            self._page.say_blocks(file.provider, len(file.blocks))

        desk = self._context.desk
        self._context.runner.run(lambda _steps: provider_blocks.load(desk, path), loaded, failed=self._page.fail)

    def choose_law(self, regime: str) -> None:
        """Let papers cite another law from now on."""
        desk = self._context.desk
        wanted = next(each for each in REGIMES if each == regime)
        self._context.runner.run(
            lambda _steps: desk.save_profile(replace(desk.profile, regime=wanted)),
            lambda _none: self.opened(),
            failed=self._page.fail,
        )

    def load(self, path: Path) -> None:
        """Take a provider's file."""
        desk = self._context.desk
        self._context.runner.run(lambda _steps: district.load(desk, path), self._loaded, failed=self._page.fail)

    def _loaded(self, found: District) -> None:
        self.opened()
        self._context.tell(NAMES)
        self._page.say_loaded(found.name)

    def restore(self) -> None:
        """Return to the district that is shipped."""
        desk = self._context.desk

        def back(_steps: object) -> District:
            district.restore_default(desk)
            return district.current(desk)

        self._context.runner.run(back, self._loaded, failed=self._page.fail)

    def save_template(self, path: Path) -> None:
        """Write the file to fill in."""
        self._context.runner.run(
            lambda _steps: district.save_template(path), lambda _none: None, failed=self._page.fail, lane="side"
        )


def build_provider(context: Context) -> Screen:
    """Return the part about the provider."""
    page = ProviderPage()
    presenter = ProviderPresenter(context, page)
    page.law.chosen.connect(presenter.choose_law)
    page.district.load_wanted.connect(presenter.load)
    page.district.template_wanted.connect(presenter.save_template)
    page.district.default_wanted.connect(presenter.restore)
    page.blocks.load_wanted.connect(presenter.load_blocks)
    return Screen("settings_provider", page, presenter)
