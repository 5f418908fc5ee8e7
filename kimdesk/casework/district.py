"""The district a desk works in: Kreis Steinfurt unless the provider loads a file of its own."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

from kimdesk.base.errors import UserProblem
from kimdesk.base.resources import resource
from kimdesk.casework.desk import Desk
from kimdesk.domain.district import District, YouthOffice, parse_district
from kimdesk.exchange.medium import watched, write_whole

__all__ = ["District", "YouthOffice", "current", "is_own", "load", "restore_default", "save_template"]

STATE: Final = "district"
MOST_BYTES: Final = 1 << 20


def current(desk: Desk) -> District:
    """Return the district in force at this desk."""
    stored = desk.get_state(STATE)
    return _parsed(stored) if stored else _default()


def is_own(desk: Desk) -> bool:
    """Tell whether the provider loaded a file of its own."""
    return bool(desk.get_state(STATE))


def load(desk: Desk, path: Path) -> District:
    """Take a provider's file into the vault; raises UserProblem(district.unreadable), Surroundings."""
    with watched(), path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise UserProblem("district.unreadable", where=f"> {MOST_BYTES >> 20} MB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserProblem("district.unreadable", where="UTF-8") from error
    found = _parsed(text)
    desk.put_state(STATE, text)
    return found


def restore_default(desk: Desk) -> None:
    """Return to Kreis Steinfurt as it is shipped."""
    desk.drop_state(STATE)


def save_template(path: Path) -> None:
    """Write the shipped file where the provider chose, to be filled in; it holds nothing of any family."""
    write_whole(path, _shipped().encode())


def _parsed(text: str) -> District:
    try:
        data: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserProblem("district.unreadable", where=str(error)[:80]) from error
    return parse_district(data)


def _shipped() -> str:
    return resource("district", "steinfurt.toml").read_text("utf-8")


@cache
def _default() -> District:
    return _parsed(_shipped())
