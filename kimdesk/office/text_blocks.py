"""The provider writes text blocks for all its desks and gives them out as one file; they name nobody."""

from __future__ import annotations

from pathlib import Path

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.domain.block_file import Block, as_text
from kimdesk.domain.changes import Change, Create, Delete, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.names import fold
from kimdesk.domain.records import TextBlock
from kimdesk.domain.values import Value
from kimdesk.exchange.medium import write_whole
from kimdesk.office.provider import Provider

KIND = "text_block"


def every(provider: Provider) -> tuple[TextBlock, ...]:
    """Return all blocks by short name."""
    return tuple(sorted(provider.query.every(TextBlock), key=lambda each: (fold(each.title), each.id)))


def keep(provider: Provider, block: Block, record: RecordId | None = None) -> None:
    """Keep a new block or the new wording of one; raises UserProblem blocks.incomplete, field.*."""
    if not (block.title.strip() and block.text.strip()):
        raise UserProblem("blocks.incomplete")
    values: dict[str, Value] = {
        "title": block.title,
        "text": block.text,
        "topic": Code(block.topic) if block.topic else None,
    }
    changes: list[Change] = [Create(KIND, new_id(provider.clock), {**values, "scope": Code("provider")})]
    if record is not None:
        changes = [Set(KIND, record, name, value) for name, value in values.items()]
    provider.apply(*changes)


def remove(provider: Provider, record: RecordId) -> None:
    """Take a block away; desks lose it with the next file."""
    provider.apply(Delete(KIND, record))


def write(provider: Provider, path: Path) -> int:
    """Write the file for the desks, return how many blocks it holds; raises UserProblem(blocks.none), Surroundings."""
    found = every(provider)
    if not found:
        raise UserProblem("blocks.none")
    write_whole(path, as_text(provider.names.label, found).encode())
    return len(found)
