"""The three steps of taking over a caseload as widgets: where the file is, what the columns mean, what would come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kimdesk.ui.dialogs.import_state import ColumnChoice, ImportState
from kimdesk.ui.dialogs.import_table import Words, columns, target_keys, unknown
from kimdesk.ui.widgets.buttons import Button, Chip
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.drop import DropArea
from kimdesk.ui.widgets.labels import ElidedLabel, FieldLabel, IconLabel, Label, Paragraph
from kimdesk.ui.widgets.paged import PagedTableModel
from kimdesk.ui.widgets.surfaces import Flow, Page, column, row
from kimdesk.ui.widgets.table import PagedTable, framed

LONGEST = 60


class FileStep(DropArea):
    """The place to drop a file, and the button for those who do not drag."""

    def __init__(self) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        self.box.addStretch(1)
        self.box.addWidget(IconLabel("file-plus", "accent", 32), 0, centre)
        invite = Paragraph(self.tr("Tabelle hierher ziehen"), "section")
        more = Paragraph(
            self.tr(
                "Excel (.xlsx) oder CSV, bis 20.000 Zeilen. Ein Name je Zeile genügt, alles andere darf fehlen. "
                "Die Datei bleibt unverändert, wo sie ist."
            ),
            "dim",
        )
        for text in (invite, more):
            text.setAlignment(centre)
            self.box.addWidget(text)
        self.choose = Button(self.tr("Tabelle wählen …"), icon="folder-open")
        self.box.addWidget(self.choose, 0, centre)
        self.box.addStretch(1)


class ColumnsStep(QWidget):
    """Which row holds the headings, and what each column becomes."""

    table_chosen = Signal(int)
    heading_chosen = Signal(int)
    column_chosen = Signal(int, str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._options = [Option(key, words.target(key)) for key in target_keys()]
        self._shown: tuple[ColumnChoice, ...] | None = None
        self._combos: list[CodeCombo] = []
        self.tables = CodeCombo(self.tr("Tabellenblatt"), ())
        self.headings = CodeCombo(self.tr("Überschriften stehen in"), ())
        self._tables_label = FieldLabel(self.tables.accessibleName(), self.tables)
        self.tables.chosen.connect(lambda code: self.table_chosen.emit(int(code)))
        self.headings.chosen.connect(lambda code: self.heading_chosen.emit(int(code)))
        self._more = Paragraph(
            self.tr(
                "Die Tabelle ist größer, als hier gelesen wird: 20.000 Zeilen und 100 Spalten. Der Rest fehlt hier."
            ),
            "hint",
        )
        self._page = Page(margins=(0, 0, 12, 0))
        for part in (self._page, self._page.body):
            part.setProperty("role", "clear")
        self._grid_holder = QWidget()
        self._page.box.addWidget(self._grid_holder)
        self._page.box.addStretch(1)
        head = row(spacing=12)
        head.addLayout(column(self._tables_label, self.tables, spacing=4), 1)
        head.addLayout(column(FieldLabel(self.headings.accessibleName(), self.headings), self.headings, spacing=4), 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addLayout(head)
        outer.addWidget(self._more)
        outer.addWidget(self._page, 1)

    def show_state(self, state: ImportState) -> None:
        """Show tables, headings and columns; a column whose choice alone changed keeps its widgets and the focus."""
        _offer(self.tables, [Option(str(at), name) for at, name in enumerate(state.tables)], str(state.table))
        several = len(state.tables) > 1
        self.tables.setVisible(several)
        self._tables_label.setVisible(several)
        rows = [
            Option(str(at), self.tr("Zeile {n}: {text}").format(n=at + 1, text=_short(unknown(text))))
            for at, text in state.headings
        ]
        _offer(self.headings, [*rows, Option("-1", self.tr("keine Überschriften"))], str(state.heading))
        self._more.setVisible(state.more)
        bare = tuple(ColumnChoice(heading=each.heading, examples=each.examples) for each in state.columns)
        if bare != self._shown:
            self._shown = bare
            self._fill(bare)
        for combo, each in zip(self._combos, state.columns, strict=True):
            combo.set_code(each.key)

    def _fill(self, shown: Sequence[ColumnChoice]) -> None:
        before, self._grid_holder = self._grid_holder, QWidget()
        grid = QGridLayout(self._grid_holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for place, share in enumerate((3, 4, 4)):
            grid.setColumnStretch(place, share)
        titles = (self.tr("Spalte der Tabelle"), self.tr("Was darin steht"), self.tr("Wird zu"))
        for place, title in enumerate(titles):
            grid.addWidget(Label(title, "label"), 0, place)
        self._combos = [self._line(grid, number, each) for number, each in enumerate(shown)]
        self._page.box.replaceWidget(before, self._grid_holder)
        self._grid_holder.show()
        before.hide()
        before.deleteLater()

    def _line(self, grid: QGridLayout, number: int, shown: ColumnChoice) -> CodeCombo:
        name = shown.heading or self.tr("Spalte {n}").format(n=number + 1)
        combo = CodeCombo(self.tr("{column} wird zu").format(column=name), self._options)
        combo.setItemText(0, self.tr("wird nicht übernommen"))
        combo.chosen.connect(lambda key: self.column_chosen.emit(number, key))
        examples = ElidedLabel(", ".join(unknown(each) for each in shown.examples) or "—", "dim")
        for place, part in enumerate((ElidedLabel(name, "strong"), examples, combo)):
            grid.addWidget(part, number + 1, place)
        return combo

    def begin(self) -> None:
        """Put the focus on the first choice."""
        (self._combos[0] if self._combos else self.headings).setFocus()


class PreviewStep(QWidget):
    """Every row as it would become a person; Return, Space or the button takes one or leaves it out."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.said = Paragraph("", "dim")
        self._detail = Paragraph("", "dim")
        self.only = Chip(self.tr("nur mit Hinweis"))
        self.toggle = Button(self.tr("Zeile übernehmen oder auslassen"), icon="check", key=self.tr("Leertaste"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self.said)
        outer.addWidget(Flow(self.only, self.toggle))

    def attach(self, load: object) -> None:
        """Show the rows `load` gives; once."""
        self.model = PagedTableModel(columns(self._words), load, self)  # type: ignore[arg-type]
        self.table = PagedTable(self.tr("Vorschau"), self.model)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(framed(self.table), 1)
        layout.addWidget(self._detail)
        self.table.chosen.connect(self._tell)

    def _tell(self, place: int) -> None:
        """Say under the table all that the chosen row becomes."""
        at = self.model.row_of(place)
        self._detail.set_body(self._words.details(self.model.item(at)[0]) if at >= 0 else "")

    def show_state(self, state: ImportState) -> None:
        """Say what would come."""
        told = [self.tr("%n Zeilen gelesen", "", state.rows), self.tr("%n gewählt", "", state.chosen)]
        if state.doubtful:
            told.append(self.tr("%n vielleicht schon da", "", state.doubtful))
        if state.impossible:
            told.append(self.tr("%n gehen nicht", "", state.impossible))
        self.said.set_body(" · ".join(told))
        self.only.setChecked(state.only_hints)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip(' ·')} …"


def _offer(combo: CodeCombo, options: Sequence[Option], chosen: str) -> None:
    """Offer choices none of which is “nicht erfasst”."""
    if [combo.itemText(at) for at in range(combo.count())] != [option.word for option in options]:
        combo.set_options(options)
        combo.removeItem(0)
    combo.set_code(chosen)
