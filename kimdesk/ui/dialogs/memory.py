"""What is typed into a dialog, or into a page without a record, is durable within a second and there again later."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from kimdesk.base.clock import local_time
from kimdesk.base.errors import KimError
from kimdesk.base.progress import Progress
from kimdesk.casework import slips
from kimdesk.casework.slips import Slip
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.tasks import Runner
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.codes import CodeCombo
from kimdesk.ui.widgets.notices import Strip

if TYPE_CHECKING:
    from kimdesk.casework.slips import Session


@dataclass(frozen=True, slots=True)
class Kept:
    """One field of a dialog: how its text is read, put back and heard of."""

    read: Callable[[], str]
    put: Callable[[str], None]
    changed: SignalInstance


@dataclass(frozen=True, slots=True)
class Typed:
    """Where something is typed: what speaks of it, and what tells that it became what it was typed for.

    Without `done` the place empties its fields by itself.
    """

    widget: QWidget
    strip: Strip
    done: SignalInstance | None = None


Remember = Callable[[Dialog | Typed, str, Mapping[str, Kept]], None]
"""Keeps the fields of a dialog, or of a part of a page, under a key."""


def forget(_where: Dialog | Typed, _key: str, _fields: Mapping[str, Kept]) -> None:
    """Keep nothing: for samples and tests of other things."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where slips are kept: an open vault, and beside it those on their way into it (None: on their way out)."""

    session: Session
    runner: Runner
    on_the_way: dict[str, Slip | None] = field(default_factory=dict)

    def find(self, key: str) -> Slip | None:
        """Return what was typed last, durable or not yet."""
        return self.on_the_way[key] if key in self.on_the_way else slips.find(self.session, key)


def remember_in(session: Session, runner: Runner) -> Remember:
    """Return what keeps dialogs' fields in an open vault."""
    place = Place(session, runner)
    return lambda where, key, fields: _made(Memory(where, place, key, fields))


def _made(_memory: Memory) -> None:
    """Let the dialog own it."""


def kept(**fields: QLineEdit | QPlainTextEdit | CodeCombo) -> dict[str, Kept]:
    """Keep fields under the names given."""
    return {name: _kept(field) for name, field in fields.items()}


def _kept(field: QLineEdit | QPlainTextEdit | CodeCombo) -> Kept:
    if isinstance(field, CodeCombo):
        return choice(field)
    return line(field) if isinstance(field, QLineEdit) else note(field)


def note(field: QPlainTextEdit) -> Kept:
    """Keep a text of several lines."""
    return Kept(field.toPlainText, field.setPlainText, field.textChanged)


def line(field: QLineEdit) -> Kept:
    """Keep a line of text or a date."""
    return Kept(field.text, field.setText, field.textChanged)


def choice(combo: CodeCombo) -> Kept:
    """Keep one code."""
    return Kept(combo.code, combo.set_code, combo.chosen)


def one_of(group: QButtonGroup, codes: Mapping[int, str]) -> Kept:
    """Keep which of several buttons is pressed, by a code for each."""

    def put(code: str) -> None:
        button = next((group.button(number) for number, known in codes.items() if known == code), None)
        if button is not None:
            button.setChecked(True)

    return Kept(lambda: codes.get(group.checkedId(), ""), put, group.idToggled)


class Memory(QObject):
    """Keeps the fields of one dialog as a slip under `key` until the dialog is accepted.

    A dialog that is only closed keeps its slip: nothing typed is lost by a stray Esc. It says so when it opens again
    and offers to begin anew, with what it showed before anything was typed.
    """

    def __init__(self, where: Dialog | Typed, place: Place, key: str, fields: Mapping[str, Kept]) -> None:
        super().__init__(where if isinstance(where, Dialog) else where.widget)
        self._strip = where.strip
        self._place = place
        self._key = key
        self._fields = dict(fields)
        self._guard = threading.Lock()
        self._waiting: dict[str, str] | None = None
        self._writing = False
        self._begun = {name: each.read() for name, each in self._fields.items()}
        self._restore()
        for each in self._fields.values():
            each.changed.connect(self._changed)
        done = where.accepted if isinstance(where, Dialog) else where.done
        if done is not None:
            done.connect(self._forget)

    def _restore(self) -> None:
        slip = self._place.find(self._key)
        if slip is None:
            return
        for name, each in self._fields.items():
            each.put(slip.texts.get(name, ""))
        word = self.tr("Verwerfen") if any(self._begun.values()) else self.tr("Leeren")
        anew = Button(word, icon="rotate-ccw", kind="quiet")
        anew.clicked.connect(self._begin_anew)
        when = f"{local_time(slip.at):%d.%m.%Y, %H:%M}"
        self._strip.say(self.tr("Ihre Eingabe vom {when} ist wieder da.").format(when=when), buttons=(anew,))

    def _begin_anew(self) -> None:
        for name, each in self._fields.items():
            each.put(self._begun[name])
        self._strip.hide()
        self._changed()

    def _changed(self) -> None:
        texts = {name: each.read() for name, each in self._fields.items()}
        at = self._place.session.clock.now_ms()
        texts = {} if texts == self._begun else texts
        filled = any(texts.values())
        self._place.on_the_way[self._key] = Slip(key=self._key, texts=texts, at=at) if filled else None
        with self._guard:
            self._waiting = texts
            start, self._writing = not self._writing, True
        if start:
            self._place.runner.run(self._write, lambda _none: None, failed=self._lost)

    def _write(self, _steps: Progress) -> None:
        """Keep what waits until nothing waits any more."""
        while (texts := self._take()) is not None:
            slips.keep(self._place.session, self._key, texts)

    def _take(self) -> dict[str, str] | None:
        with self._guard:
            texts, self._waiting = self._waiting, None
            self._writing = texts is not None
        return texts

    def _lost(self, error: KimError) -> None:
        """Say so; the next key tries again with everything typed so far."""
        with self._guard:
            self._writing = False
        if isValid(self):
            self._strip.fail(error)

    def _forget(self) -> None:
        with self._guard:
            self._waiting = None
        self._place.on_the_way[self._key] = None
        self._place.runner.run(partial(_drop, self._place.session, self._key), lambda _none: None)


def _drop(session: Session, key: str, _steps: Progress) -> None:
    slips.drop(session, key)
