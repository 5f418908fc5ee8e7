"""The project's own files, as text and as syntax trees, for tests that read the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "kimdesk"


@dataclass(frozen=True)
class Source:
    """One Python file: path relative to the project, and its tree."""

    path: str
    tree: ast.Module

    def at(self, node: ast.AST, what: str) -> str:
        """Return a finding as `path:line what`."""
        return f"{self.path}:{getattr(node, 'lineno', 0)} {what}"

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Yield every call with the last part of the called name."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield last_name(node.func), node


def last_name(node: ast.expr) -> str:
    """Return `c` of `a.b.c`, the name itself of a name, otherwise nothing."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def literal(node: ast.expr | None) -> str | None:
    """Return the text of a string literal, None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


@cache
def sources(folder: str) -> tuple[Source, ...]:
    """Return every Python file below a folder of the project."""
    found = (path for path in project_files() if path.suffix == ".py" and path.is_relative_to(ROOT / folder))
    return tuple(Source(path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))) for path in found)


def sentences(source: Source) -> Iterator[tuple[ast.expr, str]]:
    """Yield every text that is no docstring, f-strings as a whole with `{}` where values stand."""
    inside = set()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.JoinedStr):
            inside |= {id(value) for value in node.values}
            yield node, "".join(literal(value) or "{}" for value in node.values)
    yield from ((node, str(node.value)) for node in strings(source) if id(node) not in inside)


def strings(source: Source) -> Iterator[ast.Constant]:
    """Yield every string constant that is no docstring."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    notes = {
        id(node.body[0].value)
        for node in ast.walk(source.tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node


@cache
def project_files() -> tuple[Path, ...]:
    """Return every file that belongs to the project: all but what .gitignore names and .git itself."""
    ignored = [line.strip() for line in (ROOT / ".gitignore").read_text("utf-8").splitlines() if line.strip()]
    return tuple(sorted(_walk(ROOT, [*ignored, ".git"])))


def _walk(folder: Path, ignored: list[str]) -> Iterator[Path]:
    for path in folder.iterdir():
        if any(_matches(path, pattern) for pattern in ignored):
            continue
        if path.is_dir():
            yield from _walk(path, ignored)
        else:
            yield path


def _matches(path: Path, pattern: str) -> bool:
    bare = pattern.strip("/")
    return fnmatch(path.relative_to(ROOT).as_posix() if "/" in bare else path.name, bare)
