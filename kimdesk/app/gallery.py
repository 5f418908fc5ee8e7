"""Every screen as a picture: light and dark, German and English, at 100 % and 200 % font; fails on ugly text."""

from __future__ import annotations

import argparse
import os
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import Lang

if TYPE_CHECKING:
    from kimdesk.casework.desk import Desk

WIDTH, HEIGHT = 1366, 768


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """How a screen is shown."""

    theme: str
    language: Lang
    percent: int

    def suffix(self) -> str:
        """Return the end of the file's name."""
        return f"{self.theme}-{self.language}-{self.percent}"


VARIANTS: tuple[Variant, ...] = (
    Variant(theme="light", language="de", percent=100),
    Variant(theme="dark", language="de", percent=100),
    Variant(theme="light", language="en", percent=100),
    Variant(theme="light", language="de", percent=200),
    Variant(theme="dark", language="en", percent=200),
    Variant(theme="contrast", language="de", percent=100),
)

Say = Callable[[str], None]


def run(
    target: Path,
    *,
    only: str = "",
    today: date | None = None,
    variants: tuple[Variant, ...] = VARIANTS,
    say: Say = lambda _line: None,
) -> int:
    """Write the pictures into a folder and return how many defects were found; each is said in a line."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the platform must be set before

    from kimdesk.app.gallery_stage import Stage, shots  # noqa: PLC0415

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    target.mkdir(parents=True, exist_ok=True)
    clock = FixedClock.at(today or date(2026, 11, 23), 10)
    defects = 0
    with demo_desk(clock) as desk:
        stage = Stage(app, clock, (WIDTH, HEIGHT), desk=desk)
        for variant in variants:
            for name, entry, state in shots(only):
                title = f"{name}-{variant.suffix()}"
                findings = stage.shoot(entry, state, variant, target / f"{title}.png")
                defects += len(findings)
                for finding in findings:
                    say(f"{title}: {finding}")
    return defects


@contextmanager
def demo_desk(clock: FixedClock) -> Iterator[Desk]:
    """Yield a desk with the demo caseload in a vault that vanishes afterwards."""
    from kimdesk.app import compose  # noqa: PLC0415 - SQLAlchemy loads after the platform is set
    from kimdesk.casework.demo import load_demo  # noqa: PLC0415
    from kimdesk.casework.desk import NewDesk, Profile, create_desk  # noqa: PLC0415

    profile = Profile(name="Maria Sommer", provider="Musterträger e. V.", place="Ochtrup")
    with TemporaryDirectory() as place:
        passphrase = secrets.token_hex(16)
        new = NewDesk(folder=Path(place) / "vault", label="Tresor 1", passphrase=passphrase, profile=profile)
        desk, _code = create_desk(compose.services(clock), new)
        with desk:
            load_demo(desk)
            yield desk


def main(arguments: list[str]) -> int:
    """Run the gallery from a command line: DIR [--only SCREEN] [--today D]."""
    parser = argparse.ArgumentParser(prog="kimdesk gallery")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--today", type=date.fromisoformat)
    given = parser.parse_args(arguments)
    return 1 if run(given.folder, only=given.only, today=given.today, say=print) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
