"""The head of a family's page with its five facts, the section tabs below, and the sections themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kimdesk.domain.changes import Changes
from kimdesk.ui import actions
from kimdesk.ui.shell.screen import Screen
from kimdesk.ui.shell.sections import Sections
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.closed import close, is_closed
from kimdesk.ui.widgets.labels import ElidedLabel
from kimdesk.ui.widgets.notices import ClosedLine
from kimdesk.ui.widgets.row_tabs import RowPhases, RowTabs
from kimdesk.ui.widgets.row_tags import RowTags
from kimdesk.ui.widgets.stepper import Step
from kimdesk.ui.widgets.surfaces import column, rule
from kimdesk.ui.widgets.tags import Tag, Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderTag:
    """One of the facts under the phases, as a tag."""

    text: str
    tone: Tone = ""
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyHeader:
    """What the head of a family's page shows."""

    overline: str = ""
    name: str = ""
    native: str = ""
    phase: str = ""
    tags: tuple[HeaderTag, ...] = ()
    closed: str = ""
    """Why the pages are only read, or nothing."""


@dataclass(frozen=True, slots=True)
class Section:
    """A tab: its key and word, and how its screen is made (on the first visit)."""

    key: str
    word: str
    make: Callable[[], Screen]


class FamilyFrame(QWidget):
    """Composes a family's sections; itself the widget (and listener) of one shell screen."""

    phase_asked = Signal(str)
    print_asked = Signal()
    visit_asked = Signal()

    def __init__(self, phases: Sequence[Step], sections: Sequence[Section]) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.overline = ElidedLabel("", "small")
        self.name = ElidedLabel("", "title")
        self.native = ElidedLabel("", "native")
        self.phases = RowPhases(self.tr("Phase"), phases)
        self.tags = RowTags(self.tr("Alle Angaben zeigen"))
        self.closed = ClosedLine()
        self.tabs = RowTabs(self.tr("Abschnitte"), [Step(s.key, s.word) for s in sections])
        self.stack = Sections({section.key: section.make for section in sections})
        self.print_button = Button(self.tr("Drucken"), icon="printer")
        self.visit_button = Button(self.tr("Besuch"), icon="house", kind="primary")
        actions.arm(self.print_button, "print")
        actions.arm(self.visit_button, "visit")
        self.print_button.clicked.connect(self.print_asked)
        self.visit_button.clicked.connect(self.visit_asked)
        self.phases.pressed.connect(self._ask_phase)
        self.tabs.pressed.connect(self.open_section)
        self._build()

    def _build(self) -> None:
        names = QHBoxLayout()
        names.setSpacing(8)
        names.addWidget(self.name)
        names.addWidget(self.native)
        names.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(column(self.overline, names, spacing=0), 1)
        head.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.visit_button, 0, Qt.AlignmentFlag.AlignVCenter)
        inner = QVBoxLayout()
        inner.setContentsMargins(24, 18, 24, 0)
        inner.setSpacing(8)
        inner.addLayout(head)
        inner.addWidget(self.phases)
        inner.addWidget(self.tags)
        inner.addWidget(self.closed)
        inner.addLayout(column(self.tabs, rule(), spacing=0))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(inner)
        outer.addWidget(self.stack, 1)

    def show_header(self, header: FamilyHeader) -> None:
        """Show the head."""
        self.overline.setText(header.overline)
        self.name.setText(header.name)
        self.native.setText(header.native)
        self.phases.set_current(header.phase)
        self.tags.refill(*(Tag(tag.text, tag.tone, icon=tag.icon) for tag in header.tags))
        self.closed.say(header.closed)
        if header.closed and not is_closed(self):
            close(self)

    def _ask_phase(self, phase: str) -> None:
        if is_closed(self):
            self.closed.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.phase_asked.emit(phase)

    def open_section(self, key: str) -> None:
        """Show a section, made on its first visit; the one left finishes its drafts."""
        if self.stack.turn_to(key):
            self.tabs.set_current(key)
            self.stack.tell_opened()

    def opened(self) -> None:
        """Put the focus on the tabs, unless the section already has it: Return must not print by chance.

        Where the pages are only read, it begins with the line that says so.
        """
        focus: QWidget | None = self.focusWidget()  # type: ignore[assignment, unused-ignore] # the stub knows no None
        if not (focus is not None and self.stack.isAncestorOf(focus)):
            if is_closed(self):
                self.closed.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.tabs.focus_current()

    def refresh(self, changes: Changes) -> None:
        """Pass news on to the sections made so far."""
        self.stack.refresh(changes)

    def leave(self) -> None:
        """Let the section shown finish its drafts."""
        self.stack.leave()
