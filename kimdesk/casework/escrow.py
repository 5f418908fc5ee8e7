"""A deposit with the provider: two persons who together, and only together, can let a worker in again.

Opt-in and visible: the desk's ways list it, the vault's events say when it was made, used or ended. The holders' side
is in `office.holders`.
"""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kimdesk.base.clock import day_of
from kimdesk.base.errors import UserProblem
from kimdesk.base.progress import SILENT, Progress
from kimdesk.base.words import same_words
from kimdesk.casework import ways
from kimdesk.casework.backups import restore_with
from kimdesk.exchange.medium import read_small, write_whole
from kimdesk.store.events import note_event
from kimdesk.store.session import Services, Session, open_session_with
from kimdesk.vault import ceremony
from kimdesk.vault.ceremony import Holder, Request
from kimdesk.vault.memory import wipe
from kimdesk.vault.recovery import RecoveryCode

__all__ = ["HolderView", "agree", "ask", "card", "end", "holders", "open_with_answers", "restore_with_answers"]

_LABELS: Final = "escrow.holders"


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderView:
    """One of the two persons: what the provider calls them, and the eight words of their recovery key."""

    label: str
    words: str


# while all is well ------------------------------------------------------------


def card(file: Path) -> HolderView:
    """Return what a holder's card (`.kimh`) says, to compare its words; raises Untrusted `escrow.file`."""
    return _view(ceremony.read_holder(read_small(file, ceremony.MOST_BYTES)))


def agree(session: Session, cards: Sequence[tuple[Path, str]]) -> None:
    """Deposit the vault key in two shares; each card comes with the words its holder read out.

    Raises UserProblem `escrow.words_differ`, `escrow.same_holder`; Untrusted `escrow.file`; Surroundings.
    """
    found = []
    for file, words in cards:
        holder = ceremony.read_holder(read_small(file, ceremony.MOST_BYTES))
        if not same_words(words, holder.key.fingerprint):
            raise UserProblem("escrow.words_differ")
        found.append(holder)
    session.vault.set_escrow(tuple(holder.key for holder in found), clock=session.clock)
    labels = {holder.key.fingerprint.hex(): holder.label for holder in found}
    session.put_state(_LABELS, json.dumps(labels, ensure_ascii=False))
    note_event(session, "escrow_set", about=", ".join(labels.values()))


def holders(session: Session) -> tuple[HolderView, ...]:
    """Return who can open the vault together; nobody without a deposit."""
    escrow = session.vault.slots().escrow
    labels = json.loads(session.get_state(_LABELS) or "{}")
    keys = escrow.holders if escrow else ()
    return tuple(HolderView(label=labels.get(key.fingerprint.hex(), ""), words=key.words) for key in keys)


def end(session: Session) -> None:
    """End the deposit; older backups keep theirs. Raises Surroundings."""
    if session.vault.slots().escrow is not None:
        session.vault.drop_escrow()
        note_event(session, "escrow_dropped")


def _view(holder: Holder) -> HolderView:
    return HolderView(label=holder.label, words=holder.key.words)


# when passphrase and code are gone --------------------------------------------------


def ask(services: Services, source: Path, request: Path, pending: Path, passphrase: str) -> str:
    """Write a request for both holders from a vault or a backup, and return the eight words to read out to them.

    `passphrase` is the new one; `pending` is a private file that stays on this device until the answers are in.
    Raises UserProblem `vault.passphrase_weak`, `escrow.none`; Surroundings.
    """
    content = ceremony.begin(
        source, passphrase=passphrase, pending=pending, clock=services.clock, policy=services.policy
    )
    try:
        write_whole(request, content)
    except BaseException:
        with contextlib.suppress(OSError):  # what failed first is what counts
            pending.unlink(missing_ok=True)
        raise
    return ceremony.read_request(content).words


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What came together on the device that asked: the request, both holders' answers, and its private file.

    `present` names who was there when the vault was opened, `reason` says why; both are kept in its events.
    """

    request: Path
    answers: tuple[Path, ...]
    pending: Path
    present: str = field(default="", repr=False)
    reason: str = field(default="", repr=False)


def open_with_answers(
    services: Services, folder: Path, answered: Answered, passphrase: str
) -> tuple[Session, RecoveryCode]:
    """Open a vault with both answers and return it, with the new passphrase in force and a new recovery code.

    Raises UserProblem `escrow.two_answers`, `escrow.other_request`, `vault.wrong_passphrase`; Untrusted
    `escrow.file`, `escrow.damaged`, `vault.slots_damaged`; Surroundings. Nothing is changed then.
    """
    key = _key(services, answered, passphrase)
    try:
        session = open_session_with(services, folder, key, Session)
    finally:
        wipe(key)
    try:
        ways.opened_without_passphrase(session, "holders", present=answered.present, reason=answered.reason)
        code = ways.renew(session, passphrase)
    except BaseException:
        session.close()
        raise
    with contextlib.suppress(OSError):
        answered.pending.unlink(missing_ok=True)
    return session, code


def restore_with_answers(
    services: Services, backup: Path, folder: Path, answered: Answered, passphrase: str, progress: Progress = SILENT
) -> tuple[Session, RecoveryCode]:
    """Make a vault on this device from a backup with both answers, and return it like `open_with_answers`."""
    key = _key(services, answered, passphrase)
    try:
        restore_with(services, backup, folder, key, progress)
    finally:
        wipe(key)
    try:
        return open_with_answers(services, folder, answered, passphrase)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _key(services: Services, answered: Answered, passphrase: str) -> bytearray:
    request: Request = ceremony.read_request(read_small(answered.request, ceremony.MOST_BYTES))
    answers = [read_small(file, ceremony.MOST_BYTES) for file in answered.answers]
    return ceremony.vault_key(request, answers, passphrase=passphrase, pending=answered.pending, policy=services.policy)


def asked_on(request: Path) -> str:
    """Return the day a request was made, as people write it; raises Untrusted `escrow.file`."""
    found = ceremony.read_request(read_small(request, ceremony.MOST_BYTES))
    return f"{day_of(found.created_ms):%d.%m.%Y}"
