"""The unlock window: one card in the middle. Imports Qt's widgets only, so that it is there at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kimdesk.ui.screens.unlock.pages import OpenPage, UnlockPage
from kimdesk.ui.screens.unlock.presenter import UnlockPresenter
from kimdesk.ui.screens.unlock.state import Step, UnlockState
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.brand import PRODUCT, Brand
from kimdesk.ui.widgets.labels import Label
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import Card, Page
from kimdesk.ui.widgets.tab_order import step

if TYPE_CHECKING:
    from kimdesk.ui.screens.unlock.restore_page import Restoring


class UnlockView(QWidget):
    """Shows the page of the current step in a card; sheet for data breaches and handbook need no vault."""

    incident_asked = Signal()
    handbook_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(PRODUCT)
        self._presenter: UnlockPresenter | None = None
        self._page: UnlockPage | None = None
        self._step: Step | None = None
        self.strip = Strip()
        self._label = Label("", "dim")
        self._card = Card()
        self._card.box.setContentsMargins(32, 28, 32, 28)
        self._card.box.setSpacing(2)
        self._working: Restoring | None = None
        self._card.add(Brand(size=22), self._label, 14, self.strip, 10)
        self._card.setFixedWidth(min(current().px(430), 760))
        ground = Page(margins=(16, 16, 16, 16))
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card)
        middle.addStretch(1)
        ground.box.addStretch(1)
        ground.box.addLayout(middle)
        ground.box.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        QShortcut(QKeySequence("F1"), self, self.handbook_asked.emit)

    def attach(self, presenter: UnlockPresenter) -> None:
        """Connect the presenter; once."""
        self._presenter = presenter

    def show_state(self, state: UnlockState) -> None:
        """Show a moment."""
        if state.step != self._step:
            self._turn_to(state)
        if self._page is not None:
            self._page.show_moment(state)
        self._label.setText(state.at.label if state.at and state.step in {"open", "recover", "help"} else "")
        self._show_restoring(state)
        self._label.setVisible(bool(self._label.text()))
        if state.error is not None:
            self.strip.fail(state.error)
        else:
            self.strip.hide()

    def _show_restoring(self, state: UnlockState) -> None:
        """Show how far a vault is made from a backup, with a way to stop it."""
        wanted = state.busy and state.restoring and bool(state.backups)
        if wanted and self._working is None:
            from kimdesk.ui.screens.unlock.restore_page import Restoring  # noqa: PLC0415 - needed on a new device alone

            self._working = Restoring()
            self._working.stop_asked.connect(self._asks.stop_restoring)
            self._card.box.insertWidget(self._card.box.indexOf(self.strip) + 1, self._working)
        if self._working is not None:
            self._working.meter.set_value(state.done)
            self._working.setVisible(wanted)

    def _turn_to(self, state: UnlockState) -> None:
        if self._page is not None:
            self._card.box.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._step = state.step
        self._page = self._make(state)
        self._page.waited.connect(self._asks.waited)
        self._card.box.addWidget(self._page)
        self._page.show()
        self._page.focus_first()

    def _make(self, state: UnlockState) -> UnlockPage:
        makers = {
            "open": self._open_page,
            "restore": self._restore_page,
            "recover": self._recover_page,
            "help": self._help_page,
            "who": self._who_page,
            "passphrase": self._passphrase_page,
            "sheet": self._sheet_page,
            "prove": self._prove_page,
            "demo": self._demo_page,
        }
        return makers[state.step](state)

    @property
    def _asks(self) -> UnlockPresenter:
        if self._presenter is None:
            raise RuntimeError("no presenter")
        return self._presenter

    def _open_page(self, state: UnlockState) -> UnlockPage:
        page = OpenPage(state)
        page.unlocked.connect(self._asks.unlock)
        page.chosen.connect(self._asks.choose)
        page.recovery_asked.connect(lambda: self._asks.go("recover"))
        page.new_asked.connect(lambda: self._asks.go("who"))
        page.demo_asked.connect(self._asks.demo)
        page.other_asked.connect(self._ask_vault)
        page.incident_asked.connect(self.incident_asked)
        page.handbook_asked.connect(self.handbook_asked)
        page.restore_asked.connect(lambda: self._asks.go("restore"))
        page.deputy_asked.connect(lambda wanted: self._asks.stand_in(wanted=wanted))
        return page

    def _ask_vault(self) -> None:
        from kimdesk.ui.dialogs.files import ask_folder  # noqa: PLC0415 - the first window does not wait for it

        ask_folder(self, self.tr("Ordner des Tresors wählen"), self._asks.look)

    def _recover_page(self, _state: UnlockState) -> UnlockPage:
        from kimdesk.ui.screens.unlock.making import RecoverPage  # noqa: PLC0415 - the first window does not wait for it

        page = RecoverPage()
        page.typed.connect(self._asks.check_code)
        page.recovered.connect(self._asks.recover)
        page.back_asked.connect(self._asks.leave_way)
        page.help_asked.connect(lambda: self._asks.go("help"))
        return page

    def _restore_page(self, _state: UnlockState) -> UnlockPage:
        from kimdesk.ui.screens.unlock.restore_page import RestorePage  # noqa: PLC0415 - needed on a new device alone

        page = RestorePage()
        page.looked.connect(self._asks.look_for_backups)
        page.chosen.connect(self._asks.choose_backup)
        page.entered.connect(self._asks.restore)
        page.code_asked.connect(lambda: self._asks.go("recover"))
        page.help_asked.connect(lambda: self._asks.go("help"))
        page.back_asked.connect(self._asks.give_up_restoring)
        return page

    def _help_page(self, _state: UnlockState) -> UnlockPage:
        from kimdesk.ui.screens.unlock.help_page import HelpPage  # noqa: PLC0415 - hardly anybody ever needs it

        page = HelpPage()
        page.typed.connect(self._asks.weigh)
        page.suggestion_asked.connect(lambda: page.fresh.offer(self._asks.suggestion()))
        page.asked.connect(self._asks.ask_help)
        page.answered.connect(self._asks.open_with_help)
        page.anew.connect(self._asks.ask_anew)
        page.back_asked.connect(self._asks.leave_help)
        return page

    def _who_page(self, state: UnlockState) -> UnlockPage:
        from kimdesk.ui.screens.unlock.who import WhoPage  # noqa: PLC0415 - the first window does not wait for it

        page = WhoPage(state)
        page.described.connect(self._asks.describe)
        page.demo_asked.connect(self._asks.demo)
        page.other_asked.connect(self._ask_vault)
        page.restore_asked.connect(lambda: self._asks.go("restore"))
        page.incident_asked.connect(self.incident_asked)
        page.handbook_asked.connect(self.handbook_asked)
        page.back_asked.connect(lambda: self._asks.go("open"))
        return page

    def _passphrase_page(self, state: UnlockState) -> UnlockPage:
        from kimdesk.ui.screens.unlock.making import PassphrasePage  # noqa: PLC0415 - the first window does not wait for it

        page = PassphrasePage(state)
        page.typed.connect(self._asks.weigh)
        page.suggestion_asked.connect(lambda: page.fresh.offer(self._asks.suggestion()))
        page.finished.connect(self._asks.create)
        return page

    def _sheet_page(self, state: UnlockState) -> UnlockPage:
        from kimdesk.ui.screens.unlock.making import SheetPage  # noqa: PLC0415 - the first window does not wait for it

        page = SheetPage(state)
        page.print_asked.connect(self._print)
        page.save_asked.connect(self._save)
        page.copied.connect(self._asks.copied_by_hand)
        page.next_asked.connect(lambda: self._asks.go("prove"))
        return page

    def _prove_page(self, state: UnlockState) -> UnlockPage:
        from kimdesk.ui.screens.unlock.making import ProvePage  # noqa: PLC0415 - the first window does not wait for it

        page = ProvePage(state)
        page.proved.connect(self._asks.prove)
        page.back_asked.connect(lambda: self._asks.go("sheet"))
        return page

    def _demo_page(self, _state: UnlockState) -> UnlockPage:
        from kimdesk.ui.screens.unlock.making import DemoPage  # noqa: PLC0415 - the first window does not wait for it

        page = DemoPage()
        page.stop_asked.connect(self._asks.stop_demo)
        return page

    def focus_first(self) -> None:
        """Put the cursor where one begins."""
        if self._page is not None:
            self._page.focus_first()

    def _print(self) -> None:
        from kimdesk.ui.dialogs.printing import print_pdf  # noqa: PLC0415 - QtPrintSupport only when it is needed

        print_pdf(self, self._asks.sheet(), self._asks.sheet_is_out)

    def _save(self) -> None:
        from kimdesk.ui.dialogs.files import ask_save  # noqa: PLC0415 - the first window does not wait for it

        ask_save(
            self,
            self.tr("Wiederherstellungsblatt speichern"),
            "Wiederherstellungsblatt.pdf",
            "PDF (*.pdf)",
            self._asks.save_sheet,
        )

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - Qt's way
        """Let Tab go as one reads, also through what came later than its neighbours."""
        return step(self, forward=forward) or super().focusNextPrevChild(forward)
