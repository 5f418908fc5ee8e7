"""Properties of the stack that a green suite alone would not show."""

from __future__ import annotations

import subprocess
import sys

from tests.support.tree import ROOT

# In a process of its own, because what it looks for is an abort. PySide6 6.12.0 on Python 3.11 takes a reference
# from None or True with each of these calls (kimdesk/decisions/0001-pyside6-6.11.md).
WEAR = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, Signal
class Bell(QObject):
    rung = Signal(int)
app = QCoreApplication([])
bell = Bell()
heard = []
bell.rung.connect(heard.append)
before = [sys.getrefcount(one) for one in (None, True, False)]
for turn in range(50_000):
    bell.rung.emit(turn)
    app.processEvents()
after = [sys.getrefcount(one) for one in (None, True, False)]
assert len(heard) == 50_000
assert all(abs(new - old) < 1_000 for old, new in zip(before, after)), (before, after)
"""
# what the first window must not wait for
HEAVY = ("sqlalchemy", "reportlab", "pikepdf", "pypdfium2", "sqlcipher3", "uharfbuzz", "cryptography", "openpyxl")
FIRST_WINDOW = f"""
import sys
import kimdesk.ui.screens.unlock
loaded = {{name.partition(".")[0] for name in sys.modules}}
assert not loaded & {set(HEAVY)}, sorted(loaded & {set(HEAVY)})
"""


def run(program: str) -> None:
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr


def test_qt_calls_do_not_wear_out_the_singletons_of_python() -> None:
    run(WEAR)


def test_the_first_window_imports_nothing_heavy() -> None:
    run(FIRST_WINDOW)
