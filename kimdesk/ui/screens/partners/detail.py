"""One partner as it is read: how to reach it, when it is open, what it offers, and how referrals went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kimdesk.base.ids import RecordId
from kimdesk.domain.records import RECORDS
from kimdesk.domain.values import show
from kimdesk.ui.forms.form import Form, FormContext, remaining
from kimdesk.ui.forms.port import Target
from kimdesk.ui.screens.partners.state import PartnerDetail, Went
from kimdesk.ui.shell.family_parts import EditCard, compact, quiet
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import Card, Flow, clear, column, row
from kimdesk.ui.widgets.tags import Tag, Tone

PARTNER = RECORDS["partner"]
FIELDS: tuple[str | tuple[str, ...], ...] = (
    ("name", "partner_type"),
    ("phone", "email"),
    ("municipality", "website"),
    "address",
    "opening_hours",
    "languages",
    "topics",
    "offers",
    "good_to_know",
    "inactive_since",
)
READ = ("phone", "email", "address", "opening_hours", "website", "languages", "offers", "good_to_know")
HEADING_LETTERS = 64
_TONES: dict[str, Tone] = {"taken_up": "green", "refused": "amber", "not_taken_up": "amber"}


class PartnerCard(EditCard):
    """A partner, read calmly and edited in place."""

    remove_asked = Signal()

    def __init__(self, context: FormContext, words: Words) -> None:
        placed = [name for line in FIELDS for name in ((line,) if isinstance(line, str) else line)]
        lines = (*FIELDS, *remaining(PARTNER, placed))
        super().__init__(" ", "", lambda: Form(PARTNER, lines, context))
        self._context, self._words = context, words
        self._shown: PartnerDetail | None = None
        self.tags = Flow(spacing=6)
        self.hint = Strip()
        self.nothing = Paragraph(self.tr("Noch nichts erfasst außer dem Namen."), "dim")
        self._grid = QVBoxLayout()
        self._grid.setSpacing(0)
        self.remove = quiet(self.tr("Stelle entfernen"), "trash-2")
        self.remove.clicked.connect(self.remove_asked)
        self.kept = Paragraph(
            self.tr(
                "Vermittlungen oder Termine nennen diese Stelle; sie bleibt im Verzeichnis. "
                "Wenn es sie nicht mehr gibt: „Nicht mehr aktiv seit“ eintragen."
            ),
            "small",
        )
        self._foot = QWidget()
        self._foot.setLayout(column(self.kept, row(None, self.remove)))
        self._foot.hide()
        self.lines.addWidget(self.hint)
        self.lines.addWidget(self.tags)
        self.lines.addLayout(self._grid)
        self.lines.addWidget(self.nothing)
        self.opened.connect(self._fill)

    def show_detail(self, detail: PartnerDetail) -> None:
        """Show a partner; one that does not exist yet stands in the form at once."""
        moved = self._shown is None or self._shown.key != detail.key
        self._shown = detail
        if moved and self.editing:
            self.read()
        name = str(detail.drafts.get("name") or detail.values.get("name") or self.tr("Neue Stelle"))
        self.title.setText(_heading(name))
        self.setAccessibleName(name)
        self.edit_button.setAccessibleName(self.tr("{name} ändern").format(name=name))
        self.remove.setVisible(detail.deletable)
        self.remove.setText(self.tr("Stelle entfernen") if detail.exists else self.tr("Verwerfen"))
        self.kept.setVisible(not detail.deletable)
        self._read(detail)
        if self.editing:
            self._fill()
        elif not detail.exists or detail.drafts:
            self.edit()

    def _swap(self, *, editing: bool) -> None:
        super()._swap(editing=editing)
        if editing:
            self.add(self._foot)
        self._foot.setVisible(editing)

    def _fill(self) -> None:
        detail = self._shown
        if detail is None or self.form is None:
            return
        target = Target(kind=PARTNER.name, record=RecordId(bytes.fromhex(detail.key)))
        self.form.show_record(target, detail.values, detail.drafts, exists=detail.exists)

    # reading ----------------------------------------------------------------

    def _read(self, detail: PartnerDetail) -> None:
        self._show_tags(detail)
        self.hint.setVisible(bool(detail.names))
        if detail.names:
            what = self.tr("In den Texten steht ein bekannter Name: {names}").format(names=", ".join(detail.names))
            self.hint.say(
                what, self.tr("Das Verzeichnis sagt nichts über Familien: bitte umformulieren."), tone="amber"
            )
        clear(self._grid)
        shown = [(name, text) for name in READ if (text := self._text(detail, name))]
        self.nothing.setVisible(not shown)
        if shown:
            self._grid.addLayout(self._rows(shown))

    def _show_tags(self, detail: PartnerDetail) -> None:
        tags = []
        if detail.inactive_since is not None:
            day = f"{detail.inactive_since:%d.%m.%Y}"
            tags.append(Tag(self.tr("nicht mehr aktiv seit {day}").format(day=day), "amber", icon="ban"))
        icons = {"partner_type": "building-2", "municipality": "map-pin"}
        tags += [Tag(text, icon=icon) for name, icon in icons.items() if (text := self._text(detail, name))]
        topics = cast("frozenset[str]", detail.values.get("topics") or frozenset())
        order = [entry.code for entry in self._words.reference["life_domain"].entries]
        tags += [Tag(self._words.label("life_domain", code), "accent") for code in order if code in topics]
        self.tags.refill(*tags)
        self.tags.setVisible(bool(tags))

    def _text(self, detail: PartnerDetail, name: str) -> str:
        value = detail.values.get(name)
        if not value:
            return ""
        return show(PARTNER.field(name), value, self._words.reference, self._words.lang)

    def _rows(self, shown: Sequence[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for at, (name, text) in enumerate(shown):
            label = Paragraph(PARTNER.field(name).label(self._words.lang), "dim")
            grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Paragraph(text), at, 1)
        grid.setColumnMinimumWidth(0, 96)
        return grid


def _heading(name: str) -> str:
    """Return a name as a heading: a very long one does not widen the page."""
    return name if len(name) <= HEADING_LETTERS else name[: HEADING_LETTERS - 2].rstrip() + " …"


class WentCard(Card):
    """How referrals to a partner went, by life domain: counts, nobody's name."""

    def __init__(self, words: Words) -> None:
        super().__init__(self.tr("Vermittlungen dorthin"))
        compact(self)
        self._words = words
        self._lines = column(spacing=6)
        self.add(self._lines)

    def show_went(self, went: Sequence[Went]) -> None:
        """Show the counts."""
        clear(self._lines)
        total = sum(each.count for each in went)
        if not total:
            self._lines.addWidget(Paragraph(self.tr("Noch keine."), "dim"))
            return
        taken = sum(each.count for each in went if each.state == "taken_up")
        said = self.tr("%n Vermittlungen", "", total)
        self._lines.addWidget(Paragraph(self.tr("{said}, {taken} angenommen").format(said=said, taken=taken)))
        for domain in dict.fromkeys(each.domain for each in went):
            word = self._words.label("life_domain", domain) if domain else self.tr("ohne Lebensbereich")
            tags = [self._tag(each) for each in went if each.domain == domain]
            self._lines.addWidget(Flow(Label(word, "dim"), *tags, spacing=6))
        self._lines.addWidget(Paragraph(self.tr("Gezählt am eigenen Arbeitsplatz, ohne Namen."), "small"))

    def _tag(self, each: Went) -> Tag:
        word = self._words.label("referral_state", each.state) if each.state else self.tr("nicht erfasst")
        return Tag(f"{each.count} {word}", _TONES.get(each.state, ""))
