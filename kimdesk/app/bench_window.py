"""The row of the benchmark that opens windows: ours in a fresh process, and a bare one with the same fonts."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from kimdesk.app.bench_child import UP
from kimdesk.app.bench_rows import Measured, p95

STARTS = 10
RATIO = 1.5


def window_row() -> Measured:
    """Measure from starting a process to its first painted window, ours and a bare one in turn."""
    with TemporaryDirectory(prefix="kimdesk-") as home:
        for kind in ("ours", "bare"):  # what the disk has to fetch is fetched now
            _start(kind, Path(home))
        pairs = [(_start("ours", Path(home)), _start("bare", Path(home))) for _ in range(STARTS)]
    ours, bare = [one for one, _ in pairs], [other for _, other in pairs]
    return Measured(
        row="window",
        median_ms=1000 * statistics.median(ours),
        p95_ms=1000 * p95(ours),
        ratio=statistics.median(ours) / statistics.median(bare),
        ratio_limit=RATIO,
        note=f"bare window {1000 * statistics.median(bare):.0f} ms, platform {_platform() or 'native'}",
    )


def _platform() -> str:
    named = os.environ.get("QT_QPA_PLATFORM", "")
    screen = sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return named or ("" if screen else "offscreen")


def _start(kind: str, home: Path) -> float:
    """Return the seconds until a fresh process has painted its window."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"KIMDESK_HOME": str(home), "PYTHONPYCACHEPREFIX": str(home / "compiled")}  # as once installed
    if platform := _platform():
        environment["QT_QPA_PLATFORM"] = platform
    command = [sys.executable, "-m", "kimdesk.app.bench_child", kind]
    began = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - our own program
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        taken = time.perf_counter() - began
    if line.strip() != UP:
        raise RuntimeError("the window did not come up")
    return taken
