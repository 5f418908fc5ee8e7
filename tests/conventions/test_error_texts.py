"""Every failure the program can raise has its words, in both languages, and no words lie about unused."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from string import Formatter

from kimdesk.base.errors import error_table
from tests.support.tree import Source, last_name, literal, sources, strings

CODE = re.compile(r"[a-z]+\.[a-z_]+")
FILES = (".db", ".json", ".toml", ".log", ".lock")
FAILURES = {"KimError", "UserProblem", "Surroundings", "Untrusted"}
PROGRAM = sources("kimdesk")


def failure_classes() -> set[str]:
    """Return the names of KimError and everything derived from it."""
    known = set(FAILURES)
    classes = [node for source in PROGRAM for node in ast.walk(source.tree) if isinstance(node, ast.ClassDef)]
    while True:
        derived = {node.name for node in classes if known & {last_name(base) for base in node.bases}} - {"Cancelled"}
        if derived <= known:
            return known
        known |= derived


def raised() -> Iterator[tuple[Source, ast.Call, list[ast.expr]]]:
    """Yield every place that makes a failure, with the expressions that may become its code."""
    classes = failure_classes()
    for source in PROGRAM:
        for name, call in source.calls():
            if name in classes and call.args:
                first = call.args[0]
                yield source, call, [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]


def placeholders(parts: dict[str, str]) -> set[str]:
    """Return the names in braces of what, safe and next."""
    return {name for text in parts.values() for _, name, _, _ in Formatter().parse(text) if name}


def test_every_failure_raised_has_its_words() -> None:
    missing = [
        source.at(call, code)
        for source, call, choices in raised()
        for code in map(literal, choices)
        if code is not None and code not in error_table()
    ]
    assert not missing


def test_computed_codes_have_their_words() -> None:
    """A module that computes a code holds the candidates as strings; each of them must be known."""
    areas = {code.partition(".")[0] for code in error_table() if "." in code}
    computing = {source.path for source, _, choices in raised() if None in map(literal, choices)}
    assert computing
    unknown = [
        source.at(node, str(node.value))
        for source in PROGRAM
        for node in strings(source)
        if source.path in computing
        and CODE.fullmatch(str(node.value))
        and str(node.value).partition(".")[0] in areas
        and not str(node.value).endswith(FILES)
        and node.value not in error_table()
    ]
    assert not unknown


def test_no_words_are_left_of_failures_long_gone() -> None:
    said = {node.value for source in PROGRAM for node in strings(source)}
    assert set(error_table()) - said == set()


def test_both_languages_say_what_is_safe_and_what_to_do() -> None:
    for code, languages in error_table().items():
        assert set(languages) == {"de", "en"}, code
        for parts in languages.values():
            assert set(parts) - {"one"} == {"what", "safe", "next"}, code
            assert parts["what"], code
            assert parts["safe"] or parts["next"], code
        assert set(languages["de"]) == set(languages["en"]), code
        empty = [{key for key, text in parts.items() if not text} for parts in languages.values()]
        assert empty[0] == empty[1], f"{code}: one language says more than the other"


def test_one_thing_is_said_in_the_singular() -> None:
    for code, languages in error_table().items():
        for parts in languages.values():
            if "one" in parts:
                assert len(placeholders({"what": parts["what"]})) == 1, f"{code}: which of them is counted?"
                assert not placeholders({"one": parts["one"]}), code


def test_counts_in_the_results_of_a_check_have_their_singular() -> None:
    counted = [code for code in error_table() if code.startswith("check.")]
    lacking = [code for code in counted if re.match(r"\{\w+\} \w+", error_table()[code]["de"]["what"])]
    assert counted
    assert [code for code in lacking if "one" not in error_table()[code]["de"]] == []


def test_both_languages_use_the_same_placeholders() -> None:
    for code, languages in error_table().items():
        assert placeholders(languages["de"]) == placeholders(languages["en"]), code


def test_every_failure_brings_what_its_words_need() -> None:
    lacking = []
    for source, call, choices in raised():
        given = {keyword.arg for keyword in call.keywords}
        for code in map(literal, choices):
            words = error_table().get(code or "")
            if words and None not in given and placeholders(words["de"]) - given:
                lacking.append(source.at(call, str(code)))
    assert not lacking
