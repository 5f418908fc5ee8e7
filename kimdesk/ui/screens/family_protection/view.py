"""The page of child protection: a closed door, and behind it who is responsible and what was seen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimdesk.base.errors import KimError
from kimdesk.casework.protection import ProtectionWay
from kimdesk.ui.forms.records import RecordsCard
from kimdesk.ui.screens.family_protection.leaving_view import LeavingDialog
from kimdesk.ui.screens.family_protection.state import LeavingState, OfficeLine, ProtectionState
from kimdesk.ui.shell.family_parts import compact, keep_edge
from kimdesk.ui.tasks import Runner
from kimdesk.ui.theme import tokens
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.closed import reads
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.notices import EmptyState, Strip
from kimdesk.ui.widgets.surfaces import Card, ListRow, Page, clear, rule


class ProtectionView(Page):
    """Shows the page, tells what is asked for; `away` says that it went out of sight."""

    open_asked = Signal()
    close_asked = Signal()
    away = Signal()
    leave_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(margins=(24, 12, 24, 20))
        self.open_button = Button(self.tr("Öffnen"), kind="primary", icon="lock-open")
        self.open_button.clicked.connect(self.open_asked)
        reads(self.open_button)
        self.door = EmptyState(
            self.tr("Kinderschutz ist verschlossen."),
            self.tr(
                "Diese Seite öffnet sich mit der Passphrase und schließt sich, sobald Sie sie verlassen. Was hier "
                "steht, erscheint nirgends sonst: nicht in der Suche, nicht auf „Heute“, nicht im Verlauf. Auch ohne "
                "Einträge sieht diese Seite so aus."
            ),
            icon="lock",
            step=self.open_button,
        )
        self.inside: QWidget | None = None
        self.strip = Strip()
        self.listed: RecordsCard | None = None
        self.leaving: LeavingDialog | None = None
        self.box.addWidget(self.strip)
        self.box.addWidget(self.door)
        self.box.addStretch(1)
        keep_edge(self)

    def why(self) -> str:
        """Return for what the passphrase is needed."""
        return self.tr("Einträge zum Kinderschutz öffnen sich nur mit der Passphrase.")

    def entry_words(self) -> tuple[str, str]:
        """Return the heading of the entries and what stands there while there are none."""
        return self.tr("Beobachtungen"), self.tr("Noch nichts eingetragen.")

    # opening and closing ------------------------------------------------------

    def unfold(self, listed: RecordsCard) -> None:
        """Put the list of entries behind the open door."""
        self.listed = listed
        self.inside = QWidget()
        box = QVBoxLayout(self.inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(tokens.GAP)
        shut = Button(self.tr("Schließen"), icon="lock")
        shut.setAccessibleName(self.tr("Kinderschutz schließen"))
        shut.clicked.connect(self.close_asked)
        reads(shut)
        self.head = Card(self.tr("Wer zuständig ist"))
        compact(self.head)
        self.head.add_to_head(shut)
        self._offices = QVBoxLayout()
        self._offices.setSpacing(2)
        self.head.add(rule(), self._offices)
        box.addWidget(self.head)
        box.addWidget(listed)
        box.addWidget(self._ways())
        self.box.insertWidget(1, self.inside)
        self.door.hide()
        self.inside.show()
        shut.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ways(self) -> Card:
        """Return the card of the ways out; each asks again before anything leaves."""
        self.ways = Card(self.tr("Weitergeben"))
        compact(self.ways)
        consult = Button(self.tr("Vorbereiten …"), icon="file-text")
        consult.setAccessibleName(self.tr("Beratung mit einer Fachkraft vorbereiten …"))
        consult.clicked.connect(lambda: self.leave_asked.emit("consultation"))
        notify = Button(self.tr("Mitteilung …"), icon="file-text")
        notify.setAccessibleName(self.tr("Mitteilung an das Jugendamt vorbereiten …"))
        notify.clicked.connect(lambda: self.leave_asked.emit("notice"))
        adviser = ListRow(
            self.tr("Beratung mit einer Fachkraft"), self.tr("Falldarstellung ohne Namen (§ 4 Abs. 2 KKG)")
        )
        office = ListRow(
            self.tr("Mitteilung an das Jugendamt"),
            self.tr("mit Namen; braucht keine Einwilligung (§ 4 Abs. 3 KKG)"),
        )
        self.ways.add(rule(), adviser.add_end(consult), office.add_end(notify))
        return self.ways

    def ask_leaving(self, way: ProtectionWay, state: LeavingState, runner: Runner) -> LeavingDialog:
        """Ask what leaves and to whom; the dialog goes where the page goes."""
        self.leaving = LeavingDialog(self, way, state, runner)
        self.leaving.finished.connect(self._left)
        return self.leaving

    def _left(self) -> None:
        self.leaving = None

    def show_open(self, state: ProtectionState) -> None:
        """Show who is responsible; the list shows itself."""
        if self.inside is None:
            return
        self.ways.setVisible(state.has_entries)
        clear(self._offices)
        if not state.place:
            missing = self.tr(
                "Für diese Familie ist noch kein Ort erfasst (Überblick). Solange stehen hier alle Jugendämter."
            )
            self._offices.addWidget(Paragraph(missing, "dim"))
        for each in state.offices:
            self._offices.addWidget(self._office(each))
        urgent = self.tr("Ist ein Kind in diesem Moment in Gefahr: Polizei 110.")
        self._offices.addWidget(Paragraph(urgent, "strong"))

    def _office(self, office: OfficeLine) -> ListRow:
        parts = [
            self.tr("Telefon {number}").format(number=office.phone) if office.phone else "",
            self.tr("abends und am Wochenende {number}").format(number=office.out_of_hours)
            if office.out_of_hours
            else "",
            office.address,
        ]
        known = " · ".join(part for part in parts if part)
        return ListRow(
            office.name,
            known or self.tr("Noch keine Nummer hinterlegt: Der Träger trägt sie in seiner Bezirksdatei ein."),
            icon="phone",
        )

    def show_closed(self) -> None:
        """Take everything away that was to be seen."""
        if self.leaving is not None:
            self.leaving.reject()
        inside, self.inside, self.listed = self.inside, None, None
        if inside is not None:
            self.box.removeWidget(inside)
            inside.hide()
            inside.setParent(None)  # at once: nothing of it stays in the tree a screen reader sees
            inside.deleteLater()
        self.strip.hide()
        self.door.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that the page went out of sight: another tab, the cover, the lock."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.away.emit()

    # saying -------------------------------------------------------------------

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)
