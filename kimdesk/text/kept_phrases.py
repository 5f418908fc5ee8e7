"""How a vault keeps the words people outside have entered: one text, read back whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import cast

from kimdesk.text.phrases import Phrasebook, Reviewed


def as_text(book: Phrasebook) -> str:
    """Return a phrasebook as the vault keeps it."""
    plain = {
        language: {key: asdict(entry) for key, entry in entries.items()} for language, entries in book.overlay.items()
    }
    return json.dumps(plain, ensure_ascii=False)


def from_text(kept: str | None) -> Phrasebook:
    """Return the phrasebook a vault keeps; an empty one where it keeps none."""
    plain = cast("dict[str, dict[str, dict[str, object]]]", json.loads(kept or "{}"))
    return Phrasebook(
        {language: {key: _reviewed(entry) for key, entry in entries.items()} for language, entries in plain.items()}
    )


def _reviewed(plain: Mapping[str, object]) -> Reviewed:
    return Reviewed(
        german=cast("dict[str, str]", plain["german"]),
        forms=cast("dict[str, str]", plain["forms"]),
        review="reviewed" if plain["review"] == "reviewed" else "draft",
        reviewer=str(plain["reviewer"]),
        day=str(plain["day"]),
    )
