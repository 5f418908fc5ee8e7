"""What reviewers said twice: file length, banned calls, the shape of the tree."""

from __future__ import annotations

import ast

import pytest

from tests.support.tree import PACKAGE, ROOT, Source, project_files, sources

LONGEST = 500
TOP_LEVEL = {"README.md", "pyproject.toml", "kimdesk", "resources", "installer", "tests"}
PACKAGES = {
    *("base", "domain", "text", "vault", "drawings", "store", "documents", "exchange"),
    *("casework", "office", "cli", "ui", "app"),
}
TEMPORARY_FILES = {"NamedTemporaryFile", "SpooledTemporaryFile", "TemporaryFile", "mkstemp"}
CODE = [source for folder in ("kimdesk", "installer", "tests") for source in sources(folder)]


def banned(source: Source) -> list[str]:
    """Return calls and imports that the house rules out, whatever they are called through."""
    found = []
    for node in ast.walk(source.tree):
        name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
        names = {alias.name for alias in node.names} if isinstance(node, ast.ImportFrom) else {name}
        if "processEvents" in names:
            found.append(source.at(node, "re-enters the event loop"))
        if names & TEMPORARY_FILES:
            found.append(source.at(node, "puts plaintext on disk"))
        if name in ("exec", "exec_") and isinstance(node, ast.Attribute) and not _runs_the_app(source, node):
            found.append(source.at(node, "blocks; dialogs are opened with open()"))
    return found


def _runs_the_app(source: Source, node: ast.Attribute) -> bool:
    """Whether this is the one event loop of an entry point."""
    return (
        source.path.startswith("kimdesk/app/") and isinstance(node.value, ast.Name) and node.value.id == "QApplication"
    )


def test_no_file_outgrows_its_reader() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in project_files() if path.suffix == ".py"}
    long = {path.relative_to(ROOT).as_posix(): n for path, n in lengths.items() if n > LONGEST}
    assert not long


def test_nothing_banned_is_used() -> None:
    assert [finding for source in CODE for finding in banned(source)] == []


@pytest.mark.parametrize(
    "line",
    [
        "QCoreApplication.processEvents()",
        "from PySide6.QtCore import processEvents",
        "dialog.exec()",
        "QMessageBox(self).exec_()",
        "tempfile.NamedTemporaryFile()",
        "from tempfile import mkstemp",
    ],
)
def test_each_ban_would_be_noticed(line: str) -> None:
    assert len(banned(Source("kimdesk/ui/planted.py", ast.parse(line)))) == 1


def test_nothing_is_added_at_the_top() -> None:
    there = {path.relative_to(ROOT).parts[0] for path in project_files()}
    assert {name for name in there if not name.startswith(".")} == TOP_LEVEL


def test_the_house_has_exactly_its_rooms() -> None:
    assert {path.parent.name for path in PACKAGE.glob("*/__init__.py")} == PACKAGES


def test_every_room_says_what_it_is_for() -> None:
    silent = [room for room in PACKAGES if not ast.get_docstring(_init_of(room))]
    assert not silent


def _init_of(room: str) -> ast.Module:
    return ast.parse((PACKAGE / room / "__init__.py").read_text("utf-8"))
