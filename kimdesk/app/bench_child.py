"""One window in a fresh process, for the benchmark: it is painted, says so and ends. Imports nothing beforehand."""

from __future__ import annotations

import gc
import os
import sys

UP = "up"


def _show(kind: str) -> None:
    """Show one window until it is painted, then end the process at once."""
    if kind == "ours":
        from kimdesk.vault.memory import harden_process  # noqa: PLC0415 - as the program itself begins

        harden_process()
        sys.setswitchinterval(1e-4)
        gc.disable()
        import kimdesk.app.main  # noqa: F401, PLC0415
    from PySide6.QtCore import QEvent, QObject, Qt  # noqa: PLC0415 - part of what is measured
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget  # noqa: PLC0415

    class Painted(QObject):
        """Ends the process after the first paint."""

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                sys.stdout.write(UP + "\n")
                sys.stdout.flush()
                os._exit(0)
            return False

    app = QApplication([])
    window: QWidget | None
    if kind == "ours":
        from kimdesk.app.open import App  # noqa: PLC0415
        from kimdesk.base.log import start_log  # noqa: PLC0415
        from kimdesk.ui.settings import folder  # noqa: PLC0415

        start_log(folder() / "log")
        program = App(app, place=folder())
        program.start()
        window = program.window
    else:
        from kimdesk.ui.theme.fonts import ui_font  # noqa: PLC0415

        app.setFont(ui_font(15))
        bare = QMainWindow()
        label = QLabel("KIM Desk")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        bare.setCentralWidget(label)
        bare.resize(1366, 768)
        bare.show()
        window = bare
    assert window is not None
    painted = Painted()
    window.installEventFilter(painted)
    QApplication.exec()


if __name__ == "__main__":
    _show(sys.argv[1])
