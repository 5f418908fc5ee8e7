"""The look in force: one palette and one font scale, carried by the application like its palette and font."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from kimdesk.ui.theme import fonts, tokens
from kimdesk.ui.theme.sheet import style_sheet
from kimdesk.ui.theme.tokens import Palette, ThemeName

_PROPERTY = "kimdeskLook"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A theme and a font scale (1.0 to 2.0); every measure that follows the text comes from here."""

    theme: ThemeName = "light"
    scale: float = 1.0

    @property
    def palette(self) -> Palette:
        """The colours."""
        return tokens.PALETTES[self.theme]

    def px(self, size: float) -> int:
        """Return a measure that grows with the text, in pixels."""
        return max(1, round(size * self.scale))

    def control(self, *, touch: bool = False) -> int:
        """Return the height of a control: its padding stays, its text grows."""
        base = tokens.TOUCH_HEIGHT if touch else tokens.CONTROL_HEIGHT
        return base + round(20 * (self.scale - 1.0))

    def color(self, role: str) -> QColor:
        """Return the colour of a role for painting."""
        return QColor(self.palette.colour(role))

    def font(self, size: float = tokens.BODY, weight: int = 400) -> QFont:
        """Return the interface font in a size (at 100 %) and weight."""
        return fonts.ui_font(size * self.scale, weight)


def current() -> Look:
    """Return the look in force, or the default before one was applied."""
    app = QApplication.instance()
    look = app.property(_PROPERTY) if app is not None else None
    return look if isinstance(look, Look) else Look()


def chosen(theme: str, percent: int) -> Look:
    """Return the look a setting asks for; "system" follows the desktop where it tells."""
    name: ThemeName = "light"
    if theme in tokens.PALETTES:
        name = theme
    elif QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark:
        name = "dark"
    return Look(theme=name, scale=min(2.0, max(1.0, percent / 100)))


def apply(app: QApplication, look: Look) -> None:
    """Put a look in force for the whole application; takes about 20 ms, more with every widget there is.

    One that is in force already is left alone.
    """
    if app.styleSheet() and current() == look:
        return
    fonts.load()
    app.setProperty(_PROPERTY, look)
    if not app.styleSheet():  # one style for good: changing it touches every widget there is
        app.setStyle(QStyleFactory.create("fusion"))
    app.setPalette(qt_palette(look.palette))
    app.setFont(look.font())
    app.setStyleSheet(style_sheet(look.palette, look.scale))


def qt_palette(colours: Palette) -> QPalette:
    """Return Qt's palette in our colours, so that everything without a style of its own fits as well."""
    role = QPalette.ColorRole
    made = QPalette()
    for target, name in (
        (role.Window, "bg"),
        (role.Base, "surface"),
        (role.AlternateBase, "raised"),
        (role.Button, "surface"),
        (role.ToolTipBase, "surface"),
        (role.WindowText, "text"),
        (role.Text, "text"),
        (role.ButtonText, "text"),
        (role.ToolTipText, "text"),
        (role.PlaceholderText, "dim"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.Link, "accent"),
        (role.Accent, "accent"),
    ):
        made.setColor(target, QColor(colours.colour(name)))
    disabled = QPalette.ColorGroup.Disabled
    for target in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(disabled, target, QColor(colours.dim))
    return made
