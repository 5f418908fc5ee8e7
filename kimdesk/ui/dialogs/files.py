"""Asking where a file goes or lies; never blocks, never remembers names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_save(parent: QWidget, title: str, name: str, kinds: str, act: Callable[[Path], None]) -> QFileDialog:
    """Ask for the place of a new file; `act` gets it. `kinds` reads like "PDF (*.pdf)"."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    dialog.setNameFilter(kinds)
    dialog.selectFile(name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda chosen: act(Path(chosen)))
    dialog.open()
    return dialog


def ask_folder(parent: QWidget, title: str, act: Callable[[Path], None]) -> QFileDialog:
    """Ask for an existing folder; `act` gets it."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda chosen: act(Path(chosen)))
    dialog.open()
    return dialog


def ask_files(
    parent: QWidget, title: str, kinds: Sequence[str], act: Callable[[tuple[Path, ...]], None]
) -> QFileDialog:
    """Ask for one or several existing files; `act` gets them."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(list(kinds))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(lambda chosen: act(tuple(Path(each) for each in chosen)))
    dialog.open()
    return dialog
