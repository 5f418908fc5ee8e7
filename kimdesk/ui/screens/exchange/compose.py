"""The first page: what the next bundle shall hold, receipts in, earlier bundles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimdesk.casework.exchange import PartnerView, SentBundle
from kimdesk.domain.records import Agreement
from kimdesk.ui.screens.exchange.handing import HandingCard
from kimdesk.ui.screens.exchange.parts import Choice, DropPlace, SideBySide, fact, numbered
from kimdesk.ui.screens.exchange.state import PERIODS, Arrived, ExchangeState, Wish
from kimdesk.ui.screens.exchange.words import ExchangeWords
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.choice import ChoiceChip
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.dates import show_day
from kimdesk.ui.widgets.labels import Label, Paragraph, isolate
from kimdesk.ui.widgets.surfaces import Card, Flow, clear, column, row, rule
from kimdesk.ui.widgets.tags import Tag

RECENT = 3


class ComposeCard(Card):
    """What the next bundle shall hold."""

    partner_chosen = Signal(str)
    period_chosen = Signal(str)
    contents_chosen = Signal(str, bool)
    agreement_asked = Signal()
    end_asked = Signal()
    families_asked = Signal()
    families_cleared = Signal()

    def __init__(self, words: ExchangeWords) -> None:
        super().__init__()
        self._words = words
        self.box.setSpacing(12)
        self.partner = ChoiceChip(self.tr("An wen"), icon="mail")
        self.period = ChoiceChip(
            self.tr("Zeitraum der Zahlen"),
            [Option(key, words.period_choice(key)) for key in PERIODS],
            icon="calendar",
        )
        self._key = Paragraph("", "small")
        self.figures = Choice(
            self.tr("Zahlen"),
            self.tr("Eine Zahl je Zeile, keine Kreuztabellen; kleine Gruppen werden zusammengefasst."),
        )
        self.observations = Choice(
            self.tr("Strukturbeobachtungen"), self.tr("Wo es im System hakt. Beobachtungen nennen niemanden.")
        )
        self.listed = Choice(self.tr("Fallliste ohne Namen"), "")
        self.agree = Button(self.tr("Vereinbarung eintragen …"), kind="quiet", icon="handshake")
        self.end = Button(self.tr("Vereinbarung beenden …"), kind="quiet", icon="x")
        self._named = Paragraph("", "strong")
        self._why = Paragraph("", "small")
        self.add_families = Button(self.tr("Familie hinzufügen …"), kind="quiet", icon="user-plus")
        self.no_families = Button(self.tr("keine mit Namen"), kind="quiet", icon="x")
        self._build()
        self.partner.chosen.connect(self.partner_chosen)
        self.period.chosen.connect(self.period_chosen)
        self.figures.chosen.connect(lambda on: self.contents_chosen.emit("figures", on))
        self.observations.chosen.connect(lambda on: self.contents_chosen.emit("observations", on))
        self.listed.chosen.connect(lambda on: self.contents_chosen.emit("pseudonymised", on))
        self.agree.clicked.connect(self.agreement_asked)
        self.end.clicked.connect(self.end_asked)
        self.add_families.clicked.connect(self.families_asked)
        self.no_families.clicked.connect(self.families_cleared)

    def _build(self) -> None:
        self.add(Label(self.tr("Neues Paket"), "section"))
        self.add(column(Flow(self.partner, self.period), self._key, spacing=4), rule())
        self.add(self.figures, rule(), self.observations, rule(), self.listed, Flow(self.agree, self.end), rule())
        self.add(column(self._named, self._why, spacing=2), Flow(self.add_families, self.no_families))

    def show_wish(self, wish: Wish, partners: Sequence[PartnerView], agreement: Agreement | None) -> None:
        """Show what is chosen."""
        self.partner.set_options([Option(each.short_name, each.label) for each in partners])
        self.partner.set_code(wish.partner)
        self.period.set_code(wish.period)
        self.figures.box.setChecked("figures" in wish.contents)
        self.observations.box.setChecked("observations" in wish.contents)
        chosen = next((each for each in partners if each.short_name == wish.partner), None)
        self._key.set_body(self._key_words(chosen) if chosen is not None else "")
        self._show_list(wish, agreement)
        self._show_families(wish)

    def _show_list(self, wish: Wish, agreement: Agreement | None) -> None:
        self.listed.box.setEnabled(agreement is not None)
        self.listed.box.setChecked("pseudonymised" in wish.contents)
        self.agree.setVisible(agreement is None)
        self.end.setVisible(agreement is not None)
        if agreement is None:
            self.listed.why.set_body(self.tr("Geht nur mit, wenn eine unterschriebene Vereinbarung eingetragen ist."))
            return
        told = self.tr("Vereinbarung {reference} vom {day}").format(
            reference=agreement.reference, day=show_day(agreement.signed_on)
        )
        if agreement.valid_until is not None:
            told += self.tr(", gültig bis {day}").format(day=show_day(agreement.valid_until))
        self.listed.why.set_body(told)

    def _key_words(self, partner: PartnerView) -> str:
        if partner.revoked:
            return self.tr("Die Anmeldung dort ist gesperrt.")
        return self.tr("Schlüssel verglichen am {day}, gültig bis {until}").format(
            day=self._words.whole_day(partner.valid_from), until=self._words.whole_day(partner.valid_until)
        )

    def _show_families(self, wish: Wish) -> None:
        names = [isolate(each.label) for each in wish.families]
        self.no_families.setVisible(bool(names))
        if not names:
            self._named.set_body(self.tr("Mit Namen: keine Familie"))
            self._why.set_body(
                self.tr(
                    "Eine Familie kann nur mitgehen, wenn ihre Einwilligung genau diesen Empfänger und Zweck nennt."
                )
            )
            return
        self._named.set_body(self.tr("Mit Namen: %n Familien", "", len(names)))
        self._why.set_body(f"{', '.join(names)} · {self._words.purpose(wish.purpose)}")


class ReceiptsCard(Card):
    """Receipts in: a place to drop them on, and what each of them said."""

    def __init__(self, words: ExchangeWords) -> None:
        super().__init__(QCoreApplication.translate("ReceiptsCard", "Eingangsbestätigungen"))
        self._words = words
        self.place = DropPlace(
            self.tr("Ziehen Sie die Dateien der Koordinierungsstelle hierher, auch mehrere auf einmal."),
            self.tr("Einlesen …"),
        )
        self._found = column(spacing=8)
        self.add(self.place, self._found)

    def show_arrived(self, arrived: Sequence[Arrived]) -> None:
        """Show what each file was."""
        clear(self._found)
        for each in arrived:
            self._found.addWidget(self._line(each))

    def _line(self, arrived: Arrived) -> QWidget:
        line = QWidget()
        tag, what = self._said(arrived)
        box = QVBoxLayout(line)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(row(tag, Paragraph(arrived.file, "small")))
        box.addWidget(Paragraph(what))
        return line

    def _said(self, arrived: Arrived) -> tuple[Tag, str]:
        receipt = arrived.receipt
        if receipt is None:
            assert arrived.problem is not None
            return Tag(self.tr("abgelehnt"), "red", icon="circle-alert"), self._words.problem(arrived.problem)
        if receipt.status == "elsewhere":
            why = self.tr("Sie gehört zu einem früheren Leben dieses Tresors, vor einer Wiederherstellung.")
            return Tag(self.tr("nichts geändert"), icon="info"), why
        if receipt.status == "older":
            return Tag(self.tr("nichts geändert"), icon="info"), self.tr("Eine neuere liegt schon vor.")
        told = self.tr("{partner}: bis Paket Nr. {number} angekommen").format(
            partner=receipt.partner, number=receipt.seq
        )
        counted = [self.tr("%n übernommen", "", len(receipt.arrived))]
        if receipt.refused:
            counted.append(self.tr("%n abgelehnt", "", len(receipt.refused)))
        sentence = f"{told} ({', '.join(counted)})."
        if receipt.status == "replay":
            return Tag(self.tr("schon eingelesen"), icon="info"), sentence
        return Tag(self.tr("angekommen"), "green", icon="check"), sentence


class EarlierCard(Card):
    """The last bundles and what became of them."""

    all_asked = Signal()

    def __init__(self, words: ExchangeWords) -> None:
        super().__init__(QCoreApplication.translate("EarlierCard", "Frühere Pakete"))
        self._words = words
        self._rows = column(spacing=0)
        self.all_button = Button("", kind="quiet", icon="history")
        self.all_button.clicked.connect(self.all_asked)
        self.add(self._rows)
        self.box.addLayout(row(self.all_button, None))

    def show_history(self, history: Sequence[SentBundle]) -> None:
        """Show the newest, and how many there are."""
        clear(self._rows)
        for place, bundle in enumerate(history[:RECENT]):
            if place:
                self._rows.addWidget(rule())
            state = self._words.bundle_state(bundle)
            self._rows.addWidget(numbered(bundle.seq, self._words.day(bundle.at), state))
        if not history:
            self._rows.addWidget(Paragraph(self.tr("Hier steht, was aus jedem Paket geworden ist."), "small"))
        count = len(history)
        self.all_button.setText(self.tr("Alle %n Pakete ansehen", "", count))
        self.all_button.setVisible(bool(history))


class KeysCard(Card):
    """Whom this desk is enrolled with."""

    enrol_asked = Signal()

    def __init__(self, words: ExchangeWords) -> None:
        super().__init__(QCoreApplication.translate("KeysCard", "Angemeldet bei"))
        self._words = words
        self._rows = column(spacing=0)
        self.more = Button(self.tr("Weitere Stelle …"), kind="quiet", icon="plus")
        self.more.clicked.connect(self.enrol_asked)
        self.add(self._rows)
        self.box.addLayout(row(self.more, None))

    def show_partners(self, partners: Sequence[PartnerView]) -> None:
        """Show names and the words that were compared."""
        clear(self._rows)
        for each in partners:
            self._rows.addWidget(fact("key-round", each.label, each.words))


class ComposePage(SideBySide):
    """Composing on the left, what came back on the right."""

    def __init__(self, words: ExchangeWords) -> None:
        super().__init__()
        self.compose = ComposeCard(words)
        self.receipts = ReceiptsCard(words)
        self.earlier = EarlierCard(words)
        self.keys = KeysCard(words)
        self.handing = HandingCard()
        self.lay_out(
            column(self.compose, None, spacing=12),
            column(self.receipts, self.earlier, self.handing, self.keys, None, spacing=12),
        )

    def show_state(self, state: ExchangeState) -> None:
        """Show a moment."""
        self.compose.show_wish(state.wish, state.partners, state.agreement())
        self.receipts.show_arrived(state.arrived)
        self.earlier.show_history(state.history)
        self.keys.show_partners(state.partners)
        self.setEnabled(not state.busy or state.busy == "loading")
