"""An open vault with its store and readers: what every use case works on."""

from __future__ import annotations

import datetime as dt
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self, TypeVar

from kimdesk.base.clock import Clock, today
from kimdesk.base.patience import Patience
from kimdesk.base.progress import SILENT, Progress
from kimdesk.domain.changes import Change, Changes
from kimdesk.domain.declare import Registry
from kimdesk.domain.district import District, from_text, places
from kimdesk.domain.records import RECORDS
from kimdesk.domain.reference import Reference
from kimdesk.store.reader import Reader
from kimdesk.store.store import Store
from kimdesk.vault.policy import PRODUCTION, Policy
from kimdesk.vault.recovery import RecoveryCode
from kimdesk.vault.vault import Kind, OpenVault, Secret, VaultInfo, create, unlock_with

COPY_AGAIN_MS = 3_600_000
DISTRICT = "district"
"""Where a vault keeps the district file that was loaded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """What the program builds once and passes down."""

    clock: Clock
    reference: Reference
    policy: Policy = field(default=PRODUCTION, repr=False)
    registry: Registry = RECORDS


class Session:
    """One open vault: its store, a reader for each thread that asks; `receiving` is held while a bundle is taken in.

    `patience` counts wrong passphrases asked for while it is open; `practice` marks the example, which has no secret.
    """

    practice = False
    _shipped: Reference | None = None

    def __init__(self, vault: OpenVault, services: Services, progress: Progress = SILENT) -> None:
        self.vault = vault
        self.services = services
        self.store = Store(vault, services.registry, services.reference, services.clock, progress)
        self.actor = ""
        self.receiving = threading.Lock()
        self.patience = Patience()
        self.opened_ms = services.clock.now_ms()
        self._local = threading.local()
        self._copied: dict[str, int] = {}

    @property
    def query(self) -> Reader:
        """The reader of this thread; a connection is used by one thread alone."""
        reader: Reader | None = getattr(self._local, "reader", None)
        if reader is None:
            on_screen = threading.current_thread() is threading.main_thread()
            reader = self._local.reader = self.store.reader("page" if on_screen else "query")
        return reader

    @property
    def page(self) -> Reader:
        """The reader for at most 128 rows by key, as the window's own thread asks for them."""
        return self.query

    @property
    def clock(self) -> Clock:
        """The program's clock."""
        return self.services.clock

    @property
    def today(self) -> dt.date:
        """The calendar day in Germany."""
        return today(self.services.clock)

    @property
    def reference(self) -> Reference:
        """The code lists."""
        return self.services.reference

    def use_reference(self, reference: Reference) -> None:
        """Work by other code lists from now on; the program's own stay as they are."""
        self.services = replace(self.services, reference=reference)
        self.store.use_reference(reference)

    def use_district(self, district: District | None) -> None:
        """Offer the places of a district; None returns to those that are shipped."""
        shipped = self._shipped = self._shipped or self.services.reference
        own = places(district, shipped["municipality"]) if district is not None else shipped["municipality"]
        self.use_reference(shipped.with_list(own))

    def use_stored_district(self) -> None:
        """Offer the places of the district whose file was loaded into this vault."""
        stored = self.get_state(DISTRICT)
        if stored:
            self.use_district(from_text(stored))

    @property
    def info(self) -> VaultInfo:
        """What may be read of the vault before unlocking."""
        return self.vault.info

    def apply(self, *changes: Change, undoable: bool = True, progress: Progress = SILENT) -> Changes:
        """Write changes in one transaction, in the name of whoever works here; `progress` may cancel."""
        return self.store.apply(changes, actor=self.actor, undoable=undoable, progress=progress)

    def copy_before(self, what: str, progress: Progress = SILENT) -> None:
        """Make a copy inside the vault to turn back to, once an hour for what comes in a row ("import").

        Raises Surroundings, Untrusted `backup.failed_check`, Cancelled; then what was to come must not begin.
        """
        now = self.clock.now_ms()
        if abs(now - self._copied.get(what, -COPY_AGAIN_MS)) >= COPY_AGAIN_MS:
            self.store.copy_before(what, progress)
            self._copied[what] = now

    def get_state(self, key: str) -> str | None:
        """Return a piece of state kept in the vault; waits for nobody who writes."""
        with self.query.connection() as conn:
            return self.store.working.get(conn, key)

    def states(self, prefix: str) -> dict[str, str]:
        """Return every piece of state whose key begins so."""
        with self.query.connection() as conn:
            return self.store.working.begins_with(conn, prefix)

    def put_state(self, key: str, value: str) -> None:
        """Keep a piece of state in the vault."""
        with self.store.write() as conn:
            self.store.working.put(conn, key, value)

    def drop_state(self, key: str) -> None:
        """Forget a piece of state."""
        with self.store.write() as conn:
            self.store.working.drop(conn, key)

    def interrupt(self) -> None:
        """Break off every question that is being answered: the vault is about to be closed."""
        self.store.interrupt()

    def close(self) -> None:
        """Close store and vault; may be called twice."""
        try:
            self.store.close()
        finally:
            self.vault.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


S = TypeVar("S", bound=Session)


@contextmanager
def closed_on_failure(session: Session) -> Iterator[None]:
    """Close a session whose opening does not come to an end: nobody else could."""
    try:
        yield
    except BaseException:
        session.close()
        raise


@contextmanager
def unmade_on_failure(session: Session) -> Iterator[None]:
    """Close and remove a vault whose making does not come to an end: nobody has its recovery code yet."""
    try:
        with closed_on_failure(session):
            yield
    except BaseException:
        shutil.rmtree(session.info.folder, ignore_errors=True)
        raise


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """What a new vault needs to know."""

    folder: Path
    kind: Kind
    label: str
    passphrase: str = field(repr=False)


def create_session(services: Services, founding: Founding, cls: type[S]) -> tuple[S, RecoveryCode]:
    """Create a vault and return it open, with the recovery code that is shown once."""
    vault, code = create(
        founding.folder,
        kind=founding.kind,
        label=founding.label,
        passphrase=founding.passphrase,
        clock=services.clock,
        policy=services.policy,
    )
    try:
        return _opened(vault, services, cls), code
    except BaseException:
        shutil.rmtree(founding.folder, ignore_errors=True)
        raise


def open_session(services: Services, folder: Path, passphrase: str, cls: type[S], progress: Progress = SILENT) -> S:
    """Open a vault with its passphrase; raises what `unlock` raises."""
    return open_session_with(services, folder, passphrase, cls, progress)


def open_session_with_code(services: Services, folder: Path, code: str, cls: type[S], progress: Progress = SILENT) -> S:
    """Open a vault with the recovery code from paper."""
    return open_session_with(services, folder, RecoveryCode.parse(code), cls, progress)


def open_session_with(services: Services, folder: Path, secret: Secret, cls: type[S], progress: Progress = SILENT) -> S:
    """Open a vault with whatever opens it; `progress` shows a migration. Raises what `unlock` raises, Cancelled."""
    vault = unlock_with(folder, secret, clock=services.clock, policy=services.policy)
    return _opened(vault, services, cls, progress)


def _opened(vault: OpenVault, services: Services, cls: type[S], progress: Progress = SILENT) -> S:
    try:
        return cls(vault, services, progress)
    except BaseException:
        vault.close()
        raise
