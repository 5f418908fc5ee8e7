"""The list of devices for the gallery: no vault behind it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kimdesk.base.errors import UserProblem
from kimdesk.domain.reference import Reference
from kimdesk.ui import i18n
from kimdesk.ui.screens.devices.enrol import EnrolDialog, PlaceFields
from kimdesk.ui.screens.devices.presenter import DevicesPresenter, Place
from kimdesk.ui.screens.devices.state import DeviceRow, DevicesState, Request
from kimdesk.ui.screens.devices.view import DevicesView
from kimdesk.ui.shell.screen import Context, Screen

_OURS = "fuchs leiter mond anker birne tisch regen wolke"
_WORDS = (
    "erlebnis keule limette reporter boje strecke zement alarm",
    "wolke anker birne tisch regen fuchs leiter mond",
    "kabel tulpe ofen segel linde hammer brise korb",
    "motor salbei kreide zaun teich glocke pinsel radio",
)


def _rows(today: dt.date) -> tuple[DeviceRow, ...]:
    since, until = today - dt.timedelta(days=200), today + dt.timedelta(days=530)
    week = dt.timedelta(days=7)
    return (
        DeviceRow(short_name="erlebnis-keule", label="Laptop 3", role="desk", words=_WORDS[0], since=since, until=until,
                  provider="Musterträger e. V.", place="05566068", heard=today - week),
        DeviceRow(short_name="wolke-anker", label="Laptop Rathaus", role="desk", words=_WORDS[1], since=since,
                  until=today + 5 * week, validity="soon", provider="Stadt Rheine", place="05566076",
                  heard=today - 9 * week),
        DeviceRow(short_name="kabel-tulpe", label="Musterträger e. V.", role="provider", words=_WORDS[2], since=since,
                  until=until),
        DeviceRow(short_name="motor-salbei", label="Laptop 1", role="desk", words=_WORDS[3], since=since, until=until,
                  validity="revoked", provider="Musterträger e. V.", place="05566068"),
    )  # fmt: skip


class Show:
    """A gateway that lets nobody in."""

    def __init__(self, state: DevicesState) -> None:
        self._state = state

    def load(self) -> DevicesState:
        """Return four devices."""
        return self._state

    def read(self, path: Path) -> tuple[bytes, Request]:  # noqa: ARG002 - as the Protocol names it
        """Return a request."""
        return b"", Request(label="Laptop 4", role="desk")

    def enrol(self, request: bytes, words: str, place: Place) -> bytes:  # noqa: ARG002 - as above
        """Refuse."""
        raise UserProblem("enrol.words_differ")

    def save(self, grant: bytes, path: Path) -> None:
        """Write nothing."""

    def move(self, short_name: str, place: Place) -> None:
        """Move nobody."""

    def revoke(self, short_name: str) -> None:
        """Shut nobody out."""


def make(context: Context, state: str) -> Screen:
    """Return the list in one of its states: list, nobody."""
    today = context.desk.today
    rows = () if state == "nobody" else _rows(today)
    view = DevicesView(context.desk.reference, i18n.language())
    shown = DevicesState(words=_OURS, rows=rows, receives=True, loaded=True)
    presenter = DevicesPresenter(Show(shown), context.runner, view, tell=lambda: None)
    view.attach(presenter)
    return Screen("devices", view, presenter)


def make_provider(context: Context, _state: str) -> Screen:
    """Return the list as a provider has it."""
    rows = tuple(row for row in _rows(context.desk.today) if row.role == "desk")
    view = DevicesView(context.desk.reference, i18n.language())
    shown = DevicesState(words=_OURS, rows=rows, receives=False, loaded=True)
    presenter = DevicesPresenter(Show(shown), context.runner, view, tell=lambda: None)
    view.attach(presenter)
    return Screen("devices", view, presenter)


def _dialog(reference: Reference, parent: QWidget | None = None) -> EnrolDialog:
    fields = PlaceFields(reference, i18n.language(), ())
    fields.set_value("Musterträger e. V.", "05566068")
    return EnrolDialog(parent, Request(label="Laptop 4", role="desk"), fields)


def make_enrol(context: Context, state: str) -> Screen:
    """Return the dialog in one of its states: words, differ, granted."""
    dialog = _dialog(context.desk.reference)
    dialog.words.setText("pinsel radio segel zaun linde korb ofen teich")
    if state == "differ":
        dialog.strip.fail(UserProblem("enrol.words_differ"))
    elif state == "granted":
        dialog.show_granted(_OURS)
    return Screen("devices_enrol", dialog)
