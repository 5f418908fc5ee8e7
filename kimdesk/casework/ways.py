"""The ways into a vault: passphrase, recovery code, the provider's two holders, and how each is replaced."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from kimdesk.base.clock import day_of
from kimdesk.base.errors import UserProblem
from kimdesk.base.progress import SILENT, Progress
from kimdesk.store.events import note_event
from kimdesk.store.session import Services, Session, open_session, open_session_with
from kimdesk.vault import phrase
from kimdesk.vault.keys import Slot
from kimdesk.vault.recovery import RecoveryCode
from kimdesk.vault.vault import change_key

__all__ = [
    "CodeState",
    "RecoveryCode",
    "Session",
    "Strength",
    "Way",
    "change_passphrase",
    "change_vault_key",
    "code_is_kept",
    "code_is_not_kept",
    "code_is_out",
    "code_state",
    "listed",
    "must_renew",
    "new_recovery_code",
    "open_with_code",
    "opened_without_passphrase",
    "renew",
    "require_passphrase",
    "strength",
    "suggestion",
]

WayKind = Literal["passphrase", "recovery", "escrow"]
Helped = Literal["code", "holders"]
_RENEW: Final = "ways.renew"
_KEPT: Final = "ways.code_kept"
_NOT_OUT: Final = "ways.code_not_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way in: what it is, since when, and how long opening takes on the device it was made on (milliseconds)."""

    kind: WayKind
    created_ms: int
    measured_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeState:
    """How things stand with the recovery code: since when it is in force, and since when it lies at the provider.

    `since` is None where there is no code at all. `out`: nobody has to fear that its sheet never reached paper.
    """

    since: dt.date | None
    kept_since: dt.date | None
    out: bool = True

    @property
    def remind(self) -> bool:
        """Tell whether Heute should remind: no code, or one that nobody else keeps."""
        return self.since is None or self.kept_since is None


@dataclass(frozen=True, slots=True)
class Strength:
    """How hard a passphrase is to guess, in bits, and what is asked for."""

    bits: float
    needed: float

    @property
    def enough(self) -> bool:
        """Tell whether the passphrase would be taken."""
        return self.bits >= self.needed


def open_with_code(services: Services, folder: Path, code: RecoveryCode) -> Session:
    """Open a vault of any kind with its code, which is spent: `renew` comes next."""
    session = open_session_with(services, folder, code, Session)
    try:
        opened_without_passphrase(session, "code")
    except BaseException:
        session.close()
        raise
    return session


def listed(session: Session) -> tuple[Way, ...]:
    """Return the ways in force, without any secret; the holders' names are in `casework.escrow`."""
    file = session.vault.slots()
    ways = [
        Way(
            kind="passphrase" if slot.kind == "passphrase" else "recovery",
            created_ms=slot.created_ms,
            measured_ms=slot.measured_ms,
        )
        for slot in file.slots
    ]
    if file.escrow is not None:
        ways.append(Way(kind="escrow", created_ms=file.escrow.created_ms))
    return tuple(ways)


# the passphrase ---------------------------------------------------------------


def suggestion(services: Services) -> str:
    """Return a passphrase to offer: five random German words."""
    return phrase.suggest(services.policy)


def strength(services: Services, passphrase: str) -> Strength:
    """Estimate how hard a passphrase is to guess."""
    return Strength(services.policy.strength(passphrase), services.policy.passphrase_bits)


def require_passphrase(session: Session, passphrase: str) -> None:
    """Make sure that the person at the keyboard knows the passphrase; raises UserProblem `vault.wrong_passphrase`."""
    if not session.vault.is_passphrase(passphrase, policy=session.services.policy):
        raise UserProblem("vault.wrong_passphrase")


def change_passphrase(session: Session, passphrase: str) -> None:
    """Replace the passphrase; older backups still open with the old one.

    Raises UserProblem `vault.passphrase_weak`, and `ways.renew_first` after opening without the passphrase: then the
    recovery code has to be replaced as well.
    """
    if must_renew(session):
        raise UserProblem("ways.renew_first")
    session.vault.set_passphrase(passphrase, clock=session.clock, policy=session.services.policy)
    note_event(session, "passphrase_changed")


# the recovery code --------------------------------------------------------------


def new_recovery_code(session: Session) -> RecoveryCode:
    """Return a new recovery code; the old sheet opens nothing any more. Raises Surroundings.

    `code_is_out` comes next, once its sheet is on paper or in a file.
    """
    code = session.vault.new_recovery_code(clock=session.clock, policy=session.services.policy)
    _not_out(session)
    note_event(session, "code_renewed")
    return code


def code_is_out(session: Session) -> None:
    """Note that the sheet of the code in force was written or printed."""
    session.put_state(_NOT_OUT, "")


def _not_out(session: Session) -> None:
    """Remember which code has no sheet yet: whoever is interrupted now has to issue another one."""
    slot = _code_slot(session)
    session.put_state(_NOT_OUT, slot.slot_id if slot is not None else "")


def _code_slot(session: Session) -> Slot | None:
    return next((each for each in session.vault.slots().slots if each.kind == "recovery"), None)


def code_state(session: Session) -> CodeState:
    """Return whether there is a recovery code and whether it lies with the provider; a new code lies nowhere yet."""
    slot = _code_slot(session)
    kept = json.loads(session.get_state(_KEPT) or "{}")
    is_this = slot is not None and kept.get("slot") == slot.slot_id
    return CodeState(
        since=None if slot is None else day_of(slot.created_ms),
        kept_since=dt.date.fromisoformat(kept["since"]) if is_this else None,
        out=slot is None or session.get_state(_NOT_OUT) != slot.slot_id,
    )


def code_is_kept(session: Session) -> None:
    """Note that the sheet, or a copy by hand, lies with the provider in a sealed envelope."""
    slot = _code_slot(session)
    if slot is None:
        raise UserProblem("ways.no_code")
    session.put_state(_KEPT, json.dumps({"since": session.today.isoformat(), "slot": slot.slot_id}))


def code_is_not_kept(session: Session) -> None:
    """Note that the provider does not keep the code any more."""
    session.put_state(_KEPT, "{}")


# after getting in without the passphrase -------------------------------------------


def opened_without_passphrase(session: Session, helped: Helped, *, present: str = "", reason: str = "") -> None:
    """Remember how the vault was opened; until `renew` the next thing to do is a new passphrase and a new code.

    `present` says who was there, `reason` why it was opened so; both stay among the vault's events.
    """
    if session.get_state(_RENEW) != helped:
        session.put_state(_RENEW, helped)
        note_event(session, f"opened_by_{helped}", about=present[:200], reason=reason[:500])


def must_renew(session: Session) -> bool:
    """Tell whether somebody got in without the passphrase and has not set a new one yet."""
    return bool(session.get_state(_RENEW))


def renew(session: Session, passphrase: str) -> RecoveryCode:
    """Set a new passphrase and return a new recovery code, to be printed now; the code that opened is spent.

    Raises UserProblem `vault.passphrase_weak`, Surroundings; what opened the vault still opens it then.
    """
    code = session.vault.renew(passphrase, clock=session.clock, policy=session.services.policy)
    session.put_state(_RENEW, "")
    _not_out(session)
    note_event(session, "code_renewed")
    return code


# the vault key --------------------------------------------------------------------


def change_vault_key(
    services: Services, folder: Path, passphrase: str, fresh: str | None = None, progress: Progress = SILENT
) -> RecoveryCode:
    """Put a closed vault of any kind under a new vault key, for instance after a theft; returns the new recovery code.

    Older backups and copies stay under the old key and still open with the old passphrase. `fresh` is a new
    passphrase. Raises what `vault.change_key` raises; the vault opens as before then.
    """
    code = change_key(
        folder, passphrase=passphrase, fresh=fresh, clock=services.clock, policy=services.policy, progress=progress
    )
    with open_session(services, folder, fresh or passphrase, Session) as session:
        _not_out(session)
        note_event(session, "key_changed")
    return code
