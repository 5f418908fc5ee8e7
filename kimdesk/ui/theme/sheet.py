"""The one style sheet: what a palette alone cannot say. Widgets choose a rule by their property `role`."""

from __future__ import annotations

from kimdesk.ui.theme import tokens
from kimdesk.ui.theme.fonts import points
from kimdesk.ui.theme.tokens import Palette


def style_sheet(colours: Palette, scale: float) -> str:
    """Return the style sheet of a palette at a font scale."""
    return "\n".join((_text(colours, scale), _surfaces(colours), _inputs(colours, scale), _scrolling(colours)))


def _size(pixels: float, scale: float) -> str:
    return f"font-size: {points(pixels * scale):.2f}pt;"


def _text(c: Palette, scale: float) -> str:
    return f"""
QDialog {{ background: {c.surface}; }}
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ {_size(tokens.TITLE, scale)} font-weight: 700; }}
QLabel[role="native"] {{ {_size(tokens.TITLE, scale)} color: {c.dim}; }}
QLabel[role="headline"] {{ {_size(18, scale)} font-weight: 700; }}
QLabel[role="section"] {{ {_size(tokens.SECTION, scale)} font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 500; }}
QLabel[role="dim"] {{ color: {c.dim}; }}
QLabel[role="small"] {{ color: {c.dim}; {_size(tokens.SMALL, scale)} }}
QLabel[role="label"] {{ color: {c.dim}; {_size(tokens.SMALL, scale)} font-weight: 600; }}
QLabel[role="hint"] {{ color: {c.amber}; {_size(tokens.SMALL, scale)} }}
QLabel[role="error"] {{ color: {c.red}; {_size(tokens.SMALL, scale)} }}
QLabel[role="visit"] {{ {_size(tokens.VISIT, scale)} }}
QLabel[role="turned_title"] {{ {_size(tokens.TURNED_TITLE, scale)} font-weight: 700; }}
QLabel[role="turned_head"] {{ {_size(tokens.TURNED, scale)} font-weight: 700; color: {c.accent}; }}
QLabel[role="turned"] {{ {_size(tokens.TURNED, scale)} }}
QLabel[role="turned_strong"] {{ {_size(tokens.TURNED, scale)} font-weight: 600; }}
QLabel[role="turned_dim"] {{ {_size(tokens.VISIT, scale)} color: {c.dim}; }}
QToolTip {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.control}; padding: 4px 8px; }}"""


def _surfaces(c: Palette) -> str:
    width = c.line_width
    return f"""
QWidget[role="page"], QStackedWidget, QScrollArea, QScrollArea > QWidget > QWidget[role="page"] {{
  background: {c.bg}; border: 0; }}
QScrollArea[reads="yes"] {{ border: {c.focus_width}px solid transparent; }}
QScrollArea[reads="yes"]:focus {{ border: {c.focus_width}px solid {c.accent}; }}
QScrollArea[role="paper"], QWidget[role="paper"] {{ background: {c.surface}; border: 0; }}
QFrame[role="card"] {{ background: {c.surface}; border: {width}px solid {c.line};
  border-radius: {tokens.RADIUS_CARD}px; }}
QFrame[role="card"][marked="true"] {{ border: {width}px solid {c.accent}; }}
QFrame[role="raised"] {{ background: {c.raised}; border: {width}px solid {c.line};
  border-radius: {tokens.RADIUS_CONTROL}px; }}
QFrame[role="topbar"] {{ background: {c.surface}; border: 0; border-bottom: {width}px solid {c.line}; }}
QFrame[role="nav"] {{ background: {c.surface}; border: 0; border-right: {width}px solid {c.line}; }}
QFrame[role="statusbar"] {{ background: {c.surface}; border: 0; border-top: {width}px solid {c.line}; }}
QFrame[role="rule"] {{ background: {c.line}; border: 0; min-height: {width}px; max-height: {width}px; }}
{_strips(c)}
QMenu {{ background: {c.surface}; border: {width}px solid {c.line}; padding: 4px; }}
QMenu::item {{ padding: 8px 24px 8px 12px; border-radius: {tokens.RADIUS_TAG}px; color: {c.text}; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}"""


def _strips(c: Palette) -> str:
    tones = ("red", "amber", "green", "blue")
    return "\n".join(
        f'QFrame[role="strip"][tone="{tone}"] {{ background: {c.colour(tone + "_soft")};'
        f" border: {c.line_width}px solid {c.colour(tone)}; border-radius: {tokens.RADIUS_CONTROL}px; }}"
        for tone in tones
    )


def _inputs(c: Palette, scale: float) -> str:
    edge, ring, radius = c.line_width, c.focus_width, tokens.RADIUS_CONTROL
    tall = max(0, edge + 1 - ring)  # a field with the focus is as high as one without
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit {{ background: {c.surface}; color: {c.text}; border: {edge}px solid {c.control};
  border-radius: {radius}px; padding: 1px {10 - edge}px; selection-background-color: {c.accent};
  selection-color: {c.on_accent}; placeholder-text-color: {c.dim}; }}
QPlainTextEdit, QTextEdit {{ padding: 6px {6 - edge}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {{ border: {ring}px solid {c.accent};
  padding: {tall}px {10 - ring}px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ padding: {6 + edge - ring}px {6 - ring}px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QLineEdit:read-only, QPlainTextEdit:read-only {{
  background: {c.raised}; color: {c.dim}; }}
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] {{ border: 2px solid {c.red}; }}
QLineEdit[invalid="true"]:focus, QPlainTextEdit[invalid="true"]:focus {{ border: {ring}px solid {c.accent};
  background: {c.red_soft}; }}
QLineEdit[touch="yes"], QPlainTextEdit[touch="yes"], QTextEdit {{ {_size(tokens.VISIT, scale)} }}
QScrollArea[role="clear"], QScrollArea[role="clear"] > QWidget > QWidget[role="clear"] {{ background: transparent; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox QAbstractItemView::item, QListView[role="popup"]::item {{ min-height: {round(32 + 20 * (scale - 1))}px;
  padding: 0 8px; border-radius: {tokens.RADIUS_TAG}px; }}
QComboBox QAbstractItemView::item:selected, QListView[role="popup"]::item:selected {{
  background: {c.accent_soft}; color: {c.text}; }}
QComboBox QAbstractItemView, QListView[role="popup"] {{ background: {c.surface}; color: {c.text};
  border: {edge}px solid {c.control}; outline: 0; padding: 4px;
  selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
QTableView, QListView {{ background: {c.surface}; color: {c.text}; border: 0; outline: 0;
  gridline-color: {c.line};
  selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
QHeaderView {{ background: {c.surface}; border: 0; }}
QHeaderView::section {{ background: {c.surface}; color: {c.dim}; border: 0;
  border-bottom: {edge}px solid {c.line}; padding: 0 10px; {_size(tokens.SMALL, scale)} font-weight: 600; }}
QProgressBar {{ background: {c.raised}; border: {edge}px solid {c.control}; border-radius: 4px;
  min-height: 6px; max-height: 6px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}"""


def _scrolling(c: Palette) -> str:
    return f"""
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {c.control}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}"""
