"""JSON that has exactly one spelling (RFC 8785) and no surprises: what is written is what is read.

No fractions, no numbers beyond 2^53 - 1, no duplicate keys, no deep nesting, no lone surrogates, no control or
text-direction override characters, no towers of combining marks.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final, NoReturn, TypeAlias

import rfc8785

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json] | None"
Object: TypeAlias = "dict[str, Json]"

MAX_DEPTH: Final = 12
MAX_INTEGER: Final = 2**53 - 1
MAX_MARKS: Final = 16
_WHOLE: Final = frozenset({int, bool})
_STRING: Final = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ESCAPE: Final = re.compile(rb'\\[^"nt]')
"""In canonical form only control characters are escaped, besides quotes and backslashes."""
_NO_BRACKET: Final = re.compile(rb"[^\[\]{}]++")
_PAIR: Final = re.compile(rb"\[\]|\{\}")
_LONG: Final = re.compile(rf"[^\x00-\u02ff]{{{MAX_MARKS + 1}}}")
_encode: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


class NotStrict(ValueError):  # noqa: N818 - a verdict, not a bug
    """The bytes are not the one strict spelling of a value."""


def _refuse(_text: str) -> NoReturn:
    raise NotStrict("number")


def _integer(text: str) -> int:
    if len(text) > 17 or abs(int(text)) > MAX_INTEGER:
        raise NotStrict("number")
    return int(text)


def _check_depth(raw: bytes) -> None:
    """Count how deep brackets outside strings lie, before the real parser may recurse: the innermost go first."""
    brackets = _NO_BRACKET.sub(b"", _STRING.sub(b"", raw))
    for _ in range(MAX_DEPTH):
        if not brackets:
            return
        brackets = _PAIR.sub(b"", brackets)
    if brackets:
        raise NotStrict("depth")


def check_text(text: str) -> None:
    """Raise NotStrict for characters that have no place in a record."""
    if text.isascii() and text.isprintable():
        return
    if _FORBIDDEN.search(text):
        raise NotStrict("character")
    if _LONG.search(text) and _has_tower(text):
        raise NotStrict("combining marks")


def _has_tower(text: str) -> bool:
    marks = 0
    for letter in text:
        marks = marks + 1 if ord(letter) > 767 and unicodedata.combining(letter) else 0
        if marks > MAX_MARKS:
            return True
    return False


def _is_simple(value: Json) -> bool:
    """Check every text of a value; tell whether its keys are ASCII and its numbers whole, as in all our records."""
    if isinstance(value, str):
        check_text(value)
        return True
    if isinstance(value, Mapping):
        simple = True
        for key, part in value.items():
            check_text(key)
            simple &= _is_simple(part) and key.isascii()
        return simple
    if isinstance(value, Sequence):
        found = [_is_simple(part) for part in value]  # every part, even behind one that is not simple
        return all(found)
    return value is None or (type(value) in _WHOLE and abs(value) <= MAX_INTEGER)


def _spelled(value: Json, *, simple: bool) -> bytes:
    """Return RFC 8785's spelling; for ASCII keys and whole numbers the standard library's sorted one is the same."""
    if simple:
        return _encode(value).encode("utf-8")
    return rfc8785.dumps(value)


def dumps(value: Json) -> bytes:
    """Return the canonical bytes; raises NotStrict for what `loads` would refuse."""
    try:
        raw = _spelled(value, simple=_is_simple(value))
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as refused:
        raise NotStrict("not canonical") from refused
    _check_depth(raw)
    return raw


def _check_spelled(raw: bytes, text: str) -> None:
    """Raise NotStrict for a character no text may hold, looked for in all texts at once."""
    if _ESCAPE.search(raw.replace(b"\\\\", b"")) or _FORBIDDEN.search(text):
        raise NotStrict("character")


class _Reading:
    """One reading of strict JSON; `simple` as long as every key is ASCII."""

    def __init__(self) -> None:
        self.simple = True

    def object(self, pairs: list[tuple[str, Json]]) -> Object:
        """Take one object in; raises NotStrict for a key that occurs twice."""
        found = dict(pairs)
        if len(found) != len(pairs):
            raise NotStrict("duplicate key")
        self.simple &= all(map(str.isascii, found))
        return found


def loads(raw: bytes) -> Json:
    """Return the value of canonical bytes; raises NotStrict for everything else."""
    _check_depth(raw)
    reading = _Reading()
    try:
        text = raw.decode("utf-8")
        _check_spelled(raw, text)
        value: Json = json.loads(
            text,
            object_pairs_hook=reading.object,
            parse_int=_integer,
            parse_float=_refuse,
            parse_constant=_refuse,
        )
        if _LONG.search(text):
            _is_simple(value)  # text by text: there may be a tower of marks
        if _spelled(value, simple=reading.simple) != raw:
            raise NotStrict("not canonical")
    except (ValueError, RecursionError) as refused:
        raise NotStrict("not JSON") from refused
    return value


def loads_object(raw: bytes) -> Object:
    """Return the object of canonical bytes; raises NotStrict for everything else."""
    value = loads(raw)
    if not isinstance(value, dict):
        raise NotStrict("not an object")
    return value
