"""Asking where a file goes or lies; never blocks, never remembers names.

Qt's own dialog on every system: the system's would enter each file into its list of recent documents, and no cover
could lie over it. What Qt itself would remember, the folder visited last, is forgotten at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, QStorageInfo, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

_PLACES = (
    QStandardPaths.StandardLocation.DocumentsLocation,
    QStandardPaths.StandardLocation.DesktopLocation,
    QStandardPaths.StandardLocation.DownloadLocation,
    QStandardPaths.StandardLocation.HomeLocation,
)


def ask_save(parent: QWidget, title: str, name: str, kinds: str, act: Callable[[Path], None]) -> QFileDialog:
    """Ask for the place of a new file; `act` gets it. `kinds` reads like "PDF (*.pdf)"."""
    dialog = _dialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kinds)
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda chosen: act(Path(chosen)))
    dialog.open()
    return dialog


def ask_folder(parent: QWidget, title: str, act: Callable[[Path], None]) -> QFileDialog:
    """Ask for an existing folder; `act` gets it."""
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda chosen: act(Path(chosen)))
    dialog.open()
    return dialog


def ask_files(
    parent: QWidget, title: str, kinds: Sequence[str], act: Callable[[tuple[Path, ...]], None]
) -> QFileDialog:
    """Ask for one or several existing files; `act` gets them."""
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(list(kinds))
    dialog.filesSelected.connect(lambda chosen: act(tuple(Path(each) for each in chosen)))
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    dialog.setHistory([])
    dialog.setSidebarUrls(_places())
    dialog.destroyed.connect(forget_places)
    return dialog


def _places() -> list[QUrl]:
    """Return the usual folders, then sticks and other media."""
    usual = [QStandardPaths.writableLocation(place) for place in _PLACES]
    media = [each.rootPath() for each in QStorageInfo.mountedVolumes() if _is_medium(each)]
    return [QUrl.fromLocalFile(path) for path in dict.fromkeys([*usual, *media]) if path and Path(path).is_dir()]


def _is_medium(volume: QStorageInfo) -> bool:
    """Tell whether people would look for files there: no part of the system itself."""
    if not (volume.isValid() and volume.isReady()) or volume.isRoot():
        return False
    path = volume.rootPath()
    return len(path) <= len("C:/") or path.startswith(("/media/", "/run/media/", "/mnt/", "/Volumes/"))


def forget_places() -> None:
    """Take away what Qt wrote down about the folders visited."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.remove("FileDialog")
    kept.sync()
