"""The inbox: whatever file arrives gets a verdict; what was refused stays on a list with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kimdesk.base.errors import Cancelled, KimError, Untrusted, UserProblem
from kimdesk.base.progress import SILENT, Progress
from kimdesk.exchange.medium import open_plain, watched
from kimdesk.exchange.receive import KEPT
from kimdesk.exchange.verify import verify
from kimdesk.office.deliveries import missing
from kimdesk.office.imports import Imported, import_bundle
from kimdesk.office.office import Office
from kimdesk.store.refusals import Refusal

__all__ = ["Refusal", "Verdict", "dismiss", "judge", "refusals", "retry"]

_OURS: Final = b"untrusted comment: KIM-DESK-"
_KINDS: Final = {b"REQUEST": "office.request_here", b"GRANT": "office.grant_here"}
_LEFT_ALONE: Final = frozenset({"office.not_a_bundle", *_KINDS.values()})
_SIZE: Final = 1 << 62


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of one file: taken over (and which earlier bundles of its stream are missing), or the problem."""

    name: str
    imported: Imported | None = None
    missing: tuple[int, ...] = ()
    problem: KimError | None = None

    def __repr__(self) -> str:
        """Never show a file's name."""
        return f"<Verdict {self.problem.code if self.problem else 'imported'}>"


def judge(office: Office, path: Path, progress: Progress = SILENT) -> Verdict:
    """Take a file in, or say why not and remember it; nothing has changed then. Raises Cancelled."""
    try:
        _require_bundle(path)
        imported = import_bundle(office, path, progress)
    except Cancelled:
        raise
    except KimError as problem:
        _remember(office, path, problem)
        return Verdict(name=path.name, problem=problem)
    return Verdict(name=path.name, imported=imported, missing=missing(office, imported.short_name))


def _require_bundle(path: Path) -> None:
    """Tell other files apart, kindly: a photo, a folder, a request; raises Untrusted, Surroundings."""
    with watched(), open_plain(path, _SIZE) as file:
        first = file.readline(len(_OURS) + 16)
    if not first:
        raise Untrusted("bundle.empty")
    if not first.startswith(_OURS):
        raise Untrusted("office.not_a_bundle")
    word = first[len(_OURS) :].split(b" ")[0]
    if word in _KINDS:
        raise Untrusted(_KINDS[word])


def _remember(office: Office, path: Path, problem: KimError) -> None:
    """Keep a refusal on the list; a file that is no bundle, or a stick that fails, is not one."""
    if isinstance(problem, Untrusted) and problem.code not in _LEFT_ALONE:
        office.post.refusals.note(problem.code, problem.params, _kept_name(office, path, problem))


def _kept_name(office: Office, path: Path, problem: KimError) -> str | None:
    if problem.code not in KEPT:
        return None
    try:
        name = f"{verify(path).content_hash.hex()[:32]}.kimb"
    except KimError:  # the medium has changed since; the file kept is still found in the folder
        return None
    with office.vault.quarantine() as folder:
        return name if (folder / name).is_file() else None


def refusals(office: Office) -> tuple[Refusal, ...]:
    """Return what was refused, the latest first."""
    return office.post.refusals.all()


def _refusal(office: Office, n: int) -> Refusal:
    found = next((each for each in refusals(office) if each.n == n), None)
    if found is None:
        raise UserProblem("office.refusal_gone")
    return found


def retry(office: Office, n: int, progress: Progress = SILENT) -> Verdict:
    """Try a kept bundle again, for example after its device was enrolled anew; raises UserProblem, Cancelled."""
    found = _refusal(office, n)
    if found.kept is None:
        raise UserProblem("office.refusal_gone")
    with office.vault.quarantine() as folder:
        verdict = judge(office, folder / found.kept, progress)
        if verdict.imported is not None:
            (folder / found.kept).unlink(missing_ok=True)
    if verdict.imported is not None:
        office.post.refusals.forget(n)
    return verdict


def dismiss(office: Office, n: int) -> None:
    """Take a refusal off the list, and delete the bundle kept for it; raises UserProblem, Surroundings."""
    found = _refusal(office, n)
    if found.kept is not None:
        with watched(), office.vault.quarantine() as folder:
            (folder / found.kept).unlink(missing_ok=True)
    office.post.refusals.forget(n)
