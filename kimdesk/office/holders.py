"""A holder at the provider: keeps a recovery key, and gives a share to whoever asks and is known to be who they are.

Each holder works in a provider vault of their own, under a passphrase of their own; two of them make four eyes.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kimdesk.base.errors import KimError, UserProblem
from kimdesk.exchange.medium import read_small, write_whole
from kimdesk.store.events import events, note_event
from kimdesk.store.post import post_of
from kimdesk.store.session import Session
from kimdesk.vault import ceremony
from kimdesk.vault.ceremony import Holder, Request
from kimdesk.vault.info import read_info
from kimdesk.vault.sealing import SealingKey
from kimdesk.vault.slots import read_slots

_SEED: Final = "escrow.holder"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestView:
    """A request as its holder sees it: the vault's label, its words, when it was made (UTC ms), whether it is ours."""

    label: str
    words: str
    created_ms: int
    is_ours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A share that was given: for which vault, on which day, and why."""

    label: str
    day: dt.date
    reason: str


def shares_given(provider: Session) -> tuple[Given, ...]:
    """Return the shares this holder gave, the latest first."""
    return tuple(
        Given(label=each.about or "", day=each.date, reason=each.reason or "")
        for each in events(provider)
        if each.what == "share_given"
    )


def holds_share(provider: Session, folder: Path) -> bool:
    """Tell whether a vault or backup keeps a share for this holder; it needs no key, and what is damaged keeps none."""
    with contextlib.suppress(KimError):
        info = read_info(folder.absolute())
        escrow = read_slots(info.folder, info.vault_id).usable.escrow
        return escrow is not None and _key(provider).public in escrow.holders
    return False


def own_words(provider: Session) -> str:
    """Return the eight words of this holder's recovery key, to be read out to the desk."""
    return _key(provider).public.words


def write_card(provider: Session, label: str, file: Path) -> None:
    """Write this holder's card (`.kimh`) for a desk; the label says who holds. Raises UserProblem, Surroundings."""
    label = " ".join(label.split())
    if not 1 <= len(label) <= 80 or not label.isprintable():
        raise UserProblem("vault.label_invalid", most=80)
    write_whole(file, Holder(_key(provider).public, label).to_bytes())


def look_at(provider: Session, file: Path) -> RequestView:
    """Return what a request (`.kimn`) says; raises Untrusted `escrow.file`."""
    request = _request(file)
    ours = _key(provider).public in request.escrow.holders
    return RequestView(label=request.label, words=request.words, created_ms=request.created_ms, is_ours=ours)


def give_share(provider: Session, request: Path, words: str, reason: str, answer: Path) -> None:
    """Write this holder's answer (`.kima`) and keep that and why it was given.

    `words` are those the asking person read out. Raises UserProblem `escrow.words_differ`, `escrow.reason`,
    `escrow.not_holder`; Untrusted; Surroundings.
    """
    found = _request(request)
    if not found.is_meant(words):
        raise UserProblem("escrow.words_differ")
    if not reason.strip():
        raise UserProblem("escrow.reason")
    content = ceremony.answer(found, _key(provider))
    note_event(provider, "share_given", about=found.label, reason=reason)
    write_whole(answer, content)


def _request(file: Path) -> Request:
    return ceremony.read_request(read_small(file, ceremony.MOST_BYTES))


def _key(provider: Session) -> SealingKey:
    """Return this vault's recovery key; the first call makes and keeps it. Raises UserProblem `vault.wrong_kind`."""
    if provider.info.kind != "provider":
        raise UserProblem("vault.wrong_kind", kind=provider.info.kind)
    ledger = post_of(provider.store).ledger
    seed = ledger.secret(_SEED)
    if seed is None:
        seed = SealingKey.generate().seed
        ledger.keep_secrets({_SEED: seed})
    return SealingKey(seed)
