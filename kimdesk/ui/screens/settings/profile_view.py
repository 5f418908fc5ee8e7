"""The part of the settings about who works here and for whom; the papers name it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import get_args

from PySide6.QtCore import Signal

from kimdesk.casework.desk import Desk, Profile
from kimdesk.domain.changes import Changes
from kimdesk.domain.views.documents import PlanTitle
from kimdesk.ui.screens.settings.frame import PartPage
from kimdesk.ui.screens.settings.text_fields import Line, TextFields
from kimdesk.ui.shell.family_parts import Columns, compact
from kimdesk.ui.shell.screen import Context, Screen
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.labels import FieldLabel, Paragraph
from kimdesk.ui.widgets.surfaces import Card, column, rule

PROFILE = Changes(kinds=frozenset({"profile"}))
"""What a changed profile changes for the window."""
TITLES: tuple[PlanTitle, ...] = get_args(PlanTitle)


class ProfilePage(PartPage):
    """Shows the profile, tells what is typed and chosen."""

    title_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.person = Card(self.tr("Sie und Ihr Träger"))
        self.protection = Card(self.tr("Für das Informationsblatt"))
        for card in (self.person, self.protection):
            compact(card)
        self.who = TextFields(
            (
                Line("name", self.tr("Ihr Name")),
                Line("provider", self.tr("Träger")),
                Line("place", self.tr("Ort")),
                Line("phone", self.tr("Telefon"), 1, self.tr("Steht auf Plan, Blättern und Briefen")),
                Line("address", self.tr("Anschrift des Trägers"), 2),
            )
        )
        self.legal = TextFields(
            (
                Line("officer", self.tr("Datenschutzbeauftragte Person")),
                Line("officer_contact", self.tr("Wie sie zu erreichen ist")),
                Line("authority", self.tr("Aufsichtsbehörde")),
                Line("office", self.tr("Koordinierungsstelle")),
            )
        )
        words = {
            "support_plan": self.tr("Unterstützungsplan"),
            "help_plan": self.tr("Hilfeplan"),
            "integration_plan": self.tr("Integrationsplan"),
        }
        self.title = CodeCombo(
            self.tr("So heißt der gedruckte Plan"), [Option(each, words.get(each, each)) for each in TITLES]
        )
        self.title.removeItem(0)
        self.title.chosen.connect(self.title_chosen)
        why = Paragraph(self.tr("Alles wird beim Tippen gespeichert und bleibt im Tresor."), "small")
        named = column(FieldLabel(self.title.accessibleName(), self.title), self.title, spacing=4)
        self.person.add(rule(), why, self.who, 6, named)
        art = Paragraph(self.tr("Das Informationsblatt nach Art. 13 DSGVO nennt sie."), "small")
        self.protection.add(rule(), art, self.legal)
        columns = Columns((1, 1), narrowest=300)
        for box, card in zip(columns.boxes, (self.person, self.protection), strict=True):
            box.addWidget(card)
            box.addStretch(1)
        self.box.insertWidget(1, columns)

    def show_profile(self, profile: Profile) -> None:
        """Show what is kept."""
        texts = {key: str(value) for key, value in asdict(profile).items()}
        self.who.set_texts(texts)
        self.legal.set_texts(texts)
        self.title.set_code(profile.plan_title)


class ProfilePresenter:
    """Keeps what is typed."""

    def __init__(self, context: Context, page: ProfilePage) -> None:
        self._context = context
        self._desk: Desk = context.desk
        self._page = page
        for fields in (page.who, page.legal):
            fields.changed.connect(self.write)
        page.title_chosen.connect(self.name_plan)

    def opened(self) -> None:
        """Show what is kept."""
        self._page.show_profile(self._desk.profile)

    def leave(self) -> None:
        """Keep what was typed just now."""
        self._page.who.settle()
        self._page.legal.settle()

    def write(self, texts: Mapping[str, str]) -> None:
        """Keep what was typed."""
        now = asdict(self._desk.profile)
        self._keep(Profile(**{**now, **{key: text.strip() for key, text in texts.items()}}))

    def name_plan(self, title: str) -> None:
        """Let the printed plan be called so."""
        chosen = next(each for each in TITLES if each == title)
        self._keep(replace(self._desk.profile, plan_title=chosen))

    def _keep(self, profile: Profile) -> None:
        def kept(_none: None) -> None:
            self._context.saved(self._context.clock.now_ms())
            self._context.tell(PROFILE)

        self._context.runner.run(lambda _steps: self._desk.save_profile(profile), kept, failed=self._page.fail)


def build_profile(context: Context) -> Screen:
    """Return the part about who works here."""
    page = ProfilePage()
    return Screen("settings_profile", page, ProfilePresenter(context, page))
