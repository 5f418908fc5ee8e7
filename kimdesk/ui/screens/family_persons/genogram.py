"""The genogram beside the list of persons: the picture, and a relative who lives elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from kimdesk.base.errors import KimError
from kimdesk.base.ids import from_hex
from kimdesk.casework.pictures import Relative
from kimdesk.drawings.picture import Picture
from kimdesk.ui.dialogs.memory import Kept, kept
from kimdesk.ui.forms.form import FormContext
from kimdesk.ui.screens.family_persons.state import PersonItem
from kimdesk.ui.shell.family_parts import Columns, compact, keep_edge
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.closed import omit
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.drawing_card import DrawingCard
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import FieldLabel, Paragraph
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import Card, Page, row
from kimdesk.ui.widgets.tab_order import follow_reading


class RelativeCard(Card):
    """Three things about a relative outside the household: first name or role, how related, to whom."""

    wanted = Signal(Relative)

    def __init__(self, heading: str, context: FormContext) -> None:
        super().__init__(heading)
        compact(self)
        reference, lang = context.reference, context.language
        self.name = LineEdit(self.tr("Vorname oder Rolle"))
        self.relation = CodeCombo(
            self.tr("Wie verwandt"), [Option(each.code, each.label(lang)) for each in reference["relation"].entries]
        )
        self.to = CodeCombo(self.tr("Mit wem verwandt"), ())
        self.gender = CodeCombo(
            self.tr("Geschlecht"), [Option(each.code, each.label(lang)) for each in reference["gender"].entries]
        )
        self.add_button = Button(self.tr("Hinzufügen"), icon="user-plus")
        self.add_button.setAccessibleName(self.tr("Angehörige Person hinzufügen"))
        self.add_button.clicked.connect(self._add)
        self.name.textChanged.connect(self._judge)
        self.name.returnPressed.connect(self._add)
        for combo in (self.relation, self.to):
            combo.chosen.connect(self._judge)
        why = self.tr("Nur Vorname oder Rolle, kein Nachname: „Oma Stefka“, „Onkel in Sofia“.")
        self.add(Paragraph(why, "small"))
        grid = Columns((1, 1), narrowest=200)
        pairs = ((self.name, self.gender), (self.relation, self.to))
        for box, parts in zip(grid.boxes, zip(*pairs, strict=True), strict=True):
            box.setSpacing(8)
            for part in parts:
                box.addWidget(FieldLabel(part.accessibleName(), part))
                box.addWidget(part)
        self.add(grid, row(self.add_button, None))
        omit(self)
        self._judge()

    def offer(self, items: Sequence[PersonItem]) -> None:
        """Offer everybody of the family as the one related to."""
        self.to.set_options([Option(each.key, each.name) for each in items if not each.draft])

    def kept(self) -> dict[str, Kept]:
        """Return the fields whose text outlives the program; they are emptied once the relative is stored."""
        return kept(name=self.name, gender=self.gender, relation=self.relation)

    def clear(self) -> None:
        """Empty the fields for the next one."""
        self.name.clear()
        for combo in (self.gender, self.relation, self.to):
            combo.set_code("")
        self._judge()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _complete(self) -> bool:
        return bool(self.name.text().strip() and self.relation.code() and self.to.code())

    def _judge(self) -> None:
        self.add_button.setEnabled(self._complete())

    def _add(self) -> None:
        if self._complete():
            relative = Relative(
                name=self.name.text().strip(),
                relation=self.relation.code(),
                to=from_hex(self.to.code()),
                gender=self.gender.code(),
            )
            self.wanted.emit(relative)


class GenogramPane(Page):
    """Shows the picture; wide ones scroll sideways."""

    again_asked = Signal()

    def __init__(self, context: FormContext) -> None:
        super().__init__(margins=(0, 12, 24, 20))
        self.strip = Strip()
        self.card = DrawingCard(self.tr("Genogramm"), movable=True)
        compact(self.card)
        self.print_button = Button(self.tr("Drucken …"), icon="printer")
        self.print_button.setAccessibleName(self.tr("Genogramm drucken"))
        self.card.add_to_head(self.print_button)
        how = self.tr(
            "Ziehen oder Umschalt mit den Pfeiltasten verschiebt jemanden; Eingabe oder ein Doppelklick öffnet die"
            " Angaben."
        )
        moving = Paragraph(how, "small")
        omit(moving)
        self.card.box.insertWidget(1, moving)
        self.again = Button(self.tr("Wieder von selbst anordnen"), icon="rotate-ccw")
        self.again.clicked.connect(self.again_asked)
        self.card.box.insertLayout(2, row(self.again, None))
        self.relative = RelativeCard(self.tr("Angehörige, die woanders leben"), context)
        for part in (self.strip, self.card, self.relative):
            self.box.addWidget(part)
        self.box.addStretch(1)
        self.again.hide()
        keep_edge(self)

    def show_picture(self, picture: Picture, *, moved: bool) -> None:
        """Show the tree; `moved` where somebody was moved by hand."""
        self.card.show_picture(picture)
        self.again.setVisible(moved)
        follow_reading(self.body)

    def clear_relative(self) -> None:
        """Empty the fields of a new relative: it is stored."""
        self.relative.clear()

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)
