"""Puts the print list together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kimdesk.ui.dialogs.passphrase import ask_passphrase
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.print_list.presenter import PrintListPresenter
from kimdesk.ui.screens.print_list.view import PrintListView
from kimdesk.ui.shell.screen import Context, Screen


def build(context: Context, _record: str = "") -> Screen:
    """Return the papers that wait for the printer."""
    view = PrintListView(context.desk.reference, language())
    presenter = PrintListPresenter(context, view)
    view.check_asked.connect(presenter.check)
    view.print_asked.connect(lambda: _prove(context, view, presenter))
    view.printed.connect(presenter.printed)
    view.remove_asked.connect(presenter.remove)
    view.back_asked.connect(presenter.put_back)
    view.misdirected_asked.connect(presenter.misdirect)
    view.families_asked.connect(lambda: context.go("families", ""))
    return Screen("print_list", view, presenter)


def _prove(context: Context, view: PrintListView, presenter: PrintListPresenter) -> None:
    """Whoever prints more than one paper at once shows first that it is their desk."""
    if presenter.papers < 2:
        presenter.ask_printer()
        return
    ask_passphrase(
        view,
        context.desk,
        context.runner,
        why=QCoreApplication.translate("PrintListView", "Mehrere Blätter auf einmal verlassen den Tresor."),
        go_on=QCoreApplication.translate("PrintListView", "Weiter zum Drucker"),
        act=presenter.ask_printer,
    )
