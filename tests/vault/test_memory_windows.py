"""What Windows is asked for, and that a refusal keeps nobody from working."""

from __future__ import annotations

import pytest

from kimdesk.vault.memory_windows import DACL, RIGHTS, harden

READS_MEMORY = 0x0010
WRITES_MEMORY = 0x0020
DUPLICATES_HANDLES = 0x0040


class Windows:
    """Remembers what it was asked; refuses what it is told to."""

    def __init__(self, refused: str = "") -> None:
        self.refused = refused
        self.asked: dict[str, object] = {}

    def _take(self, name: str, value: object) -> None:
        if name == self.refused:
            raise OSError(5, "refused")
        self.asked[name] = value

    def set_error_mode(self, mode: int) -> None:
        self._take("mode", mode)

    def set_report_flags(self, flags: int) -> None:
        self._take("flags", flags)

    def protect_process(self, dacl: str) -> None:
        self._take("dacl", dacl)


def test_all_three_are_asked_for() -> None:
    windows = Windows()
    harden(windows)
    assert windows.asked == {"mode": 3, "flags": 1, "dacl": DACL}


@pytest.mark.parametrize("refused", ["mode", "flags", "dacl"])
def test_what_is_refused_leaves_the_rest(refused: str) -> None:
    windows = Windows(refused)
    harden(windows)
    assert set(windows.asked) == {"mode", "flags", "dacl"} - {refused}


def test_nobody_is_given_the_right_to_read_memory() -> None:
    assert not RIGHTS & (READS_MEMORY | WRITES_MEMORY | DUPLICATES_HANDLES)
    assert DACL.startswith("D:P(")
    assert DACL.count("0x101401") == DACL.count("(A;") == 2
