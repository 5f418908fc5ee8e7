"""Unfinished entries on the screen: what was typed, when, and what became of the place meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimdesk.base.clock import local_time
from kimdesk.base.errors import KimError
from kimdesk.ui.screens.unfinished.state import Entry, FieldLine, UnfinishedState
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import ElidedLabel, Label, Paragraph, isolate
from kimdesk.ui.widgets.notices import EmptyState, Strip
from kimdesk.ui.widgets.surfaces import Card, Flow, Page, clear, column
from kimdesk.ui.widgets.tags import Tag


class EntryCard(Card):
    """One record or dialog: heading, when, what, and the ways on."""

    take_asked = Signal(str)
    open_asked = Signal(str)
    drop_asked = Signal(str)

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        names = (self.tr("Familie {name}").format(name=isolate(entry.family)) if entry.family else "", entry.what)
        heading = " · ".join(part for part in names if part)
        self.setAccessibleName(heading)
        when = self.tr("getippt am {when}").format(when=f"{local_time(entry.at):%d.%m.%Y, %H:%M}")
        self.add(column(ElidedLabel(heading, "section"), Label(when, "small"), spacing=2))
        for line in entry.lines:
            self.add(self._line(line))
        self.add(4, self._ways(entry))

    def _line(self, line: FieldLine) -> QWidget:
        part = QWidget()
        box = QVBoxLayout(part)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(2)
        box.addWidget(Label(line.label, "label"))
        box.addWidget(Paragraph(line.typed))
        if line.moved:
            tag = Tag(self.tr("inzwischen geändert"), "amber", icon="git-compare")
            box.addWidget(tag)
            now = line.now or self.tr("nicht erfasst")
            box.addWidget(Paragraph(self.tr("Jetzt steht dort: {text}").format(text=now), "dim"))
        if line.hint:
            box.addWidget(Paragraph(line.hint, "error"))
        return part

    def _ways(self, entry: Entry) -> Flow:
        buttons = []
        if entry.takes:
            take = Button(self.tr("Getipptes übernehmen"), icon="check")
            take.clicked.connect(lambda: self.take_asked.emit(entry.key))
            buttons.append(take)
        if entry.opens:
            go = Button(self.tr("Weiter eintragen"), icon="arrow-right")
            go.clicked.connect(lambda: self.open_asked.emit(entry.key))
            buttons.append(go)
        drop = Button(self.tr("Verwerfen"), icon="trash-2", kind="quiet")
        drop.clicked.connect(lambda: self.drop_asked.emit(entry.key))
        return Flow(*buttons, drop)


class UnfinishedView(QWidget):
    """Shows an UnfinishedState; also fits as a part into another screen."""

    take_asked = Signal(str)
    open_asked = Signal(str)
    drop_asked = Signal(str)
    today_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.strip = Strip()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        why = self.tr(
            "Diese Eingaben sind gesichert, aber noch nicht übernommen: Das Programm endete vorher, "
            "oder dort steht inzwischen etwas Neueres."
        )
        self.why = Paragraph(why, "dim")
        step = Button(self.tr("Zu Heute"), icon="sun")
        step.clicked.connect(self.today_asked)
        self._done = Card().add(EmptyState(self.tr("Alles Getippte ist übernommen"), icon="circle-check", step=step))
        page = Page()
        page.box.addWidget(Label(self.tr("Noch nicht übernommen"), "title"))
        page.box.addWidget(self.why)
        page.box.addWidget(self.strip)
        page.box.addLayout(self._cards)
        page.box.addWidget(self._done)
        page.box.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def show_state(self, state: UnfinishedState) -> None:
        """Show the entries, or that there are none."""
        clear(self._cards)
        self.why.setVisible(bool(state.entries))
        self._done.setVisible(not state.entries)
        for entry in state.entries:
            card = EntryCard(entry)
            card.take_asked.connect(self.take_asked)
            card.open_asked.connect(self.open_asked)
            card.drop_asked.connect(self.drop_asked)
            self._cards.addWidget(card)

    def slip_words(self, dialog: str) -> str:
        """Return what a dialog is called."""
        words = {
            "new_family": self.tr("Neue Familie"),
            "sign": self.tr("Unterschrift"),
            "observation": self.tr("Strukturbeobachtung"),
            "letter": self.tr("Brief"),
            "handover": self.tr("Fall übergeben"),
            "later": self.tr("Besuch nachtragen"),
            "relative": self.tr("Angehörige, die woanders leben"),
            "consent": self.tr("Einwilligung"),
            "agreement": self.tr("Vereinbarung"),
            "request": self.tr("Anfrage an die Stelle"),
            "grant": self.tr("Zusage der Stelle"),
            "deputy": self.tr("Vertretung benennen"),
            "deputyship": self.tr("Vertretung öffnen"),
            "deposit": self.tr("Beim Träger hinterlegen"),
        }
        return words.get(dialog, "")

    def slip_field(self, dialog: str, name: str) -> str:
        """Return what a field of a dialog is called, an empty text for what nobody typed."""
        own = self._slip_names().get(f"{dialog}.{name}")
        return own if own is not None else self._field_names().get(name, "")

    def _slip_names(self) -> dict[str, str]:
        """Return the names of fields that mean something else in other dialogs."""
        heard = self.tr("Die acht Wörter, wie Sie sie hören")
        return {
            "sign.reason": self.tr("Nicht unterschrieben, weil"),
            "handover.reason": self.tr("Noch nicht besprochen, weil"),
            "handover.name": self.tr("Wer den Fall übernimmt"),
            "handover.words": heard,
            "relative.name": self.tr("Vorname oder Rolle"),
            "letter.words": self.tr("Text"),
            "agreement.until": self.tr("Gültig bis"),
            "deputy.words": heard,
            "deposit.words_0": heard,
            "deposit.words_1": heard,
            "grant.words": self.tr("Wörter der Stelle"),
        }

    def _field_names(self) -> dict[str, str]:
        return {
            "family_name": self.tr("Nachname"),
            "given_name": self.tr("Vorname"),
            "reason": self.tr("Grund"),
            "day": self.tr("Tag"),
            "text": self.tr("Wo hakt es im System?"),
            "proposal": self.tr("Vorschlag"),
            "answer": self.tr("Antwort der Lenkungsgruppe"),
            "subject": self.tr("Betreff"),
            "other_subject": self.tr("Betreff in der Sprache der Familie"),
            "other_words": self.tr("Text in der Sprache der Familie"),
            "minutes": self.tr("Dauer in Minuten"),
            "witness": self.tr("Zeugin oder Zeuge"),
            "reference": self.tr("Aktenzeichen oder Ablage"),
            "signed": self.tr("Unterschrieben am"),
            "label": self.tr("Bezeichnung dieses Geräts"),
            "name": self.tr("Name"),
            "until": self.tr("Bis einschließlich"),
        }

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)
