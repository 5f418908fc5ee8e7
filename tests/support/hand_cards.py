"""What hands do with cards of child records and with forms: begin a record, fill its fields by their labels."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.exceptions import TimeoutError as TooLate

from kimdesk.ui.forms.records import RecordsCard
from tests.support.hand import Hand, scroll_to
from tests.support.qt import Widget

FIELDS = (QComboBox, QLineEdit, QPlainTextEdit)


def card_of(hand: Hand, kind: str) -> RecordsCard:
    """Wait for the visible card of a kind of record."""
    hand.wait(lambda: len(_cards(hand, kind)) == 1)
    return _cards(hand, kind)[0]


def _cards(hand: Hand, kind: str) -> list[RecordsCard]:
    return [each for each in hand.window.findChildren(RecordsCard, kind) if each.isVisible()]


def enter(hand: Hand, kind: str | RecordsCard, fields: dict[str, str], chips: tuple[str, ...] = ()) -> None:
    """Begin a record on its card, fill its fields, close it."""
    card = card_of(hand, kind) if isinstance(kind, str) else kind
    hand.click(card.add_button)
    hand.wait(lambda: any(each.isVisible() for each in card.findChildren(FIELDS[1])))
    fill(hand, card, fields)
    for chip in chips:
        hand.click(named(hand, card, chip, QAbstractButton))
    done(hand, card)


def amend(hand: Hand, kind: str | RecordsCard, starts: str, fields: dict[str, str]) -> None:
    """Open the record whose line begins like this, change fields, close it."""
    card = card_of(hand, kind) if isinstance(kind, str) else kind
    hand.wait(lambda: len(_lines(card, starts)) == 1)
    hand.click(_lines(card, starts)[0])
    fill(hand, card, fields)
    done(hand, card)


def _lines(card: RecordsCard, starts: str) -> list[QAbstractButton]:
    shown = [each for each in card.findChildren(QAbstractButton) if each.isVisible()]
    return [each for each in shown if each.accessibleName().partition(": ")[2].startswith(starts)]


def done(hand: Hand, card: RecordsCard) -> None:
    """Close the open record."""
    ends = [each for each in card.findChildren(QAbstractButton) if each.isVisible()]
    (end,) = (each for each in ends if each.accessibleName().endswith(": fertig"))
    hand.click(end)
    hand.wait(lambda: not any(each.accessibleName().endswith(": fertig") for each in _visible(card)))


def _visible(card: RecordsCard) -> list[QAbstractButton]:
    return [each for each in card.findChildren(QAbstractButton) if each.isVisible()]


def fill(hand: Hand, root: QWidget, fields: dict[str, str]) -> None:
    """Fill fields below a widget by their labels: lists are chosen with the arrow keys, the rest is typed."""
    for label, text in fields.items():
        field = named(hand, root, label, QWidget, FIELDS)
        if isinstance(field, QComboBox):
            _choose(hand, field, text)
        else:
            hand.click(field)
            hand.wait(field.hasFocus)
            field.selectAll()  # type: ignore[attr-defined]  # lines and notes alike
            hand.write(text)


def named(
    hand: Hand, root: QWidget, name: str, cls: type[Widget], kinds: tuple[type[QWidget], ...] = (QWidget,)
) -> Widget:
    """Wait for the one visible widget below another with this accessible name."""

    def found() -> list[Widget]:
        shown = [each for each in root.findChildren(cls) if each.isVisible() and isinstance(each, kinds)]
        return [each for each in shown if each.accessibleName().replace("&", "") == name]

    try:
        hand.wait(lambda: len(found()) == 1)
    except TooLate as late:
        there = sorted({each.accessibleName() for each in root.findChildren(QWidget) if each.isVisible()})
        raise AssertionError(f"{len(found())} {name!r}; there are {there}") from late
    return found()[0]


def _choose(hand: Hand, combo: QComboBox, word: str) -> None:
    scroll_to(combo)
    combo.setFocus()
    wanted = combo.findText(word)
    assert wanted >= 0, (
        f"{word!r} is not offered by {combo.accessibleName()!r}: {[combo.itemText(k) for k in range(combo.count())]}"
    )
    key = Qt.Key.Key_Down if wanted > combo.currentIndex() else Qt.Key.Key_Up
    for _ in range(abs(wanted - combo.currentIndex())):
        hand.keys(key)
    assert combo.currentText() == word
