"""The one table of actions: id, text, key, icon, and when each can be used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from kimdesk.ui.i18n import translated
from kimdesk.ui.theme.icons import icon

VISIT = frozenset({"visit", "visit_prepare"})
"""Screens that hold one family alone and fill the window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the user is: what decides which actions can be used."""

    unlocked: bool = False
    family: bool = False
    screen: str = ""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action as the whole program knows it."""

    id: str
    text: str
    key: str
    icon: str
    when: Callable[[Place], bool]


def _unlocked(place: Place) -> bool:
    return place.unlocked


def _at_desk(place: Place) -> bool:
    """Tell whether the screen is the worker's own: once it is turned to a family, only covering and locking work."""
    return place.unlocked and place.screen != "turned"


def _in_family(place: Place) -> bool:
    return _at_desk(place) and place.family


def _outside_visit(place: Place) -> bool:
    """Tell whether no family is being visited: visit mode is left by its own button, which asks."""
    return _at_desk(place) and place.screen not in VISIT


def _in_file(place: Place) -> bool:
    return _in_family(place) and _outside_visit(place)


def _in_list(place: Place) -> bool:
    return place.unlocked and place.screen == "families"


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("lock", str(QT_TRANSLATE_NOOP("Actions", "Sperren")), "Ctrl+L", "lock", _unlocked),
    ActionSpec("cover", str(QT_TRANSLATE_NOOP("Actions", "Abdecken")), "F9", "eye-off", _unlocked),
    ActionSpec("privacy", str(QT_TRANSLATE_NOOP("Actions", "Namen verbergen")), "F7", "eye-off", _at_desk),
    ActionSpec(
        "protection", str(QT_TRANSLATE_NOOP("Actions", "Schutz am Bildschirm")), "Shift+F9", "shield-check", _at_desk
    ),
    ActionSpec(
        "incident", str(QT_TRANSLATE_NOOP("Actions", "Datenpannen-Blatt …")), "Ctrl+Shift+D", "shield-alert", _at_desk
    ),
    ActionSpec("handbook", str(QT_TRANSLATE_NOOP("Actions", "Handbuch")), "F1", "circle-help", _at_desk),
    ActionSpec("undo", str(QT_TRANSLATE_NOOP("Actions", "Rückgängig")), "Ctrl+Z", "undo-2", _at_desk),
    ActionSpec("redo", str(QT_TRANSLATE_NOOP("Actions", "Wiederholen")), "Ctrl+Shift+Z", "redo-2", _at_desk),
    ActionSpec("today", str(QT_TRANSLATE_NOOP("Actions", "Heute")), "Ctrl+1", "sun", _outside_visit),
    ActionSpec("families", str(QT_TRANSLATE_NOOP("Actions", "Familien")), "Ctrl+2", "users", _outside_visit),
    ActionSpec("partners", str(QT_TRANSLATE_NOOP("Actions", "Partner")), "Ctrl+6", "building-2", _outside_visit),
    ActionSpec(
        "observations", str(QT_TRANSLATE_NOOP("Actions", "Beobachtungen")), "Ctrl+7", "construction", _outside_visit
    ),
    ActionSpec("exchange", str(QT_TRANSLATE_NOOP("Actions", "Austausch")), "Ctrl+8", "package-check", _outside_visit),
    ActionSpec(
        "print_list", str(QT_TRANSLATE_NOOP("Actions", "Druckliste")), "Ctrl+Shift+P", "printer", _outside_visit
    ),
    ActionSpec(
        "deputyship", str(QT_TRANSLATE_NOOP("Actions", "Vertretung öffnen …")), "Ctrl+Shift+O", "users", _outside_visit
    ),
    ActionSpec("settings", str(QT_TRANSLATE_NOOP("Actions", "Einstellungen")), "Ctrl+,", "settings", _outside_visit),
    ActionSpec("command", str(QT_TRANSLATE_NOOP("Actions", "Suchen und tun")), "Ctrl+K", "search", _outside_visit),
    ActionSpec("find_family", str(QT_TRANSLATE_NOOP("Actions", "Familie finden")), "Ctrl+F", "search", _outside_visit),
    ActionSpec("new_family", str(QT_TRANSLATE_NOOP("Actions", "Neue Familie")), "Ctrl+N", "plus", _in_list),
    ActionSpec(
        "import", str(QT_TRANSLATE_NOOP("Actions", "Bestand übernehmen …")), "Ctrl+Shift+N", "file-plus", _in_list
    ),
    ActionSpec("visit", str(QT_TRANSLATE_NOOP("Actions", "Besuch")), "Ctrl+B", "house", _in_file),
    ActionSpec("text_block", str(QT_TRANSLATE_NOOP("Actions", "Textbaustein einfügen")), "F4", "quote", _in_family),
    ActionSpec("print", str(QT_TRANSLATE_NOOP("Actions", "Drucken")), "Ctrl+P", "printer", _in_file),
    ActionSpec("hand_over", str(QT_TRANSLATE_NOOP("Actions", "Fall übergeben …")), "Ctrl+Shift+H", "users", _in_file),
    ActionSpec(
        "take_over",
        str(QT_TRANSLATE_NOOP("Actions", "Fall übernehmen …")),
        "Ctrl+Shift+U",
        "package-open",
        _outside_visit,
    ),
    ActionSpec(
        "turn", str(QT_TRANSLATE_NOOP("Actions", "Der Familie zeigen")), "Ctrl+T", "monitor-smartphone", _in_file
    ),
    ActionSpec("assessment", str(QT_TRANSLATE_NOOP("Actions", "Meine Einschätzung")), "F8", "eye", _in_family),
    ActionSpec("back", str(QT_TRANSLATE_NOOP("Actions", "Zurück")), "Alt+Left", "arrow-left", _in_file),
    ActionSpec("larger", str(QT_TRANSLATE_NOOP("Actions", "Schrift größer")), "Ctrl++", "zoom-in", _unlocked),
    ActionSpec("smaller", str(QT_TRANSLATE_NOOP("Actions", "Schrift kleiner")), "Ctrl+-", "zoom-out", _unlocked),
)


def spec(action_id: str) -> ActionSpec:
    """Return one action; raises KeyError for an unknown id."""
    for known in ACTIONS:
        if known.id == action_id:
            return known
    raise KeyError(action_id)


def text(action_id: str) -> str:
    """Return an action's words in the language spoken now."""
    return translated("Actions", spec(action_id).text)


def key_text(action_id: str) -> str:
    """Return an action's key as people read it on their keyboard."""
    return QKeySequence(spec(action_id).key).toString(QKeySequence.SequenceFormat.NativeText)


def arm(button: QAbstractButton, action_id: str) -> None:
    """Give a button the key of its action, and tell the key in its tooltip; works while the button is seen."""
    button.setShortcut(QKeySequence(spec(action_id).key))
    button.setToolTip(key_text(action_id))


class ActionSet:
    """The QActions of one window, made from the table for those ids that have something to do."""

    def __init__(self, window: QWidget, does: Mapping[str, Callable[[], None]]) -> None:
        self._actions: dict[str, QAction] = {}
        for known in ACTIONS:
            if known.id in does:
                action = QAction(icon(known.icon), translated("Actions", known.text), window)
                action.setShortcut(QKeySequence(known.key))
                action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
                action.triggered.connect(lambda _checked=False, act=does[known.id]: act())
                window.addAction(action)
                self._actions[known.id] = action

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def __contains__(self, action_id: str) -> bool:
        return action_id in self._actions

    def update(self, place: Place) -> None:
        """Enable what can be used here."""
        for action_id, action in self._actions.items():
            action.setEnabled(spec(action_id).when(place))

    def retranslate(self) -> None:
        """Read the words again."""
        for action_id, action in self._actions.items():
            action.setText(text(action_id))
