"""The window of an office or a provider: its navigation, what its screens get, and a sample for the gallery."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP

from kimdesk.base.clock import Clock
from kimdesk.domain.changes import Changes
from kimdesk.ui import actions
from kimdesk.ui.dialogs.memory import Remember, forget
from kimdesk.ui.i18n import translated
from kimdesk.ui.shell.nav import NavEntry
from kimdesk.ui.shell.screen import Context, Screen
from kimdesk.ui.shell.window import MainWindow
from kimdesk.ui.tasks import Runner

if TYPE_CHECKING:
    from kimdesk.office.authority import AuthoritySession

V = TypeVar("V", bound="AuthoritySession")

POST = Changes(kinds=frozenset({"post"}))
"""News for every open screen: something came in, went out, or somebody was let in."""

NAVIGATION: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "office": (
        ("inbox", str(QT_TRANSLATE_NOOP("Authority", "Eingang")), "inbox"),
        ("district_figures", str(QT_TRANSLATE_NOOP("Authority", "Zahlen")), "chart-column"),
        ("district_observations", str(QT_TRANSLATE_NOOP("Authority", "Beobachtungen")), "construction"),
        ("shared_cases", str(QT_TRANSLATE_NOOP("Authority", "Geteilte Fälle")), "users"),
        ("receipts", str(QT_TRANSLATE_NOOP("Authority", "Eingangsbestätigungen")), "file-check"),
        ("devices", str(QT_TRANSLATE_NOOP("Authority", "Geräte")), "laptop"),
    ),
    "provider": (
        ("devices", str(QT_TRANSLATE_NOOP("Authority", "Geräte")), "laptop"),
        ("sheets", str(QT_TRANSLATE_NOOP("Authority", "Wiederherstellung")), "key-round"),
        ("backups", str(QT_TRANSLATE_NOOP("Authority", "Sicherungen")), "archive"),
        ("blocks", str(QT_TRANSLATE_NOOP("Authority", "Textbausteine")), "quote"),
    ),
}
_KINDS = {
    "office": str(QT_TRANSLATE_NOOP("Authority", "Koordinierungsstelle")),
    "provider": str(QT_TRANSLATE_NOOP("Authority", "Träger")),
}


def navigation(kind: str) -> list[NavEntry]:
    """Return the entries of an office's or a provider's window."""
    return [NavEntry(key, translated("Authority", word), icon) for key, word, icon in NAVIGATION[kind]]


def who(kind: str, label: str) -> str:
    """Return what the status bar says about whose vault this is."""
    return f"{label} · {translated('Authority', _KINDS[kind])}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityContext(Generic[V]):
    """What every screen of an office or a provider gets: its vault, time, work beside the window, ways to go."""

    clock: Clock
    runner: Runner
    vault: V
    go: Callable[[str, str], None] = field(default=lambda _screen, _record: None)
    """Open a screen by its key for a record (or "")."""
    tell: Callable[[Changes], None] = field(default=lambda _changes: None)
    """Broadcast to all open screens what changed."""
    remember: Remember = field(default=forget)
    """Keep what is typed into a dialog, under a key of its own, until it is accepted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnContext:
    """What the settings get of an office's or a provider's vault."""

    clock: Clock
    runner: Runner
    desk: AuthoritySession
    tell: Callable[[Changes], None]
    protect: Callable[[], None]
    rekey: Callable[[str], None]
    choose_look: Callable[[object], None]
    handbook: Callable[[], None]
    remember: Remember = forget


def below() -> list[NavEntry]:
    """Return the entries at the bottom of its navigation."""
    return [NavEntry("settings", actions.text("settings"), actions.spec("settings").icon)]


def sample_window(context: Context, kind: str, screen: Screen) -> MainWindow:
    """Return the window showing one screen, as the gallery wants it."""
    window = MainWindow(context.clock, caseload=False)
    window.set_navigation(navigation(kind), below())
    window.status.set_who(who(kind, "Kreis Steinfurt" if kind == "office" else "Musterträger e. V."))
    window.register(screen.key, lambda _record: screen)
    window.open_screen(screen.key)
    return window
