"""The exchange on the screen: compose, see what leaves, save it, take receipts in, look back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kimdesk.casework.exchange import Candidate, PartnerView
from kimdesk.ui.dialogs.ask import confirm
from kimdesk.ui.dialogs.files import ask_files, ask_save
from kimdesk.ui.dialogs.memory import Remember, forget
from kimdesk.ui.screens.exchange.agreement import AgreementDialog
from kimdesk.ui.screens.exchange.bundles import BundlesPage
from kimdesk.ui.screens.exchange.compose import ComposePage
from kimdesk.ui.screens.exchange.enrol import EnrolPage
from kimdesk.ui.screens.exchange.families import FamiliesDialog
from kimdesk.ui.screens.exchange.leaving import LeavingPage
from kimdesk.ui.screens.exchange.parts import Working
from kimdesk.ui.screens.exchange.state import ExchangeState, Wish
from kimdesk.ui.screens.exchange.words import ExchangeWords
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.drop import FileDrop
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import Page, column

PAGES = ("enrol", "compose", "leaving", "history")
GUTTER = 12
"""Room beside the pages for their scroll bar."""
REQUEST_NAME = "Anfrage.kimr"


class ExchangeView(QWidget):
    """Shows an ExchangeState, tells what is chosen."""

    prepare_asked = Signal()
    save_asked = Signal()
    back_asked = Signal()
    cancel_asked = Signal()
    place_chosen = Signal(object)
    request_placed = Signal(str, object)
    agreement_signed = Signal(object)
    agreement_ended = Signal()
    families_chosen = Signal(str, tuple)
    families_asked = Signal(str)
    files_given = Signal(tuple)
    dismissed = Signal()

    def __init__(self, words: ExchangeWords) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = words
        self._state = ExchangeState()
        self.remember: Remember = forget
        self.title = Label("", "title")
        self._subtitle = Paragraph("", "dim")
        self.back = Button(self.tr("Zurück"), icon="arrow-left")
        self.prepare = Button(self.tr("Paket erstellen"), icon="package-check", kind="primary")
        self.save = Button(self.tr("Paket speichern …"), icon="save", kind="primary")
        self.strip = Strip()
        self.working = Working()
        self.enrol = EnrolPage()
        self.compose = ComposePage(words)
        self.leaving = LeavingPage(words)
        self.bundles = BundlesPage(words)
        self._lay_out()
        self._connect()
        self._show_head(self._state)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(column(self.title, self._subtitle, spacing=2), 1)
        for button in (self.back, self.prepare, self.save):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        above = QVBoxLayout()
        above.setContentsMargins(0, 0, GUTTER, 0)
        above.setSpacing(12)
        above.addLayout(head)
        above.addWidget(self.strip)
        above.addWidget(self.working)
        self._stack = QStackedWidget()
        for part in (self.enrol, self.compose, self.leaving):
            page = Page(margins=(0, 0, GUTTER, 0))
            page.box.addWidget(part)
            self._stack.addWidget(page)
        self._stack.addWidget(self.bundles)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24 - GUTTER, 20)
        outer.setSpacing(12)
        outer.addLayout(above)
        outer.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.prepare.clicked.connect(self.prepare_asked)
        self.save.clicked.connect(self.save_asked)
        self.working.cancelled.connect(self.cancel_asked)
        self.strip.closed.connect(self.dismissed)
        self.compose.compose.families_asked.connect(lambda: self.families_asked.emit(""))
        for place in (self.compose.receipts.place, self.enrol.grant.place):
            place.asked.connect(self._ask_files)
            place.dropped.connect(self.files_given)
        FileDrop(self).dropped.connect(self.files_given)
        self.compose.compose.agreement_asked.connect(self._ask_agreement)
        self.compose.compose.end_asked.connect(self._ask_end)
        self.enrol.request.save_asked.connect(self._ask_request_place)

    # what is shown --------------------------------------------------------

    def show_state(self, state: ExchangeState) -> None:
        """Show a moment."""
        turned, arrived = state.page != self._state.page, state.arrived != self._state.arrived
        self._state = state
        self._show_head(state)
        self._show_said(state)
        self.working.show_progress(self._doing(state), state.done, state.total)
        self.enrol.show_state(state)
        self.compose.show_state(state)
        if state.prepared is not None:
            self.leaving.show_bundle(state.prepared, state.history, state.enrolment.own_words)
        self.bundles.show_history(state.history)
        self._stack.setCurrentIndex(PAGES.index(state.page))
        if turned:
            self._focus(state)
        page = self._stack.currentWidget()
        if arrived and isinstance(page, Page):
            page.ensureWidgetVisible(self.compose.receipts)

    def _show_head(self, state: ExchangeState) -> None:
        titles = {
            "enrol": (self.tr("Austausch: anmelden"), self._why_enrol()),
            "compose": (
                self.tr("Austausch"),
                self.tr("Pakete für die Koordinierungsstelle, verschlüsselt auf einem Stick oder in einem Ordner."),
            ),
            "leaving": (self.tr("Das wird weitergegeben"), self._leaving_words(state)),
            "history": (self.tr("Frühere Pakete"), self.tr("Was aus jedem Paket und jedem Punkt darin geworden ist.")),
        }
        title, why = titles[state.page]
        self.title.setText(title)
        self._subtitle.set_body(why)
        calm = not state.busy
        self.back.setVisible(state.page in {"leaving", "history"} or (state.page == "enrol" and bool(state.partners)))
        self.back.setEnabled(calm)
        self.prepare.setVisible(state.page == "compose")
        self.prepare.setEnabled(calm and bool(state.partners))
        self.save.setVisible(state.page == "leaving")
        self.save.setEnabled(calm and state.prepared is not None)

    def _why_enrol(self) -> str:
        return self.tr("Einmal vergleichen beide Seiten acht Wörter. Danach weiß jede, wessen Paket sie öffnet.")

    def _leaving_words(self, state: ExchangeState) -> str:
        if state.prepared is None:
            return ""
        partner: PartnerView = state.prepared.partner
        return self.tr("Paket Nr. {number} an „{body}“ · Schlüssel verglichen am {day}").format(
            number=state.prepared.seq, body=partner.label, day=self._words.whole_day(partner.valid_from)
        )

    def _doing(self, state: ExchangeState) -> str:
        return {
            "preparing": self.tr("Das Paket wird zusammengestellt …"),
            "saving": self.tr("Wird gespeichert und zurückgelesen. Bitte den Stick noch nicht abziehen …"),
            "receiving": self.tr("Wird eingelesen …"),
        }.get(state.busy, "")

    def _show_said(self, state: ExchangeState) -> None:
        if state.problem is not None:
            self.strip.fail(state.problem)
        elif state.written is not None:
            number = state.written.seq
            self.strip.say(
                self.tr("Paket Nr. {number} ist gespeichert und vom Datenträger zurückgelesen.").format(number=number),
                self.tr(
                    "Sie können den Stick jetzt abziehen. "
                    "Die Koordinierungsstelle gibt Ihnen eine Eingangsbestätigung zurück."
                ),
                tone="green",
            )
        elif state.page == "enrol" and state.enrolment.requested:
            self.strip.say(
                self.tr("Die Anfrage ist gespeichert."),
                self.tr("Geben Sie die Datei der Stelle und lesen Sie ihr die acht Wörter vor."),
                tone="green",
            )
        else:
            self.strip.hide()

    def _focus(self, state: ExchangeState) -> None:
        wanted: dict[str, QWidget] = {
            "enrol": self.enrol.request.label,
            "compose": self.prepare,
            "leaving": self.save,
            "history": self.bundles.table,
        }
        wanted[state.page].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put columns below each other where it is narrow."""
        super().resizeEvent(event)
        for part in (self.enrol, self.compose, self.leaving, self.bundles):
            part.fit(self.width())

    # asking ---------------------------------------------------------------

    def ask_place(self, name: str) -> None:
        """Ask where the bundle goes."""
        ask_save(self, self.tr("Paket speichern"), name, "KIM Desk (*.kimb)", self.place_chosen.emit)

    def _ask_request_place(self, label: str) -> None:
        ask_save(
            self,
            self.tr("Anfrage speichern"),
            REQUEST_NAME,
            "KIM Desk (*.kimr)",
            lambda path: self.request_placed.emit(label, path),
        )

    def _ask_files(self) -> None:
        ask_files(
            self, self.tr("Dateien der Koordinierungsstelle"), ("KIM Desk (*.kimb *.kimg)",), self.files_given.emit
        )

    def _ask_agreement(self) -> None:
        partner = self._state.partner()
        if partner is not None:
            dialog = AgreementDialog(self, partner.label, self._words.today)
            dialog.wanted.connect(self.agreement_signed)
            self.remember(dialog, f"agreement:{partner.short_name}", dialog.kept())
            dialog.open()

    def _ask_end(self) -> None:
        confirm(
            self,
            self.tr("Vereinbarung beenden?"),
            self.tr("Mit dem nächsten Paket erfährt die Stelle, dass sie die Fallliste löschen muss."),
            yes=self.tr("Vereinbarung beenden"),
            act=self.agreement_ended.emit,
        )

    def say_card(self, words: str) -> None:
        """Say that the card is saved and what is to be read out."""
        self.strip.say(
            self.tr("Die Karte ist gespeichert."),
            self.tr("Geben Sie sie der Kollegin oder dem Kollegen und lesen Sie diese acht Wörter vor: {words}").format(
                words=words
            ),
            tone="green",
        )

    def offer_families(self, offered: tuple[Candidate, ...], wish: Wish) -> None:
        """Let families be chosen among those that may be named."""
        partner = self._state.partner()
        dialog = FamiliesDialog(self, partner.label if partner else "", offered, wish, self._words)
        dialog.chosen.connect(self.families_chosen)
        dialog.purpose_chosen.connect(self.families_asked)
        dialog.open()
