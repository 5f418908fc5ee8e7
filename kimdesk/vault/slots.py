"""The files `keyslots` and `keyslots.prev`: canonical JSON with a checksum (accidents) and a MAC (intent).

Both hold the newest generation at rest, so that one damaged sector locks nobody out and no old passphrase
lingers; only while slots change does `keyslots.prev` stay one generation behind.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from kimdesk.base.errors import Surroundings, Untrusted
from kimdesk.vault.canonical import canonical, checked, stamped
from kimdesk.vault.escrow import Escrow, escrow_from
from kimdesk.vault.files import read_bounded, write_durable
from kimdesk.vault.keys import COMMIT_BYTES, NONCE_BYTES, SALT_BYTES, SEALED_BYTES, Retired, Slot, subkey
from kimdesk.vault.trouble import from_os_error

SLOTS_NAME: Final = "keyslots"
SPARE_NAME: Final = "keyslots.prev"
FORMAT: Final = 1
MOST_SLOTS: Final = 16
_SIZE_LIMIT: Final = 64 * 1024
_MOST: Final = 2**53 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotFile:
    """One generation of all slots; `mac` proves that none was added, dropped or revived.

    `retired` is there only while the vault key is being changed: the key before, for a database not switched yet.
    """

    vault_id: str
    generation: int
    slots: tuple[Slot, ...]
    escrow: Escrow | None = None
    retired: Retired | None = None
    mac: bytes = b""

    def sealed(self, vault_key: bytearray) -> SlotFile:
        """Return the same generation with its MAC."""
        return replace(self, mac=self._mac(vault_key))

    def is_genuine(self, vault_key: bytearray) -> bool:
        """Tell whether the MAC was made with this vault's key over exactly these slots."""
        return hmac.compare_digest(self.mac, self._mac(vault_key))

    def _mac(self, vault_key: bytearray) -> bytes:
        key = subkey(vault_key, "vault/slots", 32)
        return hmac.digest(key, canonical(self._body()), "sha256")

    def _body(self) -> dict[str, Any]:
        return {
            "escrow": None if self.escrow is None else self.escrow.as_json(),
            "format": FORMAT,
            "generation": self.generation,
            "retired": None if self.retired is None else self.retired.as_json(),
            "slots": [slot.as_json() for slot in self.slots],
            "vault_id": self.vault_id,
        }

    def to_bytes(self) -> bytes:
        """Return the file's content."""
        return stamped(self._body() | {"mac": self.mac.hex()})

    @classmethod
    def from_bytes(cls, content: bytes) -> SlotFile:
        """Return the parsed file; raises Untrusted `vault.slots_damaged` or `vault.newer`, nothing else."""
        try:
            fields = checked(content)
            if _whole(fields["format"]) > FORMAT:
                raise Untrusted("vault.newer", format=fields["format"])
            parsed = cls(
                vault_id=bytes.fromhex(fields["vault_id"]).hex(),
                generation=_whole(fields["generation"]),
                slots=tuple(slot_from(entry) for entry in fields["slots"][:MOST_SLOTS]),
                escrow=escrow_from(fields["escrow"], fields["vault_id"]),
                retired=_retired(fields["retired"]),
                mac=bytes.fromhex(fields["mac"]),
            )
            if parsed.to_bytes() != content:
                raise ValueError("more in the file than its format has")
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise Untrusted("vault.slots_damaged") from error
        return parsed


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotsOnDisk:
    """Both files as found: None stands for missing or unreadable."""

    main: SlotFile | None
    spare: SlotFile | None
    disk_fails: bool = False

    @property
    def usable(self) -> SlotFile:
        """The newest generation found.

        Raises Surroundings `disk.failing` where the disk gives neither file, Untrusted `vault.slots_damaged` where
        both are gone.
        """
        found = [file for file in (self.main, self.spare) if file is not None]
        if not found:
            raise Surroundings("disk.failing") if self.disk_fails else Untrusted("vault.slots_damaged")
        return max(found, key=lambda file: file.generation)


def read_slots(folder: Path, vault_id: str) -> SlotsOnDisk:
    """Return both slot files; raises Untrusted `vault.newer`, Surroundings where the disk itself refuses."""
    found: dict[str, SlotFile | None] = {}
    fails = False
    for name in (SLOTS_NAME, SPARE_NAME):
        try:
            found[name] = _read_one(folder / name, vault_id)
        except Surroundings as error:
            if error.code != "disk.failing":
                raise
            fails, found[name] = True, None  # one unreadable sector keeps nobody out
    return SlotsOnDisk(main=found[SLOTS_NAME], spare=found[SPARE_NAME], disk_fails=fails)


def write_main(folder: Path, file: SlotFile) -> None:
    """Put a generation in force; raises Surroundings."""
    _write(folder / SLOTS_NAME, file)


def write_spare(folder: Path, file: SlotFile) -> None:
    """Put the second copy beside it; raises Surroundings."""
    _write(folder / SPARE_NAME, file)


def _write(path: Path, file: SlotFile) -> None:
    try:
        write_durable(path, file.to_bytes())
    except OSError as error:
        raise from_os_error(error) from error


def _read_one(path: Path, vault_id: str) -> SlotFile | None:
    try:
        parsed = SlotFile.from_bytes(read_bounded(path, _SIZE_LIMIT, code="vault.slots_damaged"))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise from_os_error(error) from error
    except Untrusted as error:
        if error.code == "vault.newer":
            raise
        return None
    return parsed if parsed.vault_id == vault_id else None


def _retired(entry: dict[str, Any] | None) -> Retired | None:
    if entry is None:
        return None
    return Retired(nonce=_sized(entry["nonce"], NONCE_BYTES), sealed=_sized(entry["sealed"], SEALED_BYTES))


def slot_from(entry: dict[str, Any]) -> Slot:
    """Return a slot as a file writes it; raises ValueError, KeyError, TypeError."""
    return Slot(
        slot_id=_sized(entry["id"], 8).hex(),
        kind=_word(entry["type"]),
        memory_kib=_whole(entry["memory_kib"]),
        iterations=_whole(entry["iterations"]),
        lanes=_whole(entry["lanes"]),
        salt=_sized(entry["salt"], SALT_BYTES),
        commit=_sized(entry["commit"], COMMIT_BYTES),
        nonce=_sized(entry["nonce"], NONCE_BYTES),
        sealed=_sized(entry["sealed"], SEALED_BYTES),
        created_ms=_whole(entry["created_ms"]),
        measured_ms=_whole(entry["measured_ms"]),
    )


def _whole(value: object) -> int:
    if type(value) is not int or not 0 <= value <= _MOST:
        raise ValueError("not a whole number in range")
    return value


def _word(value: object) -> str:
    if not isinstance(value, str) or not (value.isascii() and value.isalpha() and value.islower()):
        raise ValueError("not a slot type")
    return value


def _sized(value: object, size: int) -> bytes:
    if not isinstance(value, str) or len(value) != 2 * size:
        raise ValueError("not bytes of that size")
    return bytes.fromhex(value)
