"""Bech32 (BIP-173, without its length limit): the spelling of age recipients and identities. Standard library only."""

from __future__ import annotations

_ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def _polymod(values: list[int]) -> int:
    checksum = 1
    for value in values:
        top = checksum >> 25
        checksum = (checksum & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATOR):
            checksum ^= generator if top >> bit & 1 else 0
    return checksum


def _expand(prefix: str) -> list[int]:
    return [ord(letter) >> 5 for letter in prefix] + [0] + [ord(letter) & 31 for letter in prefix]


def _regroup(values: bytes | list[int], *, source: int, target: int) -> tuple[list[int], int, int]:
    """Return groups of `target` bits, the left-over bits and their number."""
    kept, width, groups = 0, 0, []
    for value in values:
        kept = kept << source | value
        width += source
        while width >= target:
            width -= target
            groups.append(kept >> width)
            kept &= (1 << width) - 1
    return groups, kept, width


def encode(prefix: str, data: bytes) -> str:
    """Return lower-case Bech32 of some bytes."""
    values, kept, width = _regroup(data, source=8, target=5)
    if width:
        values.append(kept << (5 - width))
    checksum = _polymod([*_expand(prefix), *values, 0, 0, 0, 0, 0, 0]) ^ 1
    values += [checksum >> shift & 31 for shift in (25, 20, 15, 10, 5, 0)]
    return prefix + "1" + "".join(_ALPHABET[value] for value in values)


def decode(text: str) -> tuple[str, bytes]:
    """Return the lower-case prefix and the bytes; raises ValueError for mixed case, bad checksum or stray bits."""
    if text not in (text.lower(), text.upper()):
        raise ValueError("mixed case")
    prefix, mark, tail = text.lower().rpartition("1")
    if not mark or not prefix or not prefix.isascii() or len(tail) < 6:
        raise ValueError("not Bech32")
    values = [_ALPHABET.find(letter) for letter in tail]
    if -1 in values or _polymod(_expand(prefix) + values) != 1:
        raise ValueError("not Bech32 or mistyped")
    groups, kept, width = _regroup(values[:-6], source=5, target=8)
    if width >= 5 or kept:
        raise ValueError("stray bits")
    return prefix, bytes(groups)
