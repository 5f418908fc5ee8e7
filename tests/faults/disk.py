"""A disk that can crash: replays recorded events and shows what three kinds of crash leave.

*kill*: the program dies, the system goes on; everything written is there.
*drop*: the power goes; only what was forced to the disk is there. A name needs its folder forced, not only its file.
*rand*: the power goes while the disk is busy; of what was not forced, any half may be there, writes torn at sectors
of 512 bytes, and of each folder's changes any first part.

Contents belong to files, not to names: a file keeps them through renames, and a removed name may come back.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from tests.faults.events import (
    Event,
    Linked,
    Made,
    Opened,
    Removed,
    Renamed,
    Said,
    Synced,
    Truncated,
    Written,
)

Model = Literal["kill", "drop", "rand"]
MODELS: tuple[Model, ...] = ("kill", "drop", "rand")
SECTOR = 512
TORN = 0.3
"""Share of the surviving writes of which only some sectors survive."""


@dataclass(slots=True)
class File:
    """One file's bytes: as programs see them, as the disk holds them, and what lies between."""

    visible: bytearray = field(default_factory=bytearray)
    durable: bytes = b""
    pending: list[Written | Truncated] = field(default_factory=list)

    def take(self, change: Written | Truncated) -> None:
        """Change the visible bytes."""
        _change(self.visible, change)
        self.pending.append(change)

    def sync(self) -> None:
        """Force the bytes to the disk."""
        self.durable = bytes(self.visible)
        self.pending.clear()

    def after(self, model: Model, chance: random.Random) -> bytes:
        """Return the bytes a crash leaves."""
        if model == "kill":
            return bytes(self.visible)
        left = bytearray(self.durable)
        if model == "rand":
            for change in self.pending:
                if chance.random() < 0.5:
                    for part in _torn(change, chance):
                        _change(left, part)
        return bytes(left)


@dataclass(slots=True)
class Folder:
    """One folder's names: as programs see them, as the disk holds them, and the changes that lie between."""

    visible: dict[str, Node] = field(default_factory=dict)
    durable: dict[str, Node] = field(default_factory=dict)
    pending: list[dict[str, Node | None]] = field(default_factory=list)

    def change(self, names: dict[str, Node | None]) -> None:
        """Give names to nodes, or take them away, all at once."""
        _rename(self.visible, names)
        self.pending.append(names)

    def sync(self) -> None:
        """Force the names to the disk."""
        self.durable = dict(self.visible)
        self.pending.clear()

    def after(self, model: Model, chance: random.Random) -> dict[str, Node]:
        """Return the names a crash leaves."""
        if model == "kill":
            return self.visible
        left = dict(self.durable)
        if model == "rand":
            for names in self.pending[: chance.randint(0, len(self.pending))]:
                _rename(left, names)
        return left


Node: TypeAlias = File | Folder


class Disk:
    """Replays events one after the other; `leave` writes what a crash at this moment leaves."""

    def __init__(self) -> None:
        self.root = Folder()
        self.said: list[str] = []
        self._handles: dict[int, Node] = {}

    def take(self, event: Event) -> None:
        """Let one event happen."""
        match event:
            case Opened():
                self._handles[event.handle] = self._opened(event)
            case Written() | Truncated():
                file = self._handles[event.handle]
                assert isinstance(file, File)
                file.take(event)
            case Synced():
                self._handles[event.handle].sync()
            case Renamed():
                self._rename(event)
            case Linked():
                self._folder(event.to).change({_name(event.to): self._node(event.path)})
            case Removed():
                self._folder(event.path).change({_name(event.path): None})
            case Made():
                self._folder(event.path).change({_name(event.path): Folder()})
            case Said():
                self.said.append(event.text)

    def leave(self, target: Path, model: Model, chance: random.Random) -> None:
        """Write what is left into an empty folder."""
        for path, content in _left(self.root, "", model, chance):
            place = target / path
            if content is None:
                place.mkdir(parents=True, exist_ok=True)
            else:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content)

    def _opened(self, event: Opened) -> Node:
        if event.creates:
            self._folder(event.path).change({_name(event.path): File()})
        node = self._node(event.path)
        if event.truncates and isinstance(node, File) and node.visible:
            node.take(Truncated(event.handle, 0))
        return node

    def _rename(self, event: Renamed) -> None:
        folder = self._folder(event.path)
        # no file system loses half of a rename; one across folders would need a journal shared by both
        assert folder is self._folder(event.to), "renaming across folders is not modelled"
        folder.change({_name(event.path): None, _name(event.to): self._node(event.path)})

    def _folder(self, path: str) -> Folder:
        parent = self._node(path.rpartition("/")[0])
        assert isinstance(parent, Folder)
        return parent

    def _node(self, path: str) -> Node:
        node: Node = self.root
        for name in path.split("/") if path else ():
            assert isinstance(node, Folder)
            node = node.visible[name]
        return node


def _left(folder: Folder, path: str, model: Model, chance: random.Random) -> Iterator[tuple[str, bytes | None]]:
    for name, node in sorted(folder.after(model, chance).items()):
        if isinstance(node, Folder):
            yield path + name, None
            yield from _left(node, f"{path}{name}/", model, chance)
        else:
            yield path + name, node.after(model, chance)


def _change(content: bytearray, change: Written | Truncated) -> None:
    size = change.size if isinstance(change, Truncated) else change.offset
    if len(content) < size:
        content.extend(bytes(size - len(content)))
    if isinstance(change, Truncated):
        del content[size:]
    else:
        content[size : size + len(change.data)] = change.data


def _rename(names: dict[str, Node], change: dict[str, Node | None]) -> None:
    for name, node in change.items():
        if node is None:
            names.pop(name, None)
        else:
            names[name] = node


def _torn(change: Written | Truncated, chance: random.Random) -> Iterator[Written | Truncated]:
    """Yield the parts of a surviving change that the disk finished."""
    if isinstance(change, Truncated) or chance.random() >= TORN:
        yield change
        return
    start = 0
    while start < len(change.data):
        end = start + SECTOR - (change.offset + start) % SECTOR
        if chance.random() < 0.5:
            yield Written(change.handle, change.offset + start, change.data[start:end])
        start = end


def _name(path: str) -> str:
    return path.rpartition("/")[2]
