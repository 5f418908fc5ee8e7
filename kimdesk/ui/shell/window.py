"""The main window: top bar, navigation, the current screen, status bar. Its title names no one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kimdesk.base.clock import Clock
from kimdesk.domain.changes import Changes
from kimdesk.ui import actions
from kimdesk.ui.actions import ActionSet, Place
from kimdesk.ui.shell.nav import NavEntry, Navigation
from kimdesk.ui.shell.screen import Leaves, Opens, Refreshes, Screen
from kimdesk.ui.widgets.brand import PRODUCT, Brand
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.notices import Banner, Strip
from kimdesk.ui.widgets.searchbutton import SearchButton
from kimdesk.ui.widgets.statusbar import StatusBar
from kimdesk.ui.widgets.tab_order import step

LEAST_HEIGHT = 160
TURNED = "turned"
"""The screen shown to a family: nobody comes back to it by going back."""


class Screens(QStackedWidget):
    """The screens, one shown: they get the room there is and scroll, the window never grows beyond the display."""

    def hasHeightForWidth(self) -> bool:
        """Ask for no height of its own."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Leave room for the bars around, with large type on a small display as well."""
        return QSize(super().minimumSizeHint().width(), LEAST_HEIGHT)


class MainWindow(QWidget):
    """Holds the screens; tells them of changes and asks them to finish before they are left."""

    lock_asked = Signal()
    command_asked = Signal()
    cover_asked = Signal()
    protection_asked = Signal()
    privacy_asked = Signal()
    incident_asked = Signal()
    handbook_asked = Signal()
    changed = Signal(object)
    undo_asked = Signal()
    redo_asked = Signal()
    scale_asked = Signal(int)
    text_block_asked = Signal()
    hand_over_asked = Signal()
    take_over_asked = Signal()
    closing = Signal()

    def __init__(self, clock: Clock, *, demo: bool = False, caseload: bool = True) -> None:
        """Make the window; without a caseload (office, provider) it knows no families and no steps to take back."""
        super().__init__()
        self.setWindowTitle(PRODUCT)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._screens: dict[str, Screen] = {}
        self._makers: dict[str, Callable[[str], Screen]] = {}
        self._trail: list[tuple[str, str]] = []
        self._place = Place(unlocked=True)
        self._demo = demo
        self._caseload = caseload
        self.status = StatusBar(clock)
        self.strip = Strip()
        self.nav = Navigation(self.tr("Bereiche"))
        self.stack = Screens()
        self.nav.pressed.connect(self._go)
        self._build()
        self.actions_ = ActionSet(self, self._acts() | (self._acts_on_families() if self._caseload else {}))
        self.actions_.update(self._place)

    def _acts(self) -> dict[str, Callable[[], None]]:
        return {
            "lock": self.lock_asked.emit,
            "cover": self.cover_asked.emit,
            "protection": self.protection_asked.emit,
            "privacy": self.privacy_asked.emit,
            "handbook": self.handbook_asked.emit,
            "incident": self.incident_asked.emit,
            "back": self.back,
            "larger": lambda: self.scale_asked.emit(10),
            "smaller": lambda: self.scale_asked.emit(-10),
        }

    def _acts_on_families(self) -> dict[str, Callable[[], None]]:
        return {
            "undo": self.undo_asked.emit,
            "redo": self.redo_asked.emit,
            "text_block": self.text_block_asked.emit,
            "hand_over": self.hand_over_asked.emit,
            "take_over": self.take_over_asked.emit,
            "command": self.command_asked.emit,
            "today": lambda: self.open_screen("today"),
            "families": lambda: self.open_screen("families"),
            "partners": lambda: self.open_screen("partners"),
            "observations": lambda: self.open_screen("observations"),
            "exchange": lambda: self.open_screen("exchange"),
            "settings": lambda: self.open_screen("settings"),
            "print_list": lambda: self.open_screen("print_list"),
            "deputyship": lambda: self.open_screen("deputyship"),
            "find_family": lambda: self.open_screen("families"),
        }

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._top = self._top_bar()
        outer.addWidget(self._top)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.nav)
        inner = QVBoxLayout()
        inner.setSpacing(0)
        self._notes_part = QWidget()
        self._notes = QVBoxLayout(self._notes_part)
        self._notes.setContentsMargins(24, 0, 24, 0)
        self._notes.addWidget(self.strip)
        self.strip.installEventFilter(self)
        inner.addWidget(self._notes_part)
        inner.addWidget(self.stack, 1)
        middle.addLayout(inner, 1)
        outer.addLayout(middle, 1)
        outer.addWidget(self.status)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - Qt's way
        """Let Tab go as one reads, also through what came later than its neighbours."""
        return step(self, forward=forward) or super().focusNextPrevChild(forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the strip away from the top bar while it speaks."""
        if watched is self.strip and event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            above = 12 if event.type() == QEvent.Type.ShowToParent else 0
            self._notes.setContentsMargins(24, above, 24, 0)
        return False

    def _top_bar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("role", "topbar")
        box = QHBoxLayout(bar)
        box.setContentsMargins(16, 6, 16, 7)
        box.setSpacing(16)
        box.addWidget(Brand())
        if self._demo:
            box.addWidget(Banner(self.tr("Beispiel zum Üben: alle Personen sind erfunden")))
        self.command = SearchButton(self.tr("Familie, Person, Notiz oder Aktion suchen …"), actions.key_text("command"))
        self.command.clicked.connect(self.command_asked)
        if not self._caseload:
            self.command.hide()
        box.addWidget(self.command, 1)
        box.addStretch(1)
        self.cover_button = Button(actions.text("cover"), icon="eye-off", kind="quiet")
        self.cover_button.setToolTip(actions.key_text("cover"))
        self.cover_button.clicked.connect(self.cover_asked)
        box.addWidget(self.cover_button)
        self.lock_button = Button(actions.text("lock"), icon="lock", kind="quiet")
        self.lock_button.setToolTip(actions.key_text("lock"))
        self.lock_button.clicked.connect(self.lock_asked)
        box.addWidget(self.lock_button)
        return bar

    def set_navigation(self, entries: Sequence[NavEntry], below: Sequence[NavEntry] = ()) -> None:
        """Show what works."""
        self.nav.set_entries(entries, below)

    def register(self, key: str, make: Callable[[str], Screen]) -> None:
        """Tell how a screen is made; `make` gets a record's id in hex, or "" for screens without one."""
        self._makers[key] = make

    def open_screen(self, key: str, record: str = "") -> None:
        """Show a screen, made on its first visit; another record makes it anew."""
        self.leave()
        slot = f"{key}:{record}"
        screen = self._screens.get(slot)
        if screen is None:
            screen = self._makers[key](record)
            if record:
                self._forget(key)
            self._screens[slot] = screen
            self.stack.addWidget(screen.widget)
        if key != TURNED and (not self._trail or self._trail[-1] != (key, record)):
            self._trail.append((key, record))
        self.stack.setCurrentWidget(screen.widget)
        self.nav.set_current(key)
        self._place = Place(unlocked=True, family=screen.family, screen=key)
        self.actions_.update(self._place)
        for part in screen.parts():
            if isinstance(part, Opens):
                part.opened()
        _focus_into(screen.widget)

    def set_full(self, *, full: bool, bare: bool = False) -> None:
        """Hide top bar and navigation, for visit mode; the status bar stays, unless the screen is turned (`bare`)."""
        self._top.setVisible(not full and not bare)
        self.nav.setVisible(not full and not bare)
        self.status.setVisible(not bare)
        self._notes_part.setVisible(not bare)

    def back(self) -> None:
        """Return to the screen before this one."""
        if len(self._trail) > 1:
            self._trail.pop()
            self.open_screen(*self._trail[-1])

    @property
    def shown(self) -> tuple[str, str]:
        """The key of the screen shown and the record it was opened for (hex, or an empty text)."""
        return self._trail[-1] if self._trail else ("", "")

    @property
    def visiting(self) -> bool:
        """Tell whether a visit is open, or was turned away from to show the family its plan."""
        turned = self._place.screen == TURNED
        return (self.shown[0] if turned else self._place.screen) in actions.VISIT

    def current_screen(self) -> Screen | None:
        """Return the screen shown now."""
        widget = self.stack.currentWidget()
        return next((known for known in self._screens.values() if known.widget is widget), None)

    def leave(self) -> None:
        """Let the current screen turn its drafts into changes."""
        shown = self.current_screen()
        for part in shown.parts() if shown else ():
            if isinstance(part, Leaves):
                part.leave()

    def broadcast(self, changes: Changes) -> None:
        """Tell every open screen what kind of thing changed."""
        for screen in tuple(self._screens.values()):
            for part in screen.parts():
                if isinstance(part, Refreshes):
                    part.refresh(changes)
        self.changed.emit(changes)

    def _go(self, key: str) -> None:
        self.open_screen(key)

    def _forget(self, key: str) -> None:
        for slot in [slot for slot in self._screens if slot.startswith(f"{key}:") and slot != f"{key}:"]:
            old = self._screens.pop(slot)
            self.stack.removeWidget(old.widget)
            old.widget.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish drafts, tell the app, never ask about saving."""
        self.leave()
        self.closing.emit()
        super().closeEvent(event)


def _focus_into(widget: QWidget) -> None:
    """Put the focus on the first control of a screen that did not choose one itself."""
    if widget.focusWidget() is not None:
        return
    for child in widget.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isEnabled() and child.isVisibleTo(widget):
            child.setFocus()
            return
