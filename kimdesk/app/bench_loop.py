"""The row of the benchmark that types and scrolls while bundles are made: how late the window's event loop comes."""

from __future__ import annotations

import os
import statistics
import sys
import time
from itertools import count

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt looks for a screen

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from kimdesk.app.bench_exchange import Make
from kimdesk.app.bench_rows import Measured, p95
from kimdesk.casework.desk import Desk
from kimdesk.casework.exchange import WrittenBundle
from kimdesk.ui import i18n
from kimdesk.ui.forms.port import DeskPort
from kimdesk.ui.screens.families.build import build
from kimdesk.ui.screens.families.presenter import FamiliesPresenter
from kimdesk.ui.screens.families.view import FamiliesView
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.tasks import QtRunner, smooth_threads
from kimdesk.ui.theme.look import Look, apply

SECONDS = 30.0
GAP_MS, WORST_MS = 50.0, 120.0
BEAT_MS, STROKE_MS = 5, 60
TYPED = "dimitrova yildiz schmidt "


def exporting_row(desk: Desk, make: Make, seconds: float = SECONDS) -> Measured:
    """Measure by how much each beat of 5 ms comes late while bundles are made beside the window."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply(app, Look())
    i18n.use(app, "de")
    smooth_threads()
    runner = QtRunner()
    typist = _Typist(desk, runner)
    try:
        alone = typist.work(seconds / 3)
        bundles = _Bundles(runner, make)
        gaps = typist.work(seconds)
        bundles.stop()
    finally:
        runner.shut_down()
        typist.leave()
    return Measured(
        row="event loop while exporting",
        median_ms=statistics.median(gaps),
        p95_ms=p95(gaps),
        note=f"p99 {_p99(gaps):.1f} ms (≤ {GAP_MS:g}, without exporting {_p99(alone):.1f}), "
        f"longest {max(gaps):.1f} ms (≤ {WORST_MS:g}, without {max(alone):.1f}); "
        f"{bundles.made} bundles in {seconds:g} s of typing and scrolling",
    )


def _p99(gaps: list[float]) -> float:
    return sorted(gaps)[max(0, round(0.99 * len(gaps)) - 1)]


class _Bundles:
    """Makes one bundle after the other beside the window."""

    def __init__(self, runner: QtRunner, make: Make) -> None:
        self.made = 0
        self._runner = runner
        self._make = make
        self._going = True
        self._next()

    def _next(self) -> None:
        self._runner.run(lambda _steps: self._make(), self._again, lane="side")

    def _again(self, _written: WrittenBundle) -> None:
        self.made += 1
        if self._going:
            self._next()

    def stop(self) -> None:
        """Make no more."""
        self._going = False


class _Typist(QObject):
    """Types into the filter of the caseload and scrolls it, as somebody does who cannot wait; listens to the beat."""

    def __init__(self, desk: Desk, runner: QtRunner) -> None:
        super().__init__()
        self._gaps: list[float] = []
        self._last = time.perf_counter()
        self._strokes = count()
        screen = build(Context(clock=desk.clock, runner=runner, desk=desk, port=DeskPort(desk, runner, desk.clock)))
        assert isinstance(screen.widget, FamiliesView)
        assert isinstance(screen.presenter, FamiliesPresenter)
        self._view = screen.widget
        self._view.resize(1366, 768)
        self._view.show()
        screen.presenter.opened()

    def work(self, seconds: float) -> list[float]:
        """Type and scroll, and return by how many ms each beat came late."""
        beat, stroke = QTimer(), QTimer()
        beat.setTimerType(Qt.TimerType.PreciseTimer)
        beat.timeout.connect(self._beat)
        stroke.timeout.connect(self._stroke)
        stroke.start(STROKE_MS)
        beat.start(BEAT_MS)
        self._gaps = []
        self._last = time.perf_counter()
        QTimer.singleShot(round(1000 * seconds), QApplication.quit)
        QApplication.exec()
        beat.stop()
        stroke.stop()
        return self._gaps

    def _beat(self) -> None:
        now = time.perf_counter()
        self._gaps.append(max(0.0, 1000 * (now - self._last) - BEAT_MS))
        self._last = now

    def _stroke(self) -> None:
        number = next(self._strokes)
        self._view.search.setText(TYPED[: number % len(TYPED)] if number % 3 else "")
        bar = self._view.table.verticalScrollBar()
        bar.setValue((bar.value() + 7) % max(1, bar.maximum()))

    def leave(self) -> None:
        """Close the window; what was typed last is looked for no more."""
        self._view.search.blockSignals(True)  # noqa: FBT003 - Qt's way
        self._view.close()
        self._view.deleteLater()
