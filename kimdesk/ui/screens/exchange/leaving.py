"""The second page: "Das wird weitergegeben" – all that leaves and what covers it, one sentence for the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kimdesk.casework.exchange import Change, PreparedBundle, SentBundle, SharedFamily, SharedPart
from kimdesk.domain.records import StructuralObservation
from kimdesk.ui.screens.exchange.parts import Block, SideBySide, fact, numbered
from kimdesk.ui.screens.exchange.words import ExchangeWords
from kimdesk.ui.widgets.dates import show_day
from kimdesk.ui.widgets.labels import IconLabel, Paragraph, isolate
from kimdesk.ui.widgets.surfaces import Card, clear, column, row, rule
from kimdesk.ui.widgets.tags import Tag, Tone

RECENT = 3
State = tuple[str, Tone, str]


class LeavingPage(SideBySide):
    """Shows a prepared bundle in full."""

    def __init__(self, words: ExchangeWords) -> None:
        super().__init__()
        self._words = words
        self.figures = Block("chart-column", self.tr("Zahlen"))
        self.observations = Block("message-circle", self.tr("Strukturbeobachtungen"))
        self.listed = Block("list-checks", self.tr("Fallliste ohne Namen"))
        self.named = Block("users", self.tr("Mit Namen"))
        self.withdrawn = Block("undo-2", self.tr("Widerrufe und Berichtigungen"))
        self._blocks = (self.figures, self.observations, self.listed, self.named, self.withdrawn)
        self.rest = Paragraph(
            self.tr(
                "Alles andere bleibt hier. "
                "Das gilt für jede Familie gleich, ob es dort geschützte Angaben gibt oder nicht."
            ),
            "small",
        )
        self._guard = Card(QCoreApplication.translate("LeavingPage", "So ist es geschützt"))
        self._guards = column(spacing=0)
        self._earlier = Card(QCoreApplication.translate("LeavingPage", "Frühere Pakete"))
        self._bundles = column(spacing=0)
        self._build()

    def _build(self) -> None:
        rest = QHBoxLayout()
        rest.setSpacing(6)
        rest.addWidget(IconLabel("info", "dim", 16))
        rest.addWidget(self.rest, 1)
        self._guard.box.addLayout(self._guards)
        self._earlier.box.addLayout(self._bundles)
        left = column(*self._blocks, rest, None, spacing=10)
        right = column(self._guard, self._earlier, None, spacing=10)
        self.lay_out(left, right)

    def show_bundle(self, prepared: PreparedBundle, history: tuple[SentBundle, ...], own_words: str) -> None:
        """Show everything that leaves."""
        self._show_figures(prepared)
        self._show_observations(prepared)
        self._show_list(prepared)
        self._show_named(prepared)
        self._show_withdrawn(prepared)
        self._show_guards(prepared, own_words)
        self._show_earlier(prepared, history)

    # blocks ---------------------------------------------------------------

    def _show_figures(self, prepared: PreparedBundle) -> None:
        self.figures.setVisible(bool(prepared.tables))
        periods = dict.fromkeys(self._words.period(period) for period, _ in prepared.tables)
        what = self.tr("Zahlen {period}").format(period=", ".join(periods))
        counted = self._words.figure_counts(prepared.tables)
        self.figures.say(what, self.tr("{counts} · eine Zahl je Zeile, keine Kreuztabellen").format(counts=counted))
        safe: State = (self.tr("ohne Namen, kleine Gruppen zusammengefasst"), "green", "check")
        self.figures.tag(safe, *self._changed(prepared, prepared.records.get("figures", ())))
        self.figures.fill([self._table(prepared, place) for place in range(len(prepared.tables))])

    def _table(self, prepared: PreparedBundle, place: int) -> QWidget:
        period, table = prepared.tables[place]
        change = prepared.changes.get(prepared.records["figures"][place]["id"])
        name = f"{table.number} {self._words.figure(table.number)}, {self._words.period(period)}"
        return self._told(name, self._words.cells(table), change)

    def _show_observations(self, prepared: PreparedBundle) -> None:
        found = prepared.observations
        self.observations.setVisible(bool(found))
        count = len(found)
        self.observations.say(
            self.tr("Strukturbeobachtungen: %n", "", count),
            " · ".join(self.tr("„{text}“").format(text=_beginning(each)) for each in found),
        )
        safe: State = (self.tr("keine bekannten Namen gefunden"), "green", "check")
        self.observations.tag(safe, *self._changed(prepared, prepared.records.get("observations", ())))
        self.observations.fill([self._observation(prepared, each) for each in found])

    def _observation(self, prepared: PreparedBundle, each: StructuralObservation) -> QWidget:
        text = each.description
        if each.proposal:
            text += "\n" + self.tr("Vorschlag: {text}").format(text=each.proposal)
        name = f"{show_day(each.date)}, {self._words.topic(each.topic)}"
        return self._told(name, text, prepared.changes.get(each.id.hex()))

    def _show_list(self, prepared: PreparedBundle) -> None:
        lines = prepared.records.get("pseudonymised", ())
        self.listed.setVisible(bool(lines))
        count = len(lines)
        self.listed.say(
            self.tr("Fallliste ohne Namen: %n", "", count),
            self.tr("Phase, Zugang, Monate, Geburtsjahrgänge in Fünferschritten, Aufenthalt, Lebensbereiche."),
        )
        safe: State = (self.tr("Vereinbarung liegt vor"), "green", "check")
        self.listed.tag(safe, *self._changed(prepared, lines))
        told = [(self._words.listed(line), prepared.changes.get(line["id"])) for line in lines if len(line) > 1]
        self.listed.fill([self._told("", text, change) for text, change in told])

    def _show_named(self, prepared: PreparedBundle) -> None:
        families = [each for each in prepared.sharing.families if each.parts]
        clear(self.named.rows)
        if not families:
            self.named.say(
                self.tr("Mit Namen: keine Familie"),
                self.tr(
                    "Eine Familie kann nur mitgehen, wenn ihre Einwilligung genau diesen Empfänger und Zweck nennt."
                ),
            )
            self.named.tag()
            self.named.fill([])
            return
        count = len(families)
        self.named.say(self.tr("Mit Namen: %n Familien", "", count), "")
        self.named.tag((self.tr("nur was eine Einwilligung deckt"), "green", "check"))
        for family in families:
            self.named.rows.addWidget(rule())
            self.named.rows.addWidget(self._family(family))
        self.named.fill([self._in_full(family, part) for family in families for part in family.parts])

    def _family(self, family: SharedFamily) -> QWidget:
        block = QWidget()
        box = QVBoxLayout(block)
        box.setContentsMargins(30, 0, 0, 0)
        box.setSpacing(6)
        title = Paragraph(
            f"{isolate(family.label)} · {family.case_number} · {self._words.purpose(family.purpose)}", "strong"
        )
        changes = self._words.changes(family.changes)
        head = row(title, *((Tag(changes),) if changes else ()))
        head.setStretch(0, 1)
        box.addLayout(head)
        for part in family.parts:
            box.addWidget(self._part(part))
        return block

    def _part(self, part: SharedPart) -> QWidget:
        who = isolate(part.person) or self.tr("die Familie als Ganzes")
        words = column(Paragraph(f"{who}: {self._words.part(part)}"), spacing=0)
        for cover in part.consents:
            words.addWidget(Paragraph(self._words.covered(cover), "small"))
        line = QWidget()
        box = QHBoxLayout(line)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(words)
        return line

    def _in_full(self, family: SharedFamily, part: SharedPart) -> QWidget:
        who = isolate(part.person) or self.tr("{family}: die Familie als Ganzes").format(family=isolate(family.label))
        return self._told(who, self._words.values(part), None)

    def _show_withdrawn(self, prepared: PreparedBundle) -> None:
        lines = list(self._given_up(prepared))
        self.withdrawn.setVisible(bool(lines))
        count = len(lines)
        self.withdrawn.say(self.tr("Widerrufe und Berichtigungen: %n", "", count), "\n".join(lines))
        self.withdrawn.tag((self.tr("wird mitgeteilt"), "amber", "info"))

    def _given_up(self, prepared: PreparedBundle) -> Iterator[str]:
        body = prepared.partner.label
        for gone in prepared.sharing.withdrawn:
            yield self.tr(
                "{name} (Familie {family}) hat die Weitergabe an {body} am {day} widerrufen. "
                "Die Stelle löscht und bestätigt."
            ).format(name=isolate(gone.person), family=isolate(gone.label), body=body, day=show_day(gone.on))
        for family in prepared.sharing.families:
            if not family.parts:
                yield self.tr("Familie {family}: Früher Mitgeteiltes wird berichtigt ({what}).").format(
                    family=isolate(family.label), what=self._words.changes(family.changes)
                )

    # pieces ---------------------------------------------------------------

    def _changed(self, prepared: PreparedBundle, records: tuple[dict[str, object], ...]) -> list[State]:
        """Return a tag that says how much is new against the last bundle to this recipient."""
        counts: Counter[Change] = Counter(prepared.changes[str(each["id"])] for each in records)
        words = self._words.changes(counts) or self._words.change("same")
        return [(words, "", "")] if records else []

    def _told(self, name: str, text: str, change: Change | None) -> QWidget:
        block = QWidget()
        box = QVBoxLayout(block)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        first = Paragraph(name, "strong") if name else Paragraph(text)
        head = row(first, *((Tag(self._words.change(change)),) if change else ()))
        head.setStretch(0, 1)
        box.addLayout(head)
        if name:
            box.addWidget(Paragraph(text))
        return block

    def _show_guards(self, prepared: PreparedBundle, own_words: str) -> None:
        clear(self._guards)
        facts = (
            ("key-round", self.tr("Öffnen kann es nur: {body}").format(body=prepared.partner.label), ""),
            ("pen-line", self.tr("Signiert von diesem Gerät"), own_words),
            ("file-check", self.tr("Dateiname ohne Namen und Datum"), ""),
        )
        for place, (icon, what, detail) in enumerate(facts):
            if place:
                self._guards.addWidget(rule())
            self._guards.addWidget(fact(icon, what, detail))

    def _show_earlier(self, prepared: PreparedBundle, history: tuple[SentBundle, ...]) -> None:
        clear(self._bundles)
        mine = [each for each in history if each.partner == prepared.partner.label][:RECENT]
        self._earlier.setVisible(bool(mine))
        for place, bundle in enumerate(mine):
            if place:
                self._bundles.addWidget(rule())
            self._bundles.addWidget(numbered(bundle.seq, self._words.day(bundle.at), self._words.bundle_state(bundle)))


def _beginning(observation: StructuralObservation, most: int = 60) -> str:
    words = " ".join(observation.description.split())
    head = words.split(":", 1)[0] if ":" in words[:most] else words
    return head if len(head) <= most else head[:most].rsplit(" ", 1)[0] + " …"
