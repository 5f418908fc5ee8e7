"""The colours and measures of the look as plain data; knows no Qt."""

from __future__ import annotations

from typing import Literal, NamedTuple

ThemeName = Literal["light", "dark", "contrast"]


class Palette(NamedTuple):
    """One colour per role, written as #RRGGBB."""

    bg: str
    surface: str
    raised: str
    line: str
    control: str
    text: str
    dim: str
    red: str
    red_soft: str
    amber: str
    amber_soft: str
    green: str
    green_soft: str
    blue: str
    blue_soft: str
    accent: str
    on_accent: str
    accent_soft: str
    line_width: int = 1
    focus_width: int = 2
    """Pixels of the outline of what has the focus: always more than any other outline."""

    def colour(self, role: str) -> str:
        """Return the colour of a role; raises AttributeError for a role that does not exist."""
        value: str = getattr(self, role)
        return value


LIGHT = Palette(
    bg="#F5F4F0",
    surface="#FFFFFF",
    raised="#FBFAF8",
    line="#DEDAD2",
    control="#8A9195",
    text="#1E2A2E",
    dim="#57646A",
    red="#A8231C",
    red_soft="#FAE7E5",
    amber="#7A4E00",
    amber_soft="#FFF1D6",
    green="#27632E",
    green_soft="#E4F2E5",
    blue="#28569A",
    blue_soft="#E6EEF9",
    accent="#0B6A6B",
    on_accent="#FFFFFF",
    accent_soft="#E1EFEE",
)

DARK = Palette(
    bg="#13191B",
    surface="#1B2326",
    raised="#20292C",
    line="#334045",
    control="#6B7B81",
    text="#E7EDEE",
    dim="#A3B1B6",
    red="#FF9D94",
    red_soft="#3E201E",
    amber="#F2C063",
    amber_soft="#3A2D12",
    green="#8ED196",
    green_soft="#1B3420",
    blue="#9BBEF2",
    blue_soft="#1C2D45",
    accent="#63C7C2",
    on_accent="#08201F",
    accent_soft="#163A3B",
)

CONTRAST = Palette(
    bg="#FFFFFF",
    surface="#FFFFFF",
    raised="#FFFFFF",
    line="#000000",
    control="#000000",
    text="#000000",
    dim="#262626",
    red="#7A0000",
    red_soft="#FFFFFF",
    amber="#523300",
    amber_soft="#FFFFFF",
    green="#0B4013",
    green_soft="#FFFFFF",
    blue="#0A2F6B",
    blue_soft="#FFFFFF",
    accent="#00474A",
    on_accent="#FFFFFF",
    accent_soft="#CFEDEB",
    line_width=2,
    focus_width=4,
)

PALETTES: dict[ThemeName, Palette] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((text, ground) for text in ("text", "dim", "accent", "red") for ground in ("bg", "surface", "raised")),
    *((tone, ground) for tone in ("amber", "green", "blue") for ground in ("bg", "surface")),
    *((tone, f"{tone}_soft") for tone in ("red", "amber", "green", "blue", "accent")),
    ("text", "accent_soft"),
    ("dim", "accent_soft"),
    ("text", "red_soft"),
    ("text", "amber_soft"),
    ("text", "green_soft"),
    ("text", "blue_soft"),
    ("on_accent", "accent"),
)
"""Every text colour with every ground it is written on."""

CONTROL_PAIRS: tuple[tuple[str, str], ...] = (
    ("control", "surface"),
    ("control", "raised"),
    ("accent", "surface"),
    ("accent", "bg"),
    ("accent", "raised"),
)
"""Every outline that tells a control or the focus from its ground."""

GRID = 4
RADIUS_CARD = 10
RADIUS_CONTROL = 8
RADIUS_TAG = 6
CARD_PADDING = 16
GAP = 16
CONTROL_HEIGHT = 34
TOUCH_HEIGHT = 44
NAV_WIDTH = 184
BODY = 14.0
SMALL = 12.5
SECTION = 15.0
TITLE = 22.0
VISIT = 16.0
TURNED, TURNED_TITLE = 22.0, 32.0
"""Big type for the screen that is turned to a family."""
ICON = 18


def luminance(colour: str) -> float:
    """Return the relative luminance of #RRGGBB (WCAG 2.2), 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2), 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
