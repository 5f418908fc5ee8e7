"""The first window loads nothing but Qt's widgets."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("sqlalchemy", "reportlab", "cryptography", "sqlcipher3", "pypdfium2", "PySide6.QtPrintSupport", "uharfbuzz")


def test_the_unlock_window_imports_nothing_heavy() -> None:
    code = "import sys, kimdesk.ui.screens.unlock.view, kimdesk.ui.i18n, kimdesk.ui.settings, kimdesk.ui.tasks;"
    code += f"print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
