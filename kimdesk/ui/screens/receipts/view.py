"""Receipts on the screen: who waits, one button that writes them all, what was written."""

from __future__ import annotations

from PySide6.QtCore import Signal

from kimdesk.ui.dialogs.files import ask_folder
from kimdesk.ui.screens.receipts.presenter import ReceiptsPresenter
from kimdesk.ui.screens.receipts.state import Earlier, ReceiptsState, Waiting, Written
from kimdesk.ui.shell.asking import AskingPage
from kimdesk.ui.shell.family_parts import Columns
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.dates import show_day
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.notices import EmptyState
from kimdesk.ui.widgets.surfaces import Card, ListRow, PageHead, clear, rule
from kimdesk.ui.widgets.tags import Tag

MOST_EARLIER = 40


class ReceiptsView(AskingPage[ReceiptsPresenter]):
    """Shows who waits for a receipt."""

    inbox_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._columns = Columns((3, 2), narrowest=340)
        self.write_button = Button(self.tr("Alle speichern …"), icon="save", kind="primary")
        self.write_button.clicked.connect(self.ask_place)
        self._lay_out()

    def _lay_out(self) -> None:
        self._head = PageHead(self.tr("Eingangsbestätigungen"), self.write_button)
        why = self.tr(
            "Eine Eingangsbestätigung sagt einem Gerät, was angekommen ist und was nicht. Erst damit gilt ein Paket"
            " dort als zugestellt. Jede ist nur für ihr Gerät verschlüsselt."
        )
        self.box.addWidget(self._head)
        self.box.addWidget(Paragraph(why, "dim"))
        self.box.addWidget(self.strip)
        self.box.addWidget(self._columns)
        self.box.addStretch(1)

    def show_state(self, state: ReceiptsState) -> None:
        """Show who waits and what was written."""
        self._head.count.setText(self.tr("%n Geräte warten", "", len(state.waiting)) if state.waiting else "")
        self.write_button.setEnabled(bool(state.waiting) and not state.busy)
        left, right = self._columns.boxes
        clear(left)
        clear(right)
        if state.written:
            left.addWidget(self._just_written(state.written))
        if state.waiting or not state.written:
            left.addWidget(self._waiting(state))
        if state.earlier:
            right.addWidget(self._earlier(state.earlier))
        for box in (left, right):
            box.addStretch(1)

    def _waiting(self, state: ReceiptsState) -> Card:
        if not state.waiting:
            what = self.tr("Alles ist beantwortet") if state.earlier else self.tr("Noch wartet niemand")
            why = self.tr("Sobald Pakete eingelesen sind, stehen hier die Geräte, die auf eine Bestätigung warten.")
            step = Button(self.tr("Zum Eingang"), icon="inbox")
            step.clicked.connect(self.inbox_asked)
            return Card().add(EmptyState(what, why, icon="file-check", step=step))
        card = Card(self.tr("Diese Geräte warten"))
        for at, each in enumerate(state.waiting):
            if at:
                card.add(rule())
            card.add(self._waiting_row(each))
        return card

    def _waiting_row(self, each: Waiting) -> ListRow:
        detail = self.tr("%n Pakete, bis Nr. {seq}", "", each.bundles).format(seq=each.last_seq)
        return ListRow(each.label, detail, icon="laptop").add_end(Tag(self.tr("wartet"), "amber", icon="clock"))

    def _just_written(self, written: tuple[Written, ...]) -> Card:
        card = Card(self.tr("Geschrieben und zurückgelesen"))
        for at, each in enumerate(written):
            if at:
                card.add(rule())
            detail = self.tr("bis Paket Nr. {seq} · {name}").format(seq=each.seq, name=each.name)
            tag = Tag(self.tr("geschrieben"), "green", icon="check")
            card.add(ListRow(each.label, detail, icon="file-check").add_end(tag))
        return card.add(Paragraph(self.tr("Der Datenträger kann jetzt entfernt werden."), "small"))

    def _earlier(self, earlier: tuple[Earlier, ...]) -> Card:
        card = Card(self.tr("Früher geschrieben"))
        for at, each in enumerate(earlier[:MOST_EARLIER]):
            if at:
                card.add(rule())
            card.add(ListRow(each.label, self.tr("Nr. {seq} · {day}").format(seq=each.seq, day=show_day(each.day))))
        return card

    def ask_place(self) -> None:
        """Ask for the folder or stick."""
        ask_folder(self, self.tr("Ordner oder Stick für die Eingangsbestätigungen"), self._asks.write)
