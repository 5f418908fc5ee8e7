"""How the main window is filled: its navigation, and a sample of it for the gallery."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kimdesk.ui import actions
from kimdesk.ui.i18n import translated
from kimdesk.ui.shell.family import FamilyFrame, FamilyHeader, HeaderTag, Section
from kimdesk.ui.shell.nav import NavEntry
from kimdesk.ui.shell.screen import Context, Screen
from kimdesk.ui.shell.window import MainWindow
from kimdesk.ui.widgets.stepper import Step

TABS: tuple[tuple[str, str], ...] = (
    ("overview", str(QT_TRANSLATE_NOOP("Tabs", "Überblick"))),
    ("persons", str(QT_TRANSLATE_NOOP("Tabs", "Personen"))),
    ("plan", str(QT_TRANSLATE_NOOP("Tabs", "Plan"))),
    ("contacts", str(QT_TRANSLATE_NOOP("Tabs", "Kontakte"))),
)
"""The tabs of a family's page that work."""


def navigation() -> list[NavEntry]:
    """Return the entries of the navigation: only what works."""
    return [NavEntry("families", actions.text("families"), "users")]


def tab_word(key: str) -> str:
    """Return a tab's word in the language spoken now."""
    return translated("Tabs", dict(TABS)[key])


def phases() -> list[Step]:
    """Return the eight phases with their words in the language spoken now."""
    say = QCoreApplication.translate
    return [
        Step("clearing", say("Phases", "Klärung")),
        Step("assessment", say("Phases", "Assessment")),
        Step("planning", say("Phases", "Planung")),
        Step("linking", say("Phases", "Vermittlung")),
        Step("monitoring", say("Phases", "Monitoring")),
        Step("evaluation", say("Phases", "Evaluation")),
        Step("closing", say("Phases", "Abschluss")),
        Step("aftercare", say("Phases", "Nachsorge")),
    ]


def sample_window(context: Context, kind: str, screen: Screen) -> MainWindow:
    """Return a main window showing one screen, as the gallery wants it."""
    window = MainWindow(context.clock)
    window.set_navigation(navigation())
    window.status.set_saved(context.clock.now_ms() - 2000)
    window.status.set_who("M. Sommer · Musterträger e. V. · Ochtrup")
    shown = Screen("families", _family(screen), screen, family=True) if kind == "family" else screen
    window.register("families", lambda _record: shown)
    window.open_screen("families")
    window.set_full(full=kind == "full")
    return window


def _family(screen: Screen) -> FamilyFrame:
    tab = screen.key.removeprefix("family_")
    sections = [Section(key, tab_word(key), lambda: screen) for key, _word in TABS]
    made = FamilyFrame(phases(), sections)
    say = QCoreApplication.translate
    made.show_header(
        FamilyHeader(
            overline="KD-2026-0017 · Ochtrup · " + say("Sample", "seit 16.04.2026"),
            name=say("Sample", "Familie Dimitrov"),
            native="Димитрови",
            phase="monitoring",
            tags=(
                HeaderTag(text=say("Sample", "2 Zusagen offen"), tone="amber", icon="handshake"),
                HeaderTag(text=say("Sample", "4 Einwilligungen gültig"), tone="green", icon="file-check"),
                HeaderTag(text=say("Sample", "bulgarisch, Sprachmittlung nötig"), tone="blue", icon="languages"),
            ),
        )
    )
    made.open_section(tab if tab in dict(TABS) else "overview")
    return made
