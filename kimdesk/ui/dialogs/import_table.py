"""The columns of the preview: what each row becomes, and what is to be known about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kimdesk.base.errors import Lang
from kimdesk.domain.columns import BY_KEY, CASE, REMARK
from kimdesk.domain.declare import Registry
from kimdesk.domain.reference import Reference
from kimdesk.domain.values import Value, show, show_partial
from kimdesk.domain.views import imports
from kimdesk.domain.views.imports import Hint, ImportRow
from kimdesk.ui import privacy
from kimdesk.ui.widgets.paged import Cell, Column

Row = tuple[ImportRow, bool]
NAMES = frozenset({"given_name", "family_name"})
GLIMPSE = 120


class Words:
    """The words of the import: what columns become, and what is to be known about a row."""

    def __init__(self, registry: Registry, reference: Reference, lang: Lang) -> None:
        self._registry = registry
        self._reference = reference
        self._lang: Lang = lang

    def target(self, key: str) -> str:
        """Return what a column becomes, in words."""
        kind = BY_KEY[key].kind
        if kind:
            return self._registry[kind].field(key).label(self._lang)
        if key == REMARK:
            return QCoreApplication.translate("Import", "Notiz, steht beim Anliegen")
        return QCoreApplication.translate("Import", "Ganzer Name")

    def hint(self, hint: Hint) -> str:
        """Return a hint in a few words."""
        field = self.target(hint.field) if hint.field else ""
        return self._sentence(hint.code).format(field=field, where=hint.where)

    def _sentence(self, code: str) -> str:
        return {
            imports.NO_NAME: QCoreApplication.translate("Import", "ohne Namen"),
            imports.NUMBER_KNOWN: QCoreApplication.translate("Import", "Fallnummer {where} gibt es schon"),
            imports.ALIKE_HERE: QCoreApplication.translate("Import", "vielleicht schon da: {where}"),
            imports.ALIKE_ABOVE: QCoreApplication.translate("Import", "vielleicht wie Zeile {where}"),
            imports.NOT_READ: QCoreApplication.translate("Import", "{field}: bleibt als Notiz"),
            imports.CUT: QCoreApplication.translate("Import", "{field}: gekürzt"),
            imports.FORMULA: QCoreApplication.translate("Import", "{field}: aus einer Formel"),
            imports.CLOSED_TODAY: QCoreApplication.translate("Import", "abgeschlossen ohne Datum, heute eingetragen"),
            imports.SAME_FAMILY: QCoreApplication.translate("Import", "gehört zu einer Familie darüber"),
        }[code]

    def place(self, row: ImportRow) -> str:
        """Return the municipality in words."""
        code = row.case_values.get("municipality")
        return self._reference.label("municipality", str(code), self._lang) if code else ""

    def details(self, row: ImportRow) -> str:
        """Return all there is to a row, however narrow the table; nothing while names are hidden."""
        if privacy.hidden():
            return ""
        values = {key: value for key, value in row.person_values.items() if key not in NAMES} | dict(row.case_values)
        told = [f"{self.target(key)}: {self._shown(key, value)}" for key, value in values.items() if value]
        hints = [self.hint(each) for each in row.hints]
        return " · ".join((row.name or "—", *hints, *told, *(remark[:GLIMPSE] for remark in row.remarks)))

    def _shown(self, key: str, value: Value) -> str:
        spec = self._registry[BY_KEY[key].kind].field(key)
        return show(spec, value, self._reference, self._lang)[:GLIMPSE]


def taken_cell(row: Row) -> Cell:
    """Return whether a row is taken, in words and colour."""
    shown, taken = row
    if shown.impossible:
        return Cell(text=QCoreApplication.translate("Import", "geht nicht"), tone="red", tag=True, icon="circle-x")
    if taken:
        return Cell(text=QCoreApplication.translate("Import", "ja"), tone="green", tag=True, icon="check")
    return Cell(text=QCoreApplication.translate("Import", "nein"), tone="amber", tag=True, icon="minus")


def columns(words: Words) -> Sequence[Column[Row]]:
    """Return the columns in the language spoken now."""

    def hints(row: Row) -> Cell:
        return Cell(text=unknown("; ".join(words.hint(each) for each in row[0].hints), whole=True), dim=True)

    return (
        Column[Row](
            key="place",
            title=QCoreApplication.translate("Import", "Zeile"),
            cell=lambda row: Cell(text=str(row[0].place), dim=True),
            sample="20000",
        ),
        Column[Row](
            key="taken",
            title=QCoreApplication.translate("Import", "Übernehmen"),
            cell=taken_cell,
            sample=QCoreApplication.translate("Import", "geht nicht") + "mmm",
            tag=True,
        ),
        Column[Row](
            key="name",
            title=QCoreApplication.translate("Import", "Name"),
            cell=lambda row: Cell(text=unknown(row[0].name) or "—", strong=True),
            sample="Kovalenko",
            stretch=2,
        ),
        Column[Row](
            key="born", title=QCoreApplication.translate("Import", "geboren"), cell=_born, sample="24.11.2026", drop=2
        ),
        Column[Row](
            key="town",
            title=QCoreApplication.translate("Import", "Ort"),
            cell=lambda row: Cell(text=words.place(row[0])),
            sample="Ibbenbüren",
            drop=3,
        ),
        Column[Row](
            key="hints",
            title=QCoreApplication.translate("Import", "Hinweis"),
            cell=hints,
            sample="KD-2026-0017, mehr",
            stretch=3,
        ),
    )


def _born(row: Row) -> Cell:
    born: Value = row[0].person_values.get("birth_date")
    return Cell(text=show_partial(str(born)) if born else "")


def unknown(text: str, *, whole: bool = False) -> str:
    """Hide names the vault does not know yet, as the privacy key hides those it knows; `whole` texts hold none."""
    if whole or not privacy.hidden():
        return text
    return " ".join(f"{word[:1]}{privacy.DOTS}" for word in text.split())


def target_keys() -> tuple[str, ...]:
    """Return what columns may become: first the person, then the case."""
    return (
        *(key for key, each in BY_KEY.items() if each.kind != CASE),
        *(k for k, each in BY_KEY.items() if each.kind == CASE),
    )
