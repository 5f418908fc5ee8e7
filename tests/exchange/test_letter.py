"""Sealed letters: only the one they are for can open them, and nobody can alter or forge one."""

from __future__ import annotations

import pytest

from kimdesk.base.errors import KimError
from kimdesk.exchange import letter
from kimdesk.exchange.letter import LetterKind, open_letter, seal_letter
from kimdesk.vault.canonical import canonical
from tests.exchange.fakes import DESK, OFFICE, OTHER_DESK

BODY = {"text": "Димитрова", "day": None, "list": [{"n": 1}]}


def sealed(kind: LetterKind = "deputy") -> bytes:
    return seal_letter(DESK, OTHER_DESK.public.age, kind, BODY)


def test_the_reader_gets_what_was_written_and_who_wrote_it() -> None:
    opened = open_letter(sealed(), OTHER_DESK, "deputy")
    assert opened.body == BODY
    assert opened.sender == DESK.public
    assert "Димитрова".encode() not in sealed()
    assert "Димитрова" not in repr(opened)


@pytest.mark.parametrize("reader", [DESK, OFFICE])
def test_nobody_else_can_read_it(reader: object) -> None:
    with pytest.raises(KimError, match=r"bundle\.not_for_us"):
        open_letter(sealed(), reader, "deputy")  # type: ignore[arg-type]


def test_a_letter_of_another_kind_is_not_taken() -> None:
    with pytest.raises(KimError, match=r"bundle\.not_ours"):
        open_letter(sealed("opened"), OTHER_DESK, "deputy")


def test_every_altered_byte_and_every_cut_is_noticed() -> None:
    raw = sealed()
    for position in range(0, len(raw), 7):
        altered = raw[:position] + bytes([raw[position] ^ 1]) + raw[position + 1 :]
        for spoiled in (altered, raw[:position]):
            with pytest.raises(KimError, match=r"bundle\."):
                open_letter(spoiled, OTHER_DESK, "deputy")


def test_a_card_of_somebody_else_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    foreign = OFFICE.public.card()
    with monkeypatch.context() as patched:
        patched.setattr(letter, "canonical", lambda content: canonical(content | {"card": foreign}))
        raw = sealed()
    with pytest.raises(KimError, match=r"bundle\.damaged"):
        open_letter(raw, OTHER_DESK, "deputy")
