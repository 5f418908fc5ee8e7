"""Files of a family as operations: taken in, given away, and deleted on the card they came from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kimdesk.base.errors import KimError
from kimdesk.casework import attaching, attachments, erasing, family, giving
from kimdesk.casework.desk import Desk
from kimdesk.domain.records import Attachment
from tests.faults.world import AtTheDesk, Writing, case_of
from tests.support.letters import letter as pdf_letter

LETTER = pdf_letter("Bescheid ", 10_000)


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


class Erase(TakeIn):
    """A removed file and its key go for good."""

    name = "erase a removed file"

    def enter(self, world: Path) -> Any:
        """Take two files in, remove one, and open the desk another time: nothing can be undone."""
        with super().enter(world) as before:
            for _ in range(2):
                attaching.add_file(before, case_of(before).id, source(world))
            family.delete(before, "attachment", before.query.of_case(Attachment, case_of(before).id)[0].id)
        return super().enter(world)

    def act(self, world: Path, ready: Any) -> None:
        """Erase it."""
        erasing.erase(ready, at_once=True)

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """The other one is whole; the removed one comes back whole, or is gone with its key."""
        yield from filter(None, kept(desk))
        left = erasing.removed(desk)
        if acknowledged and left.files:
            yield "an erased file still has its key"
        stored = [path for path in (desk.info.folder / "blobs").rglob("*") if path.is_file()]
        if len(stored) < len(list(kept(desk))) + left.files:
            yield "a file is gone before its key"


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
