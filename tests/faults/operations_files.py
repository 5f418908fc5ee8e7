"""Files of a family as operations: taken in, given away, and deleted on the card they came from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kimdesk.base.errors import KimError
from kimdesk.casework import attaching, attachments, giving
from kimdesk.casework.desk import Desk
from kimdesk.domain.records import Attachment
from tests.faults.world import AtTheDesk, Writing, case_of

LETTER = b"%PDF-1.7\n" + b"Bescheid " * 20_000


def source(world: Path) -> Path:
    """Return the file on the card."""
    return world / "stick" / "bescheid.pdf"


def kept(desk: Desk) -> Iterator[str]:
    """Yield, for each file of the family, nothing where it is whole, else what is wrong with it."""
    for each in desk.query.of_case(Attachment, case_of(desk).id):
        try:
            yield "" if attachments.content(desk, each.id).data == LETTER else "a file is altered"
        except KimError as error:
            yield f"a file does not open: {error.code}"


class TakeIn(AtTheDesk):
    """A file of a family."""

    name = "take a file in"

    def enter(self, world: Path) -> Any:
        """Put the card in and open the desk."""
        source(world).write_bytes(LETTER)
        return super().enter(world)

    def act(self, world: Path, ready: Any) -> None:
        """Take it in."""
        attaching.add_file(ready, case_of(ready).id, source(world))

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """A record that is there has its file, and one acknowledged is there."""
        found = list(kept(desk))
        yield from filter(None, found)
        if acknowledged and not found:
            yield "the file is gone"


class EmptyCard(TakeIn):
    """A file taken in and deleted on its card."""

    name = "empty a card"

    def act(self, world: Path, ready: Any) -> None:
        """Take it in, then delete it there."""
        attaching.delete_source(ready, attaching.add_file(ready, case_of(ready).id, source(world)))

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """It lies on the card or in the vault, at any time."""
        yield from super().promises(world, desk, acknowledged=acknowledged)
        if not source(world).exists() and "" not in kept(desk):
            yield "the file is lost"


class GiveAway(Writing):
    """A copy of a family's file."""

    name = "give a copy away"
    file = "kopie.pdf"

    def enter(self, world: Path) -> Any:
        """Open the desk; the file is there."""
        source(world).write_bytes(LETTER)
        desk = super().enter(world)
        attaching.add_file(desk, case_of(desk).id, source(world))
        return desk

    def act(self, world: Path, ready: Any) -> None:
        """Save the copy."""
        file = ready.query.of_case(Attachment, case_of(ready).id)[0]
        leaving = giving.prepare(ready, file.id, giving.OWN)
        giving.save(ready, leaving, world / "stick" / self.file)

    def whole(self, path: Path) -> bool:
        """Tell whether the copy is all there."""
        return path.read_bytes() == LETTER
