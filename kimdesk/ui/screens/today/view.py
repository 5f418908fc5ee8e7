"""Heute: what is important today, appointments, exchange and backup; each line is dealt with in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from kimdesk.base.errors import KimError
from kimdesk.casework.today import Standing
from kimdesk.domain.records import RECORDS
from kimdesk.domain.views.agenda import AgendaAppointment, AgendaItem
from kimdesk.ui.screens.today.state import Begun, TodayState
from kimdesk.ui.screens.today.words import ICONS, TodayWords
from kimdesk.ui.shell.family_parts import Columns, compact, keep_edge
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.widgets.buttons import Button, IconButton
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.notices import EmptyState, Strip
from kimdesk.ui.widgets.surfaces import Card, ListRow, Page, clear, column, rule
from kimdesk.ui.widgets.tags import Tag

MOST_SHOWN = 40


class TodayView(Page):
    """Shows the day, tells what is asked for."""

    matter_asked = Signal(str, str)
    ticked = Signal(str, str, bool)
    moved = Signal(str, int)
    families_asked = Signal()
    backup_asked = Signal()
    code_kept = Signal()
    keys_asked = Signal()
    print_list_asked = Signal()
    device_asked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._common = words
        self._words = TodayWords(words)
        self.strip = Strip()
        self.greeting = Label("", "title")
        self.day = Paragraph("", "dim")
        self.visit = Button(self.tr("Besuch beginnen"), icon="house", kind="primary")
        self.visit.clicked.connect(self.families_asked)
        self.important = Card(self.tr("Heute wichtig"))
        self.appointments = Card(self.tr("Termine heute"))
        self.standing = Card(self.tr("Austausch und Sicherung"))
        self.begun = Card(self.tr("Angefangen, noch nicht vollständig"))
        self._tags = QHBoxLayout()
        self.important.head.insertLayout(1, self._tags)
        self._bodies = {card: column(spacing=2) for card in self._cards()}
        for card, body in self._bodies.items():
            compact(card)
            card.add(rule(), body)
        self._lay_out()
        keep_edge(self)

    def _cards(self) -> tuple[Card, ...]:
        return self.important, self.appointments, self.standing, self.begun

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addLayout(column(self.greeting, self.day, spacing=0), 1)
        head.addWidget(self.visit, 0, Qt.AlignmentFlag.AlignVCenter)
        columns = Columns((2, 1), narrowest=330)
        columns.boxes[0].addWidget(self.important)
        columns.boxes[0].addWidget(self.begun)
        columns.boxes[1].addWidget(self.appointments)
        columns.boxes[1].addWidget(self.standing)
        self.box.addLayout(head)
        self.box.addWidget(self.strip)
        self.box.addWidget(columns)
        self.box.addStretch(1)

    # showing --------------------------------------------------------------

    def show_state(self, state: TodayState) -> None:
        """Show everything."""
        self.greeting.setText(self._words.greeting(state.hour))
        self.day.set_body(self._words.day(state))
        self._show_tags(state)
        self._fill(self.important, [*self._matters(state), *self._silent(state)], self._nothing(state))
        self._fill(self.appointments, [self._appointment(each) for each in state.appointments], self._no_appointment())
        self._fill(self.standing, self._standing(state), Paragraph(self.tr("wird nachgesehen …"), "dim"))
        self._fill(self.begun, [self._unfinished(each) for each in state.begun], None)
        self.begun.setVisible(bool(state.begun))

    def _fill(self, card: Card, rows: list[QWidget], empty: QWidget | None) -> None:
        body = self._bodies[card]
        clear(body)
        for at, each in enumerate(rows):
            if at:
                body.addWidget(rule())
            body.addWidget(each)
        if not rows and empty is not None:
            body.addWidget(empty)
        elif empty is not None:
            empty.deleteLater()

    def _show_tags(self, state: TodayState) -> None:
        clear(self._tags)
        if state.overdue:
            self._tags.addWidget(
                Tag(self.tr("%n heute oder überfällig", "", state.overdue), "red", icon="circle-alert")
            )
        if state.soon:
            self._tags.addWidget(Tag(self.tr("%n in den nächsten 7 Tagen", "", state.soon), "amber", icon="clock"))

    def _matters(self, state: TodayState) -> list[QWidget]:
        rows: list[QWidget] = [self._matter(item, state) for item in state.items[:MOST_SHOWN]]
        more = len(state.items) - MOST_SHOWN
        if more > 0:
            rows.append(Paragraph(self.tr("und %n weitere", "", more), "dim"))
        return rows

    def _matter(self, item: AgendaItem, state: TodayState) -> QWidget:
        what = self._words.what(item)
        line = ListRow(what, self._words.why(item), icon=ICONS[item.matter])
        line.add_end(Tag(self._words.near(item), self._words.tone(item, state.day)))
        if item.matter == "promise":
            line.add_end(self._mover(item, what), self._ticker(item, what))
        way = Button(self.tr("Öffnen"))
        way.setAccessibleName(self.tr("{what}: öffnen").format(what=what))
        way.clicked.connect(lambda: self.matter_asked.emit(item.matter, item.case.hex()))
        return line.add_end(way)

    def _ticker(self, item: AgendaItem, what: str) -> Button:
        tick = Button(self.tr("Erledigt"), icon="check")
        tick.setAccessibleName(self.tr("{what}: erledigt").format(what=what))
        tick.clicked.connect(lambda: self.ticked.emit(item.record.hex(), item.text, True))  # noqa: FBT003 - Qt's way
        return tick

    def _mover(self, item: AgendaItem, what: str) -> IconButton:
        button = IconButton("calendar-days", self.tr("{what}: verschieben").format(what=what))
        menu = QMenu(button)
        for word, days in (
            (self.tr("auf morgen"), 1),
            (self.tr("um eine Woche"), 7),
            (self.tr("um zwei Wochen"), 14),
        ):
            menu.addAction(word).triggered.connect(
                lambda _checked=False, days=days: self.moved.emit(item.record.hex(), days)
            )
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
        return button

    def _silent(self, state: TodayState) -> list[QWidget]:
        if not state.silent:
            return []
        count = self.tr("Länger kein Kontakt: %n Familien seit mehr als sechs Wochen", "", len(state.silent))
        names = ", ".join(each.family for each in state.silent[:6])
        line = ListRow(count, names + (" …" if len(state.silent) > 6 else ""), icon="moon")
        look = Button(self.tr("Ansehen"))
        look.setAccessibleName(self.tr("Länger kein Kontakt: ansehen"))
        first = state.silent[0].case.hex()
        look.clicked.connect(lambda: self.matter_asked.emit("aftercare", first))
        return [line.add_end(Tag(self.tr("Hinweis")), look)]

    def _appointment(self, each: AgendaAppointment) -> QWidget:
        made = QWidget()
        layout = QHBoxLayout(made)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(12)
        place = self._common.label("municipality", each.municipality)
        detail = " · ".join(part for part in (self._words.family(each.family), place, each.place) if part)
        layout.addWidget(Label(each.time or "–", "strong"), 0, Qt.AlignmentFlag.AlignTop)
        conference = ": ".join(part for part in (self.tr("Fallkonferenz"), each.title) if part)
        title = conference if each.conference else each.title
        layout.addLayout(column(Paragraph(title, "strong"), Paragraph(detail, "small"), spacing=0), 1)
        way = Button(self.tr("Vorbereiten"), kind="quiet")
        way.setAccessibleName(self.tr("{what}: vorbereiten").format(what=title))
        matter = "conference" if each.conference else ""
        way.clicked.connect(lambda: self.matter_asked.emit(matter, each.case.hex()))
        layout.addWidget(way, 0, Qt.AlignmentFlag.AlignVCenter)
        return made

    def _standing(self, state: TodayState) -> list[QWidget]:
        standing = state.standing
        if standing is None:
            return []
        rows: list[QWidget] = [self._to_print(state.to_print)] if state.to_print else []
        for icon, (what, detail, word, tone) in (
            ("package-check", self._words.bundle(standing)),
            ("shield-check", self._words.backup(standing)),
        ):
            line = ListRow(what, detail, icon=icon)
            if word:
                line.add_end(Tag(word, tone))
            rows.append(line)
        if standing.backup_on is None or standing.backup_overdue or standing.backup_missed:
            way = Button(self.tr("Sichern"), icon="shield-check")
            way.clicked.connect(self.backup_asked)
            line.add_end(way)
        if standing.device_bad:
            look = Button(self.tr("Ansehen"))
            look.setAccessibleName(self.tr("Dieses Gerät: ansehen"))
            look.clicked.connect(self.device_asked)
            what, why = self._words.device()
            rows.append(ListRow(what, why, icon="laptop").add_end(look))
        return rows + self._ways_in(standing)

    def _ways_in(self, standing: Standing) -> list[QWidget]:
        """Return how somebody got in without the passphrase, and what has to happen with the recovery code."""
        rows: list[QWidget] = []
        if standing.helped is not None:
            rows.append(ListRow(*self._words.helped(standing.helped), icon="lock-open"))
        if not standing.code_out:
            what, why = self._words.lost_code()
            keys = Button(self.tr("Ausstellen"), icon="arrow-right")
            keys.clicked.connect(self.keys_asked)
            rows.append(ListRow(what, why, icon="key-round").add_end(keys))
        elif standing.code_missing:
            what, why = self._words.code()
            kept = Button(self.tr("Liegt beim Träger"), icon="check")
            kept.clicked.connect(self.code_kept)
            rows.append(ListRow(what, why, icon="key-round").add_below(kept))
        return rows

    def _to_print(self, count: int) -> QWidget:
        way = Button(self.tr("Druckliste"), icon="printer")
        way.clicked.connect(self.print_list_asked)
        what = self.tr("%n Blätter warten auf den Drucker des Büros", "", count)
        return ListRow(what, self.tr("Beim Besuch ausgewählt, hier gedruckt."), icon="printer").add_below(way)

    def _unfinished(self, begun: Begun) -> QWidget:
        kind = RECORDS[begun.kind].label(self._common.lang)
        text = " ".join(begun.text.split())[:60]
        line = ListRow(self.tr("{kind}: {text}").format(kind=kind, text=text or "…"), icon="pencil")
        if begun.case:
            way = Button(self.tr("Weiterschreiben"))
            way.setAccessibleName(self.tr("{kind} weiterschreiben").format(kind=kind))
            way.clicked.connect(lambda: self.matter_asked.emit("", begun.case))
            line.add_end(way)
        return line

    def _nothing(self, state: TodayState) -> QWidget:
        why = self.tr("Hier stehen Zusagen, Fristen und Pläne, die heute oder bald wichtig sind.")
        if state.active:
            return EmptyState(self.tr("Heute steht nichts an."), why, icon="sun")
        step = Button(self.tr("Zu den Familien"), icon="users")
        step.clicked.connect(self.families_asked)
        return EmptyState(self.tr("Noch keine Familie in diesem Tresor."), why, icon="sun", step=step)

    def _no_appointment(self) -> QWidget:
        return Paragraph(self.tr("Kein Termin eingetragen. Termine stehen auf der Seite der Familie."), "dim")

    # telling --------------------------------------------------------------

    def say_done(self, record: str, text: str) -> None:
        """Say that a promise is done, and offer to take it back."""
        back = Button(self.tr("Rückgängig"), icon="undo-2", kind="quiet")
        back.clicked.connect(lambda: self._take_back(record, text))
        self.strip.say(self.tr("Erledigt: {text}").format(text=text), tone="green", buttons=(back,))

    def _take_back(self, record: str, text: str) -> None:
        self.strip.hide()
        self.ticked.emit(record, text, False)  # noqa: FBT003 - Qt's signals take no keywords

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)
