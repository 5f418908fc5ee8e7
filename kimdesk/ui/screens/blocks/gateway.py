"""What the list of text blocks needs of the provider's use cases."""

from __future__ import annotations

from pathlib import Path

from kimdesk.base.ids import from_hex
from kimdesk.domain.block_file import Block
from kimdesk.office import text_blocks
from kimdesk.office.provider import Provider
from kimdesk.ui.screens.blocks.state import BlockRow, BlocksState


class ProviderGateway:
    """The text blocks of an open provider; called beside the window."""

    def __init__(self, provider: Provider) -> None:
        self._provider = provider

    def load(self) -> BlocksState:
        """Return all blocks."""
        rows = tuple(
            BlockRow(key=each.id.hex(), title=each.title, text=each.text, topic=each.topic or "")
            for each in text_blocks.every(self._provider)
        )
        return BlocksState(rows=rows, loaded=True)

    def keep(self, key: str, block: Block) -> None:
        """Keep a block; raises KimError."""
        text_blocks.keep(self._provider, block, from_hex(key) if key else None)

    def remove(self, key: str) -> None:
        """Take a block away; raises KimError."""
        text_blocks.remove(self._provider, from_hex(key))

    def write(self, path: Path) -> int:
        """Write the file for the desks; raises KimError."""
        return text_blocks.write(self._provider, path)
