"""The part of the settings that says what this program is and whose work it stands on."""

from __future__ import annotations

import re
from importlib import metadata

from PySide6.QtCore import Signal

from kimdesk.ui import actions
from kimdesk.ui.screens.settings.around import Around
from kimdesk.ui.screens.settings.frame import PartPage, SplitRow
from kimdesk.ui.shell.family_parts import compact
from kimdesk.ui.shell.screen import Screen
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.surfaces import Card, ListRow, column, rule

PRODUCT = "kimdesk"
DATA = (
    ("Inter", "SIL Open Font License 1.1"),
    ("Noto Sans", "SIL Open Font License 1.1"),
    ("Vazirmatn", "SIL Open Font License 1.1"),
    ("Lucide", "ISC License"),
    ("Unicode CLDR", "Unicode License v3"),
)
"""What is shipped beside the program: fonts, icons, names of languages and countries."""


SILENT = {"sqlcipher3": "zlib License; SQLCipher: BSD-3-Clause"}
"""Licences of libraries whose packages carry the text alone."""


def version() -> str:
    """Return the version that is installed, empty where it runs without being installed."""
    try:
        return metadata.version(PRODUCT)
    except metadata.PackageNotFoundError:
        return ""


def libraries() -> tuple[tuple[str, str, str], ...]:
    """Return name, version and licence of every library the program asks for, as its own package says."""
    try:
        asked = metadata.requires(PRODUCT) or []
    except metadata.PackageNotFoundError:
        return ()
    names = {re.split(r"[ ;<>=!~\[(]", each, maxsplit=1)[0] for each in asked if "extra ==" not in each}
    found = [_about(each) for each in sorted(names, key=str.casefold)]
    return tuple(each for each in found if each is not None)


def _about(name: str) -> tuple[str, str, str] | None:
    try:
        package = metadata.metadata(name).json
    except metadata.PackageNotFoundError:
        return None
    classified = [each.rsplit(" :: ", 1)[-1] for each in package.get("classifier", ()) if each.startswith("License ::")]
    said = package.get("license_expression") or ", ".join(classified) or package.get("license") or SILENT.get(name, "")
    return name, str(package.get("version", "")), next(iter(str(said).splitlines()), "")[:80]


class AboutPage(PartPage):
    """What it is, what it does not do, where one reads on, and the licences; `handbook_asked` for the button."""

    handbook_asked = Signal()

    def __init__(self) -> None:
        self.about = Card(self.tr("Über KIM Desk"))
        self.licences = Card(self.tr("Fremde Arbeit, auf der das Programm steht"))
        for card in (self.about, self.licences):
            compact(card)
        super().__init__(self.about, self.licences)
        what = self.tr("Fallarbeit im Kommunalen Integrationsmanagement, auf dem eigenen Laptop.")
        offline = self.tr("Arbeitet ohne Internet; verbindet sich nie mit dem Internet.")
        self.about.add(rule(), ListRow("KIM Desk", what, icon="info"), ListRow(offline, icon="wifi-off"))
        book = ListRow(
            actions.text("handbook"),
            self.tr("Was geschützt ist und was nicht, was nach einem Verlust zu tun ist, Seite für den Betriebsrat."),
            icon="circle-help",
        )
        self.handbook = Button(self.tr("Handbuch lesen"))
        self.handbook.setToolTip(actions.key_text("handbook"))
        self.handbook.clicked.connect(self.handbook_asked)
        self.about.add(SplitRow(book, self.handbook))
        if installed := version():
            self.about.add(Paragraph(self.tr("Fassung {version}").format(version=installed), "dim"))
        rows = column(spacing=0)
        for name, number, licence in (*libraries(), *((name, "", licence) for name, licence in DATA)):
            rows.addWidget(ListRow(f"{name} {number}".strip(), licence))
        self.licences.add(rule(), rows)


def build_about(context: Around) -> Screen:
    """Return the part about the program."""
    page = AboutPage()
    page.handbook_asked.connect(context.handbook)
    return Screen("settings_about", page)
