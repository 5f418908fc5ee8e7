"""The fixtures that watch every test do notice what they watch for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.support.tree import ROOT

CARELESS = """
import logging, threading, time
import pytest

def test_noise(): logging.getLogger("kimdesk.store").warning("disk nearly full")

@pytest.mark.expects_log
def test_expected_noise(): logging.getLogger("kimdesk.store").warning("disk nearly full")

def test_thread(): threading.Thread(target=time.sleep, args=(30,), daemon=True).start()

def test_window(qapp):
    from PySide6.QtWidgets import QWidget
    qapp.forgotten = QWidget()
    qapp.forgotten.show()

def test_dialog(qapp):
    from PySide6.QtWidgets import QMessageBox
    QMessageBox.question(None, "KIM Desk", "Wirklich?")

def test_own_dialog(qapp):
    from PySide6.QtWidgets import QDialog
    getattr(QDialog(), "exec")()

def test_page_in_a_cycle(qapp):
    import gc
    from PySide6.QtWidgets import QWidget
    page = QWidget(objectName="page")
    page.itself = page
    gc.freeze()

def test_no_page_is_left(qapp):
    assert not [widget for widget in qapp.allWidgets() if widget.objectName() == "page"]
"""


def test_each_guard_notices_its_slip(tmp_path: Path) -> None:
    careless = tmp_path / "test_careless.py"
    careless.write_text(CARELESS, "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = expects_log\n", "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTEST_ADDOPTS": ""}
    options = ["-p", "tests.support.guards", "-p", "no:randomly", "-p", "no:cacheprovider", "-rfE", "--tb=short"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, careless.name],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    outcome = {
        line.split(" ")[1].rpartition("::")[2]: line.split(" ")[0] for line in done.stdout.splitlines() if "::" in line
    }
    assert outcome == {
        "test_noise": "ERROR",
        "test_thread": "ERROR",
        "test_window": "ERROR",
        "test_dialog": "FAILED",
        "test_own_dialog": "FAILED",
    }, done.stdout
