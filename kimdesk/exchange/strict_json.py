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
_STRING: Final = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ufdd0-\ufdef\ufffe\uffff]")


class NotStrict(ValueError):  # noqa: N818 - a verdict, not a bug
    """The bytes are not the one strict spelling of a value."""


def _refuse(_text: str) -> NoReturn:
    raise NotStrict("number")


def _integer(text: str) -> int:
    if len(text) > 17 or abs(int(text)) > MAX_INTEGER:
        raise NotStrict("number")
    return int(text)


def _object(pairs: list[tuple[str, Json]]) -> Object:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotStrict("duplicate key")
    return found


def _check_depth(raw: bytes) -> None:
    """Count brackets outside strings before the real parser may recurse."""
    depth = 0
    for mark in re.finditer(rb"[\[\]{}]", _STRING.sub(b"", raw)):
        depth += 1 if mark[0] in b"[{" else -1
        if depth > MAX_DEPTH:
            raise NotStrict("depth")


def check_text(text: str) -> None:
    """Raise NotStrict for characters that have no place in a record."""
    if text.isprintable() and text.isascii():
        return
    if _FORBIDDEN.search(text) or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise NotStrict("character")
    marks = 0
    for letter in text:
        marks = marks + 1 if ord(letter) > 767 and unicodedata.combining(letter) else 0
        if marks > MAX_MARKS:
            raise NotStrict("combining marks")


def _check_texts(value: Json) -> None:
    if isinstance(value, str):
        check_text(value)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            check_text(key)
            _check_texts(part)
    elif isinstance(value, Sequence):
        for part in value:
            _check_texts(part)


def dumps(value: Json) -> bytes:
    """Return the canonical bytes; raises NotStrict for what `loads` would refuse."""
    try:
        _check_texts(value)
        raw = rfc8785.dumps(value)
    except rfc8785.CanonicalizationError as refused:
        raise NotStrict("not canonical") from refused
    _check_depth(raw)
    return raw


def loads(raw: bytes) -> Json:
    """Return the value of canonical bytes; raises NotStrict for everything else."""
    _check_depth(raw)
    try:
        value: Json = json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_refuse,
            parse_constant=_refuse,
        )
    except (ValueError, RecursionError) as refused:
        raise NotStrict("not JSON") from refused
    if dumps(value) != raw:
        raise NotStrict("not canonical")
    return value


def loads_object(raw: bytes) -> Object:
    """Return the object of canonical bytes; raises NotStrict for everything else."""
    value = loads(raw)
    if not isinstance(value, dict):
        raise NotStrict("not an object")
    return value
