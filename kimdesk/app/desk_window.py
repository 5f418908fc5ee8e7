"""The desk in its window: which screens there are, how one gets from one to another, undo, news of writes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from kimdesk.app.incident import FromVault
from kimdesk.base.clock import Clock
from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId, from_hex
from kimdesk.casework import backups, course, editing, family, outside, visits
from kimdesk.casework.backups import BackupState
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Changes
from kimdesk.domain.declare import Code
from kimdesk.domain.protection import is_protected
from kimdesk.ui import actions
from kimdesk.ui.dialogs.ask import confirm
from kimdesk.ui.dialogs.command import CommandDialog
from kimdesk.ui.dialogs.command_presenter import Command, CommandPresenter, Doing
from kimdesk.ui.dialogs.doors import Door, LaterDialog, ask_door
from kimdesk.ui.dialogs.handover_flow import open_handover, open_take_over
from kimdesk.ui.dialogs.incident import IncidentDialog
from kimdesk.ui.dialogs.memory import remember_in
from kimdesk.ui.dialogs.paper_flow import ask_paper
from kimdesk.ui.dialogs.text_blocks import Where, open_blocks
from kimdesk.ui.forms.port import DeskPort
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.deputyship.build import build as build_deputyship
from kimdesk.ui.screens.exchange.build import build as build_exchange
from kimdesk.ui.screens.families.build import build as build_families
from kimdesk.ui.screens.families.view import FamiliesView
from kimdesk.ui.screens.family_assessment.build import build as build_assessment
from kimdesk.ui.screens.family_consents.build import build as build_consents
from kimdesk.ui.screens.family_contacts.build import build as build_contacts
from kimdesk.ui.screens.family_documents.build import build as build_documents
from kimdesk.ui.screens.family_history.build import build as build_history
from kimdesk.ui.screens.family_linking.build import build as build_linking
from kimdesk.ui.screens.family_network.build import build as build_network
from kimdesk.ui.screens.family_overview.build import build as build_overview
from kimdesk.ui.screens.family_persons.build import build as build_persons
from kimdesk.ui.screens.family_protection.build import build as build_protection
from kimdesk.ui.screens.observations.build import build as build_observations
from kimdesk.ui.screens.partners.build import build as build_partners
from kimdesk.ui.screens.plan.build import build as build_plan
from kimdesk.ui.screens.plan.view import PlanView
from kimdesk.ui.screens.print_list.build import build as build_print_list
from kimdesk.ui.screens.settings.build import build as build_settings
from kimdesk.ui.screens.settings.frame import SettingsFrame
from kimdesk.ui.screens.settings.words import status
from kimdesk.ui.screens.today.build import build as build_today
from kimdesk.ui.screens.turned.build import build as build_turned
from kimdesk.ui.screens.unfinished.build import build as build_unfinished
from kimdesk.ui.screens.visit.build import build as build_visit
from kimdesk.ui.screens.visit.note import VisitNote
from kimdesk.ui.screens.visit_prepare.build import build as build_prepare
from kimdesk.ui.shell import frame
from kimdesk.ui.shell.family import FamilyFrame, Section
from kimdesk.ui.shell.family_head import HeadWords, phase_steps
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.shell.screen import Context, Screen
from kimdesk.ui.shell.window import MainWindow
from kimdesk.ui.tasks import Runner
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.notes import NoteEdit

Build = Callable[[Context, str], Screen]
TABS: dict[str, Build] = {
    "overview": build_overview,
    "persons": build_persons,
    "assessment": build_assessment,
    "network": build_network,
    "plan": build_plan,
    "contacts": build_contacts,
    "linking": build_linking,
    "documents": build_documents,
    "consents": build_consents,
    "history": build_history,
    "protection": build_protection,
}
FAMILY = "family_"
IN_CASELOAD = frozenset({"new_family", "import"})
"""Actions of the caseload that the box offers from everywhere."""
SETTINGS = "settings_"


class DeskWindow(QObject):
    """Composes the main window for one open desk; `rekey_asked` carries the passphrase just proved."""

    rekey_asked = Signal(str)
    look_chosen = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, clock: Clock, *, demo: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._said_undone = False
        self.window = MainWindow(clock, demo=demo)
        self.context = Context(
            clock=clock,
            runner=runner,
            desk=desk,
            port=DeskPort(
                desk,
                runner,
                clock,
                saved=self.window.status.set_saved,
                tell=self.window.broadcast,
                failed=self.window.strip.fail,
            ),
            go=self.go,
            tell=self.window.broadcast,
            saved=self.window.status.set_saved,
            cover=self.window.cover_asked.emit,
            protect=self.window.protection_asked.emit,
            choose_look=self.look_chosen.emit,
            incident=self.show_incident,
            handbook=self.window.handbook_asked.emit,
            rekey=self.rekey_asked.emit,
            remember=remember_in(desk, runner),
        )
        self.window.set_navigation(frame.navigation(), frame.navigation_below())
        self._demo = demo
        self._show_who()
        self.window.register("today", lambda record: build_today(self.context, record))
        self.window.register("families", lambda record: build_families(self.context, record))
        self.window.register("partners", lambda record: build_partners(self.context, record))
        self.window.register("observations", lambda record: build_observations(self.context, record))
        self.window.register("exchange", lambda record: build_exchange(self.context, record))
        self.window.register("family", self._family)
        self.window.register("settings", lambda record: build_settings(self.context, record))
        self.window.register("unfinished", lambda record: build_unfinished(self.context, record))
        self.window.register("visit", lambda record: build_visit(self.context, record))
        self.window.register("visit_prepare", lambda record: build_prepare(self.context, record))
        self.window.register("print_list", lambda record: build_print_list(self.context, record))
        self.window.register("deputyship", lambda record: build_deputyship(self.context, record))
        self.window.register("turned", lambda record: build_turned(self.context, record))
        self.window.command_asked.connect(self.command)
        self.window.incident_asked.connect(lambda: self.show_incident("", ""))
        self.window.undo_asked.connect(self.undo)
        self.window.text_block_asked.connect(self.insert_text_block)
        self.window.redo_asked.connect(self.redo)
        self.window.hand_over_asked.connect(self.hand_over)
        self.window.take_over_asked.connect(self.take_over)
        self.window.changed.connect(self._after)

    def _show_who(self) -> None:
        profile = self._desk.profile
        example = self.tr("Beispiel zum Üben") if self._demo else ""
        who = (example, profile.name, profile.provider, profile.place)
        self.window.status.set_who(" · ".join(part for part in who if part))

    def open_first(self) -> None:
        """Show what needs somebody today."""
        self.go("today", "")
        self._show_backup()
        self._runner.run(lambda _steps: outside.clean(self._desk), lambda _left: None, failed=self.window.strip.fail)

    def stand_in(self) -> None:
        """Go where a colleague's deputy package is opened."""
        self.go("deputyship", "")

    def _after(self, changes: Changes) -> None:
        """Follow a backup, and another name of who works here."""
        if changes.touches("profile"):
            self._show_who()
        if not changes.kinds or changes.touches("post"):
            self._show_backup()

    def show_backup(self, standing: BackupState) -> None:
        """Let the status bar say how the last backup stands."""
        self.window.status.set_backup(status(standing, self._desk.today))

    def _show_backup(self) -> None:
        """Look how the last backup stands; nobody is disturbed where that cannot be seen."""
        self._runner.run(
            lambda _steps: backups.state(self._desk),
            self.show_backup,
            lane="side",
            failed=lambda _error: self.window.status.set_backup(""),
        )

    def go(self, key: str, record: str) -> None:
        """Open a screen, a family's tab ("family_plan"), a part of the settings ("settings_keys"), or a visit."""
        if self._said_undone:
            self._said_undone = False
            self.window.strip.hide()
        if key.startswith(FAMILY):
            self.window.open_screen("family", record)
            shown = self.window.current_screen()
            if shown is not None and isinstance(shown.widget, FamilyFrame):
                shown.widget.open_section(key.removeprefix(FAMILY))
        elif key.startswith(SETTINGS):
            self.window.open_screen("settings")
            shown = self.window.current_screen()
            if shown is not None and isinstance(shown.widget, SettingsFrame):
                shown.widget.open_part(key.removeprefix(SETTINGS))
        else:
            self.window.open_screen(key, record)
        self.window.set_full(full=key in actions.VISIT, bare=key == "turned")

    def command(self) -> None:
        """Open the box that finds and does everything."""
        box = CommandDialog(self.window)
        usable = [Command(id=each, word=actions.text(each), icon=actions.spec(each).icon) for each in self._usable()]
        doing = Doing(act=self._act, visit=self.begin_visit)
        presenter = CommandPresenter(self.context, box, usable, doing)
        box.presenter = presenter
        box.typed.connect(presenter.search)
        box.chosen.connect(presenter.choose)
        presenter.search("")
        box.open()

    def show_incident(self, happened: str, given: str) -> None:
        """Open the sheet for data breaches."""
        IncidentDialog(self.window, FromVault(self._desk, given), self._runner, happened).open()

    def _usable(self) -> list[str]:
        """Return the actions that can be used here and make sense to be named."""
        known = [spec.id for spec in actions.ACTIONS if spec.id not in {"command", "back", "text_block"}]
        here = {each for each in known if each in self.window.actions_ and self.window.actions_[each].isEnabled()}
        return [each for each in known if each in here or each in IN_CASELOAD]

    def _act(self, action: str) -> None:
        """Do an action; what belongs to the caseload is done there."""
        if action not in IN_CASELOAD:
            self.window.actions_[action].trigger()
            return
        self.go("families", "")
        shown = self.window.current_screen()
        if shown is not None and isinstance(shown.widget, FamiliesView):
            shown.widget.do(action)

    def begin_visit(self, case: RecordId) -> None:
        """Ask through which door a visit begins: prepare, write along, enter it afterwards; none where others lead."""
        if self._facts(case.hex()).handed_on is not None:
            self.go("family", case.hex())
            return

        def go(door: Door) -> None:
            if door == "prepare":
                self.go("visit_prepare", case.hex())
            else:
                self._open_visit(lambda: visits.begin(self._desk, case))

        def later(day: dt.date, minutes: int | None, form: Code) -> None:
            self._open_visit(lambda: visits.enter_later(self._desk, case, day, minutes=minutes, form=form))

        def keep(dialog: LaterDialog) -> None:
            self.context.remember(dialog, f"later:{case.hex()}", dialog.kept())

        ask_door(self.window, self._desk.today, self._desk.reference, go=go, later=later, keep=keep)

    def _open_visit(self, begin: Callable[[], RecordId]) -> None:
        self._runner.run(
            lambda _steps: begin(), lambda contact: self.go("visit", contact.hex()), failed=self.window.strip.fail
        )

    def insert_text_block(self) -> None:
        """Offer the text blocks to the note in which the cursor stands."""
        note = QApplication.focusWidget()
        if not isinstance(note, NoteEdit | VisitNote) or note.isReadOnly():
            return
        key, record = self.window.shown
        about = from_hex(record) if record else None
        where = Where(note=note, case=about if key != "visit" else None, contact=about if key == "visit" else None)
        open_blocks(self.window, self.context, where)

    def hand_over(self) -> None:
        """Hand the open family's case over to the next case lead."""
        key, record = self.window.shown
        if key == "family":
            self.window.leave()
            open_handover(
                self.window, self.context, from_hex(record), done=self._handed_over, failed=self.window.strip.fail
            )

    def _handed_over(self, name: str) -> None:
        self.window.strip.say(
            self.tr("Der Fall ist übergeben an {name}.").format(name=name),
            self.tr("Die Datei öffnet nur an diesem einen Schreibtisch. Hier bleibt alles lesbar."),
            tone="green",
        )

    def take_over(self) -> None:
        """Take over a case a colleague hands over."""
        open_take_over(self.window, self.context, failed=self.window.strip.fail)

    def undo(self) -> None:
        """Take back the last step and say of what it was, or say why not."""
        self._step(editing.undo, self._undone)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._step(editing.redo, lambda _changes: self.window.strip.hide())

    def _step(self, step: Callable[[Desk], Changes], say: Callable[[Changes], None]) -> None:
        def done(changes: Changes) -> None:
            self.context.saved(self.context.clock.now_ms())
            self.window.broadcast(changes)
            say(changes)

        self.window.leave()
        self._runner.run(lambda _steps: step(self._desk), done, failed=self.window.strip.fail)

    def _undone(self, changes: Changes) -> None:
        registry, lang = self._desk.services.registry, language()
        told = [registry[name] for name in changes.kinds if not is_protected(registry[name])]
        kinds = sorted(kind.label(lang) for kind in told)
        again = Button(actions.text("redo"), icon="redo-2", kind="quiet")
        again.clicked.connect(self.redo)
        what = self.tr("Der letzte Schritt ist zurückgenommen: {kinds}").format(kinds=", ".join(kinds))
        if not kinds:
            what = self.tr("Der letzte Schritt ist zurückgenommen.")
        self.window.strip.say(what, buttons=(again,))
        self._said_undone = True

    # a family's page ------------------------------------------------------

    def _family(self, record: str) -> Screen:
        words = Words(self._desk.reference, self._desk.today)
        head = HeadWords(words)
        sections = [
            Section(key, frame.tab_word(key), lambda build=build: build(self.context, record))  # type: ignore[misc]
            for key, build in TABS.items()
        ]
        page = FamilyFrame(phase_steps(words), sections)
        presenter = FamilyPresenter(self, record, lambda: page.show_header(head.head(self._facts(record))))
        page.phase_asked.connect(presenter.ask_phase)
        page.visit_asked.connect(presenter.visit)
        page.print_asked.connect(lambda: ask_paper(self.window, self.context, record, self._print_plan))
        presenter.show()
        page.open_section("overview")
        return Screen("family", page, presenter, family=True)

    def _print_plan(self, record: str) -> None:
        """Show the plan and ask for whom it is printed."""
        self.go("family_plan", record)
        shown = self.window.current_screen()
        plan = shown.widget.findChild(PlanView) if shown is not None else None
        if plan is not None:
            plan.paper.print_asked.emit()

    def _facts(self, record: str) -> family.FamilyHeader:
        return family.header(self._desk, from_hex(record))


class FamilyPresenter(QObject):
    """What the head of a family's page does: phase, visit, news."""

    def __init__(self, owner: DeskWindow, record: str, show: Callable[[], None]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._record = record
        self.show = show

    def refresh(self, changes: Changes) -> None:
        """Show the head again where something of this family changed."""
        if from_hex(self._record) in changes.cases:
            try:
                self.show()
            except KimError:
                self._owner.go("families", "")

    def ask_phase(self, phase: str) -> None:
        """Confirm the act and move the case to another phase."""
        desk, runner, window = self._owner.context.desk, self._owner.context.runner, self._owner.window
        word = desk.reference.label("phase", phase, Words(desk.reference, desk.today).lang)

        def move() -> None:
            case = from_hex(self._record)
            runner.run(
                lambda _steps: course.set_phase(desk, case, Code(phase)), window.broadcast, failed=window.strip.fail
            )

        confirm(
            window,
            self.tr("Phase ändern?"),
            self.tr("Die Familie kommt in die Phase „{phase}“. Das steht danach im Verlauf.").format(phase=word),
            yes=self.tr("Phase ändern"),
            act=move,
        )

    def visit(self) -> None:
        """Begin a home visit and open visit mode."""
        self._owner.begin_visit(from_hex(self._record))
