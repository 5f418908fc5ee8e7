"""Opens the dialog in which a caseload kept in a table is taken over."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kimdesk.ui.dialogs.import_presenter import ImportPresenter
from kimdesk.ui.dialogs.import_table import Words
from kimdesk.ui.dialogs.import_view import ImportDialog
from kimdesk.ui.i18n import language
from kimdesk.ui.shell.screen import Context


def open_import(parent: QWidget | None, context: Context) -> ImportDialog:
    """Ask for a table, show what it becomes, write it as one change."""
    dialog = made(parent, context)
    dialog.open()
    return dialog


def made(parent: QWidget | None, context: Context) -> ImportDialog:
    """Return the dialog with its presenter, not yet shown."""
    desk = context.desk
    dialog = ImportDialog(parent, Words(desk.services.registry, desk.reference, language()))
    dialog.attach(ImportPresenter(desk, context.runner, dialog, tell=context.tell))
    return dialog
