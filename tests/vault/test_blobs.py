"""Encrypted files: whole or refused."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import secrets
from pathlib import Path

import pytest

from kimdesk.base.errors import Surroundings, Untrusted
from kimdesk.vault.blobs import STEP, BlobStore
from kimdesk.vault.info import read_info
from kimdesk.vault.vault import OpenVault
from tests.vault.conftest import Place

SIZES = [0, 1, STEP - 1, STEP, STEP + 1, 16 * 1024, 64 * 1024, 64 * 1024 + 1, 300_000]


@pytest.fixture
def store(vault: OpenVault) -> BlobStore:
    return vault.blobs()


def file_of(folder: Path, blob_id: str) -> Path:
    return folder / "blobs" / blob_id[:2] / blob_id


@pytest.mark.parametrize("size", SIZES)
def test_content_comes_back_as_it_was(store: BlobStore, size: int) -> None:
    content = secrets.token_bytes(size)
    stored = store.put(io.BytesIO(content))
    assert store.read(stored.blob_id, stored.key) == content
    assert (stored.size, stored.sha256) == (size, hashlib.sha256(content).digest())


@pytest.mark.parametrize("content", [b"\x80", b"\0" * 5000, b"ende\x80\0\0", b"\x80" * STEP])
def test_content_that_looks_like_padding_comes_back(store: BlobStore, content: bytes) -> None:
    stored = store.put(io.BytesIO(content))
    assert store.read(stored.blob_id, stored.key) == content


def test_sizes_on_disk_tell_only_steps(store: BlobStore, place: Place) -> None:
    lengths = set()
    for size in (1, 100, 4000):
        stored = store.put(io.BytesIO(b"x" * size))
        lengths.add(file_of(place.folder, stored.blob_id).stat().st_size)
    assert len(lengths) == 1


def test_nothing_readable_lies_on_the_disk(store: BlobStore, place: Place) -> None:
    stored = store.put(io.BytesIO(b"%PDF-1.7 Merkwort " * 900))
    content = file_of(place.folder, stored.blob_id).read_bytes()
    assert b"Merkwort" not in content
    assert b"%PDF" not in content
    assert stored.key.hex() not in repr(stored)


def test_every_flip_and_every_cut_is_refused(store: BlobStore, place: Place) -> None:
    stored = store.put(io.BytesIO(b"Hilfeplan " * 4000))
    path = file_of(place.folder, stored.blob_id)
    good = path.read_bytes()
    for position in range(0, len(good), 97):
        path.write_bytes(good[:position] + bytes([good[position] ^ 4]) + good[position + 1 :])
        with pytest.raises(Untrusted, match=r"blob\.damaged"):
            store.read(stored.blob_id, stored.key)
    for length in {*range(0, len(good), 1021), 0, 55, 56, len(good) - 1}:
        path.write_bytes(good[:length])
        with pytest.raises(Untrusted, match=r"blob\.damaged"):
            store.read(stored.blob_id, stored.key)
    path.write_bytes(good + b"\0")
    with pytest.raises(Untrusted, match=r"blob\.damaged"):
        store.read(stored.blob_id, stored.key)


def test_another_key_id_or_vault_opens_nothing(store: BlobStore, place: Place) -> None:
    first, second = store.put(io.BytesIO(b"eins")), store.put(io.BytesIO(b"zwei"))
    with pytest.raises(Untrusted):
        store.read(first.blob_id, second.key)
    file_of(place.folder, first.blob_id).replace(file_of(place.folder, second.blob_id))
    with pytest.raises(Untrusted):
        store.read(second.blob_id, first.key)
    other = BlobStore(place.folder, vault_id="00" * 16)
    with pytest.raises(Untrusted):
        other.read(second.blob_id, second.key)


@pytest.mark.parametrize("name", ["../keyslots", "", "..", "0" * 31, "G" * 32, "0" * 32])
def test_names_that_are_no_blob_are_missing(store: BlobStore, name: str) -> None:
    with pytest.raises(Untrusted, match=r"blob\.missing"):
        store.read(name, b"\0" * 32)


def test_a_deleted_file_is_gone(store: BlobStore) -> None:
    stored = store.put(io.BytesIO(b"weg"))
    store.delete(stored.blob_id)
    store.delete(stored.blob_id)
    with pytest.raises(Untrusted, match=r"blob\.missing"):
        store.read(stored.blob_id, stored.key)


def test_only_old_files_without_a_row_are_swept(store: BlobStore, place: Place) -> None:
    kept, orphan, young = (store.put(io.BytesIO(b"x")) for _ in range(3))
    stale = place.clock.now_ms() // 1000 - 2 * 24 * 3600
    for stored in (kept, orphan):
        os.utime(file_of(place.folder, stored.blob_id), (stale, stale))
    now = place.clock.now_ms() // 1000
    os.utime(file_of(place.folder, young.blob_id), (now, now))
    assert store.sweep({kept.blob_id}, place.clock) == 0, "the rows may be on their way"
    assert store.orphans({kept.blob_id}) == ()
    another_day = BlobStore(place.folder, vault_id=read_info(place.folder).vault_id)
    assert len(another_day.orphans({kept.blob_id})) == 2
    assert another_day.sweep({kept.blob_id}, place.clock) == 1
    assert store.read(kept.blob_id, kept.key) == b"x"
    assert store.read(young.blob_id, young.key) == b"x"
    assert not file_of(place.folder, orphan.blob_id).exists()


def test_a_full_disk_leaves_no_half_file(store: BlobStore, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Surroundings) as caught:
        store.put(io.BytesIO(b"x" * 100_000))
    assert caught.value.code == "disk.full"
    assert [path for path in (place.folder / "blobs").rglob("*") if path.is_file()] == []
