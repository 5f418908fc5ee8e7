"""What forms of a case offer from the directory: partners and interpreters that can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kimdesk.casework.interpreters import GROWN_UP, UNDER_AGE
from kimdesk.domain.names import fold
from kimdesk.domain.records import Interpreter, Partner

if TYPE_CHECKING:
    from kimdesk.casework.desk import Desk

Choices = tuple[tuple[str, str], ...]


def partner_choices(desk: Desk) -> Choices:
    """Return partners by name; those no longer active come last and say so, for records that name them already."""
    gone = QCoreApplication.translate("Directory", "{name} (nicht mehr aktiv)")
    found = sorted(desk.page.every(Partner), key=lambda each: (each.inactive_since is not None, fold(each.name)))
    return tuple(
        (each.id.hex(), each.name if each.inactive_since is None else gone.format(name=each.name)) for each in found
    )


def interpreter_choices(desk: Desk) -> Choices:
    """Return interpreters by name; nobody under 18, and of whom it is to be asked yet says so."""
    found = sorted(desk.page.every(Interpreter), key=lambda each: fold(each.name))
    return tuple((each.id.hex(), interpreter_word(each)) for each in found if each.of_age != UNDER_AGE)


def interpreter_word(interpreter: Interpreter) -> str:
    """Return the name, and that nobody has asked yet whether they are 18."""
    asked = QCoreApplication.translate("Directory", "{name} (Alter noch nicht erfragt)")
    return interpreter.name if interpreter.of_age == GROWN_UP else asked.format(name=interpreter.name)
