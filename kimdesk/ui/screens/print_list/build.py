"""Puts the print list together."""

from __future__ import annotations

from kimdesk.ui.i18n import language
from kimdesk.ui.screens.print_list.presenter import PrintListPresenter
from kimdesk.ui.screens.print_list.view import PrintListView
from kimdesk.ui.shell.screen import Context, Screen


def build(context: Context, _record: str = "") -> Screen:
    """Return the papers that wait for the printer."""
    view = PrintListView(context.desk.reference, language())
    presenter = PrintListPresenter(context, view)
    view.check_asked.connect(presenter.check)
    view.print_asked.connect(presenter.ask_printer)
    view.printed.connect(presenter.printed)
    view.remove_asked.connect(presenter.remove)
    view.back_asked.connect(presenter.put_back)
    view.misdirected_asked.connect(presenter.misdirect)
    view.families_asked.connect(lambda: context.go("families", ""))
    return Screen("print_list", view, presenter)
