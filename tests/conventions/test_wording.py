"""German texts are kind and set properly; nothing in the tree tells of the machines it was made on."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache

import pytest

from kimdesk.base.errors import error_table
from tests.support.tree import ROOT, literal, project_files, sentences, sources

ADDRESSING_DU = re.compile(r"\b(du|dich|dir|deine?[mnrs]?|euch|euere?[mnrs]?|eure[mnrs]?)\b", re.IGNORECASE)
STRAIGHT = re.compile(r'"')
DIRECTORY_WORDS = {"DIR"}
QUOTES = re.compile("[„“”‚‘]")
LETTERS = re.compile(r"[^\W\d_]{2}")
TEXT_SUFFIXES = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".ts",
    ".csv",
    ".sql",
    ".lock",
    ".in",
    ".cfg",
    ".yml",
    ".json",
    ".svg",
    "",
}

# written in pieces, so that this file does not hold what it looks for
MACHINES = re.compile(
    "|".join(
        (
            r"[/](?:work|farm)[/][a-z.]",
            r"[/]opt[/](?:pypi|wheels)",
            r"farm-" + r"(?:studio|bench)",
            r"\bsub" + r"agents?\b",
            r"\b(?:clau" + r"de|anthro" + r"pic|chat" + r"gpt|copi" + r"lot)\b",
            r"\blanguage " + r"model\b",
            r"[/]tmp[/]brief|before" + r"-stop",
        )
    ),
    re.IGNORECASE,
)
ADDRESS = re.compile(r"[a-z+]+://|\b[\w-]+\.(?:org|com|net|io|dev)\b", re.IGNORECASE)


@cache
def german() -> tuple[tuple[str, str], ...]:
    """Return every German text people read, with the place where it stands."""
    return tuple(_german())


def _german() -> Iterator[tuple[str, str]]:
    for code, languages in error_table().items():
        yield from ((f"errors.toml {code}", text) for text in languages["de"].values())
    for source in sources("kimdesk"):
        for name, call in source.calls():
            if name in ("tr", "QT_TRANSLATE_NOOP"):
                yield from ((source.at(call, name), text) for text in map(literal, call.args) if text)
        for node, text in sentences(source):
            if QUOTES.search(text) and LETTERS.search(text):
                yield source.at(node, "text"), text
    for page in sorted((ROOT / "resources" / "handbook" / "de").glob("*.md")):
        yield from ((page.name, line) for line in page.read_text("utf-8").splitlines() if line)
    for pattern in ("phrases/de*/*.toml", "texts/pictures.toml", "codes/*.toml"):
        for path in sorted((ROOT / "resources").glob(pattern)):
            yield from ((path.name, text) for text in _values(tomllib.loads(path.read_text("utf-8"))))


def _values(node: object, key: str = "de") -> Iterator[str]:
    if isinstance(node, dict):
        for name, value in node.items():
            yield from _values(value, str(name))
    elif isinstance(node, list):
        for value in node:
            yield from _values(value, key)
    elif isinstance(node, str) and not key.startswith("en"):
        yield node


def well_quoted(text: str) -> bool:
    """Whether every German opening quote has its German closing one, or every English pair is whole."""
    marks = "".join(QUOTES.findall(text)).replace("‚‘", "")
    while "„“" in marks or "“”" in marks:
        marks = marks.replace("„“", "").replace("“”", "")
    return not marks


def test_there_are_german_texts_to_judge() -> None:
    assert len(german()) > 200


def test_german_texts_never_say_du() -> None:
    found = [
        (where, text) for where, text in german() for word in ADDRESSING_DU.findall(text) if word not in DIRECTORY_WORDS
    ]
    assert not found


def test_german_quotes_are_typographic() -> None:
    assert [(where, text) for where, text in german() if STRAIGHT.search(text) or not well_quoted(text)] == []


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("„Heute“ und „Familien“", True),
        ("“Today” and “Families”", True),
        ("„Heute”", False),
        ("„Heute", False),
        ("Heute“", False),
        ("„Wir sagten ‚ja‘“", True),
    ],
)
def test_quotes_are_judged_rightly(text: str, good: bool) -> None:
    assert well_quoted(text) is good


def test_no_file_tells_of_the_machines_it_was_made_on() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in project_files()
        if path.suffix in TEXT_SUFFIXES
        for match in MACHINES.finditer(path.read_text("utf-8", errors="replace"))
    ]
    assert not found


def test_locks_name_no_host() -> None:
    locks = [path for path in project_files() if path.suffix == ".lock"]
    assert locks
    assert [path.name for path in locks if ADDRESS.search(path.read_text("utf-8"))] == []


def test_npm_locks_name_no_registry() -> None:
    locks = [path for path in project_files() if path.name == "package-lock.json"]
    assert [path.name for path in locks if '"resolved"' in path.read_text("utf-8")] == []


def test_every_locked_package_has_a_hash() -> None:
    for path in project_files():
        if path.suffix == ".lock":
            entries = re.split(r"\n(?=\S)", path.read_text("utf-8").strip())
            assert [entry for entry in entries if "--hash=sha256:" not in entry] == [], path.name
