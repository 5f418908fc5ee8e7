"""The handbook in the window: offline, with or without an open vault, to be read, printed and saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QWidget
from shiboken6 import isValid

from kimdesk.base.clock import Clock, today
from kimdesk.base.errors import KimError
from kimdesk.casework.handbook import handbook_pages, handbook_pdf, keep_handbook
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.files import ask_save
from kimdesk.ui.i18n import language
from kimdesk.ui.shell.nav import NavButton, NavEntry
from kimdesk.ui.tasks import Runner
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.reading import ReadingText
from kimdesk.ui.widgets.surfaces import column, row

ICONS = {
    "emergency": "shield-alert",
    "protected": "shield-check",
    "limits": "info",
    "unnoticed": "eye-off",
    "council": "users",
}
HEIGHT = 440
WIDTH = 960


class HandbookDialog(Dialog):
    """The pages in a list, the one chosen beside it; where the type is large, the list becomes one choice above."""

    def __init__(self, parent: QWidget | None, runner: Runner, clock: Clock, key: str = "") -> None:
        super().__init__(parent, QCoreApplication.translate("HandbookDialog", "Handbuch"), width=WIDTH)
        self._runner = runner
        self._clock = clock
        self._lang = language()
        self._pages = {page.key: page for page in handbook_pages(self._lang)}
        self.text = ReadingText()
        self.text.setMinimumHeight(min(current().px(HEIGHT), 520))
        self.choice = CodeCombo(self.tr("Seite"), [Option(page.key, page.title) for page in self._pages.values()])
        self.choice.removeItem(0)
        self.choice.chosen.connect(self.turn_to)
        self._group = QButtonGroup(self)
        self._entries = self._list()
        narrow = self._entries.sizeHint().width() > self.minimumWidth() * 2 // 5
        (self._entries if narrow else self.choice).hide()
        beside = row(self._entries, self.text, spacing=16)
        beside.setStretch(1, 1)
        self.box.addWidget(self.choice)
        self.box.addLayout(beside, 1)
        self.add_button(self.tr("Diese Seite drucken …"), self._print, icon="printer")
        self.add_button(self.tr("Handbuch als PDF speichern …"), self._ask_place, icon="save")
        self.add_button(self.tr("Fertig"), self.accept, kind="primary", icon="check")
        self.turn_to(key or next(iter(self._pages)))

    def _list(self) -> QWidget:
        frame = QWidget()
        box = column(spacing=2)
        for page in self._pages.values():
            button = NavButton(NavEntry(page.key, page.title, ICONS[page.key]))
            button.clicked.connect(lambda _checked=False, key=page.key: self.turn_to(key))
            self._group.addButton(button)
            box.addWidget(button)
        box.addStretch(1)
        frame.setLayout(box)
        return frame

    def turn_to(self, key: str) -> None:
        """Show a page."""
        self._key = key
        self.choice.set_code(key)
        for button in self._group.buttons():
            if isinstance(button, NavButton):
                button.setChecked(button.key == key)
        self.text.show_page(self._pages[key])

    def _with_paper(self, key: str, use: Callable[[bytes], None]) -> None:
        day, lang = today(self._clock), self._lang
        self._runner.run(
            lambda _steps: handbook_pdf(day, lang, key),
            lambda paper: use(paper) if isValid(self) else None,
            failed=self._failed,
            lane="side",
        )

    def _failed(self, error: KimError) -> None:
        if isValid(self):
            self.strip.fail(error)

    def _print(self) -> None:
        from kimdesk.ui.dialogs.printing import print_pdf  # noqa: PLC0415 - QtPrintSupport only when it is needed

        def use(paper: bytes) -> None:
            print_pdf(self, paper, lambda: None, self._failed)

        self._with_paper(self._key, use)

    def _ask_place(self) -> None:
        ask_save(self, self.tr("Handbuch speichern"), "Handbuch.pdf", "PDF (*.pdf)", self.save)

    def save(self, file: Path) -> None:
        """Write the whole handbook to a file."""

        def write(paper: bytes) -> None:
            try:
                keep_handbook(file, paper)
            except KimError as error:
                self._failed(error)
            else:
                self.strip.say(self.tr("Das Handbuch ist gespeichert."), tone="green")

        self._with_paper("", write)
