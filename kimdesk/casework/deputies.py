"""When somebody else must act: what a named deputy may know of families who agreed, sealed beside every backup.

Both sides are here: the owner names a deputy and learns of every opening; the deputy opens, says why, and sees.
The word that a package was opened is written before anything of it is shown; a program that is not ours could leave it
out, which is why the handbook says so and the package holds so little.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from kimdesk.base.errors import KimError, Untrusted, UserProblem
from kimdesk.casework.deputy_package import families, family_json, package_of
from kimdesk.casework.desk import Desk
from kimdesk.domain.records import VaultEvent
from kimdesk.domain.views.deputies import DeputyView, Opening, Package, PackageFamily, PackageFile
from kimdesk.exchange.enrolment import MAX_FILE, check_words, read_request
from kimdesk.exchange.keys import DeviceKeys, PartnerKeys, partner_from_card
from kimdesk.exchange.letter import MOST_BYTES, OPENED_SUFFIX, PACKAGE_SUFFIX, Letter, open_letter, seal_letter
from kimdesk.exchange.medium import read_small, watched, write_whole
from kimdesk.exchange.minisign import Verifier
from kimdesk.exchange.partners import device_keys
from kimdesk.store.events import events, note_event
from kimdesk.store.post import post_of
from kimdesk.vault.backup import backups_in, read_backup
from kimdesk.vault.info import MANIFEST_NAME

__all__ = [
    "DeputyView",
    "Opening",
    "Package",
    "PackageFile",
    "card",
    "deputy",
    "drop_deputy",
    "extras",
    "name_deputy",
    "open_package",
    "openings",
    "packages",
    "preview",
    "take_word",
    "told",
]  # fmt: skip

PACKAGE_NAME: Final = f"Vertretung{PACKAGE_SUFFIX}"
PACKAGE_DAYS: Final = 60
"""How long a package may be opened after it was made; standing in ends by itself."""
_DEPUTY: Final = "deputy"
_SEEN: Final = "deputy.openings"


# naming one -----------------------------------------------------------------------


def name_deputy(desk: Desk, request: Path, words: str, *, name: str, until: dt.date, recipient: str = "") -> None:
    """Name the one deputy, a colleague of the same provider; from now on every backup carries a package for them.

    `request` is the enrolment request (`.kimr`) of the deputy's own desk, `words` those they read out, `recipient` what
    the families' consents call the deputy (the provider's deputies where nothing is given). Raises UserProblem
    `deputy.name`, `deputy.until`, `enrol.words_differ`; Untrusted `deputy.not_a_desk`, `enrol.file`, `bundle.*`.
    """
    name = " ".join(name.split())
    if not name or len(name) > 120:
        raise UserProblem("deputy.name")
    if until < desk.today:
        raise UserProblem("deputy.until")
    keys = read_request(read_small(request, MAX_FILE)).keys
    if keys.role != "desk":
        raise Untrusted("deputy.not_a_desk")
    check_words(keys, words)
    kept = {
        "card": keys.card(),
        "name": name,
        "recipient": " ".join(recipient.split()) or f"{desk.profile.provider}, Vertretung",
        "sign": keys.signing.raw.hex(),
        "until": until.isoformat(),
    }
    desk.put_state(_DEPUTY, json.dumps(kept, ensure_ascii=False))
    note_event(desk, "deputy_named", about=name)


def deputy(desk: Desk) -> DeputyView | None:
    """Return who stands in, or None where nobody is named or the time is over."""
    kept = _kept(desk)
    if kept is None:
        return None
    until = dt.date.fromisoformat(kept["until"])
    return DeputyView(name=kept["name"], recipient=kept["recipient"], words=_keys_of(kept).words, until=until)


def drop_deputy(desk: Desk) -> None:
    """Name nobody any more; packages beside older backups stay openable until their day."""
    view = deputy(desk)
    desk.put_state(_DEPUTY, "")
    if view is not None:
        note_event(desk, "deputy_dropped", about=view.name)


def _own_keys(desk: Desk) -> DeviceKeys:
    return device_keys(post_of(desk.store).ledger, desk.info.kind)


def _kept(desk: Desk) -> dict[str, Any] | None:
    kept: dict[str, Any] = json.loads(desk.get_state(_DEPUTY) or "{}")
    return kept if kept and dt.date.fromisoformat(kept["until"]) >= desk.today else None


def _keys_of(kept: Mapping[str, Any]) -> PartnerKeys:
    return partner_from_card(kept["card"], Verifier(bytes.fromhex(kept["sign"])))


# what goes along ----------------------------------------------------------------------


def preview(desk: Desk) -> tuple[PackageFamily, ...]:
    """Return what the next package would hold: active cases of families who agreed, only what their consents cover."""
    view = deputy(desk)
    return () if view is None else tuple(families(desk, view.recipient))


def extras(desk: Desk) -> dict[str, bytes]:
    """Return the files that go along with a backup: the package for the deputy, where one is named."""
    kept = _kept(desk)
    if kept is None:
        return {}
    until = min(dt.date.fromisoformat(kept["until"]), desk.today + dt.timedelta(days=PACKAGE_DAYS))
    body = {
        "deputy": kept["name"],
        "families": [family_json(family) for family in families(desk, kept["recipient"])],
        "label": desk.info.label,
        "made": desk.clock.now_ms(),
        "owner": desk.profile.name,
        "until": until.isoformat(),
        "vault_id": desk.info.vault_id,
    }
    return {PACKAGE_NAME: seal_letter(_own_keys(desk), _keys_of(kept).age, "deputy", body)}


# standing in ----------------------------------------------------------------------------


def packages(place: Path) -> tuple[PackageFile, ...]:
    """Return the packages at a place: itself, in the backup it is, or in the newest backup of every vault there.

    Older backups are passed over: a family may have said no since. Raises UserProblem `deputy.none_here`, Surroundings.
    """
    if place.is_file():
        return (PackageFile(file=place),)
    here = (read_backup(place),) if (place / MANIFEST_NAME).is_file() else backups_in(place)
    found = {each.vault_id: each for each in reversed(here)}.values()
    lying = [PackageFile(file=each.folder / PACKAGE_NAME, label=each.label, made_ms=each.made_ms) for each in found]
    with watched():
        there = [each for each in lying if each.file.is_file()]
        loose = sorted(place.glob(f"*{PACKAGE_SUFFIX}")) if place.is_dir() else []
    known = {each.file for each in there}
    there += [PackageFile(file=file) for file in loose if file not in known]
    if not there:
        raise UserProblem("deputy.none_here")
    return tuple(sorted(there, key=lambda each: -(each.made_ms or 0)))


def open_package(desk: Desk, file: Path, reason: str) -> Package:
    """Open a colleague's package with this desk's own key; its owner will see who did, when and why.

    `file` is the package or the backup it lies in. The word to the owner is written beside the backups first. Raises
    UserProblem `deputy.reason`, `deputy.over`; Untrusted `bundle.*`; Surroundings where the medium takes no word.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise UserProblem("deputy.reason")
    file = file / PACKAGE_NAME if file.is_dir() else file
    letter = open_letter(read_small(file, MOST_BYTES), _own_keys(desk), "deputy")
    package = package_of(letter.body)
    if package.until < desk.today:
        raise UserProblem("deputy.over", until=f"{package.until:%d.%m.%Y}")
    word = {
        "at": desk.clock.now_ms(),
        "by": desk.profile.name,
        "package": letter.hash.hex(),
        "reason": reason,
        "vault_id": letter.body["vault_id"],
    }
    sealed = seal_letter(_own_keys(desk), letter.sender.age, "opened", word)
    write_whole(_beside(file) / f"Vertretung geöffnet {secrets.token_hex(4)}{OPENED_SUFFIX}", sealed)
    note_event(desk, "package_opened", about=package.owner, reason=reason)
    return package


def _beside(file: Path) -> Path:
    """Return where the owner will look: where the backups lie, never inside one of them."""
    inside = (file.parent / MANIFEST_NAME).is_file()
    return file.parent.parent if inside else file.parent


# learning of it ---------------------------------------------------------------------------


def openings(desk: Desk, place: Path | None) -> tuple[Opening, ...]:
    """Return who opened a package of ours since we last asked, from the words lying beside the backups.

    For the first moments after unlocking; each is told once and kept among the vault's events. What cannot be read, or
    is for somebody else, is passed over.
    """
    found = []
    with contextlib.suppress(OSError):
        for file in sorted(place.glob(f"*{OPENED_SUFFIX}")) if place is not None else ():
            with contextlib.suppress(KimError):
                found.append(take_word(desk, file))
    return tuple(sorted((each for each in found if each is not None), key=lambda each: each.at_ms))


def told(desk: Desk) -> tuple[VaultEvent, ...]:
    """Return every opening of our packages we learned of, the latest first: day, who (`about`) and `reason`."""
    return tuple(event for event in events(desk) if event.what == "package_was_opened")


def card(request: Path) -> str:
    """Return the label in a desk's enrolment request (`.kimr`); raises Untrusted `deputy.not_a_desk`, `enrol.file`."""
    found = read_request(read_small(request, MAX_FILE))
    if found.keys.role != "desk":
        raise Untrusted("deputy.not_a_desk")
    return found.label


def take_word(desk: Desk, file: Path) -> Opening | None:
    """Take in one word that a package was opened (`.kimo`), brought by whoever; None where it was known already.

    Raises Untrusted `bundle.*`, Surroundings.
    """
    letter = open_letter(read_small(file, MOST_BYTES), _own_keys(desk), "opened")
    opening = _opening(desk, letter)
    seen: list[str] = json.loads(desk.get_state(_SEEN) or "[]")
    if letter.hash.hex() in seen:
        return None
    note_event(desk, "package_was_opened", about=opening.by[:200], reason=opening.reason[:500])
    desk.put_state(_SEEN, json.dumps([*seen, letter.hash.hex()][-500:]))
    return opening


def _opening(desk: Desk, letter: Letter) -> Opening:
    body, kept = letter.body, json.loads(desk.get_state(_DEPUTY) or "{}")
    if body.get("vault_id") != desk.info.vault_id:
        raise Untrusted("bundle.not_for_us")
    try:
        return Opening(
            by=str(body["by"]),
            reason=str(body["reason"]),
            at_ms=int(body["at"]),
            is_deputy=bool(kept) and _keys_of(kept).fingerprint == letter.sender.fingerprint,
        )
    except (KeyError, ValueError, TypeError) as refused:
        raise Untrusted("bundle.damaged") from refused
