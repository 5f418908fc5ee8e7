"""The file in which a provider hands its text blocks to the desks: readable TOML, read within bounds."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from kimdesk.base.errors import UserProblem
from kimdesk.domain.records import RECORDS, TextBlock
from kimdesk.domain.reference import CodeList

FORMAT: Final = 1
MOST: Final = 1000
_KIND: Final = RECORDS["text_block"]
_TOP: Final = frozenset({"format", "provider", "block"})
_BLOCK: Final = frozenset({"title", "text", "topic"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A text with its short name and, where it has one, its topic (a code of `life_domain`)."""

    title: str
    text: str
    topic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockFile:
    """Whose blocks they are, and the blocks."""

    provider: str
    blocks: tuple[Block, ...]


def as_text(provider: str, blocks: Iterable[TextBlock]) -> str:
    """Return blocks as the text of a file."""
    lines = [f"format = {FORMAT}", f"provider = {_quoted(provider)}"]
    for each in blocks:
        lines += ["", "[[block]]", f"title = {_quoted(each.title)}", f"text = {_quoted(each.text)}"]
        lines += [f"topic = {_quoted(each.topic)}"] if each.topic else []
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Return a text as a basic string, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def from_text(text: str, topics: CodeList) -> BlockFile:
    """Return what a file holds; raises UserProblem(blocks.unreadable) that says where."""
    try:
        data: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserProblem("blocks.unreadable", where=str(error)[:80]) from error
    rows = data.get("block", [])
    if set(data) - _TOP or data.get("format") != FORMAT:
        raise UserProblem("blocks.unreadable", where="format")
    if not isinstance(rows, list) or len(rows) > MOST or not all(isinstance(row, Mapping) for row in rows):
        raise UserProblem("blocks.unreadable", where="block")
    found = tuple(_block(row, number, topics) for number, row in enumerate(rows, start=1))
    return BlockFile(provider=_text(data, "provider", 200, "provider"), blocks=found)


def _block(row: Mapping[str, Any], number: int, topics: CodeList) -> Block:
    where = f"block {number}"
    topic = row.get("topic", "")
    if set(row) - _BLOCK or (topic and topic not in topics):
        raise UserProblem("blocks.unreadable", where=where)
    title, text = (_text(row, name, _KIND.field(name).max_length, where) for name in ("title", "text"))
    return Block(title=title, text=text, topic=topic)


def _text(row: Mapping[str, Any], name: str, most: int, where: str) -> str:
    value = row.get(name, "")
    if not isinstance(value, str) or not value.strip() or len(value) > most:
        raise UserProblem("blocks.unreadable", where=f"{where}: {name}")
    return value.strip()
