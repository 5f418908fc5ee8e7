"""Every failure the program can raise has its words, in both languages, and no words lie about unused."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from string import Formatter

from kimdesk.base.errors import KimError, error_table
from tests.support.guards import lacking
from tests.support.tree import Source, last_name, literal, sources, strings

CODE = re.compile(r"[a-z]+\.[a-z_]+")
FILES = (".db", ".json", ".toml", ".log", ".lock")
FAILURES = {"KimError", "UserProblem", "Surroundings", "Untrusted"}
PROGRAM = sources("kimdesk")
NOTHING_TO_DO = {"cancelled"}
"""What people asked for themselves."""
TYPED = {"Finding", "Point", "ItemState"}
"""What is found or answered carries a code as well, told in the same words."""
SPEAKS_OTHERWISE = ("kimdesk/documents/", "kimdesk/text/", "kimdesk/drawings/")
"""Their keys with a dot are phrases of papers."""
PHRASES = {"consent.only_this", "consent.voluntary", "consent.withdraw_effect", "consent.text_counts"}
KEYS = {"handover.words", "deputy.words"}
"""Kinds of unfinished entries."""


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
            assert parts["safe"], code
            assert parts["next"] or code in NOTHING_TO_DO, code
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


def test_codes_are_written_whole() -> None:
    """Glued together at run time a code would be found by no search, and its words missed by no test."""
    glued = (ast.JoinedStr, ast.BinOp, ast.Call)
    wrong = [
        source.at(call, ast.unparse(choice))
        for source, call, choices in raised()
        for choice in choices
        if isinstance(choice, glued) and not _looked_up(choice)
    ]
    assert wrong == []


def _looked_up(choice: ast.expr) -> bool:
    """Tell whether a code comes out of a table with another one of it as default."""
    return (
        isinstance(choice, ast.Call) and last_name(choice.func) == "get" and literal(choice.args[-1]) in error_table()
    )


def test_what_is_handed_on_as_a_code_has_words() -> None:
    """Whoever raises may be another module than the one that names the code: each string that looks like one counts."""
    areas = {code.partition(".")[0] for code in error_table() if "." in code}
    unknown = [
        source.at(node, str(node.value))
        for source in PROGRAM
        if not source.path.startswith(SPEAKS_OTHERWISE)
        for kept in [_kept_privately(source)]
        for node in strings(source)
        if _may_be_a_code(str(node.value), areas) and id(node) not in kept
    ]
    assert unknown == []


def _may_be_a_code(text: str, areas: set[str]) -> bool:
    looks = CODE.fullmatch(text) and text.partition(".")[0] in areas and not text.endswith(FILES)
    return bool(looks) and text not in {*error_table(), *PHRASES, *KEYS}


def _kept_privately(source: Source) -> set[int]:
    """Return the strings that are a module's own keys: `_PLACE: Final = "backup.place"`."""
    kept = [node for node in source.tree.body if isinstance(node, ast.AnnAssign | ast.Assign)]
    names = {id(node.value): target for node in kept for target in _targets(node)}
    return {value for value, name in names.items() if name.startswith("_") and name.isupper()}


def _targets(node: ast.AnnAssign | ast.Assign) -> list[str]:
    return [last_name(each) for each in ([node.target] if isinstance(node, ast.AnnAssign) else node.targets)]


def test_findings_and_answers_have_words() -> None:
    codes = [
        (source.at(call, code), code)
        for source in PROGRAM
        if "gallery" not in source.path
        for name, call in source.calls()
        if name in TYPED
        for code in map(literal, [*call.args[:1], *(each.value for each in call.keywords if each.arg == "code")])
        if code is not None
    ]
    assert len(codes) > 8
    assert [place for place, code in codes if code not in error_table()] == []


def test_a_failure_without_words_is_heard_of_whatever_made_its_code() -> None:
    part = "vault"
    assert list(lacking(KimError(f"{part}.never_written")))
    assert list(lacking(KimError("handbook.page_unknown")))
    assert list(lacking(KimError("handbook.page_unknown", pages="a"))) == []
