"""Settings of this workstation, outside the vault: language, theme, font scale, known vaults."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from kimdesk.base.errors import Lang

LANGUAGES = ("de", "en")
THEMES = ("system", "light", "dark", "contrast")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is remembered between two starts; `notices` names values that were unreadable and fell back."""

    language: Lang = "de"
    theme: str = "system"
    font_scale: int = 100
    last_vault: str = ""
    vaults: tuple[str, ...] = ()
    window: str = ""
    notices: tuple[str, ...] = ()

    def with_vault(self, folder: Path) -> Settings:
        """Return settings that know a vault and open it next time."""
        place = str(folder)
        known = (place, *(other for other in self.vaults if other != place))
        return replace(self, last_vault=place, vaults=known)


def folder() -> Path:
    """Return the user's configuration folder; the environment variable KIMDESK_HOME overrides it."""
    if home := os.environ.get("KIMDESK_HOME"):
        return Path(home)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", str(Path.home()))) / "KIM Desk"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "KIM Desk"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "kimdesk"


class SettingsFile:
    """The JSON file of settings: written atomically, keys it does not know are kept."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._file = place / "settings.json"

    def load(self) -> Settings:
        """Return what is written; a value that makes no sense becomes the default and is named in `notices`."""
        raw = self._raw()
        good: dict[str, Any] = {}
        bad = []
        for key, check in _CHECKS.items():
            if key in raw:
                value = tuple(raw[key]) if isinstance(raw[key], list) else raw[key]
                if check(value):
                    good[key] = value
                else:
                    bad.append(key)
        return Settings(**good, notices=tuple(bad))

    def save(self, settings: Settings) -> None:
        """Write settings beside the old file and swap them in; raises OSError where that fails."""
        known = {key: value for key, value in asdict(settings).items() if key != "notices"}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_suffix(".new")
        fresh.write_text(json.dumps({**self._raw(), **known}, indent=2, ensure_ascii=False), "utf-8")
        fresh.replace(self._file)

    def _raw(self) -> dict[str, Any]:
        try:
            found = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}


def _is_text(value: object) -> bool:
    return isinstance(value, str)


_CHECKS = {
    "language": lambda value: value in LANGUAGES,
    "theme": lambda value: value in THEMES,
    "font_scale": lambda value: type(value) is int and 100 <= value <= 200,
    "last_vault": _is_text,
    "vaults": lambda value: isinstance(value, tuple) and all(map(_is_text, value)),
    "window": _is_text,
}
