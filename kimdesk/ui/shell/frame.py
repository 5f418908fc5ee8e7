"""How the main window is filled: its navigation, and a sample of it for the gallery."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from kimdesk.casework import family
from kimdesk.ui import actions
from kimdesk.ui.i18n import translated
from kimdesk.ui.shell import authority
from kimdesk.ui.shell.family import FamilyFrame, Section
from kimdesk.ui.shell.family_head import HeadWords, phase_steps
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.shell.nav import NavEntry
from kimdesk.ui.shell.screen import Context, Screen
from kimdesk.ui.shell.window import MainWindow

TABS: tuple[tuple[str, str], ...] = (
    ("overview", str(QT_TRANSLATE_NOOP("Tabs", "Überblick"))),
    ("persons", str(QT_TRANSLATE_NOOP("Tabs", "Personen"))),
    ("assessment", str(QT_TRANSLATE_NOOP("Tabs", "Assessment"))),
    ("network", str(QT_TRANSLATE_NOOP("Tabs", "Netzwerkkarte"))),
    ("plan", str(QT_TRANSLATE_NOOP("Tabs", "Plan"))),
    ("contacts", str(QT_TRANSLATE_NOOP("Tabs", "Kontakte"))),
    ("linking", str(QT_TRANSLATE_NOOP("Tabs", "Vermittlung"))),
    ("documents", str(QT_TRANSLATE_NOOP("Tabs", "Dokumente"))),
    ("consents", str(QT_TRANSLATE_NOOP("Tabs", "Einwilligungen"))),
    ("history", str(QT_TRANSLATE_NOOP("Tabs", "Verlauf"))),
    ("protection", str(QT_TRANSLATE_NOOP("Tabs", "Kinderschutz"))),
)
"""The tabs of a family's page that work."""
NAVIGATION = ("today", "families", "partners", "observations", "exchange")
"""The screens of the navigation that work, by their action."""
BELOW = ("settings",)
"""Those at its bottom."""


def navigation() -> list[NavEntry]:
    """Return the entries of the navigation: only what works."""
    return [NavEntry(key, actions.text(key), actions.spec(key).icon) for key in NAVIGATION]


def navigation_below() -> list[NavEntry]:
    """Return the entries at the bottom of the navigation."""
    return [NavEntry(key, actions.text(key), actions.spec(key).icon) for key in BELOW]


def tab_word(key: str) -> str:
    """Return a tab's word in the language spoken now."""
    return translated("Tabs", dict(TABS)[key])


def sample_window(context: Context, kind: str, screen: Screen) -> MainWindow:
    """Return a main window showing one screen, as the gallery wants it."""
    if kind in authority.NAVIGATION:
        return authority.sample_window(context, kind, screen)
    window = MainWindow(context.clock)
    window.set_navigation(navigation(), navigation_below())
    window.status.set_saved(context.clock.now_ms() - 2000)
    window.status.set_who("M. Sommer · Musterträger e. V. · Ochtrup")
    place = screen.key if kind == "window" and screen.key in (*NAVIGATION, *BELOW) else "families"
    shown = Screen("families", _family(context, screen), screen, family=True) if kind == "family" else screen
    window.register(place, lambda _record: shown)
    window.open_screen(place)
    window.set_full(full=kind == "full", bare=kind == "bare")
    return window


def _family(context: Context, screen: Screen) -> FamilyFrame:
    words = Words(context.desk.reference, context.desk.today)
    sections = [Section(key, tab_word(key), lambda: screen) for key, _word in TABS]
    made = FamilyFrame(phase_steps(words), sections)
    made.show_header(HeadWords(words).head(family.header(context.desk, sample_case(context.desk))))
    tab = screen.key.removeprefix("family_")
    made.open_section(tab if tab in dict(TABS) else "overview")
    return made
