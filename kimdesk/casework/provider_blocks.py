"""The provider's text blocks at a desk: taken from its file as one change, apart from one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import new_id
from kimdesk.casework import text_blocks
from kimdesk.casework.desk import Desk
from kimdesk.domain.block_file import Block, BlockFile, from_text
from kimdesk.domain.changes import Change, Changes, Create, Delete
from kimdesk.domain.declare import Code
from kimdesk.domain.records import TextBlock
from kimdesk.domain.values import Value
from kimdesk.exchange.medium import watched

MOST_BYTES: Final = 4 << 20
PROVIDER: Final = Code(text_blocks.PROVIDER)


def of_provider(desk: Desk) -> tuple[TextBlock, ...]:
    """Return the blocks that came from the provider."""
    return tuple(each for each in desk.query.every(TextBlock) if each.scope == PROVIDER)


def load(desk: Desk, path: Path) -> tuple[BlockFile, Changes]:
    """Take the provider's file: its blocks replace those that came before, one's own stay; undone as one.

    Raises UserProblem(blocks.unreadable), Surroundings.
    """
    with watched(), path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise UserProblem("blocks.unreadable", where=f"> {MOST_BYTES >> 20} MB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserProblem("blocks.unreadable", where="UTF-8") from error
    found = from_text(text, desk.reference["life_domain"])
    wanted = {(each.title, each.text, each.topic) for each in found.blocks}
    have = {(each.title, each.text, each.topic or ""): each for each in of_provider(desk)}
    changes: list[Change] = [Delete("text_block", each.id) for key, each in have.items() if key not in wanted]
    changes += [
        Create("text_block", new_id(desk.clock), _values(each))
        for each in found.blocks
        if (each.title, each.text, each.topic) not in have
    ]
    return found, desk.apply(*changes) if changes else Changes()


def _values(block: Block) -> dict[str, Value]:
    topic = Code(block.topic) if block.topic else None
    return {"title": block.title, "text": block.text, "topic": topic, "scope": PROVIDER}
