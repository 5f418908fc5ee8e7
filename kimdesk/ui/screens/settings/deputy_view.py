"""The part of the settings about standing in: who, until when, for how many families, and who opened a package."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kimdesk.base.errors import KimError
from kimdesk.casework import deputies
from kimdesk.casework.deputies import DeputyView
from kimdesk.casework.desk import Desk
from kimdesk.domain.records import VaultEvent
from kimdesk.ui.dialogs.ask import Dialog, confirm
from kimdesk.ui.dialogs.files import ask_files
from kimdesk.ui.dialogs.memory import Kept, kept
from kimdesk.ui.dialogs.passphrase import ask_passphrase
from kimdesk.ui.screens.settings.frame import PartPage, SplitRow
from kimdesk.ui.shell.family_parts import compact
from kimdesk.ui.shell.screen import Context, Screen
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.dates import DateEdit, show_day
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import FieldLabel, Label, Paragraph
from kimdesk.ui.widgets.surfaces import Card, ListRow, clear, column, row, rule
from kimdesk.ui.widgets.tags import Tag

WORDS = 8
USUAL_DAYS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class DeputyState:
    """Who stands in (None for nobody), how many families agreed, and what openings were told of."""

    deputy: DeputyView | None = None
    families: int = 0
    told: tuple[VaultEvent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What naming a deputy asks."""

    request: Path
    words: str
    name: str
    until: dt.date


class NamingDialog(Dialog):
    """Takes the deputy's request file, the words heard, name and last day; `chosen` carries a Naming.

    It stays open until the deputy is named: what was typed is there whatever happens on the way.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None, today: dt.date, read: Callable[[Path], str]) -> None:
        super().__init__(parent, "", width=560)
        self.set_title(
            self.tr("Vertretung benennen"),
            self.tr(
                "Eine Kollegin oder ein Kollege desselben Trägers. Mit jeder Sicherung geht dann ein verschlossenes"
                " Paket mit: Namen, Telefon, Termine und offene Zusagen der Familien, die zugestimmt haben."
            ),
        )
        self._read = read
        self._file: Path | None = None
        self._which = Label(self.tr("noch keine Anmeldung gewählt"), "dim")
        choose = Button(self.tr("Anmeldung wählen …"), icon="folder-open")
        choose.clicked.connect(self._ask)
        self.words = LineEdit(self.tr("Die acht Wörter, wie Sie sie hören"))
        self.name = LineEdit(self.tr("Name"))
        self.until = DateEdit(self.tr("Bis einschließlich"), today)
        self.until.set_day(today + dt.timedelta(days=USUAL_DAYS))
        self.box.addLayout(row(self._which, None, choose))
        for field in (self.words, self.name, self.until):
            self.box.addLayout(column(FieldLabel(field.accessibleName(), field), field, spacing=4))
            field.textChanged.connect(self._check)
        self.add_button(self.tr("Abbrechen"), self.reject)
        self._done = self.add_button(self.tr("Benennen"), self._choose, kind="primary", icon="check")
        self._check()
        choose.setFocus()

    def kept(self) -> dict[str, Kept]:
        """Return the fields whose text outlives the program."""
        return kept(words=self.words, name=self.name, until=self.until)

    def _ask(self) -> None:
        kinds = [self.tr("Anmeldung (*.kimr)")]
        ask_files(self, self.tr("Anmeldung wählen"), kinds, lambda files: self.take(files[0]))

    def take(self, file: Path) -> None:
        """Read a request, or say why it cannot be read."""
        try:
            self._which.setText(self._read(file))
        except KimError as error:
            self.strip.fail(error)
            return
        self._file = file
        self._check()

    def _check(self) -> None:
        heard = len(self.words.text().split()) >= WORDS and bool(self.name.text().strip())
        self._done.setEnabled(self._file is not None and heard and self.until.day() is not None)

    def _choose(self) -> None:
        day = self.until.day()
        if self._file is None or day is None:
            return
        self.chosen.emit(Naming(request=self._file, words=self.words.text(), name=self.name.text(), until=day))


class DeputyPage(PartPage):
    """Shows who stands in and who opened what."""

    naming_asked = Signal()
    standing_in_asked = Signal()
    ending_asked = Signal()

    def __init__(self) -> None:
        self.card = Card(self.tr("Vertretung"))
        self.openings = Card(self.tr("Wer geöffnet hat"))
        for card in (self.card, self.openings):
            compact(card)
        super().__init__(self.card, self.openings)
        self._rows = column(spacing=2)
        self._told = column(spacing=2)
        why = Paragraph(
            self.tr(
                "Wenn Sie ausfallen, sieht die Vertretung das Nötigste der Familien, die dem zugestimmt haben. Sie muss"
                " einen Grund nennen, und Sie erfahren es beim nächsten Öffnen. Die Vertretung endet von selbst."
            ),
            "small",
        )
        self.card.add(rule(), why, self._rows)
        self.openings.add(rule(), self._told)
        stand_in = Button(self.tr("Vertretung öffnen …"), icon="lock-open", kind="quiet")
        stand_in.clicked.connect(self.standing_in_asked)
        self.card.add(rule(), row(Paragraph(self.tr("Sie selbst vertreten jemanden?"), "dim"), stand_in))

    def show_state(self, state: DeputyState | None) -> None:
        """Show everything; None while it is being looked at."""
        clear(self._rows)
        clear(self._told)
        if state is None:
            self._rows.addWidget(Paragraph(self.tr("wird nachgesehen …"), "dim"))
            return
        self._rows.addWidget(self._who(state))
        for at, event in enumerate(state.told):
            if at:
                self._told.addWidget(rule())
            self._told.addWidget(
                ListRow(f"{event.about or '?'}, {show_day(event.date)}", event.reason or "", icon="lock-open")
            )
        if not state.told:
            self._told.addWidget(Paragraph(self.tr("Noch niemand."), "dim"))

    def _who(self, state: DeputyState) -> SplitRow:
        named = state.deputy
        if named is None:
            name = Button(self.tr("Benennen …"), icon="user-plus")
            name.clicked.connect(self.naming_asked)
            line = ListRow(self.tr("Niemand vertritt"), self.tr("Sicherungen nehmen kein Paket mit."), icon="users")
            return SplitRow(line, name)
        end = Button(self.tr("Beenden …"))
        end.setAccessibleName(self.tr("Vertretung beenden"))
        end.clicked.connect(self.ending_asked)
        agreed = self.tr("%n Familien haben zugestimmt", "", state.families)
        line = ListRow(named.name, f"{agreed}\n{named.words}", icon="users")
        tag = Tag(self.tr("bis {day}").format(day=show_day(named.until)), "green", icon="check")
        return SplitRow(line, tag, end)

    def ask_proof(self, context: Context, over: Dialog, act: Callable[[], None]) -> None:
        """Ask for the passphrase, over a dialog, before something of families goes along."""
        why = self.tr("Damit gehen Angaben der Familien, die zugestimmt haben, mit jeder Sicherung mit.")
        ask_passphrase(over, context.desk, context.runner, why=why, go_on=self.tr("Benennen"), act=act)

    def ask_end(self, act: Callable[[], None]) -> None:
        """Ask once before the standing in ends."""
        confirm(
            self,
            self.tr("Vertretung beenden?"),
            self.tr("Die nächste Sicherung nimmt kein Paket mehr mit. Ältere Pakete bleiben bis zu ihrem Tag lesbar."),
            yes=self.tr("Beenden"),
            act=act,
        )

    def say(self, *, named: bool) -> None:
        """Say what was done."""
        if named:
            more = self.tr("Das Paket geht mit der nächsten Sicherung mit.")
            self.strip.say(self.tr("Die Vertretung ist benannt."), more, tone="green")
        else:
            self.strip.say(self.tr("Die Vertretung ist beendet."), tone="green")


class DeputyPresenter:
    """Names and drops a deputy beside the window."""

    def __init__(self, context: Context, page: DeputyPage) -> None:
        self._context = context
        self._desk: Desk = context.desk
        self._page = page
        page.naming_asked.connect(self.ask)
        page.standing_in_asked.connect(lambda: context.go("deputyship", ""))
        page.ending_asked.connect(lambda: page.ask_end(self.end))

    def opened(self) -> None:
        """Look anew."""
        self._context.runner.run(
            lambda _steps: DeputyState(
                deputy=deputies.deputy(self._desk),
                families=len(deputies.preview(self._desk)),
                told=deputies.told(self._desk),
            ),
            self._page.show_state,
            failed=self._page.fail,
            lane="query",
        )

    def ask(self) -> None:
        """Ask who stands in."""
        dialog = NamingDialog(self._page, self._desk.today, deputies.card)
        self._context.remember(dialog, "deputy", dialog.kept())
        dialog.chosen.connect(lambda naming: self._prove(naming, dialog))
        dialog.open()

    def _prove(self, naming: Naming, dialog: NamingDialog) -> None:
        """Ask for the passphrase: from now on something of the families goes along with every backup."""
        self._page.ask_proof(self._context, dialog, lambda: self.name(naming, dialog))

    def name(self, naming: Naming, dialog: NamingDialog) -> None:
        """Name a deputy; the dialog closes with it."""

        def done(_none: None) -> None:
            if isValid(dialog):
                dialog.accept()
            self._told(named=True)

        def failed(error: KimError) -> None:
            (dialog.strip if isValid(dialog) else self._page.strip).fail(error)

        self._context.runner.run(
            lambda _steps: deputies.name_deputy(
                self._desk, naming.request, naming.words, name=naming.name, until=naming.until
            ),
            done,
            failed=failed,
        )

    def end(self) -> None:
        """Name nobody any more."""
        self._context.runner.run(
            lambda _steps: deputies.drop_deputy(self._desk),
            lambda _none: self._told(named=False),
            failed=self._page.fail,
        )

    def _told(self, *, named: bool) -> None:
        self._page.say(named=named)
        self.opened()


def build_deputy(context: Context) -> Screen:
    """Return the part about standing in."""
    page = DeputyPage()
    presenter = DeputyPresenter(context, page)
    page.show_state(None)
    return Screen("settings_deputy", page, presenter)
