"""Puts the page of child protection together."""

from __future__ import annotations

from kimdesk.base.ids import RecordId
from kimdesk.casework import family, slips
from kimdesk.casework.protection import ProtectionWay
from kimdesk.domain.records import RECORDS, ProtectionEntry
from kimdesk.domain.values import Value
from kimdesk.ui.dialogs.memory import Typed
from kimdesk.ui.dialogs.passphrase import ask_passphrase
from kimdesk.ui.forms.form import FormContext, remaining
from kimdesk.ui.forms.records import RecordsCard
from kimdesk.ui.forms.records_presenter import RecordsPresenter, connect
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.family_protection.leaving import LeavingPresenter
from kimdesk.ui.screens.family_protection.presenter import ProtectionPresenter, entry_line
from kimdesk.ui.screens.family_protection.view import ProtectionView
from kimdesk.ui.shell.family_rows import call_name
from kimdesk.ui.shell.screen import Context, Screen

KIND = RECORDS["protection_entry"]
FIELDS = (
    ("date", "children"),
    "observed",
    "said",
    "assessment",
    "agreed",
    ("consulted_on", "consulted_whom"),
    "told_family",
    "not_told_reason",
    ("notified_on", "notified_whom"),
)


def build(context: Context, record: str) -> Screen:
    """Return the page of the case with this id (hex), closed."""
    desk, case = context.desk, RecordId(bytes.fromhex(record))
    view = ProtectionView()

    def choices() -> dict[str, tuple[tuple[str, str], ...]]:
        persons = family.persons(desk, case)
        return {"person": tuple((each.id.hex(), call_name(each, persons)) for each in persons)}

    def given() -> dict[str, Value]:
        return {"date": desk.today}

    def line(entry: object) -> str:
        assert isinstance(entry, ProtectionEntry)
        return entry_line(entry, family.persons(desk, case))

    def unfold() -> RecordsPresenter:
        form = FormContext(reference=desk.reference, today=desk.today, language=language(), port=context.port)
        placed = [name for line in FIELDS for name in ((line,) if isinstance(line, str) else line)]
        heading, empty = view.entry_words()
        card = RecordsCard(heading, KIND, (*FIELDS, *remaining(KIND, placed)), form, empty=empty)
        listed = RecordsPresenter(
            context, KIND, card, case=case, lang=language(), choices=choices, given=given, line=line
        )
        connect(card, listed)
        view.unfold(card)
        return listed

    presenter = ProtectionPresenter(context, case, view, unfold)

    def ask() -> None:
        ask_passphrase(view, desk, context.runner, why=view.why(), go_on=view.open_button.text(), act=presenter.open)

    def leave(way: ProtectionWay) -> None:
        dialog = view.ask_leaving(way, presenter.leaving(way), context.runner)
        leaving = LeavingPresenter(context, case, way, dialog)
        dialog.presenter = leaving
        dialog.confirmed.connect(leaving.confirm)
        dialog.save_wanted.connect(leaving.save)
        dialog.printed.connect(leaving.left)
        where = Typed(dialog, dialog.strip, dialog.left)
        context.remember(where, f"{slips.PROTECTED}{way}:{record}", dialog.kept())
        dialog.open()

    view.leave_asked.connect(leave)
    view.open_asked.connect(ask)
    view.close_asked.connect(presenter.close)
    view.away.connect(presenter.close)
    return Screen("family_protection", view, presenter, family=True)
